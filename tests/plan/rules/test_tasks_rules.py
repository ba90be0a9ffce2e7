"""Tasks: leads, days, twins."""

from __future__ import annotations

from tables import judged, plan_of

from xl_dialogue.plan.findings import Rule


def test_tasks_without_lead_or_deadline_are_minded():
    plan = plan_of(tasks="code|content\nNV01|In giấy mời")
    assert judged(plan) == [
        (Rule.TASK_WITHOUT_LEAD, "tasks", 2, "lead"),
        (Rule.TASK_WITHOUT_DEADLINE, "tasks", 2, "deadline"),
    ]


def test_one_product_has_one_lead():
    plan = plan_of(
        tasks="""
            code | content    | lead | deadline   | same_product
            NV06 | Phát biểu  | SXD  | 2022-05-20 | NV17
            NV17 | Phát biểu  | LDLD | 2022-05-20 | NV06
    """
    )
    assert judged(plan) == [(Rule.TWINS_WITH_TWO_LEADS, "tasks", 3, "lead")]


def test_preparations_are_due_before_the_day_and_the_rest_after_it():
    plan = plan_of(
        {"date": "2022-05-24", "date_status": "Đã chốt"},
        tasks="""
            code | content | lead | deadline   | phase
            NV01 | In      | SXD  | 2022-05-24 |
            NV02 | Đưa tin | SXD  | 2022-05-24 | Sau hội nghị
            NV03 | Đón     | SXD  | 2022-05-24 | Tại hội nghị
    """,
    )
    assert judged(plan) == [
        (Rule.TASK_DUE_TOO_LATE, "tasks", 2, "deadline"),
        (Rule.TASK_DUE_TOO_EARLY, "tasks", 3, "deadline"),
    ]


def test_a_task_that_says_before_a_day_is_due_the_day_before_at_the_latest():
    plan = plan_of(
        tasks="""
            code | content                         | lead | deadline
            NV09 | Tổng hợp, gửi trước ngày 19/5/2022 | LDLD | 2022-05-19
            NV10 | Tổng hợp, gửi trước ngày 19/5/2022 | LDLD | 2022-05-18
    """
    )
    assert judged(plan) == [(Rule.SUMMARY_NOT_BEFORE_DEADLINE, "tasks", 2, "deadline")]
