from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from jobs_done import done, sheet
from tables import Alter

from xl_dialogue.messages import DialogueError

Altered = Callable[[Alter], Path]


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
