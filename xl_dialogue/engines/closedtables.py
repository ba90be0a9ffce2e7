"""Tables of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlwings import base_classes

from xl_dialogue.engines import pages
from xl_dialogue.engines.named import Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.closedsheet import Sheet
    from xl_dialogue.engines.tables import TableEntry


class Tables(Named["Table"], base_classes.Tables):
    """The tables of one worksheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def _items(self) -> list[Table]:
        entries = self.sheet.book.workbook.tables(self.sheet.part)
        return [Table(self.sheet, entry.part) for entry in entries]


class Table(pages.Table):
    """One table."""

    sheet: Sheet

    def __init__(self, sheet: Sheet, part: str) -> None:
        self.sheet, self.part = sheet, part

    @property
    def entry(self) -> TableEntry:
        entries = self.sheet.book.workbook.tables(self.sheet.part)
        return next(entry for entry in entries if entry.part == self.part)

    def _reach(self, area: Box, headers: Sequence[str]) -> None:
        self.sheet.book.workbook.resize(self.entry, area, headers)
