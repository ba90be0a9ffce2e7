"""A workbook: its sheets, strings, styles and tables, out of the parts of its package.

Source: ECMA-376 part 1, 18.2.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.engines import calculation, leavings, tables, values
from xl_dialogue.engines.parts import Parts
from xl_dialogue.engines.plainxml import plain
from xl_dialogue.engines.sheetpatch import Patch
from xl_dialogue.engines.sheetxml import SheetXml, Surroundings
from xl_dialogue.engines.strings import shared_strings
from xl_dialogue.engines.styles import EMPTY, Styles
from xl_dialogue.engines.xmltext import attributes, escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.tables import TableEntry
    from xl_dialogue.opc import Package

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SHEET = re.compile(rb"<sheet ([^<>]*)/>")
_PROPERTIES = re.compile(rb"<workbookPr ([^<>]*)/?>")
_ACTIVE = re.compile(rb'(<workbookView\b[^<>]*? activeTab=")([0-9]+)(")')
_LOCAL = re.compile(rb'( localSheetId=")([0-9]+)(")')
_BLANK_SHEET = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData/></worksheet>"
)


class SheetEntry(NamedTuple):
    """A worksheet as the workbook lists it."""

    name: str
    state: str
    id: str
    part: str
    place: int
    """Among all sheets, charts too, from 0."""


class Workbook:
    """Parts are read when asked for; what is written waits for ``apply``.

    Errors: ``KeyError``, ``ValueError``, ``StopIteration`` for a package that is no whole workbook.
    """

    def __init__(self, package: Package) -> None:
        self.parts = Parts(package)
        self._sheets: dict[str, SheetXml] = {}
        self.part = next(r.part for r in self.parts.relations("") if r.kind == "officeDocument")
        self.epoch = values.EPOCH_1904 if self._uses_1904() else values.EPOCH_1900

    @cached_property
    def _book(self) -> bytes:
        return plain(self.parts.read(self.part))

    def _change_book(self, content: bytes) -> None:
        if content != self._book:
            self.parts.change(self.part, content)
            self._book = content

    def _uses_1904(self) -> bool:
        found = _PROPERTIES.search(self._book)
        return found is not None and attributes(found[1]).get("date1904") in ("1", "true")

    def _listed(self) -> list[dict[str, str]]:
        return [attributes(found) for found in _SHEET.findall(self._book)]

    @property
    def sheets(self) -> list[SheetEntry]:
        """The worksheets in order; sheets that are charts or dialogs are left out."""
        parts = {r.id: r.part for r in self.parts.relations(self.part) if r.kind == "worksheet"}
        return [
            SheetEntry(
                s["name"], s.get("state", "visible"), s.get("sheetId", ""), parts[key], place
            )
            for place, s in enumerate(self._listed())
            if (key := _relation_id(s)) in parts
        ]

    @property
    def active(self) -> SheetEntry:
        """The sheet whose tab is in front."""
        found = _ACTIVE.search(self._book)
        place = int(found[2]) if found else 0
        return next((sheet for sheet in self.sheets if sheet.place == place), self.sheets[0])

    @cached_property
    def strings(self) -> list[str]:
        """The shared strings, read once."""
        part = self.parts.related(self.part, "sharedStrings")
        return shared_strings(plain(self.parts.read(part))) if part else []

    @cached_property
    def styles(self) -> Styles:
        part = self.parts.related(self.part, "styles")
        return Styles(self.parts.read(part) if part else EMPTY)

    def sheet(self, part: str) -> SheetXml:
        """The cells of a worksheet, read at the first call."""
        if part not in self._sheets:
            around = Surroundings(lambda: self.strings, self.styles.dates, self.epoch)
            self._sheets[part] = SheetXml(self.parts.read(part), around)
        return self._sheets[part]

    def tables(self, sheet_part: str) -> list[TableEntry]:
        found = [r.part for r in self.parts.relations(sheet_part) if r.kind == "table"]
        return [tables.described(part, plain(self.parts.read(part))) for part in found]

    def resize(self, table: TableEntry, area: Box, headers: Sequence[str] = ()) -> None:
        content = tables.widened(plain(self.parts.read(table.part)), headers)
        self.parts.change(table.part, tables.resized(content, area, table.total_rows))

    def patch(self, part: str) -> Patch:
        """What turns the changes of a sheet into its new part."""
        bodies = [table.body for table in self.tables(part) if table.body]
        return Patch(self.sheet(part), bodies, self.styles.fitting)

    def apply(self, forgets: Callable[[str], bool] | None = None) -> bool:
        """Turn what was written to sheets into changed parts; says whether anything changed.

        ``forgets`` tells texts that must not stay behind the cells either.
        """
        for entry in self.sheets:
            sheet = self._sheets.get(entry.part)
            if sheet and sheet.is_changed:
                new = self.patch(entry.part).patched()
                self.parts.changed[entry.part] = new.part
                self._unchain(entry.id, new.unformulated)
        self._put_styles()
        if forgets:
            self.leave_nothing(forgets)
        if self.parts.changed and self._has_formulas():
            self._change_book(calculation.on_load(self._book))
        return bool(self.parts.changed)

    def leave_nothing(self, holds: Callable[[str], bool]) -> None:
        """Once applied: no string stays that no cell shows, no result or copy that says it."""
        shown: set[int] = set()
        for entry in self.sheets:
            sheet = plain(self.parts.read(entry.part))
            self.parts.change(entry.part, leavings.without_results(sheet, holds))
            shown |= leavings.shown_strings(sheet)
        part = self.parts.related(self.part, "sharedStrings")
        if part:
            strings = plain(self.parts.read(part))
            self.parts.change(part, leavings.without_spare(strings, shown))
        for name in self.parts.package.names:
            if "/charts/chart" in name:
                chart = self.parts.read(name)
                self.parts.change(name, leavings.without_copies(chart, holds))

    def _unchain(self, sheet_id: str, cells: set[str]) -> None:
        """Take cells that are no formulas any more out of the order of calculation."""
        part = self.parts.related(self.part, "calcChain")
        if part is None or not cells:
            return
        left = calculation.unchained(plain(self.parts.read(part)), sheet_id, cells)
        if left is None:
            self.parts.remove(part, self.part)
        else:
            self.parts.change(part, left)

    def _put_styles(self) -> None:
        """Take the styles part over if anything was added to it."""
        part = self.parts.related(self.part, "styles")
        if part and self.styles.is_changed:
            self.parts.change(part, self.styles.part)
        elif self.styles.is_changed:
            name = posixpath.join(posixpath.dirname(self.part), "styles.xml")
            kind = f"{_SPREADSHEET}.styles+xml"
            self.parts.add(name, self.styles.part, "styles", kind, self.part)

    def _has_formulas(self) -> bool:
        if self.parts.related(self.part, "calcChain"):
            return True
        return any(calculation.has_formula(self._present(sheet.part)) for sheet in self.sheets)

    def _present(self, part: str) -> bytes:
        known = self._sheets.get(part)
        return self.parts.read(part) if known is None or known.is_changed else known.part

    def add_sheet(self, name: str, place: int) -> SheetEntry:
        """A new blank worksheet at this place among all sheets."""
        key = max(int(found.get("sheetId", 0)) for found in self._listed()) + 1
        part = self._free_part()
        kind = f"{_SPREADSHEET}.worksheet+xml"
        relation = self.parts.add(part, _BLANK_SHEET, "worksheet", kind, self.part)
        listed = list(_SHEET.finditer(self._book))
        refers = _reference(self._book, attributes(listed[0][1]), relation)
        line = f'<sheet name="{escaped(name)}" sheetId="{key}" {refers}/>'
        at = listed[place].start() if place < len(listed) else listed[-1].end()
        book = self._book[:at] + line.encode() + self._book[at:]
        for pattern in (_LOCAL, _ACTIVE):
            book = pattern.sub(lambda found: _counted_on(found, place), book)
        self._change_book(book)
        return next(sheet for sheet in self.sheets if sheet.part == part)

    def _free_part(self) -> str:
        folder = posixpath.join(posixpath.dirname(self.part), "worksheets")
        numbers = range(1, len(self._listed()) + 2)
        names = (posixpath.join(folder, f"sheet{number}.xml") for number in numbers)
        return next(name for name in names if not self.parts.has(name))


def _relation_id(sheet: dict[str, str]) -> str:
    return next((value for key, value in sheet.items() if key.endswith(":id")), "")


def _reference(book: bytes, sheet: dict[str, str], relation: str) -> str:
    """A reference as this workbook writes it; some declare the prefix at every sheet anew."""
    prefix = next(key for key in sheet if key.endswith(":id")).removesuffix(":id")
    declared = re.search(f' (xmlns:{prefix}="[^"]*")'.encode(), book)
    said = f"{declared[1].decode()} " if declared else ""
    return f'{said}{prefix}:id="{relation}"'


def _counted_on(found: re.Match[bytes], place: int) -> bytes:
    """The number of a sheet after another has been put in before it."""
    number = int(found[2])
    return found[1] + str(number + (number >= place)).encode() + found[3]
