"""What a cell of a row must be, told twice in one breath.

To Excel as a formula over a whole column or over one cell, and to Python as a question about a
value, so that the results are in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xl_dialogue.office.sheets.data import Row
from xl_dialogue.office.sheets.ranges import FIRST_ROW, cells, place
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, INVITED_STATUSES, SPLIT

TODAY = f"'{DASHBOARD_TITLE}'!$H$1"
"""The day that everything is reckoned from: the one cell that asks for today's date."""


@dataclass(frozen=True)
class Condition:
    """What a column's cell must be; in the formula ``{0}`` is the cell, or the column's cells."""

    column: str
    formula: str
    holds: Callable[[object, dt.date], bool]

    def over(self, cells: str, today: str = TODAY) -> str:
        """The formula over those cells."""
        return self.formula.format(cells, today=today)


def filled(column: str) -> Condition:
    return Condition(column, "(LEN(TRIM({0}))>0)", lambda cell, _: text(cell) != "")


def blank(column: str) -> Condition:
    return Condition(column, "(LEN(TRIM({0}))=0)", lambda cell, _: text(cell) == "")


def is_any(column: str, *words: str) -> Condition:
    either = "+".join(f'(TRIM({{0}})="{word}")' for word in words)
    return Condition(column, f"(({either})>0)", lambda cell, _: text(cell) in words)


def is_not(column: str, word: str) -> Condition:
    """A cell that is an error is not the word either."""
    formula = f'(IFERROR(TRIM({{0}}),"")<>"{word}")'
    return Condition(column, formula, lambda cell, _: text(cell) != word)


def is_past(column: str) -> Condition:
    formula = "(ISNUMBER({0})*({0}<{today}))"
    return Condition(column, formula, lambda cell, day: isinstance(cell, dt.date) and cell < day)


INVITED = (filled("full_name"), is_any("status", *INVITED_STATUSES))
"""A delegate who gets an invitation, as ``plan.bodies.invited`` has it."""
SINGLE = (filled("content"), is_not("status", SPLIT), blank("duplicate_of"))
"""A question that counts and says something: as ``plan.counted.single`` has those with content,
where no reference is at fault."""


# --- over a sheet ---------------------------------------------------------------------------


def all_of(sheet: Sheet, *conditions: Condition) -> str:
    """An array of 1 where a row meets all conditions; an error where a cell is one."""
    return "*".join(each.over(cells(sheet, each.column)) for each in conditions)


def mask(sheet: Sheet, *conditions: Condition) -> str:
    """An array of 1 where a row meets all conditions; a cell that is an error meets none."""
    return f"IFERROR({all_of(sheet, *conditions)},0)"


def number(sheet: Sheet, *conditions: Condition) -> str:
    """How many rows meet them, as a formula over arrays."""
    return f"SUM({mask(sheet, *conditions)})"


def passing(
    rows: Sequence[Row], sheet: Sheet, conditions: Sequence[Condition], day: dt.date
) -> list[int]:
    """The Excel rows that meet all conditions."""
    at = [place(sheet, each.column) for each in conditions]
    return [
        number
        for number, row in enumerate(rows, start=FIRST_ROW)
        if all(each.holds(row[i], day) for each, i in zip(conditions, at, strict=True))
    ]
