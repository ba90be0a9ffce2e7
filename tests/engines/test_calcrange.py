"""Ranges of a running Calc: what is hidden, what is merged."""

from __future__ import annotations

import openpyxl
from drawn_in_calc import Opened


def test_hidden_rows_and_columns_are_not_seen(drawn: Opened) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        for row in (3, 4):
            book.active.row_dimensions[row].hidden = True
        book.active.column_dimensions["C"].hidden = True

    page = drawn(hide).sheets[0]
    seen = page.range("A1:D7").get_special_cells("visible")
    assert [area.get_address(False, False) for area in seen] == ["A1:B2", "D1:D2", "A5:B7", "D5:D7"]
    assert page.range("A3:D4").get_special_cells("visible") == []


def test_merges_are_as_in_excel(drawn: Opened) -> None:
    def shape(book: openpyxl.Workbook) -> None:
        book.active.merge_cells("B2:C3")

    page = drawn(shape).sheets[0]
    areas = ("B2:C3", "B2", "B2:C4", "A5:C9")
    assert [page.range(area).merge_cells for area in areas] == [True, True, None, False]
    assert page.range("B2").merge_area.address == "$B$2:$C$3"
