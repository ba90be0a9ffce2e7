"""Reading a closed workbook through xlwings."""

from __future__ import annotations

import datetime as dt
import math
import string
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from drawn_workbooks import packed, parts_of, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xl_dialogue.engines import closed
from xl_dialogue.messages import DialogueError


@pytest.fixture
def book_of(tmp_path: Path) -> Any:
    def made(*sheets: str, **about: str) -> xw.Book:
        return closed.open(packed(tmp_path / "Plan.xlsx", parts_of(*sheets, **about)))

    return made


def test_values_come_as_excel_gives_them_through_xlwings(book_of: Any) -> None:
    book = book_of(
        sheet(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12</v></c>'
            '<c r="C1" t="b"><v>1</v></c><c r="D1" s="1"><v>44705</v></c>'
            '<c r="E1" t="e"><v>#N/A</v></c><c r="F1" s="3"/>'
            '<c r="G1" s="3"><v>0.3125</v></c></row>'
        ),
        strings="<si><t>Sở Xây dựng</t></si>",
    )
    assert book.sheets[0].range("A1:G1").value == [
        "Sở Xây dựng", 12.0, True, dt.datetime(2022, 5, 24), None, None, 0.3125,
    ]  # fmt: skip


def test_an_error_is_shown_as_text_on_request_and_the_same_letters_typed_stay_text(
    book_of: Any,
) -> None:
    book = book_of(
        sheet(
            '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="inlineStr"><is><t>#N/A</t></is>'
            "</c></row>"
        )
    )
    both = book.sheets[0].range("A1:B1")
    assert both.value == [None, "#N/A"]
    assert both.options(err_to_str=True).value == ["#N/A", "#N/A"]


@pytest.mark.parametrize("style", [1, 2, 4])
def test_numbers_under_date_formats_are_dates(book_of: Any, style: int) -> None:
    book = book_of(sheet(f'<row r="1"><c r="A1" s="{style}"><v>44705.5</v></c></row>'))
    assert book.sheets[0].range("A1").value == dt.datetime(2022, 5, 24, 12)


def test_the_date_system_of_1904_is_honoured(book_of: Any) -> None:
    rows = '<row r="1"><c r="A1" s="1"><v>43243</v></c></row>'
    book = book_of(sheet(rows), properties='<workbookPr date1904="1"/>')
    assert book.sheets[0].range("A1").value == dt.datetime(2022, 5, 24)


def test_rich_text_is_joined_and_phonetic_runs_are_left_out(book_of: Any) -> None:
    book = book_of(
        sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'),
        strings="<si><r><t>Ông </t></r><r><rPr><b/></rPr><t>Nam</t></r>"
        '<rPh sb="0" eb="1"><t>ナム</t></rPh></si>'
        '<si><t xml:space="preserve"> a_x000D_&#10;b </t></si>',
    )
    assert book.sheets[0].range("A1:B1").value == ["Ông Nam", " a\r\nb "]


def test_a_formula_cell_gives_its_cached_value_and_its_formula(book_of: Any) -> None:
    book = book_of(
        sheet(
            '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str">'
            '<f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c><c r="E1"><v>1.5</v></c></row>'
        )
    )
    row = book.sheets[0].range("A1:E1")
    assert row.value == [2.0, "ab", "x", None, 1.5]
    assert row.formula == (("=1+1", '="a"&"b"', "x", "", "1.5"),)


def test_a_shared_formula_reads_in_each_cell_as_if_copied_there(book_of: Any) -> None:
    book = book_of(
        sheet(
            '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>0</v></c></row>'
            '<row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row>'
        )
    )
    assert book.sheets[0].range("A1:A3").formula == (("=B1*$C$1",), ("=B2*$C$1",), ("=B3*$C$1",))


def test_the_used_range_spans_the_cells_whatever_the_dimension_says(book_of: Any) -> None:
    rows = '<row r="3"><c r="C3"><v>1</v></c></row><row r="7"><c r="B7"><v>1</v></c></row>'
    book = book_of(sheet(rows, before='<dimension ref="A1"/>'), sheet(""))
    used = book.sheets[0].used_range
    assert (used.address, used.shape, used.last_cell.address) == ("$B$3:$C$7", (5, 2), "$C$7")
    assert book.sheets[1].used_range.address == "$A$1"
    assert book.sheets[1].used_range.value is None


def test_sheets_are_found_by_name_in_any_capitals_and_charts_are_none(book_of: Any) -> None:
    book = book_of(sheet(""), sheet(""), sheet(""))
    assert [found.name for found in book.sheets] == ["Trang 1", "Trang 2", "Trang 3"]
    assert "TRANG 2" in book.sheets
    assert "Trang 4" not in book.sheets
    assert book.sheets["trang 2"].index == 2
    with pytest.raises(KeyError):
        book.sheets["Trang 4"]


