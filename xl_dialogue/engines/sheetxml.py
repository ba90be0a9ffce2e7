"""One worksheet part: its cells read at once, its frame on demand.

The quick reader takes rows of the form that Excel writes; a row with anything else in it goes
through the general one. A part that is not in plain form is rewritten first.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box, box, number
from xl_dialogue.engines import plainxml
from xl_dialogue.engines.values import converter, same, shown
from xl_dialogue.engines.xmltext import attributes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Container, Iterator, Sequence

    from xl_dialogue.engines.sheetformulas import Joint
    from xl_dialogue.engines.values import Content, Converter, Value

    Bytes = tuple[bytes, ...]

ROW = re.compile(rb'<row r="([1-9][0-9]{0,6}+)"((?: [\w:.-]++="[^"<>]*+")*+) ?(/?)>')
_OPEN = rb'<c r="([A-Z]++)([0-9]++)"(?: s="([0-9]++)")?+(?: t="([a-zA-Z]++)")?+'
_QUICK = re.compile(
    _OPEN + rb"(?:>(?:<f(?: [^<>]*+)?(?:/>|>[^<]*+</f>))?+"
    rb'(?:<(?:v|is><t(?: xml:space="preserve")?+)>([^<]*+)</(?:v|t></is)>|<v ?/>)?+</c>| ?/>)'
)
_INSIDE = rb"((?:[^<]++|<(?!/?c[ />]))*+)"  # stops at the next cell: linear on broken input too
CELL = re.compile(_OPEN + rb'((?: [\w:]++="[^"<>]*+")*+) ?(?:/>|>' + _INSIDE + rb"</c>)")
_SHOWN = re.compile(rb"<v(?: [^<>]*)?>([^<]*)</v>")
_TEXT = re.compile(rb"<t(?: [^<>]*)?>([^<]*)</t>")
_PHONETIC = re.compile(rb"<rPh\b(?:[^<]++|<(?!/?rPh\b))*+</rPh>")
_MERGED = re.compile(rb'<mergeCell [^<>]*?ref="([^"]+)"')
_COLUMN = re.compile(rb"<col ([^<>]*)/>")
_FORMAT = re.compile(rb"<sheetFormatPr([^<>]*)>")


class UnplainError(ValueError):
    """The part is well-formed, perhaps, but not in plain form."""


class Surroundings(NamedTuple):
    """What the cells of a sheet mean by the rest of the workbook."""

    strings: Callable[[], Sequence[str]]
    dates: Container[int]
    """The styles that show dates."""
    epoch: dt.datetime


def runs(body: bytes) -> bytes:
    """The escaped text of a rich string, its runs joined, phonetic ones left out."""
    return b"".join(_TEXT.findall(_PHONETIC.sub(b"", body)))


def _general(body: bytes) -> Iterator[re.Match[bytes]]:
    """The cells of a row, which must be made of nothing else."""
    at = 0
    for cell in CELL.finditer(body):
        if body[at : cell.start()].strip() or b"<?" in cell[0]:
            raise UnplainError
        at = cell.end()
        yield cell
    if body[at:].strip():
        raise UnplainError


def _shown_text(cell: re.Match[bytes]) -> bytes:
    body = cell[6] or b""
    if cell[4] == b"inlineStr":
        return runs(body)
    found = _SHOWN.search(body)
    return found[1] if found else b""


def _taken_apart(cell: re.Match[bytes]) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    return cell[1], cell[2], cell[3] or b"", cell[4] or b"", _shown_text(cell)


class SheetXml:
    """Rows and columns count from 1. Errors: ``ValueError`` for a part that cannot be read."""

    def __init__(self, part: bytes, around: Surroundings) -> None:
        self.around = around
        self.contents: dict[int, dict[int, Content]] = {}
        self.styles: dict[int, dict[int, int]] = {}
        self.joints: dict[str, Joint] | None = None
        try:
            self._read(part)
        except UnplainError:
            self._read(plainxml.rewritten(part))

    def _read(self, part: bytes) -> None:
        self.part = part
        self.__dict__.pop("frame", None)
        self.rows: dict[int, dict[int, Value]] = {}
        self.starts: dict[int, int] = {}
        self._layouts: dict[tuple[Bytes, ...], tuple[tuple[int, ...], list[Converter]]] = {}
        self._converters: dict[tuple[bytes, bytes], Converter] = {}
        self._find_rows()
        for digits, start, body in self._split():
            self.rows[int(digits)] = self._values(digits, body)
            self.starts[int(digits)] = start

    def _find_rows(self) -> None:
        """Where the rows begin and end; what stands around them must be plain."""
        opened, closed = self.part.find(b"<sheetData>"), self.part.rfind(b"</sheetData>")
        self.first, self.last = opened + len(b"<sheetData>"), closed
        if opened < 0:
            self.first = self.last = self.part.find(b"<sheetData/>")
        if self.first < 0 or self.last < self.first:
            raise UnplainError("no rows")
        if not plainxml.frame_is_plain(self.part, self.frame):
            raise UnplainError("foreign markup")

    @cached_property
    def frame(self) -> bytes:
        """All but the rows and the XML declaration."""
        return plainxml.undeclared(self.part[: self.first]) + self.part[self.last :]

    def _split(self) -> Iterator[tuple[bytes, int, bytes]]:
        """Each row's number, where it starts, and what is in it."""
        part, at, before, count = self.part, self.first, 0, 0
        while (row := ROW.match(part, at)) or (row := ROW.search(part, at, self.last)):
            if part[at : row.start()].strip() or not before < int(row[1]) <= LAST_ROW:
                raise UnplainError("rows out of order")
            at, before, count = row.end(), int(row[1]), count + 1
            body = b""
            if not row[3]:
                end = part.find(b"</row>", at, self.last)
                body, at = part[at:end], end + len(b"</row>")
                if end < 0:
                    raise UnplainError("an unfinished row")
            yield row[1], row.start(), body
        if part[at : self.last].strip():
            raise UnplainError("something between the rows")

    def _values(self, digits: bytes, body: bytes) -> dict[int, Value]:
        """The values of one row by column."""
        found = _QUICK.findall(body)
        if len(found) != body.count(b"<c"):
            found = [_taken_apart(cell) for cell in _general(body)]
        if not found:
            if body.strip():
                raise UnplainError("a row without cells")
            return {}
        names, rows, styles, kinds, texts = zip(*found, strict=True)
        if rows.count(digits) != len(rows):
            raise UnplainError(f"a cell of another row in row {digits.decode()}")
        layout = self._layouts.get((names, styles, kinds))
        columns, convert = layout or self._layout(names, styles, kinds)
        values = [read(text) for read, text in zip(convert, texts, strict=True)]
        return dict(zip(columns, values, strict=True))

    def _layout(
        self, names: Bytes, styles: Bytes, kinds: Bytes
    ) -> tuple[tuple[int, ...], list[Converter]]:
        """Columns and converters, worked out once for all rows that look alike."""
        columns = tuple(number(name.decode()) for name in names)
        rising = all(left < right for left, right in pairwise(columns))
        if not rising or columns[-1] > LAST_COLUMN:
            raise UnplainError("cells out of order")
        convert = [self._converter(kind, style) for kind, style in zip(kinds, styles, strict=True)]
        self._layouts[names, styles, kinds] = columns, convert
        return columns, convert

    def _converter(self, kind: bytes, style: bytes) -> Converter:
        if (kind, style) not in self._converters:
            is_date = int(style or b"0") in self.around.dates
            self._converters[kind, style] = converter(
                kind.decode(), is_date, self.around.epoch, self.around.strings
            )
        return self._converters[kind, style]

    def extent(self) -> Box | None:
        """The rectangle of all cells that exist, blank but formatted ones too."""
        filled = [row for row, cells in self.rows.items() if cells]
        if not filled:
            return None
        columns = {column for names in self._columns() for column in names}
        return Box(min(filled), min(columns), max(filled), max(columns))

    def _columns(self) -> Iterator[tuple[int, int]]:
        for columns, _ in self._layouts.values():
            yield columns[0], columns[-1]
        for contents in self.contents.values():
            yield min(contents), max(contents)
        for styles in self.styles.values():
            yield min(styles), max(styles)

    def values(self, area: Box) -> list[list[Value]]:
        """The values of a rectangle, row by row; blank is ``None``."""
        columns = area.columns
        blank: list[Value] = [None] * len(columns)
        rows = (self.rows.get(row) for row in area.rows)
        return [list(map(row.get, columns)) if row else blank.copy() for row in rows]

    def write(self, row: int, column: int, content: Content) -> None:
        """Take down what the cell shall hold; what it holds already is no change."""
        cells = self.rows.get(row, {})
        value = shown(content)
        if same(cells.get(column), value) and not self._differs(row, column, content):
            return
        self.rows.setdefault(row, {})[column] = value
        self.contents.setdefault(row, {})[column] = content

    def _differs(self, row: int, column: int, content: Content) -> bool:
        """Whether of two cells that show the same only one is calculated, or differently."""
        from xl_dialogue.engines.sheetformulas import formula_at
        from xl_dialogue.engines.values import Formula

        new = content.text if isinstance(content, Formula) else None
        return formula_at(self, row, column) != new

    def restyle(self, row: int, column: int, style: int) -> None:
        self.rows.setdefault(row, {}).setdefault(column, None)
        self.styles.setdefault(row, {})[column] = style

    @cached_property
    def has_formulas(self) -> bool:
        return b"<f>" in self.part or b"<f " in self.part

    @property
    def is_changed(self) -> bool:
        return bool(self.contents or self.styles)

    def row_at(self, row: int) -> tuple[re.Match[bytes], bytes]:
        """The start tag of a row of the file, and what is in it."""
        tag = ROW.match(self.part, self.starts[row])
        assert tag is not None
        if tag[3]:
            return tag, b""
        return tag, self.part[tag.end() : self.part.find(b"</row>", tag.end(), self.last)]

    def row_attributes(self, row: int) -> dict[str, str]:
        return attributes(self.row_at(row)[0][2]) if row in self.starts else {}

    def style(self, row: int, column: int) -> int | None:
        """The style of a cell that exists."""
        if column in self.styles.get(row, {}):
            return self.styles[row][column]
        if row not in self.starts:
            return None
        cell = cell_in(self.row_at(row)[1], row, column)
        return int(cell[3] or b"0") if cell else None

    @cached_property
    def merged(self) -> list[Box]:
        return [box(found.decode()) for found in _MERGED.findall(self.frame)]

    @cached_property
    def columns(self) -> list[dict[str, str]]:
        """The attributes of every ``<col>``."""
        return [attributes(found) for found in _COLUMN.findall(self.frame)]

    @cached_property
    def format(self) -> dict[str, str]:
        found = _FORMAT.search(self.frame)
        return attributes(found[1]) if found else {}

    def column_attributes(self, column: int) -> dict[str, str]:
        for found in self.columns:
            if int(found["min"]) <= column <= int(found["max"]):
                return found
        return {}


def cell_in(body: bytes, row: int, column: int) -> re.Match[bytes] | None:
    """The cell in what a row holds."""
    from xl_dialogue.addresses import a1

    at = body.find(f'<c r="{a1(row, column)}"'.encode())
    return CELL.match(body, at) if at >= 0 else None
