"""Cells that work themselves out: each formula is put down with its result beside it.

Protected View and a phone show the results that stand in the file, so they are computed here
from the same rows as the formulas will.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from openpyxl.worksheet.formula import ArrayFormula

from xl_dialogue.office.sheets.conditions import TODAY
from xl_dialogue.plan.plan import EXCEL_EPOCH

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Result = str | int | float | dt.date
Results = dict[str, dict[str, Result]]
"""Sheet -> cell -> what its formula gives."""

_FORMULA = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*)(><f[^>]*>[^<]*</f>)<v(?:></v>| ?/>)')


class Live:
    """A sheet that is written by formulas."""

    def __init__(self, page: Worksheet) -> None:
        self.page = page
        self.results: dict[str, Result] = {}

    def put(self, at: str, formula: str, result: Result) -> Cell:
        """A formula and what it gives."""
        cell: Cell = self.page[at]
        cell.value = _again(formula)
        self.results[at] = result
        return cell

    def put_array(self, at: str, formula: str, result: Result) -> Cell:
        """A formula over arrays that gives one value."""
        cell = self.put(at, formula, result)
        cell.value = ArrayFormula(at, _again(formula))
        return cell

    def put_column(self, area: str, formula: str, results: Sequence[Result]) -> None:
        """A formula over arrays that fills the column from the top; below stands ``""``."""
        top, *below = (cell for (cell,) in self.page[area])
        top.value = ArrayFormula(area, _again(formula))
        self.results[top.coordinate] = results[0] if results else ""
        for cell, result in zip(below, results[1:], strict=False):
            cell.value = result

    def put_today(self, at: str, result: dt.date) -> Cell:
        """The day that everything is reckoned from."""
        cell: Cell = self.page[at]
        cell.value = "=TODAY()"
        self.results[at] = result
        return cell


def cut(words: str, room: int) -> str:
    """The words, cut to so many characters."""
    return words[:room] + "…" * (len(words) > room)


def cut_formula(words: str, room: int) -> str:
    """The same, of what a formula gives."""
    return f'LEFT({words},{room})&IF(LEN({words})>{room},"…","")'


def _again(formula: str) -> str:
    """The formula, made to depend on today's date.

    LibreOffice trusts the results in a file but for what depends on today, and the file may have
    been written since by a program that does not calculate, such as our own closed-file engine.
    """
    return f"=IF({TODAY},{formula})"


def with_results(content: bytes, results: Mapping[str, Result]) -> bytes:
    """The sheet's part with the results of its formulas in their cells."""

    def shown(match: re.Match[bytes]) -> bytes:
        cell = match[2].decode()
        if cell not in results:
            return match[0]
        kind, value = _written(results[cell])
        return match[1] + kind + match[3] + b"<v>" + value + b"</v>"

    return _FORMULA.sub(shown, content)


def _written(result: Result) -> tuple[bytes, bytes]:
    """The cell's type and value as a part holds them.

    Source: ECMA-376 part 1, 18.18.11 (``str``: the text that a formula gives).
    """
    if isinstance(result, str):
        return b' t="str"', escape(result).encode()
    if isinstance(result, dt.date):
        return b"", str((result - EXCEL_EPOCH.date()).days).encode()
    return b"", f"{result:.15g}".encode()
