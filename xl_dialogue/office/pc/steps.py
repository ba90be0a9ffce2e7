"""What setup may do, as values: a step says itself, whether it was taken or only planned."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError, Said, Text
from xl_dialogue.office.pc.libreoffice import LibreOffice


def line(text: Text, **facts: object) -> Said:
    return Said(text, facts)


def refusal(error: Exception) -> Said:
    """Why something could not be done; of the system's own errors what the system says."""
    if isinstance(error, DialogueError):
        return Said(error.text, error.facts)
    if isinstance(error, PermissionError):
        return line(messages.STEP_BUSY, detail=error)
    return line(messages.FILES_REFUSED, detail=error)


class Furnish(NamedTuple):
    """Make the Python environment."""

    environment: Path
    interpreter: Path
    """The one that is to be in it."""
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


Undoing = Retire | Delete | Restore | Withdraw
Deed = Furnish | Put | Write | Extend | Undoing


class Step(NamedTuple):
    """One line of the list."""

    line: Said
    deed: Deed | None = None
    """None: it stands already, or it cannot be taken."""
    why: Said | None = None
    """Why it is left out."""
    is_refusal: bool = False
    """Left out though it is needed: a person must do something first."""

    def say_plan(self) -> Said:
        if self.deed:
            return line(messages.STEP_PLANNED, step=self.line)
        if self.is_refusal:
            return line(messages.STEP_FAILED, step=self.line, why=self.why)
        if self.why:
            return line(messages.STEP_LEFT_OUT, step=self.line, why=self.why)
        return line(messages.STEP_THERE, step=self.line)
