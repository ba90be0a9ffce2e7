"""Ranges as every engine of ours has them: where they lie, and what is to be put into them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, Self

from xlwings import base_classes

from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box, box, letters
from xl_dialogue.engines.named import Native
from xl_dialogue.engines.values import Formula, entered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from xl_dialogue.engines.values import Content, Value


def area_of(corner: object) -> Box:
    """Where ``"A1:C5"``, (row, column[, rows, columns]) or a range lies."""
    if isinstance(corner, Block):
        return corner.area
    if isinstance(corner, str):
        return box(corner)
    if not isinstance(corner, tuple):
        raise TypeError(f"no corner of a range: {corner!r}")
    row, column, rows, columns = (*corner, 1, 1)[:4]
    area = Box(row, column, row + rows - 1, column + columns - 1)
    if not Box(1, 1, LAST_ROW, LAST_COLUMN).covers(area):
        raise IndexError(f"beyond the edge of a sheet: {corner}")
    return area


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of rising numbers."""
    first = last = 0
    for number in numbers:
        if first and number == last + 1:
            last = number
            continue
        if first:
            yield first, last
        first = last = number
    if first:
        yield first, last


class Block(Native, base_classes.Range):
    """A rectangle of cells."""

    max_cells_per_read = None
    max_cells_per_write = None

    def __init__(self, sheet: Any, area: Box) -> None:
        self._sheet, self.area = sheet, area
        self.options: dict[str, object] = {}

    def at(self, area: Box) -> Self:
        """Another rectangle of the same sheet."""
        return type(self)(self._sheet, area)

    @property
    def sheet(self) -> Any:
        return self._sheet

    @property
    def row(self) -> int:
        return self.area.top

    @property
    def column(self) -> int:
        return self.area.left

    @property
    def shape(self) -> tuple[int, int]:
        return self.area.shape

    def __len__(self) -> int:
        rows, columns = self.area.shape
        return rows * columns

    def __call__(self, row: int, column: int | None = None) -> Self:
        """A cell by its place in the range from 1, or by its row and column in it."""
        if column is None:
            down, right = divmod(row - 1, self.area.shape[1])
        else:
            down, right = row - 1, column - 1
        return self.at(area_of((self.area.top + down, self.area.left + right)))

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        across, down = "$" if col_absolute else "", "$" if row_absolute else ""
        cells = {(self.area.top, self.area.left): 0, (self.area.bottom, self.area.right): 0}
        address = ":".join(f"{across}{letters(c)}{down}{r}" for r, c in cells)
        return f"'[{self._sheet.book.name}]{self._sheet.name}'!{address}" if external else address

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    @property
    def table(self) -> Any:
        """The table that the range lies in, or ``None``."""
        covering = (table for table in self._sheet.tables if table.area.covers(self.area))
        return next(covering, None)

    # --- contents ---------------------------------------------------------------------------

    def _values(self) -> list[list[Value]]:
        raise NotImplementedError

    def _formulas(self) -> tuple[tuple[str, ...], ...]:
        """As Excel gives them: the formula where there is one, else the constant as typed."""
        raise NotImplementedError

    def _write(self, contents: Sequence[Sequence[Content]]) -> None:
        """Put the contents into the cells from the range's first on."""
        raise NotImplementedError

    def clear_contents(self) -> None:
        """Blank what is in the cells, of whole rows and columns too; formats stay."""
        raise NotImplementedError

    @property
    def raw_value(self) -> list[list[Value]]:
        return self._values()

    @raw_value.setter
    def raw_value(self, data: object) -> None:
        self._write(self._contents(data, is_formula=False))

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        found = self._formulas()
        return found[0][0] if len(self) == 1 else found

    @formula.setter
    def formula(self, data: object) -> None:
        self._write(self._contents(data, is_formula=True))

    # --- what a person sees -----------------------------------------------------------------

    def get_special_cells(self, kind: str, value: str | None) -> list[Self]:
        """The largest rectangles of cells that a person sees; of xlwings' kinds only those."""
        if kind != "visible" or value is not None:
            raise NotImplementedError(f"cells that are {value or ''} {kind} are not looked for")
        rows, columns = self.seen()
        found = product(runs(rows), runs(columns))
        return [self.at(Box(top, left, bottom, right)) for (top, bottom), (left, right) in found]

    def seen(self) -> tuple[Collection[int], Collection[int]]:
        """The rows and the columns of the range that are not hidden, in order."""
        raise NotImplementedError

    def _contents(self, data: object, is_formula: bool) -> list[list[Content]]:
        """What to put into the cells; one formula for all reads as if copied from the first."""
        rows = self._rows(data)
        if not is_formula or not isinstance(data, str):
            return [[entered(value) for value in row] for row in rows]
        filled = self._filled(entered(data))
        return [[filled((row, column)) for column in self.area.columns] for row in self.area.rows]

    def _filled(self, content: Content) -> Callable[[tuple[int, int]], Content]:
        from xl_dialogue.engines.sheetformulas import moved

        if not isinstance(content, Formula):
            return lambda _: content
        first = self.area.top, self.area.left
        return lambda at: content._replace(text=moved(content.text, first, at))

    def _rows(self, data: object) -> Sequence[Sequence[object]]:
        """The data as rows; a single value fills the range."""
        if not isinstance(data, list | tuple):
            rows, columns = self.area.shape
            return [[data] * columns] * rows
        return data if isinstance(data[0], list | tuple) else [data]

    def _covered(self, rows: Sequence[Sequence[object]]) -> Box:
        """The cells that these rows take, from the range's first cell on."""
        bottom, right = self.area.top + len(rows) - 1, self.area.left + len(rows[0]) - 1
        return self.area._replace(bottom=bottom, right=right)
