"""Counting for `Tổng quan`: every formula of the hidden sheet, and what it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from xl_dialogue.office.sheets.charts import FORMAT
from xl_dialogue.office.sheets.conditions import (
    INVITED,
    SINGLE,
    blank,
    filled,
    is_any,
    mask,
    number,
    passing,
)
from xl_dialogue.office.sheets.figures import FIGURES, UNREPRESENTED, VIEWS, Figure
from xl_dialogue.office.sheets.leads import rank_leads
from xl_dialogue.office.sheets.ledger import (
    COUNTS_ROW,
    FACTS,
    FIRST_FACT,
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
    STEP,
    TITLES_ROW,
    TOP,
    VIEWS_ROW,
    Ledger,
    cell_at,
    list_at,
    ref,
    ref_area,
    size_of_block,
    states_of,
)
from xl_dialogue.office.sheets.live import Live, Result
from xl_dialogue.office.sheets.ranges import (
    COUNTED,
    FIRST_END,
    FIRST_ROW,
    LEDGER_TITLE,
    Contents,
    cells,
    column_of,
    whole,
)
from xl_dialogue.plan.calendar import last_day_before
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE, DELEGATES, GROUPS, QUESTIONS

if TYPE_CHECKING:
    from openpyxl import Workbook

UNSAID = "Chưa ghi"
"""What a row without a state is counted as."""


def add_ledger(made: Workbook, contents: Contents, day: dt.date) -> Ledger:
    """Put the hidden sheet last; the results are those as of the day."""
    page = made.create_sheet(LEDGER_TITLE)
    page.sheet_properties.codeName = "shLedger"
    page.sheet_state = "hidden"
    ledger = Ledger(contents, day, Live(page))
    _find_ends(ledger)
    rank_leads(ledger)
    for column, figure in enumerate(FIGURES, start=FIRST_FIGURE):
        _count(ledger, figure, column)
    _facts(ledger)
    _order_groups(ledger)
    for name in STATES:
        _count_states(ledger, name)
    return ledger


def _find_ends(ledger: Ledger) -> None:
    """The last row of each sheet that is counted."""
    for row, (name, counted) in enumerate(COUNTED.items(), start=FIRST_END):
        sheet, key = BY_NAME[name], counted.key
        ledger.live.page.cell(row, 1, f"Dòng cuối của trang {sheet.title}")
        area = whole(sheet, key)
        found = passing(ledger.contents[name], sheet, [filled(key)], ledger.day)
        formula = f"MAX(IFERROR((LEN(TRIM({area}))>0)*ROW({area}),0),{FIRST_ROW})"
        ledger.live.put_array(cell_at(2, row), formula, max([FIRST_ROW, *found]))


# --- facts ----------------------------------------------------------------------------------


def item(name: str) -> str:
    """The value of an item of the conference, wherever its row stands."""
    found = f'MATCH("{_label(name)}",{whole(CONFERENCE, "item")},0)'
    return f"INDEX({whole(CONFERENCE, 'value')},{found})"


def said(ledger: Ledger, name: str) -> object:
    """What the item says."""
    rows = ledger.contents[CONFERENCE.name]
    return next((row[1] for row in rows if row[0] == _label(name)), None)


def _label(name: str) -> str:
    return next(each.header for each in ITEMS if each.name == name)


def _facts(ledger: Ledger) -> None:
    _day(ledger, "date", "date")
    _day(ledger, "last_day", "question_deadline", "-1", last_day_before)
    expected = said(ledger, "expected_delegates")
    known = isinstance(expected, int | float)
    _fact(ledger, "expected", _figure_in("expected_delegates"), expected if known else "")
    led = (*SINGLE, filled("lead"))
    for name, sheet, conditions in (("invited", DELEGATES, INVITED), ("assigned", QUESTIONS, led)):
        ledger.counts[name] = len(
            passing(ledger.contents[sheet.name], sheet, conditions, ledger.day)
        )
        _fact(ledger, name, number(sheet, *conditions), ledger.counts[name])
    ledger.counts["lines"] = ledger.lines
    _fact(ledger, "lines", f"SUM({SIZES})", ledger.lines)


def _fact(ledger: Ledger, name: str, formula: str, result: object) -> None:
    assert isinstance(result, Result)
    row = FIRST_FACT + FACTS.index(name)
    ledger.live.page.cell(row, 1, name)
    ledger.live.put_array(cell_at(2, row), formula, result)
    ledger.at[name] = ref(2, row)


def _figure_in(name: str, then: str = "") -> str:
    """The item's number or day, ``""`` where it is none."""
    return f'IFERROR(IF(ISNUMBER({item(name)}),{item(name)}{then},""),"")'


