"""Questions, their leads, answers and conclusions."""

from __future__ import annotations

from bodies_listed import DEPARTMENTS
from tables import judged, plan_of

from xl_dialogue.plan import rules
from xl_dialogue.plan.findings import Rule


def test_before_the_19th_means_by_the_18th():
    plan = plan_of(
        {"question_deadline": "2022-05-19"},
        questions="""
            code | content | received
            CH01 | Nhà ở?  | 2022-05-18
            CH02 | Nhà ở?  | 2022-05-19
    """,
    )
    assert judged(plan, Rule.QUESTION_LATE) == [(Rule.QUESTION_LATE, "questions", 3, "received")]


def test_questions_without_a_lead_are_one_finding_with_their_number():
    plan = plan_of(questions="code|content\nCH01|Nhà ở?\nCH02|Đường?")
    [finding] = [f for f in rules.judge(plan) if f.rule is Rule.QUESTIONS_UNASSIGNED]
    assert finding.facts["count"] == 2


def test_a_lead_that_also_coordinates_or_has_no_authority_is_minded():
    plan = plan_of(
        questions="""
            code | content | lead | coordinators | authority
            CH01 | Nhà ở?  | SXD  | STC; SXD     |
    """
    )
    assert judged(plan) == [
        (Rule.COORDINATOR_IS_LEAD, "questions", 2, "coordinators"),
        (Rule.AUTHORITY_MISSING, "questions", 2, "authority"),
    ]


def test_a_lead_that_nobody_is_invited_from_calls_for_an_invitation():
    plan = plan_of(
        departments=DEPARTMENTS,
        questions="""
            code | content | lead | authority
            CH01 | Nhà ở?  | SXD  | Tỉnh
            CH02 | Nhà ở?  | SXD  | Tỉnh
            CH03 | Phí?    | LDLD | Tỉnh
    """,
        delegates="""
            code | full_name | unit
            D001 | Nông A    | LĐLĐ tỉnh
            D002 | Nông B    | Công đoàn Sở Xây dựng
    """,
    )
    [finding] = [f for f in rules.judge(plan) if f.rule is Rule.LEAD_NOT_INVITED]
    assert (finding.row, finding.facts["count"]) == (2, 2)


def test_an_answer_that_is_not_there_is_not_an_answer():
    plan = plan_of(
        questions="""
            code | content | status      | answer | conclusion | lead | due        | authority
            CH01 | Nhà ở?  | Đã trả lời  |        |            | SXD  |            | Tỉnh
            CH02 | Nhà ở?  | Đã giao     |        | Giao SXD   | SXD  | 2022-06-01 | Tỉnh
            CH03 | Nhà ở?  | Đã trả lời  | Có.    | Giao SXD   | SXD  |            | Tỉnh
    """
    )
    assert judged(plan) == [
        (Rule.ANSWER_MISSING, "questions", 2, "answer"),
        (Rule.CONCLUSION_NOT_ANSWERED, "questions", 3, "status"),
        (Rule.CONCLUSION_INCOMPLETE, "questions", 4, "due"),
    ]
