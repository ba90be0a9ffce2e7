"""What is said once for a whole list: "Đơn vị: …" above it, or a form's part about the asker."""

from __future__ import annotations

from collections.abc import Sequence

from xl_dialogue.exchange.intake.grid import Grid
from xl_dialogue.exchange.intake.headers import ANONYMOUS, KEYS, likeness, names_of
from xl_dialogue.exchange.intake.lines import is_blank
from xl_dialogue.exchange.reading.tables import Value
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.vietnamese.text import folded

_SURE = 0.6
_WIDEST, _FEWEST = 3, 2
"""Columns of the part of a form, and labels that make it one."""
_ONCE = ("unit", "asker", "received", "group", "topic")
"""Columns that may be said once for a whole list."""
_LONGEST = 40


def given(grid: Grid, sheets: Sequence[Sheet]) -> dict[str, Value]:
    """Of a table of labels and values: what it says; empty when it is none."""
    if grid.width > _WIDEST:
        return {}
    best: dict[str, Value] = {}
    for sheet in sheets:
        found: dict[str, Value] = {}
        for row in range(len(grid.rows)):
            cells = [value for _, value in grid.own(row)]
            name = _named(cells[0], sheet, strictly=False) if cells else ""
            if name:
                found[name] = cells[1] if len(cells) > 1 else None
        best = max(best, found, key=len)
    if len(best) < _FEWEST:
        return {}
    return {name: value for name, value in best.items() if not is_blank(value)}


def labelled(grid: Grid, row: int, sheet: Sheet) -> dict[str, Value]:
    """Of a line above the header: "Đơn vị: Công ty May", in one cell or in two."""
    cells = [value for _, value in grid.own(row) if isinstance(value, str)]
    if len(cells) == 1 and ":" in cells[0]:
        label, _, said = cells[0].partition(":")
        cells = [f"{label}:", said]
    if len(cells) != 2 or not cells[0].rstrip().endswith(":") or is_blank(cells[1]):
        return {}
    name = _named(cells[0], sheet, strictly=True)
    return {name: cells[1].strip()} if name else {}


def _named(label: Value, sheet: Sheet, *, strictly: bool) -> str:
    """The column that the label means."""
    if not isinstance(label, str) or len(label) > _LONGEST * 2:
        return ""
    said = folded(label.split("(")[0])
    once = {name: known for name, known in names_of(sheet).items() if name in (*_ONCE, ANONYMOUS)}
    scores = {
        name: max(likeness(said, one) for one in known)
        for name, known in once.items()
        if name != KEYS[sheet.name]
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= (1.0 if strictly else _SURE) else ""
