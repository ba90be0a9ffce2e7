"""What each run wrote, and how the last one is taken back."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.plan import Plan, down, may_be_thousands, number, text, typed
from xl_dialogue.plan.schema import Kind, Sheet
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE, FORGOTTEN, JOURNAL, SHEETS

UNDO = "Hoàn tác"
_NO_TEXT: tuple[Kind, ...] = ("date", "time", "number")
_NUMBER = "(số) "
_TITLES = {sheet.title: sheet for sheet in SHEETS}


class Reversal(NamedTuple):
    """How a run is taken back: what may be, and what somebody has changed since."""

    run: int
    changes: list[Change]
    changed_since: list[Change]
    lost: int
    """Entries whose row or column is no longer to be found."""
    forgotten: int = 0
    """Entries that held somebody's data, which nobody brings back."""


def next_run(plan: Plan) -> int:
    runs = plan.journal["run"]
    return int(runs.max()) + 1 if runs.notna().any() else 1


def entries(
    plan: Plan, changes: Iterable[Change], job: str, now: dt.datetime
) -> list[Mapping[str, object]]:
    """The journal's rows for one run; a row is known by its code, since people sort and insert."""
    run, changes = next_run(plan), list(changes)
    codes = {name: _codes(plan, BY_NAME[name]) for name in {each.sheet for each in changes}}
    for change in changes:
        if _is_key(change):
            codes[change.sheet].setdefault(change.row, as_text(change.new))
    return [
        {
            "run": run,
            "time": f"{now:%d/%m/%Y %H:%M:%S}",
            "job": job,
            "sheet": BY_NAME[change.sheet].title,
            "code": _code(change, codes[change.sheet]),
            "column": BY_NAME[change.sheet][change.column].header,
            "old": _noted(change.old, _kind(plan, change)),
            "new": _noted(change.new, _kind(plan, change)),
        }
        for change in changes
    ]


def as_text(value: object) -> str:
    """The value as a person reads it, from which ``typed`` reads it again."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    said = text(value)
    return f"{said}0" if isinstance(value, float) and may_be_thousands(said) else said


def _kind(plan: Plan, change: Change) -> Kind:
    """What belongs into the cell; each item of the conference has a kind of its own."""
    if change.sheet == CONFERENCE.name and change.column == "value":
        names = {row: name for name, row in plan.item_rows.items()}
        item = next((item for item in ITEMS if item.name == names.get(change.row)), None)
        return item.kind if item else "text"
    return BY_NAME[change.sheet][change.column].kind


def _noted(value: object, kind: Kind) -> str:
    """The value as it stood in its cell.

    Text in place of a date, time or number is quoted, a number in place of text is marked.
    """
    if kind in _NO_TEXT:
        if isinstance(value, str):
            return f"“{value}”" if value else ""
        return as_text(typed([value], kind).iloc[0])
    if isinstance(value, float) and value == value:
        return _NUMBER + text(value)
    return value if isinstance(value, str) else as_text(value)


def _kept(noted: object, kind: Kind) -> object:
    """The value that was noted."""
    said = noted if isinstance(noted, str) else text(noted)
    if kind in _NO_TEXT:
        return said[1:-1] if said.startswith("“") else typed([said or None], kind).iloc[0]
    if said.startswith(_NUMBER):
        return number(said.removeprefix(_NUMBER))
    return said


def _code(change: Change, codes: Mapping[int, str]) -> str:
    known = codes.get(change.row) or f"#{change.row}"
    return (as_text(change.new) or known) if _is_key(change) else known


def _is_key(change: Change) -> bool:
    """It gives the row the code by which it is known."""
    return change.column == BY_NAME[change.sheet].columns[0].name


def last_run(plan: Plan) -> pd.DataFrame:
    """The journal's rows of the last run that has not been taken back; empty without one."""
    journal = plan.journal
    undone = {job.removeprefix(UNDO).strip() for job in journal["job"] if job.startswith(UNDO)}
    runs = [
        run
        for _, (run, job) in down(journal, "run", "job")
        if run == run and not job.startswith(UNDO) and text(run) not in undone
    ]
    return journal[journal["run"] == max(runs, default=None)]


