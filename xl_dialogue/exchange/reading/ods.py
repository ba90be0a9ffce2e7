"""Workbooks of LibreOffice from outside: values as they were last calculated, in their places.

Source: OpenDocument 1.3 part 3, 9.1 (tables), 9.1.4 (repeated cells), 19.385 (office:value).
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, LAST_ROW, Box
from xl_dialogue.exchange.reading import limits
from xl_dialogue.exchange.reading.markup import local, walk
from xl_dialogue.exchange.reading.meaning import calls_a_program
from xl_dialogue.exchange.reading.package import report_acting
from xl_dialogue.exchange.reading.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.reading.archive import Archive
    from xl_dialogue.exchange.reading.limits import Meter
    from xl_dialogue.exchange.reading.markup import Attributes
    from xl_dialogue.exchange.reading.tables import Value

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,4})M(\d{1,4})(?:\.\d+)?S")
_ASIDE = (
    "office:annotation",
    "office:forms",
    "table:shapes",
    "table:table-source",
    "text:ruby-text",
)
"""What stands in a table and is no cell's text."""
_NUMERIC = ("float", "percentage", "currency")


def read(archive: Archive, meter: Meter) -> Arrived:
    """Errors: ``DialogueError`` that says what is wrong."""
    arrived = Arrived()
    _refuse_locked(archive, meter)
    report_acting(archive, arrived, meter)
    page = _Pages(meter, arrived)
    walk(archive, _CONTENT, meter, page.start, page.end, page.said)
    return arrived


def _refuse_locked(archive: Archive, meter: Meter) -> None:
    def start(tag: str, _: Attributes) -> None:
        if local(tag) == "encryption-data":
            raise DialogueError(messages.INCOMING_ENCRYPTED)

    if _MANIFEST in archive:
        walk(archive, _MANIFEST, meter, start)


class _Pages:
    """The handlers of the whole content."""

    def __init__(self, meter: Meter, arrived: Arrived) -> None:
        self._meter, self._arrived = meter, arrived
        self._unseen: set[str] = set()
        """Styles of sheets that are hidden."""
        self._style = ""
        self._grid: Grid | None = None
        self._count = 0
        self._row = self._column = 0
        self._rows = self._columns = 1
        """How often the row and the cell stand."""
        self._filled: list[tuple[int, int, Value]] = []
        """The row's cells: column, how often, value."""
        self._cell: Attributes | None = None
        self._paragraphs: list[list[str]] = []
        self._length = 0
        self._aside = self._nested = 0

    # --- what opens

    def start(self, tag: str, said: Attributes) -> None:
        if self._aside or tag in _ASIDE:
            self._aside += 1
        elif tag == "style:style":
            self._style = said.get("style:name", "")
        elif tag == "style:table-properties" and said.get("table:display") == "false":
            self._unseen.add(self._style)
        elif tag == "table:dde-link" or tag == "office:dde-source":
            self._arrived.report(messages.INCOMING_DDE)
        elif tag == "table:table":
            self._open_page(said)
        elif self._grid is None or self._nested:
            return
        elif tag == "table:table-row":
            self._rows = _times(said, "table:number-rows-repeated")
            self._column, self._filled = 0, []
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._open_cell(said)
        elif tag in ("text:p", "text:h") and self._cell is not None:
            self._paragraphs.append([])
        elif self._paragraphs:
            self._add(_spaces(tag, said))

    def _open_page(self, said: Attributes) -> None:
        if self._grid is not None:
            self._nested += 1  # a table within a cell
            return
        self._count += 1
        if self._count > limits.SHEETS:
            raise DialogueError(messages.INCOMING_TOO_MANY_SHEETS, most=limits.SHEETS)
        title = said.get("table:name", "")
        unseen = said.get("table:style-name", "") in self._unseen
        is_open = self._arrived.opens(title, is_hidden=unseen)
        self._grid = Grid(title, self._meter, hidden=unseen or not is_open)
        self._row = 0

    def _open_cell(self, said: Attributes) -> None:
        self._columns = _times(said, "table:number-columns-repeated")
        self._cell, self._paragraphs, self._length = said, [], 0
        if "table:formula" in said:
            self._arrived.report(messages.INCOMING_FORMULAS)
            if calls_a_program(said["table:formula"]):
                self._arrived.report(messages.INCOMING_DDE)
        wide = _times(said, "table:number-columns-spanned")
        high = _times(said, "table:number-rows-spanned")
        if self._grid and (wide > 1 or high > 1):
            at = Box(self._row + 1, self._column + 1, self._row + high, self._column + wide)
            self._grid.merged.append(at)

    # --- what is said

    def said(self, text: str) -> None:
        if self._paragraphs and not self._aside and not self._nested:
            self._add(text)

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > limits.CELL_TEXT:
            raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
        self._paragraphs[-1].append(text)

    # --- what closes

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif name == "table" and self._nested:
            self._nested -= 1
        elif self._grid is None or self._nested:
            return
        elif name in ("table-cell", "covered-table-cell"):
            self._close_cell()
        elif name == "table-row":
            self._close_row()
        elif name == "table":
            if self._grid is not None:
                self._arrived.take(self._grid)
            self._grid = None

    def _close_cell(self) -> None:
        if self._cell is not None:
            text = "\n".join("".join(pieces) for pieces in self._paragraphs)
            value = _value(self._cell, text)
            if value is not None and value != "":
                self._filled.append((self._column, self._columns, value))
        self._column += self._columns
        if self._column > 4 * LAST_COLUMN:
            raise ValueError("a cell beyond the sheet")
        self._cell, self._paragraphs = None, []

    def _close_row(self) -> None:
        for column, times, value in self._filled:
            self._meter.pieces(times * self._rows)  # before they are made
            for row in range(self._row, self._row + self._rows):
                for each in range(column, column + times):
                    if self._grid is not None:
                        self._grid.put(row + 1, each + 1, value)
        self._row += self._rows
        self._filled = []
        if self._row > 2 * LAST_ROW:
            raise ValueError("a row beyond the sheet")


def _times(said: Attributes, name: str) -> int:
    times = int(said.get(name, "1"))
    if not 1 <= times <= LAST_ROW:
        raise ValueError("a count beyond the sheet")
    return times


def _spaces(tag: str, said: Attributes) -> str:
    if tag == "text:s":
        return " " * min(int(said.get("text:c", "1")), limits.CELL_TEXT + 1)
    return {"text:tab": "\t", "text:line-break": "\n"}.get(tag, "")


def _value(said: Attributes, text: str) -> Value:
    kind = said.get("office:value-type", "")
    if kind in _NUMERIC:
        figure = float(said.get("office:value", ""))
        if figure - figure != 0:
            raise ValueError("not a finite number")
        return figure
    if kind == "date":
        return dt.datetime.fromisoformat(said.get("office:date-value", "")).replace(tzinfo=None)
    if kind == "time":
        return _part_of_a_day(said.get("office:time-value", "")) or text
    if kind == "boolean":
        return said.get("office:boolean-value") == "true"
    return said.get("office:string-value", text) or None


def _part_of_a_day(said: str) -> float | None:
    """As Excel holds a time: half past seven is 0.3125."""
    found = _DURATION.fullmatch(said)
    if not found:
        return None
    hours, minutes, seconds = (int(each) for each in found.groups())
    return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds) / dt.timedelta(days=1)
