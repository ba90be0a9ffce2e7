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
    from xl_dialogue.engines.values import Content, Value


@while_open("sheet.book.doc.URL")
class Range(Block):
    """A rectangle of cells."""

    _sheet: Sheet

    @property
    def cells(self) -> Any:
        """The range as Calc knows it."""
        return self._sheet.cells_at(self.area)

    def _values(self) -> list[list[Value]]:
        rows: list[list[Value]] = []
        inner = self._used()
        if inner == self.area:
            return calccells.values(self._sheet, inner)
        if inner is None:
            return [[None] * self.shape[1] for _ in self.area.rows]
        left, right = inner.left - self.area.left, self.area.right - inner.right
        rows += ([None] * self.shape[1] for _ in range(self.area.top, inner.top))
        for row in calccells.values(self._sheet, inner):
            rows.append([*[None] * left, *row, *[None] * right])
        rows += ([None] * self.shape[1] for _ in range(inner.bottom, self.area.bottom))
        return rows

    def _used(self) -> Box | None:
        """What is worth reading of it: of whole rows or columns, the part in use."""
        if self.area.bottom < LAST_ROW and self.area.right < LAST_COLUMN:
            return self.area
        return self._sheet.used.common(self.area)

    def _formulas(self) -> tuple[tuple[str, ...], ...]:
        return calccells.formulas(self._sheet, self.area)

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

    def seen(self) -> tuple[list[int], list[int]]:
        found = self.cells.queryVisibleCells().RangeAddresses
        boxes = [box_of(address) for address in found]
        rows = {row for area in boxes for row in area.rows}
        return sorted(rows), sorted({column for area in boxes for column in area.columns})

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

    def select(self) -> None:
        self._sheet.book.controller.select(self.cells)
