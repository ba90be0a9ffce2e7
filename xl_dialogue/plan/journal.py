"""What each run wrote, and how the last one is taken back."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan, down, text, typed
from xl_dialogue.plan.schema import Kind, Sheet
from xl_dialogue.plan.sheets import BY_NAME, JOURNAL, SHEETS

UNDO = "Hoàn tác"
_NO_TEXT: tuple[Kind, ...] = ("date", "time", "number")
_TITLES = {sheet.title: sheet for sheet in SHEETS}


class Reversal(NamedTuple):
    """How a run is taken back: what may be, and what somebody has changed since."""

    run: int
    changes: list[Change]
    changed_since: list[Change]


def next_run(plan: Plan) -> int:
    runs = plan.journal["run"]
    return int(runs.max()) + 1 if runs.notna().any() else 1


def entries(
    plan: Plan, changes: Iterable[Change], job: str, now: dt.datetime
) -> list[Mapping[str, object]]:
    """The journal's rows for one run; a row is known by its code, since people sort and insert."""
    run, changes = next_run(plan), list(changes)
    codes = {name: _codes(plan, BY_NAME[name]) for name in {each.sheet for each in changes}}
    return [
        {
            "run": run,
            "time": f"{now:%d/%m/%Y %H:%M:%S}",
            "job": job,
            "sheet": BY_NAME[change.sheet].title,
            "code": _code(change, codes[change.sheet]),
            "column": BY_NAME[change.sheet][change.column].header,
            "old": _noted(change.old, _kind(change)),
            "new": _noted(change.new, _kind(change)),
        }
        for change in changes
    ]


def as_text(value: object) -> str:
    """The value as a person reads it, from which ``typed`` reads it again."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return text(value)


def _kind(change: Change) -> Kind:
    return BY_NAME[change.sheet][change.column].kind


def _noted(value: object, kind: Kind) -> str:
    """The value as it stood in its cell; text in place of a date, time or number is quoted."""
    if not isinstance(value, str):
        return as_text(value)
    return f"“{value}”" if kind in _NO_TEXT else value


def _kept(noted: object, kind: Kind) -> object:
    """The value that was noted."""
    said = noted if isinstance(noted, str) else text(noted)
    if kind not in _NO_TEXT:
        return said
    return said[1:-1] if said.startswith("“") else typed([said or None], kind).iloc[0]


def _code(change: Change, codes: Mapping[int, str]) -> str:
    key = BY_NAME[change.sheet].columns[0].name
    return as_text(change.new) if change.column == key else codes[change.row]


def last_run(plan: Plan) -> pd.DataFrame:
    """The journal's rows of the last run that has not been taken back; empty without one."""
    journal = plan.journal
    undone = {job.removeprefix(UNDO).strip() for job in journal["job"] if job.startswith(UNDO)}
    runs = [
        run
        for _, (run, job) in down(journal, "run", "job")
        if not job.startswith(UNDO) and text(run) not in undone
    ]
    return journal[journal["run"] == max(runs, default=None)]


def undo(plan: Plan) -> Reversal | None:
    """Take the last run back where nothing was changed since; ``None`` when there is none."""
    rows = last_run(plan)
    if rows.empty:
        return None
    changes: list[Change] = []
    changed_since: list[Change] = []
    for change in _reversed(plan, rows):
        current = plan.frames[change.sheet].at[change.row, change.column]
        same = as_text(current) == as_text(change.old)
        (changes if same else changed_since).append(change._replace(old=current))
    return Reversal(int(rows["run"].iloc[0]), changes, changed_since)


def _reversed(plan: Plan, rows: pd.DataFrame) -> Iterator[Change]:
    """Each entry the other way round, at the row where its code stands today."""
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
            kind = sheet[column].kind
            was, became = (_kept(cells.at[at, side], kind) for side in ("old", "new"))
            yield Change(sheet.name, row, column, became, was)


def _column(sheet: Sheet, header: str) -> str | None:
    return next((column.name for column in sheet.columns if column.header == header), None)


def _codes(plan: Plan, sheet: Sheet) -> dict[int, str]:
    """What each row is known by: its code, or its number where that is blank or repeated."""
    keys = [(row, text(key)) for row, key in down(plan.frames[sheet.name], sheet.columns[0].name)]
    times = Counter(key for _, key in keys)
    return {row: key if key and times[key] == 1 else f"#{row}" for row, key in keys}
