"""Tasks: led, dated, one lead a product."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from xl_dialogue.plan import conclusions
from xl_dialogue.plan.calendar import last_day_before
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.plan.sheets import AFTER, TASKS
from xl_dialogue.vietnamese.dates import date_from_text, short_date


@rule
def tasks_without(plan: Plan) -> Iterator[Finding]:
    frame = plan.tasks
    for row in frame.index[frame["lead"] == ""]:
        yield Finding(Rule.TASK_WITHOUT_LEAD, "tasks", row, "lead")
    for row in frame.index[frame["deadline"].isna()]:
        yield Finding(Rule.TASK_WITHOUT_DEADLINE, "tasks", row, "deadline")


@rule
def twins_with_two_leads(plan: Plan) -> Iterator[Finding]:
    frame = plan.tasks
    leads = dict(zip(frame["code"], frame["lead"], strict=True))
    for row, (code, lead, twin) in down(frame, "code", "lead", "same_product"):
        other = leads.get(twin, "")
        if code > twin and lead and other and lead != other:
            facts = {"twin": twin, "lead": lead, "other": other}
            yield Finding(Rule.TWINS_WITH_TWO_LEADS, "tasks", row, "lead", facts, lead)


@rule
def task_deadlines(plan: Plan) -> Iterator[Finding]:
    day, frame = plan.conference.date, plan.tasks
    for row, (deadline, phase, content) in down(frame, "deadline", "phase", "content"):
        if deadline is None:
            continue
        facts = {"deadline": short_date(deadline), "date": short_date(day) if day else ""}
        if day and phase == AFTER and deadline <= day:
            yield Finding(Rule.TASK_DUE_TOO_EARLY, "tasks", row, "deadline", facts, deadline)
        elif day and not (phase and phase != "Trước hội nghị") and deadline >= day:
            yield Finding(Rule.TASK_DUE_TOO_LATE, "tasks", row, "deadline", facts, deadline)
        limit = _before_day(content)
        if limit and deadline >= limit:
            facts |= {"limit": short_date(limit), "last": short_date(last_day_before(limit))}
            yield Finding(
                Rule.SUMMARY_NOT_BEFORE_DEADLINE, "tasks", row, "deadline", facts, deadline
            )


@rule
def conclusions_to_be_given(plan: Plan) -> Iterator[Finding]:
    given = conclusions.given(plan)
    waiting = [row for row, code in down(conclusions.concluded(plan), "code") if code not in given]
    if waiting:
        facts = {"count": len(waiting)}
        yield Finding(Rule.CONCLUSIONS_NOT_GIVEN, "questions", waiting[0], "conclusion", facts)


@rule
def conclusions_given_otherwise(plan: Plan) -> Iterator[Finding]:
    """A conclusion that was mended after it became a task."""
    frame = plan.questions
    said = {
        code: (lead, due)
        for code, lead, due in zip(frame["code"], frame["lead"], frame["due"], strict=True)
    }
    for row, (code, lead, deadline) in down(plan.tasks, "question", "lead", "deadline"):
        if code not in said:
            continue
        for column, there, here in zip(
            ("lead", "deadline"), said[code], (lead, deadline), strict=True
        ):
            if there and there != here:
                facts = {
                    "question": code,
                    "header": f"“{TASKS[column].header}”",
                    "said": _said(there),
                    "here": _said(here),
                }
                yield Finding(Rule.CONCLUSION_TASK_DIFFERS, "tasks", row, column, facts, here)


def _said(value: object) -> str:
    return short_date(value) if isinstance(value, dt.date) else str(value or "")


_BEFORE_DAY = re.compile(
    r"trước ngày\s+(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4})", re.IGNORECASE
)


def _before_day(content: str) -> dt.date | None:
    """The day in "trước ngày 19/5/2022", where the content names one."""
    found = _BEFORE_DAY.search(content)
    return date_from_text(found[1]) if found else None
