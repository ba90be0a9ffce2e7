"""Files from other offices -> new rows of the plan, and what became of every other line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.addresses import letters
from xl_dialogue.exchange.intake.cleaning import cleaned, person, with_ranks
from xl_dialogue.exchange.intake.headers import KEYS, PERSONS
from xl_dialogue.exchange.intake.known import Known, mark, source
from xl_dialogue.exchange.intake.records import Left, Note, Origin, Read, Row, because
from xl_dialogue.exchange.intake.repair import Repaired, repaired
from xl_dialogue.exchange.intake.rows import rows_of
from xl_dialogue.exchange.reading.guarded import Opened, opened, shown_name
from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.plan.appending import appended
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.checks import listed
from xl_dialogue.plan.codes import new_codes
from xl_dialogue.plan.plan import Plan, text
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import BY_NAME, DELEGATES, NEW, QUESTIONS

SHEETS = tuple(KEYS)
"""The sheets that lists may be taken into."""
_BORN: Mapping[str, Mapping[str, object]] = {QUESTIONS.name: {"status": NEW}}
"""What a new row has besides what its list says."""


class Added(NamedTuple):
    """A new row of the plan."""

    sheet: str
    code: str
    origin: Origin
    values: dict[str, object]


@dataclass
class Intake:
    """What the files hold; each of their lines is added, there already, rejected or skipped."""

    read: Read = field(default_factory=Read)
    added: list[Added] = field(default_factory=list)
    already: list[Left] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)
    """Name and SHA-256 of those that were read."""
    left_alone: list[tuple[str, Said]] = field(default_factory=list)
    """Name of a file and what in it was not touched: macros, links, hidden sheets."""
    refused: list[Said] = field(default_factory=list)
    """Files that could not be read at all, and why."""
    renamed: list[Said] = field(default_factory=list)
    """Files of which everything is there, under another file's name."""

    @property
    def calls_for_a_report(self) -> bool:
        """Whether a person should see line by line what became of the files.

        Of rows that are there already an earlier report has told.
        """
        in_doubt = self.read.in_doubt and not self.already
        return bool(self.added or self.read.rejected) or in_doubt

    def changes(self, plan: Plan) -> list[Change]:
        """The cells of the new rows."""
        return [
            change
            for sheet in SHEETS
            for change in appended(
                plan, sheet, [each.values for each in self.added if each.sheet == sheet]
            )
        ]


def intake(plan: Plan, paths: Sequence[Path], sheet: str = "") -> Intake:
    """What the files say, against what the plan has; into one sheet, or whichever fits each list.

    A file that cannot be read does not keep the others from being taken.
    """
    sheets = [BY_NAME[name] for name in ([sheet] if sheet else SHEETS)]
    taking = _Taking(plan, sheets)
    for path in paths:
        try:
            found = opened(path)
        except DialogueError as stop:
            taking.done.refused.append(Said(stop.text, stop.facts))
            continue
        taking.take(shown_name(path.name), found)
    return taking.done


class _Taking:
    """The files one after the other."""

    def __init__(self, plan: Plan, sheets: Sequence[Sheet]) -> None:
        self.done = Intake()
        self._sheets = sheets
        self._known = {sheet.name: Known(plan, sheet) for sheet in sheets}
        self._codes: dict[str, Iterator[str]] = {
            sheet.name: new_codes(plan, sheet.name) for sheet in sheets
        }
        self._listed = {
            (sheet.name, column.name): listed(plan, column)
            for sheet in sheets
            for column in sheet.columns
            if column.outside and column.refers_to
        }

    def take(self, file: str, found: Opened) -> None:
        self.done.files.append((file, found.digest))
        self.done.left_alone += [(file, said) for said in found.reports]
        named = [table._replace(sheet=shown_name(table.sheet)) for table in found.tables]
        mended = [repaired(table) for table in named]
        read = rows_of(file, [each.table for each in mended], self._sheets)
        notes = [*read.notes]
        for each in mended:
            notes += _legacy_notes(file, each)
        from_others: Counter[str] = Counter()
        first = len(self.done.added)
        for row in read.rows:
            from_others.update(self._row(row))
        entered = {each.origin for each in self.done.added[first:]}
        self.done.notes += [note for note in notes if note.origin in entered]
        for known in self._known.values():
            known.next_file()
        self.done.read.add(read)
        if read.rows and from_others.total() == len(read.rows):
            other, _ = from_others.most_common(1)[0]
            self.done.renamed.append(because(messages.INTAKE_RENAMED, file=file, other=other))

    def _row(self, row: Row) -> list[str]:
        """Take the row, or leave it; gives the other file that it is known from."""
        values, notes = self._cleaned(row)
        its_mark, known = mark(row.sheet, values), self._known[row.sheet]
        holder = known.already(its_mark, values)
        if holder:
            where = holder.origin or messages.TYPED_BY_HAND
            why = because(messages.ALREADY, code=holder.code, origin=where)
            self.done.already.append(Left(row.origin, row.shown, why))
            return [holder.file] if holder.file not in ("", row.origin.file) else []
        code = next(self._codes[row.sheet])
        key = BY_NAME[row.sheet].columns[0].name
        whole = {
            key: code,
            **values,
            **_BORN.get(row.sheet, {}),
            "source": source(row.origin, its_mark),
        }
        before = known.at_same_place(row.origin)
        if before:
            why = because(messages.NOTED_SAME_PLACE, code=before)
            notes.append(Note(row.origin, BY_NAME[row.sheet]["source"].header, before, code, why))
        known.take(its_mark, code, row.origin)
        self.done.added.append(Added(row.sheet, code, row.origin, whole))
        self.done.notes += notes
        return []

    def _cleaned(self, row: Row) -> tuple[dict[str, object], list[Note]]:
        """The row's cells in the form of their columns, and which were typed otherwise."""
        sheet = BY_NAME[row.sheet]
        values: dict[str, object] = {}
        notes: list[Note] = []
        for name, value in row.values.items():
            column = sheet[name]
            clean, why = cleaned(column, value, self._listed.get((row.sheet, name), {}))
            values[name] = clean
            if why:
                note = Note(row.origin, column.header, text(value), text(clean), because(why))
                notes.append(note)
        name = PERSONS[sheet.name]
        if name in values:
            notes += _parted(row.origin, sheet, name, values)
        return values, notes


def _parted(origin: Origin, sheet: Sheet, name: str, values: dict[str, object]) -> list[Note]:
    """Put honorific and ranks where they belong; of an asker only the name is kept."""
    typed = text(values[name])
    who = person(typed)
    if who.full_name == typed:
        return []
    values[name] = who.full_name
    if sheet is DELEGATES:
        if who.honorific and not values.get("honorific"):
            values["honorific"] = who.honorific
        title = with_ranks(text(values.get("title")), who.ranks)
        if title:
            values["title"] = title
    why = because(messages.NOTED_HONORIFIC)
    return [Note(origin, sheet[name].header, typed, who.full_name, why)]


def _legacy_notes(file: str, repaired: Repaired) -> Iterator[Note]:
    table = repaired.table
    for (row, column), typed in repaired.typed.items():
        origin = Origin(file, table.sheet, table.first_row + row)
        why = because(messages.NOTED_LEGACY, encoding=typed.encoding.upper())
        place = letters(table.first_column + column)
        yield Note(origin, place, typed.before, text(table.rows[row][column]), why)
