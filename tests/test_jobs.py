from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from tables import Alter

from xl_dialogue.engines import closed
from xl_dialogue.jobs import JOBS
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.findings import Rule
from xl_dialogue.share import shared

Altered = Callable[[Alter], Path]
NOW = dt.datetime(2022, 5, 19, 8, 0)


def done(name: str, path: Path, **request: Any) -> Outcome:
    """A job on a closed workbook, saved when something was written."""
    book = closed.open(path)
    outcome = JOBS[name].run(book, Request(now=NOW, **request))
    if outcome.written:
        book.save()
    book.close()
    return outcome


def sheet(path: Path, title: str) -> dict[str, object]:
    page = openpyxl.load_workbook(path, keep_vba=True)[title]
    return {
        cell.coordinate: cell.value
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    return "\n".join(paragraph.text for paragraph in paragraphs)


# --- validate and fix -----------------------------------------------------------------------


def test_validation_leaves_the_file_alone(plan_file: Path, shipped: bytes) -> None:
    assert done("validate", plan_file).errors
    assert plan_file.read_bytes() == shipped


def test_the_founding_plans_contradictions_are_found(plan_file: Path) -> None:
    rules = {finding.rule for finding in done("validate", plan_file).findings}
    assert rules >= {
        Rule.DATE_TENTATIVE, Rule.TASK_WITHOUT_LEAD, Rule.TASK_WITHOUT_DEADLINE, Rule.NAME_DIFFERS,
        Rule.SPEECH_WITHOUT_ITEM, Rule.LEAD_NOT_INVITED, Rule.TASK_LEAD_NOT_INVITED,
        Rule.ABBREVIATION_DIFFERS,
    }  # fmt: skip


def test_findings_are_written_as_links_to_their_cells(plan_file: Path) -> None:
    outcome = done("validate", plan_file, record=True)
    cells = sheet(plan_file, "Kiểm tra")
    assert cells["B2"] == '=HYPERLINK("#\'Hội nghị\'!B7","Hội nghị!B7")'
    assert f"A{len(outcome.findings) + 1}" in cells
    assert f"A{len(outcome.findings) + 2}" not in cells


def test_what_is_safe_is_mended_once_and_a_name_never_respelt(altered: Altered) -> None:
    def muddle(book: openpyxl.Workbook) -> None:
        page = book["Đại biểu"]
        page["C2"], page["H2"], page["J3"] = "ĐỖ  THỊ HOÀ", "+84 900 000 001", "xác nhận"
        book["Câu hỏi"]["B4"] = "5/5/2022"

    path = altered(muddle)
    assert len(done("fix", path).changes) == 4
    cells = sheet(path, "Đại biểu")
    assert (cells["C2"], cells["H2"], cells["J3"]) == ("ĐỖ THỊ HOÀ", "0900000001", "Xác nhận")
    assert sheet(path, "Câu hỏi")["B4"] == dt.datetime(2022, 5, 5)
    assert done("fix", path).changes == []


# --- assign and undo ------------------------------------------------------------------------


def test_filled_and_locked_cells_are_never_written_over(altered: Altered) -> None:
    def decide(book: openpyxl.Workbook) -> None:
        page = book["Câu hỏi"]
        page["G3"], page["L4"], page["K5"] = "CAT", "x", "Ý của tôi"

    path = altered(decide)
    before = sheet(path, "Câu hỏi")
    done("assign", path)
    after = sheet(path, "Câu hỏi")
    assert {at for at in before if before[at] != after.get(at)} <= {
        f"N{row}" for row in range(2, 152)
    }
    assert not [at for at in after.keys() - before.keys() if at[1:] in ("3", "4")]


def test_vague_questions_are_left_with_the_reason(plan_file: Path) -> None:
    done("assign", plan_file)
    cells = sheet(plan_file, "Câu hỏi")
    left = [row for row in range(2, 152) if f"G{row}" not in cells]
    assert left
    assert all(str(cells[f"K{row}"]).startswith("Cần người quyết: ") for row in left)
    assert all(cells[f"N{row}"] == "Mới" for row in left)


def test_every_cell_written_is_in_the_journal_and_a_second_run_has_nothing_to_do(
    plan_file: Path,
) -> None:
    first = done("assign", plan_file)
    cells = sheet(plan_file, "Nhật ký")
    assert f"A{len(first.changes) + 1}" in cells
    assert (cells["B2"], cells["C2"], cells["D2"]) == (
        "19/05/2022 08:00:00",
        "Phân công",
        "Câu hỏi",
    )
    assert done("assign", plan_file).changes == []


def test_undo_keeps_what_somebody_changed_since(plan_file: Path) -> None:
    before = sheet(plan_file, "Câu hỏi")
    written = done("assign", plan_file).changes
    book = openpyxl.load_workbook(plan_file, keep_vba=True)
    book["Câu hỏi"]["G3"] = "CAT"
    book.save(plan_file)
    undone = done("undo", plan_file)
    after = sheet(plan_file, "Câu hỏi")
    assert len(undone.changes) == len(written) - 1
    assert {at for at in after if after[at] != before.get(at)} == {"G3"}
    assert done("undo", plan_file).changes == []


def test_undo_finds_its_rows_after_they_were_sorted(altered: Altered, plan_file: Path) -> None:
    done("assign", plan_file)

    def turn_round(book: openpyxl.Workbook) -> None:
        page = book["Câu hỏi"]
        rows = [[cell.value for cell in row] for row in page["A2:T151"]]
        for row, values in zip(page["A2:T151"], reversed(rows), strict=True):
            for cell, value in zip(row, values, strict=True):
                cell.value = value

    altered(turn_round)
    done("undo", plan_file)
    cells = sheet(plan_file, "Câu hỏi")
    assert sum(f"G{row}" in cells for row in range(2, 152)) == 12


@pytest.mark.parametrize("name", ["fix", "assign", "undo"])
def test_a_preview_writes_nothing(plan_file: Path, shipped: bytes, name: str) -> None:
    done(name, plan_file, dry_run=True)
    assert plan_file.read_bytes() == shipped


# --- merge ----------------------------------------------------------------------------------


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


def test_undo_gives_back_the_very_text_that_was_mended(altered: Altered) -> None:
    typed = {"B4": "5/5/2022", "B5": "ngày 06 tháng 5 năm 2022", "Q6": "30/6/2022"}

    def muddle(book: openpyxl.Workbook) -> None:
        for at, said in typed.items():
            book["Câu hỏi"][at] = said
        book["Chương trình"]["F4"] = "8h00"
        book["Chương trình"]["G4"] = "10"
        book["Đại biểu"]["H2"] = 900000001
        book["Hội nghị"]["B8"] = "7h30"

    path = altered(muddle)
    before = {
        title: sheet(path, title) for title in ("Câu hỏi", "Chương trình", "Đại biểu", "Hội nghị")
    }
    assert len(done("fix", path).changes) == 7
    assert sheet(path, "Chương trình")["F4"] == dt.time(8, 0)
    done("undo", path)
    assert {title: sheet(path, title) for title in before} == before


def test_what_a_person_typed_in_the_programs_own_column_stays(altered: Altered) -> None:
    path = altered(lambda book: book["Câu hỏi"].cell(3, 10, "cao"))
    done("assign", path)
    cells = sheet(path, "Câu hỏi")
    assert (cells["J3"], "G3" in cells) == ("cao", True)


def test_an_error_cell_is_filled_and_a_space_is_blank(altered: Altered) -> None:
    def muddle(book: openpyxl.Workbook) -> None:
        book["Câu hỏi"]["G3"], book["Câu hỏi"]["G4"] = "#N/A", " "

    path = altered(muddle)
    done("assign", path)
    cells = sheet(path, "Câu hỏi")
    assert cells["G3"] == "#N/A"
    assert "I3" not in cells
    assert (str(cells.get("G4")).strip() != "") == (cells["N4"] == "Đã giao")


def test_an_undo_that_finds_nothing_says_so_and_gives_way_to_the_run_before(
    plan_file: Path, altered: Altered
) -> None:
    done("assign", plan_file)

    def rename(book: openpyxl.Workbook) -> None:
        for row in range(2, 152):
            book["Câu hỏi"].cell(row, 1, f"X{row}")

    altered(rename)
    first = done("undo", plan_file)
    assert first.summary[-1].facts["lost"] > 800
    assert done("undo", plan_file).summary[-1].text.en.startswith("There is no run")


def test_an_item_that_cannot_be_read_is_named_with_what_it_says(
    altered: Altered, tmp_path: Path
) -> None:
    path = altered(lambda book: book["Hội nghị"].cell(6, 2, "cuối tháng"))
    with pytest.raises(DialogueError) as stop:
        done("merge", path, kinds=("invitation",), out=tmp_path / "out")
    assert "“Ngày hội nghị” đang ghi “cuối tháng”" in stop.value.say("vi")


def test_a_formula_that_shows_nothing_is_no_blank(altered: Altered) -> None:
    def calculate(book: openpyxl.Workbook) -> None:
        page = book["Câu hỏi"]
        page["G3"], page["K6"] = '=IF(1=1,"","x")', '=IF(1=1,"","y")'

    path = altered(calculate)
    before = sheet(path, "Câu hỏi")
    done("assign", path)
    after = sheet(path, "Câu hỏi")
    assert (after["G3"], after["K6"]) == (before["G3"], before["K6"])
    assert not [at for at in after.keys() - before.keys() if at[1:] == "3"]


def test_a_formula_is_never_mended_into_its_value(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].cell(4, 5, '="  Phó  "&"phòng "'))
    before = sheet(path, "Đại biểu")
    done("fix", path)
    assert sheet(path, "Đại biểu") == before


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


