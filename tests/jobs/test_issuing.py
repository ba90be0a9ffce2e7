"""Numbers and the register, end to end on the shipped workbook."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from jobs_done import NOTICE, done, head, registered, told

from xl_dialogue.messages import DISK_FULL, DialogueError


def test_a_draft_is_registered_without_a_number(confirmed: Path) -> None:
    assert done("merge", confirmed, NOTICE).written
    assert registered(confirmed) == [
        (None, None, "Thông báo kết luận", None, "Thông báo kết luận.docx")
    ]


def test_the_register_holds_the_files_digest(confirmed: Path) -> None:
    done("merge", confirmed, NOTICE)
    page = openpyxl.load_workbook(confirmed, keep_vba=True)["Văn bản"]
    printed = (confirmed.parent / "Thông báo kết luận.docx").read_bytes()
    assert page["G2"].value == hashlib.sha256(printed).hexdigest()


def test_making_it_again_from_unchanged_data_changes_nothing(confirmed: Path) -> None:
    done("merge", confirmed, NOTICE)
    before = confirmed.read_bytes()
    again = done("merge", confirmed, NOTICE)
    assert not again.written
    assert confirmed.read_bytes() == before


def test_every_invitation_gets_a_number_of_its_own_in_order(confirmed: Path) -> None:
    outcome = done("issue", confirmed, "invitation")
    rows = registered(confirmed)
    assert [number for number, *_ in rows] == [f"{n:02d}" for n in range(1, 451)]
    assert {day for _, day, *_ in rows} == {dt.date(2022, 5, 19)}
    assert "450 số mới, từ 01 đến 450" in told(outcome)
    first = confirmed.parent / str(rows[0][4])
    assert "Số: 01/GM-UBND" in head(first)
    assert "ngày 19 tháng 5 năm 2022" in head(first)


def test_a_number_is_kept_when_all_is_printed_again(confirmed: Path) -> None:
    done("issue", confirmed, "invitation")
    before = registered(confirmed)
    again = done("issue", confirmed, "invitation")
    assert registered(confirmed) == before
    assert "450 văn bản giữ số đã cấp" in told(again)


def test_a_changed_document_gets_another_number_and_its_old_one_stays(confirmed: Path) -> None:
    done("issue", confirmed, NOTICE)
    book = openpyxl.load_workbook(confirmed, keep_vba=True)
    page = book["Câu hỏi"]
    row = next(r for r in range(2, 200) if page.cell(r, 16).value)
    page.cell(row, 16).value = "Giao Sở Xây dựng báo cáo."
    book.save(confirmed)
    again = done("issue", confirmed, NOTICE)
    assert [number for number, *_ in registered(confirmed)] == ["01", "02"]
    assert "nay đã khác" in told(again)


def test_numbers_are_entered_and_saved_before_anything_is_printed(
    confirmed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xl_dialogue.printing.making.print_batch", killed)
    with pytest.raises(KeyboardInterrupt):
        done("issue", confirmed, NOTICE)
    assert [row[0] for row in registered(confirmed)] == ["01"]
    monkeypatch.undo()
    done("issue", confirmed, NOTICE)
    assert [row[0] for row in registered(confirmed)] == ["01"]


def test_a_preview_gives_no_number(confirmed: Path) -> None:
    before = confirmed.read_bytes()
    preview = done("issue", confirmed, NOTICE, dry_run=True)
    assert "sẽ cấp 1 số, từ 01 đến 01" in told(preview)
    assert confirmed.read_bytes() == before
    assert not list(confirmed.parent.glob("*.docx"))


def test_where_the_register_is_protected_drafts_are_printed_and_numbers_refused(
    confirmed: Path,
) -> None:
    book = openpyxl.load_workbook(confirmed, keep_vba=True)
    book["Văn bản"].protection.sheet = True
    book.save(confirmed)
    assert "Chưa ghi được sổ Văn bản" in told(done("merge", confirmed, NOTICE))
    assert (confirmed.parent / "Thông báo kết luận.docx").exists()
    with pytest.raises(DialogueError):
        done("issue", confirmed, NOTICE)


def test_what_cites_the_plan_says_its_number_and_keeps_its_own_when_issued_again(
    confirmed: Path,
) -> None:
    kinds = ("plan", "question_call", "petition_report", "answer_request")
    done("assign", confirmed)
    done("issue", confirmed, *kinds)
    call = Document(str(confirmed.parent / "Công văn đề nghị tổng hợp câu hỏi.docx"))
    assert any("Kế hoạch số 01/KH-UBND" in paragraph.text for paragraph in call.paragraphs)
    before = registered(confirmed)
    assert not done("issue", confirmed, *kinds).written
    assert registered(confirmed) == before


def test_what_was_issued_is_entered_whatever_becomes_of_its_pdf(
    confirmed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(*_: object, **__: object) -> None:
        raise DialogueError(DISK_FULL, folder="x", done=0, total=1)

    monkeypatch.setattr("xl_dialogue.press.pdf.to_pdf", hangs)
    outcome = done("issue", confirmed, NOTICE, pdf=True)
    assert outcome.stopped is not None
    assert "đã cấp 1 số mới" in told(outcome)
    assert registered(confirmed)[0][4] == "Thông báo kết luận.docx"


def test_letters_of_another_time_in_the_folder_are_named(confirmed: Path) -> None:
    folder = confirmed.parent / "Giấy mời"
    folder.mkdir()
    (folder / "999 D999 Nông Cũ.docx").write_bytes(b"old")
    assert "999 D999 Nông Cũ.docx" in told(done("merge", confirmed, "invitation"))


def test_a_print_file_made_afterwards_leaves_the_letters_their_own_files(confirmed: Path) -> None:
    done("issue", confirmed, "invitation")
    before = registered(confirmed)
    done("issue", confirmed, "invitation", one_file=True, separate=False)
    assert (confirmed.parent / "Giấy mời.docx").exists()
    assert registered(confirmed) == before


def test_a_letter_issued_to_somebody_taken_off_the_list_is_found_where_it_was_put(
    confirmed: Path,
) -> None:
    done("issue", confirmed, "invitation")
    book = openpyxl.load_workbook(confirmed, keep_vba=True)
    book["Đại biểu"].delete_rows(2)
    book.save(confirmed)
    done("issue", confirmed, "invitation")
    rows = registered(confirmed)
    assert len(rows) == 450
    assert str(rows[0][4]).startswith("Giấy mời/Bản cũ/D001 ")
    assert all((confirmed.parent / str(row[4])).exists() for row in rows)
