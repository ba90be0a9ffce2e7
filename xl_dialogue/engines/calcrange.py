"""Ranges of a workbook open in Calc, as xlwings asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box
from xl_dialogue.engines import calccells, calcvalues
from xl_dialogue.engines.blocks import Block
from xl_dialogue.engines.calcbridge import box_of, while_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xl_dialogue.engines.calcsheet import Sheet
    from xl_dialogue.engines.calctables import Table
    from xl_dialogue.engines.values import Content, Value

_INCH = 2540
"""Hundredths of a millimetre, Calc's unit."""
_POINTS, _PIXELS = 72, 96
_DIGIT, _MARGIN = 7, 5
"""Pixels of a digit and of a cell's margins in Excel's ordinary font."""


class Range(Block):
    """A rectangle of cells."""

    _sheet: Sheet

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def cells(self) -> Any:
        """The range as Calc knows it."""
        return self._sheet.cells_at(self.area)

    @property
    def raw_value(self) -> list[list[Value]]:
        rows: list[list[Value]] = []
        inner = self._used()
        if inner is None:
            return [[None] * self.shape[1] for _ in self.area.rows]
        left, right = inner.left - self.area.left, self.area.right - inner.right
        rows += ([None] * self.shape[1] for _ in range(self.area.top, inner.top))
        for row in calccells.values(self._sheet, inner):
            rows.append([*[None] * left, *row, *[None] * right])
        rows += ([None] * self.shape[1] for _ in range(inner.bottom, self.area.bottom))
        return rows

    @raw_value.setter
    def raw_value(self, data: object) -> None:
        self._write(self._contents(data, is_formula=False))

    def _used(self) -> Box | None:
        """What is worth reading of it: of whole rows or columns, the part in use."""
        if self.area.bottom < LAST_ROW and self.area.right < LAST_COLUMN:
            return self.area
        return self._sheet.used.common(self.area)

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        found = calccells.formulas(self._sheet, self.area)
        return found[0][0] if len(self) == 1 else found

    @formula.setter
    def formula(self, data: object) -> None:
        self._write(self._contents(data, is_formula=True))

    formula2 = formula

    def _write(self, contents: Sequence[Sequence[Content]]) -> None:
        calccells.write(self._sheet, self._covered(contents), contents)

    def clear_contents(self) -> None:
        inner = self._sheet.used.common(self.area)
        if inner:
            self.at(inner).raw_value = None

    @property
    def number_format(self) -> str | None:
        """As Excel writes it in English; ``None`` for cells that differ."""
        key = self._sheet.format_of(self.area)
        return None if key is None else calcvalues.excel_code(self._sheet.book.format_code(key))

    @number_format.setter
    def number_format(self, code: str) -> None:
        calccells.refuse_locked(self._sheet, self.area)
        self.cells.NumberFormat = self._sheet.book.format_key(code)

    @while_open
    def seen(self) -> tuple[list[int], list[int]]:
        found = self.cells.queryVisibleCells().RangeAddresses
        boxes = [box_of(address) for address in found]
        rows = {row for area in boxes for row in area.rows}
        return sorted(rows), sorted({column for area in boxes for column in area.columns})

    @property
    def row_height(self) -> float | None:
        """Points; 0 for hidden rows, ``None`` for rows that differ."""
        rows, _ = self.at(self.area._replace(left=1, right=LAST_COLUMN)).seen()
        if len(rows) != self.shape[0]:
            return None if rows else 0.0
        heights = {self._sheet.uno.Rows.getByIndex(row - 1).Height for row in rows}
        return _quarters(heights.pop() * _POINTS / _INCH) if len(heights) == 1 else None

    @row_height.setter
    def row_height(self, value: float) -> None:
        rows = self.cells.Rows
        rows.IsVisible = value > 0
        if value > 0:
            rows.Height = round(value * _INCH / _POINTS)

    @property
    def column_width(self) -> float | None:
        """Characters of Excel's ordinary font; 0 for hidden columns, ``None`` for ones that differ.

        Calc has measured the widths of a file by the fonts of this PC.
        """
        _, columns = self.at(self.area._replace(top=1, bottom=LAST_ROW)).seen()
        if len(columns) != self.shape[1]:
            return None if columns else 0.0
        widths = {self._sheet.uno.Columns.getByIndex(column - 1).Width for column in columns}
        pixels = widths.pop() * _PIXELS / _INCH
        return None if widths else round(max(round(pixels) - _MARGIN, 0) / _DIGIT, 2)

    @column_width.setter
    def column_width(self, value: float) -> None:
        columns = self.cells.Columns
        columns.IsVisible = value > 0
        if value > 0:
            columns.Width = round((value * _DIGIT + _MARGIN) * _INCH / _PIXELS)

    @property
    def merge_cells(self) -> bool | None:
        """``None`` when some cells are merged and some are not, or not with one another."""
        if not self.cells.getIsMerged():
            return False
        return True if self.merge_area.area.covers(self.area) else None

    @property
    def merge_area(self) -> Range:
        """The merged cells that the range's first cell belongs to, else that cell."""
        first = Box(self.row, self.column, self.row, self.column)
        cursor = self._sheet.uno.createCursorByRange(self._sheet.cells_at(first))
        cursor.collapseToMergedArea()
        return self.at(box_of(cursor.RangeAddress))

    @property
    def table(self) -> Table | None:
        covering = (table for table in self._sheet.tables if table.area.covers(self.area))
        return next(covering, None)

    def select(self) -> None:
        self._sheet.book.controller.select(self.cells)


def _quarters(points: float) -> float:
    """Excel's heights are quarters of a point; Calc's come near them."""
    return round(points * 4) / 4