def _day(
    ledger: Ledger,
    name: str,
    of: str,
    then: str = "",
    reckoned: Callable[[dt.date], dt.date] = lambda day: day,
) -> None:
    day = said(ledger, of)
    ledger.days[name] = reckoned(day) if isinstance(day, dt.date) else None
    _fact(ledger, name, _figure_in(of, then), ledger.days[name] or "")


# --- figures --------------------------------------------------------------------------------


def _count(ledger: Ledger, figure: Figure, column: int) -> None:
    """The figure, where its block begins, and the first of its rows."""
    live, count = ledger.live, cell_at(column, COUNTS_ROW)
    for row, label in (
        (LABELS_ROW, figure.label),
        (TITLES_ROW, figure.sheet.title),
        (VIEWS_ROW, VIEWS.index((figure.sheet, figure.view)) + 1),
    ):
        live.page.cell(row, column, label)
    condition, places, rows = _condition(ledger, figure)
    live.put_array(count, f"SUM({condition})", len(rows))
    ledger.at[figure.name], ledger.counts[figure.name] = ref(column, COUNTS_ROW), len(rows)
    _start(ledger, figure, column)
    if not figure.listed:
        live.page.cell(SIZES_ROW, column, 0)
        return
    ledger.rows[figure.name] = rows
    size = f"IF({count}=0,0,MIN({count},{SHOWN})+({count}>{SHOWN})+2)"
    live.put(cell_at(column, SIZES_ROW), size, size_of_block(len(rows)))
    formula = f'IFERROR(SMALL(IF({condition},{places},""),ROW($1:${SHOWN})),"")'
    live.put_column(list_at(column, SHOWN), formula, rows[:SHOWN])


def _start(ledger: Ledger, figure: Figure, column: int) -> None:
    """The block begins where the one before ends."""
    before = f"{cell_at(column - 1, STARTS_ROW)}+{cell_at(column - 1, SIZES_ROW)}"
    ledger.starts[figure.name] = ledger.lines + 1
    formula = "1" if column == FIRST_FIGURE else before
    ledger.live.put(cell_at(column, STARTS_ROW), formula, ledger.lines + 1)
    ledger.at[f"{figure.name}.start"] = ref(column, STARTS_ROW)


def _condition(ledger: Ledger, figure: Figure) -> tuple[str, str, list[int]]:
    """Where the figure's rows are: an array of 0 and 1, their places, and the rows found here."""
    if figure.name == UNREPRESENTED:
        alone = sorted(each.row for each in ledger.ranking if each.is_alone)
        flags, rows = ref_area(RANK_ALONE, TOP, LAST), ref_area(RANK_ROW, TOP, LAST)
        return flags, rows, alone
    rows_there = f"ROW({cells(figure.sheet, figure.conditions[0].column)})"
    found = passing(ledger.contents[figure.sheet.name], figure.sheet, figure.conditions, ledger.day)
    return mask(figure.sheet, *figure.conditions), rows_there, found


# --- groups and states ----------------------------------------------------------------------


def _order_groups(ledger: Ledger) -> None:
    """The rows of the groups by their rank, those without one last."""
    rows = ledger.contents[GROUPS.name]
    ranks = column_of(rows, GROUPS, "rank")

    def rank(row: int) -> float:
        value = ranks[row - FIRST_ROW]
        return value if isinstance(value, int | float) else STEP - 1

    found = passing(rows, GROUPS, [filled("code")], ledger.day)
    ledger.groups = sorted(found, key=rank)[:GROUPS_SHOWN]
    of = cells(GROUPS, "rank")
    key = f"IF(ISNUMBER({of}),{of},{STEP - 1})*{STEP}+ROW({of})"
    ordered = f'SMALL(IF({mask(GROUPS, filled("code"))},{key},""),ROW($1:${GROUPS_SHOWN}))'
    formula = f'IFERROR(MOD({ordered},{STEP}),"")'
    ledger.live.put_column(list_at(GROUP_ROW, GROUPS_SHOWN), formula, ledger.groups)


def _count_states(ledger: Ledger, name: str) -> None:
    """How many rows are in each state, and how many say none."""
    sheet, column = STATES[name], STATE_COLUMNS[name]
    states = [(state, is_any("status", state)) for state in states_of(sheet)]
    ledger.states[name] = []
    for row, (label, state) in enumerate([*states, (UNSAID, blank("status"))], start=TOP):
        both = (*(SINGLE if sheet is QUESTIONS else (filled(COUNTED[name].key),)), state)
        count = len(passing(ledger.contents[name], sheet, both, ledger.day))
        ledger.live.page.cell(row, column, label)
        counted = ledger.live.put_array(cell_at(column + 1, row), number(sheet, *both), count)
        counted.number_format = FORMAT
        ledger.states[name].append(count)
