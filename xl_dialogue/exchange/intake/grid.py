"""A foreign table with its merged cells undone: each cell says what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue.addresses import Box
from xl_dialogue.exchange.reading.tables import Table, Value


class Grid:
    """The rows of a table by index; merged cells all hold the value of the first."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows = [list(row) for row in table.rows]
        self.width = max(map(len, self.rows), default=0)
        self.filled: set[tuple[int, int]] = set()
        """Cells that show what stands in the one above or beside."""
        self._merged: dict[int, list[Box]] = {}
        """By each row that they reach."""
        self._fill([box for box in map(self._inner, table.merged) if box])

    def _inner(self, box: Box) -> Box | None:
        """The merged cells by index."""
        row, column = self.table.first_row, self.table.first_column
        shifted = Box(box.top - row, box.left - column, box.bottom - row, box.right - column)
        return shifted.common(Box(0, 0, len(self.rows) - 1, self.width - 1)) if self.rows else None

    def _fill(self, merged: list[Box]) -> None:
        for box in merged:
            for row in box.rows:
                self._merged.setdefault(row, []).append(box)
            value = self.rows[box.top][box.left]
            for row in box.rows if value is not None else ():
                for column in box.columns:
                    if (row, column) != (box.top, box.left) and self.rows[row][column] is None:
                        self.rows[row][column] = value
                        self.filled.add((row, column))

    def number(self, row: int) -> int:
        """The row as Excel counts."""
        return self.table.first_row + row

    def at(self, row: int, column: int) -> Value:
        return self.rows[row][column]

    def own(self, row: int) -> list[tuple[int, Value]]:
        """The cells of the row that are not blank and not filled from another."""
        return [
            (column, value)
            for column, value in enumerate(self.rows[row])
            if value not in (None, "") and (row, column) not in self.filled
        ]

    def shown(self, row: int) -> str:
        """The row as a person would read it out."""
        from xl_dialogue.plan.plan import text

        return " | ".join(said for _, value in self.own(row) if (said := text(value)))

    def says_alike(self, row: int, other: int, height: int) -> bool:
        """Whether so many rows from either say the same."""
        return self.rows[row : row + height] == self.rows[other : other + height]

    def merged_across(self, row: int, column: int) -> Iterator[int]:
        """The other columns that are merged with the cell."""
        for box in self._merged.get(row, ()):
            if box.holds(row, column):
                yield from (other for other in box.columns if other != column)

    def foot(self, row: int, most: int) -> int:
        """The last row that cells merged downwards from this one reach, of so many."""
        down = [box.bottom for box in self._merged.get(row, ()) if box.top == row]
        bottom = max(down, default=row)
        return bottom if bottom - row < most else row
