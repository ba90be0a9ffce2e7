from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import openpyxl
import pytest
import xlwings as xw
from hypothesis import given
from hypothesis import strategies as st
from tables import Alter

from xl_dialogue import book as workbook
from xl_dialogue.engines import closed
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import FINDINGS, JOURNAL

Altered = Callable[[Alter], Path]


def read(path: Path) -> Plan:
    book = closed.open(path)
    plan = workbook.read(book)
    book.close()
    return plan


def test_the_shipped_plan_is_read_whole(plan_file: Path) -> None:
    plan = read(plan_file)
    sizes = {name: len(plan.frames[name]) for name in ("groups", "delegates", "questions", "tasks")}
    assert sizes == {"groups": 12, "delegates": 450, "questions": 150, "tasks": 24}
    assert plan.conference.chairman_name == "Hoàng Xuân Ánh"
    assert plan.delegates.index[0] == 2


def test_a_column_is_found_by_its_header_wherever_it_stands(altered: Altered) -> None:
    def move(book: openpyxl.Workbook) -> None:
        page = book["Đại biểu"]
        del page.tables["tbl_delegates"]
        page.insert_cols(1, 2)
        page.insert_rows(1, 3)
        page["A4"], page["B4"] = "Của chúng tôi", "Phụ trách"

    plan = read(altered(move))
    assert plan.delegates.at[5, "code"] == "D001"
    assert plan.cells["delegates"].letters["code"] == "C"


def test_another_offices_header_is_understood(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].cell(1, 3, "HỌ TÊN"))
    assert read(path).delegates.at[2, "full_name"]


def test_a_missing_sheet_is_named(altered: Altered) -> None:
    path = altered(lambda book: book.remove(book["Cơ quan"]))
    with pytest.raises(DialogueError) as stop:
        read(path)
    assert "“Cơ quan”" in stop.value.say("vi")


def test_a_renamed_column_is_asked_for_with_the_likely_header(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].cell(1, 3, "Họ và tên đầy đủ của đại biểu"))
    with pytest.raises(DialogueError) as stop:
        read(path)
    assert "Có phải cột “Họ và tên đầy đủ của đại biểu” ở ô C1?" in stop.value.say("vi")


def test_an_empty_table_is_no_row(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].delete_rows(2, 500))
    assert read(path).delegates.empty


def test_rows_hidden_merged_or_below_the_table_are_known(altered: Altered) -> None:
    def muddle(book: openpyxl.Workbook) -> None:
        page = book["Câu hỏi"]
        page.row_dimensions[7].hidden = True
        page.merge_cells("C9:D10")
        page["A154"], page["E154"] = "CH999", "Câu hỏi gõ dưới bảng"

    cells = read(altered(muddle)).cells["questions"]
    assert (cells.hidden, cells.merged, cells.beyond_table) == ({7}, {9, 10}, {154})


def test_a_formula_in_place_of_text_is_known(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].cell(4, 5, '="Phó "&"phòng"'))
    assert read(path).cells["delegates"].formulas == {(4, "title")}


