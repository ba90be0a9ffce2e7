"""The sheets that are counted, and the ranges of their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from xl_dialogue.office.sheets.data import Row
from xl_dialogue.plan.schema import Sheet

FIRST_ROW, LAST_ROW = 2, 5000
"""Dropdowns, hints, colours and counts reach down to the last, so that rows may be added."""
LEDGER_TITLE = "_so_lieu"
"""The hidden sheet where everything is counted."""
FIRST_END = 1
"""Its row from which the last rows of the sheets stand, in column B."""

Contents = Mapping[str, Sequence[Row]]


class View(NamedTuple):
    """The columns that a block shows of a row; ``""`` where the sheet has none."""

    code: str
    words: str
    whose: str = ""
    date: str = ""


class Counted(NamedTuple):
    """How a sheet is counted."""

    key: str
    """The column without which a row is none."""
    view: View = View("", "")
    """What is shown of its rows, where figures count them."""


COUNTED = {
    "delegates": Counted("full_name", View("code", "full_name", "unit")),
    "questions": Counted("content", View("code", "content", "lead", "due")),
    "tasks": Counted("content", View("code", "content", "lead", "deadline")),
    "departments": Counted("code", View("code", "name")),
    "groups": Counted("code"),
    "findings": Counted("severity", View("place", "message")),
    "register": Counted("kind"),
}


def place(sheet: Sheet, column: str) -> int:
    """The column's number, from 0."""
    return [c.name for c in sheet.columns].index(column)


def column_of(rows: Sequence[Row], sheet: Sheet, column: str) -> list[object]:
    """The column's cells, the first from Excel's row 2."""
    at = place(sheet, column)
    return [row[at] for row in rows]


def whole(sheet: Sheet, column: str) -> str:
    """All cells of the column from row 1: the n-th is that of row n."""
    letter = get_column_letter(place(sheet, column) + 1)
    return f"'{sheet.title}'!${letter}$1:${letter}${LAST_ROW}"


def cells(sheet: Sheet, column: str) -> str:
    """The column's cells down to the sheet's last row, so that arrays are no longer than that."""
    letter = get_column_letter(place(sheet, column) + 1)
    last = f"INDEX({whole(sheet, column)},{_end_of(sheet)})"
    return f"'{sheet.title}'!${letter}${FIRST_ROW}:{last}"


def _end_of(sheet: Sheet) -> str:
    """The cell of the hidden sheet that holds the number of the sheet's last row."""
    return f"'{LEDGER_TITLE}'!$B${FIRST_END + list(COUNTED).index(sheet.name)}"
