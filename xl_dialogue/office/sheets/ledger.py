"""The hidden sheet behind `Tổng quan`: what stands where, and what was counted.

A column for each figure: its label, sheet, count, where its block begins on `Cần xử lý`, and from
``TOP`` down the first of its rows. Before them, in column B, the last row of each sheet and the
facts; beside them the ranking of the departments, the order of the groups and the states. Each
array formula stands once and fills a whole column, so that a change in the workbook costs one pass
over a sheet for each figure, not one for each line that is shown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from xl_dialogue.office.sheets.figures import FIGURES
from xl_dialogue.office.sheets.live import Live
from xl_dialogue.office.sheets.ranges import COUNTED, FIRST_END, LEDGER_TITLE, Contents
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import DELEGATES, QUESTIONS, SPLIT, TASKS

SHOWN = 40
"""Rows of a figure, and departments of the ranking, that are shown."""
GROUPS_SHOWN = 12
STEP = 10000
"""More than a sheet has rows: a count or a rank times this, and a row, make a key to sort by."""
LABELS_ROW, TITLES_ROW, VIEWS_ROW, COUNTS_ROW, SIZES_ROW, STARTS_ROW, TOP = range(1, 8)
"""The rows of a figure; lists run from the last one down."""
LAST = TOP + SHOWN - 1
FIRST_FIGURE = 4
RANK_KEY = FIRST_FIGURE + len(FIGURES) + 1
RANK_ROW, RANK_CODE, RANK_NAMES, RANK_COUNT, RANK_INVITED, RANK_ALONE = range(
    RANK_KEY + 1, RANK_KEY + 7
)
GROUP_ROW = RANK_ALONE + 2
FACTS = ("date", "last_day", "expected", "invited", "assigned", "lines")
"""What is told of the conference and of all sheets, each with its value in column B."""
FIRST_FACT = FIRST_END + len(COUNTED)
STATES = {"questions": QUESTIONS, "delegates": DELEGATES, "tasks": TASKS}
"""The sheets that are counted by state."""
STATE_COLUMNS = {name: GROUP_ROW + 2 + 3 * n for n, name in enumerate(STATES)}
"""The column of each one's states; the counts stand in the next."""


@dataclass(frozen=True)
class Ranked:
    """A department that leads questions, and how many of it are invited."""

    row: int
    code: str
    questions: int
    invited: int
    names: str
    """Its code, name and other names between semicolons."""
    is_alone: bool
    """Nobody comes from it, and it does not stand for several others."""


@dataclass
class Ledger:
    """What was counted, as of a day, and where it stands on the hidden sheet."""

    contents: Contents
    day: dt.date
    live: Live
    at: dict[str, str] = field(default_factory=dict)
    """Name of a figure or fact -> its cell, as any sheet writes it."""
    counts: dict[str, int] = field(default_factory=dict)
    """Name of a figure or of a fact that is a number -> what it is."""
    days: dict[str, dt.date | None] = field(default_factory=dict)
    rows: dict[str, list[int]] = field(default_factory=dict)
    """Name of a figure -> the Excel rows that it counts."""
    starts: dict[str, int] = field(default_factory=dict)
    """Name of a figure -> the line of `Cần xử lý` where its block begins, from 1."""
    ranking: list[Ranked] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    """The Excel rows of the groups in their order."""
    states: dict[str, list[int]] = field(default_factory=dict)

    @property
    def lines(self) -> int:
        """Lines of all blocks so far."""
        return sum(size_of_block(len(rows)) for rows in self.rows.values())


def size_of_block(count: int) -> int:
    """Its heading, its rows, a word on those left out, a blank line; nothing without rows."""
    return min(count, SHOWN) + (count > SHOWN) + 2 if count else 0


def states_of(sheet: Sheet) -> tuple[str, ...]:
    """The states that are counted: a question that was taken apart counts no more."""
    return tuple(state for state in sheet["status"].choices if state != SPLIT)


# --- addresses ------------------------------------------------------------------------------


def cell_at(column: int, row: int) -> str:
    """A cell as the hidden sheet itself writes it."""
    return f"{get_column_letter(column)}{row}"


def list_at(column: int, count: int) -> str:
    """A list of the hidden sheet, from the top down."""
    return f"{cell_at(column, TOP)}:{cell_at(column, TOP + count - 1)}"


def ref(column: int, row: int) -> str:
    """A cell as any sheet writes it."""
    return f"'{LEDGER_TITLE}'!${get_column_letter(column)}${row}"


def ref_area(column: int, row: int, last_row: int, last_column: int | None = None) -> str:
    """An area as any sheet writes it."""
    return f"{ref(column, row)}:${get_column_letter(last_column or column)}${last_row}"


def _figures(row: int, last: int | None = None) -> str:
    return ref_area(FIRST_FIGURE, row, last or row, FIRST_FIGURE + len(FIGURES) - 1)


LABELS, TITLES, VIEW_NUMBERS = _figures(LABELS_ROW), _figures(TITLES_ROW), _figures(VIEWS_ROW)
COUNTS, SIZES, STARTS = _figures(COUNTS_ROW), _figures(SIZES_ROW), _figures(STARTS_ROW)
PLACES = _figures(TOP, LAST)
