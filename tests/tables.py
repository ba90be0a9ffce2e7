"""Plans drawn as small tables: a line a row, cells between bars, the first line the columns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pandas as pd

from xl_dialogue.addresses import letters
from xl_dialogue.plan import checks, rules
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Cells, Plan, plan_from
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE

Alter = Callable[[openpyxl.Workbook], object]
"""What somebody does to a workbook."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
CLOCK = re.compile(r"\d\d:\d\d")


def cell(said: str) -> object:
    """The cell as Excel would hold it: 2022-05-24 a date, 07:30 a time, #12 a number, '#12 text."""
    said = said.strip().replace(r"\n", "\n")
    if DAY.fullmatch(said):
        return dt.datetime.fromisoformat(said)
    if CLOCK.fullmatch(said):
        return dt.time.fromisoformat(said)
    if re.fullmatch(r"#[\d.]+", said):
        return float(said[1:])
    return said.removeprefix("'") or None


def cells_of(name: str, table: str) -> Cells:
    """The sheet of that name; the first row below the header is Excel's row 2."""
    header, *lines = [line.split("|") for line in table.strip().splitlines()]
    columns = [column.strip() for column in header]
    rows = [dict(zip(columns, map(cell, line), strict=True)) for line in lines]
    sheet = BY_NAME[name]
    assert {*columns} <= {column.name for column in sheet.columns}, columns
    index = pd.Index(range(2, len(rows) + 2), dtype="int64")
    values = {
        column.name: pd.Series([row.get(column.name) for row in rows], index=index, dtype="object")
        for column in sheet.columns
    }
    places = {column.name: letters(at) for at, column in enumerate(sheet.columns, 1)}
    return Cells(pd.DataFrame(values, index=index), places)


def plan_of(conference: dict[str, object] | None = None, **tables: str) -> Plan:
    """A plan with these tables and these items of the conference; the rest is blank."""
    cells = {name: cells_of(name, table) for name, table in tables.items()}
    if conference is not None:
        cells[CONFERENCE.name] = conference_cells(conference)
    return plan_from(cells)


def calculated(plan: Plan, *cells: tuple[int, str]) -> Plan:
    """The plan where formulas stand in these cells of the questions: rows and columns."""
    questions = replace(plan.cells["questions"], formulas=frozenset(cells))
    return replace(plan, cells={**plan.cells, "questions": questions})


def conference_cells(items: dict[str, object]) -> Cells:
    labels = {item.name: item.header for item in ITEMS}
    index = pd.Index(range(2, len(items) + 2), dtype="int64")
    values = pd.DataFrame(
        {
            "item": pd.Series([labels[name] for name in items], index=index, dtype="object"),
            "value": pd.Series(
                [cell(v) if isinstance(v, str) else v for v in items.values()],
                index=index,
                dtype="object",
            ),
            "note": pd.Series([None] * len(items), index=index, dtype="object"),
        },
        index=index,
    )
    return Cells(values, {"item": "A", "value": "B", "note": "C"})


Place = tuple[Rule, str, int | None, str | None]


def found(plan: Plan) -> list[Place]:
    """What the rules of one column mind, and where."""
    return [(f.rule, f.sheet, f.row, f.column) for f in checks.check(plan)]


def judged(plan: Plan, *only: Rule) -> list[Place]:
    """What the rules across sheets mind, and where."""
    return [
        (f.rule, f.sheet, f.row, f.column) for f in rules.judge(plan) if not only or f.rule in only
    ]


def fixes(plan: Plan) -> list[object]:
    """The values proposed, in the order of the findings."""
    return [f.fix for f in checks.check(plan) if f.fix is not None]
