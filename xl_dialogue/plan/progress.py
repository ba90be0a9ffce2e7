"""How far the plan has come on the way to the conference, and whether it will get there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from xl_dialogue import messages
from xl_dialogue.messages import Said, Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.calendar import is_working_day
from xl_dialogue.plan.counted import single
from xl_dialogue.plan.deadlines import (
    STEPS,
    Planned,
    Schedule,
    can_be_kept,
    closing_of,
    days_off,
    earliest_of,
    step_of,
)
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.sheets import ANSWERED, DONE, RETURNED
from xl_dialogue.vietnamese.dates import short_date, weekday

_NOTHING = Text("", "")


def still_open(plan: Plan) -> list[str]:
    """Names of the steps that nothing in the workbook says are finished."""
    finished = _finished(plan)
    return [step.name for step in STEPS if not finished.get(step.name)]


def _finished(plan: Plan) -> dict[str, bool]:
    closing, asked = closing_of(plan), single(plan.questions)
    asked = asked[asked["content"] != ""]
    numbered = set(plan.register.loc[plan.register["number"] != "", "kind"])
    is_closed = closing is not None and closing < plan.day
    is_assigned = is_closed and bool((asked["lead"] != "").all())
    dealt_with = asked["status"].isin((ANSWERED, RETURNED))
    leads = set(asked.loc[asked["status"] != RETURNED, "lead"])
    tasks = _tasks_done(plan)
    return {
        "intake": is_closed,
        "assignment": is_assigned,
        "answers": is_assigned and bool(dealt_with.all()),
        "consolidation": messages.ANSWER_REPORT.vi in numbered,
        "invitations": messages.INVITATION.vi in numbered,
        "supplement": is_assigned and not leads & bodies.unrepresented(plan),
        "preparation": tasks.get("preparation", False),
        "rehearsal": tasks.get("rehearsal", False),
    }


def _tasks_done(plan: Plan) -> dict[str, bool]:
    """Of each step that has tasks, whether all of them are done."""
    done: dict[str, bool] = {}
    for _, (content, *place, status) in down(plan.tasks, "content", "step", "phase", "status"):
        if content:
            name = step_of(*place)
            done[name] = done.get(name, True) and status == DONE
    return done


def outlook(plan: Plan, schedule: Schedule) -> Iterator[Said]:
    """What the schedule says as of the plan's day: whether it can be kept, then step by step."""
    day = plan.conference.date
    assert day is not None
    waiting = still_open(plan)
    if day < plan.day:
        yield Said(messages.SCHEDULE_OVER, {"date": short_date(day)})
        waiting = []
    else:
        yield _verdict(plan, schedule, day)
        yield from _behind(plan, schedule, waiting)
    for planned in schedule.values():
        standing = _standing(planned, plan.day, waiting) if day >= plan.day else _NOTHING
        facts = {
            "step": planned.step.label,
            "weekday": weekday(planned.end),
            "start": short_date(planned.start),
            "end": short_date(planned.end),
            "days": planned.step.days,
            "standing": standing,
        }
        yield Said(messages.SCHEDULE_STEP_PLANNED, facts)


def _verdict(plan: Plan, schedule: Schedule, day: dt.date) -> Said:
    closing, latest = closing_of(plan), schedule["intake"].end
    facts: dict[str, object] = {"date": short_date(day), "latest": short_date(latest)}
    if closing is None:
        return Said(messages.SCHEDULE_CLOSE_BY, facts)
    facts["closing"] = short_date(closing)
    if not can_be_kept(schedule, closing):
        facts["earliest"] = short_date(earliest_of(plan))
        return Said(messages.SCHEDULE_IMPOSSIBLE, facts)
    spare = (closing + dt.timedelta(days=n) for n in range(1, (latest - closing).days + 1))
    off = days_off(plan)
    return Said(
        messages.SCHEDULE_KEPT, facts | {"spare": sum(is_working_day(each, off) for each in spare)}
    )


def _behind(plan: Plan, schedule: Schedule, waiting: Collection[str]) -> Iterator[Said]:
    """The first step that should be finished by now, and what that does to the conference."""
    late = next((schedule[name] for name in waiting if schedule[name].end < plan.day), None)
    if late:
        facts: dict[str, object] = {
            "today": short_date(plan.day),
            "step": late.step.label,
            "end": short_date(late.end),
            "earliest": short_date(earliest_of(plan, waiting)),
        }
        yield Said(messages.SCHEDULE_BEHIND, facts)


def _standing(planned: Planned, today: dt.date, waiting: Collection[str]) -> Text:
    if planned.step.name not in waiting:
        return messages.SCHEDULE_STEP_FINISHED
    if today > planned.end:
        return messages.SCHEDULE_STEP_LATE
    return messages.SCHEDULE_STEP_DUE_NOW if today >= planned.start else _NOTHING
