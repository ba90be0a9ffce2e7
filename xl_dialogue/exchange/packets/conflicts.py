"""The sheet of conflicts: what is written there, and what its choices come to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.packets.merging import Conflict, Desk
from xl_dialogue.exchange.packets.wording import worded
from xl_dialogue.messages import Said
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.sheets import BY_NAME, CONFLICTS, ORIGINAL, OURS, SHEETS, THEIRS

if TYPE_CHECKING:
    from xl_dialogue.plan.plan import Plan
    from xl_dialogue.plan.schema import Column, Sheet

_TITLES = {sheet.title: sheet for sheet in SHEETS}


def row_of(conflict: Conflict, sender: str, file: str, now: dt.datetime) -> dict[str, object]:
    """The conflict as a row of the sheet."""
    answer = conflict.answer
    sheet = BY_NAME[answer.sheet]
    return {
        "code": conflict.id,
        "time": f"{now:%d/%m/%Y %H:%M}",
        "sender": sender,
        "sheet": sheet.title,
        "row": answer.code,
        "column": sheet[answer.column].header,
        "base": answer.base,
        "ours": conflict.ours,
        "theirs": answer.theirs,
        "file": file,
    }


@dataclass
class Settlement:
    """What the choices change, and what they leave open."""

    changes: list[Change] = field(default_factory=list)
    settled: int = 0
    open: int = 0
    remarks: list[Said] = field(default_factory=list)


class _Case(NamedTuple):
    """A row of the sheet that has a choice and is open."""

    at: int
    code: str
    sheet: Sheet
    row: int
    column: Column
    said: dict[str, str]
    """By choice what the cell would say."""
    choice: str


def settle(plan: Plan, desk: Desk, now: dt.datetime) -> Settlement:
    """Put into the plan what was chosen; a cell that has changed since is to be chosen again."""
    found = Settlement()
    for at, entry in zip(plan.conflicts.index, plan.conflicts.to_dict("records"), strict=True):
        if not entry["code"] or entry["settled"]:
            continue
        case = _case(desk, int(at), entry) if entry["choice"] else None
        if entry["choice"] and case is None:
            facts = {name: entry[name] for name in ("code", "row", "column")}
            found.remarks.append(Said(messages.SETTLE_LOST, facts))
        if case is None or not _settle(desk, case, found, now):
            found.open += 1
    return found


def _case(desk: Desk, at: int, entry: Mapping[Any, str]) -> _Case | None:
    """``None`` where row, column or choice are none."""
    sheet = _TITLES.get(entry["sheet"])
    columns = sheet.columns if sheet else ()
    column = next((each for each in columns if each.header == entry["column"]), None)
    row = desk.row(sheet.name, entry["row"]) if sheet else None
    said = {ORIGINAL: entry["base"], OURS: entry["ours"], THEIRS: entry["theirs"]}
    if sheet is None or column is None or row is None or entry["choice"] not in said:
        return None
    said = {choice: worded(cell, column.kind) for choice, cell in said.items()}
    return _Case(at, entry["code"], sheet, row, column, said, entry["choice"])


def _settle(desk: Desk, case: _Case, found: Settlement, now: dt.datetime) -> bool:
    place = (case.sheet.name, case.row, case.column.name)
    current, wanted = desk.ours(*place), case.said[case.choice]
    if current not in (case.said[OURS], wanted):
        found.remarks.append(Said(messages.SETTLE_MOVED, {"code": case.code}))
        found.changes.append(desk.put(CONFLICTS.name, case.at, "ours", current))
        found.changes.append(desk.put(CONFLICTS.name, case.at, "choice", ""))
        return False
    if current != wanted:
        found.changes.append(desk.put(*place, wanted))
    found.changes.append(desk.put(CONFLICTS.name, case.at, "settled", f"{now:%d/%m/%Y %H:%M}"))
    found.settled += 1
    return True
