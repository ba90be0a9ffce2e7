"""The way to the conference planned back: what must be done by which day, and whether it can be."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Container, Iterator, Mapping
from typing import NamedTuple

from xl_dialogue.messages import Text
from xl_dialogue.plan import sheets
from xl_dialogue.plan.calendar import (
    INVITATION_NOTICE,
    DaysOff,
    is_working_day,
    last_day_before,
    working_days_before,
)
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.conference import USUAL_DAYS, Conference
from xl_dialogue.plan.plan import Plan, down

_DAY = dt.timedelta(days=1)
_LONGEST = 60
"""Working days; whoever types more into a length has mistyped it."""


class Step(NamedTuple):
    """One stretch of work on the way to the conference."""

    name: str
    label: Text
    days: int
    """Working days that it takes where no item of the sheet `Hội nghị` says how many."""
    after: tuple[str, ...] = ()
    """Steps that must be finished before it begins."""
    notice: int = 1
    """Working days between its last day and the conference, at least."""


STEPS: tuple[Step, ...] = (
    Step("intake", Text(sheets.INTAKE, "Questions come in"), USUAL_DAYS["intake"]),
    Step(
        "assignment", Text(sheets.ASSIGNMENT, "Questions are assigned"), USUAL_DAYS["assignment"],
        ("intake",),
    ),
    Step("answers", Text(sheets.ANSWERS, "Bodies answer"), USUAL_DAYS["answers"], ("assignment",)),
    Step(
        "consolidation", Text(sheets.CONSOLIDATION, "Answers are put together"),
        USUAL_DAYS["consolidation"], ("answers",),
    ),
    Step("invitations", Text(sheets.INVITATIONS, "Invitations go out"), 1, (), INVITATION_NOTICE),
    Step(
        "supplement", Text(sheets.SUPPLEMENT, "Leads are invited too"), 0, ("assignment",),
        INVITATION_NOTICE,
    ),
    Step("preparation", Text(sheets.PREPARATION, "Everything is prepared"), 5),
    Step(
        "rehearsal", Text(sheets.REHEARSAL, "Rehearsal"), USUAL_DAYS["rehearsal"],
        ("preparation",),
    ),
)  # fmt: skip
"""A step of no days is done on the day on which the one before it ends."""


class Planned(NamedTuple):
    """When a step must begin and be finished, at the latest."""

    step: Step
    start: dt.date
    end: dt.date


Schedule = Mapping[str, Planned]
"""By the step's name, in the order of ``STEPS``."""


def with_lengths(conference: Conference) -> tuple[Step, ...]:
    """The steps as long as the sheet `Hội nghị` says; notice is never shorter than the law's."""
    steps = [
        step._replace(days=_length(getattr(conference, f"{step.name}_days", None), step.days))
        for step in STEPS
    ]
    notice = max(INVITATION_NOTICE, _length(conference.notice_days, USUAL_DAYS["notice"]))
    return tuple(
        step._replace(notice=notice) if step.notice == INVITATION_NOTICE else step for step in steps
    )


def _length(said: float | None, usual: int) -> int:
    return min(_LONGEST, math.ceil(said)) if said is not None and said >= 0 else usual


def planned_back(
    day: dt.date, days_off: Container[dt.date], steps: tuple[Step, ...] = STEPS
) -> Schedule:
    """The latest days of each step for a conference on the day."""
    found: dict[str, Planned] = {}
    for step in reversed(steps):
        limits = [working_days_before(day, step.notice, days_off)]
        for later in (each for each in found.values() if step.name in each.step.after):
            limits.append(working_days_before(later.end + _DAY, later.step.days + 1, days_off))
        end = min(limits)
        start = working_days_before(end + _DAY, max(1, step.days), days_off)
        found[step.name] = Planned(step, start, end)
    return {step.name: found[step.name] for step in steps}


def can_be_kept(
    schedule: Schedule,
    closing: dt.date | None,
    still_open: Collection[str] = (),
    today: dt.date | None = None,
) -> bool:
    """Whether questions close in time, and no step that is open should be finished by now."""
    if closing and closing > schedule["intake"].end:
        return False
    return today is None or all(today <= schedule[name].end for name in still_open)


def earliest(
    days_off: Container[dt.date],
    steps: tuple[Step, ...],
    closing: dt.date | None,
    still_open: Collection[str] = (),
    today: dt.date | None = None,
) -> dt.date:
    """The earliest working day on which a conference could be held; one of the two days is set."""
    day = max(each for each in (closing, today) if each)
    while True:
        day += _DAY
        if is_working_day(day, days_off) and can_be_kept(
            planned_back(day, days_off, steps), closing, still_open, today
        ):
            return day


# --- a plan's own ---------------------------------------------------------------------------


def days_off(plan: Plan) -> DaysOff:
    return DaysOff(day for day in plan.holidays["date"] if day is not None)


def schedule_of(plan: Plan) -> Schedule | None:
    """The plan's schedule; ``None`` while the conference has no day."""
    day = plan.conference.date
    return planned_back(day, days_off(plan), with_lengths(plan.conference)) if day else None


def closing_of(plan: Plan) -> dt.date | None:
    """The last day on which a question is in time."""
    deadline = plan.conference.question_deadline
    return last_day_before(deadline) if deadline else None


def earliest_of(plan: Plan, still_open: Collection[str] = ()) -> dt.date:
    """The earliest day that the plan's closing day, and today where steps are open, allow."""
    steps, today = with_lengths(plan.conference), plan.day if still_open else None
    return earliest(days_off(plan), steps, closing_of(plan), still_open, today)


def agreed(plan: Plan, schedule: Schedule) -> dict[str, dt.date]:
    """The day by which each step is to be finished: the one set by the office, if it will do."""
    conference = plan.conference
    said = {
        "intake": closing_of(plan),
        "answers": conference.answer_deadline,
        "invitations": conference.invitation_date,
    }
    return {
        name: min(planned.end, said.get(name) or planned.end) for name, planned in schedule.items()
    }


def answers_due(plan: Plan) -> dt.date | None:
    """The last day for answers: as it is set, else as the schedule has it."""
    schedule = schedule_of(plan)
    return plan.conference.answer_deadline or (schedule["answers"].end if schedule else None)


_BY_LABEL = {step.label.vi: step.name for step in STEPS}


def step_of(step: str, phase: str) -> str:
    """The name of the step that a task belongs to: as it says, else by its phase, if by any."""
    return _BY_LABEL.get(step, "preparation" if phase == sheets.BEFORE else "")


def proposed(plan: Plan, schedule: Schedule) -> Iterator[Change]:
    """Deadlines for tasks that have none: by their step, by their phase where none is named."""
    ends = agreed(plan, schedule)
    day = plan.conference.date
    columns = ("deadline", "step", "phase", "content", "status")
    for row, (deadline, step, phase, content, status) in down(plan.tasks, *columns):
        blank = deadline is None and plan.read("tasks", row, "deadline") is None
        if not blank or not content or status == sheets.DONE:
            continue
        limit = ends.get(step_of(step, phase), day if phase == sheets.DURING else None)
        if limit:
            yield Change("tasks", row, "deadline", None, limit)
