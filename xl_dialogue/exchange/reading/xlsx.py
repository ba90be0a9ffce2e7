"""Workbooks of Excel from outside: values as they were last calculated, in their places.

Source: ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheets), 18.4 (shared strings), 18.8 (styles).
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, box, number
from xl_dialogue.engines.values import EPOCH_1900, EPOCH_1904, moment
from xl_dialogue.engines.xmltext import read_text
from xl_dialogue.exchange.reading import limits
from xl_dialogue.exchange.reading.markup import attribute, local, walk
from xl_dialogue.exchange.reading.meaning import calls_a_program, is_date
from xl_dialogue.exchange.reading.package import main_part, relations, report_acting
from xl_dialogue.exchange.reading.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.reading.archive import Archive
    from xl_dialogue.exchange.reading.limits import Meter
    from xl_dialogue.exchange.reading.markup import Attributes
    from xl_dialogue.exchange.reading.package import Relation
    from xl_dialogue.exchange.reading.tables import Value

_LONGEST_FORMAT = 255
_FORMULA = 200
"""Pieces of a formula's text that are looked at."""
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_TRUE = ("1", "true")


class _Page(NamedTuple):
    """A line of the workbook's list of sheets."""

    title: str
    relation: str
    hidden: bool


class _Book(NamedTuple):
    """What the sheets share."""

    strings: list[str]
    dates: frozenset[int]
    """The cell formats that show a date."""
    epoch: dt.datetime


def read(archive: Archive, meter: Meter) -> Arrived:
    """Errors: ``DialogueError`` that says what is wrong."""
    arrived = Arrived()
    report_acting(archive, arrived, meter)
    main = main_part(archive, meter, "workbook.xml")
    related = relations(archive, main, meter)
    pages, epoch = _pages(archive, main, meter)
    shared = _Book(_strings(archive, related, meter), _dates(archive, related, meter), epoch)
    for page in pages:
        if not arrived.opens(page.title, is_hidden=page.hidden):
            continue
        relation = related.get(page.relation)
        if relation is None or relation.is_external or relation.target not in archive:
            raise DialogueError(messages.INCOMING_SHEET_MISSING, sheet=page.title)
        if relation.kind == "worksheet":
            grid = Grid(page.title, meter, hidden=page.hidden)
            _fill(archive, relation.target, meter, shared, grid, arrived)
            arrived.take(grid)
    return arrived


def _pages(archive: Archive, main: str, meter: Meter) -> tuple[list[_Page], dt.datetime]:
    pages: list[_Page] = []
    epoch = EPOCH_1900

    def start(tag: str, said: Attributes) -> None:
        nonlocal epoch
        if local(tag) == "sheet":
            seen = said.get("state", "visible") == "visible"
            pages.append(_Page(said.get("name", ""), attribute(said, "id"), not seen))
        elif local(tag) == "workbookPr" and said.get("date1904") in _TRUE:
            epoch = EPOCH_1904

    walk(archive, main, meter, start)
    if len(pages) > limits.SHEETS:
        raise DialogueError(messages.INCOMING_TOO_MANY_SHEETS, most=limits.SHEETS)
    return pages, epoch


def _part(related: dict[str, Relation], kind: str) -> str | None:
    return next((each.target for each in related.values() if each.kind == kind), None)


def _strings(archive: Archive, related: dict[str, Relation], meter: Meter) -> list[str]:
    part = _part(related, "sharedStrings")
    found: list[str] = []
    texts = _Texts()

    def start(tag: str, _: Attributes) -> None:
        texts.start(local(tag))

    def end(tag: str) -> None:
        texts.end(tag)
        if tag == "si":
            found.append(texts.taken())

    if part is not None:
        walk(archive, part, meter, start, end, texts.said)
    return found


class _Texts:
    """Gathers what stands in ``<t>``, leaving out how it is pronounced."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._inside = self._aside = False

    def start(self, tag: str) -> None:
        if tag == "t":
            self._inside = not self._aside
        elif tag == "rPh":
            self._aside = True

    def end(self, tag: str) -> None:
        if tag == "t":
            self._inside = False
        elif tag == "rPh":
            self._aside = False

    def said(self, text: str) -> None:
        if self._inside:
            self.add(text)

    def add(self, text: str) -> None:
        self._length += len(text)
        if self._length > 8 * limits.CELL_TEXT:  # `_x000D_` is one character
            raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
        self._pieces.append(text)

    def taken(self) -> str:
        if not self._pieces:
            return ""
        text = read_text_of("".join(self._pieces))
        self._pieces, self._length = [], 0
        if len(text) > limits.CELL_TEXT:
            raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
        return text


def read_text_of(text: str) -> str:
    """Characters written as ``_x000D_`` resolved; XML's references already are."""
    return read_text(text.replace("&", "&amp;")) if "_x" in text else text


