"""The figures of "what is still missing", each declared once.

From a declaration are made its number on `Tổng quan` and on the guide, its block of rows on
`Cần xử lý`, the link between them, and the colour of the cells where they are filled in.
"""

from __future__ import annotations

from dataclasses import dataclass

from xl_dialogue.office.sheets.conditions import (
    SINGLE,
    Condition,
    blank,
    filled,
    is_any,
    is_not,
    is_past,
)
from xl_dialogue.office.sheets.ranges import COUNTED, View
from xl_dialogue.plan.findings import Severity
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import (
    ANSWERED,
    DELEGATES,
    DEPARTMENTS,
    DONE,
    FINDINGS,
    QUESTIONS,
    TASKS,
)


@dataclass(frozen=True)
class Figure:
    """A number that says what is still to be done, and the rows that it counts."""

    name: str
    label: str
    sheet: Sheet
    conditions: tuple[Condition, ...] = ()
    urgent: bool = True
    """Whether anything but nought must be acted on."""
    listed: bool = True
    """Whether its rows have a block of their own."""
    whose: str = ""
    """The column that says whose a row is, where it is not the sheet's usual one."""

    @property
    def view(self) -> View:
        usual = COUNTED[self.sheet.name].view
        return usual._replace(whose=self.whose or usual.whose)


_TASK = filled("content")
_NO_LEAD = blank("lead")

UNREPRESENTED = "unrepresented"
"""Its rows are found by the ranking of the departments."""

FIGURES: tuple[Figure, ...] = (
    Figure(
        "delegates", "Đại biểu trong danh sách", DELEGATES, (filled("full_name"),),
        urgent=False, listed=False,
    ),
    Figure(
        "questions", "Câu hỏi đã nhận, câu trùng tính một lần", QUESTIONS, SINGLE,
        urgent=False, listed=False,
    ),
    Figure("no_group", "Đại biểu chưa có nhóm", DELEGATES, (filled("full_name"), blank("group"))),
    Figure(
        "unassigned", "Câu hỏi chưa có đơn vị chủ trì", QUESTIONS, (*SINGLE, _NO_LEAD),
        whose="unit",
    ),
    Figure(
        "waiting", "Câu hỏi đã giao, đang chờ trả lời", QUESTIONS,
        (*SINGLE, filled("lead"), is_not("status", ANSWERED)), urgent=False,
    ),
    Figure(
        "overdue", "Câu hỏi quá hạn mà chưa trả lời", QUESTIONS,
        (*SINGLE, is_past("due"), is_not("status", ANSWERED)),
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