def undo(plan: Plan) -> Reversal | None:
    """Take the last run back where nothing was changed since; ``None`` when there is none."""
    rows = last_run(plan)
    if rows.empty:
        return None
    found = list(_reversed(plan, rows))
    moved = {(each.sheet, each.row) for each, code in found if _unlike(plan, each, code)}
    moved |= _worked_on(plan, [change for change, _ in found])
    changes: list[Change] = []
    changed_since: list[Change] = []
    gone = [change for change, _ in found if change.new == FORGOTTEN]
    for change in (change for change, _ in found if change.new != FORGOTTEN):
        kept = (change.sheet, change.row) in moved or not _is_as_written(plan, change)
        current = plan.read(change.sheet, change.row, change.column)
        (changed_since if kept else changes).append(change._replace(old=current))
    lost = len(rows) - len(found)
    return Reversal(int(rows["run"].iloc[0]), changes, changed_since, lost, len(gone))


def _worked_on(plan: Plan, changes: Iterable[Change]) -> set[tuple[str, int]]:
    """Rows that the run added and somebody has gone on with since: they stay whole."""
    changes = list(changes)
    added = {(each.sheet, each.row) for each in changes if _is_key(each) and not as_text(each.new)}
    if not added:
        return set()
    left: dict[tuple[str, int], set[str]] = {}
    for change in changes:
        if _is_as_written(plan, change):
            left.setdefault((change.sheet, change.row), set()).add(change.column)
    return {
        (sheet, row)
        for sheet, row in added
        for column in BY_NAME[sheet].columns
        if plan.read(sheet, row, column.name) is not None
        and column.name not in left.get((sheet, row), ())
    }


def _is_as_written(plan: Plan, change: Change) -> bool:
    """The cell holds what the run left in it."""
    kind = _kind(plan, change)
    current = plan.read(change.sheet, change.row, change.column)
    return _noted(current, kind) == _noted(change.old, kind)


def _unlike(plan: Plan, change: Change, code: str) -> bool:
    """A row known by its number alone may be another one since: it must agree in every cell."""
    return code.startswith("#") and not _is_as_written(plan, change)


def _reversed(plan: Plan, rows: pd.DataFrame) -> Iterator[tuple[Change, str]]:
    """Each entry the other way round, at the row where its code stands today, with the code."""
    places: dict[str, dict[str, int]] = {}
    cells = plan.cells[JOURNAL.name].values
    for at, entry in zip(rows.index, rows.to_dict("records"), strict=True):
        sheet = _TITLES.get(entry["sheet"])
        column = _column(sheet, entry["column"]) if sheet else None
        if sheet is None or column is None:
            continue
        if sheet.name not in places:
            places[sheet.name] = {code: row for row, code in _codes(plan, sheet).items()}
        row = places[sheet.name].get(entry["code"])
        if row is not None:
            place = Change(sheet.name, row, column, None, None)
            kind = _kind(plan, place)
            was, became = (_kept(cells.at[at, side], kind) for side in ("old", "new"))
            yield place._replace(old=became, new=was), entry["code"]


def _column(sheet: Sheet, header: str) -> str | None:
    return next((column.name for column in sheet.columns if column.header == header), None)


def _codes(plan: Plan, sheet: Sheet) -> dict[int, str]:
    """What each row is known by: its code, or its number where that is blank or repeated."""
    keys = [(row, text(key)) for row, key in down(plan.frames[sheet.name], sheet.columns[0].name)]
    times = Counter(key for _, key in keys)
    return {row: key if key and times[key] == 1 else f"#{row}" for row, key in keys}
