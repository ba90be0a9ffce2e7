"""Sheets and tables as every engine of ours has them: blocks of cells with a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box
from xl_dialogue.engines.blocks import area_of
from xl_dialogue.engines.named import Named, Native, fixed
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import xlwings as xw

    from xl_dialogue.engines.blocks import Block
    from xl_dialogue.engines.tables import TableEntry

_SHEET_NAME = re.compile(r"[^\\/?*\[\]:]{1,31}")


class Page(Native, base_classes.Sheet):
    """One sheet."""

    @property
    def place(self) -> int:
        """Among all sheets, charts too, from 0."""
        raise NotImplementedError

    @property
    def used(self) -> Box:
        """The rectangle of all cells with something in them; ``A1`` where there is none."""
        raise NotImplementedError

    def block(self, area: Box) -> Block:
        raise NotImplementedError

    @property
    def cells(self) -> Block:
        return self.block(Box(1, 1, LAST_ROW, LAST_COLUMN))

    @property
    def used_range(self) -> Block:
        return self.block(self.used)

    def range(self, arg1: str | tuple[int, ...] | Block, arg2: object = None) -> Block:
        """``"A1:C5"``, (row, column[, rows, columns]) or a range; of two, what covers both."""
        first = area_of(arg1)
        return self.block(first if arg2 is None else first.with_(area_of(arg2)))

    def clear_contents(self) -> None:
        self.used_range.clear_contents()


_Page = TypeVar("_Page", bound=Page)


class Pages(Named[_Page], base_classes.Sheets):
    """The sheets of a workbook in order."""

    def _insert(self, name: str, place: int) -> None:
        """A new blank sheet at this place among all sheets, from 0."""
        raise NotImplementedError

    def add(
        self, before: _Page | None = None, after: _Page | None = None, name: str | None = None
    ) -> _Page:
        """A new blank sheet, before the active one unless said otherwise."""
        name = name if name is not None else self._free_name()
        if name in self or not _SHEET_NAME.fullmatch(name):
            raise DialogueError(messages.SHEET_NAME_REFUSED, name=name)
        beside = before or after or self.active
        self._insert(name, beside.place + (1 if after and not before else 0))
        return self(name)

    def _free_name(self) -> str:
        number = len(self) + 1
        while f"Sheet{number}" in self:
            number += 1
        return f"Sheet{number}"


class Table(Native, base_classes.Table):
    """One table of a sheet."""

    sheet: Page

    @property
    def entry(self) -> TableEntry:
        raise NotImplementedError

    def _reach(self, area: Box, headers: Sequence[str]) -> None:
        """Let the table lie over this area from now on; the headers are those of new columns."""
        raise NotImplementedError

    @property
    def parent(self) -> Page:
        return self.sheet

    @property
    def area(self) -> Box:
        return self.entry.area

    @property
    def name(self) -> str:
        return self.entry.name

    @name.setter
    def name(self, value: str) -> None:
        raise fixed("a table's name", value)

    @property
    def show_headers(self) -> bool:
        return bool(self.entry.header_rows)

    @show_headers.setter
    def show_headers(self, value: bool) -> None:
        raise fixed("a table's header row", value)

    @property
    def show_totals(self) -> bool:
        return bool(self.entry.total_rows)

    @show_totals.setter
    def show_totals(self, value: bool) -> None:
        raise fixed("a table's row of totals", value)

    @property
    def range(self) -> Block:
        return self.sheet.block(self.area)

    @property
    def header_row_range(self) -> Block | None:
        area = self.area
        return self.sheet.block(area._replace(bottom=area.top)) if self.show_headers else None

    @property
    def data_body_range(self) -> Block | None:
        body = self.entry.body
        return self.sheet.block(body) if body else None

    def resize(self, range: xw.Range) -> None:  # noqa: A002 - the name xlwings gives it
        """Let the table reach over more rows or fewer, and over more columns that have headers."""
        area, entry = area_of(range.impl), self.entry
        others = [other.area for other in self.sheet.tables if other.name != entry.name]
        kept = area._replace(bottom=entry.area.bottom, right=entry.area.right) == entry.area
        headers = self._headers(area) if kept else None
        fits = kept and area.bottom > area.top and not any(map(area.meets, others))
        if headers is None or entry.total_rows or not fits:
            raise DialogueError(messages.TABLE_NOT_RESIZABLE, table=entry.name, area=area.address())
        if area != entry.area:
            self._reach(area, headers)

    def _headers(self, area: Box) -> list[str] | None:
        """What stands above the columns by which the area is wider; ``None`` unless all are words
        of their own."""
        own = self.area
        if area.right <= own.right:
            return [] if area.right == own.right else None
        [row] = self.sheet.block(area._replace(bottom=area.top)).raw_value
        words = [cell for cell in row if isinstance(cell, str) and cell]
        apart = len({word.casefold() for word in words}) == len(row)
        return words[own.right - own.left + 1 :] if apart else None