# --- the schedule, and conclusions as tasks -------------------------------------------------


def task_table(path: Path) -> str:
    book = openpyxl.load_workbook(path, keep_vba=True)
    return str(book["Nhiệm vụ"].tables["tbl_tasks"].ref)


def test_the_schedule_dates_the_tasks_that_have_no_day_and_undo_takes_it_back(
    plan_file: Path,
) -> None:
    before = sheet(plan_file, "Nhiệm vụ")
    outcome = done("schedule", plan_file, day=dt.date(2022, 5, 10))
    written = {change.row: change.new for change in outcome.changes}
    assert written[5] == dt.date(2022, 5, 23)
    assert 10 not in written, "NV09 has its day"
    assert sheet(plan_file, "Nhiệm vụ")["F5"] == dt.datetime(2022, 5, 23)
    done("undo", plan_file)
    assert sheet(plan_file, "Nhiệm vụ") == before


def test_a_schedule_that_cannot_be_kept_says_so_and_dates_nothing(altered: Altered) -> None:
    def close_later(book: openpyxl.Workbook) -> None:
        page = book["Hội nghị"]
        [row] = [cells for cells in page.iter_rows() if cells[0].value == "Hạn gửi câu hỏi"]
        row[1].value = dt.datetime(2022, 5, 21)

    outcome = done("schedule", altered(close_later), day=dt.date(2022, 5, 10))
    assert [finding.rule for finding in outcome.findings] == [Rule.SCHEDULE_TOO_TIGHT]
    assert outcome.changes == []
    assert "sớm nhất họp được ngày 26/5/2022" in outcome.summary[0].say()


