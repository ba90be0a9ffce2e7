"""The parts of a workbook package: sheets, tables, strings, styles, and how parts refer to parts.

Source: ECMA-376 part 2 (relationships, content types), part 1, 18.2 (workbook), 18.5 (tables).
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from xl_dialogue.engines import values
from xl_dialogue.engines.addresses import Box, box
from xl_dialogue.engines.plainxml import plain
from xl_dialogue.engines.sheetpatch import Patch
from xl_dialogue.engines.sheetxml import SheetXml, Surroundings, runs
from xl_dialogue.engines.styles import EMPTY, Styles
from xl_dialogue.engines.xmltext import attributes, escaped, read_text
from xl_dialogue.opc import deflated, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.opc import Member, Package

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = re.compile(rb"<Relationship ([^<>]*)/?>")
_SHEET = re.compile(rb"<sheet ([^<>]*)/>")
_PROPERTIES = re.compile(rb"<workbookPr ([^<>]*)/?>")
_VIEW = re.compile(rb'(<workbookView\b[^<>]*? activeTab=")([0-9]+)(")')
_LOCAL = re.compile(rb'( localSheetId=")([0-9]+)(")')
_CALCULATION = re.compile(rb"<calcPr\b([^<>]*?) ?/>")
_AFTER_CALCULATED = re.compile(
    rb"</definedNames>|<definedNames/>|</externalReferences>|</functionGroups>|</sheets>"
)
_STRING = re.compile(rb"<si>(.*?)</si>|<si/>", re.DOTALL)
_PLAIN_STRING = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_CHAINED = re.compile(rb"<c ([^<>]*)/>")
_OVERRIDE = '<Override PartName="/{name}" ContentType="{kind}"/>'
_EMPTY_SHEET = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData/></worksheet>"
)


class Relation(NamedTuple):
    """One part's reference to another, by id."""

    id: str
    type: str
    part: str

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


class SheetEntry(NamedTuple):
    """A worksheet as the workbook lists it."""

    name: str
    state: str
    id: str
    part: str
    place: int
    """Among all sheets, charts too, from 0."""


class TableEntry(NamedTuple):
    """A table of a worksheet."""

    part: str
    name: str
    area: Box
    header_rows: int
    total_rows: int

    @property
    def body(self) -> Box | None:
        top, bottom = self.area.top + self.header_rows, self.area.bottom - self.total_rows
        return self.area._replace(top=top, bottom=bottom) if top <= bottom else None


