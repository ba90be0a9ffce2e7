"""Who is reminded of what: one letter a body with all that is due of it, graver as days pass."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from textwrap import shorten
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.documents.asking import in_short, to_be_answered
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan import bodies, conclusions
from xl_dialogue.plan.calendar import working_days_after
from xl_dialogue.plan.deadlines import answers_due, days_off
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import DONE
from xl_dialogue.vietnamese.dates import short_date

_AHEAD = 2
"""Working days before its deadline that a body is first reminded."""
PATIENCE = 3
"""Days; what is later than that goes in copy to whoever leads the office."""
_SHORT = 160
"""Characters of what is due that a letter quotes."""


class Level(Enum):
    """How grave: what the letter is about, how it begins and what it asks for."""

    NEAR = messages.REMIND_NEAR, messages.REMIND_NEAR_OPENING, messages.REMIND_NEAR_REQUEST
    DUE = messages.REMIND_DUE, messages.REMIND_DUE_OPENING, messages.REMIND_DUE_REQUEST
    LATE = messages.REMIND_LATE, messages.REMIND_LATE_OPENING, messages.REMIND_LATE_REQUEST
    LONG = messages.REMIND_LONG, messages.REMIND_LONG_OPENING, messages.REMIND_LONG_REQUEST

    def __init__(self, label: Text, opening: Text, request: Text) -> None:
        self.label, self.opening, self.request = label, opening, request


class Item(NamedTuple):
    """One thing that is due of a body."""

    code: str
    work: Text
    said: str
    due: dt.date
    late: int
    """Days after the deadline, as the calendar counts; below nought before it."""

    def line(self) -> str:
        """The thing as the letter lists it."""
        when = messages.REMIND_IN if self.late < 0 else messages.REMIND_AFTER
        standing = when if self.late else messages.REMIND_TODAY
        return messages.REMIND_ITEM.say(
            "vi",
            code=self.code,
            work=self.work,
            said=shorten(on_one_line(self.said).rstrip(" .;"), _SHORT, placeholder="…"),
            due=short_date(self.due),
            standing=standing.say("vi", days=abs(self.late)),
        )


class Reminder(NamedTuple):
    """One letter: to a body, with all that is due of it, the latest first."""

    code: str
    name: str
    address: str
    items: list[Item]

    @property
    def level(self) -> Level:
        """As grave as the gravest thing in it."""
        worst = self.items[0].late
        if worst > PATIENCE:
            return Level.LONG
        return Level.LATE if worst > 0 else Level.DUE if worst == 0 else Level.NEAR

    @property
    def key(self) -> str:
        """What the letter is known by: the same on every day, so that the last one counts."""
        return messages.REMIND_KEY.say("vi", code=self.code)

    def copy_to(self, plan: Plan) -> str:
        """Who gets a copy: whoever leads the office, of what is long overdue."""
        return plan.conference.overdue_copy if self.level is Level.LONG else ""

    def subject(self, plan: Plan) -> str:
        facts = {"count": len(self.items), "level": self.level.label}
        return messages.REMIND_SUBJECT.say("vi", conference=in_short(plan.conference), **facts)

    def body(self, plan: Plan) -> str:
        conference = plan.conference
        listed = [f"{number}. {item.line()}" for number, item in enumerate(self.items, start=1)]
        return messages.REMIND_BODY.say(
            "vi",
            recipient=on_one_line(self.name),
            opening=self.level.opening,
            items="\n".join(listed),
            request=self.level.request,
            copied=messages.REMIND_COPIED if self.copy_to(plan) else "",
            today=short_date(plan.day),
            conference=conference.name,
            contact=conference.contact,
            host=conference.host or conference.issuer,
        )


def reminders(plan: Plan) -> list[Reminder]:
    """A letter for each body of which something is due soon or overdue, as of the plan's day."""
    soon = working_days_after(plan.day, _AHEAD, days_off(plan))
    due: dict[str, list[Item]] = {}
    for lead, item in _open_items(plan):
        if item.due <= soon:
            due.setdefault(lead, []).append(item)
    catalogue = plan.departments
    return [
        Reminder(code, name, email, sorted(due[code], key=lambda item: -item.late))
        for code, name, email in zip(
            catalogue["code"], catalogue["name"], catalogue["email"], strict=True
        )
        if code in due
    ]


def _open_items(plan: Plan) -> Iterator[tuple[str, Item]]:
    """Everything that somebody still owes, with who: never what is answered or done."""
    after, living = bodies.successors(plan), bodies.in_force(plan, plan.day)
    for lead, code, work, said, due in (*_questions(plan), *_conclusions(plan), *_tasks(plan)):
        heir = bodies.heir_in_force(lead, after, living) or lead
        yield heir, Item(code, work, said, due, (plan.day - due).days)


_Owed = Iterator[tuple[str, str, Text, str, dt.date]]


def _questions(plan: Plan) -> _Owed:
    due = answers_due(plan)
    for _, (lead, code, content) in down(to_be_answered(plan), "lead", "code", "content"):
        if due:
            yield lead, code, messages.REMIND_ANSWER, content, due


def _conclusions(plan: Plan) -> _Owed:
    """Those that are no tasks yet."""
    given = conclusions.given(plan)
    columns = ("lead", "code", "conclusion", "due")
    for _, (lead, code, conclusion, due) in down(conclusions.concluded(plan), *columns):
        if code not in given:
            yield lead, code, messages.REMIND_CONCLUSION, conclusion, due


def _tasks(plan: Plan) -> _Owed:
    columns = ("lead", "code", "content", "deadline", "status", "question")
    for _, (leads, code, content, deadline, status, question) in down(plan.tasks, *columns):
        if content and deadline and status != DONE:
            work = messages.REMIND_CONCLUSION if question else messages.REMIND_TASK
            for lead in dict.fromkeys(parts(leads)):
                yield lead, code, work, content, deadline
