"""The founding plan of 2022 planned back, and what staff may change of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Place, found, judged, plan_of

from xl_dialogue.plan.calendar import DaysOff, is_working_day, working_days_after
from xl_dialogue.plan.deadlines import (
    STEPS,
    answers_due,
    can_be_kept,
    earliest,
    earliest_of,
    planned_back,
    proposed,
    schedule_of,
    with_lengths,
)
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.progress import still_open
from xl_dialogue.plan.rules import judge

MAY_2022 = DaysOff([dt.date(2022, 5, day) for day in (1, 2, 3)])
NATIONAL_DAYS = DaysOff(dt.date(year, 9, 2) for year in range(2021, 2027))


def on(day: int, month: int = 5) -> dt.date:
    return dt.date(2022, month, day)


def plan(**items: object) -> Plan:
    founding = {"date": "2022-05-24", "question_deadline": "2022-05-19"}
    return plan_of(founding | items, holidays="date|name\n2022-05-02|Nghỉ bù\n2022-05-03|Nghỉ bù")


def test_the_founding_plan_leaves_the_19th_20th_and_23rd() -> None:
    schedule = planned_back(on(24), MAY_2022)
    assert {name: (each.start, each.end) for name, each in schedule.items()} == {
        "intake": (on(12), on(18)),
        "assignment": (on(19), on(19)),
        "answers": (on(20), on(20)),
        "consolidation": (on(23), on(23)),
        "invitations": (on(19), on(19)),
        "supplement": (on(19), on(19)),
        "preparation": (on(16), on(20)),
        "rehearsal": (on(23), on(23)),
    }


def test_the_founding_plan_can_just_be_kept_and_not_a_day_earlier() -> None:
    assert can_be_kept(planned_back(on(24), MAY_2022), on(18))
    assert not can_be_kept(planned_back(on(23), MAY_2022), on(18))
    assert earliest(MAY_2022, STEPS, on(18)) == on(24)


def test_three_days_for_answers_want_a_later_conference_or_an_earlier_closing() -> None:
    slower = plan(answers_days=3.0)
    schedule = schedule_of(slower)
    assert schedule is not None
    assert schedule["intake"].end == on(16)
    assert earliest_of(slower) == on(26)


def test_days_off_push_everything_back() -> None:
    schedule = planned_back(on(4), MAY_2022)
    assert [each.end for each in schedule.values()][:4] == [
        dt.date(2022, 4, 26), dt.date(2022, 4, 27), dt.date(2022, 4, 28), dt.date(2022, 4, 29),
    ]  # fmt: skip


def test_notice_of_less_than_the_law_wants_is_not_taken() -> None:
    for said, end in ((1.0, on(19)), (5.0, on(17))):
        schedule = schedule_of(plan(notice_days=said))
        assert schedule is not None
        assert schedule["invitations"].end == schedule["supplement"].end == end


@pytest.mark.parametrize("said", [float("nan"), None])
def test_a_length_that_is_not_said_is_the_usual_one(said: float | None) -> None:
    assert with_lengths(plan(answers_days=said).conference) == STEPS


@pytest.mark.parametrize("said", ["-2", "inf", -2.0, float("inf")])
def test_a_length_that_cannot_be_is_pointed_at_and_counts_as_the_usual_one(said: object) -> None:
    drawn = plan(answers_days=said)
    assert (Rule.NOT_A_NUMBER, "conference", 4, "value") in found(drawn)
    assert with_lengths(drawn.conference) == STEPS


def test_a_length_beyond_reason_ends_all_the_same() -> None:
    schedule = schedule_of(plan(answers_days=1e9))
    assert schedule is not None
    assert schedule["answers"].step.days == 60


def test_answers_are_due_as_set_else_as_planned_back() -> None:
    assert answers_due(plan()) == on(20)
    assert answers_due(plan(answer_deadline="2022-05-19")) == on(19)
    assert answers_due(plan_of({"name": "Hội nghị"})) is None


@given(
    st.dates(dt.date(2022, 1, 3), dt.date(2025, 12, 31)),
    st.lists(st.integers(0, 6), min_size=len(STEPS), max_size=len(STEPS)),
)
def test_no_step_begins_before_what_it_waits_for_has_ended(day: dt.date, days: list[int]) -> None:
    steps = tuple(step._replace(days=n) for step, n in zip(STEPS, days, strict=True))
    schedule = planned_back(day, NATIONAL_DAYS, steps)
    for planned in schedule.values():
        assert is_working_day(planned.end, NATIONAL_DAYS)
        assert planned.end < day
        for name in planned.step.after:
            before = schedule[name].end
            assert before < planned.start if planned.step.days else before <= planned.end


@given(st.dates(dt.date(2022, 1, 3), dt.date(2025, 12, 31)), st.integers(0, 8))
def test_the_earliest_day_will_do_and_none_before_it(closing: dt.date, answering: int) -> None:
    steps = tuple(s._replace(days=answering) if s.name == "answers" else s for s in STEPS)
    day = earliest(NATIONAL_DAYS, steps, closing)
    assert can_be_kept(planned_back(day, NATIONAL_DAYS, steps), closing)
    before = day - dt.timedelta(days=1)
    while before > closing:
        is_held = is_working_day(before, NATIONAL_DAYS)
        assert not (is_held and can_be_kept(planned_back(before, NATIONAL_DAYS, steps), closing))
        before -= dt.timedelta(days=1)


@given(st.dates(dt.date(2022, 1, 3), dt.date(2025, 12, 31)), st.integers(1, 30))
def test_the_nth_working_day_is_a_working_day_with_n_up_to_it(day: dt.date, count: int) -> None:
    end = working_days_after(day, count, NATIONAL_DAYS)
    span = [day + dt.timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert is_working_day(end, NATIONAL_DAYS)
    assert sum(is_working_day(each, NATIONAL_DAYS) for each in span) == count


# --- what is still open ---------------------------------------------------------------------

DONE = """
    code | content | lead | status
    CH1  | Nhà ở?  | SXD  | Đã trả lời
    CH2  | Nợ?     | BHXH | Trả lại
