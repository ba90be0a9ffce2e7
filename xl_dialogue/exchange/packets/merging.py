"""Three ways: what was sent, what the plan says now, what came back; cell by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.packets.reply import Answer, Remark
from xl_dialogue.exchange.packets.wording import meant, worded
from xl_dialogue.messages import Said
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import down
from xl_dialogue.plan.sheets import BY_NAME, CONFLICTS

if TYPE_CHECKING:
    from xl_dialogue.plan.plan import Plan

_CODE = 8


class Verdict(Enum):
    """What becomes of a cell."""

    KEEP = "they left it as it was sent"
    SAME = "both sides say the same"
    TAKE = "only they have changed it"
    CONFLICT = "both sides have changed it"
    CONFIRM = "only they have, to nothing"


def verdict(base: str, ours: str, theirs: str) -> Verdict:
    if theirs == base:
        return Verdict.KEEP
    if theirs == ours:
        return Verdict.SAME
    if ours != base:
        return Verdict.CONFLICT
    return Verdict.TAKE if theirs else Verdict.CONFIRM


class Conflict(NamedTuple):
    """A cell that a person must settle."""

    answer: Answer
    ours: str
    id: str
    """The same for the same answer to the same packet."""


@dataclass
class Merged:
    """What one reply comes to."""

    changes: list[Change] = field(default_factory=list)
    same: list[Answer] = field(default_factory=list)
    waiting: list[Answer] = field(default_factory=list)
    """Those that are on the sheet of conflicts since before, not settled."""
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


class Desk:
    """The plan as replies are merged into it, one after the other."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows: dict[str, Mapping[str, int]] = {}
        self._now: dict[tuple[str, int, str], Change] = {}
        conflicts = plan.frames[CONFLICTS.name]
        self._known = set(conflicts["code"])
        """Conflicts that are on their sheet, settled or not."""
        self._open = set(conflicts.loc[conflicts["settled"] == "", "code"])

    def row(self, sheet: str, code: str) -> int | None:
        """The row with the code; ``None`` without one, or with several."""
        if sheet not in self._rows:
            self._rows[sheet] = _rows(self._plan, sheet)
        return self._rows[sheet].get(code)

    def ours(self, sheet: str, row: int, column: str) -> str:
        """What the cell says, with all that was put there so far."""
        kind = BY_NAME[sheet][column].kind
        change = self._now.get((sheet, row, column))
        return worded(change.new if change else self._plan.read(sheet, row, column), kind)

    def put(self, sheet: str, row: int, column: str, said: str) -> Change:
        old = self._plan.read(sheet, row, column)
        change = Change(sheet, row, column, old, meant(said, BY_NAME[sheet][column].kind))
        self._now[sheet, row, column] = change
        return change

    def merge(self, packet: str, answers: Iterable[Answer]) -> Merged:
        """What the answers to the packet change, and what they leave to a person."""
        merged = Merged()
        for answer in answers:
            self._merge(packet, answer, merged)
        return merged

    def _merge(self, packet: str, answer: Answer, merged: Merged) -> None:
        sheet, code, column = answer.sheet, answer.code, answer.column
        row = self.row(sheet, code)
        if row is None or column not in self._plan.cells[sheet].letters:
            gone = messages.REPLY_ROW_GONE if row is None else messages.REPLY_COLUMN_GONE
            facts = {"code": code, "header": BY_NAME[sheet][column].header}
            merged.remarks.append(Remark(answer.place, Said(gone, {**facts})))
            return
        ours, id_ = self.ours(sheet, row, column), conflict_id(packet, answer)
        if id_ in self._known:  # a person decides, or has decided
            (merged.waiting if id_ in self._open else merged.same).append(answer)
            return
        match verdict(answer.base, ours, answer.theirs):
            case Verdict.KEEP | Verdict.SAME:
                merged.same.append(answer)
            case Verdict.TAKE:
                merged.changes.append(self.put(sheet, row, column, answer.theirs))
            case Verdict.CONFLICT | Verdict.CONFIRM:
                self._known.add(id_)
                merged.conflicts.append(Conflict(answer, ours, id_))


def conflict_id(packet: str, answer: Answer) -> str:
    said = "\0".join((packet, answer.sheet, answer.code, answer.column, answer.theirs))
    return f"XD-{hashlib.sha256(said.encode()).hexdigest()[:_CODE]}"


def _rows(plan: Plan, sheet: str) -> Mapping[str, int]:
    """Code -> row, of codes that stand once."""
    key = BY_NAME[sheet].columns[0]
    found: dict[str, int | None] = {}
    for row, cell in down(plan.frames[sheet], key.name):
        code = worded(cell, key.kind)
        found[code] = None if code in found else row
    return {code: row for code, row in found.items() if code and row is not None}