def test_a_conference_that_is_over_is_only_looked_back_at(plan_file: Path) -> None:
    outcome = done("schedule", plan_file, day=dt.date(2023, 1, 5))
    assert outcome.changes == []
    assert "đã qua" in outcome.summary[0].say()


def test_conclusions_become_tasks_once_and_undo_takes_the_rows_away(plan_file: Path) -> None:
    before = sheet(plan_file, "Nhiệm vụ")
    outcome = done("follow", plan_file)
    assert {change.row for change in outcome.changes} == set(range(26, 38))
    assert task_table(plan_file) == "A1:L37"
    assert sheet(plan_file, "Nhiệm vụ")["A26"] == "NV25"
    assert done("follow", plan_file).changes == []
    done("undo", plan_file)
    assert sheet(plan_file, "Nhiệm vụ") == before


def test_rows_taken_back_leave_their_place_to_the_next(plan_file: Path) -> None:
    done("follow", plan_file)
    done("undo", plan_file)
    outcome = done("follow", plan_file)
    assert min(change.row for change in outcome.changes) == 26
    assert task_table(plan_file) == "A1:L37"
    assert sheet(plan_file, "Nhiệm vụ")["A26"] == "NV37", "NV25 may stand on a paper"


def test_a_workbook_without_the_column_for_new_tasks_is_refused_before_anything_is_written(
    altered: Altered,
) -> None:
    def drop(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["L1"] = "Khác"

    with pytest.raises(DialogueError) as stop:
        done("follow", altered(drop))
    assert "Từ câu hỏi" in stop.value.say("vi")


def test_a_row_of_totals_is_in_the_way_of_new_rows(altered: Altered) -> None:
    def total(book: openpyxl.Workbook) -> None:
        table = book["Nhiệm vụ"].tables["tbl_tasks"]
        table.ref, table.totalsRowCount = "A1:L26", 1
        book["Nhiệm vụ"]["A26"] = "Tổng"

    with pytest.raises(DialogueError, match="total"):
        done("follow", altered(total))


# --- questions taken apart, questions put together --------------------------------------------


def two_askers(book: openpyxl.Workbook) -> None:
    page = book["Câu hỏi"]
    for row, said in (
        (3, "1) Công ty Vidu nợ lương ba tháng. 2) Đường vào xưởng ổ gà, đề nghị sửa."),
        (4, "Trường bản Nà Vài thiếu nước uống cho học sinh"),
        (5, "truong ban Na Vai thieu nuoc uong cho hoc sinh"),
    ):
        page.cell(row, 5, said)


def test_parts_become_rows_of_the_table_and_go_again_with_an_undo(altered: Altered) -> None:
    path = altered(two_askers)
    before = sheet(path, "Câu hỏi")
    preview = done("split", path, dry_run=True)
    assert sheet(path, "Câu hỏi") == before
    outcome = done("split", path)
    assert outcome.changes == preview.changes
    cells = sheet(path, "Câu hỏi")
    code = cells["A3"]
    rows = [at[1:] for at, value in cells.items() if at[0] == "A" and str(value) == f"{code}.2"]
    assert len(rows) == 1
    assert "Đường vào xưởng" in str(cells[f"E{rows[0]}"])
    page = openpyxl.load_workbook(path, keep_vba=True)["Câu hỏi"]
    [table] = page.tables.values()
    last = max(change.row for change in outcome.changes)
    assert table.ref.endswith(str(last))
    done("undo", path)
    assert sheet(path, "Câu hỏi") == before


def test_a_duplicate_is_proposed_beside_its_question_and_nothing_is_merged(
    altered: Altered,
) -> None:
    path = altered(two_askers)
    changes = done("duplicates", path).changes
    assert {change.column for change in changes} == {"maybe_duplicate_of", "likeness"}
    [proposal] = [c for c in changes if c.row == 5 and c.column == "maybe_duplicate_of"]
    assert proposal.new == sheet(path, "Câu hỏi")["A4"]
    assert not done("duplicates", path).changes


def test_a_workbook_without_the_column_is_told_which_one_it_wants(altered: Altered) -> None:
    def drop(book: openpyxl.Workbook) -> None:
        two_askers(book)
        page = book["Câu hỏi"]
        for cell in page[1]:
            if cell.value == "Tách từ":
                cell.value = "Cột khác"

    path = altered(drop)
    with pytest.raises(DialogueError) as stop:
        done("split", path)
    assert "Tách từ" in stop.value.say("vi")


def test_what_staff_corrected_becomes_a_keyword_that_undo_takes_back(altered: Altered) -> None:
    def correct(book: openpyxl.Workbook) -> None:
        page = book["Câu hỏi"]
        columns = {cell.value: cell.column_letter for cell in page[1]}
        for row in range(2, page.max_row + 1):
            page[f"{columns['Đơn vị chủ trì']}{row}"] = None
        page[f"{columns['Nội dung']}2"] = "Quầy tạp phẩm lưu kho vẹo vọ quá"
        page[f"{columns['Đơn vị chủ trì']}2"] = "STP"
        page[f"{columns['Lý do']}2"] = None
        page[f"{columns['Lĩnh vực']}2"] = None

    plan = altered(correct)
    before = sheet(plan, "Lĩnh vực")
    preview = done("learn", plan, dry_run=True)
    assert sheet(plan, "Lĩnh vực") == before
    done("learn", plan)
    learnt = sheet(plan, "Lĩnh vực")
    [cell] = [place for place in before if learnt[place] != before[place]]
    assert str(learnt[cell]).startswith(f"{before[cell]}; ")
    assert [change.new for change in preview.changes] == [learnt[cell]]
    done("undo", plan)
    assert sheet(plan, "Lĩnh vực") == before
