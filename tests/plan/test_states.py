"""What the status of a question says must show in its row."""

from __future__ import annotations

import pytest
from tables import judged, plan_of

from xl_dialogue.plan.findings import Rule

STATES = (
    Rule.STATUS_WITHOUT_LEAD, Rule.RETURN_WITHOUT_REASON, Rule.ANSWER_NOT_MARKED,
    Rule.ANSWER_DATE_NOT_MARKED, Rule.ANSWERED_BEFORE_RECEIVED, Rule.ANSWER_MISSING,
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "minded"),
    [
        ("CH1 | Mới          |     |         |            |", []),
        ("CH1 | Đã giao      | SXD |         |            |", []),
        ("CH1 | Đang trả lời | SXD | Dự thảo |            |", []),
        ("CH1 | Đã trả lời   | SXD | Đã xây  | 2022-05-20 | 2022-05-04", []),
        ("CH1 | Trả lại      | SXD | Không thuộc chức năng | 2022-05-20 |", []),
        ("CH1 | Đã giao      |     |         |            |", [(Rule.STATUS_WITHOUT_LEAD, "status")]),
        ("CH1 | Trả lại      | SXD |         |            |", [(Rule.RETURN_WITHOUT_REASON, "answer")]),
        ("CH1 | Đã trả lời   | SXD |         |            |", [(Rule.ANSWER_MISSING, "answer")]),
        ("CH1 |              | SXD | Đã xây  |            |", [(Rule.ANSWER_NOT_MARKED, "status")]),
        ("CH1 | Đã giao      | SXD |         | 2022-05-20 |", [(Rule.ANSWER_DATE_NOT_MARKED, "status")]),
        (
            "CH1 | Đã trả lời | SXD | Đã xây | 2022-05-03 | 2022-05-04",
            [(Rule.ANSWERED_BEFORE_RECEIVED, "answered_on")],
        ),
    ],
)  # fmt: skip
def test_a_status_and_what_stands_in_the_row_agree(
    row: str, minded: list[tuple[Rule, str]]
) -> None:
    header = "code | status | lead | answer | answered_on | received"
    plan = plan_of(questions=f"{header}\n{row}", departments="code|name\nSXD|Sở Xây dựng")
    assert [(rule, column) for rule, _, _, column in judged(plan, *STATES)] == minded
