"""From a foreign table to rows of the plan: every line of it is a row, skipped or rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from xl_dialogue import messages
from xl_dialogue.exchange.intake import forms, lines
from xl_dialogue.exchange.intake.grid import Grid
from xl_dialogue.exchange.intake.headers import (
    ANONYMOUS,
    KEYS,
    ORDINAL,
    Header,
    exact_names,
    first_header,
    header_at,
)
from xl_dialogue.exchange.intake.lines import Cells
from xl_dialogue.exchange.intake.records import Left, Note, Origin, Read, Row, because
from xl_dialogue.exchange.reading.tables import Table, Value
from xl_dialogue.messages import Said, Text
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import QUESTIONS
from xl_dialogue.vietnamese.phones import phones
from xl_dialogue.vietnamese.text import folded

_FEW = 3
"""Cells that a line of signatures may have."""
_MOST_LISTS = 20
"""Lists on one sheet with headers of their own; to look for each takes its time."""


def rows_of(file: str, tables: Iterable[Table], sheets: Sequence[Sheet]) -> Read:
    """What the tables of one file say; what a form says of its asker goes for its tables."""
    read = Read()
    given: dict[str, Value] = {}
    unfit: list[Read] = []
    for table in tables:
        reader = _Reader(file, Grid(table), sheets, given)
        header = None if table.hidden else first_header(reader.grid, sheets)
        if table.hidden:
            read.add(reader.all_skipped(messages.SKIPPED_HIDDEN))
        elif header is None:
            form = forms.given(reader.grid, sheets)
            if form:
                given = form
                read.add(reader.all_skipped(messages.SKIPPED_FORM))
            else:
                unfit.append(reader.all_skipped(messages.SKIPPED_NO_HEADER))
        else:
            read.add(reader.read(header))
    for each in unfit:  # where no table fits, nothing was understood: that is no mere skipping
        if not read.headers:
            each.rejected, each.skipped = each.skipped, []
        read.add(each)
    return read


class _Reader:
    """Goes down one table."""

    def __init__(
        self, file: str, grid: Grid, sheets: Sequence[Sheet], given: dict[str, Value]
    ) -> None:
        self.file, self.grid, self.sheets = file, grid, sheets
        self.given = dict(given)
        """What goes for every row that does not say it itself."""
        self.above: dict[str, Value] = {}
        self.found = Read()
        self.signing = self.numbered = False
        self.searches = 0
        """Headers unlike the one above that were looked for."""

    def all_skipped(self, why: Text) -> Read:
        for row in range(len(self.grid.rows)):
            self._skip(row, why)
        return self.found

    def read(self, header: Header) -> Read:
        """From its first header downwards."""
        self._begin(header)
        for row in range(header.top):
            self.given |= forms.labelled(self.grid, row, header.sheet)
            self._skip(row, messages.SKIPPED_TITLE)
        row = header.top
        while row < len(self.grid.rows):
            if row == header.top:
                for each in range(row, header.bottom + 1):
                    self._skip(each, messages.SKIPPED_HEADER)
                row = header.bottom + 1
                continue
            again = self._header_again(row, header)
            if again:
                for each in range(row, again.top):
                    self._skip(each, messages.SKIPPED_TITLE)
                header, row = again, again.top
                self._begin(header)
                continue
            self._line(row, header)
            row += 1
        return self.found

    def _begin(self, header: Header) -> None:
        self.found.headers.append((self._origin(header.bottom), header))
        self.above, self.signing = {}, False
        place = header.places.get(ORDINAL)
        below = range(header.bottom + 1, len(self.grid.rows))
        self.numbered = bool(place) and any(
            lines.is_ordinal(self.grid.at(row, place[0])) for row in below if place
        )

    def _header_again(self, row: int, header: Header) -> Header | None:
        """The header repeated on another page, or that of another table below."""
        said = [folded(value) for _, value in self.grid.own(row) if isinstance(value, str)]
        names = exact_names(header.sheet)
        if sum(each in names for each in said) < 2:
            return None
        height = header.bottom - header.top + 1
        if self.grid.says_alike(header.top, row, height):
            return header.moved(row, height)
        self.searches += 1
        if self.searches > _MOST_LISTS:
            return header.moved(row, 1)
        found = (header_at(self.grid, row, sheet) for sheet in self.sheets)
        return max(filter(None, found), key=lambda each: each.score, default=None)

    def _line(self, row: int, header: Header) -> None:
        """Put the line where it belongs."""
        own = self.grid.own(row)
        if not own:
            return
        why = self._no_row(row, own, header)
        if why:
            self._skip(row, why)
            return
        values, notes = self._values(row, header)
        refusal = _refusal(values.get(header.key), header)
        self.above = dict(values)
        if refusal:
            self.found.rejected.append(self._left(row, refusal))
            return
        for name, value in self.given.items():
            values.setdefault(name, value)
        if values.pop(ANONYMOUS, None):
            hidden = values.pop("asker", None)
            if hidden is not None:
                asker = QUESTIONS["asker"].header
                why_not = because(messages.NOTED_ANONYMOUS)
                notes.append(Note(self._origin(row), asker, text(hidden), "", why_not))
        self.found.notes += notes
        shown = self.grid.shown(row)
        self.found.rows.append(Row(self._origin(row), header.sheet.name, values, shown))

    def _no_row(self, row: int, own: Cells, header: Header) -> Text | None:
        """Why the line is no row; ``None`` when it is one."""
        key = header.places[header.key][0]
        by_place = dict(own)
        ordinal = by_place.get(header.places.get(ORDINAL, (-1,))[0])
        is_numbered = ordinal is not None and lines.is_ordinal(ordinal)
        if len(own) == 1 and not (is_numbered or lines.is_chapter(ordinal)):
            ordinal = None  # words that begin where the numbers stand are words of a whole line
        if row == header.bottom + 1 and lines.numbers_the_columns(own):
            return messages.SKIPPED_COLUMN_NUMBERS
        if ordinal is not None and len(own) == 1:
            return messages.SKIPPED_EMPTY
        if not is_numbered and lines.is_total(own):
            return messages.SKIPPED_TOTAL
        if not is_numbered and self._is_labelled(row, header):
            return messages.SKIPPED_SECTION
        if is_numbered or len(own) > _FEW or _is_reachable(by_place, header):
            self.signing = False
        elif self.signing or self._begins_signatures(own, key):
            self.signing = True
            self.found.in_doubt |= not all(lines.is_signature(value) for _, value in own)
            return messages.SKIPPED_SIGNATURE
        if (row, key) in self.grid.filled and key not in by_place:
            return self._merged_key(row, by_place, header, key)
        if all(lines.is_blank(value) for _, value in own):
            return messages.SKIPPED_EMPTY
        return self._section(row, own, ordinal, header)

    def _is_labelled(self, row: int, header: Header) -> bool:
        """A line "Đơn vị: Công ty May" goes for all rows below it."""
        said = forms.labelled(self.grid, row, header.sheet) if len(header.places) > 1 else {}
        self.given |= said
        return bool(said)

    def _begins_signatures(self, own: Cells, key: int) -> bool:
        signs = [place for place, value in own if lines.is_signature(value)]
        key_says = dict(own).get(key)
        return bool(signs) and (key_says is None or key in signs)

    def _merged_key(self, row: int, own: dict[int, Value], header: Header, key: int) -> Text | None:
        """A line whose key stands in a merged cell: another asker's, a heading, part of a row."""
        if any(place in own for place in self.grid.merged_across(row, key)):
            self._name_unit(own)
            return messages.SKIPPED_SECTION
        asker = header.places.get("asker", (-1,))[0]
        return None if own.get(asker) else messages.SKIPPED_PART_OF_ABOVE

    def _section(self, row: int, own: Cells, ordinal: Value, header: Header) -> Text | None:
        """A heading among the rows, or a remark."""
        words = [(place, value) for place, value in own if value is not ordinal]
        if len(words) != 1:
            return None
        [(place, value)] = words
        wide = len(header.places) > 2
        headed = place not in header.places[header.key] and ordinal is None
        chapter = wide and self.numbered and ordinal is not None and not lines.is_ordinal(ordinal)
        spread = (
            self.numbered
            and ordinal is None
            and len(own) == 1
            and any(self.grid.merged_across(row, place))
        )
        if lines.is_remark(value) and ordinal is None:
            return messages.SKIPPED_REMARK
        if headed or chapter or spread:
            self._name_unit({place: value})
            return messages.SKIPPED_SECTION
        return None

    def _name_unit(self, own: dict[int, Value]) -> None:
        """Rows below the heading of a unit are its own, where no column says so."""
        for value in own.values():
            if isinstance(value, str) and (unit := lines.unit_named(value)):
                self.given["unit"] = unit

    def _values(self, row: int, header: Header) -> tuple[dict[str, Value], list[Note]]:
        """What the plan's columns are to hold, dittos resolved; and where that was done."""
        values: dict[str, Value] = {}
        notes: list[Note] = []
        for name, places in header.places.items():
            column = header.sheet.by_name.get(name)
            if name == ANONYMOUS or (column and column.outside):
                value = _joined([self.grid.at(row, place) for place in places])
                if lines.is_blank(value):
                    continue
                if (
                    column
                    and lines.is_ditto(value)
                    and (name != header.key or header.sheet is QUESTIONS)
                ):
                    before, value = value, self.above.get(name)
                    why = because(messages.NOTED_DITTO if value else messages.NOTED_DITTO_NOTHING)
                    note = Note(self._origin(row), column.header, text(before), text(value), why)
                    notes.append(note)
                    if value is None:
                        continue
                values[name] = value
        for place, sex in header.ticked.items():
            if not lines.is_blank(self.grid.at(row, place)):
                values.setdefault("sex", sex)
        return values, notes

    def _skip(self, row: int, why: Text) -> None:
        if self.grid.own(row):
            self.found.skipped.append(self._left(row, because(why)))

    def _left(self, row: int, why: Said) -> Left:
        return Left(self._origin(row), self.grid.shown(row), why)

    def _origin(self, row: int) -> Origin:
        return Origin(self.file, self.grid.table.sheet, self.grid.number(row))


