"""A file that came back, as rows of answers by code; and all in it that is not as it was sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.packets.sealing import Label
from xl_dialogue.exchange.packets.wording import is_readable, spelt, worded
from xl_dialogue.messages import Said, Text
from xl_dialogue.plan.sheets import BY_NAME
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    from xl_dialogue.exchange.packets.packing import Page, Row
    from xl_dialogue.exchange.packets.sealing import Sealed
    from xl_dialogue.exchange.reading.tables import Table
    from xl_dialogue.plan.schema import Column

_HEADER_SEARCH = 30
"""Rows from the top of a sheet among which its header is looked for."""
_LABEL_SEARCH = 60
_SHOWN = 60
"""Letters of a cell that are told."""
_NAMED = 12
"""Codes that are told one by one."""


class Remark(NamedTuple):
    """Something in a reply that is not taken, and its place there."""

    place: str
    """``Trang!B7``, or blank for the whole file."""
    said: Said


class Answer(NamedTuple):
    """A cell that the recipient may fill in, as it came back."""

    sheet: str
    code: str
    column: str
    base: str
    theirs: str
    place: str


@dataclass
class Reply:
    """What a file says in answer to its packet."""

    answers: list[Answer] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, place: str, text: Text, **facts: object) -> None:
        self.remarks.append(Remark(place, Said(text, facts)))


# --- the label ------------------------------------------------------------------------------


def label_of(tables: list[Table]) -> Label | None:
    """The label, wherever its sheet has been moved to; ``None`` when an entry is missing."""
    named = {folded(said.vi): at for at, said in enumerate(messages.PACKET_LABELS)}
    for table in tables:
        found: dict[int, str] = {}
        for row in table.rows[:_LABEL_SEARCH]:
            cells = [worded(cell, "text") for cell in row if cell is not None]
            if len(cells) >= 2 and folded(cells[0]) in named:
                found.setdefault(named[folded(cells[0])], cells[1])
        if len(found) == len(named):
            return Label(*(found[at] for at in range(len(named))))
    return None


# --- the rows -------------------------------------------------------------------------------


def reply_of(tables: list[Table], sent: Sealed) -> Reply:
    """The answers of every sheet that was sent, matched by code."""
    reply = Reply()
    for page, marks in zip(sent.packet.pages, sent.marks, strict=True):
        table = _table_of(tables, page)
        if table is None:
            title = BY_NAME[page.sheet].title
            reply.remark("", messages.REPLY_SHEET_MISSING, title=title)
        else:
            _Leaf(reply, table, page, marks).read()
    return reply


class _Found(NamedTuple):
    """A table and where its header stands."""

    table: Table
    header: int
    places: Mapping[str, int]


def _table_of(tables: list[Table], page: Page) -> _Found | None:
    """The table with the sheet's headers, by its title first, else the one that fits best."""
    title, key = folded(BY_NAME[page.sheet].title), page.columns[0]
    found = [(folded(table.sheet) == title, _found(table, page)) for table in tables]
    fitting = [each for each in found if {key, _MARK} <= set(each[1].places)]
    best = max(fitting, key=lambda each: (each[0], len(each[1].places)), default=None)
    if best is None or not (best[0] or len(best[1].places) > len(page.columns) // 2 + 1):
        return None
    return best[1]


_MARK = ""
"""In place of a column's name: the marks."""


def _found(table: Table, page: Page) -> _Found:
    wanted = {folded(column.header): column.name for column in page.declared}
    wanted[folded(messages.PACKET_MARK.vi)] = _MARK
    best = _Found(table, 0, {})
    for at, row in enumerate(table.rows[:_HEADER_SEARCH]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            name = wanted.get(folded(cell)) if isinstance(cell, str) else None
            if name is not None:
                places.setdefault(name, place)
        if len(places) > len(best.places):
            best = _Found(table, at, places)
    return best


class _Leaf:
    """One sheet of a reply, read against the page that was sent."""

    def __init__(self, reply: Reply, found: _Found, page: Page, marks: tuple[str, ...]) -> None:
        self._reply, self._page = reply, page
        self._table, self._header, self._places = found
        self._sent = {row.code: (row, mark) for row, mark in zip(page.rows, marks, strict=True)}

    def read(self) -> None:
        columns = list(self._columns())
        by_code: dict[str, list[int]] = {}
        for at in range(self._header + 1, len(self._table.rows)):
            code = self._code(at)
            if code:
                by_code.setdefault(code, []).append(at)
            elif any(cell is not None for cell in self._table.rows[at]):
                self._remark(at, 0, messages.REPLY_ROW_ADDED, said=self._shown(at))
        for code, rows in by_code.items():
            self._read_row(code, rows, columns)
        missing = [code for code in self._sent if code not in by_code]
        if missing:
            codes = ", ".join(missing[:_NAMED]) + ("…" if len(missing) > _NAMED else "")
            facts = {"count": len(missing), "codes": codes}
            self._reply.remark(self._table.sheet, messages.REPLY_ROW_MISSING, **facts)

    def _columns(self) -> Iterator[tuple[int, Column, int]]:
        """Place in a sent row, declaration, and place in theirs, of columns that can be read."""
        headers = [folded(cell) if isinstance(cell, str) else "" for cell in self._headers]
        times = Counter(headers)
        known = {folded(column.header) for column in self._page.declared}
        for place, cell in enumerate(self._headers):
            filled = any(row[place] is not None for row in self._table.rows[self._header + 1 :])
            said = folded(messages.PACKET_MARK.vi)
            if filled and headers[place] not in known and headers[place] != said:
                header = worded(cell, "text")[:_SHOWN]
                self._remark(self._header, place, messages.REPLY_COLUMN_ADDED, header=header)
        for at, column in enumerate(self._page.declared):
            named = place_of = self._places.get(column.name)
            if named is None or place_of is None:
                facts = {"title": self._table.sheet, "header": column.header}
                self._remark(self._header, 0, messages.REPLY_HEADER_CHANGED, **facts)
            elif times[folded(column.header)] > 1:
                facts = {"header": column.header}
                self._remark(self._header, place_of, messages.REPLY_HEADER_TWICE, **facts)
            else:
                yield at, column, place_of

    @property
    def _headers(self) -> list[object]:
        return list(self._table.rows[self._header])

    def _read_row(self, code: str, rows: list[int], columns: list[tuple[int, Column, int]]) -> None:
        at, *others = rows
        if code not in self._sent:
            self._remark(at, 0, messages.REPLY_ROW_FOREIGN, code=code[:_SHOWN])
            return
        row, mark = self._sent[code]
        if any(self._table.rows[other] != self._table.rows[at] for other in others):
            self._remark(others[0], 0, messages.REPLY_ROW_TWICE, code=code)
        elif worded(self._table.rows[at][self._places[_MARK]], "text") != mark:
            place = self._places[_MARK]
            self._remark(at, place, messages.REPLY_MARK_CHANGED, code=code)
        else:
            for number, column, place in columns:
                self._read_cell(row, row.cells[number], column, at, place)

    def _read_cell(self, row: Row, base: str, column: Column, at: int, place: int) -> None:
        theirs = worded(self._table.rows[at][place], column.kind)
        if theirs == base:
            return
        facts = {"code": row.code, "header": column.header, "said": theirs[:_SHOWN]}
        if not (row.answers and column.name in self._page.answered):
            self._remark(at, place, messages.REPLY_LOCKED_EDITED, **facts)
        elif not is_readable(theirs, column):
            choices = Said(messages.REPLY_CHOICES, {"choices": ", ".join(column.choices)})
            facts["choices"] = choices.say() if column.choices else ""
            self._remark(at, place, messages.REPLY_NOT_READABLE, **facts)
        else:
            said, cell = spelt(theirs, column), self._place(at, place)
            answer = Answer(self._page.sheet, row.code, column.name, base, said, cell)
            self._reply.answers.append(answer)

    def _code(self, at: int) -> str:
        key = BY_NAME[self._page.sheet].columns[0]
        return worded(self._table.rows[at][self._places[key.name]], key.kind)

    def _shown(self, at: int) -> str:
        said = (worded(cell, "text") for cell in self._table.rows[at] if cell is not None)
        return " | ".join(said)[:_SHOWN]

    def _place(self, at: int, place: int) -> str:
        return f"{self._table.sheet}!{self._table.cell(at, place)}"

    def _remark(self, at: int, place: int, text: Text, **facts: object) -> None:
        self._reply.remark(self._place(at, place), text, **facts)
