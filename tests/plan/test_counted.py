"""Each question counts once: not what was taken apart, not what was merged into another."""

from __future__ import annotations

import pandas as pd
from tables import found, judged, plan_of

from xl_dialogue.plan.counted import received, roots, single
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.progress import still_open
from xl_dialogue.questions.routing import assign

PLAN = plan_of(
    questions="""
        code  | content | status  | part_of | duplicate_of
        CH1   | A, B    | Đã tách |         |
        CH1.1 | A       |         | CH1     | CH3
        CH1.2 | B       |         | CH1     |
        CH2   | A       |         |         | CH1.1
        CH3   | A       |         |         |
        CH4   | C       |         |         | CH99
    """
)


def codes(frame: pd.DataFrame) -> list[str]:
    return list(frame["code"])


def test_of_what_was_taken_apart_the_parts_came_in() -> None:
    assert codes(received(PLAN)) == ["CH1.1", "CH1.2", "CH2", "CH3", "CH4"]


def test_what_was_merged_counts_as_the_one_at_the_end_of_the_chain() -> None:
    assert roots(PLAN.questions).tolist() == ["CH1", "CH3", "CH1.2", "CH3", "CH3", "CH4"]
    assert codes(single(PLAN.questions)) == ["CH1.2", "CH3", "CH4"]


def test_only_what_counts_is_assigned_and_missed() -> None:
    assert {change.row for change in assign(PLAN)} == {4, 6, 7}
    assert judged(PLAN, Rule.QUESTIONS_UNASSIGNED) == [
        (Rule.QUESTIONS_UNASSIGNED, "questions", 4, "lead")
    ]


def circle() -> Plan:
    return plan_of(
        questions="""
            code | content | duplicate_of
            CH1  | A       | CH2
            CH2  | A       | CH1
            CH3  | A       | CH3
            CH4  | A       | CH1
        """
    )


def test_of_a_circle_the_first_is_kept_and_the_circle_is_pointed_at() -> None:
    assert codes(single(circle().questions)) == ["CH1", "CH3"]
    assert judged(circle(), Rule.MERGED_IN_A_CIRCLE) == [
        (Rule.MERGED_IN_A_CIRCLE, "questions", row, "duplicate_of") for row in (2, 3, 4)
    ]
    assert found(PLAN)[-1][0] is Rule.UNLISTED


def test_a_question_taken_apart_or_merged_holds_no_step_up() -> None:
    plan = plan_of(
        {"question_deadline": "2022-05-19", "date": "2022-05-24"},
        questions="""
            code  | content | status     | duplicate_of | lead
            CH1   | A, B    | Đã tách    |              |
            CH1.1 | A       | Đã trả lời |              | SXD
            CH2   | A       |            | CH1.1        |
        """,
    )
    assert not {"intake", "assignment", "answers"} & {*still_open(plan)}