def test_a_row_of_totals_is_no_delegate(altered: Altered) -> None:
    def total(book: openpyxl.Workbook) -> None:
        page = book["Đại biểu"]
        page["A452"] = "Tổng"
        table = page.tables["tbl_delegates"]
        table.ref, table.totalsRowCount = "A1:L452", 1

    assert len(read(altered(total)).delegates) == 450


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "'quoted'"])
def test_text_that_looks_like_a_formula_stays_text(plan_file: Path, text: str) -> None:
    book = closed.open(plan_file)
    plan = workbook.read(book)
    workbook.write(book, plan, [Change("questions", 3, "reason", None, text)])
    book.save()
    book.close()
    cell = openpyxl.load_workbook(plan_file, keep_vba=True)["Câu hỏi"]["K3"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_the_programs_own_sheet_grows_with_its_table(plan_file: Path) -> None:
    for run in (1, 2):
        book = closed.open(plan_file)
        workbook.append(book, JOURNAL, [{"run": run, "job": "Thử"}] * 3)
        book.save()
        book.close()
    page = openpyxl.load_workbook(plan_file, keep_vba=True)["Nhật ký"]
    assert [row[0].value for row in page["A2:A7"]] == [1, 1, 1, 2, 2, 2]
    assert page.tables["tbl_journal"].ref == "A1:H7"


def test_findings_of_before_go_when_new_ones_come(plan_file: Path) -> None:
    book = closed.open(plan_file)
    workbook.replace(book, FINDINGS, [{"severity": "Lỗi", "message": str(n)} for n in range(9)])
    workbook.replace(book, FINDINGS, [{"severity": "Nên xem", "message": "một"}])
    book.save()
    book.close()
    page = openpyxl.load_workbook(plan_file, keep_vba=True)["Kiểm tra"]
    assert [cell.value for cell in page["A"]] == ["Mức", "Nên xem", *[None] * 8]
    assert page.tables["tbl_findings"].ref == "A1:F2"


def test_a_column_of_the_offices_own_among_the_findings_stays(altered: Altered) -> None:
    def add(book: openpyxl.Workbook) -> None:
        page = book["Kiểm tra"]
        del page.tables["tbl_findings"]
        page.insert_cols(3)
        page["C1"], page["C2"], page["A2"] = "Người sửa", "Chị Mẫu", "Lỗi"

    path = altered(add)
    book = closed.open(path)
    workbook.replace(book, FINDINGS, [{"severity": "Nên xem", "message": "một"}])
    assert book.sheets["Kiểm tra"].range("A2:C2").value == ["Nên xem", None, "Chị Mẫu"]
    book.close()


def test_a_missing_journal_is_made(altered: Altered) -> None:
    path = altered(lambda book: book.remove(book["Nhật ký"]))
    book = closed.open(path)
    workbook.append(book, JOURNAL, [{"run": 1, "job": "Thử"}])
    book.save()
    book.close()
    page = openpyxl.load_workbook(path, keep_vba=True)["Nhật ký"]
    assert [cell.value for cell in page[1]] == [column.header for column in JOURNAL.columns]
    assert page["C2"].value == "Thử"


def test_a_header_that_stands_twice_is_refused_with_both_places(altered: Altered) -> None:
    path = altered(lambda book: book["Câu hỏi"].cell(1, 22, "Đơn vị chủ trì"))
    with pytest.raises(DialogueError) as stop:
        read(path)
    assert "ở ô G1 và V1" in stop.value.say("vi")


def test_of_two_sheets_alike_the_one_spelt_as_declared_is_read(altered: Altered) -> None:
    path = altered(lambda book: book.create_sheet("CÂU HOI", 0))
    assert len(read(path).questions) == 150


def test_an_error_of_excel_is_no_blank(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].cell(2, 6, "#N/A"))
    assert read(path).delegates.at[2, "unit"] == "#N/A"


# --- what reading costs ---------------------------------------------------------------------


def asked_of_the_engine(path: Path) -> int:
    """How often xlwings turns to the engine while the plan is read: in Excel each is a call."""
    count = 0

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        caller = frame.f_back.f_code.co_filename if frame.f_back else ""
        if event == "call" and frame.f_code.co_filename.startswith(ENGINE) and caller == XLWINGS:
            count += 1

    book = closed.open(path)
    sys.setprofile(watch)
    try:
        workbook.read(book)
    finally:
        sys.setprofile(None)
    book.close()
    return count


ENGINE = str(Path(closed.__file__).parent)
XLWINGS = str(xw.main.__file__)


def test_reading_asks_excel_as_often_for_450_delegates_as_for_50(
    plan_file: Path, altered: Altered
) -> None:
    many = asked_of_the_engine(plan_file)

    def shorten(book: openpyxl.Workbook) -> None:
        page = book["Đại biểu"]
        page.delete_rows(52, 500)
        page.tables["tbl_delegates"].ref = "A1:L51"

    assert asked_of_the_engine(altered(shorten)) == many > 100


# --- what writing costs ---------------------------------------------------------------------


@given(st.dictionaries(st.tuples(st.integers(1, 12), st.integers(1, 8)), st.integers()))
def test_blocks_are_the_cells_and_nothing_else(cells: dict[tuple[int, int], int]) -> None:
    written = [
        ((top + down, left + right), value)
        for top, left, block in workbook.blocks(cells)
        for down, row in enumerate(block)
        for right, value in enumerate(row)
    ]
    assert len(written) == len(cells)
    assert dict(written) == cells


def test_neighbouring_cells_are_one_block() -> None:
    cells = {(row, column): 0 for row in range(2, 99) for column in (6, 7, 8, 14)}
    assert [(top, left, len(block)) for top, left, block in workbook.blocks(cells)] == [
        (2, 6, 97),
        (2, 14, 97),
    ]
