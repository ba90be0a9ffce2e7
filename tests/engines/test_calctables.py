"""Tables of a running Calc."""

from __future__ import annotations

import openpyxl
import pytest
from drawn_in_calc import Opened
from openpyxl.worksheet.table import Table

from xl_dialogue.messages import DialogueError


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
