"""Counting for `Tổng quan`: every formula of the hidden sheet, and what it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from xl_dialogue.office.sheets.charts import FORMAT
from xl_dialogue.office.sheets.figures import (
    FIGURES,
    FIRST_END,
    FIRST_ROW,
    INVITED,
    KEYS,
    TALLY,
    UNREPRESENTED,
    VIEWS,
    Contents,
    Figure,
    blank,
    cells,
    column_of,
    filled,
    first_places,
    is_any,
    mask,
    number,
    passing,
    whole,
)
from xl_dialogue.office.sheets.leads import rank_leads
from xl_dialogue.office.sheets.ledger import (
    COUNTS_ROW,
    FIRST_FIGURE,
    GROUP_ROW,
    GROUPS_SHOWN,
    LABELS_ROW,
    LAST,
    RANK_ALONE,
    RANK_ROW,
    SHOWN,
    SIZES,
    SIZES_ROW,
    STARTS_ROW,
    STATE_COLUMNS,
    STATES,
    TITLES_ROW,
    TOP,
    VIEWS_ROW,
    Tally,
    cell_at,
    list_at,
    ref,
    ref_area,
    size_of_block,
)
from xl_dialogue.office.sheets.live import Live, Result
from xl_dialogue.plan.calendar import last_day_before
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE, DELEGATES, GROUPS, QUESTIONS

if TYPE_CHECKING:
    from openpyxl import Workbook

UNSAID = "Chưa ghi"
"""What a row without a state is counted as."""
_STEP = 10000
"""More than a sheet has rows: a rank times this, and a row, make a key to sort by."""


def add_tally(made: Workbook, contents: Contents, day: dt.date) -> Tally:
    """Put the hidden sheet last; the results are those as of the day."""
    page = made.create_sheet(TALLY)
    page.sheet_properties.codeName = "shTally"
    page.sheet_state = "hidden"
    tally = Tally(contents, day, Live(page))
    _find_ends(tally)
    rank_leads(tally)
    for column, figure in enumerate(FIGURES, start=FIRST_FIGURE):
        _count(tally, figure, column)
    _facts(tally)
    _order_groups(tally)
    for name in STATES:
        _count_states(tally, name)
    return tally


def _find_ends(tally: Tally) -> None:
    """The last row of each sheet that is counted."""
    for row, (name, key) in enumerate(KEYS.items(), start=FIRST_END):
        sheet = BY_NAME[name]
        tally.live.page.cell(row, 1, f"Dòng cuối của trang {sheet.title}")
        area = whole(sheet, key)
        found = passing(tally.contents[name], sheet, [filled(key)], tally.day)
        formula = f"MAX(IFERROR((LEN(TRIM({area}))>0)*ROW({area}),0),{FIRST_ROW})"
        tally.live.put_array(cell_at(2, row), formula, max([FIRST_ROW, *found]))


# --- facts ----------------------------------------------------------------------------------


def item(name: str) -> str:
    """The value of an item of the conference, wherever its row stands."""
    found = f'MATCH("{_label(name)}",{whole(CONFERENCE, "item")},0)'
    return f"INDEX({whole(CONFERENCE, 'value')},{found})"


def said(tally: Tally, name: str) -> object:
    """What the item says."""
    rows = tally.contents[CONFERENCE.name]
    return next((row[1] for row in rows if row[0] == _label(name)), None)


def _label(name: str) -> str:
    return next(each.header for each in ITEMS if each.name == name)


def _facts(tally: Tally) -> None:
    _day(tally, "date", "date")
    _day(tally, "last_day", "question_deadline", "-1", last_day_before)
    expected = said(tally, "expected_delegates")
    known = isinstance(expected, int | float)
    _fact(tally, "expected", _figure_in("expected_delegates"), expected if known else "")
    led = (filled("content"), filled("lead"))
    for name, sheet, tests in (("invited", DELEGATES, INVITED), ("assigned", QUESTIONS, led)):
        tally.counts[name] = len(passing(tally.contents[sheet.name], sheet, tests, tally.day))
        _fact(tally, name, number(sheet, *tests), tally.counts[name])
    tally.counts["lines"] = tally.lines
    _fact(tally, "lines", f"SUM({SIZES})", tally.lines)


def _fact(tally: Tally, name: str, formula: str, result: object) -> None:
    assert isinstance(result, Result)
    row = TOP + sum(at.startswith(f"'{TALLY}'!$B$") for at in tally.at.values())
    tally.live.page.cell(row, 1, name)
    tally.live.put_array(cell_at(2, row), formula, result)
    tally.at[name] = ref(2, row)


def _figure_in(name: str, then: str = "") -> str:
    """The item's number or day, ``""`` where it is none."""
    return f'IFERROR(IF(ISNUMBER({item(name)}),{item(name)}{then},""),"")'


