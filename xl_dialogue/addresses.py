"""Cell addresses: A1 as people write it, (row, column) as programs count it, both from 1."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?([1-9][0-9]{0,6}):\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=LAST_COLUMN)
def letters(column: int) -> str:
    """27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@lru_cache(maxsize=LAST_COLUMN)
def number(name: str) -> int:
    """AA is 27."""
    column = 0
    for letter in name.upper():
        column = column * 26 + ord(letter) - 64
    return column


def a1(row: int, column: int) -> str:
    return f"{letters(column)}{row}"


class Box(NamedTuple):
    """A rectangle of cells; all four edges belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def shape(self) -> tuple[int, int]:
        return self.bottom - self.top + 1, self.right - self.left + 1

    @property
    def rows(self) -> range:
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        return range(self.left, self.right + 1)

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def covers(self, other: Box) -> bool:
        return self.holds(other.top, other.left) and self.holds(other.bottom, other.right)

    def meets(self, other: Box) -> bool:
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )

    def with_(self, other: Box) -> Box:
        """The smallest rectangle that covers both."""
        return Box(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )

    def common(self, other: Box) -> Box | None:
        """The rectangle that belongs to both."""
        found = Box(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )
        return found if self.meets(other) else None

    def address(self) -> str:
        first, last = a1(self.top, self.left), a1(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


def _corners(address: str) -> tuple[int, int, int, int]:
    if columns := _COLUMNS.fullmatch(address):
        return 1, number(columns[1]), LAST_ROW, number(columns[2])
    if rows := _ROWS.fullmatch(address):
        return int(rows[1]), 1, int(rows[2]), LAST_COLUMN
    found = [_A1.fullmatch(corner) for corner in address.split(":")]
    if not all(found) or len(found) > 2:
        raise ValueError(f"not an address: {address!r}")
    cells = [(int(cell[2]), number(cell[1])) for cell in found if cell]
    return *cells[0], *cells[-1]


def box(address: str) -> Box:
    """The rectangle of ``A1``, ``$A$1:C5``, ``A:C`` or ``2:7``. Errors: ``ValueError``."""
    top, left, bottom, right = _corners(address)
    top, bottom = sorted((top, bottom))
    left, right = sorted((left, right))
    if bottom > LAST_ROW or right > LAST_COLUMN:
        raise ValueError(f"beyond the last cell of a sheet: {address!r}")
    return Box(top, left, bottom, right)
