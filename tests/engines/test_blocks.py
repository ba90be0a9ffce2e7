"""Rectangles of cells, whatever the engine."""

from __future__ import annotations

import openpyxl
import pytest

from xl_dialogue.engines import closed
from xl_dialogue.engines.blocks import runs


def test_runs_are_unbroken() -> None:
    assert [*runs([1, 2, 3, 7, 9, 10])] == [(1, 3), (7, 7), (9, 10)]
    assert [*runs([])] == []


@pytest.fixture
def hiding(tmp_path):
    """Rows 3 and 4 and column C are hidden; the second sheet is protected."""
    book = openpyxl.Workbook()
    page = book.active
    for row in range(1, 8):
        page.append([row, row, row, row])
    for row in (3, 4):
        page.row_dimensions[row].hidden = True
    page.column_dimensions["C"].hidden = True
    book.create_sheet("Khoá").protection.sheet = True
    book.save(tmp_path / "a.xlsx")
    return closed.open(tmp_path / "a.xlsx")


def test_the_cells_a_person_sees_are_the_largest_rectangles(hiding) -> None:
    seen = hiding.sheets[0].range("A1:D7").get_special_cells("visible")
    assert [area.get_address(False, False) for area in seen] == ["A1:B2", "D1:D2", "A5:B7", "D5:D7"]
    assert hiding.sheets[0].range("A3:D4").get_special_cells("visible") == []
    [all_] = hiding.sheets[1].range("B2:C9").get_special_cells("visible")
    assert all_.address == "$B$2:$C$9"


def test_other_kinds_of_cells_are_not_looked_for(hiding) -> None:
    """xlwings' engines say so by ``NotImplementedError``."""
    with pytest.raises(NotImplementedError, match="blanks"):
        hiding.sheets[0].range("A1").get_special_cells("blanks")


def test_a_closed_file_answers_excels_own_words(hiding) -> None:
    assert [page.api.ProtectContents for page in hiding.sheets] == [False, True]
    assert hiding.api.ReadOnly is False
