"""The third group: documents printed, numbered, turned into PDF, mailed."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages, posting, recording
from xl_dialogue.documents.kinds import KINDS, Kind
from xl_dialogue.jobs.data import validated
from xl_dialogue.jobs.ledger import Ledger
from xl_dialogue.jobs.questions import assigned
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import numbers, register
from xl_dialogue.plan.conference import TENTATIVE
from xl_dialogue.plan.findings import Rule, once
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.rules.registry import at_item
from xl_dialogue.plan.sheets import CONFERENCE, REGISTER
from xl_dialogue.printing import making, templates
from xl_dialogue.printing.batches import Batch, Made, batch_of, tell_of_numbers
from xl_dialogue.registry import DOCUMENTS, Option, job

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.mailing.servers import Server

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
    preview, outcome = Outcome(plan), Outcome(plan)
    ledger = Ledger(book, plan)
    if issuing:
        request = _without_tentative(plan, request, preview, outcome)
        if not request.kinds:
            return outcome
        doubtful = ledger.doubtful(_kinds(request))
        if doubtful:
            outcome.findings += doubtful
            facts = {"title": REGISTER.title, "count": len(doubtful)}
            outcome.say(messages.NUMBERING_STOPPED, **facts)
            return outcome
        ledger.refuse_lost(_kinds(request))
    if request.mail:  # each gets its own letter, never the print file of all
        request = replace(request, separate=True)
    batches, numbered = _batches(plan, ledger.rows, request, issuing)
    beforehand = list(_beforehand(batches, plan, request))
    server = posting.ready(batches, plan, request)
    _say_print(batches, preview)
    preview.summary += beforehand
    outcome.summary += beforehand
    if request.dry_run:
        return _rehearsed(book, batches, ledger, request, preview, server)
    if issuing and ledger.refusal:
        raise ledger.refusal
    if not request.agrees(preview):
        return Outcome(plan, declined=True)
    if issuing and ledger.enter(numbered):
        book.save()  # before anything is printed: a number on paper is never given twice
        outcome.written = True
    _note_numbers(batches, outcome)
    made = _printed(batches, ledger, request, outcome)
    if issuing and outcome.written:
        with outcome.going_on():
            book.save()  # whatever becomes of PDF and mail: what was printed is entered
    if not outcome.stopped:
        with outcome.going_on():
            _pass_on(made, ledger, book, request, outcome, server)
    return outcome


def _beforehand(batches: list[Batch], plan: Plan, request: Request) -> Iterator[Said]:
    """What is told before anything is printed, and again at the end."""
    if plan.conference.date_status == TENTATIVE:
        yield Said(messages.DATE_TENTATIVE, {})
    yield from templates.unused(request)
    if request.mail:
        yield from posting.for_nobody(_kinds(request))
    if request.mail == "drafts":
        yield from posting.without_numbers(batches)


def _kinds(request: Request) -> list[Kind]:
    return [KINDS[name] for name in request.kinds]


def _without_tentative(plan: Plan, request: Request, *told: Outcome) -> Request:
    """Invitations and programme are official once the day is: until then they get no numbers."""
    if plan.conference.date_status != TENTATIVE:
        return request
    held = [kind for kind in _kinds(request) if kind.for_a_fixed_day]
    labels = ", ".join(kind.label.vi for kind in held)
    for outcome in told if held else ():
        outcome.findings.append(at_item(plan, Rule.DATE_TENTATIVE, "date_status"))
        outcome.say(messages.NOT_ISSUED_TENTATIVE, labels=labels, title=CONFERENCE.title)
    return replace(request, kinds=tuple(n for n in request.kinds if KINDS[n] not in held))


def _printed(
    batches: list[Batch], ledger: Ledger, request: Request, outcome: Outcome
) -> list[Made]:
    """What was made, entered in the register; whatever stopped the rest."""
    made = [Made(batch) for batch in batches]
    with outcome.going_on():
        for each in made:
            making.print_batch(each, request, outcome)
    for batch in batches:
        tell_of_numbers(batch, outcome, beforehand=False)
    rows = ledger.rows
    by = recording.user()
    for each in made:
        rows = register.entered(each.settled(rows), each.entries(by, request.now))
    ledger.enter_made(rows, outcome)
    return made


def _pass_on(
    made: list[Made],
    ledger: Ledger,
    book: xw.Book,
    request: Request,
    outcome: Outcome,
    server: Server | None,
) -> None:
    """The documents as PDF, and by mail."""
    if request.pdf:
        for each in made:
            making.convert(each, request, outcome)
    if request.calendar:
        posting.put_calendar(outcome.plan, ledger.rows, request, outcome)
    if request.mail:
        place = Path(book.fullname)
        gone = posting.post(made, outcome.plan, ledger.rows, request, place, outcome, server)
        ledger.enter_made(register.mailed(ledger.rows, gone, request.now), outcome)


def _note_numbers(batches: list[Batch], outcome: Outcome) -> None:
    """For the log beside the workbook, should the register be lost."""
    for batch in batches:
        for paper in batch.ready:
            symbol, given = paper.entry.symbol, numbers.value(paper.entry.number)
            if given:
                outcome.numbers[symbol] = max(given, outcome.numbers.get(symbol, 0))


def _rehearsed(
    book: xw.Book,
    batches: list[Batch],
    ledger: Ledger,
    request: Request,
    preview: Outcome,
    server: Server | None,
) -> Outcome:
    """The preview; for mail that is to be sent also what server and addresses say."""
    if server:
        with tempfile.TemporaryDirectory() as folder:
            aside = replace(request, out=Path(folder))
            made = [Made(replace(batch, out=aside.out)) for batch in batches]
            for each in made:
                making.print_batch(each, aside, Outcome(preview.plan))
            place = Path(book.fullname)
            posting.post(made, preview.plan, ledger.rows, aside, place, preview, server)
    return preview


def _batches(
    plan: Plan, known: list[Entry], request: Request, issuing: dt.date | None
) -> tuple[list[Batch], list[Entry]]:
    """The documents asked for, and the register with their numbers."""
    batches = []
    for kind in _kinds(request):
        so_far = register.known_to(plan, known)
        batch = batch_of(kind, so_far, known, request, issuing)
        known = register.entered(known, [p.entry for p in batch.ready if p.entry.number])
        batches.append(batch)
    return batches, known


def _say_print(batches: list[Batch], preview: Outcome) -> None:
    refused = (each for batch in batches for each in batch.refused)
    preview.findings = once([*preview.findings, *refused])
    for batch in batches:
        facts = {"label": batch.kind.label, "count": len(batch.ready), "folder": batch.folder}
        preview.say(messages.WOULD_PRINT if batch.ready else batch.why_nothing, **facts)
        tell_of_numbers(batch, preview, beforehand=True)


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
