"""The colours that say what needs attention: most of them are those of a figure's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter

from xl_dialogue.looks import (
    AMBER_FILL,
    DARK_RED,
    GREEN_FILL,
    MUTED_FILL,
    RED_FILL,
)
from xl_dialogue.office.sheets.conditions import Condition, filled, is_any
from xl_dialogue.office.sheets.figures import BY_FIGURE
from xl_dialogue.office.sheets.ranges import FIRST_ROW, LAST_ROW
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import ANSWERED, DELEGATES, DONE, QUESTIONS, TASKS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

*_, _CONFIRMED, _ABSENT = DELEGATES["status"].choices


class Highlight(NamedTuple):
    """Cells of a row, from a column to another, that take a colour where all conditions hold."""

    sheet: Sheet
    columns: tuple[str, str]
    conditions: tuple[Condition, ...]
    legend: str
    fill: PatternFill
    font: Font | None = None


def _figure(name: str, column: str, fill: PatternFill, font: Font | None = None) -> Highlight:
    """The column's cells in the rows that the figure counts."""
    figure = BY_FIGURE[name]
    where = (column, column)
    return Highlight(figure.sheet, where, figure.conditions, figure.label, fill, font)


def _state(sheet: Sheet, state: str, legend: str) -> Highlight:
    """The state that is aimed at."""
    where = ("status", "status")
    return Highlight(sheet, where, (is_any("status", state),), legend, GREEN_FILL)


HIGHLIGHTS = (
    _figure("unassigned", "lead", AMBER_FILL),
    _figure("overdue", "due", RED_FILL, DARK_RED),
    _state(QUESTIONS, ANSWERED, "Câu hỏi đã trả lời"),
    Highlight(QUESTIONS, ("lock", "lock"), (filled("lock"),), "Dòng đã khóa", MUTED_FILL),
    _figure("task_no_lead", "lead", AMBER_FILL),
    _figure("task_overdue", "deadline", RED_FILL, DARK_RED),
    _state(TASKS, DONE, "Nhiệm vụ đã hoàn thành"),
    _state(DELEGATES, _CONFIRMED, "Đại biểu đã xác nhận"),
    Highlight(
        DELEGATES, ("code", "note"), (is_any("status", _ABSENT),), "Đại biểu vắng", MUTED_FILL
    ),
    _figure("errors", "severity", RED_FILL, DARK_RED),
    _figure("warnings", "severity", AMBER_FILL),
)


def add_highlights(page: Worksheet, sheet: Sheet) -> None:
    """The sheet's highlights, down to the last row that may be filled."""
    letters = {c.name: get_column_letter(n) for n, c in enumerate(sheet.columns, start=1)}
    for highlight in (each for each in HIGHLIGHTS if each.sheet is sheet):
        first, last = (letters[name] for name in highlight.columns)
        formula = "*".join(
            each.over(f"${letters[each.column]}{FIRST_ROW}", "TODAY()")
            for each in highlight.conditions
        )
        look = DifferentialStyle(fill=highlight.fill, font=highlight.font)
        area = f"{first}{FIRST_ROW}:{last}{LAST_ROW}"
        page.conditional_formatting.add(area, Rule("expression", formula=[formula], dxf=look))
