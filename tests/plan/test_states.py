"""What the status of a question says must show in its row; the days that are set must do."""

from __future__ import annotations

import pytest
from tables import Place, judged, plan_of

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


TIGHT = (Rule.SCHEDULE_TOO_TIGHT, Rule.ANSWERS_DUE_TOO_LATE)


def tight(**items: object) -> list[Place]:
    return judged(plan_of({"date": "2022-05-24"} | items), *TIGHT)


def test_the_founding_plans_closing_day_just_leaves_time() -> None:
    assert tight(question_deadline="2022-05-19") == []


def test_a_closing_day_that_leaves_no_time_names_both_ways_out() -> None:
    from xl_dialogue.plan.rules import judge

    plan = plan_of({"date": "2022-05-24", "question_deadline": "2022-05-20"})
    [finding] = [each for each in judge(plan) if each.rule is Rule.SCHEDULE_TOO_TIGHT]
    assert (finding.row, finding.column) == (3, "value")
    assert finding.facts["latest"] == "18/5/2022"
    assert finding.facts["earliest"] == "25/5/2022"


def test_longer_answers_make_the_founding_plan_impossible() -> None:
    minded = tight(question_deadline="2022-05-19", answers_days=3.0)
    assert [rule for rule, *_ in minded] == [Rule.SCHEDULE_TOO_TIGHT]


def test_answers_must_leave_time_to_put_them_together() -> None:
    assert tight(answer_deadline="2022-05-20") == []
    assert [rule for rule, *_ in tight(answer_deadline="2022-05-23")] == [TIGHT[1]]
