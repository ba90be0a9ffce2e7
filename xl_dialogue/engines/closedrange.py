"""Ranges of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xl_dialogue.engines.addresses import LAST_COLUMN, LAST_ROW, Box, box, letters
from xl_dialogue.engines.named import fixed
from xl_dialogue.engines.sheetformulas import formulas, moved, refuse_to_break
from xl_dialogue.engines.values import Content, Formula, entered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from xl_dialogue.engines.closedsheet import Sheet
    from xl_dialogue.engines.closedtables import Table
    from xl_dialogue.engines.values import Value

_ORDINARY_HEIGHT = 15.0
_ORDINARY_WIDTH = 9.140625


def area_of(corner: object) -> Box:
    if isinstance(corner, Range):
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


def _common(found: Iterable[Any]) -> Any:
    """What all have in common, else ``None``, as Excel says it."""
    kinds = set(found)
    return kinds.pop() if len(kinds) == 1 else None


class Range(base_classes.Range):
    """A rectangle of cells."""

    max_cells_per_read = None
    max_cells_per_write = None

    def __init__(self, sheet: Sheet, area: Box) -> None:
        self._sheet, self.area = sheet, area
        self.options: dict[str, object] = {}

    @property
    def api(self) -> Range:
        return self

    @property
    def sheet(self) -> Sheet:
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

    def __call__(self, row: int, column: int | None = None) -> Range:
        """A cell by its place in the range from 1, or by its row and column in it."""
        if column is None:
            down, right = divmod(row - 1, self.area.shape[1])
        else:
            down, right = row - 1, column - 1
        return Range(self._sheet, area_of((self.area.top + down, self.area.left + right)))

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        across, down = "$" if col_absolute else "", "$" if row_absolute else ""
        cells = {(self.area.top, self.area.left): 0, (self.area.bottom, self.area.right): 0}
        address = ":".join(f"{across}{letters(c)}{down}{r}" for r, c in cells)
        return f"'[{self._sheet.book.name}]{self._sheet.name}'!{address}" if external else address

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    @property
    def raw_value(self) -> list[list[Value]]:
        return self._sheet.xml.values(self.area)

    @raw_value.setter
    def raw_value(self, data: object) -> None:
        self._write(data, lambda value, _: entered(value))

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        found = formulas(self._sheet.xml, self.area)
        return found[0][0] if len(self) == 1 else found

    @formula.setter
    def formula(self, data: object) -> None:
        one = isinstance(data, str)
        self._write(data, self._filled if one else lambda value, _: entered(value))

    formula2 = formula

    def _filled(self, value: object, at: tuple[int, int]) -> Content:
        """One formula for all cells reads in each as if copied there from the first."""
        content = entered(value)
        if not isinstance(content, Formula):
            return content
        return content._replace(text=moved(content.text, (self.row, self.column), at))

    def _write(self, data: object, content: Callable[[object, tuple[int, int]], Content]) -> None:
        rows = self._rows(data)
        area = Box(self.row, self.column, self.row + len(rows) - 1, self.column + len(rows[0]) - 1)
        new = [
            (row, column, content(value, (row, column)))
            for row, values in zip(area.rows, rows, strict=True)
            for column, value in zip(area.columns, values, strict=True)
        ]
        sheet = self._sheet.xml
        refuse_to_break(sheet, area)
        for row, column, value in new:
            sheet.write(row, column, value)

    def _rows(self, data: object) -> Sequence[Sequence[object]]:
        """The data as rows; a single value fills the range."""
        if not isinstance(data, list | tuple):
            rows, columns = self.area.shape
            return [[data] * columns] * rows
        return data if isinstance(data[0], list | tuple) else [data]

    def clear_contents(self) -> None:
        extent = self._sheet.xml.extent()
        if extent and self.area.meets(extent):
            top, left = max(self.row, extent.top), max(self.column, extent.left)
            bottom = min(self.area.bottom, extent.bottom)
            right = min(self.area.right, extent.right)
            Range(self._sheet, Box(top, left, bottom, right)).raw_value = None

    def _styles(self) -> Iterator[tuple[int, int, int]]:
        """Row, column and style of each cell, of those too that are not there yet."""
        patch = self._sheet.book.workbook.patch(self._sheet.part)
        for row in self.area.rows:
            for column in self.area.columns:
                yield row, column, patch.style(row, column)

    @property
    def number_format(self) -> str | None:
        styles = self._sheet.book.workbook.styles
        found: str | None = _common(styles.code(style) for _, _, style in self._styles())
        return found

    @number_format.setter
    def number_format(self, code: str) -> None:
        styles, sheet = self._sheet.book.workbook.styles, self._sheet.xml
        for row, column, style in list(self._styles()):
            new = styles.formatted(style, code)
            if new != style:
                sheet.restyle(row, column, new)

    @property
    def row_height(self) -> float | None:
        """Points; 0 for hidden rows, ``None`` for rows that differ."""
        found: float | None = _common(map(self._height, self.area.rows))
        return found

    @row_height.setter
    def row_height(self, value: float) -> None:
        raise fixed("the height of rows", value)

    def _height(self, row: int) -> float:
        sheet = self._sheet.xml
        ordinary = sheet.format.get("defaultRowHeight", _ORDINARY_HEIGHT)
        hidden = sheet.format.get("zeroHeight", "0") if row not in sheet.starts else "0"
        found = sheet.row_attributes(row)
        if found.get("hidden", hidden) in ("1", "true"):
            return 0.0
        return float(found.get("ht", ordinary))

    @property
    def column_width(self) -> float | None:
        """Characters, as Excel shows them; 0 for hidden columns, ``None`` for ones that differ."""
        found: float | None = _common(map(self._width, self.area.columns))
        return found

    @column_width.setter
    def column_width(self, value: float) -> None:
        raise fixed("the width of columns", value)

    def _width(self, column: int) -> float:
        sheet = self._sheet.xml
        found = sheet.column_attributes(column)
        if found.get("hidden") in ("1", "true"):
            return 0.0
        ordinary = sheet.format.get("defaultColWidth", _ORDINARY_WIDTH)
        pixels = int(float(found.get("width", ordinary)) * 7 + 0.5)
        return round(max(pixels - 5, 0) / 7, 2)

    @property
    def merge_cells(self) -> bool | None:
        """``None`` when some cells are merged and some are not."""
        touched = [area for area in self._sheet.xml.merged if area.meets(self.area)]
        covered = sum(len(Range(self._sheet, _overlap(area, self.area))) for area in touched)
        return (
            covered == len(self)
            if covered in (0, len(self)) and touched
            else bool(touched) and None
        )

    @property
    def merge_area(self) -> Range:
        """The merged cells that the range's first cell belongs to, else that cell."""
        first = Box(self.row, self.column, self.row, self.column)
        merged = self._sheet.xml.merged
        return Range(self._sheet, next((area for area in merged if area.covers(first)), first))

    @property
    def table(self) -> Table | None:
        covering = (t for t in self._sheet.tables if t.entry.area.covers(self.area))
        return next(covering, None)


def _overlap(one: Box, other: Box) -> Box:
    return Box(
        max(one.top, other.top), max(one.left, other.left),
        min(one.bottom, other.bottom), min(one.right, other.right),
    )  # fmt: skip
