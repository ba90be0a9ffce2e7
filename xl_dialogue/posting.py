"""Documents and mail brought together: a letter for each recipient, as a draft or sent."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.kinds import KINDS, Kind
from xl_dialogue.documents.recipients import address, called
from xl_dialogue.documents.reminders import PATIENCE, Level, Reminder
from xl_dialogue.messages import DialogueError, Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.conference import ITEMS, TENTATIVE
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import CONFERENCE, REGISTER
from xl_dialogue.printing.batches import Batch, Made
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    from xl_dialogue.mailing.message import Message
    from xl_dialogue.mailing.record import Standing
    from xl_dialogue.mailing.servers import Server

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
    known: Sequence[Entry],
    request: Request,
    book: Path,
    outcome: Outcome,
    server: Server | None,
) -> set[tuple[str, str]]:
    """A mail for each document with one recipient that did not go before; key and mark of each
    that has gone.

    Beside the workbook ``book`` it is written down, letter by letter, what was sent: what broke
    off is not in the register yet.
    Errors: ``DialogueError`` when the settings or the server do not allow it.
    """
    from xl_dialogue.mailing.record import states

    record = record_of(book)
    past = _Past(known, states(record))
    letters = [each for one in made for each in _letters(one, plan, past, outcome)]
    going = [letter for letter in letters if not past.knows(letter)]
    if len(going) < len(letters):
        facts = {"count": len(letters) - len(going), "title": REGISTER.title}
        outcome.say(messages.MAILED_BEFORE, **facts)
    if server:
        gone = _send(going, server, request, record, outcome)
        return {(letter.key, letter.mark) for letter in going if letter.key in gone}
    kinds = [each.batch.kind.label.vi for each in made if each.batch.kind.each]
    _draft(going, plan, request, record, outcome, kinds)
    return set()


def record_of(book: Path) -> Path:
    """Which letters of this workbook went, and to whom."""
    return book.with_suffix(_SENT)


class _Past:
    """What register and record together know of the letters that went."""

    def __init__(self, known: Sequence[Entry], noted: Mapping[str, Standing]) -> None:
        mailed = [entry for entry in known if entry.mailed]
        self._gone = {(entry.mail_key, entry.mark) for entry in mailed}
        self._last = {entry.mail_key: entry.mark for entry in mailed}
        self._noted = noted
        self._numbers = Counter(entry.whose for entry in known if entry.number)

    def knows(self, letter: Message) -> bool:
        """The register has it as sent, and the record does not say to whom."""
        noted = self._noted.get(letter.key)
        told = noted is not None and (noted.mark or letter.mark) == letter.mark
        return (letter.key, letter.mark) in self._gone and not told

    def replaced(self, entry: Entry) -> str:
        """The mark of the letter that went before and said something else; blank for none."""
        noted = self._noted.get(entry.mail_key)
        went = noted.mark if noted and noted.state != "failed" else ""
        before = went or self._last.get(entry.mail_key, "")
        return "" if before == entry.mark else before

    def changes(self, entry: Entry) -> int:
        """How often this recipient's document was issued anew."""
        return max(0, self._numbers[entry.whose] - 1)


def ready(batches: Sequence[Batch], plan: Plan, request: Request) -> Server | None:
    """The server, where letters are to be sent: nothing is printed that cannot be mailed.

    Errors: ``DialogueError`` for documents without numbers, where no server is named, or when
    server, sender or password is wrong.
    """
    from xl_dialogue.mailing.addresses import sender_of
    from xl_dialogue.mailing.servers import server_of

    conference = plan.conference
    if request.mail == "drafts" and conference.mail_sender:
        sender_of(conference.mail_sender)
    if request.mail != "send":
        return None
    for label, count in _unnumbered(batches):
        raise DialogueError(messages.MAIL_UNNUMBERED, label=label, count=count)
    for item in (item for item in ITEMS if item.name in ("mail_server", "mail_sender")):
        if not getattr(conference, item.name):
            facts = {"title": CONFERENCE.title, "label": item.header}
            raise DialogueError(messages.MAIL_SERVER_MISSING, **facts)
    return server_of(conference.mail_server, conference.mail_sender, ask=request.password)


