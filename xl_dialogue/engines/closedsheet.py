"""Sheets, ranges and tables of a closed workbook, as xlwings asks for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from xlwings import base_classes

from xl_dialogue import messages
from xl_dialogue.engines.addresses import LAST_COLUMN, LAST_ROW, Box, box, letters
from xl_dialogue.engines.sheetformulas import formulas, moved, refuse_to_break
from xl_dialogue.engines.values import Content, Formula, entered
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import xlwings as xw

    from xl_dialogue.engines.closed import Book
    from xl_dialogue.engines.sheetxml import SheetXml
    from xl_dialogue.engines.values import Value
    from xl_dialogue.engines.workbook import SheetEntry, TableEntry

_ORDINARY_HEIGHT = 15.0
_ORDINARY_WIDTH = 9.140625
_NAME = re.compile(r"[^\\/?*\[\]:]{1,31}")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Item = TypeVar("_Item", bound=_Named)


def picked(items: Sequence[_Item], key: str | int) -> _Item:
    """By place from 1, by name, or by name in other capitals. Errors: ``KeyError``."""
    if isinstance(key, int):
        return items[key - 1]
    alike = [item for item in items if item.name.lower() == key.lower()]
    if not alike:
        raise KeyError(key)
    return next((item for item in alike if item.name == key), alike[0])


def _fixed(what: str, wanted: object) -> NotImplementedError:
    return NotImplementedError(f"in a closed file {what} cannot become {wanted!r}: use Excel")


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
        if name in self or not _NAME.fullmatch(name):
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
        raise _fixed("a sheet's name", value)

    @property
    def index(self) -> int:
        parts = [entry.part for entry in self._book.workbook.sheets]
        return parts.index(self.part) + 1

    @property
    def visible(self) -> bool:
        return self.entry.state == "visible"

    @visible.setter
    def visible(self, value: bool) -> None:
        raise _fixed("whether a sheet is seen", value)

    @property
    def cells(self) -> Range:
        return Range(self, Box(1, 1, LAST_ROW, LAST_COLUMN))

    @property
    def used_range(self) -> Range:
        return Range(self, self.xml.extent() or Box(1, 1, 1, 1))

    @property
    def tables(self) -> Tables:
        return Tables(self)

    def clear_contents(self) -> None:
        self.used_range.clear_contents()

    def range(self, arg1: str | tuple[int, ...] | Range, arg2: object = None) -> Range:
        """``"A1:C5"``, (row, column[, rows, columns]) or a range; of two, what covers both."""
        first = _area(arg1)
        return Range(self, first if arg2 is None else first.with_(_area(arg2)))


def _area(corner: object) -> Box:
    if isinstance(corner, Range):
        return corner.area
    if isinstance(corner, str):
        return box(corner)
    if not isinstance(corner, tuple):
        raise TypeError(f"no corner of a range: {corner!r}")
    row, column, rows, columns = (*corner, 1, 1)[:4]
    area = Box(row, column, row + rows - 1, column + columns - 1)
    if not Box(1, 1, LAST_ROW, LAST_COLUMN).covers(area):
        raise IndexError(f"beyond the edge of a sheet: {corner}")
    return area


def _common(found: Iterable[Any]) -> Any:
    """What all have in common, else ``None``, as Excel says it."""
    kinds = set(found)
    return kinds.pop() if len(kinds) == 1 else None


class Range(base_classes.Range):
    """A rectangle of cells."""

    max_cells_per_read = None
    max_cells_per_write = None

    def __init__(self, sheet: Sheet, area: Box) -> None:
        self._sheet, self.area = sheet, area
        self.options: dict[str, object] = {}

    @property
    def api(self) -> Range:
        return self

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def row(self) -> int:
        return self.area.top

    @property
    def column(self) -> int:
        return self.area.left

    @property
    def shape(self) -> tuple[int, int]:
        return self.area.shape

    def __len__(self) -> int:
        rows, columns = self.area.shape
        return rows * columns

    def __call__(self, row: int, column: int | None = None) -> Range:
        """A cell by its place in the range from 1, or by its row and column in it."""
        if column is None:
            down, right = divmod(row - 1, self.area.shape[1])
        else:
            down, right = row - 1, column - 1
        return Range(self._sheet, _area((self.area.top + down, self.area.left + right)))

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        across, down = "$" if col_absolute else "", "$" if row_absolute else ""
        cells = {(self.area.top, self.area.left): 0, (self.area.bottom, self.area.right): 0}
        address = ":".join(f"{across}{letters(c)}{down}{r}" for r, c in cells)
        return f"'[{self._sheet.book.name}]{self._sheet.name}'!{address}" if external else address

    @property
    def address(self) -> str:
        return self.get_address(True, True, False)

    @property
    def raw_value(self) -> list[list[Value]]:
        return self._sheet.xml.values(self.area)

    @raw_value.setter
    def raw_value(self, data: object) -> None:
        self._write(data, lambda value, _: entered(value))

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        found = formulas(self._sheet.xml, self.area)
        return found[0][0] if len(self) == 1 else found

    @formula.setter
    def formula(self, data: object) -> None:
        one = isinstance(data, str)
        self._write(data, self._filled if one else lambda value, _: entered(value))

    formula2 = formula

    def _filled(self, value: object, at: tuple[int, int]) -> Content:
        """One formula for all cells reads in each as if copied there from the first."""
        content = entered(value)
        if not isinstance(content, Formula):
            return content
        return content._replace(text=moved(content.text, (self.row, self.column), at))

    def _write(self, data: object, content: Callable[[object, tuple[int, int]], Content]) -> None:
        rows = self._rows(data)
        area = Box(self.row, self.column, self.row + len(rows) - 1, self.column + len(rows[0]) - 1)
        new = [
            (row, column, content(value, (row, column)))
            for row, values in zip(area.rows, rows, strict=True)
            for column, value in zip(area.columns, values, strict=True)
        ]
        sheet = self._sheet.xml
        refuse_to_break(sheet, area)
        for row, column, value in new:
            sheet.write(row, column, value)

    def _rows(self, data: object) -> Sequence[Sequence[object]]:
        """The data as rows; a single value fills the range."""
        if not isinstance(data, list | tuple):
            rows, columns = self.area.shape
            return [[data] * columns] * rows
        return data if isinstance(data[0], list | tuple) else [data]

    def clear_contents(self) -> None:
        extent = self._sheet.xml.extent()
        if extent and self.area.meets(extent):
            top, left = max(self.row, extent.top), max(self.column, extent.left)
            bottom = min(self.area.bottom, extent.bottom)
            right = min(self.area.right, extent.right)
            Range(self._sheet, Box(top, left, bottom, right)).raw_value = None

    def _styles(self) -> Iterator[tuple[int, int, int]]:
        """Row, column and style of each cell, of those too that are not there yet."""
        from xl_dialogue.engines.sheetpatch import Patch

        sheet, book = self._sheet.xml, self._sheet.book.workbook
        bodies = [table.body for table in book.tables(self._sheet.part) if table.body]
        patch = Patch(sheet, bodies, book.styles.fitting)
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

    @property
    def row_height(self) -> float | None:
        """Points; 0 for hidden rows, ``None`` for rows that differ."""
        found: float | None = _common(map(self._height, self.area.rows))
        return found

    @row_height.setter
    def row_height(self, value: float) -> None:
        raise _fixed("the height of rows", value)

    def _height(self, row: int) -> float:
        sheet = self._sheet.xml
        ordinary = sheet.format.get("defaultRowHeight", _ORDINARY_HEIGHT)
        hidden = sheet.format.get("zeroHeight", "0") if row not in sheet.starts else "0"
        found = sheet.row_attributes(row)
        if found.get("hidden", hidden) in ("1", "true"):
            return 0.0
        return float(found.get("ht", ordinary))

    @property
    def column_width(self) -> float | None:
        """Characters, as Excel shows them; 0 for hidden columns, ``None`` for ones that differ."""
        found: float | None = _common(map(self._width, self.area.columns))
        return found

    @column_width.setter
    def column_width(self, value: float) -> None:
        raise _fixed("the width of columns", value)

    def _width(self, column: int) -> float:
        sheet = self._sheet.xml
        found = sheet.column_attributes(column)
        if found.get("hidden") in ("1", "true"):
            return 0.0
        ordinary = sheet.format.get("defaultColWidth", _ORDINARY_WIDTH)
        pixels = int(float(found.get("width", ordinary)) * 7 + 0.5)
        return round(max(pixels - 5, 0) / 7, 2)

    @property
    def merge_cells(self) -> bool | None:
        """``None`` when some cells are merged and some are not."""
        touched = [area for area in self._sheet.xml.merged if area.meets(self.area)]
        covered = sum(len(Range(self._sheet, _overlap(area, self.area))) for area in touched)
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

    @property
    def table(self) -> Table | None:
        tables = Tables(self._sheet)
        return next((table for table in tables if table.entry.area.covers(self.area)), None)


def _overlap(one: Box, other: Box) -> Box:
    return Box(
        max(one.top, other.top), max(one.left, other.left),
        min(one.bottom, other.bottom), min(one.right, other.right),
    )  # fmt: skip


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
        raise _fixed("a table's name", value)

    @property
    def display_name(self) -> str:
        return self.entry.name

    @display_name.setter
    def display_name(self, value: str) -> None:
        raise _fixed("a table's name", value)

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
        raise _fixed("a table's header row", value)

    @property
    def show_totals(self) -> bool:
        return bool(self.entry.total_rows)

    @show_totals.setter
    def show_totals(self, value: bool) -> None:
        raise _fixed("a table's total row", value)

    def resize(self, range: xw.Range) -> None:  # noqa: A002 - the name xlwings gives it
        """Let the table reach over more rows or fewer; its header row and columns stay."""
        entry, area = self.entry, _area(range.impl)
        others = [other.entry.area for other in Tables(self.sheet) if other.part != self.part]
        kept = (area.top, area.left, area.right) == (
            entry.area.top,
            entry.area.left,
            entry.area.right,
        )
        if not kept or entry.total_rows or area.bottom == area.top or any(map(area.meets, others)):
            raise DialogueError(messages.TABLE_NOT_RESIZABLE, table=entry.name, area=area.address())
        self.sheet.book.workbook.resize(entry, area)