def test_of_two_sheets_that_differ_in_capitals_only_the_exact_one_is_taken(book_of: Any) -> None:
    book = book_of(
        sheet(""), sheet(""),
        lines='<sheet name="kế hoạch" sheetId="1" r:id="rId1"/>'
        '<sheet name="KẾ HOẠCH" sheetId="2" r:id="rId2"/>',
    )  # fmt: skip
    assert book.sheets["KẾ HOẠCH"].index == 2


def test_hidden_and_very_hidden_sheets_are_not_visible_and_chart_sheets_not_listed(
    book_of: Any,
) -> None:
    book = book_of(
        sheet(""), sheet(""), sheet(""),
        lines='<sheet name="a" sheetId="1" r:id="rId1" state="veryHidden"/>'
        '<sheet name="chart" sheetId="4" r:id="rId5"/>'
        '<sheet name="b" sheetId="2" r:id="rId2" state="hidden"/>'
        '<sheet name="c" sheetId="3" r:id="rId3"/>',
    )  # fmt: skip
    assert {found.name: found.visible for found in book.sheets} == {
        "a": False,
        "b": False,
        "c": True,
    }


def test_hidden_rows_and_columns_and_merges_are_those_of_the_file(book_of: Any) -> None:
    rows = (
        '<row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    )
    found = book_of(
        sheet(
            rows,
            before='<sheetFormatPr defaultRowHeight="15"/>'
            '<cols><col min="1" max="2" width="20.7109375"/>'
            '<col min="4" max="4" hidden="1"/></cols>',
            after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
        )
    ).sheets[0]
    seen = found.range("A1:E3").get_special_cells("visible")
    assert [area.get_address(False, False) for area in seen] == ["A1:C1", "E1", "A3:C3", "E3"]
    assert [found.range(area).merge_cells for area in ("A1:B1", "A1:B2", "A3")] == [
        True,
        None,
        False,
    ]
    assert found.range("B1").merge_area.address == "$A$1:$B$1"


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="_"),
    min_size=1, max_size=20,
).filter(lambda text: text[0] not in "=#")  # fmt: skip
_VALUES = st.one_of(
    st.none(), _TEXT, st.booleans(), st.integers(-(10**9), 10**9),
    st.floats(-1e300, 1e300),
    st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2200, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
)  # fmt: skip
_GRIDS = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(_VALUES, min_size=width, max_size=width), min_size=1, max_size=6
    )
)
_ROOMY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def as_xlwings(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


@_ROOMY
@given(grid=_GRIDS)
def test_values_agree_with_those_openpyxl_reads(tmp_path: Path, grid: list[list[Any]]) -> None:
    workbook = openpyxl.Workbook()
    for row, values in enumerate(grid, 1):
        for column, value in enumerate(values, 1):
            workbook.active.cell(row, column, value)
    workbook.save(tmp_path / "a.xlsx")
    read = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).active
    whole = closed.open(tmp_path / "a.xlsx").sheets[0].range((1, 1), (len(grid), len(grid[0])))
    expected = [
        [as_xlwings(read.cell(r, c).value) for c in range(1, len(grid[0]) + 1)]
        for r in range(1, len(grid) + 1)
    ]
    assert whole.options(ndim=2).value == expected


@_ROOMY
@given(grid=_GRIDS)
def test_what_was_written_is_read_before_and_after_saving(
    tmp_path: Path, grid: list[list[Any]]
) -> None:
    path = packed(
        tmp_path / "Plan.xlsx", parts_of(sheet('<row r="2"><c r="B2"><v>1</v></c></row>'))
    )
    book = closed.open(path)
    quoted = [[f"'{value}" if isinstance(value, str) else value for value in row] for row in grid]
    book.sheets[0].range("B2").value = quoted
    area = (2, 2), (1 + len(grid), 1 + len(grid[0]))
    expected = [[as_xlwings(value) for value in row] for row in grid]
    assert book.sheets[0].range(*area).options(ndim=2).value == expected
    book.save()
    assert book.sheets[0].range(*area).options(ndim=2).value == expected
    assert closed.open(path).sheets[0].range(*area).options(ndim=2).value == expected


@_ROOMY
@given(text=st.text(st.sampled_from("_x0041A\r\n\t\x01 &<>\"'" + string.hexdigits), min_size=1))
def test_any_text_survives_even_what_xml_cannot_hold(tmp_path: Path, text: str) -> None:
    path = packed(tmp_path / "Plan.xlsx", parts_of(sheet("")))
    book = closed.open(path)
    book.sheets[0].range("A1").value = f"'{text}"
    book.save()
    assert book.sheets[0].range("A1").value == text
    assert openpyxl.load_workbook(path).active["A1"].value is not None


