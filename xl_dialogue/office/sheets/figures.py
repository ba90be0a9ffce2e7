"""The figures of "what is still missing", each declared once.

From a declaration are made its number on `Tổng quan` and on the guide, its block of rows on
`Cần xử lý` and the link between them. A condition is told twice in one breath: to Excel as a
formula over whole columns, and to Python as a test of a row, so that the results are in the file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from xl_dialogue.office.sheets.data import Row
from xl_dialogue.plan.findings import Severity
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import (
    ANSWERED,
    DASHBOARD_TITLE,
    DELEGATES,
    DEPARTMENTS,
    DONE,
    FINDINGS,
    INVITED_STATUSES,
    QUESTIONS,
    TASKS,
)

FIRST_ROW, LAST_ROW = 2, 5000
"""Dropdowns, hints, colours and counts reach down to the last, so that rows may be added."""
TODAY = f"'{DASHBOARD_TITLE}'!$H$1"
"""The day that everything is reckoned from: the one cell that asks for today's date."""

TALLY = "_so_lieu"
"""The hidden sheet where everything is counted."""
FIRST_END = 20
"""Its row from which the last rows of the sheets stand, in column B."""
KEYS: dict[str, str] = {
    "delegates": "full_name",
    "questions": "content",
    "tasks": "content",
    "departments": "code",
    "groups": "code",
    "findings": "severity",
    "register": "kind",
}
"""The sheets that are counted, each with the column without which a row is none."""

Contents = Mapping[str, Sequence[Row]]


class Test(NamedTuple):
    """What a column's cell must be; ``{0}`` stands for the column's cells."""

    column: str
    formula: str
    holds: Callable[[object, dt.date], bool]


class View(NamedTuple):
    """The columns that a block shows of a row; ``""`` where the sheet has none."""

    code: str
    words: str
    whose: str
    date: str


_VIEWS = {
    "delegates": View("code", "full_name", "unit", ""),
    "questions": View("code", "content", "lead", "due"),
    "tasks": View("code", "content", "lead", "deadline"),
    "departments": View("code", "name", "", ""),
    "findings": View("place", "message", "", ""),
}


@dataclass(frozen=True)
class Figure:
    """A number that says what is still to be done, and the rows that it counts."""

    name: str
    label: str
    sheet: Sheet
    tests: tuple[Test, ...] = ()
    urgent: bool = True
    """Whether anything but nought must be acted on."""
    listed: bool = True
    """Whether its rows have a block of their own."""
    whose: str = ""
    """The column that says whose a row is, where it is not the sheet's usual one."""

    @property
    def view(self) -> View:
        code, words, whose, date = _VIEWS[self.sheet.name]
        return View(code, words, self.whose or whose, date)


# --- conditions -----------------------------------------------------------------------------


def filled(column: str) -> Test:
    return Test(column, "(LEN(TRIM({0}))>0)", lambda cell, _: text(cell) != "")


def blank(column: str) -> Test:
    return Test(column, "(LEN(TRIM({0}))=0)", lambda cell, _: text(cell) == "")


def is_any(column: str, *words: str) -> Test:
    either = "+".join(f'(TRIM({{0}})="{word}")' for word in words)
    return Test(column, f"(({either})>0)", lambda cell, _: text(cell) in words)


def is_not(column: str, word: str) -> Test:
    return Test(column, f'(TRIM({{0}})<>"{word}")', lambda cell, _: text(cell) != word)


def is_past(column: str) -> Test:
    formula = f"(ISNUMBER({{0}})*({{0}}<{TODAY}))"
    return Test(column, formula, lambda cell, day: isinstance(cell, dt.date) and cell < day)


INVITED = (filled("full_name"), is_any("status", *INVITED_STATUSES))
"""A delegate who gets an invitation, as ``plan.bodies.invited`` has it."""
_QUESTION, _TASK = filled("content"), filled("content")
_NO_LEAD = blank("lead")

DELEGATES_LISTED, QUESTIONS_RECEIVED = "delegates", "questions"
UNREPRESENTED = "unrepresented"
"""Its rows are found by the ranking of the departments."""

