"""Documents and mail brought together: a letter for each recipient, as a draft or sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.documents.reminders import PATIENCE, Level, Reminder
from xl_dialogue.messages import DialogueError, Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import register
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import CONFERENCE, REGISTER
from xl_dialogue.printing import Batch, Made
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    from xl_dialogue.mailing.message import Message

_CALENDAR = "Hội nghị.ics"
_DRAFTS = "Thư nháp"
_SENT = ".thu-da-gui.jsonl"
"""Which letters went, beside the workbook and called after it."""
_NAMED = 5
_LISTED = 12
"""Bodies to be reminded that are told one by one."""
_VIETNAM = dt.timezone(dt.timedelta(hours=7))


def post(
    made: list[Made],
    plan: Plan,
    known: Iterable[Entry],
    request: Request,
    book: Path,
    outcome: Outcome,
) -> list[str]:
    """A mail for each document with one recipient that did not go before; keys of those sent.

    Beside the workbook ``book`` it is written down, letter by letter, what was sent: what broke
    off is not in the register yet.
    Errors: ``DialogueError`` when the settings or the server do not allow it.
    """
    letters = [letter for each in made for letter in _letters(each, plan, outcome)]
    gone = {register.mail_key(entry.kind, entry.who) for entry in known if entry.mailed}
    going = [letter for letter in letters if letter.key not in gone]
    if len(going) < len(letters):
        facts = {"count": len(letters) - len(going), "title": REGISTER.title}
        outcome.say(messages.MAILED_BEFORE, **facts)
    record = book.with_suffix(_SENT)
    if request.mail == "send":
        return _send(going, plan, request, record, outcome)
    kinds = [each.batch.kind.label.vi for each in made if each.batch.kind.each]
    _draft(going, plan, request, record, outcome, kinds)
    return []


def refuse_unready(batches: Iterable[Batch], plan: Plan) -> None:
    """Nothing is printed to be sent where it cannot be sent.

    Errors: ``DialogueError`` for documents without numbers, and where no server is named.
    """
    for label, count in _unnumbered(batches):
        raise DialogueError(messages.MAIL_UNNUMBERED, label=label, count=count)
    for item in (item for item in ITEMS if item.name in ("mail_server", "mail_sender")):
        if not getattr(plan.conference, item.name):
            facts = {"title": CONFERENCE.title, "label": item.header}
            raise DialogueError(messages.MAIL_SERVER_MISSING, **facts)


def tell_of_drafts(batches: Iterable[Batch], outcome: Outcome) -> None:
    """Which documents have no number yet."""
    for label, count in _unnumbered(batches):
        outcome.say(messages.DRAFTS_UNNUMBERED, label=label, count=count)


def _unnumbered(batches: Iterable[Batch]) -> Iterator[tuple[Text, int]]:
    for batch in batches:
        if batch.kind.numbered and batch.kind.each:
            count = sum(not paper.entry.number for paper in batch.ready)
            if count:
                yield batch.kind.label, count


def _draft(
    letters: list[Message],
    plan: Plan,
    request: Request,
    record: Path,
    outcome: Outcome,
    kinds: list[str],
) -> None:
    from xl_dialogue.mailing.drafts import write_drafts
    from xl_dialogue.mailing.telling import told_of_drafts

    sender = plan.conference.mail_sender
    drafted = write_drafts(
        letters,
        request.out / _DRAFTS,
        sender,
        record=record,
        whole=kinds,
        progress=request.progress,
    )
    outcome.files += drafted.files
    outcome.summary += told_of_drafts(drafted)


def _send(
    letters: list[Message], plan: Plan, request: Request, record: Path, outcome: Outcome
) -> list[str]:
    from xl_dialogue.mailing.sending import send
    from xl_dialogue.mailing.servers import server_of
    from xl_dialogue.mailing.telling import told_of_sending

    conference = plan.conference
    server = server_of(conference.mail_server, conference.mail_sender, ask=request.password)
    sent = send(
        letters,
        server,
        record,
        dry_run=request.dry_run,
        progress=request.progress,
        again=request.again,
    )
    outcome.summary += told_of_sending(sent)
    return [] if request.dry_run else [*sent.sent, *sent.before]


def _letters(made: Made, plan: Plan, outcome: Outcome) -> Iterator[Message]:
    from xl_dialogue.mailing.message import Message

    kind = made.batch.kind
    if not kind.each:
        return
    addresses = _addresses(plan)
    entry = calendar(plan) if "delegates" in kind.draws_on else b""
    silent = []
    for at, path in sorted(made.files.items()):
        draft = made.batch.ready[at].draft
        address = addresses.get(draft.code, "")
        if not address:
            silent.append(draft.recipient)
            continue
        pdf = path.with_suffix(".pdf")
        facts = {**draft.context, "label": kind.label.vi, "recipient": draft.recipient}
        yield Message(
            register.mail_key(kind.label.vi, made.batch.ready[at].entry.who),
            draft.recipient,
            address,
            messages.MAIL_SUBJECT.say("vi", **facts),
            messages.MAIL_BODY.say("vi", **facts),
            (pdf if pdf.exists() else path,),
            entry,
        )
    if silent:
        outcome.summary.append(_without_address(kind.label, silent))


# --- a file for each -----------------------------------------------------------------------


class Enclosure(NamedTuple):
    """A letter that brings one file."""

    key: str
    """What it is about, a word for the sort before it: never sent twice."""
    name: str
    address: str
    subject: str
    body: str
    file: Path


def enclose(
    made: list[Enclosure],
    sort: Text,
    plan: Plan,
    request: Request,
    book: Path,
    outcome: Outcome,
) -> None:
    """A draft for each, or sent if that is asked for; who has no address is told.

    Errors: ``DialogueError`` when the settings or the server do not allow it.
    """
    from xl_dialogue.mailing.message import Message

    silent = [each.name for each in made if not each.address]
    if silent:
        outcome.summary.append(_without_address(sort, silent))
    letters = [
        Message(each.key, each.name, each.address, each.subject, each.body, (each.file,))
        for each in made
        if each.address
    ]
    if letters:
        record = book.with_suffix(_SENT)
        if request.mail == "send":
            _send(letters, plan, request, record, outcome)
        else:
            _draft(letters, plan, request, record, outcome, [])


# --- reminders ------------------------------------------------------------------------------


def remind(found: list[Reminder], plan: Plan, request: Request, outcome: Outcome) -> None:
    """A draft for each body that is reminded; what was to remind of before and is done goes."""
    from xl_dialogue.mailing.drafts import write_drafts
    from xl_dialogue.mailing.message import Message
    from xl_dialogue.mailing.telling import told_of_drafts

    letters = [
        Message(
            each.key,
            each.name,
            each.address,
            each.subject(plan),
            each.body(plan),
            copy_to=each.copy_to(plan),
        )
        for each in found
        if each.address
    ]
    drafted = write_drafts(
        letters,
        request.out / messages.REMINDERS_FOLDER.vi,
        plan.conference.mail_sender,
        whole=[messages.REMINDERS_FOLDER.vi],
        progress=request.progress,
    )
    outcome.files += drafted.files
    outcome.summary += told_of_drafts(drafted)


def told_of_reminders(found: list[Reminder], plan: Plan) -> Iterator[Said]:
    """How many are reminded and how late they are; who cannot be, for want of an address."""
    facts: dict[str, object] = {"today": short_date(plan.day)}
    if not found:
        yield Said(messages.NOBODY_TO_REMIND, facts)
        return
    levels = [each.level for each in found]
    long = levels.count(Level.LONG)
    facts |= {
        "count": len(found),
        "late": long + levels.count(Level.LATE),
        "long": long,
        "patience": PATIENCE,
    }
    yield Said(messages.REMINDERS_PLANNED, facts)
    for each in sorted(found, key=lambda reminder: -reminder.items[0].late)[:_LISTED]:
        said = {"name": each.name, "count": len(each.items), "level": each.level.label}
        yield Said(messages.REMINDER_PLANNED, said)
    silent = [each.name for each in found if not each.address]
    if silent:
        yield _without_address(messages.REMINDERS_FOLDER, silent)
    if long and not plan.conference.overdue_copy:
        [item] = [item for item in ITEMS if item.name == "overdue_copy"]
        yield Said(messages.REMINDERS_NOT_COPIED, {"label": item.header})


def _without_address(label: Text, silent: list[str]) -> Said:
    names = ", ".join(silent[:_NAMED]) + ("…" if len(silent) > _NAMED else "")
    return Said(messages.NO_MAIL_ADDRESS, {"label": label, "count": len(silent), "names": names})


# --- addresses and the calendar -------------------------------------------------------------


def _addresses(plan: Plan) -> dict[str, str]:
    """Code of a delegate or a body -> where its mail goes."""
    frames = (plan.departments, plan.delegates)
    return {
        code: address
        for frame in frames
        for code, address in zip(frame["code"], frame["email"], strict=True)
    }


def put_calendar(plan: Plan, request: Request, outcome: Outcome) -> None:
    """The conference as an entry for any calendar."""
    from xl_dialogue.opc import write_atomically

    path = request.out / _CALENDAR
    request.out.mkdir(parents=True, exist_ok=True)
    write_atomically(path, calendar(plan))
    outcome.files.append(path)
    outcome.say(messages.CALENDAR_MADE, file=path)


def calendar(plan: Plan) -> bytes:
    """The conference as iCalendar, the same bytes from the same data."""
    from xl_dialogue.mailing.calendar import Gathering, ics

    conference = plan.conference
    assert conference.date is not None
    day, start, end = conference.date, conference.start_time, conference.end_time
    entry = Gathering(
        conference.name,
        dt.datetime.combine(day, start) if start else day,
        dt.datetime.combine(day, end) if start and end else None,
        venue=conference.venue,
        organiser=issue_of(plan, KINDS["invitation"].label.vi).issuer or conference.issuer,
        description=conference.contact,
    )
    stamp = dt.datetime.combine(conference.invitation_date or day, dt.time(), _VIETNAM)
    return ics(entry, stamp)
