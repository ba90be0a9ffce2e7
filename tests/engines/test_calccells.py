"""The cells of a running Calc: values and formulas, read and written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from drawn_in_calc import Opened, fill
from openpyxl.comments import Comment
from openpyxl.styles import Protection
from openpyxl.worksheet.formula import ArrayFormula

from xl_dialogue.book import Link
from xl_dialogue.engines import calc, closed
from xl_dialogue.messages import DialogueError


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
