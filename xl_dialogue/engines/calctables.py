"""Tables of a workbook open in Calc: what Excel calls a table arrives there as a database range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xl_dialogue.engines import pages
from xl_dialogue.engines.calcbridge import box_of, while_open
from xl_dialogue.engines.named import Named
from xl_dialogue.engines.tables import TableEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.calcsheet import Sheet


@while_open("sheet.book.doc.URL")
class Tables(Named["Table"], base_classes.Tables):
    """The tables of one sheet; filters without a name are none."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def _items(self) -> list[Table]:
        place = self.sheet.place
        found = (Table(self.sheet, name, range_) for name, range_ in self.sheet.book.tables())
        return [table for table in found if table.uno.DataArea.Sheet == place]


@while_open("sheet.book.doc.URL")
class Table(pages.Table):
    """One table; ``uno`` is the database range."""

    sheet: Sheet

    def __init__(self, sheet: Sheet, name: str, range_: Any) -> None:
        self.sheet, self._name, self.uno = sheet, name, range_

    @property
    def entry(self) -> TableEntry:
        found = self.uno
        area, headers, totals = box_of(found.DataArea), found.ContainsHeader, found.TotalsRow
        return TableEntry(self._name, self._name, area, int(headers), int(totals))

    @property
    def area(self) -> Box:
        return box_of(self.uno.DataArea)

    def _reach(self, area: Box, _: Sequence[str]) -> None:
        address = self.uno.DataArea
        address.EndRow, address.EndColumn = area.bottom - 1, area.right - 1
        self.uno.DataArea = address
