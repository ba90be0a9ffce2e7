"""Ranges of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from xl_dialogue.addresses import Box
from xl_dialogue.engines.blocks import Block
from xl_dialogue.engines.named import fixed
from xl_dialogue.engines.sheetformulas import formulas, refuse_to_break

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xl_dialogue.engines.closedsheet import Sheet
    from xl_dialogue.engines.closedtables import Table
    from xl_dialogue.engines.values import Content, Value

_ORDINARY_HEIGHT = 15.0
_HIDDEN_ROW = re.compile(rb'<row [^<>]*?(?: hidden=| ht="0)')
_ORDINARY_WIDTH = 9.140625


def _common(found: Iterable[Any]) -> Any:
    """What all have in common, else ``None``, as Excel says it."""
    kinds = set(found)
    return kinds.pop() if len(kinds) == 1 else None


class Range(Block):
    """A rectangle of cells."""

    _sheet: Sheet

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def raw_value(self) -> list[list[Value]]:
        return self._sheet.xml.values(self.area)

    @raw_value.setter
    def raw_value(self, data: object) -> None:
        self._write(self._contents(data, is_formula=False))

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        found = formulas(self._sheet.xml, self.area)
        return found[0][0] if len(self) == 1 else found

    @formula.setter
    def formula(self, data: object) -> None:
        self._write(self._contents(data, is_formula=True))

    formula2 = formula

    def _write(self, contents: Sequence[Sequence[Content]]) -> None:
        area, sheet = self._covered(contents), self._sheet.xml
        refuse_to_break(sheet, area)
        for row, values in zip(area.rows, contents, strict=True):
            for column, value in zip(area.columns, values, strict=True):
                sheet.write(row, column, value)

    def clear_contents(self) -> None:
        extent = self._sheet.xml.extent()
        inner = extent.common(self.area) if extent else None
        if inner:
            self.at(inner).raw_value = None

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

    def seen(self) -> tuple[Sequence[int], Sequence[int]]:
        rows: Sequence[int] = self.area.rows
        if self._may_hide_rows():
            rows = [row for row in rows if self._height(row)]
        return rows, [column for column in self.area.columns if self._width(column)]

    def _may_hide_rows(self) -> bool:
        """Asked first, because going through the rows of a large sheet takes its time."""
        sheet = self._sheet.xml
        return "zeroHeight" in sheet.format or _HIDDEN_ROW.search(sheet.part) is not None

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
        shared = (area.common(self.area) for area in touched)
        covered = sum(len(self.at(area)) for area in shared if area)
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
