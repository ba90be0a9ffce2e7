"""A running Calc through xlwings."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.styles import Protection
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table
from running_office import RunningOffice, free_port

from xl_dialogue.book import Link
from xl_dialogue.engines import calc, calcbridge, closed
from xl_dialogue.messages import DialogueError

Draw = Callable[[openpyxl.Workbook], object]
Opened = Callable[[Draw], xw.Book]


@pytest.fixture
def drawn(calc_app: xw.App, tmp_path: Path) -> Opened:
    """A workbook drawn by a test, open in Calc."""

    def made(draw: Draw) -> xw.Book:
        book = openpyxl.Workbook()
        book.active.title = "Trang"
        draw(book)
        book.save(tmp_path / "Sổ.xlsx")
        return calc_app.books.open(tmp_path / "Sổ.xlsx")

    return made


@pytest.fixture
def page(drawn: Opened) -> xw.Sheet:
    """A blank sheet."""
    return drawn(lambda book: book.active).sheets[0]


def fill(book: openpyxl.Workbook) -> None:
    page = book.active
    page.append(["Sở Xây dựng", 12, 1.5, True, False, None, "0912", "'q", "=1+1"])
    page["I1"].data_type = "s"
    page.append(["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#VALUE!", "#NULL!"])
    page.append([44705] * 9)
    formats = [
        "dd/mm/yyyy", "m/yyyy", "[$-42A]dd/mm/yyyy", '"ngày" d', "d/m/yyyy h:mm", "h:mm", "[h]:mm",
        "mm:ss", "General",
    ]  # fmt: skip
    for row in (3, 4):
        for cell, code in zip(page[3], formats, strict=True):
            found = page.cell(row, cell.column, 44705.3125)
            found.number_format = code
    page.append(["#N/A", 0, 1, True, False, True, 1])
    page["A5"].data_type = "s"
    for at, code in {"D5": "@", "E5": "0.00", "F5": "dd/mm/yyyy", "G5": "@"}.items():
        page[at].number_format = code


# --- reading --------------------------------------------------------------------------------


def test_values_and_formulas_equal_those_of_the_closed_file(drawn: Opened) -> None:
    running = drawn(fill).sheets[0].range("A1:I5")
    file = closed.open(Path(running.sheet.book.fullname)).sheets[0].range("A1:I5")
    for options in ({"ndim": 2}, {"ndim": 2, "err_to_str": True}):
        found, wanted = running.options(**options).value, file.options(**options).value
        assert found == wanted
        kinds = [[[type(value) for value in row] for row in rows] for rows in (found, wanted)]
        assert kinds[0] == kinds[1]
    assert running.formula == file.formula


def test_errors_that_formulas_come_to_have_excels_names(page: xw.Sheet) -> None:
    page.range("A1:D1").value = ["=1/0", "=NA()", '=1+"a"', '=IF(TRUE,"được","")']
    assert page.range("A1:D1").value == [None, None, None, "được"]
    shown = page.range("A1:D1").options(err_to_str=True).value
    assert shown == ["#DIV/0!", "#N/A", "#VALUE!", "được"]


def test_errors_are_told_one_by_one_where_calc_cannot_name_them_at_once(
    page: xw.Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.range("A1:C1").value = ["=1/0", "=NA()", "=SQRT(-1)"]
    monkeypatch.setattr(calc.App, "evaluated", lambda *_: None)
    shown = page.range("A1:C1").options(err_to_str=True).value
    assert shown == ["#DIV/0!", "#N/A", "#VALUE!"]


def test_an_error_alone_is_read_too(page: xw.Sheet) -> None:
    page.range("B2").value = "=NA()"
    assert page.range("B2").options(err_to_str=True).value == "#N/A"


def test_whole_columns_read_as_far_as_the_sheet_reaches(page: xw.Sheet) -> None:
    page.range("B2").value = [["a", 1], ["b", 2]]
    assert page.used_range.address == "$B$2:$C$3"
    rows = page.range("B:B").raw_value
    assert (len(rows), rows[:4]) == (1_048_576, [[None], ["a"], ["b"], [None]])
    assert page.range("2:3").value[1][:4] == [None, "b", 2.0, None]


# --- writing --------------------------------------------------------------------------------


def test_what_is_written_reads_back_with_its_type(page: xw.Sheet) -> None:
    written = [
        "0912", "'=1+1", "-5", 7, 2.5, True, False, None,
        dt.datetime(2022, 5, 24, 7, 30), dt.date(2022, 5, 24), dt.time(7, 30),
    ]  # fmt: skip
    page.range("A1").value = written
    assert page.range("A1").resize(1, len(written)).value == [
        "0912", "=1+1", "-5", 7.0, 2.5, True, False, None,
        dt.datetime(2022, 5, 24, 7, 30), dt.datetime(2022, 5, 24), 0.3125,
    ]  # fmt: skip
    assert [page.range(cell).number_format for cell in ("J1", "I1", "K1", "D1", "A1")] == [
        "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm:ss", "General", "@",
    ]  # fmt: skip


def test_a_date_keeps_the_format_of_its_cell(drawn: Opened) -> None:
    found = drawn(fill).sheets[0].range("A3:B4")
    found.value = [[dt.date(2022, 6, 1)] * 2] * 2
    assert found.value == [[dt.datetime(2022, 6, 1)] * 2] * 2
    assert found.sheet.range("B3").number_format == "m/yyyy"


def test_a_number_in_place_of_a_truth_is_a_number(page: xw.Sheet) -> None:
    page.range("A1").value = True
    page.range("A1").value = 1
    assert (page.range("A1").value, type(page.range("A1").value)) == (1.0, float)


def test_formulas_stand_where_they_were_put_among_values(page: xw.Sheet) -> None:
    page.range("A1").value = [[1, "=A1*2", "a"], [2, "=SUM(A1:A2,10)", "=A2"], [3, None, "'=x"]]
    assert page.range("A1:C3").value == [[1.0, 2.0, "a"], [2.0, 13.0, 2.0], [3.0, None, "=x"]]
    assert page.range("B1:C3").formula == (("=A1*2", "a"), ("=SUM(A1:A2,10)", "=A2"), ("", "=x"))


def test_one_formula_for_all_cells_reads_as_if_copied(page: xw.Sheet) -> None:
    page.range("A1:A3").value = [[1], [2], [3]]
    page.range("B1:B3").formula = "=A1*$A$3"
    assert page.range("B1:B3").value == [3.0, 6.0, 9.0]


def test_a_link_reads_back_and_shows_its_name(page: xw.Sheet) -> None:
    links = [[Link.to("Đại biểu", "E5")], [Link.to("Ông A's", "A1")]]
    page.range("A1:A2").formula = [[str(link)] for (link,) in links]
    assert page.range("A1:A2").formula == tuple((str(link),) for (link,) in links)
    assert page.range("A1:A2").value == ["Đại biểu!E5", "Ông A's!A1"]


def test_contents_are_cleared_and_formats_kept(drawn: Opened) -> None:
    page = drawn(fill).sheets[0]
    page.range("A3:Z99").clear_contents()
    assert page.used_range.shape[0] == 2
    assert page.range("A3").number_format == "dd/mm/yyyy"
    page.clear_contents()
    assert page.used_range.value is None


def test_comments_of_cells_that_are_written_stay(drawn: Opened) -> None:
    def note(book: openpyxl.Workbook) -> None:
        book.active["B3"] = "cũ"
        book.active["B3"].comment = Comment("Hỏi lại Sở", "Cán bộ")

    page = drawn(note).sheets[0]
    written = [[f"{row}{column}" for column in "abc"] for row in range(5)]
    written[2] = ["'0912", 7, "=1+1"]
    page.range("A1").value = written
    notes = page.impl.uno.getAnnotations()
    assert [note.getString() for note in notes] == ["Hỏi lại Sở"]
    assert page.range("A2:C4").value == [["1a", "1b", "1c"], ["0912", 7.0, 2.0], ["3a", "3b", "3c"]]
    page.range("A1:C5").clear_contents()
    assert notes.getCount() == 1


def test_a_locked_cell_is_never_passed_over_in_silence(drawn: Opened) -> None:
    def protect(book: openpyxl.Workbook) -> None:
        book.active["A1"], book.active["B1"] = "khoá", "mở"
        book.active["B1"].protection = Protection(locked=False)
        book.active.protection.sheet = True

    page = drawn(protect).sheets[0]
    assert page.api.ProtectContents
    page.range("B1").value = "viết được"

    def write_format() -> None:
        page.range("A1").number_format = "0.00"

    def write_value() -> None:
        page.range("A1:B1").value = ["x", "y"]

    for write in (page.range("A1").clear_contents, write_format, write_value):
        with pytest.raises(DialogueError) as stop:
            write()
        assert "“Trang”" in stop.value.say("vi")
    assert page.range("A1:B1").value == ["khoá", "viết được"]


def test_a_book_that_was_closed_meanwhile_is_said(page: xw.Sheet) -> None:
    cell = page.range("A1").impl
    page.impl.comments.getCount()
    page.book.close()
    with pytest.raises(DialogueError) as stop:
        cell.raw_value = "x"
    assert "Mở lại sổ" in stop.value.say("vi")


def test_a_part_of_an_array_is_not_written(drawn: Opened) -> None:
    def array(book: openpyxl.Workbook) -> None:
        book.active["A1"] = ArrayFormula("A1:A3", "=ROW(1:3)")

    page = drawn(array).sheets[0]
    with pytest.raises(DialogueError, match="belongs to several cells"):
        page.range("A2").value = 7


def test_filter_selection_sheet_and_scroll_stay_where_they_were(drawn: Opened) -> None:
    def filtered(book: openpyxl.Workbook) -> None:
        page = book.active
        page.append(["Mã", "Loại"])
        for row in range(1, 301):
            page.append([row, f"v{row % 3}"])
            page.row_dimensions[row + 1].hidden = row % 3 != 1
        page.auto_filter.ref = "A1:B301"
        page.auto_filter.add_filter_column(1, ["v1"])
        book.create_sheet("Khác")

    book = drawn(filtered)
    page, view = book.sheets[0], book.impl.controller
    page.range("A200:B202").select()
    view.setFirstVisibleRow(150)

    def seen() -> object:
        rows = [area.address for area in page.range("A1:B301").get_special_cells("visible")]
        app = book.app
        return rows, app.selection.address, book.sheets.active.name, view.getFirstVisibleRow()

    before = seen()
    book.app.screen_updating = False
    page.range("A1:B301").value = [["x", row] for row in range(301)]
    book.sheets["Khác"].range("C7").value = "y"
    book.sheets.add("Mới", after=book.sheets[-1])
    book.app.screen_updating = True
    assert seen() == before
    assert page.range("A3:B3").value == ["x", 2.0]


# --- ranges ---------------------------------------------------------------------------------


def test_hidden_rows_and_columns_are_not_seen(drawn: Opened) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        for row in (3, 4):
            book.active.row_dimensions[row].hidden = True
        book.active.column_dimensions["C"].hidden = True

    page = drawn(hide).sheets[0]
    seen = page.range("A1:D7").get_special_cells("visible")
    assert [area.get_address(False, False) for area in seen] == ["A1:B2", "D1:D2", "A5:B7", "D5:D7"]
    assert page.range("A3:D4").get_special_cells("visible") == []
    heights = [page.range(rows).row_height for rows in ("3:4", "2:3")]
    assert heights == [0.0, None]
    assert [page.range(at).column_width for at in ("C:C", "B:C")] == [0.0, None]


def test_heights_widths_and_merges_are_as_in_excel(drawn: Opened) -> None:
    def shape(book: openpyxl.Workbook) -> None:
        book.active.row_dimensions[1].height = 30
        book.active.merge_cells("B2:C3")

    page = drawn(shape).sheets[0]
    assert (page.range("A1").row_height, page.range("A1:A2").row_height) == (30.0, None)
    areas = ("B2:C3", "B2", "B2:C4", "A5:C9")
    assert [page.range(area).merge_cells for area in areas] == [True, True, None, False]
    assert page.range("B2").merge_area.address == "$B$2:$C$3"
    page.range("A5").row_height, page.range("A5").column_width = 24, 12
    assert (page.range("A5").row_height, page.range("A5").column_width) == (24.0, 12.0)


# --- tables ---------------------------------------------------------------------------------


def table(book: openpyxl.Workbook) -> None:
    page = book.active
    for row in [["Mã", "Tên"], *([row, f"t{row}"] for row in range(1, 5))]:
        page.append(row)
    page.add_table(Table(displayName="tbl_a", ref="A1:B5"))
    page["D1"], page["E1"], page["D2"], page["D3"], page["E3"] = "x", "y", 1, "Tổng", 1
    totalled = Table(displayName="tbl_b", ref="D1:E3")
    totalled.totalsRowCount = 1
    page.add_table(totalled)
    page["G1"], page["H1"], page["G2"] = "lọc", "lọc 2", 1
    page.auto_filter.ref = "G1:H2"


def test_tables_are_those_of_the_file_and_filters_are_none(drawn: Opened) -> None:
    tables = drawn(table).sheets[0].tables
    assert [found.name for found in tables] == ["tbl_a", "tbl_b"]
    first, second = tables["TBL_A"], tables["tbl_b"]
    assert "tbl_a" in tables
    assert [first.range.address, first.header_row_range.address] == ["$A$1:$B$5", "$A$1:$B$1"]
    assert (first.data_body_range.address, first.show_headers) == ("$A$2:$B$5", True)
    assert (first.show_totals, second.show_totals) == (False, True)
    assert second.totals_row_range.address == "$D$3:$E$3"
    assert second.data_body_range.address == "$D$2:$E$2"
    assert first.range.sheet.range("B3").table.name == "tbl_a"


def test_a_table_grows_and_shrinks_downwards_only(drawn: Opened) -> None:
    page = drawn(table).sheets[0]
    first = page.tables["tbl_a"]
    first.resize(page.range("A1:B9"))
    assert first.range.address == "$A$1:$B$9"
    first.resize(page.range("A1:B3"))
    assert first.range.address == "$A$1:$B$3"
    for area in ("A2:B9", "A1:C9", "A1:B1"):
        with pytest.raises(DialogueError, match="tbl_a"):
            first.resize(page.range(area))
    with pytest.raises(DialogueError, match="tbl_b"):
        page.tables["tbl_b"].resize(page.range("D1:E9"))


# --- sheets, books, the app -----------------------------------------------------------------


def test_sheets_are_found_renamed_hidden_and_added(drawn: Opened) -> None:
    book = drawn(lambda made: made.create_sheet("Khác"))
    assert [page.name for page in book.sheets] == ["Trang", "Khác"]
    assert (book.sheets["KHÁC"].index, "khác" in book.sheets) == (2, True)
    with pytest.raises(KeyError):
        book.sheets["Không có"]
    book.sheets.add("Giữa", after=book.sheets[0])
    book.sheets[2].visible = False
    book.sheets[0].name = "Đầu"
    assert [(page.name, page.visible) for page in book.sheets] == [
        ("Đầu", True), ("Giữa", True), ("Khác", False),
    ]  # fmt: skip
    for name in ("a/b", ""):
        with pytest.raises(DialogueError, match="named"):
            book.sheets.add(name)


def test_a_sheet_that_took_anothers_name_is_the_one_found(drawn: Opened) -> None:
    book = drawn(lambda made: made.create_sheet("Khác"))
    assert book.sheets["Khác"].range("A1").value is None
    book.impl.doc.getSheets().removeByName("Khác")
    book.sheets.add("Khác").range("A1").value = "mới"
    assert book.sheets["Khác"].range("A1").value == "mới"


def test_a_sheet_and_a_cell_are_gone_to(drawn: Opened) -> None:
    book = drawn(lambda made: made.create_sheet("Khác"))
    book.sheets["Khác"].activate()
    book.sheets["Khác"].range("C5").select()
    assert (book.sheets.active.name, book.app.selection.address) == ("Khác", "$C$5")
    assert book.app.selection.sheet.name == "Khác"
    assert book.app.books.active.name == "Sổ.xlsx"


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".ods"])
def test_a_book_is_saved_where_it_was_asked(page: xw.Sheet, tmp_path: Path, suffix: str) -> None:
    page.range("A1").value = "đã ghi"
    target = tmp_path / f"Bản sao{suffix}"
    page.book.save(target)
    assert page.book.fullname == str(target)
    page.range("A2").value = "thêm"
    page.book.save()
    if suffix != ".ods":
        cells = openpyxl.load_workbook(target)["Trang"]
        assert (cells["A1"].value, cells["A2"].value) == ("đã ghi", "thêm")
    with pytest.raises(DialogueError, match="suffix"):
        page.book.save(tmp_path / "a.pdf")


def test_a_book_that_is_open_is_not_opened_twice(drawn: Opened) -> None:
    book = drawn(fill)
    again = book.app.books.open(book.fullname)
    assert (len(book.app.books), again.name) == (1, "Sổ.xlsx")
    assert book.api.ReadOnly is False
    book.close()
    assert len(again.app.books) == 0


def test_a_book_that_was_never_saved_has_a_title_and_no_folder(calc_app: xw.App) -> None:
    calc_app.impl.desktop.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, calcbridge.properties(Hidden=True)
    )
    book = calc_app.books.active
    assert Path(book.fullname) == Path(book.name)
    with pytest.raises(DialogueError, match="never saved"):
        book.save()


def test_what_calc_cannot_open_is_said(calc_app: xw.App, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(DialogueError) as stop:
        calc_app.books.open(tmp_path / "a.xlsx")
    assert "a.xlsx" in stop.value.say("vi")
    with pytest.raises(DialogueError, match="There is no file"):
        calc_app.impl.books.open(str(tmp_path / "b.xlsx"))


def test_a_book_that_another_person_has_open_is_read_only(calc_app: xw.App, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    lock = ",người khác,máy khác,24.11.2026 16:00,file:///khác;"
    (tmp_path / ".~lock.a.xlsx#").write_text(lock, encoding="utf-8")
    book = calc_app.books.open(tmp_path / "a.xlsx")
    assert book.api.ReadOnly
    with pytest.raises(DialogueError, match="open read-only"):
        book.sheets[0].range("A1").value = 1


@pytest.mark.parametrize("area", ["C5:D6", "A1", "A7:C9", "2:3", "1:1"])
def test_asking_for_the_book_in_front_moves_nothing_on_the_screen(
    calc_app: xw.App, tmp_path: Path, area: str
) -> None:
    calc_app.impl.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    book = calc_app.books.active
    view = book.impl.controller
    assert book.impl.is_seen
    book.sheets[0].range(area).select()
    view.setFirstVisibleRow(40)
    view.setFirstVisibleColumn(2)
    before = calc_app.selection.address
    assert calc_app.books.active.name == book.name
    assert calc_app.selection.address == before
    assert (view.getFirstVisibleRow(), view.getFirstVisibleColumn()) == (40, 2)


def test_the_screen_is_locked_once_and_given_back(drawn: Opened) -> None:
    book = drawn(fill)
    for wanted in (False, False, True, True):
        book.app.screen_updating = wanted
        assert (book.app.screen_updating, book.impl.doc.hasControllersLocked()) == (
            wanted,
            not wanted,
        )


def test_calculation_waits_while_it_is_manual(page: xw.Sheet) -> None:
    page.range("A1").value = [[1, "=A1*2"]]
    with page.book.app.properties(calculation="manual"):
        assert page.book.app.calculation == "manual"
    assert page.book.app.calculation == "automatic"
    page.book.app.calculate()
    assert page.range("B1").value == 2.0


def test_the_status_bar_is_given_back(drawn: Opened) -> None:
    app = drawn(fill).app
    app.status_bar = "Đang kiểm tra"
    app.status_bar = "Sắp xong"
    assert app.status_bar == "Sắp xong"
    app.status_bar = False
    assert app.status_bar is False


def test_an_alert_that_nobody_can_see_is_declined(page: xw.Sheet) -> None:
    app = page.book.app
    answers = [app.alert("Tiếp tục?", "Kiểm tra", kind) for kind in ("ok", "ok_cancel", "yes_no")]
    assert [*answers, app.alert("Dừng.", mode="critical")] == ["cancel"] * 4


def test_from_inside_the_office_its_books_are_the_same(page: xw.Sheet) -> None:
    inside = calc.inside(page.book.app.impl.context)
    assert (inside.pid, inside.engine.name) == (os.getpid(), "calc")
    assert [book.name for book in inside.books] == ["Sổ.xlsx"]


def test_without_a_book_the_person_is_told(calc_app: xw.App) -> None:
    with pytest.raises(DialogueError) as stop:
        _ = calc_app.books.active
    assert "Mở sổ kế hoạch" in stop.value.say("vi")


def test_nobody_listening_is_said_with_how_to_start(office: RunningOffice) -> None:
    port = free_port()
    with pytest.raises(DialogueError) as stop:
        calc.connect(port)
    assert f'soffice --accept="socket,host=127.0.0.1,port={port};urp;"' in stop.value.say("vi")


def test_an_office_without_python_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    calcbridge.uno.cache_clear()
    monkeypatch.setitem(sys.modules, "uno", None)
    with pytest.raises(DialogueError) as stop:
        calc.connect()
    calcbridge.uno.cache_clear()
    assert "python3-uno" in stop.value.say("vi")


def test_an_office_that_died_is_started_anew(tmp_path_factory: Any) -> None:
    office = RunningOffice(tmp_path_factory.mktemp("dying"))
    try:
        office.app()
        assert office.process is not None
        office.stop()
        assert len(office.app().books) == 0
    finally:
        office.stop()


def test_what_one_click_leaves_in_the_status_bar_the_next_one_takes_away(
    office: RunningOffice, calc_app: xw.App, plan_file: Path
) -> None:
    calc_app.books.open(plan_file)
    calc_app.status_bar = "1/38 · Lỗi"
    later = calc.connect(office.port)
    assert later.status_bar == "1/38 · Lỗi"
    later.status_bar = False
    assert calc_app.status_bar is False
