"""Tables of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.engines.blocks import area_of
from xl_dialogue.engines.closedrange import Range
from xl_dialogue.engines.named import fixed, picked
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import xlwings as xw

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.closedsheet import Sheet
    from xl_dialogue.engines.tables import TableEntry


class Tables(base_classes.Tables):
    """The tables of one worksheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    @property
    def api(self) -> Tables:
        return self

    def _entries(self) -> list[TableEntry]:
        return self.sheet.book.workbook.tables(self.sheet.part)

    def __len__(self) -> int:
        return len(self._entries())

    def __iter__(self) -> Iterator[Table]:
        return (Table(self.sheet, entry.part) for entry in self._entries())

    def __contains__(self, name: object) -> bool:
        return str(name).lower() in [entry.name.lower() for entry in self._entries()]

    def __call__(self, name_or_index: str | int) -> Table:
        return Table(self.sheet, picked(self._entries(), name_or_index).part)


class Table(base_classes.Table):
    """One table."""

    def __init__(self, sheet: Sheet, part: str) -> None:
        self.sheet, self.part = sheet, part

    @property
    def entry(self) -> TableEntry:
        entries = self.sheet.book.workbook.tables(self.sheet.part)
        return next(entry for entry in entries if entry.part == self.part)

    def _range(self, area: Box | None) -> Range | None:
        return Range(self.sheet, area) if area else None

    @property
    def api(self) -> Table:
        return self

    @property
    def parent(self) -> Sheet:
        return self.sheet

    @property
    def name(self) -> str:
        return self.entry.name

    @name.setter
    def name(self, value: str) -> None:
        raise fixed("a table's name", value)

    @property
    def display_name(self) -> str:
        return self.entry.name

    @display_name.setter
    def display_name(self, value: str) -> None:
        raise fixed("a table's name", value)

    @property
    def range(self) -> Range:
        return Range(self.sheet, self.entry.area)

    @property
    def header_row_range(self) -> Range | None:
        area = self.entry.area
        return self._range(area._replace(bottom=area.top)) if self.entry.header_rows else None

    @property
    def data_body_range(self) -> Range | None:
        return self._range(self.entry.body)

    @property
    def totals_row_range(self) -> Range | None:
        area = self.entry.area
        return self._range(area._replace(top=area.bottom)) if self.entry.total_rows else None

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
        raise fixed("a table's total row", value)

    def resize(self, range: xw.Range) -> None:  # noqa: A002 - the name xlwings gives it
        """Let the table reach over more rows or fewer; its header row and columns stay."""
        entry, area = self.entry, area_of(range.impl)
        others = [other.entry.area for other in self.sheet.tables if other.part != self.part]
        kept = (area.top, area.left, area.right) == (
            entry.area.top,
            entry.area.left,
            entry.area.right,
        )
        if not kept or entry.total_rows or area.bottom == area.top or any(map(area.meets, others)):
            raise DialogueError(messages.TABLE_NOT_RESIZABLE, table=entry.name, area=area.address())
        self.sheet.book.workbook.resize(entry, area)