def test_text_that_looks_like_a_number_or_a_formula_stays_text(book_of: Any) -> None:
    book = book_of(sheet(""))
    found = book.sheets[0].range("A1:C1")
    found.value = ["0912345678", "'=1+1", "-5"]
    book.save()
    assert found.value == ["0912345678", "=1+1", "-5"]
    styles = book.impl.workbook.styles
    assert b'quotePrefix="1"' in styles.part
    assert book.impl.sheet("xl/worksheets/sheet1.xml").part.count(b"<f>") == 0


def test_a_value_that_begins_with_an_equals_sign_is_a_formula(book_of: Any) -> None:
    book = book_of(sheet(""))
    book.sheets[0].range("A1").value = "=SUM(B1:B2)"
    assert book.sheets[0].range("A1").formula == "=SUM(B1:B2)"
    book.save()
    assert book.sheets[0].range("A1").formula == "=SUM(B1:B2)"


def test_a_link_shows_its_friendly_name_before_it_is_calculated(book_of: Any) -> None:
    book = book_of(sheet(""))
    link = '=HYPERLINK("#\'Đại biểu\'!E5","Đại biểu!E5")'
    book.sheets[0].range("A1:A2").formula = [[link], ["chữ"]]
    book.save()
    assert book.sheets[0].range("A1:A2").value == ["Đại biểu!E5", "chữ"]
    assert book.sheets[0].range("A1").formula == link


def test_a_written_time_is_the_fraction_of_a_day_under_a_format_of_hours(book_of: Any) -> None:
    book = book_of(sheet(""))
    book.sheets[0].range("A1").value = dt.time(7, 30)
    book.save()
    assert math.isclose(book.sheets[0].range("A1").value, 0.3125)
    assert book.sheets[0].range("A1").number_format == "h:mm:ss"


def test_number_formats_are_read_and_set(book_of: Any) -> None:
    book = book_of(sheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>'))
    found = book.sheets[0]
    assert found.range("A1").number_format == "dd/mm/yyyy;@"
    assert found.range("A1:B1").number_format is None
    found.range("B1:C1").number_format = '0.0 "kg"'
    found.range("A1").number_format = "@"
    book.save()
    assert [found.range(a).number_format for a in ("A1", "B1:C1")] == ["@", '0.0 "kg"']
    assert found.range("A1:C1").value == [1.0, 2.0, None]


def test_values_of_pandas_and_numpy_are_written_as_pythons_own(book_of: Any) -> None:
    import numpy as np
    import pandas as pd

    book = book_of(sheet('<row r="1"><c r="D1"><v>9</v></c></row>'))
    found = book.sheets[0].range("A1:E1")
    found.value = [np.int64(3), pd.Timestamp("2022-05-24"), np.nan, pd.NaT, pd.NA]
    assert found.value == [3.0, dt.datetime(2022, 5, 24), None, None, None]


def test_contents_are_cleared_and_formats_kept(book_of: Any) -> None:
    book = book_of(sheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>'))
    book.sheets[0].range("A1:Z99").clear_contents()
    book.save()
    assert book.sheets[0].range("A1:B1").value == [None, None]
    assert book.sheets[0].range("A1").number_format == "dd/mm/yyyy;@"


def test_a_sheet_is_added_where_it_was_asked_for(book_of: Any, tmp_path: Path) -> None:
    book = book_of(sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), sheet(""))
    added = book.sheets.add("Báo cáo & số liệu", after=book.sheets[0])
    added.range("B2").value = [["a", 1], ["b", 2]]
    book.save()
    again = openpyxl.load_workbook(tmp_path / "Plan.xlsx")
    assert again.sheetnames == ["Trang 1", "Báo cáo & số liệu", "Trang 2"]
    assert again["Báo cáo & số liệu"]["C3"].value == 2
    with pytest.raises(ValueError, match="already present"):
        book.sheets.add("trang 1")


@pytest.mark.parametrize("value", [float("inf"), dt.date(1899, 1, 1), "a" * 32_768, object()])
def test_what_excel_cannot_hold_is_refused_and_the_file_stays(book_of: Any, value: object) -> None:
    book = book_of(sheet(""))
    before = Path(book.fullname).read_bytes()

    def write() -> None:
        book.sheets[0].range("A1").raw_value = value
        book.save()

    with pytest.raises(DialogueError):
        write()
    assert Path(book.fullname).read_bytes() == before


def test_what_a_closed_file_cannot_do_is_said(book_of: Any) -> None:
    """As xlwings' engines do, by ``NotImplementedError``: ``book`` catches it."""
    found = book_of(sheet("")).sheets[0]
    with pytest.raises(NotImplementedError, match="name"):
        found.name = "Khác"
    with pytest.raises(NotImplementedError, match="seen"):
        found.visible = False


def test_the_same_engine_serves_every_book(book_of: Any) -> None:
    first, second = book_of(sheet("")), book_of(sheet(""))
    assert first.app.engine.name == second.app.engine.name == "closed"
    assert [engine.name for engine in xw.engines].count("closed") == 1
    first.close()
    second.close()
