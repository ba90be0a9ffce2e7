"""The days of the conference."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue.plan.calendar import INVITATION_NOTICE, working_days_before
from xl_dialogue.plan.conference import TENTATIVE
from xl_dialogue.plan.deadlines import days_off
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.rules.registry import at_item, rule
from xl_dialogue.vietnamese.dates import short_date


@rule
def conference_dates(plan: Plan) -> Iterator[Finding]:
    conference = plan.conference
    if conference.date is None:
        return
    if conference.date_status == TENTATIVE:
        yield at_item(plan, Rule.DATE_TENTATIVE, "date_status")
    if conference.question_deadline and conference.question_deadline > conference.date:
        yield at_item(plan, Rule.DEADLINE_AFTER_CONFERENCE, "question_deadline")
    last = working_days_before(conference.date, INVITATION_NOTICE, days_off(plan))
    if conference.invitation_date and conference.invitation_date > last:
        facts = {"date": short_date(conference.invitation_date), "last": short_date(last)}
        yield at_item(plan, Rule.INVITATION_LATE, "invitation_date", **facts)
