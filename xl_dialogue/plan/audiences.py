"""Who is sent parts of the plan by e-mail: which columns they see, and which they answer in."""

from __future__ import annotations

from typing import NamedTuple

from xl_dialogue.plan.schema import Column, Sheet
from xl_dialogue.plan.sheets import AGENDA, BY_NAME, DELEGATES, QUESTIONS, TASKS


class Leaf(NamedTuple):
    """What is sent of one sheet; a column that stands in neither list never leaves."""

    sheet: Sheet
    shown: tuple[str, ...]
    answered: tuple[str, ...] = ()

    @property
    def columns(self) -> list[Column]:
        return [self.sheet[name] for name in (*self.shown, *self.answered)]


class Audience(NamedTuple):
    """Recipients of one sort, and what of the plan is theirs."""

    name: str
    leaves: tuple[Leaf, ...]
    groups: tuple[str, ...] = ()
    """Of recipients that delegates come from: words of their groups' names."""


DEPARTMENTS = Audience(
    "departments",
    (
        Leaf(
            QUESTIONS,
            ("code", "content", "unit", "lead", "coordinators", "due"),
            ("status", "answer", "answered_on"),
        ),
        Leaf(
            TASKS,
            ("code", "content", "lead", "coordinators", "deadline"),
            ("status", "result"),
        ),
    ),
)
UNIONS = Audience(
    "unions",
    (
        Leaf(
            DELEGATES,
            ("code", "full_name", "unit", "group"),
            ("honorific", "sex", "title", "phone", "email", "note"),
        ),
    ),
    ("công đoàn", "liên đoàn lao động", "LĐLĐ"),
)
PRESS = Audience(
    "press",
    (Leaf(AGENDA, ("number", "part", "content", "performer", "start", "minutes")),),
    ("báo chí",),
)
AUDIENCES = {each.name: each for each in (DEPARTMENTS, UNIONS, PRESS)}


def columns_of(names: list[str], sheet: str) -> list[Column]:
    """The declared columns of these names, those of another time left out."""
    return [BY_NAME[sheet][name] for name in names if name in BY_NAME[sheet].by_name]