def _dates(archive: Archive, related: dict[str, Relation], meter: Meter) -> frozenset[int]:
    part = _part(related, "styles")
    codes: dict[int, str] = {}
    own: list[int] = []
    inside = False

    def start(tag: str, said: Attributes) -> None:
        nonlocal inside
        name = local(tag)
        if name == "numFmt":
            codes[int(said.get("numFmtId", "0"))] = said.get("formatCode", "")[:_LONGEST_FORMAT]
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            own.append(int(said.get("numFmtId", "0")))

    def end(tag: str) -> None:
        nonlocal inside
        if tag == "cellXfs":
            inside = False

    if part is None:
        return frozenset()
    walk(archive, part, meter, start, end)
    shown = {each for each in set(own) if is_date(each, codes)}
    return frozenset(index for index, each in enumerate(own) if each in shown)


class _Cells:
    """The handlers of one sheet."""

    def __init__(self, book: _Book, grid: Grid, arrived: Arrived) -> None:
        self._book, self._grid, self._arrived = book, grid, arrived
        self._row = self._column = 0
        self._kind, self._style = "", 0
        self._texts = _Texts()
        self._value = _Texts()
        self._formula: list[str] = []
        self._inside = ""
        self._depth_of_data = 0
        self._is_formula = self._is_calculated = False

    def start(self, tag: str, said: Attributes) -> None:
        name = local(tag)
        if name == "c" and self._depth_of_data:
            self._open_cell(said)
        elif name == "v":
            self._inside, self._is_calculated = name, True
        elif name == "f":
            self._inside, self._is_formula = name, True
            self._arrived.report(messages.INCOMING_FORMULAS)
        elif name == "row" and self._depth_of_data:
            self._row = int(said["r"]) if "r" in said else self._row + 1
            self._column = 0
            if not 1 <= self._row <= LAST_ROW:
                raise ValueError("a row beyond the sheet")
        elif name == "sheetData":
            self._depth_of_data += 1
        elif name == "mergeCell":
            self._grid.merged.append(box(said.get("ref", "")))
        else:
            self._texts.start(name)

    def end(self, name: str) -> None:
        if name == "c" and self._depth_of_data:
            self._close_cell()
        elif name == "f":
            self._inside = ""
            self._look_at_formula()
        elif name == "v":
            self._inside = ""
        elif name == "sheetData":
            self._depth_of_data -= 1
        else:
            self._texts.end(name)

    def said(self, text: str) -> None:
        if self._inside == "v":
            self._value.add(text)
        elif self._inside == "f":
            if len(self._formula) < _FORMULA:
                self._formula.append(text[: limits.CELL_TEXT])
        else:
            self._texts.said(text)

    def _open_cell(self, said: Attributes) -> None:
        self._kind = said.get("t", "n")
        self._style = int(said.get("s", "0"))
        if "r" in said:
            place = _PLACE.fullmatch(said["r"])
            if place is None:
                raise ValueError("no cell's address")
            self._column, row = number(place[1]), int(place[2])
            if row > LAST_ROW or self._column > LAST_COLUMN:
                raise ValueError("a cell beyond the sheet")
            self._row = row
        else:
            self._column += 1

    def _close_cell(self) -> None:
        if not (self._is_calculated or self._is_formula or self._kind == "inlineStr"):
            return
        raw, inline = self._value.taken(), self._texts.taken()
        self._grid.put(
            self._row, self._column, self._typed(inline if self._kind == "inlineStr" else raw)
        )
        if self._is_formula and not self._is_calculated:
            self._arrived.report(messages.INCOMING_UNCALCULATED)
        self._is_formula = self._is_calculated = False

    def _typed(self, raw: str) -> Value:
        if self._kind in ("str", "inlineStr", "e"):
            return raw
        if not raw:
            return None
        if self._kind == "s":
            at = int(raw)
            if not 0 <= at < len(self._book.strings):
                raise IndexError("no such shared string")
            return self._book.strings[at]
        if self._kind == "b":
            return raw in _TRUE
        if self._kind == "d":
            return dt.datetime.fromisoformat(raw).replace(tzinfo=None)
        return self._numeric(raw)

    def _numeric(self, raw: str) -> Value:
        figure = float(raw)
        if figure - figure != 0:
            raise ValueError("not a finite number")
        return moment(figure, self._book.epoch) if self._style in self._book.dates else figure

    def _look_at_formula(self) -> None:
        said, self._formula = "".join(self._formula), []
        if calls_a_program(said):
            self._arrived.report(messages.INCOMING_DDE)


def _fill(
    archive: Archive, part: str, meter: Meter, book: _Book, grid: Grid, arrived: Arrived
) -> None:
    cells = _Cells(book, grid, arrived)
    walk(archive, part, meter, cells.start, cells.end, cells.said)