def _day(
    tally: Tally,
    name: str,
    of: str,
    then: str = "",
    reckoned: Callable[[dt.date], dt.date] = lambda day: day,
) -> None:
    day = said(tally, of)
    tally.days[name] = reckoned(day) if isinstance(day, dt.date) else None
    _fact(tally, name, _figure_in(of, then), tally.days[name] or "")


# --- figures --------------------------------------------------------------------------------


def _count(tally: Tally, figure: Figure, column: int) -> None:
    """The figure, where its block begins, and the first of its rows."""
    live, count = tally.live, cell_at(column, COUNTS_ROW)
    for row, label in (
        (LABELS_ROW, figure.label),
        (TITLES_ROW, figure.sheet.title),
        (VIEWS_ROW, VIEWS.index((figure.sheet, figure.view)) + 1),
    ):
        live.page.cell(row, column, label)
    condition, places, rows = _condition(tally, figure)
    live.put_array(count, f"SUM({condition})", len(rows))
    tally.at[figure.name], tally.counts[figure.name] = ref(column, COUNTS_ROW), len(rows)
    _start(tally, figure, column)
    if not figure.listed:
        live.page.cell(SIZES_ROW, column, 0)
        return
    tally.rows[figure.name] = rows
    size = f"IF({count}=0,0,MIN({count},{SHOWN})+({count}>{SHOWN})+2)"
    live.put(cell_at(column, SIZES_ROW), size, size_of_block(len(rows)))
    formula = first_places(condition, places, SHOWN)
    live.put_column(list_at(column, SHOWN), formula, rows[:SHOWN])


def _start(tally: Tally, figure: Figure, column: int) -> None:
    """The block begins where the one before ends."""
    before = f"{cell_at(column - 1, STARTS_ROW)}+{cell_at(column - 1, SIZES_ROW)}"
    tally.starts[figure.name] = tally.lines + 1
    formula = "1" if column == FIRST_FIGURE else before
    tally.live.put(cell_at(column, STARTS_ROW), formula, tally.lines + 1)
    tally.at[f"{figure.name}.start"] = ref(column, STARTS_ROW)


def _condition(tally: Tally, figure: Figure) -> tuple[str, str, list[int]]:
    """Where the figure's rows are: an array of 0 and 1, their places, and the rows found here."""
    if figure.name == UNREPRESENTED:
        alone = sorted(each.row for each in tally.ranking if each.is_alone)
        flags, rows = ref_area(RANK_ALONE, TOP, LAST), ref_area(RANK_ROW, TOP, LAST)
        return flags, rows, alone
    rows_there = f"ROW({cells(figure.sheet, figure.tests[0].column)})"
    found = passing(tally.contents[figure.sheet.name], figure.sheet, figure.tests, tally.day)
    return mask(figure.sheet, *figure.tests), rows_there, found


# --- groups and states ----------------------------------------------------------------------


def _order_groups(tally: Tally) -> None:
    """The rows of the groups by their rank, those without one last."""
    rows = tally.contents[GROUPS.name]
    ranks = column_of(rows, GROUPS, "rank")

    def rank(row: int) -> float:
        value = ranks[row - FIRST_ROW]
        return value if isinstance(value, int | float) else _STEP - 1

    found = passing(rows, GROUPS, [filled("code")], tally.day)
    tally.groups = sorted(found, key=rank)[:GROUPS_SHOWN]
    of = cells(GROUPS, "rank")
    key = f"IF(ISNUMBER({of}),{of},{_STEP - 1})*{_STEP}+ROW({of})"
    ordered = f'SMALL(IF({mask(GROUPS, filled("code"))},{key},""),ROW($1:${GROUPS_SHOWN}))'
    formula = f'IFERROR(MOD({ordered},{_STEP}),"")'
    tally.live.put_column(list_at(GROUP_ROW, GROUPS_SHOWN), formula, tally.groups)


def _count_states(tally: Tally, name: str) -> None:
    """How many rows are in each state, and how many say none."""
    sheet, column = STATES[name], STATE_COLUMNS[name]
    tests = [(state, is_any("status", state)) for state in sheet["status"].choices]
    tally.states[name] = []
    for row, (label, test) in enumerate([*tests, (UNSAID, blank("status"))], start=TOP):
        both = (filled(KEYS[name]), test)
        count = len(passing(tally.contents[name], sheet, both, tally.day))
        tally.live.page.cell(row, column, label)
        counted = tally.live.put_array(cell_at(column + 1, row), number(sheet, *both), count)
        counted.number_format = FORMAT
        tally.states[name].append(count)