def _rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Workbook:
    """A package whose parts are read when asked for and changed in memory.

    Errors: ``KeyError`` and ``ValueError`` for a package that is no whole workbook.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, bytes] = {}
        self.removed: set[str] = set()
        self._names = {_usual(name): name for name in package.names}
        self._sheets: dict[str, SheetXml] = {}
        self.part = next(
            found.part for found in self.relations("") if found.kind == "officeDocument"
        )
        self.epoch = values.EPOCH_1904 if self._uses_1904() else values.EPOCH_1900

    def name(self, part: str) -> str:
        """The part's name as the zip spells it; names do not mind capitals."""
        return self._names.get(_usual(part), part)

    def has(self, part: str) -> bool:
        name = self.name(part)
        return name in self.changed or (name in self._names.values() and name not in self.removed)

    def read(self, part: str) -> bytes:
        name = self.name(part)
        return self.changed[name] if name in self.changed else self.package.read(name)

    def change(self, part: str, content: bytes) -> None:
        name = self.name(part)
        if content != self.read(name):
            self.changed[name] = content

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to inside the package, in order."""
        name = _rels_name(part)
        if not self.has(name):
            return []
        found = map(attributes, _RELATION.findall(plain(self.read(name))))
        folder = posixpath.dirname(part)
        return [
            Relation(r["Id"], r["Type"], self._target(folder, r["Target"]))
            for r in found
            if r.get("TargetMode") != "External"
        ]

    def _target(self, folder: str, target: str) -> str:
        target = target.replace("\\", "/")
        path = target if target.startswith("/") else f"{folder}/{target}"
        part = posixpath.normpath(path).lstrip("/")
        return self.name(part if self.has(part) else unquote(part))

    def related(self, kind: str) -> str | None:
        """The workbook's one part of this kind."""
        parts = (found.part for found in self.relations(self.part) if found.kind == kind)
        return next((part for part in parts if self.has(part)), None)

    @cached_property
    def _book(self) -> bytes:
        return plain(self.read(self.part))

    def _change_book(self, content: bytes) -> None:
        self.change(self.part, content)
        self._book = content

    def _uses_1904(self) -> bool:
        found = _PROPERTIES.search(self._book)
        return found is not None and attributes(found[1]).get("date1904") in ("1", "true")

    @property
    def sheets(self) -> list[SheetEntry]:
        """The worksheets in order; sheets that are charts or dialogs are left out."""
        parts = {r.id: r.part for r in self.relations(self.part) if r.kind == "worksheet"}
        listed = [attributes(found) for found in _SHEET.findall(self._book)]
        return [
            SheetEntry(
                s["name"], s.get("state", "visible"), s.get("sheetId", ""), parts[key], place
            )
            for place, s in enumerate(listed)
            if (key := _relation_id(s)) in parts
        ]

    @property
    def active(self) -> SheetEntry:
        """The sheet whose tab is in front."""
        found = _VIEW.search(self._book)
        place = int(found[2]) if found else 0
        return next((sheet for sheet in self.sheets if sheet.place == place), self.sheets[0])

    @cached_property
    def strings(self) -> list[str]:
        """The shared strings, read once."""
        part = self.related("sharedStrings")
        return _strings(plain(self.read(part))) if part else []

    @cached_property
    def styles(self) -> Styles:
        part = self.related("styles")
        return Styles(self.read(part) if part else EMPTY)

    def sheet(self, part: str) -> SheetXml:
        """The cells of a worksheet, read at the first call."""
        if part not in self._sheets:
            around = Surroundings(lambda: self.strings, self.styles.dates, self.epoch)
            self._sheets[part] = SheetXml(self.read(part), around)
        return self._sheets[part]

    def apply(self) -> bool:
        """Turn what was written to sheets into changed parts; says whether anything changed."""
        ids = {sheet.part: sheet.id for sheet in self.sheets}
        for part, sheet in self._sheets.items():
            if sheet.is_changed:
                bodies = [table.body for table in self.tables(part) if table.body]
                new = Patch(sheet, bodies, self.styles.fitting).patched()
                self.change(part, new.part)
                self.unchain(ids[part], new.unformulated)
        self._put_styles()
        if self.changed and self.has_formulas():
            self.calculate_on_load()
        return bool(self.changed)

    def tables(self, sheet_part: str) -> list[TableEntry]:
        parts = [r.part for r in self.relations(sheet_part) if r.kind == "table"]
        return [self._table(part) for part in parts if self.has(part)]

    def _table(self, part: str) -> TableEntry:
        content = plain(self.read(part))
        tag = attributes(
            content[content.index(b"<table") : content.index(b">", content.index(b"<table"))]
        )
        headers, totals = int(tag.get("headerRowCount", 1)), int(tag.get("totalsRowCount", 0))
        return TableEntry(
            part, tag.get("displayName") or tag["name"], box(tag["ref"]), headers, totals
        )

    def resize(self, table: TableEntry, area: Box) -> None:
        """Let the table and its filter reach over another area."""
        content = plain(self.read(table.part))
        old, new = table.area.address(), area.address()
        start = content.index(b"<table")
        head = content[start : content.index(b">", start)]
        resized = head.replace(f' ref="{old}"'.encode(), f' ref="{new}"'.encode(), 1)
        content = content.replace(head, resized, 1)
        filtered = area._replace(bottom=area.bottom - table.total_rows).address()
        self.change(
            table.part,
            re.sub(
                rb'(<autoFilter [^<>]*?ref=")[^"]*', rb"\g<1>" + filtered.encode(), content, count=1
            ),
        )

    def add_sheet(self, name: str, place: int) -> SheetEntry:
        """A new blank worksheet at this place among all sheets."""
        used = {int(s.id or 0) for s in self.sheets}
        key = max((0, *used, *self._listed_ids())) + 1
        part = self._free_part()
        relation = self._add_part(part, _EMPTY_SHEET, "worksheet", f"{_SPREADSHEET}.worksheet+xml")
        listed = list(_SHEET.finditer(self._book))
        prefix = _prefix(attributes(listed[0][1]))
        line = f'<sheet name="{escaped(name)}" sheetId="{key}" {prefix}:id="{relation}"/>'
        at = listed[place].start() if place < len(listed) else listed[-1].end()
        book = self._book[:at] + line.encode() + self._book[at:]
        for pattern in (_LOCAL, _VIEW):
            book = pattern.sub(lambda found: _counted_on(found, place), book)
        self._change_book(book)
        return next(sheet for sheet in self.sheets if sheet.part == part)

    def _listed_ids(self) -> Iterator[int]:
        return (int(attributes(found).get("sheetId", 0)) for found in _SHEET.findall(self._book))

    def _free_part(self) -> str:
        folder = posixpath.dirname(self.part)
        number = 1
        while self.has(f"{folder}/worksheets/sheet{number}.xml"):
            number += 1
        return f"{folder}/worksheets/sheet{number}.xml"

    def _add_part(self, part: str, content: bytes, kind: str, content_type: str) -> str:
        """Add a part that the workbook refers to; gives the id of the relationship."""
        self.changed[part] = content
        self._names[_usual(part)] = part
        rels = plain(self.read(_rels_name(self.part)))
        used = {attributes(found)["Id"] for found in _RELATION.findall(rels)}
        number = len(used) + 1
        while f"rId{number}" in used:
            number += 1
        target = posixpath.relpath(part, posixpath.dirname(self.part))
        base = next(r.type for r in self.relations(self.part)).rpartition("/")[0]
        line = f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        self.change(_rels_name(self.part), _inserted(rels, b"</Relationships>", line))
        types = plain(self.read("[Content_Types].xml"))
        override = _OVERRIDE.format(name=part, kind=content_type)
        self.change("[Content_Types].xml", _inserted(types, b"</Types>", override))
        return f"rId{number}"

    def _put_styles(self) -> None:
        """Take the styles part over with what was added to it."""
        part = self.related("styles")
        if part:
            if self.styles.part != plain(self.read(part)):
                self.change(part, self.styles.part)
        elif self.styles.part != EMPTY:
            name = posixpath.join(posixpath.dirname(self.part), "styles.xml")
            self._add_part(name, self.styles.part, "styles", f"{_SPREADSHEET}.styles+xml")

    def has_formulas(self) -> bool:
        if self.related("calcChain"):
            return True
        return any(self._calculates(sheet.part) for sheet in self.sheets)

    def _calculates(self, part: str) -> bool:
        known = self._sheets.get(part)
        content = known.part if known and part not in self.changed else self.read(part)
        return re.search(rb"<(?:\w+:)?f[ >]", content) is not None

    def calculate_on_load(self) -> None:
        """Ask Excel to work every formula out anew when it opens the file."""
        found = _CALCULATION.search(self._book)
        if found is None:
            at = max(after.end() for after in _AFTER_CALCULATED.finditer(self._book))
            line = b'<calcPr fullCalcOnLoad="1"/>'
            self._change_book(self._book[:at] + line + self._book[at:])
        elif attributes(found[1]).get("fullCalcOnLoad") not in ("1", "true"):
            said = re.sub(rb' fullCalcOnLoad="[^"]*"', b"", found[1]) + b' fullCalcOnLoad="1"'
            self._change_book(self._book[: found.start(1)] + said + self._book[found.end(1) :])

    def unchain(self, sheet_id: str, cells: set[str]) -> None:
        """Take cells that are no formulas any more out of the order of calculation."""
        part = self.related("calcChain")
        if part is None or not cells:
            return
        chain = plain(self.read(part))
        kept = list(_kept(chain, sheet_id, cells))
        if kept:
            first, last = chain.index(b"<c "), chain.rindex(b"/>") + 2
            self.change(part, chain[:first] + b"".join(kept) + chain[last:])
        else:
            self._remove(part)

    def _remove(self, part: str) -> None:
        """Drop a part of the workbook with its relationship and content type."""
        relation = next(r.id for r in self.relations(self.part) if r.part == part)
        rels = plain(self.read(_rels_name(self.part)))
        line = next(
            found[0] for found in _RELATION.finditer(rels) if attributes(found[1])["Id"] == relation
        )
        self.change(_rels_name(self.part), rels.replace(line, b"", 1))
        types = plain(self.read("[Content_Types].xml"))
        override = re.compile(
            rb'<Override [^<>]*?PartName="/' + re.escape(part.encode()) + rb'"[^<>]*/>'
        )
        self.change("[Content_Types].xml", override.sub(b"", types))
        self.removed.add(part)

    def packed(self) -> bytes:
        """The package with its changes; every other part as it lies, still compressed."""
        return packed(self._members())

    def _members(self) -> Iterator[Member]:
        for name in self.package.names:
            if name in self.changed:
                yield deflated(name, self.changed[name])
            elif name not in self.removed:
                yield self.package.member(name)
        for name in self.changed.keys() - set(self.package.names):
            yield deflated(name, self.changed[name])


