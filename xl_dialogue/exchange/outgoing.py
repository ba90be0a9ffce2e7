"""What goes into files for others: text stays text, a name becomes one part of a path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.formulas import is_taken_for_a_formula

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767


def plain(text: str) -> str:
    """Without the characters that no XML can hold, and no longer than a cell."""
    return _UNWRITABLE.sub("", text)[:_LONGEST]


def put(cell: Cell | MergedCell, value: object) -> None:
    """Put the value into an openpyxl cell: text as text, however it begins."""
    if not isinstance(value, str):
        cell.value = value  # type: ignore[assignment]  # openpyxl judges what it takes
        return
    text = plain(value)
    cell.value = text or None
    if text:
        cell.data_type = "s"  # openpyxl takes a leading = for a formula
    if is_taken_for_a_formula(text):
        cell.quotePrefix = True