_REACHED: Mapping[str, Callable[[str], bool]] = {
    "phone": lambda said: bool(phones(said)),
    "email": lambda said: "@" in said,
    "unit": lambda said: bool(lines.unit_named(said)),
}
"""What a column of a row holds and no line of signatures."""


def _is_reachable(own: Mapping[int, Value], header: Header) -> bool:
    """Whether the line says where somebody works or is called, as no signature does."""
    return any(
        _REACHED[name](text(own[place]))
        for name, places in header.places.items()
        for place in places
        if name in _REACHED and place in own
    )


def _joined(values: Sequence[Value]) -> Value:
    """One cell as it is; several as their words."""
    if len(values) == 1:
        return values[0]
    return " ".join(dict.fromkeys(text(value) for value in values if not lines.is_blank(value)))


def _refusal(value: Value, header: Header) -> Said | None:
    """Why a row cannot be one: what makes it one is missing or unreadable."""
    named = header.sheet[KEYS[header.sheet.name]].header
    said = text(value)
    if lines.is_blank(value):
        return because(messages.REJECTED_BLANK, header=named)
    if lines.is_ditto(value):
        return because(messages.REJECTED_DITTO, header=named)
    if not any(map(str.isalpha, said)) or said.startswith("#"):
        return because(messages.REJECTED_NO_WORDS, header=named, value=said[:60])
    return None
