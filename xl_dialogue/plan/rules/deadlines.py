"""Whether the days that are set leave the time that the work takes."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue.plan.deadlines import closing_of, earliest_of, schedule_of
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.rules.registry import at_item, rule
from xl_dialogue.vietnamese.dates import short_date


@rule
def closing_too_late(plan: Plan) -> Iterator[Finding]:
    schedule, closing, day = schedule_of(plan), closing_of(plan), plan.conference.date
    if not schedule or not day or not closing or closing >= day:
        return
    if closing > schedule["intake"].end:
        needed = sum(
            schedule[name].step.days for name in ("assignment", "answers", "consolidation")
        )
        facts = {
            "closing": short_date(closing),
            "date": short_date(day),
            "needed": needed,
            "latest": short_date(schedule["intake"].end),
            "earliest": short_date(earliest_of(plan)),
        }
        yield at_item(plan, Rule.SCHEDULE_TOO_TIGHT, "question_deadline", **facts)


@rule
def answers_due_too_late(plan: Plan) -> Iterator[Finding]:
    schedule, due = schedule_of(plan), plan.conference.answer_deadline
    if schedule and due and due > schedule["answers"].end:
        facts = {
            "due": short_date(due),
            "needed": schedule["consolidation"].step.days,
            "latest": short_date(schedule["answers"].end),
        }
        yield at_item(plan, Rule.ANSWERS_DUE_TOO_LATE, "answer_deadline", **facts)
