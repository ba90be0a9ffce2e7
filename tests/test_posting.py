"""Documents by mail, from the workbook to a real server."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import json
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest
from editing import edited, put, set_item
from jobs_done import NOW, done, registered, told
from post_office import PostOffice

from xl_dialogue import cli
from xl_dialogue.engines import closed
from xl_dialogue.jobs import JOBS
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.conference import ITEMS

INVITED = 3
"""Delegates left in the plan, so that the tests are quick."""


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    office = PostOffice()
    yield office
    office.close()


@pytest.fixture
def small(confirmed: Path) -> Path:
    """The shipped plan with its second, third and fourth delegate, the last without address."""
    book = openpyxl.load_workbook(confirmed, keep_vba=True)
    page = book["Đại biểu"]
    page.delete_rows(INVITED + 2, page.max_row)
    page["I2"], page["I3"], page["I4"] = "mot@vidu.example", "hai@vidu.example", None
    book.save(confirmed)
    return confirmed


def told_server(path: Path, server: str) -> Path:
    book = openpyxl.load_workbook(path, keep_vba=True)
    page = book["Hội nghị"]
    label = next(item.header for item in ITEMS if item.name == "mail_server")
    row = next(row for row in range(1, 80) if page.cell(row, 1).value == label)
    page.cell(row, 2).value = server
    book.save(path)
    return path


def drafts(folder: Path) -> list[EmailMessage]:
    files = sorted((folder / "Thư nháp").glob("*.eml"))
    parsed = (email.message_from_bytes(f.read_bytes(), policy=email.policy.default) for f in files)
    return [message for message in parsed if isinstance(message, EmailMessage)]


def test_each_recipient_with_an_address_gets_a_draft_and_the_others_are_named(small: Path) -> None:
    outcome = done("merge", small, "invitation", mail="drafts")
    letters = drafts(small.parent)
    assert sorted(str(letter["To"]).split("<")[-1] for letter in letters) == [
        "hai@vidu.example>",
        "mot@vidu.example>",
    ]
    assert "1 nơi chưa có email" in told(outcome)


def test_a_draft_opens_as_one_with_letter_and_calendar_entry(small: Path) -> None:
    done("merge", small, "invitation", mail="drafts")
    letter = drafts(small.parent)[0]
    assert letter["X-Unsent"] == "1"
    assert str(letter["Subject"]).startswith("Giấy mời: Hội nghị")
    names = [part.get_filename() for part in letter.iter_attachments()]
    assert [Path(str(name)).suffix for name in names] == [".docx", ".ics"]


def test_the_button_makes_drafts_without_being_told(small: Path) -> None:
    done("mail", small, "invitation")
    assert len(drafts(small.parent)) == 2


def test_sent_letters_arrive_and_never_twice(small: Path, post_office: PostOffice) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    done("issue", small, "invitation", mail="send")
    done("issue", small, "invitation", mail="send")
    assert sorted(post_office.addressed()) == ["hai@vidu.example", "mot@vidu.example"]


def test_a_copy_of_the_workbook_knows_what_went(small: Path, post_office: PostOffice) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    done("issue", small, "invitation", mail="send")
    page = openpyxl.load_workbook(small, keep_vba=True)["Văn bản"]
    assert [page.cell(row, 11).value for row in (2, 3, 4)] == [f"{NOW:%d/%m/%Y %H:%M}"] * 2 + [None]
    copy = small.parent / "elsewhere" / "copy.xlsm"
    copy.parent.mkdir()
    copy.write_bytes(small.read_bytes())
    again = done("issue", copy, "invitation", mail="send")
    assert len(post_office.addressed()) == 2
    assert "2 thư đã gửi trước đây" in told(again)


def test_a_letter_without_its_number_is_not_sent_but_may_be_drafted(
    small: Path, post_office: PostOffice
) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    with pytest.raises(DialogueError) as stop:
        done("merge", small, "invitation", mail="send")
    assert "3 văn bản chưa có số" in stop.value.say()
    assert not list(small.parent.rglob("*.docx"))
    assert "3 thư nháp đính kèm văn bản chưa có số" in told(done("mail", small, "invitation"))


def test_whoever_is_taken_off_the_list_keeps_neither_letter_nor_draft(small: Path) -> None:
    done("mail", small, "invitation")
    gone = next((small.parent / "Giấy mời").glob("D001 *.docx"))
    book = openpyxl.load_workbook(small, keep_vba=True)
    book["Đại biểu"].delete_rows(2)
    book.save(small)
    outcome = done("mail", small, "invitation")
    assert [str(letter["To"]).split("<")[-1] for letter in drafts(small.parent)] == [
        "hai@vidu.example>"
    ]
    assert not gone.exists()
    assert (gone.parent / "Bản cũ" / gone.name).exists()
    assert "1 văn bản của lần trước" in told(outcome)
    assert [str(row[3])[:4] for row in registered(small)] == ["D002", "D003"]


def test_a_dry_run_asks_the_server_and_sends_and_prints_nothing(
    small: Path, post_office: PostOffice
) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    outcome = done("issue", small, "invitation", mail="send", dry_run=True)
    assert "2" in told(outcome).splitlines()[-1]
    assert post_office.connections
    assert post_office.letters() == []
    assert not list(small.parent.rglob("*.docx"))


def test_without_a_server_nothing_is_sent_and_the_item_is_named(small: Path) -> None:
    with pytest.raises(DialogueError) as stop:
        done("issue", small, "invitation", mail="send")
    assert "Máy chủ gửi thư" in stop.value.say()


def test_the_conference_is_given_for_calendars_too(small: Path) -> None:
    done("merge", small, "invitation", calendar=True)
    entry = (small.parent / "Hội nghị.ics").read_bytes()
    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:20220524T073000" in entry
    assert entry.count(b"BEGIN:VEVENT") == 1


def test_nobody_gets_the_print_file_of_all(small: Path) -> None:
    done("merge", small, "invitation", mail="drafts", one_file=True, separate=False)
    attached = {
        next(part.get_content() for part in letter.iter_attachments())
        for letter in drafts(small.parent)
    }
    whole = (small.parent / "Giấy mời.docx").read_bytes()
    assert len(attached) == 2
    assert whole not in attached


# --- which letter, to whom ------------------------------------------------------------------


def test_a_changed_letter_goes_again_and_says_what_it_replaces(
    small: Path, post_office: PostOffice
) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    done("issue", small, "invitation", mail="send")
    with edited(small) as book:
        set_item(book, "date", dt.datetime(2022, 6, 10))
    outcome = done("issue", small, "invitation", mail="send")
    done("issue", small, "invitation", mail="send")
    assert Counter(post_office.addressed()) == {"hai@vidu.example": 2, "mot@vidu.example": 2}
    assert "2 thư thay bản đã gửi trước đây" in told(outcome)
    body = post_office.letters()[-1].get_body()
    assert body is not None
    assert "Văn bản này thay văn bản số 0" in body.get_content()


def test_a_letter_changed_back_goes_a_third_time(small: Path, post_office: PostOffice) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    for venue in ("Một", "Hai", "Một"):
        with edited(small) as book:
            set_item(book, "venue", venue)
        done("issue", small, "invitation", mail="send")
    assert post_office.addressed().count("mot@vidu.example") == 3


def test_an_address_mended_since_gets_the_letter_and_the_others_do_not(
    small: Path, post_office: PostOffice
) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    post_office.to_recipient["sai@vidu.example"] = ["550 không có"]
    with edited(small) as book:
        book["Đại biểu"]["I2"] = "mot@vidu.example; sai@vidu.example"
    assert done("issue", small, "invitation", mail="send").failures == 1
    with edited(small) as book:
        book["Đại biểu"]["I2"] = "mot@vidu.example; dung@vidu.example"
    assert done("issue", small, "invitation", mail="send").failures == 0
    assert sorted(post_office.addressed()) == [
        "dung@vidu.example", "hai@vidu.example", "mot@vidu.example"
    ]  # fmt: skip


def test_a_body_gets_its_letter_though_a_delegate_has_its_code(
    small: Path, post_office: PostOffice
) -> None:
    with edited(small) as book:
        book["Đại biểu"]["A2"] = "SNV"
        put(book["Câu hỏi"], 2, lead="SNV", status="Mới")
        page = book["Cơ quan"]
        row = next(r for r in range(2, 80) if page.cell(r, 1).value == "SNV")
        put(page, row, email="so@vidu.example")
    done("mail", small, "answer_request")
    to = [str(letter["To"]) for letter in drafts(small.parent)]
    assert "so@vidu.example" in "".join(to)
    assert "mot@vidu.example" not in "".join(to)


def test_a_pdf_of_another_time_is_not_attached(small: Path, post_office: PostOffice) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    done("merge", small, "invitation")
    for path in (small.parent / "Giấy mời").glob("*.docx"):
        path.with_suffix(".pdf").write_bytes(b"%PDF-1.7 a draft without number")
    done("issue", small, "invitation", mail="send")
    attached = [
        str(part.get_filename())
        for letter in post_office.letters()
        for part in letter.iter_attachments()
    ]
    assert {Path(name).suffix for name in attached} == {".docx", ".ics"}


def test_a_person_is_greeted_with_the_honorific_of_the_invitation(small: Path) -> None:
    with edited(small) as book:
        put(book["Đại biểu"], 2, honorific="Bà", full_name="Nông Thị Mẫu")
    done("mail", small, "invitation")
    bodies = [letter.get_body() for letter in drafts(small.parent)]
    assert any(body and "Kính gửi Bà Nông Thị Mẫu," in body.get_content() for body in bodies)


def test_a_moved_conference_takes_the_place_of_the_old_entry(
    small: Path, post_office: PostOffice
) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    done("issue", small, "invitation", mail="send", calendar=True)
    entry = small.parent / "Hội nghị.ics"
    assert b"SEQUENCE:0" in entry.read_bytes()
    assert b"STATUS:CONFIRMED" in entry.read_bytes()
    with edited(small) as book:
        set_item(book, "date", dt.datetime(2022, 6, 10))
    done("issue", small, "invitation", mail="send", calendar=True)
    assert b"SEQUENCE:1" in entry.read_bytes()
    sent = [part.get_content() for part in post_office.letters()[-1].iter_attachments()]
    assert "SEQUENCE:1" in str(sent[-1])


def test_a_tentative_conference_is_tentative_in_calendars_too(small: Path) -> None:
    with edited(small) as book:
        set_item(book, "date_status", "Dự kiến")
    done("merge", small, "invitation", calendar=True)
    assert b"STATUS:TENTATIVE" in (small.parent / "Hội nghị.ics").read_bytes()


def test_a_wrong_sender_is_said_before_any_number_is_given(small: Path) -> None:
    with edited(small) as book:
        set_item(book, "mail_sender", "sai")
    before = small.read_bytes()
    with pytest.raises(DialogueError) as stop:
        done("issue", small, "invitation", mail="drafts")
    assert "sai" in stop.value.say()
    assert small.read_bytes() == before


def test_letters_that_do_not_go_are_no_success(small: Path, post_office: PostOffice) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    post_office.to_recipient["mot@vidu.example"] = ["550 không có"]
    asked = ["issue", str(small), "invitation", "--mail", "send", "--out", str(small.parent)]
    assert cli.main(asked) == cli.WRONG


def test_a_document_for_all_is_no_mail(small: Path) -> None:
    with pytest.raises(DialogueError) as stop:
        done("mail", small, "plan")
    assert "Kế hoạch: văn bản chung" in stop.value.say()
    assert not list(small.parent.rglob("*.docx"))


def test_a_line_of_a_record_without_marks_counts_as_the_letter_that_the_register_knows(
    small: Path, post_office: PostOffice
) -> None:
    told_server(small, f"localhost:{post_office.open()}")
    done("issue", small, "invitation", mail="send")
    record = small.with_suffix(".thu-da-gui.jsonl")
    lines = [json.loads(line) for line in record.read_text().splitlines()]
    old = [{name: fact for name, fact in line.items() if name != "mark"} for line in lines]
    record.write_text("".join(json.dumps(line) + "\n" for line in old))
    done("issue", small, "invitation", mail="send")
    assert len(post_office.addressed()) == 2
    with edited(small) as book:
        set_item(book, "venue", "Chỗ khác")
    done("issue", small, "invitation", mail="send")
    assert len(post_office.addressed()) == 4


# --- reminders ------------------------------------------------------------------------------


def remind(path: Path, folder: Path, day: dt.date, *, dry_run: bool = False) -> Outcome:
    book = closed.open(path)
    asked = Request(out=folder, day=day, dry_run=dry_run)
    outcome = JOBS["remind"].run(book, asked)
    book.close()
    return outcome


def test_each_body_with_something_overdue_gets_one_draft(confirmed: Path, tmp_path: Path) -> None:
    outcome = remind(confirmed, tmp_path, dt.date(2022, 6, 13))
    names = sorted(path.name for path in (tmp_path / "Nhắc việc").iterdir())
    assert [name.split(" ")[3] for name in names] == ["BHXH", "LDLD", "SLDTBXH"]
    assert sorted(path.name for path in outcome.files) == names
    assert not outcome.written


def test_a_preview_of_reminders_writes_nothing(confirmed: Path, tmp_path: Path) -> None:
    outcome = remind(confirmed, tmp_path, dt.date(2022, 6, 13), dry_run=True)
    assert "3 cơ quan" in outcome.summary[0].say()
    assert not (tmp_path / "Nhắc việc").exists()


def test_a_draft_of_before_goes_once_nothing_is_owed(confirmed: Path, tmp_path: Path) -> None:
    remind(confirmed, tmp_path, dt.date(2022, 6, 13))
    remind(confirmed, tmp_path, dt.date(2022, 5, 3))
    assert list((tmp_path / "Nhắc việc").iterdir()) == []


def test_a_draft_that_somebody_edited_stays(confirmed: Path, tmp_path: Path) -> None:
    remind(confirmed, tmp_path, dt.date(2022, 6, 13))
    edited = next((tmp_path / "Nhắc việc").glob("*BHXH*"))
    edited.write_bytes(edited.read_bytes() + b"x")
    remind(confirmed, tmp_path, dt.date(2022, 5, 3))
    assert list((tmp_path / "Nhắc việc").iterdir()) == [edited]
