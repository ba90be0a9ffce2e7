from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from jobs_done import done
from tables import Alter

from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.findings import Rule
from xl_dialogue.share import shared

Altered = Callable[[Alter], Path]


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    return "\n".join(paragraph.text for paragraph in paragraphs)


def test_450_letters_each_to_its_delegate(plan_file: Path, tmp_path: Path) -> None:
    printed = done("merge", plan_file, kinds=("invitation",), out=tmp_path)
    assert len(printed.files) == 450
    assert not printed.findings
    names = sorted(path.name for path in (tmp_path / "Giấy mời").glob("*.docx"))
    assert (names[0][:5], names[-1][:5]) == ("D001 ", "D450 ")
    text = words(tmp_path / "Giấy mời" / names[-1])
    assert "trân trọng kính mời: " in text
    assert "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022" in text
    again = done("merge", plan_file, kinds=("invitation",), out=tmp_path)
    assert len(again.files) == 450


def test_awkward_delegates_come_out_right_or_are_refused_with_their_row(
    altered: Altered, tmp_path: Path
) -> None:
    long_title = "Phó Chủ tịch " * 23
    awkward = {"C2": "A & B <c>", "C3": "{{7*7}}", "E4": long_title, "C5": None,
               "C6": "NguyÔn V¨n ¸nh TuÊn", "C7": "Nguyễn\nVăn Mẫu"}  # fmt: skip

    def muddle(book: openpyxl.Workbook) -> None:
        for at, value in awkward.items():
            book["Đại biểu"][at] = value
        book["Đại biểu"].delete_rows(8, 500)

    outcome = done("merge", altered(muddle), kinds=("invitation",), out=tmp_path)
    refused = [(finding.rule, finding.row, finding.column) for finding in outcome.findings]
    assert refused == [(Rule.REQUIRED, 5, "full_name"), (Rule.LEGACY_TEXT, 6, "full_name")]
    texts = {path.name[:4]: words(path) for path in outcome.files}
    assert "Đồng chí A & B <c>, " in texts["D001"]
    assert "Đồng chí {{7*7}}, " in texts["D002"]
    assert long_title.strip() in texts["D003"]
    assert "Đồng chí Nguyễn Văn Mẫu, " in texts["D006"]
    assert not [text for text in texts.values() if "None" in text or "nan" in text.split()]


def test_the_notice_holds_every_finished_conclusion(plan_file: Path, tmp_path: Path) -> None:
    outcome = done("merge", plan_file, kinds=("conclusion_notice",), out=tmp_path)
    text = words(outcome.files[0])
    questions = outcome.plan.questions
    concluded = questions[questions["conclusion"] != ""]
    assert len(concluded) == 12
    for conclusion, due in zip(concluded["conclusion"], concluded["due"], strict=True):
        assert conclusion in text
        assert f"{due.day}/{due.month}/{due.year}" in text


def test_a_broken_template_is_named_and_nothing_is_printed(plan_file: Path, tmp_path: Path) -> None:
    document = Document(str(shared("templates") / "giay-moi.docx"))
    [venue] = [p for p in document.paragraphs if "venue" in p.text]
    venue.runs[0].text = venue.runs[0].text.replace("venue", "venu")
    own = tmp_path / "mẫu"
    own.mkdir()
    document.save(str(own / "giay-moi.docx"))
    with pytest.raises(DialogueError) as stop:
        done("merge", plan_file, kinds=("invitation",), out=tmp_path / "out", templates=own)
    said = stop.value.say("vi")
    assert "giay-moi.docx" in said
    assert "“Địa điểm: {{ venu }}.”" in said
    assert "“venue”" in said
    assert not (tmp_path / "out").exists()


def test_an_item_that_every_document_needs_must_be_there(altered: Altered, tmp_path: Path) -> None:
    def forget(book: openpyxl.Workbook) -> None:
        page = book["Hội nghị"]
        [row] = [cell.row for cell in page["A"] if cell.value == "Địa điểm"]
        page.cell(row, 2).value = None

    with pytest.raises(DialogueError) as stop:
        done("merge", altered(forget), kinds=("invitation",), out=tmp_path / "out")
    assert "“Địa điểm”" in stop.value.say("vi")


def test_an_item_that_cannot_be_read_is_named_with_what_it_says(
    altered: Altered, tmp_path: Path
) -> None:
    path = altered(lambda book: book["Hội nghị"].cell(6, 2, "cuối tháng"))
    with pytest.raises(DialogueError) as stop:
        done("merge", path, kinds=("invitation",), out=tmp_path / "out")
    assert "“Ngày hội nghị” đang ghi “cuối tháng”" in stop.value.say("vi")


def test_a_paper_that_somebody_edited_is_kept_when_it_is_made_anew(
    plan_file: Path, altered: Altered, tmp_path: Path
) -> None:
    made = done("merge", plan_file, kinds=("conclusion_notice",), out=tmp_path).files[0]
    document = Document(str(made))
    document.add_paragraph("Ghi thêm bằng tay")
    document.save(str(made))
    altered(lambda book: book["Hội nghị"].cell(10, 2, "Hội trường B"))
    outcome = done("merge", plan_file, kinds=("conclusion_notice",), out=tmp_path)
    kept = made.with_stem(f"{made.stem} (bản cũ 1)")
    assert "Ghi thêm bằng tay" in words(kept)
    assert "Hội trường B" in words(made)
    assert any(kept.name in said.say() for said in outcome.summary)
    done("merge", plan_file, kinds=("conclusion_notice",), out=tmp_path)
    assert len(list(tmp_path.glob("*bản cũ*"))) == 1
