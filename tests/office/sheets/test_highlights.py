"""The colours of the plan's cells: they say the same as the figures."""

from __future__ import annotations

import pytest
from openpyxl import Workbook as Book
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from worked_plans import COLOURS, TODAY, counted

from xl_dialogue.looks import AMBER_FILL, RED_FILL
from xl_dialogue.office.sheets.figures import BY_FIGURE
from xl_dialogue.office.sheets.ranges import LAST_ROW, place
from xl_dialogue.plan.plan import Plan


@pytest.mark.parametrize(
    ("name", "column", "fill"),
    [
        ("unassigned", "lead", AMBER_FILL),
        ("overdue", "due", RED_FILL),
        ("task_no_lead", "lead", AMBER_FILL),
        ("task_overdue", "deadline", RED_FILL),
        ("errors", "severity", RED_FILL),
        ("warnings", "severity", AMBER_FILL),
    ],
)
def test_a_cell_is_coloured_where_a_figure_counts_its_row(
    plans: dict[str, Plan], reckoned: dict[str, Book], name: str, column: str, fill: PatternFill
) -> None:
    sheet = BY_FIGURE[name].sheet
    letter = get_column_letter(place(sheet, column) + 1)
    rule = f"{sheet.name} {letter}2:{letter}{LAST_ROW} {fill.bgColor.rgb}"
    told = {said: below for said, *below in reckoned["worked"][COLOURS].iter_cols(values_only=True)}
    coloured = [row for row, said in enumerate(told[rule], start=2) if said]
    assert coloured == counted(plans["worked"], TODAY)[name]
