"""What setup may do, as values: a step says itself, whether it was taken or only planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError, Language, Text
from xl_dialogue.office.pc.libreoffice import LibreOffice


@dataclass(frozen=True)
class Line:
    """A sentence with its facts, to be said in either language."""

    text: Text
    facts: Mapping[str, object] = field(default_factory=dict)

    def say(self, language: Language = "vi") -> str:
        return self.text.say(language, **self.facts)


def line(text: Text, **facts: object) -> Line:
    return Line(text, facts)


def refusal(error: Exception) -> Line:
    """Why something could not be done; of the system's own errors what the system says."""
    if isinstance(error, DialogueError):
        return Line(error.text, error.facts)
    if isinstance(error, PermissionError):
        return line(messages.STEP_BUSY, detail=error)
    return line(messages.FILES_REFUSED, detail=error)


class Furnish(NamedTuple):
    """Make the Python environment."""

    environment: Path
    source: Path | None


class Put(NamedTuple):
    """Write a file whole."""

    path: Path
    content: bytes


class Write(NamedTuple):
    """Set pairs of an xlwings.conf, which name an interpreter."""

    path: Path
    pairs: Mapping[str, str]
    interpreter: Path


class Extend(NamedTuple):
    """Put the extension into LibreOffice."""

    office: LibreOffice
    extension: Path
    identifier: str


class Retire(NamedTuple):
    """Take an environment away."""

    environment: Path


class Delete(NamedTuple):
    """Take a file away."""

    path: Path


class Restore(NamedTuple):
    """Give pairs of an xlwings.conf their former values; None: the pair goes."""

    path: Path
    pairs: Mapping[str, str | None]


class Withdraw(NamedTuple):
    """Take the extension out of LibreOffice."""

    office: LibreOffice
    identifier: str


Deed = Furnish | Put | Write | Extend | Retire | Delete | Restore | Withdraw


class Step(NamedTuple):
    """One line of the list."""

    line: Line
    deed: Deed | None = None
    """None: it stands already, or it cannot be taken."""
    why: Line | None = None
    """Why it is left out."""
    is_refusal: bool = False
    """Left out though it is needed: a person must do something first."""

    def say_plan(self) -> Line:
        if self.deed:
            return line(messages.STEP_PLANNED, step=self.line)
        if self.is_refusal:
            return line(messages.STEP_FAILED, step=self.line, why=self.why)
        if self.why:
            return line(messages.STEP_LEFT_OUT, step=self.line, why=self.why)
        return line(messages.STEP_THERE, step=self.line)
