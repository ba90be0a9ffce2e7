"""What a job is asked besides its name, and what it found, changed and made."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError, Said, Text
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan


def files_refused(error: OSError) -> DialogueError:
    """Where the disk said no, without the passing names under which files are written."""
    if not error.filename:
        detail = error.strerror or type(error).__name__
    else:
        path = Path(os.fsdecode(error.filename))
        detail = f"“{path.parent if path.name.startswith('.') else path}”"
    return DialogueError(messages.FILES_REFUSED, detail=detail)


class Source(NamedTuple):
    """A file from outside that a job has taken something from."""

    file: str
    """Its name, without a folder."""
    sha256: str


@dataclass
class Outcome:
    """What a job found, changed and made; ``written`` tells whether the book must be saved."""

    plan: Plan
    findings: list[Finding] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    summary: list[Said] = field(default_factory=list)
    written: bool = False
    run: int = 0
    """The number under which the workbook's journal lists the changes; 0 without any."""
    sources: list[Source] = field(default_factory=list)
    declined: bool = False
    """The person saw the preview and did not want it: nothing was written."""
    details: dict[str, object] = field(default_factory=dict)
    """What only other programs are told, in JSON's words."""
    noted: dict[str, object] = field(default_factory=dict)
    """What only the log beside the workbook is told, in JSON's words."""
    numbers: dict[str, int] = field(default_factory=dict)
    """By symbol the highest number that was given."""
    failures: int = 0
    """Letters that did not reach all whom they are for, or may not have; files not taken in."""
    stopped: DialogueError | None = None
    """What kept the job from its end, where something had been done until then."""

    def say(self, text: Text, **facts: object) -> None:
        self.summary.append(Said(text, facts))

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """What stops these steps is told together with what was done before."""
        try:
            yield
        except DialogueError as stop:
            self.stopped = self.stopped or stop
        except OSError as error:
            self.stopped = self.stopped or files_refused(error)

    @property
    def errors(self) -> int:
        return sum(finding.is_error for finding in self.findings)

    @property
    def warnings(self) -> int:
        return len(self.findings) - self.errors

    def add(self, other: Outcome) -> None:
        """Go on with what another job has done."""
        self.plan = other.plan
        self.findings += other.findings
        self.changes += other.changes
        self.files += other.files
        self.summary += other.summary
        self.written |= other.written
        self.run = other.run or self.run
        self.sources += other.sources
        self.declined |= other.declined
        self.details |= other.details
        self.noted |= other.noted
        self.numbers |= other.numbers
        self.failures += other.failures
        self.stopped = self.stopped or other.stopped


def _silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _agreed(_: Outcome) -> bool:
    """Nobody is there to be asked: whoever gave the command has agreed."""
    return True


@dataclass(frozen=True)
class Request:
    """What is asked for besides the job itself."""

    dry_run: bool = False
    record: bool = False
    """Write the findings into the workbook."""
    files: tuple[Path, ...] = ()
    """What is to be taken in."""
    inbox: Path | None = None
    """The folder in which a click looks for them."""
    sheet: str = ""
    """The sheet that they are for; whichever fits each, unless said."""
    earlier: tuple[Plan, ...] = ()
    """Plans of former years, from whose assignments this one may learn."""
    to: str = "departments"
    """Who is sent what is theirs: a name of ``plan.audiences``."""
    settle: bool = False
    """Also do what was chosen where replies and plan differ."""
    kinds: tuple[str, ...] = ()
    out: Path = Path()
    templates: Path | None = None
    separate: bool = True
    """A file for each document; without, only what else is asked for."""
    one_file: bool = False
    """All documents of a kind in one file, ready to be printed."""
    pdf: bool = False
    mail: Literal["", "drafts", "send"] = ""
    again: bool = False
    """Send also what may or may not have gone in a run that broke off."""
    calendar: bool = False
    workers: int = 1
    """Processes that make letters."""
    cluster: str = ""
    """The address of a Dask scheduler whose workers make letters."""
    password: Callable[[str], str | None] | None = None
    """Asked with the user's name where the environment holds none."""
    before: dt.date | None = None
    """Of a conference that was before this day nobody's data are kept."""
    day: dt.date | None = None
    """The day of reckoning, where it is not the day of the request."""
    now: dt.datetime = field(default_factory=dt.datetime.now)
    progress: Callable[[int, int], None] = _silent
    agrees: Callable[[Outcome], bool] = _agreed
    """Asked with the preview before anything is written or printed."""

    @property
    def today(self) -> dt.date:
        """What is late is late as of this day."""
        return self.day or self.now.date()
