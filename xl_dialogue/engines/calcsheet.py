"""Sheets of a workbook open in Calc, as xlwings asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box
from xl_dialogue.engines.blocks import area_of
from xl_dialogue.engines.calcbridge import box_of
from xl_dialogue.engines.calcrange import Range
from xl_dialogue.engines.calctables import Tables
from xl_dialogue.engines.named import SHEET_NAME, picked
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.engines.calcbook import Book


class Sheets(base_classes.Sheets):
    """The sheets in order."""

    def __init__(self, book: Book) -> None:
        self.book = book

    @property
    def api(self) -> Sheets:
        return self

    @property
    def active(self) -> Sheet:
        return Sheet(self.book, self.book.controller.getActiveSheet())

    def __len__(self) -> int:
        return len(self.book.sheet_names())

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.book, self.book.sheet(name)) for name in self.book.sheet_names())

    def __contains__(self, sheet: object) -> bool:
        name = sheet if isinstance(sheet, str) else getattr(sheet, "name", "")
        return name.lower() in [known.lower() for known in self.book.sheet_names()]

    def __call__(self, name_or_index: str | int) -> Sheet:
        sheets: list[Sheet] = [*self]
        return picked(sheets, name_or_index)

    def add(
        self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None
    ) -> Sheet:
        """A new blank sheet, before the active one unless said otherwise."""
        name = name if name is not None else self._free_name()
        if name in self or not SHEET_NAME.fullmatch(name):
            raise DialogueError(messages.SHEET_NAME_REFUSED, name=name)
        beside = before or after or self.active
        place = beside.place + (1 if after and not before else 0)
        self.book.doc.getSheets().insertNewByName(name, place)
        return self(name)

    def _free_name(self) -> str:
        number = len(self) + 1
        while f"Sheet{number}" in self:
            number += 1
        return f"Sheet{number}"


class Sheet(base_classes.Sheet):
    """One sheet; ``uno`` is the sheet as Calc knows it."""

    def __init__(self, book: Book, uno: Any) -> None:
        self._book, self.uno = book, uno

    @property
    def api(self) -> Sheet:
        return self

    @property
    def ProtectContents(self) -> bool:  # noqa: N802 - Excel's own word, asked of ``api``
        return bool(self.uno.isProtected())

    @property
    def book(self) -> Book:
        return self._book

    @property
    def name(self) -> str:
        return str(self.uno.getName())

    @name.setter
    def name(self, value: str) -> None:
        self.uno.setName(value)

    @property
    def place(self) -> int:
        """Among all sheets, from 0."""
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
        """The rectangle of all cells with something in them; ``A1`` where there is none."""
        cursor = self.uno.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return box_of(cursor.getRangeAddress())

    @cached_property
    def comments(self) -> Any:
        return self.uno.getAnnotations()

    @property
    def cells(self) -> Range:
        return Range(self, Box(1, 1, LAST_ROW, LAST_COLUMN))

    @property
    def used_range(self) -> Range:
        return Range(self, self.used)

    @property
    def tables(self) -> Tables:
        return Tables(self)

    def range(self, arg1: str | tuple[int, ...] | Range, arg2: object = None) -> Range:
        """``"A1:C5"``, (row, column[, rows, columns]) or a range; of two, what covers both."""
        first = area_of(arg1)
        return Range(self, first if arg2 is None else first.with_(area_of(arg2)))

    def clear_contents(self) -> None:
        self.used_range.clear_contents()

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
