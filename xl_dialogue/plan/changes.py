"""What a job would write: decided first, applied in one place, shown and undone from there."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """One cell: declared names of sheet and column, the Excel row, the value before and after."""

    sheet: str
    row: int
    column: str
    old: object
    new: object
