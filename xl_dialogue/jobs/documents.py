"""The third group: documents printed, numbered, turned into PDF, mailed."""

from __future__ import annotations

import datetime as dt
import getpass
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages, posting, printing
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.jobs.data import validated
from xl_dialogue.jobs.questions import assigned
from xl_dialogue.messages import DialogueError, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import register
from xl_dialogue.plan.conference import TENTATIVE
from xl_dialogue.plan.findings import once
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import REGISTER
from xl_dialogue.printing import Batch
from xl_dialogue.registry import DOCUMENTS, Option, job

if TYPE_CHECKING:
    import xlwings as xw


PRINTING: tuple[Option, ...] = (
    "kinds", "out", "templates", "dry_run", "one_file", "pdf", "mail", "again", "calendar",
    "workers", "cluster",
)  # fmt: skip
"""What is asked of a job that prints."""


@job(
    Text("Lập văn bản", "Merge"),
    Text("Lập văn bản từ sổ ra tệp Word, chưa cấp số", "Print documents to Word, without numbers"),
    group=DOCUMENTS,
    picture="MailMergeStartLetters",
    takes=PRINTING,
    large=True,
)
def merge(book: xw.Book, request: Request) -> Outcome:
    return _print(book, request)


@job(
    Text("Cấp số", "Issue"),
    Text("Lập văn bản có số và ngày, ghi vào sổ", "Print under numbers, entered in the register"),
    group=DOCUMENTS,
    picture="Numbering",
    takes=PRINTING,
)
def issue(book: xw.Book, request: Request) -> Outcome:
    return _print(book, request, issuing=request.now.date())


@job(
    Text("PDF", "PDF"),
    Text("Lập văn bản rồi chuyển sang PDF", "Print documents, then turn them into PDF"),
    group=DOCUMENTS,
    picture="FileSaveAsPdfOrXps",
    takes=tuple(option for option in PRINTING if option != "pdf"),
)
def pdf(book: xw.Book, request: Request) -> Outcome:
    return _print(book, replace(request, pdf=True))


@job(
    Text("Thư nháp", "Mail"),
    Text("Lập văn bản và thư nháp cho từng nơi nhận", "Print documents, and a draft mail for each"),
    group=DOCUMENTS,
    picture="EnvelopesAndLabelsDialog",
    takes=PRINTING,
    suits=lambda kind: kind.each is not None,
)
def mail(book: xw.Book, request: Request) -> Outcome:
    return _print(book, replace(request, mail=request.mail or "drafts"))


def _print(book: xw.Book, request: Request, issuing: dt.date | None = None) -> Outcome:
    plan = workbook.read(book, request.today)
    if request.mail:  # each gets its own letter, never the print file of all
        request = replace(request, separate=True)
    known = register.entries(plan)
    batches, numbered = _batches(plan, known, request, issuing)
    if request.mail == "send":
        posting.refuse_unready(batches, plan)
    preview = _print_preview(plan, batches)
    outcome = Outcome(plan)
    for told in (preview, outcome):
        if plan.conference.date_status == TENTATIVE:
            told.say(messages.DATE_TENTATIVE)
        printing.tell_of_templates(request, told)
        if request.mail == "drafts":
            posting.tell_of_drafts(batches, told)
    if request.dry_run:
        return _rehearsed(book, batches, known, request, preview)
    refusal = _register_refusal(book, plan)
    if issuing and refusal:
        raise refusal
    if not request.agrees(preview):
        return Outcome(plan, declined=True)
    if issuing and numbered != known:
        _enter(book, numbered)
        book.save()  # before anything is printed: a number on paper is never given twice
    made = [printing.print_batch(batch, request, outcome) for batch in batches]
    for batch in batches:
        printing.tell_of_numbers(batch, outcome, beforehand=False)
    entries = [entry for each in made for entry in each.entries(getpass.getuser(), request.now)]
    rows = register.entered(numbered, entries)
    for each in made:
        rows = each.settled(rows)
    _register(book, outcome, known, rows, refusal)
    if issuing and outcome.written:
        book.save()  # whatever becomes of PDF and mail: what was printed is entered
    if request.pdf:
        for each in made:
            printing.convert(each, request, outcome)
    if request.calendar:
        posting.put_calendar(plan, request, outcome)
    if request.mail:
        gone = posting.post(made, plan, rows, request, Path(book.fullname), outcome)
        _register(book, outcome, rows, register.mailed(rows, gone, request.now), refusal)
    return outcome


def _rehearsed(
    book: xw.Book, batches: list[Batch], known: list[Entry], request: Request, preview: Outcome
) -> Outcome:
    """The preview; for mail that is to be sent also what server and addresses say."""
    if request.mail == "send":
        with tempfile.TemporaryDirectory() as folder:
            aside = replace(request, out=Path(folder))
            made = [
                printing.print_batch(b.elsewhere(aside.out), aside, Outcome(preview.plan))
                for b in batches
            ]
            posting.post(made, preview.plan, known, aside, Path(book.fullname), preview)
    return preview


def _batches(
    plan: Plan, known: list[Entry], request: Request, issuing: dt.date | None
) -> tuple[list[Batch], list[Entry]]:
    """The documents asked for, and the register with their numbers."""
    batches = []
    for name in request.kinds:
        so_far = register.known_to(plan, known)
        batch = printing.batch(KINDS[name], so_far, known, request, issuing)
        known = register.entered(known, [p.entry for p in batch.ready if p.entry.number])
        batches.append(batch)
    return batches, known


def _print_preview(plan: Plan, batches: list[Batch]) -> Outcome:
    preview = Outcome(plan, findings=once(each for batch in batches for each in batch.refused))
    for batch in batches:
        facts = {"label": batch.kind.label, "count": len(batch.ready), "folder": batch.folder}
        preview.say(messages.WOULD_PRINT if batch.ready else batch.why_nothing, **facts)
        printing.tell_of_numbers(batch, preview, beforehand=True)
    return preview


def _register_refusal(book: xw.Book, plan: Plan) -> DialogueError | None:
    """Why the register cannot be written, if it cannot."""
    try:
        workbook.refuse_unwritable(book, plan, (), REGISTER)
    except DialogueError as refusal:
        return refusal
    return None


def _register(
    book: xw.Book,
    outcome: Outcome,
    known: list[Entry],
    rows: list[Entry],
    refusal: DialogueError | None,
) -> None:
    """Enter what was printed; drafts are worth having even where the register is not to be had."""
    if rows == known:
        return
    if refusal:
        outcome.say(messages.REGISTER_LEFT, why=refusal)
        return
    _enter(book, rows)
    outcome.written = True


def _enter(book: xw.Book, rows: list[Entry]) -> None:
    with workbook.quietly(book):
        workbook.replace(book, REGISTER, [row._asdict() for row in rows])


@job(
    Text("Làm trọn", "Run"),
    Text("Kiểm tra, phân công rồi lập văn bản", "Validate, assign, then merge"),
    group=DOCUMENTS,
    takes=("record", "out", "templates"),
)
def run(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    outcome = validated(book, plan, request)
    outcome.add(assigned(book, plan, request))
    outcome.add(merge(book, request))
    return outcome