def for_nobody(kinds: Sequence[Kind]) -> Iterator[Said]:
    """Which kinds are one document for all, that nobody gets by mail.

    Errors: ``DialogueError`` where all of them are.
    """
    common = [kind.label.vi for kind in kinds if not kind.each]
    facts = {"labels": ", ".join(common)}
    if common and len(common) == len(kinds):
        raise DialogueError(messages.MAIL_WITHOUT_RECIPIENT, **facts)
    if common:
        yield Said(messages.NO_MAIL_FOR_ALL, dict(facts))


def without_numbers(batches: Iterable[Batch]) -> Iterator[Said]:
    """Which documents have no number yet."""
    for label, count in _unnumbered(batches):
        yield Said(messages.DRAFTS_UNNUMBERED, {"label": label, "count": count})


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
        labels=[kind.label.vi for kind in KINDS.values() if kind.each],
        progress=request.progress,
    )
    outcome.files += drafted.files
    outcome.summary += told_of_drafts(drafted)


def _send(
    letters: list[Message], server: Server, request: Request, record: Path, outcome: Outcome
) -> list[str]:
    from xl_dialogue.mailing.sending import send
    from xl_dialogue.mailing.telling import failures, told_of_sending

    sent = send(
        letters,
        server,
        record,
        dry_run=request.dry_run,
        progress=request.progress,
        again=request.again,
    )
    outcome.summary += told_of_sending(sent)
    outcome.failures += failures(sent)
    return [] if request.dry_run else [*sent.sent, *sent.before]


def _letters(made: Made, plan: Plan, past: _Past, outcome: Outcome) -> Iterator[Message]:
    from xl_dialogue.mailing.message import Message

    kind = made.batch.kind
    if not kind.each:
        return
    silent = []
    for at, path in sorted(made.files.items()):
        draft, entry = made.batch.ready[at].draft, made.batch.ready[at].entry
        to = address(plan, kind, draft)
        if not to:
            silent.append(draft.recipient)
            continue
        replaced = past.replaced(entry)
        facts = {
            **draft.context,
            "label": kind.label.vi,
            "recipient": called(plan, kind, draft),
            "note": _note(replaced),
        }
        yield Message(
            entry.mail_key,
            draft.recipient,
            to,
            messages.MAIL_SUBJECT.say("vi", **facts),
            messages.MAIL_BODY.say("vi", **facts),
            (made.pdfs.get(at, path),),
            calendar(plan, past.changes(entry)) if kind.invites else b"",
            mark=entry.mark,
            replaces=replaced,
        )
    if silent:
        outcome.summary.append(_without_address(kind.label, silent))


def _note(replaced: str) -> str:
    """What the mail says of the letter that it replaces."""
    if not replaced:
        return ""
    number, _, content = replaced.rpartition(" ")
    said = f" số {number}" if number and content else ""
    return messages.MAIL_REPLACES.say("vi", number=said) + "\n"


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
    server: Server | None = None,
) -> None:
    """A draft for each, or sent where there is a server; who has no address is told.

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
        record = record_of(book)
        if server:
            _send(letters, server, request, record, outcome)
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


# --- the calendar ---------------------------------------------------------------------------


def put_calendar(plan: Plan, known: Sequence[Entry], request: Request, outcome: Outcome) -> None:
    """The conference as an entry for any calendar; one that says something else moves it."""
    from xl_dialogue.mailing.calendar import sequence_of
    from xl_dialogue.opc import write_atomically

    path = request.out / _CALENDAR
    request.out.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.is_file() else b""
    last = sequence_of(before)
    past, inviting = _Past(known, {}), _inviting()
    changes = [past.changes(entry) for entry in known if entry.kind in inviting]
    moved = bool(before) and calendar(plan, last) != before
    write_atomically(path, calendar(plan, max([last + moved, *changes])))
    outcome.files.append(path)
    outcome.say(messages.CALENDAR_MADE, file=path)


def _inviting() -> set[str]:
    return {kind.label.vi for kind in KINDS.values() if kind.invites}


def calendar(plan: Plan, changes: int = 0) -> bytes:
    """The conference as iCalendar, the same bytes from the same data and number of changes."""
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
        sequence=changes,
        is_tentative=conference.date_status == TENTATIVE,
    )
    stamp = dt.datetime.combine(conference.invitation_date or day, dt.time(), _VIETNAM)
    return ics(entry, stamp)