def _usual(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _relation_id(sheet: dict[str, str]) -> str:
    return next((value for key, value in sheet.items() if key.endswith(":id")), "")


def _prefix(sheet: dict[str, str]) -> str:
    """The prefix under which this workbook names relationships."""
    return next(key for key in sheet if key.endswith(":id")).removesuffix(":id")


def _inserted(part: bytes, before: bytes, line: str) -> bytes:
    at = part.rindex(before)
    return part[:at] + line.encode() + part[at:]


def _counted_on(found: re.Match[bytes], place: int) -> bytes:
    number = int(found[2])
    return found[1] + str(number + (number >= place)).encode() + found[3]


def _kept(chain: bytes, sheet_id: str, cells: set[str]) -> Iterator[bytes]:
    """The entries that stay; one may lean on the sheet that an entry before it names."""
    sheet, said = "", ""
    for found in _CHAINED.finditer(chain):
        entry = attributes(found[1])
        sheet = entry.get("i", sheet)
        if sheet == sheet_id and entry["r"] in cells:
            continue
        if "i" in entry or sheet == said:
            yield found[0]
        else:
            yield found[0].replace(b"<c ", f'<c i="{sheet}" '.encode(), 1)
        said = sheet


def _strings(part: bytes) -> list[str]:
    text = part.decode().replace("\r\n", "\n")
    found = _PLAIN_STRING.findall(text)
    if len(found) == text.count("<si"):
        return [read_text(string) for string in found] if "&" in text or "_x" in text else found
    return [read_text(runs(string[1] or b"").decode()) for string in _STRING.finditer(part)]
