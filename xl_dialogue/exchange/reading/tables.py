"""What comes out of a file from outside: plain values in rows, with their places."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from xl_dialogue import messages
from xl_dialogue.addresses import Box, a1
from xl_dialogue.messages import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.exchange.reading.limits import Meter
    from xl_dialogue.messages import Text

_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
_SETTINGS = "xlwings.conf"
Value: TypeAlias = str | float | bool | dt.datetime | None


class Table(NamedTuple):
    """The filled part of one sheet: rows of equal length, blank cells ``None``."""

    sheet: str
    rows: list[list[Value]]
    first_row: int = 1
    """The Excel row of ``rows[0]``."""
    first_column: int = 1
    merged: tuple[Box, ...] = ()
    hidden: bool = False
    """Its sheet cannot be seen: nothing of it may be taken over."""

    def cell(self, row: int, column: int) -> str:
        """The address of ``rows[row][column]``."""
        return a1(self.first_row + row, self.first_column + column)


class Grid:
    """The cells of a sheet as they come, in any order."""

    def __init__(self, sheet: str, meter: Meter, *, hidden: bool = False) -> None:
        self._sheet, self._meter, self._hidden = sheet, meter, hidden
        self._cells: dict[tuple[int, int], Value] = {}
        self.merged: list[Box] = []

    def put(self, row: int, column: int, value: Value) -> None:
        """Errors: ``DialogueError`` for more than a file may hold."""
        if isinstance(value, str) and not value.isprintable():
            value = value.translate(_CONTROLS)
        if value is None or value == "":
            return
        self._meter.cell(value)
        self._cells[row, column] = value

    def table(self) -> Table | None:
        """``None`` for a sheet without a filled cell."""
        if not self._cells:
            return None
        top, bottom = (edge(row for row, _ in self._cells) for edge in (min, max))
        left, right = (edge(column for _, column in self._cells) for edge in (min, max))
        height, width = bottom - top + 1, right - left + 1
        self._meter.area(self._sheet, height, width, a1(bottom, right))
        rows: list[list[Value]] = [[None] * width for _ in range(height)]
        for (row, column), value in self._cells.items():
            rows[row - top][column - left] = value
        inside = Box(top, left, bottom, right)
        return Table(self._sheet, rows, top, left, tuple(self._kept(inside)), self._hidden)

    def _kept(self, inside: Box) -> Iterator[Box]:
        """Merged cells of the table; forged ones may lie a thousandfold over the same cells."""
        for box in self.merged:
            common = box.common(inside)
            if common:
                self._meter.area(self._sheet, *common.shape, a1(common.bottom, common.right))
                yield box


@dataclass
class Arrived:
    """What a file from outside holds, and what in it is left alone."""

    tables: list[Table] = field(default_factory=list)
    reports: list[Said] = field(default_factory=list)

    def report(self, text: Text, **facts: object) -> None:
        """Say so once, however often it is found."""
        said = Said(text, facts)
        if said not in self.reports:
            self.reports.append(said)

    def opens(self, title: str, *, is_hidden: bool) -> bool:
        """Whether the sheet may be read; what keeps it out of sight is said.

        Source: xlwings takes the program that it runs from a sheet of settings.
        """
        if title.strip().lower() == _SETTINGS:
            self.report(messages.INCOMING_SETTINGS)
            return False
        if is_hidden:
            self.report(messages.INCOMING_HIDDEN, sheet=title)
        return True

    def take(self, grid: Grid) -> None:
        table = grid.table()
        if table is not None:
            self.tables.append(table)