FIGURES: tuple[Figure, ...] = (
    Figure(
        DELEGATES_LISTED, "Đại biểu trong danh sách", DELEGATES, (filled("full_name"),),
        urgent=False, listed=False,
    ),
    Figure(
        QUESTIONS_RECEIVED, "Câu hỏi đã nhận", QUESTIONS, (_QUESTION,),
        urgent=False, listed=False,
    ),
    Figure("no_group", "Đại biểu chưa có nhóm", DELEGATES, (filled("full_name"), blank("group"))),
    Figure(
        "unassigned", "Câu hỏi chưa có đơn vị chủ trì", QUESTIONS, (_QUESTION, _NO_LEAD),
        whose="unit",
    ),
    Figure(
        "waiting", "Câu hỏi đã giao, đang chờ trả lời", QUESTIONS,
        (_QUESTION, filled("lead"), is_not("status", ANSWERED)), urgent=False,
    ),
    Figure(
        "overdue", "Câu hỏi quá hạn mà chưa trả lời", QUESTIONS,
        (_QUESTION, is_past("due"), is_not("status", ANSWERED)),
    ),
    Figure(
        "no_due", "Kết luận chưa có hạn thực hiện", QUESTIONS, (filled("conclusion"), blank("due"))
    ),
    Figure(UNREPRESENTED, "Cơ quan có câu hỏi mà chưa mời ai", DEPARTMENTS),
    Figure("task_no_lead", "Nhiệm vụ chưa có đơn vị chủ trì", TASKS, (_TASK, _NO_LEAD)),
    Figure("task_no_date", "Nhiệm vụ chưa có hạn", TASKS, (_TASK, blank("deadline"))),
    Figure(
        "task_overdue", "Nhiệm vụ quá hạn", TASKS,
        (_TASK, is_past("deadline"), is_not("status", DONE)),
    ),
    Figure(
        "task_open", "Nhiệm vụ chưa hoàn thành", TASKS, (_TASK, is_not("status", DONE)),
        urgent=False,
    ),
    Figure(
        "errors", "Lỗi trong lần kiểm tra gần nhất", FINDINGS,
        (is_any("severity", Severity.ERROR.value.vi),),
    ),
    Figure(
        "warnings", "Điều nên xem trong lần kiểm tra gần nhất", FINDINGS,
        (is_any("severity", Severity.WARNING.value.vi),), urgent=False,
    ),
)  # fmt: skip
LISTED = tuple(figure for figure in FIGURES if figure.listed)
VIEWS = tuple(dict.fromkeys((figure.sheet, figure.view) for figure in FIGURES))
BY_FIGURE = {figure.name: figure for figure in FIGURES}


# --- told to Excel --------------------------------------------------------------------------


def place(sheet: Sheet, column: str) -> int:
    """The column's number, from 0."""
    return [c.name for c in sheet.columns].index(column)


def whole(sheet: Sheet, column: str) -> str:
    """All cells of the column from row 1: the n-th is that of row n."""
    letter = get_column_letter(place(sheet, column) + 1)
    return f"'{sheet.title}'!${letter}$1:${letter}${LAST_ROW}"


def cells(sheet: Sheet, column: str) -> str:
    """The column's cells down to the sheet's last row, so that arrays are no longer than that."""
    letter = get_column_letter(place(sheet, column) + 1)
    last = f"INDEX({whole(sheet, column)},{end_of(sheet)})"
    return f"'{sheet.title}'!${letter}${FIRST_ROW}:{last}"


def end_of(sheet: Sheet) -> str:
    """The cell of the hidden sheet that holds the number of the sheet's last row."""
    return f"'{TALLY}'!$B${FIRST_END + list(KEYS).index(sheet.name)}"


def mask(sheet: Sheet, *tests: Test) -> str:
    """An array of 1 where a row passes all tests; a cell that is an error passes none."""
    each = "*".join(test.formula.format(cells(sheet, test.column)) for test in tests)
    return f"IFERROR({each},0)"


def number(sheet: Sheet, *tests: Test) -> str:
    """How many rows pass, as a formula over arrays."""
    return f"SUM({mask(sheet, *tests)})"


def first_places(condition: str, places: str, count: int) -> str:
    """The least so many of the places where the condition holds, as a formula over arrays."""
    return f'IFERROR(SMALL(IF({condition},{places},""),ROW($1:${count})),"")'


# --- told to Python -------------------------------------------------------------------------


def column_of(rows: Sequence[Row], sheet: Sheet, column: str) -> list[object]:
    """The column's cells, the first from Excel's row 2."""
    at = place(sheet, column)
    return [row[at] for row in rows]


def passing(rows: Sequence[Row], sheet: Sheet, tests: Sequence[Test], day: dt.date) -> list[int]:
    """The Excel rows that pass all tests."""
    at = [place(sheet, test.column) for test in tests]
    return [
        number
        for number, row in enumerate(rows, start=FIRST_ROW)
        if all(test.holds(row[i], day) for test, i in zip(tests, at, strict=True))
    ]
