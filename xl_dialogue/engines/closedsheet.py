"""Sheets of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box
from xl_dialogue.engines.blocks import area_of
from xl_dialogue.engines.closedrange import Range
from xl_dialogue.engines.closedtables import Tables
from xl_dialogue.engines.named import SHEET_NAME, fixed, picked
from xl_dialogue.engines.xmltext import attributes
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.engines.closed import Book
    from xl_dialogue.engines.sheetxml import SheetXml
    from xl_dialogue.engines.workbook import SheetEntry

_PROTECTION = re.compile(rb"<sheetProtection ([^<>]*)/>")


class Sheets(base_classes.Sheets):
    """The worksheets in order."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def api(self) -> Sheets:
        return self

    @property
    def active(self) -> Sheet:
        return Sheet(self.book, self.book.workbook.active.part)

    def __len__(self) -> int:
        return len(self.book.workbook.sheets)

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.book, entry.part) for entry in self.book.workbook.sheets)

    def __contains__(self, sheet: object) -> bool:
        name = sheet if isinstance(sheet, str) else getattr(sheet, "name", "")
        return name.lower() in [entry.name.lower() for entry in self.book.workbook.sheets]

    def __call__(self, name_or_index: str | int) -> Sheet:
        return Sheet(self.book, picked(self.book.workbook.sheets, name_or_index).part)

    def add(
        self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None
    ) -> Sheet:
        """A new blank worksheet, before the active one unless said otherwise."""
        name = name if name is not None else self._free_name()
        if name in self or not SHEET_NAME.fullmatch(name):
            raise DialogueError(messages.SHEET_NAME_REFUSED, name=name)
        beside = before or after or self.active
        place = beside.entry.place + (1 if after and not before else 0)
        return Sheet(self.book, self.book.workbook.add_sheet(name, place).part)

    def _free_name(self) -> str:
        number = len(self) + 1
        while f"Sheet{number}" in self:
            number += 1
        return f"Sheet{number}"


class Sheet(base_classes.Sheet):
    """One worksheet."""

    def __init__(self, book: Book, part: str) -> None:
        self._book, self.part = book, part

    @property
    def entry(self) -> SheetEntry:
        return next(entry for entry in self._book.workbook.sheets if entry.part == self.part)

    @property
    def xml(self) -> SheetXml:
        return self._book.sheet(self.part)

    @property
    def api(self) -> Sheet:
        return self

    @property
    def book(self) -> Book:
        return self._book

    @property
    def name(self) -> str:
        return self.entry.name

    @name.setter
    def name(self, value: str) -> None:
        raise fixed("a sheet's name", value)

    @property
    def index(self) -> int:
        parts = [entry.part for entry in self._book.workbook.sheets]
        return parts.index(self.part) + 1

    @property
    def visible(self) -> bool:
        return self.entry.state == "visible"

    @visible.setter
    def visible(self, value: bool) -> None:
        raise fixed("whether a sheet is seen", value)

    @property
    def cells(self) -> Range:
        return Range(self, Box(1, 1, LAST_ROW, LAST_COLUMN))

    @property
    def used_range(self) -> Range:
        return Range(self, self.xml.extent() or Box(1, 1, 1, 1))

    @property
    def tables(self) -> Tables:
        return Tables(self)

    @property
    def ProtectContents(self) -> bool:  # noqa: N802 - Excel's own word, asked of ``api``
        found = _PROTECTION.search(self.xml.frame)
        return found is not None and attributes(found[1]).get("sheet") in ("1", "true")

    def clear_contents(self) -> None:
        self.used_range.clear_contents()

    def range(self, arg1: str | tuple[int, ...] | Range, arg2: object = None) -> Range:
        """``"A1:C5"``, (row, column[, rows, columns]) or a range; of two, what covers both."""
        first = area_of(arg1)
        return Range(self, first if arg2 is None else first.with_(area_of(arg2)))
