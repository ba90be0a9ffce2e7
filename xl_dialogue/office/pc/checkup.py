"""What one look at a PC gives: a value with a state, a sentence and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import Language, Said, Text
from xl_dialogue.office.pc.environment import Contents
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import PC, Places
from xl_dialogue.office.pc.receipt import Receipt
from xl_dialogue.office.pc.steps import line


class State(Enum):
    FINE = messages.STATE_FINE
    ATTENTION = messages.STATE_ATTENTION
    WRONG = messages.STATE_WRONG
    UNKNOWN = messages.STATE_UNKNOWN


class Check(NamedTuple):
    """One line of the doctor's answer."""

    name: str
    """For other programs."""
    state: State
    fact: Said
    advice: Said | None

    @property
    def is_wrong(self) -> bool:
        return self.state is State.WRONG

    def say(self, language: Language = "vi") -> str:
        facts = {"state": self.state.value, "fact": self.fact}
        if self.advice is None:
            return messages.CHECKED.say(language, **facts)
        return messages.CHECKED_WITH_ADVICE.say(language, **facts, advice=self.advice)

    def as_json(self, language: Language = "vi") -> dict[str, str | None]:
        return {
            "name": self.name,
            "state": self.state.name.lower(),
            "message": self.fact.say(language),
            "advice": self.advice.say(language) if self.advice else None,
        }


class Look(NamedTuple):
    """A check before it is given its name."""

    state: State
    fact: Said
    advice: Said | None = None


def fine(text: Text, **facts: object) -> Look:
    return Look(State.FINE, line(text, **facts))


def attention(text: Text, advice: Text | Said | None = None, **facts: object) -> Look:
    return Look(State.ATTENTION, line(text, **facts), _advice(advice))


def wrong(text: Text, advice: Text | Said, **facts: object) -> Look:
    return Look(State.WRONG, line(text, **facts), _advice(advice))


def unknown(text: Text, **facts: object) -> Look:
    return Look(State.UNKNOWN, line(text, **facts))


def _advice(advice: Text | Said | None) -> Said | None:
    return line(advice) if isinstance(advice, Text) else advice


@dataclass(frozen=True)
class Case:
    """The PC under examination, as far as it had to be asked before."""

    pc: PC
    places: Places[Path]
    made: Receipt
    settings: Mapping[str, str]
    """Pairs of the person's xlwings.conf, names in capitals."""
    interpreter: Path | None
    """The one that buttons start; None where nobody says which."""
    contents: Contents | None
    """What is in it; None when it does not run."""
    own: Contents | None
    """What is in the Python at work."""
    office: LibreOffice | None
    startups: tuple[Path, ...]
    """From where Excel loads add-ins, for this person and for everyone."""
    addin: Path
    """As it is shipped, and the extension too."""
    extension: Path

    @property
    def folder(self) -> Path:
        """Where the person's workbook should be."""
        return Path(self.made.folder) if self.made.folder else self.places.folder


Looking = Callable[[Case], Iterator[Look]]


@dataclass(frozen=True)
class Examination:
    """One thing to look at."""

    name: str
    look: Looking
    windows_only: bool

    def checks(self, case: Case) -> Iterator[Check]:
        """What is found; a look that needs a package which is missing here says so."""
        try:
            for look in self.look(case):
                yield Check(self.name, *look)
        except ModuleNotFoundError as missing:
            look = unknown(messages.LOOK_NOT_TAKEN, name=missing.name, path=case.pc.python)
            yield Check(self.name, *look)


CHECKS: dict[str, Examination] = {}
"""By name, in the order in which they are said."""


def check(name: str, *, windows_only: bool = False) -> Callable[[Looking], Looking]:
    """Enter the decorated function in the registry."""

    def register(look: Looking) -> Looking:
        CHECKS[name] = Examination(name, look, windows_only)
        return look

    return register
