"""The registry of jobs: subcommands, ribbon, Calc's toolbar and README's table come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from xl_dialogue.documents.kinds import KINDS, Kind
from xl_dialogue.messages import Text
from xl_dialogue.outcome import Outcome, Request

if TYPE_CHECKING:
    import xlwings as xw

    Run = Callable[[xw.Book, Request], Outcome]


class Group(NamedTuple):
    """A group of buttons; the groups follow the order of the work."""

    name: str
    label: Text


DATA = Group("data", Text("1 Dữ liệu", "1 Data"))
QUESTIONS = Group("questions", Text("2 Câu hỏi", "2 Questions"))
DOCUMENTS = Group("documents", Text("3 Văn bản", "3 Documents"))
FOLLOW_UP = Group("follow_up", Text("4 Theo dõi", "4 Follow-up"))
TOOLS = Group("tools", Text("5 Tiện ích", "5 Tools"))
GROUPS = (DATA, QUESTIONS, DOCUMENTS, FOLLOW_UP, TOOLS)

Option = Literal[
    "dry_run", "record", "kinds", "out", "templates", "one_file", "pdf", "mail", "again",
    "calendar", "workers", "cluster", "files", "sheet", "day", "earlier",
    "to", "replies", "settle", "before",
]  # fmt: skip
"""The fields of a request that a person may set."""


@dataclass(frozen=True)
class Job:
    """One entry of the registry: a subcommand, and a button where it has a picture."""

    name: str
    label: Text
    about: Text
    group: Group
    picture: str
    """The name of the button's built-in Office picture."""
    run: Run
    takes: tuple[Option, ...]
    large: bool
    folder: str
    """Beside the workbook: what a click takes in lies there, or what it makes is put there."""
    moves: bool
    """It only takes the person somewhere: nothing is read from the plan, nothing written."""
    suits: Callable[[Kind], bool]
    """Of a job that takes kinds: those it is offered for."""

    @property
    def command(self) -> str:
        """Its subcommand: ``next-finding`` for ``next_finding``, ``import`` for ``import_``."""
        return self.name.rstrip("_").replace("_", "-")


class Button(NamedTuple):
    """What is clicked: a job, with the kinds of document that it is to make."""

    id: str
    label: Text
    about: Text
    picture: str
    large: bool
    kinds: tuple[str, ...] = ()


EVERYTHING = Text("Tất cả các loại", "All kinds")
JOBS: dict[str, Job] = {}


def job(
    label: Text,
    about: Text,
    *,
    group: Group,
    picture: str = "",
    takes: tuple[Option, ...] = (),
    large: bool = False,
    folder: str = "",
    moves: bool = False,
    suits: Callable[[Kind], bool] = lambda _kind: True,
) -> Callable[[Run], Run]:
    """Enter the decorated function in the registry under its own name."""

    def register(run: Run) -> Run:
        name = str(run.__name__)
        JOBS[name] = Job(
            name, label, about, group, picture, run, takes, large, folder, moves, suits
        )
        return run

    return register


def buttons(job: Job) -> Iterator[Button]:
    """The job's own button, or one for each kind of document that has a picture."""
    if "kinds" not in job.takes:
        if job.picture:
            yield Button(job.name, job.label, job.about, job.picture, job.large)
        return
    for kind in KINDS.values():
        if job.large and kind.picture:
            id_, kinds = f"{job.name}.{kind.name}", (kind.name,)
            yield Button(id_, kind.label, kind.about, kind.picture, True, kinds)


def menu(job: Job) -> Iterator[Button]:
    """Every kind of document that suits, for a job that takes kinds; then all at once."""
    if "kinds" in job.takes:
        suiting = [kind for kind in KINDS.values() if job.suits(kind)]
        for kind in suiting:
            id_, kinds = f"{job.name}.{kind.name}.listed", (kind.name,)
            picture = kind.picture or job.picture
            yield Button(id_, kind.label, kind.about, picture, False, kinds)
        every = tuple(kind.name for kind in suiting)
        yield Button(job.name, EVERYTHING, job.about, job.picture, False, every)
