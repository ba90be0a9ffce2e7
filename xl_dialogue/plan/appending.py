"""New rows of a sheet, as changes like any other: shown, journalled and undone with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan


def appended(plan: Plan, sheet: str, rows: Sequence[Mapping[str, object]]) -> list[Change]:
    """The rows below the last of the sheet, by declared column.

    Blanks, and columns that the workbook's sheet does not have, give no change.
    """
    first, known = first_free_row(plan, sheet), plan.cells[sheet].letters
    return [
        Change(sheet, number, column, None, value)
        for number, row in enumerate(rows, first)
        for column, value in row.items()
        if column in known and value not in (None, "")
    ]


def first_free_row(plan: Plan, sheet: str) -> int:
    """The Excel row below the last that holds anything."""
    cells = plan.cells[sheet]
    return max((int(row) + 1 for row in cells.values.index), default=cells.first)


def rows_beyond(plan: Plan, sheet: str, rows: set[int]) -> list[int]:
    """Those of the rows that the sheet does not have yet, in order."""
    return sorted(rows - set(map(int, plan.cells[sheet].values.index)))
