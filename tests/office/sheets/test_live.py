"""Cells that work themselves out: in the file stands what LibreOffice finds."""

from __future__ import annotations

from openpyxl import Workbook as Book

from xl_dialogue.office.sheets.ledger import LAST, TOP
from xl_dialogue.office.sheets.ranges import LEDGER_TITLE
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, GUIDE_TITLE, TO_DO_TITLE

LIVE = (GUIDE_TITLE, DASHBOARD_TITLE, TO_DO_TITLE, LEDGER_TITLE)


def test_the_results_in_the_file_are_those_that_libreoffice_finds(
    book: Book, in_file: Book, reckoned: dict[str, Book]
) -> None:
    differing, compared = [], 0
    for title in LIVE:
        for row in book[title].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    shown = in_file[title][cell.coordinate].value
                    found = reckoned["shipped"][title][cell.coordinate].value
                    compared += 1
                    if (shown or "") != (found or ""):
                        differing.append((title, cell.coordinate, shown, found))
    assert differing == []
    assert compared > 4000


def test_lists_below_their_first_cell_are_in_the_file_too(
    in_file: Book, reckoned: dict[str, Book]
) -> None:
    shown, found = in_file[LEDGER_TITLE], reckoned["shipped"][LEDGER_TITLE]
    for row in range(TOP, LAST + 1):
        for column in range(1, shown.max_column + 1):
            assert (shown.cell(row, column).value or "") == (found.cell(row, column).value or "")


def test_no_cell_is_an_error(reckoned: dict[str, Book]) -> None:
    wrong = [
        (name, title, cell.coordinate, cell.value)
        for name, book in reckoned.items()
        for title in LIVE
        for row in book[title].iter_rows()
        for cell in row
        if cell.data_type == "e" or str(cell.value).startswith(("#", "Err:"))
    ]
    assert wrong == []
