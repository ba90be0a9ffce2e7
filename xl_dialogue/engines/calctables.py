"""Tables of a workbook open in Calc: what Excel calls a table arrives there as a database range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.engines.blocks import area_of
from xl_dialogue.engines.calcbridge import box_of
from xl_dialogue.engines.calcrange import Range
from xl_dialogue.engines.named import picked
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.calcsheet import Sheet


class Tables(base_classes.Tables):
    """The tables of one sheet; filters without a name are none."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @property
    def api(self) -> Tables:
        return self

    def _items(self) -> list[Table]:
        place = self.sheet.place
        found = (Table(self.sheet, name, range_) for name, range_ in self.sheet.book.tables())
        return [table for table in found if table.uno.DataArea.Sheet == place]

    def __len__(self) -> int:
        return len(self._items())

    def __iter__(self) -> Iterator[Table]:
        return iter(self._items())

    def __contains__(self, name: object) -> bool:
        return str(name).lower() in [table.name.lower() for table in self._items()]

    def __call__(self, name_or_index: str | int) -> Table:
        return picked(self._items(), name_or_index)


class Table(base_classes.Table):
    """One table."""

    def __init__(self, sheet: Sheet, name: str, range_: Any) -> None:
        self.sheet, self._name, self.uno = sheet, name, range_

    @property
    def area(self) -> Box:
        return box_of(self.uno.DataArea)

    def _range(self, area: Box) -> Range | None:
        return Range(self.sheet, area) if area.top <= area.bottom else None

    @property
    def api(self) -> Table:
        return self

    @property
    def parent(self) -> Sheet:
        return self.sheet

    @property
    def name(self) -> str:
        return self._name

    @name.setter
    def name(self, value: str) -> None:
        self.uno.setName(value)
        self._name = value

    display_name = name

    @property
    def range(self) -> Range:
        return Range(self.sheet, self.area)

    @property
    def header_row_range(self) -> Range | None:
        area = self.area
        return self._range(area._replace(bottom=area.top)) if self.show_headers else None

    @property
    def data_body_range(self) -> Range | None:
        area = self.area
        top, bottom = area.top + self.show_headers, area.bottom - self.show_totals
        return self._range(area._replace(top=top, bottom=bottom))

    @property
    def totals_row_range(self) -> Range | None:
        area = self.area
        return self._range(area._replace(top=area.bottom)) if self.show_totals else None

    @property
    def show_headers(self) -> bool:
        return bool(self.uno.ContainsHeader)

    @show_headers.setter
    def show_headers(self, value: bool) -> None:
        self.uno.ContainsHeader = bool(value)

    @property
    def show_totals(self) -> bool:
        return bool(self.uno.TotalsRow)

    @show_totals.setter
    def show_totals(self, value: bool) -> None:
        self.uno.TotalsRow = bool(value)

    def resize(self, range: xw.Range) -> None:  # noqa: A002 - the name xlwings gives it
        """Let the table reach over more rows or fewer; its header row and columns stay."""
        area, now = area_of(range.impl), self.area
        others = [other.area for other in self.sheet.tables if other.name != self.name]
        kept = (area.top, area.left, area.right) == (now.top, now.left, now.right)
        if not kept or self.show_totals or area.bottom == area.top or any(map(area.meets, others)):
            raise DialogueError(messages.TABLE_NOT_RESIZABLE, table=self.name, area=area.address())
        if area != now:
            address = self.uno.DataArea
            address.EndRow = area.bottom - 1
            self.uno.DataArea = address
