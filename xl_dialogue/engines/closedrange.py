"""Ranges of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from xl_dialogue.addresses import Box
from xl_dialogue.engines.blocks import Block
from xl_dialogue.engines.sheetformulas import formulas, refuse_to_break

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xl_dialogue.engines.closedsheet import Sheet
    from xl_dialogue.engines.values import Content, Value

_HIDDEN_ROW = re.compile(rb'<row [^<>]*?(?: hidden=| ht="0)')
_DIGIT, _MARGIN = 7, 5
"""Pixels of a digit and of a cell's margins in Excel's ordinary font."""


def _common(found: Iterable[Any]) -> Any:
    """What all have in common, else ``None``, as Excel says it."""
    kinds = set(found)
    return kinds.pop() if len(kinds) == 1 else None


class Range(Block):
    """A rectangle of cells."""

    _sheet: Sheet

    def _values(self) -> list[list[Value]]:
        return self._sheet.xml.values(self.area)

    def _formulas(self) -> tuple[tuple[str, ...], ...]:
        return formulas(self._sheet.xml, self.area)

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
            rows = [row for row in rows if self._has_height(row)]
        return rows, [column for column in self.area.columns if self._has_width(column)]

    def _may_hide_rows(self) -> bool:
        """Asked first, because going through the rows of a large sheet takes its time."""
        sheet = self._sheet.xml
        return "zeroHeight" in sheet.format or _HIDDEN_ROW.search(sheet.part) is not None

    def _has_height(self, row: int) -> bool:
        sheet = self._sheet.xml
        hidden = sheet.format.get("zeroHeight", "0") if row not in sheet.starts else "0"
        found = sheet.row_attributes(row)
        if found.get("hidden", hidden) in ("1", "true"):
            return False
        return float(found.get("ht", sheet.format.get("defaultRowHeight", 1))) != 0

    def _has_width(self, column: int) -> bool:
        sheet = self._sheet.xml
        found = sheet.column_attributes(column)
        if found.get("hidden") in ("1", "true"):
            return False
        width = float(found.get("width", sheet.format.get("defaultColWidth", 1)))
        return int(width * _DIGIT + 0.5) > _MARGIN

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
