"""What is known of a row that came in: where from, what it says, what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.intake.headers import Header
from xl_dialogue.exchange.reading.tables import Value
from xl_dialogue.messages import Said, Text


def because(text: Text, **facts: object) -> Said:
    """Why something became of a row or a cell."""
    return Said(text, facts)


class Origin(NamedTuple):
    """Where a row stands: the file's name, the sheet's, Excel's row."""

    file: str
    sheet: str
    row: int

    def say(self) -> str:
        """As it is written into the plan's column for it."""
        where = f"{self.file} › {self.sheet}" if self.sheet else self.file
        return messages.INTAKE_ORIGIN.say("vi", where=where, row=self.row)


class Row(NamedTuple):
    """A row of the plan's sheet of that name, as the list says it."""

    origin: Origin
    sheet: str
    values: dict[str, Value]
    """By declared column; blanks left out."""
    shown: str


class Left(NamedTuple):
    """A row that is not added, and why."""

    origin: Origin
    shown: str
    why: Said


class Note(NamedTuple):
    """A cell that goes into the plan otherwise than it stands in the list."""

    origin: Origin
    column: str
    """The plan's header."""
    before: str
    after: str
    why: Said


@dataclass
class Read:
    """What was found in lists before anything is compared with the plan."""

    rows: list[Row] = field(default_factory=list)
    skipped: list[Left] = field(default_factory=list)
    rejected: list[Left] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    headers: list[tuple[Origin, Header]] = field(default_factory=list)
    in_doubt: bool = False
    """A line that was taken for signatures holds a name: it may be a row's."""

    @property
    def count(self) -> int:
        """Rows that hold anything: each is in exactly one of the lists."""
        return len(self.rows) + len(self.skipped) + len(self.rejected)

    def add(self, other: Read) -> None:
        self.rows += other.rows
        self.skipped += other.skipped
        self.rejected += other.rejected
        self.notes += other.notes
        self.headers += other.headers
        self.in_doubt |= other.in_doubt
