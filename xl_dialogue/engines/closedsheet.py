"""Sheets of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.addresses import Box
from xl_dialogue.engines.closedrange import Range
from xl_dialogue.engines.closedtables import Tables
from xl_dialogue.engines.named import fixed
from xl_dialogue.engines.pages import Page, Pages
from xl_dialogue.engines.xmltext import attributes

if TYPE_CHECKING:
    from xl_dialogue.engines.closed import Book
    from xl_dialogue.engines.sheetxml import SheetXml
    from xl_dialogue.engines.workbook import SheetEntry

_PROTECTION = re.compile(rb"<sheetProtection ([^<>]*)/>")


class Sheets(Pages["Sheet"]):
    """The worksheets in order."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def active(self) -> Sheet:
        return Sheet(self.book, self.book.workbook.active.part)

    def _items(self) -> list[Sheet]:
        return [Sheet(self.book, entry.part) for entry in self.book.workbook.sheets]

    def _insert(self, name: str, place: int) -> None:
        self.book.workbook.add_sheet(name, place)


class Sheet(Page):
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
    def book(self) -> Book:
        return self._book

    @property
    def name(self) -> str:
        return self.entry.name

    @name.setter
    def name(self, value: str) -> None:
        raise fixed("a sheet's name", value)

    @property
    def place(self) -> int:
        return self.entry.place

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
    def used(self) -> Box:
        return self.xml.extent() or Box(1, 1, 1, 1)

    def block(self, area: Box) -> Range:
        return Range(self, area)

    @property
    def tables(self) -> Tables:
        return Tables(self)

    @property
    def ProtectContents(self) -> bool:  # noqa: N802 - Excel's own word, asked of ``api``
        found = _PROTECTION.search(self.xml.frame)
        return found is not None and attributes(found[1]).get("sheet") in ("1", "true")
