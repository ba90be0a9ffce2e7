"""What a cell of Calc holds, between its numbers and texts and Python's values.

Calc has numbers and texts only: a truth is a number under a logical format, a date one under a
format that shows a day. So reading and writing ask for the type of a cell's number format.
Source: LibreOffice API reference, com.sun.star.util.NumberFormat; errors by name as
sc/source/filter/excel/xltools.cxx exports them.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from xl_dialogue.addresses import Box
from xl_dialogue.engines.values import CellError, Formula, Quoted, Value, moment, serial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xl_dialogue.engines.values import Content

    Rows: TypeAlias = Sequence[Sequence[str | float | None]]


DATE, TIME, LOGICAL = 2, 4, 1024
GENERAL = "General"
_DAY, _MOMENT, _CLOCK, _TRUTH = "DD/MM/YYYY", "DD/MM/YYYY HH:MM", "HH:MM:SS", "BOOLEAN"
_ERRORS = {
    503: "#NUM!", 521: "#NULL!", 524: "#REF!", 525: "#NAME?", 530: "#NAME?", 531: "#NAME?",
    532: "#DIV/0!", 32767: "#N/A",
}  # fmt: skip
_NUMBERED = re.compile(r"Err:([0-9]+)")
_SPOKEN = re.compile(r'"[^"]*"|\\.|\[\$[^\]]*\]|AM/PM|A/P|General|([A-Z])')


# --- reading --------------------------------------------------------------------------------


def value(held: str | float, kind: int, epoch: dt.datetime) -> Value:
    """What a cell with this content under a number format of this type shows."""
    if isinstance(held, str):
        return held or None
    if kind & LOGICAL:
        return held != 0
    return moment(held, epoch) if kind & DATE else held


def error(code: int) -> CellError:
    return CellError(_ERRORS.get(code, "#VALUE!"))


def error_named(name: object) -> CellError | None:
    """The error that Calc calls ``#N/A`` or ``Err:502``; ``None`` for any other name."""
    if isinstance(name, str) and name in {*_ERRORS.values(), "#VALUE!"}:
        return CellError(name)
    numbered = _NUMBERED.fullmatch(name) if isinstance(name, str) else None
    return error(int(numbered[1])) if numbered else None


def columns(area: Box, places: Iterable[tuple[int, int]]) -> Iterator[Box]:
    """For each column of the area that has places in it, the part from the first to the last."""
    spans: dict[int, tuple[int, int]] = {}
    for row, column in places:
        first, last = spans.get(column, (row, row))
        spans[column] = min(first, row), max(last, row)
    for column, (first, last) in sorted(spans.items()):
        yield Box(area.top + first, area.left + column, area.top + last, area.left + column)


def numbers(rows: Rows) -> Iterator[tuple[int, int]]:
    """Where numbers stand, by index."""
    return (
        (row, column)
        for row, cells in enumerate(rows)
        for column, held in enumerate(cells)
        if type(held) is float
    )


def holes(rows: Rows) -> Iterator[tuple[int, int]]:
    """Where errors stand, by index: Calc gives nothing for them, and ``""`` for blanks."""
    found = (row for row, cells in enumerate(rows) if None in cells)
    return chain.from_iterable(
        ((row, column) for column, held in enumerate(rows[row]) if held is None) for row in found
    )


def excel_code(code: str) -> str:
    """A number format as Excel writes it: its letters of dates and times are small."""
    if not set(code) & set("DMYHS"):
        return code
    return _SPOKEN.sub(lambda found: found[0].lower() if found[1] else found[0], code)


# --- writing --------------------------------------------------------------------------------


def held(content: Content, epoch: dt.datetime) -> str | float:
    """What ``setDataArray`` takes; formulas and errors come later and leave a blank."""
    if content is None or isinstance(content, Formula | CellError):
        return ""
    if isinstance(content, Quoted):
        return content.text
    if isinstance(content, dt.date | dt.time):
        return serial(content, epoch)
    return content if isinstance(content, str) else float(content)


def formula(content: Content) -> str | None:
    """The formula in Excel's words, for what ``setDataArray`` cannot take."""
    if isinstance(content, Formula):
        return f"={content.text}"
    return f"={content}" if isinstance(content, CellError) else None


def fitting(content: Content, kind: int) -> str | None:
    """The number format that the content needs to show as what it is; ``None`` keeps its own."""
    if isinstance(content, bool):
        return None if kind & LOGICAL else _TRUTH
    if isinstance(content, float):
        return GENERAL if kind & LOGICAL else None
    if isinstance(content, dt.time):
        return None if kind & TIME and not kind & DATE else _CLOCK
    if not isinstance(content, dt.date) or kind & DATE:
        return None
    has_time = isinstance(content, dt.datetime) and content.time() != dt.time()
    return _MOMENT if has_time else _DAY


def stretches(area: Box, marks: Sequence[Sequence[str | None]]) -> Iterator[tuple[str, Box]]:
    """Cells below one another with the same mark, as one box each."""
    for column, cells in zip(area.columns, zip(*marks, strict=True), strict=True):
        start = 0
        for row in range(1, len(cells) + 1):
            if row < len(cells) and cells[row] == cells[start]:
                continue
            mark = cells[start]
            if mark is not None:
                yield mark, Box(area.top + start, column, area.top + row - 1, column)
            start = row
