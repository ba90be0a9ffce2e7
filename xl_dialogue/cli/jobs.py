"""A subcommand for every job of the registry."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.cli.ends import CLOSED, FINE, STOPPED, WRONG, Command
from xl_dialogue.cli.options import OPTIONS
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.outcome import Outcome, Request
    from xl_dialogue.plan.plan import Plan

_SHOWN = 40
"""Findings and changes listed on the screen before the rest is only counted."""


def add_to(command: Command) -> None:
    """A subcommand for every job of the registry."""
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import JOBS

    for job in JOBS.values():
        made = command(job.command, job.about.en, _job)
        made.add_argument("plan", metavar="PLAN", type=Path, help="the workbook")
        made.add_argument("--json", action="store_true", help="print JSON instead of sentences")
        made.set_defaults(job=job.name)
        for option in job.takes:
            made.add_argument(*OPTIONS[option].names, **OPTIONS[option].about)
        if "kinds" in job.takes:
            made.epilog = "KIND: " + ", ".join(
                kind.name for kind in KINDS.values() if job.suits(kind)
            )
            made.add_argument("--all", action="store_true", help="every kind of document")
        if job.name == "assign":
            made.set_defaults(do=_assign)
            made.add_argument(
                "--questions", metavar="FILE.csv", type=Path,
                help="route these texts (columns id, text) instead; one JSON object a line",
            )  # fmt: skip


def _job(asked: argparse.Namespace) -> int:
    from xl_dialogue import recording
    from xl_dialogue.jobs import JOBS

    with opened(asked) as book, recording.trail(book, asked.job) as trail:
        outcome = JOBS[asked.job].run(book, _request(asked))
        if outcome.written and asked.app == CLOSED:
            _save(book, outcome)
        trail.note(outcome)
    _show(outcome, asked)
    if stopped(outcome, asked):
        return STOPPED
    return WRONG if outcome.errors or outcome.failures else FINE


def stopped(outcome: Outcome, asked: argparse.Namespace) -> bool:
    """Whether the job was kept from its end, which is told."""
    if outcome.stopped:
        print(outcome.stopped.say(asked.lang), file=sys.stderr)
    return outcome.stopped is not None


def _save(book: xw.Book, outcome: Outcome) -> None:
    """Errors: ``DialogueError``, unless files were made, which are there all the same."""
    if not outcome.files:
        book.save()
        return
    with outcome.going_on():
        book.save()


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator[xw.Book]:
    """The workbook: a closed file, or in a running program, where the person sees and saves it."""
    if asked.app != CLOSED:
        from xl_dialogue.engines import running

        yield running.book(asked.app, asked.plan, asked.port)
        return
    from xl_dialogue.engines import closed

    book = closed.open(asked.plan)
    try:
        yield book
    finally:
        book.close()


def _request(asked: argparse.Namespace) -> Request:
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import JOBS
    from xl_dialogue.outcome import Request

    given = vars(asked)
    suiting = [kind.name for kind in KINDS.values() if JOBS[asked.job].suits(kind)]
    kinds = tuple(dict.fromkeys(given.get("kinds") or suiting))
    if "all" in given and not (asked.kinds or asked.all):
        raise DialogueError(messages.NO_KIND_ASKED, known=", ".join(suiting))
    for kind in kinds:
        if kind not in KINDS:
            raise DialogueError(messages.KIND_UNKNOWN, kind=kind, known=", ".join(KINDS))
    options = {name: given[name] for name in OPTIONS if given.get(name) is not None}
    if options.get("one_file"):
        options["separate"] = False
    if "files" in options:
        options["files"] = tuple(options["files"])
    if "earlier" in options:
        options["earlier"] = tuple(map(plan_of, options["earlier"]))
    fixed = {"kinds": kinds, "progress": progress, "password": _password}
    return Request(**options | fixed)


def plan_of(path: Path) -> Plan:
    """What a workbook says that is only looked into."""
    from xl_dialogue import book as workbook
    from xl_dialogue.engines import closed

    book = closed.open(path)
    try:
        return workbook.read(book)
    finally:
        book.close()


def _password(user: str) -> str | None:
    """Typed where a person sits; None where nobody does."""
    import getpass

    if not sys.stdin.isatty():
        return None
    return getpass.getpass(messages.PASSWORD_ASKED.say(user=user))


def _assign(asked: argparse.Namespace) -> int:
    if not asked.questions:
        return _job(asked)
    from xl_dialogue import book as workbook
    from xl_dialogue.questions.answering import answer_all
    from xl_dialogue.questions.precedents import decided_by_staff

    with opened(asked) as book:
        plan = workbook.read(book)
    earlier = [each for path in asked.earlier or () for each in decided_by_staff(plan_of(path))]
    gc.disable()  # hardly a circle among texts and answers: to look costs a fifth
    texts = list(_texts(asked.questions))
    processes = min(os.cpu_count() or 1, 1 + len(texts) // _MANY)
    for answer in answer_all(texts, plan, asked.lang, earlier, processes=processes):
        print(json.dumps(answer, ensure_ascii=False))
    return FINE


_MANY = 2_000
"""Texts for which it pays to start another process."""


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The rows of a CSV with the columns id and text."""
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"id", "text"} <= set(rows.fieldnames or ()):
                raise DialogueError(messages.CSV_COLUMNS, path=path)
            for row in rows:
                yield row["id"] or "", row["text"] or ""
    except FileNotFoundError:
        raise DialogueError(messages.FILE_MISSING, path=path) from None
    except (OSError, UnicodeDecodeError, csv.Error):
        raise DialogueError(messages.CSV_UNREADABLE, path=path) from None


def _show(outcome: Outcome, asked: argparse.Namespace) -> None:
    from xl_dialogue import telling

    if asked.json:
        print(json.dumps(telling.as_json(outcome, asked.lang), ensure_ascii=False, indent=1))
        return
    for line in telling.details(outcome, asked.lang, _SHOWN):
        print(line)
    for line in telling.summary(outcome, asked.lang):
        print(line)


def progress(done: int, total: int) -> None:
    """A line that counts, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == total else "\r"
        print(f"{done}/{total}", end=end, file=sys.stderr, flush=True)
