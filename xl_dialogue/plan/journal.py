"""What each run wrote, and how the last one is taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan, down, text, typed
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import BY_NAME, SHEETS

UNDO = "Hoàn tác"
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
    run = next_run(plan)
    return [
        {
            "run": run,
            "time": f"{now:%d/%m/%Y %H:%M:%S}",
            "job": job,
            "sheet": BY_NAME[change.sheet].title,
            "code": _code(plan, change),
            "column": BY_NAME[change.sheet][change.column].header,
            "old": as_text(change.old),
            "new": as_text(change.new),
        }
        for change in changes
    ]


def as_text(value: object) -> str:
    """The value as the journal writes it, from which ``typed`` reads it again."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return text(value)


def _code(plan: Plan, change: Change) -> str:
    key = BY_NAME[change.sheet].columns[0].name
    if change.column == key:
        return as_text(change.new)
    frame = plan.frames[change.sheet]
    code = text(frame.at[change.row, key]) if change.row in frame.index else ""
    return code or f"#{change.row}"


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
    for entry in rows.to_dict("records"):
        sheet = _TITLES.get(entry["sheet"])
        column = _column(sheet, entry["column"]) if sheet else None
        if sheet is None or column is None:
            continue
        where = places.setdefault(sheet.name, _rows_by_code(plan, sheet))
        row = where.get(entry["code"])
        if row is not None:
            kind = sheet[column].kind
            old, new = (typed([entry[side] or None], kind).iloc[0] for side in ("new", "old"))
            yield Change(sheet.name, row, column, old, new)


def _column(sheet: Sheet, header: str) -> str | None:
    return next((column.name for column in sheet.columns if column.header == header), None)


def _rows_by_code(plan: Plan, sheet: Sheet) -> dict[str, int]:
    keys = down(plan.frames[sheet.name], sheet.columns[0].name)
    return {text(code) or f"#{row}": row for row, code in keys}
