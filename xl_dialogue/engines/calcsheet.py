"""Sheets of a workbook open in Calc, as xlwings asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from xl_dialogue import messages
from xl_dialogue.engines.calcbridge import box_of, while_open
from xl_dialogue.engines.calcrange import Range
from xl_dialogue.engines.calctables import Tables
from xl_dialogue.engines.pages import Page, Pages
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.calcbook import Book


@while_open("book.doc.URL")
class Sheets(Pages["Sheet"]):
    """The sheets in order."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def active(self) -> Sheet:
        return Sheet(self.book, str(self.book.controller.getActiveSheet().getName()))

    def _items(self) -> list[Sheet]:
        return [Sheet(self.book, name) for name in self.book.sheet_names()]

    def _insert(self, name: str, place: int) -> None:
        self.book.all_sheets.insertNewByName(name, place)


@while_open("book.doc.URL")
class Sheet(Page):
    """One sheet, under the name by which it was found."""

    def __init__(self, book: Book, name: str) -> None:
        self._book, self._name = book, name

    @cached_property
    def uno(self) -> Any:
        """The sheet as Calc knows it."""
        return self._book.sheet(self._name)

    @property
    def ProtectContents(self) -> bool:  # noqa: N802 - Excel's own word, asked of ``api``
        self._book.refuse_closed()  # of a closed book Calc says no
        return bool(self.uno.isProtected())

    @property
    def book(self) -> Book:
        return self._book

    @property
    def name(self) -> str:
        return self._name

    @name.setter
    def name(self, value: str) -> None:
        self.uno.setName(value)
        if self.uno.getName() != value:  # Calc says nothing
            self._book.refuse_closed()
            raise DialogueError(messages.SHEET_NAME_REFUSED, name=value)
        self._name = value

    @property
    def place(self) -> int:
        return int(self.uno.getRangeAddress().Sheet)

    @property
    def index(self) -> int:
        return self.place + 1

    @property
    def visible(self) -> bool:
        return bool(self.uno.IsVisible)

    @visible.setter
    def visible(self, value: bool) -> None:
        self.uno.IsVisible = bool(value)

    def activate(self) -> None:
        self._book.controller.setActiveSheet(self.uno)

    select = activate

    @property
    def used(self) -> Box:
        cursor = self.uno.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return box_of(cursor.getRangeAddress())

    @cached_property
    def comments(self) -> Any:
        return self.uno.getAnnotations()

    def block(self, area: Box) -> Range:
        return Range(self, area)

    @property
    def tables(self) -> Tables:
        return Tables(self)

    def cells_at(self, area: Box) -> Any:
        """The rectangle as Calc knows it, which counts from 0 and columns first."""
        return self.uno.getCellRangeByPosition(
            area.left - 1, area.top - 1, area.right - 1, area.bottom - 1
        )

    # --- formats ----------------------------------------------------------------------------

    def format_of(self, area: Box) -> int | None:
        """The number format that all cells of the rectangle have, ``None`` if they differ."""
        cells = self.cells_at(area)
        if cells.getPropertyState("NumberFormat").value == "AMBIGUOUS_VALUE":
            return None
        return int(cells.NumberFormat)

    def kinds(self, area: Box) -> Iterator[tuple[Box, int]]:
        """The types of the number formats in the rectangle, each with a part that has it."""
        key = self.format_of(area)
        if key is not None:
            yield area, self._book.format_kind(key)
            return
        for alike in self._alike(area):
            kind = self._book.format_kind(int(alike.NumberFormat))
            for address in alike.RangeAddresses:
                yield box_of(address), kind

    def is_locked(self, area: Box) -> bool:
        """Whether some of the cells cannot be changed while the sheet is protected."""
        return any(alike.CellProtection.IsLocked for alike in self._alike(area))

    def _alike(self, area: Box) -> Iterator[Any]:
        """The cells of the rectangle, those of one format together."""
        found = self.cells_at(area).getUniqueCellFormatRanges()
        return (found.getByIndex(place) for place in range(found.getCount()))