"""


def reckoned(
    day: dt.date, questions: str = DONE, register: str = "number|kind", **items: object
) -> list[str]:
    founding = {"date": "2022-05-24", "question_deadline": "2022-05-19", **items}
    drawn = plan_of(
        founding,
        questions=questions,
        register=register,
        departments="code|name\nSXD|Sở Xây dựng\nBHXH|Bảo hiểm xã hội tỉnh",
        delegates="code|full_name|unit\nD1|Lê Thị Mẫu|Sở Xây dựng",
    )
    return still_open(replace(drawn, day=day))


def test_until_the_closing_day_has_passed_everything_is_open() -> None:
    assert reckoned(on(18)) == [step.name for step in STEPS]


def test_what_the_sheets_say_is_done_is_no_longer_open() -> None:
    waiting = reckoned(on(20), register="number|kind\n12|Giấy mời\n|Báo cáo tổng hợp trả lời")
    assert waiting == ["consolidation", "preparation", "rehearsal"]
    assert "invitations" in reckoned(on(20), invitation_date="2022-05-19")


def test_a_question_without_a_lead_leaves_assignment_and_all_after_it_open() -> None:
    waiting = reckoned(on(20), DONE + "    CH3 | Đường? | | Mới")
    assert {"assignment", "answers", "supplement"} <= set(waiting)


PREPARED = """
    code | content       | phase          | step           | status
    NV1  | In tài liệu   | Trước hội nghị | Chuẩn bị chung | Hoàn thành
    NV2  | Thuê âm thanh | Trước hội nghị |                | {status}
    NV3  | Tổng duyệt    | Trước hội nghị | Tổng duyệt     | Hoàn thành
    NV4  | Đón đại biểu  | Tại hội nghị   |                |
    NV5  |               | Trước hội nghị | Tổng duyệt     |
"""


def prepared(tasks: str) -> set[str]:
    founding = {"date": "2022-05-24", "question_deadline": "2022-05-19"}
    return {"preparation", "rehearsal"} - set(still_open(plan_of(founding, tasks=tasks)))


def test_what_tasks_alone_tell_of_is_finished_with_the_last_of_them() -> None:
    assert prepared(PREPARED.format(status="Hoàn thành")) == {"preparation", "rehearsal"}
    assert prepared(PREPARED.format(status="Đang làm")) == {"rehearsal"}
    assert prepared("code|content") == set()


def test_a_plan_that_is_behind_names_the_day_that_would_do() -> None:
    late = replace(plan(), day=on(20))
    assert earliest_of(late, ["assignment", "answers", "consolidation"]) == on(25)


# --- tasks ----------------------------------------------------------------------------------


def test_a_task_is_due_with_its_step_and_a_filled_cell_is_left_alone() -> None:
    drawn = plan_of(
        {"date": "2022-05-24", "question_deadline": "2022-05-18"},
        tasks="""
            code | content   | phase           | step              | deadline   | status
            NV1  | Mời       | Trước hội nghị  | Gửi giấy mời      |            |
            NV2  | Thu       | Trước hội nghị  | Tiếp nhận câu hỏi |            |
            NV3  | In        | Trước hội nghị  |                   |            |
            NV4  | Đón       | Tại hội nghị    |                   |            |
            NV5  | Thông báo | Sau hội nghị    |                   |            |
            NV6  | Viết      | Trước hội nghị  |                   | 2022-05-10 |
            NV7  | Viết      | Trước hội nghị  |                   | sớm        |
            NV8  | Viết      | Trước hội nghị  |                   |            | Hoàn thành
        """,
    )
    schedule = schedule_of(drawn)
    assert schedule is not None
    assert [(each.row, each.new) for each in proposed(drawn, schedule)] == [
        (2, on(19)),
        (3, on(17)),
        (4, on(20)),
        (5, on(24)),
    ]


# --- whether the days that are set leave the time -------------------------------------------


TIGHT = (Rule.SCHEDULE_TOO_TIGHT, Rule.ANSWERS_DUE_TOO_LATE)


def tight(**items: object) -> list[Place]:
    return judged(plan_of({"date": "2022-05-24"} | items), *TIGHT)


def test_the_founding_plans_closing_day_just_leaves_time() -> None:
    assert tight(question_deadline="2022-05-19") == []


def test_a_closing_day_that_leaves_no_time_names_both_ways_out() -> None:
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
