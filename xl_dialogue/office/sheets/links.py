"""Links to a place of the workbook: one that stays, and one that a formula finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.hyperlink import Hyperlink

from xl_dialogue.looks import LINK

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def link(page: Worksheet, at: str, title: str, said: str) -> None:
    """A cell that leads to the top of the sheet of that title."""
    cell = page[at]
    cell.value, cell.font = said, LINK
    cell.hyperlink = Hyperlink(ref=at, location=f"'{title}'!A1", display=said)


def link_formula(title: str, row: str, said: str) -> str:
    """A link to the first cell of a row; title, row and what is said are formulas themselves."""
    return f'HYPERLINK("#\'"&{title}&"\'!A"&{row},{said})'
