"""Whether the time of a conference's personal data is over."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.conference import ITEMS, TENTATIVE
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.sheets import CONFERENCE
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    from xl_dialogue.plan.plan import Plan


def limit(plan: Plan, asked: dt.date | None, today: dt.date) -> dt.date:
    """The day before which the conference was: the one asked for, else the one in the plan.

    Errors: ``DialogueError`` where there is none, it has not come yet, or the conference is not
    over by then.
    """
    conference = plan.conference
    before = asked or _kept_until(plan)
    if before is None:
        raise DialogueError(messages.FORGET_NO_DATE, **_item("kept_until"))
    if before > today:
        facts = {"before": short_date(before), "today": short_date(today)}
        raise DialogueError(messages.FORGET_TOO_EARLY, **facts)
    if conference.date is None:
        raise DialogueError(messages.FORGET_NO_DAY, **_item("date"))
    if conference.date_status == TENTATIVE:
        facts = {"status": TENTATIVE, "day": short_date(conference.date)}
        raise DialogueError(messages.FORGET_TENTATIVE, **facts, **_item("date_status"))
    if conference.date >= before:
        facts = {"before": short_date(before), "day": short_date(conference.date)}
        raise DialogueError(messages.FORGET_NOT_OVER, **facts)
    return before


def _kept_until(plan: Plan) -> dt.date | None:
    """Errors: ``DialogueError`` for a day that nobody can read."""
    day, row = plan.conference.kept_until, plan.item_rows.get("kept_until")
    if day is None and row and (said := text(plan.read(CONFERENCE.name, row, "value"))):
        raise DialogueError(messages.FORGET_UNREADABLE, said=said, **_item("kept_until"))
    return day


def _item(name: str) -> dict[str, str]:
    [label] = [item.header for item in ITEMS if item.name == name]
    return {"title": CONFERENCE.title, "label": label}
