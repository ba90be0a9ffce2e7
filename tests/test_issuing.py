"""Numbers and the register, end to end on the shipped workbook."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from editing import confirm, edited

from xl_dialogue.engines import closed
from xl_dialogue.jobs import JOBS
from xl_dialogue.messages import DISK_FULL, DialogueError
from xl_dialogue.outcome import Outcome, Request

NOW = dt.datetime(2022, 5, 19, 8, 0)
NOTICE = "conclusion_notice"


@pytest.fixture
def plan_file(plan_file: Path) -> Path:
    """The shipped workbook with the day confirmed, as it is when invitations are issued."""
    with edited(plan_file) as book:
        confirm(book)
    return plan_file


def done(name: str, path: Path, *kinds: str, **request: Any) -> Outcome:
    book = closed.open(path)
    outcome = JOBS[name].run(book, Request(kinds=kinds, out=path.parent, now=NOW, **request))
    if outcome.written:
        book.save()
    book.close()
    return outcome


def registered(path: Path) -> list[tuple[object, ...]]:
    """Number, day, kind, recipient and file of each row."""
    page = openpyxl.load_workbook(path, keep_vba=True)["Văn bản"]
    rows = page.iter_rows(min_row=2, max_col=6, values_only=True)
    return [(n, day and day.date(), kind, to, file) for n, _, day, kind, to, file in rows if kind]


def head(path: Path) -> str:
    table = Document(str(path)).tables[0]
    return "\n".join(cell.text for row in table.rows for cell in row.cells)


def told(outcome: Outcome) -> str:
    return "\n".join(said.say() for said in outcome.summary)


def test_a_draft_is_registered_without_a_number(plan_file: Path) -> None:
    assert done("merge", plan_file, NOTICE).written
    assert registered(plan_file) == [
        (None, None, "Thông báo kết luận", None, "Thông báo kết luận.docx")
    ]


def test_the_register_holds_the_files_digest(plan_file: Path) -> None:
    done("merge", plan_file, NOTICE)
    page = openpyxl.load_workbook(plan_file, keep_vba=True)["Văn bản"]
    printed = (plan_file.parent / "Thông báo kết luận.docx").read_bytes()
    assert page["G2"].value == hashlib.sha256(printed).hexdigest()


def test_making_it_again_from_unchanged_data_changes_nothing(plan_file: Path) -> None:
    done("merge", plan_file, NOTICE)
    before = plan_file.read_bytes()
    again = done("merge", plan_file, NOTICE)
    assert not again.written
    assert plan_file.read_bytes() == before


def test_every_invitation_gets_a_number_of_its_own_in_order(plan_file: Path) -> None:
    outcome = done("issue", plan_file, "invitation")
    rows = registered(plan_file)
    assert [number for number, *_ in rows] == [f"{n:02d}" for n in range(1, 451)]
    assert {day for _, day, *_ in rows} == {dt.date(2022, 5, 19)}
    assert "450 số mới, từ 01 đến 450" in told(outcome)
    first = plan_file.parent / str(rows[0][4])
    assert "Số: 01/GM-UBND" in head(first)
    assert "ngày 19 tháng 5 năm 2022" in head(first)


def test_a_number_is_kept_when_all_is_printed_again(plan_file: Path) -> None:
    done("issue", plan_file, "invitation")
    before = registered(plan_file)
    again = done("issue", plan_file, "invitation")
    assert registered(plan_file) == before
    assert "450 văn bản giữ số đã cấp" in told(again)


def test_a_changed_document_gets_another_number_and_its_old_one_stays(plan_file: Path) -> None:
    done("issue", plan_file, NOTICE)
    book = openpyxl.load_workbook(plan_file, keep_vba=True)
    page = book["Câu hỏi"]
    row = next(r for r in range(2, 200) if page.cell(r, 16).value)
    page.cell(row, 16).value = "Giao Sở Xây dựng báo cáo."
    book.save(plan_file)
    again = done("issue", plan_file, NOTICE)
    assert [number for number, *_ in registered(plan_file)] == ["01", "02"]
    assert "nay đã khác" in told(again)


def test_numbers_are_entered_and_saved_before_anything_is_printed(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("xl_dialogue.printing.print_batch", killed)
    with pytest.raises(KeyboardInterrupt):
        done("issue", plan_file, NOTICE)
    assert [row[0] for row in registered(plan_file)] == ["01"]
    monkeypatch.undo()
    done("issue", plan_file, NOTICE)
    assert [row[0] for row in registered(plan_file)] == ["01"]


def test_a_preview_gives_no_number(plan_file: Path) -> None:
    before = plan_file.read_bytes()
    preview = done("issue", plan_file, NOTICE, dry_run=True)
    assert "sẽ cấp 1 số, từ 01 đến 01" in told(preview)
    assert plan_file.read_bytes() == before
    assert not list(plan_file.parent.glob("*.docx"))


def test_where_the_register_is_protected_drafts_are_printed_and_numbers_refused(
    plan_file: Path,
) -> None:
    book = openpyxl.load_workbook(plan_file, keep_vba=True)
    book["Văn bản"].protection.sheet = True
    book.save(plan_file)
    assert "Chưa ghi được sổ Văn bản" in told(done("merge", plan_file, NOTICE))
    assert (plan_file.parent / "Thông báo kết luận.docx").exists()
    with pytest.raises(DialogueError):
        done("issue", plan_file, NOTICE)


def test_what_cites_the_plan_says_its_number_and_keeps_its_own_when_issued_again(
    plan_file: Path,
) -> None:
    kinds = ("plan", "question_call", "petition_report", "answer_request")
    done("assign", plan_file)
    done("issue", plan_file, *kinds)
    call = Document(str(plan_file.parent / "Công văn đề nghị tổng hợp câu hỏi.docx"))
    assert any("Kế hoạch số 01/KH-UBND" in paragraph.text for paragraph in call.paragraphs)
    before = registered(plan_file)
    assert not done("issue", plan_file, *kinds).written
    assert registered(plan_file) == before


def test_what_was_issued_is_entered_whatever_becomes_of_its_pdf(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(*_: object, **__: object) -> None:
        raise DialogueError(DISK_FULL, folder="x", done=0, total=1)

    monkeypatch.setattr("xl_dialogue.press.pdf.to_pdf", hangs)
    outcome = done("issue", plan_file, NOTICE, pdf=True)
    assert outcome.stopped is not None
    assert "đã cấp 1 số mới" in told(outcome)
    assert registered(plan_file)[0][4] == "Thông báo kết luận.docx"


def test_letters_of_another_time_in_the_folder_are_named(plan_file: Path) -> None:
    folder = plan_file.parent / "Giấy mời"
    folder.mkdir()
    (folder / "999 D999 Nông Cũ.docx").write_bytes(b"old")
    assert "999 D999 Nông Cũ.docx" in told(done("merge", plan_file, "invitation"))


def test_a_print_file_made_afterwards_leaves_the_letters_their_own_files(plan_file: Path) -> None:
    done("issue", plan_file, "invitation")
    before = registered(plan_file)
    done("issue", plan_file, "invitation", one_file=True, separate=False)
    assert (plan_file.parent / "Giấy mời.docx").exists()
    assert registered(plan_file) == before


def test_a_letter_issued_to_somebody_taken_off_the_list_is_found_where_it_was_put(
    plan_file: Path,
) -> None:
    done("issue", plan_file, "invitation")
    book = openpyxl.load_workbook(plan_file, keep_vba=True)
    book["Đại biểu"].delete_rows(2)
    book.save(plan_file)
    done("issue", plan_file, "invitation")
    rows = registered(plan_file)
    assert len(rows) == 450
    assert str(rows[0][4]).startswith("Giấy mời/Bản cũ/D001 ")
    assert all((plan_file.parent / str(row[4])).exists() for row in rows)
