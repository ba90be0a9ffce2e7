"""What a person is told of documents that were not made, or are not what they should be."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from docx import Document
from editing import edited
from jobs_done import done, told

from xl_dialogue.cli import main
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.findings import Rule


def altered(path: Path, sheet: str, row: int, header: str, value: object) -> None:
    with edited(path) as book:
        page = book[sheet]
        page.cell(row, [cell.value for cell in page[1]].index(header) + 1).value = value


def row_of(path: Path, kind: str) -> int:
    page = openpyxl.load_workbook(path, keep_vba=True)["Ban hành"]
    return next(row for row in range(2, 40) if page.cell(row, 1).value == kind)


def test_a_programme_that_lacks_an_item_is_printed_as_a_draft_only(confirmed: Path) -> None:
    altered(confirmed, "Chương trình", 6, "Phút", -5)
    draft = done("merge", confirmed, "programme")
    assert [each.rule for each in draft.findings] == [Rule.NOT_A_NUMBER, Rule.LEFT_OUT]
    assert (confirmed.parent / "Chương trình.docx").exists()
    issued = done("issue", confirmed, "programme")
    assert [each.rule for each in issued.findings] == [Rule.NOT_A_NUMBER, Rule.HELD_BACK]
    assert "chưa lập được" in told(issued)
    assert "số" not in told(issued).replace("đã nêu", "")


def test_a_kind_without_a_signer_keeps_no_other_from_being_printed(plan_file: Path) -> None:
    altered(plan_file, "Ban hành", row_of(plan_file, "Chương trình"), "Họ tên người ký", None)
    outcome = done("merge", plan_file, "programme", "script")
    assert [each.rule for each in outcome.findings] == [Rule.ISSUING_BLANK]
    assert (plan_file.parent / "Kịch bản điều hành.docx").exists()


def test_what_several_kinds_meet_is_told_once(plan_file: Path) -> None:
    altered(plan_file, "Đại biểu", 3, "Họ và tên", None)
    findings = done("merge", plan_file, "attendance", "delegate_list", "name_plate").findings
    assert [each.rule for each in findings].count(Rule.REQUIRED) == 1


def test_nothing_is_said_to_be_made_where_nothing_was(plan_file: Path) -> None:
    (plan_file.parent / "Kế hoạch.docx").mkdir()
    outcome = done("issue", plan_file, "plan")
    assert "chưa lập được" in told(outcome)
    assert "đã lập" not in told(outcome)
    assert "thư mục trùng tên" in outcome.findings[0].say()


def template(folder: Path, name: str, *paragraphs: str) -> Path:
    folder.mkdir(exist_ok=True)
    made = Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(folder / name))
    return folder


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("Kế hoạch", "không có thẻ {{ number }}"),
        ("{{ number }} {{ recipients }}", "là danh sách nhiều dòng"),
        ("{{ number }} {{ issuer.name }}", "không có trường “name”"),
        ("{{ number }} {{ full name }}", "thừa “name”"),
    ],
)
def test_a_template_that_cannot_print_is_refused_before_a_number_is_given(
    paragraph: str, said: str, plan_file: Path
) -> None:
    folder = template(plan_file.parent / "mau", "ke-hoach.docx", paragraph)
    with pytest.raises(DialogueError) as stopped:
        done("issue", plan_file, "plan", templates=folder)
    assert said in stopped.value.say()


def test_a_template_of_a_wrong_name_is_not_passed_over_in_silence(plan_file: Path) -> None:
    folder = template(plan_file.parent / "mau", "kế hoạch.docx", "{{ number }}")
    outcome = done("merge", plan_file, "plan", templates=folder)
    assert "Mẫu “kế hoạch.docx” không được dùng" in told(outcome)
    assert "“ke-hoach.docx”" in told(outcome)


@pytest.mark.parametrize("workers", ["0", "-3", "hai"])
def test_workers_are_counted_from_one(workers: str, plan_file: Path) -> None:
    with pytest.raises(SystemExit):
        main(["merge", str(plan_file), "plan", "--out", "x", "--workers", workers])
