"""Workbooks of Excel 97-2003 from outside: values as they were last calculated, in their places.

Source: MS-XLS 2.1.4 (records), 2.4 (each record), 2.5.293 (texts); BIFF8 alone is read.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.engines.values import EPOCH_1900, EPOCH_1904, moment
from xl_dialogue.exchange.reading import limits
from xl_dialogue.exchange.reading.compound import Compound
from xl_dialogue.exchange.reading.meaning import is_date
from xl_dialogue.exchange.reading.oldtext import Pieces, text_of
from xl_dialogue.exchange.reading.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xl_dialogue.exchange.reading.limits import Meter
    from xl_dialogue.exchange.reading.tables import Value

_BEGIN, _END, _CONTINUED = 0x0809, 0x000A, 0x003C
_LOCKED, _PAGE, _EPOCH, _FORMAT, _XF, _TEXTS, _SUPBOOK, _PROJECT = (
    0x002F, 0x0085, 0x0022, 0x041E, 0x00E0, 0x00FC, 0x01AE, 0x00D3,
)  # fmt: skip
_SHARED, _NUMBER, _RK, _MANY_RK, _LABEL, _RICH, _BOOLEAN, _FORMULA, _RESULT, _MERGED = (
    0x00FD, 0x0203, 0x027E, 0x00BD, 0x0204, 0x00D6, 0x0205, 0x0006, 0x0207, 0x00E5,
)  # fmt: skip
_BIFF8 = 0x0600
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_WORKSHEET, _MACROSHEET = 0, 1
_OF_MACROS = ("_VBA_PROJECT_CUR", "VBA")
_DAMAGES = (struct.error, ValueError, IndexError, OverflowError)


class _Record(NamedTuple):
    kind: int
    pieces: list[bytes]
    """What it holds: its own bytes, and those of the records that continue it."""

    @property
    def content(self) -> bytes:
        return self.pieces[0]


class _Page(NamedTuple):
    at: int
    hidden: bool
    kind: int
    title: str


def read(content: bytes, meter: Meter) -> Arrived:
    """Errors: ``DialogueError`` that says what is wrong."""
    try:
        return _read(Compound(content), meter)
    except _DAMAGES as error:
        raise DialogueError(messages.INCOMING_OLD_FORMAT) from error


def _read(file: Compound, meter: Meter) -> Arrived:
    names = file.names
    if "EncryptedPackage" in names:
        raise DialogueError(messages.INCOMING_ENCRYPTED)
    if "WordDocument" in names:
        raise DialogueError(messages.INCOMING_OLD_WORD)
    arrived = Arrived()
    if any(name in names for name in _OF_MACROS):
        arrived.report(messages.INCOMING_MACROS)
    if any(name.startswith("MBD") for name in names):
        arrived.report(messages.INCOMING_EMBEDDED)
    stream = file.stream("Workbook")
    if stream is None:
        raise DialogueError(messages.INCOMING_OLD_FORMAT)
    book = _Book(arrived, meter)
    for record in _substream(stream, 0, meter):
        book.take(record)
    for page in book.pages:
        _take_page(stream, page, book)
    return arrived


def _substream(stream: bytes, at: int, meter: Meter) -> Iterator[_Record]:
    """The records from a beginning to its own end; a chart within a sheet is passed over."""
    depth = 0
    for record in _records(stream, at, meter):
        if record.kind == _BEGIN:
            depth += 1
            if depth == 1 and struct.unpack_from("<H", record.content)[0] != _BIFF8:
                raise ValueError("not written by Excel 97 to 2003")
        elif depth == 0:
            raise ValueError("no beginning")
        elif record.kind == _END:
            depth -= 1
            if not depth:
                return
        elif depth == 1:
            yield record


def _records(stream: bytes, at: int, meter: Meter) -> Iterator[_Record]:
    waiting: _Record | None = None
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        content = stream[at + 4 : at + 4 + size]
        at += 4 + size
        meter.pieces(1)
        if kind == _CONTINUED and waiting is not None:
            waiting.pieces.append(content)
            continue
        if waiting is not None:
            yield waiting
        waiting = _Record(kind, [content])
    if waiting is not None:
        yield waiting


class _Book:
    """What the sheets share, gathered from the first records."""

    def __init__(self, arrived: Arrived, meter: Meter) -> None:
        self.arrived, self.meter = arrived, meter
        self.pages: list[_Page] = []
        self.texts: list[str] = []
        self.epoch = EPOCH_1900
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._dates: dict[int, bool] = {}

    def take(self, record: _Record) -> None:
        content = record.content
        if record.kind == _LOCKED:
            raise DialogueError(messages.INCOMING_ENCRYPTED)
        if record.kind == _PAGE:
            self._take_page(content)
        elif record.kind == _TEXTS:
            self._take_texts(record)
        elif record.kind == _XF:
            self._formats.append(struct.unpack_from("<2xH", content)[0])
        elif record.kind == _FORMAT:
            self._codes[struct.unpack_from("<H", content)[0]] = text_of(content, 2)[:255]
        elif record.kind == _EPOCH and content[:2] == b"\1\0":
            self.epoch = EPOCH_1904
        elif record.kind == _PROJECT:
            self.arrived.report(messages.INCOMING_MACROS)
        elif record.kind == _SUPBOOK and len(content) > 4:
            calls = "\x03" in text_of(content, 2)
            text = messages.INCOMING_DDE if calls else messages.INCOMING_EXTERNAL
            self.arrived.report(text)

    def _take_page(self, content: bytes) -> None:
        at, state, kind = struct.unpack_from("<IBB", content)
        title = text_of(content, 6, length_bytes=1)
        self.pages.append(_Page(at, bool(state & 3), kind, title))
        if len(self.pages) > limits.SHEETS:
            raise DialogueError(messages.INCOMING_TOO_MANY_SHEETS, most=limits.SHEETS)
        if kind == _MACROSHEET:
            self.arrived.report(messages.INCOMING_MACROS)

    def _take_texts(self, record: _Record) -> None:
        """As many as there are, whatever number is declared."""
        pieces = Pieces(record.pieces)
        pieces.skip(4)
        declared = pieces.number()
        while pieces.left and len(self.texts) < declared:
            self.meter.pieces(1)
            text = pieces.text()
            if len(text) > limits.CELL_TEXT:
                raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
            self.texts.append(text)

    def number(self, value: float, style: int) -> Value:
        if value - value != 0:
            raise ValueError("not a finite number")
        own = self._formats[style] if style < len(self._formats) else 0
        if own not in self._dates:
            self._dates[own] = is_date(own, self._codes)
        return moment(value, self.epoch) if self._dates[own] else value


def _take_page(stream: bytes, page: _Page, book: _Book) -> None:
    if not book.arrived.opens(page.title, is_hidden=page.hidden) or page.kind != _WORKSHEET:
        return
    cells = _Cells(book, Grid(page.title, book.meter, hidden=page.hidden))
    for record in _substream(stream, page.at, book.meter):
        reader = cells.readers.get(record.kind)
        if reader:
            reader(record)
    book.arrived.take(cells.grid)


class _Cells:
    """The cells of one sheet, a reader for each kind of record."""

    def __init__(self, book: _Book, grid: Grid) -> None:
        self._book, self.grid = book, grid
        self._formula = (0, 0)
        """Where the formula stands whose text comes in the next record."""
        self.readers: dict[int, Callable[[_Record], None]] = {
            _SHARED: self._shared, _NUMBER: self._number, _RK: self._rk, _MANY_RK: self._many_rk,
            _LABEL: self._label, _RICH: self._label, _BOOLEAN: self._boolean,
            _FORMULA: self._calculated, _RESULT: self._result, _MERGED: self._merged,
        }  # fmt: skip

    def _put(self, row: int, column: int, value: Value) -> None:
        self.grid.put(row + 1, column + 1, value)

    def _shared(self, record: _Record) -> None:
        row, column, _, at = struct.unpack_from("<HHHI", record.content)
        self._put(row, column, self._book.texts[at])

    def _number(self, record: _Record) -> None:
        row, column, style, value = struct.unpack_from("<HHHd", record.content)
        self._put(row, column, self._book.number(value, style))

    def _rk(self, record: _Record) -> None:
        row, column, style, packed = struct.unpack_from("<HHHI", record.content)
        self._put(row, column, self._book.number(_unpacked(packed), style))

    def _many_rk(self, record: _Record) -> None:
        row, column = struct.unpack_from("<HH", record.content)
        pairs = struct.iter_unpack(
            "<HI", record.content[4 : 4 + (len(record.content) - 6) // 6 * 6]
        )
        for each, (style, packed) in enumerate(pairs, column):
            self._put(row, each, self._book.number(_unpacked(packed), style))

    def _label(self, record: _Record) -> None:
        row, column = struct.unpack_from("<HH", record.content)
        self._put(row, column, Pieces([record.content[6:], *record.pieces[1:]]).text())

    def _boolean(self, record: _Record) -> None:
        row, column, _, value, is_error = struct.unpack_from("<HHHBB", record.content)
        self._put(row, column, _ERRORS.get(value, "#N/A") if is_error else bool(value))

    def _calculated(self, record: _Record) -> None:
        row, column, style, result = struct.unpack_from("<HHH8s", record.content)
        self._book.arrived.report(messages.INCOMING_FORMULAS)
        self._formula = row, column
        if result[6:] != b"\xff\xff":
            [value] = struct.unpack("<d", result)
            self._put(row, column, self._book.number(value, style))
        elif result[0] == 1:
            self._put(row, column, bool(result[2]))
        elif result[0] == 2:
            self._put(row, column, _ERRORS.get(result[2], "#N/A"))

    def _result(self, record: _Record) -> None:
        self._put(*self._formula, Pieces(record.pieces).text())

    def _merged(self, record: _Record) -> None:
        [count] = struct.unpack_from("<H", record.content)
        self._book.meter.pieces(count)
        for top, bottom, left, right in struct.iter_unpack(
            "<4H", record.content[2 : 2 + 8 * count]
        ):
            self.grid.merged.append(Box(top + 1, left + 1, bottom + 1, right + 1))


def _unpacked(packed: int) -> float:
    """Source: MS-XLS 2.5.217 (RkNumber)."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        [value] = struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))
    return value / 100 if packed & 1 else value
