"""The day, and what hangs on it."""

from __future__ import annotations

from tables import judged, plan_of

from xl_dialogue.plan.findings import Rule


def test_invitations_leave_three_working_days():
    def late(day: str) -> bool:
        plan = plan_of({"date": "2022-05-24", "invitation_date": day})
        return bool(judged(plan, Rule.INVITATION_LATE))

    assert not late("2022-05-19")
    assert late("2022-05-20")


def test_a_holiday_of_the_office_is_no_working_day():
    plan = plan_of(
        {"date": "2022-05-24", "invitation_date": "2022-05-19"},
        holidays="date|name\n2022-05-20|Nghỉ bù",
    )
    assert judged(plan, Rule.INVITATION_LATE)


def test_a_tentative_date_prints_no_official_invitation():
    assert judged(plan_of({"date": "2022-05-24", "date_status": "Dự kiến"}), Rule.DATE_TENTATIVE)
    assert not judged(
        plan_of({"date": "2022-05-24", "date_status": "Đã chốt"}), Rule.DATE_TENTATIVE
    )
