"""Of the second group: the answers that come back, into the plan or before a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue import book as workbook
from xl_dialogue import messages, posting
from xl_dialogue.jobs.applying import may_write
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request, Source
from xl_dialogue.plan import journal
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.sheets import CONFLICTS, JOURNAL
from xl_dialogue.registry import JOBS, QUESTIONS, job

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.exchange.packets.collecting import Collected, Received
    from xl_dialogue.exchange.packets.conflicts import Settlement
    from xl_dialogue.plan.plan import Plan

_TOLD = 12
"""Remarks that are told one by one."""


@job(
    Text("Thu về", "Collect"),
    Text("Thu các gói đơn vị đã điền gửi lại", "Take in the packets that came back"),
    group=QUESTIONS,
    picture="ReplyToAttendeesWithMessage",
    takes=("replies", "settle", "dry_run"),
    folder="Thu",
)
def collect(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.exchange.packets import collecting, conflicts
    from xl_dialogue.exchange.packets.merging import Desk

    plan = workbook.read(book)
    desk = Desk(plan)
    settled = conflicts.settle(plan, desk, request.now) if request.settle else None
    if not request.files and not (settled and settled.changes):
        return _nothing(plan, settled, request)
    collected = collecting.collect(Path(book.fullname), desk, request.files)
    rows, changes = _written(plan, collected, settled, request)
    open_ = [
        conflicts.row_of(conflict, each.recipient.name, each.file, request.now)
        for each in collected.received
        if each.recipient
        for conflict in each.merged.conflicts
    ]
    outcome = Outcome(plan, changes=changes, summary=list(_told(collected, settled, request)))
    outcome.details["received"] = [_as_json(each) for each in collected.received]
    outcome.failures = sum(each.is_refused for each in collected.received)
    outcome.sources += [Source(each.file, each.digest) for each in collected.received]
    if request.dry_run or not (changes or open_):
        return outcome
    own = (JOURNAL, CONFLICTS) if open_ else (JOURNAL,)
    if not may_write(book, outcome, request, *own):
        return Outcome(plan, declined=True)
    with workbook.quietly(book):
        workbook.append(book, CONFLICTS, open_)
        workbook.append(book, JOURNAL, rows)
        workbook.write(book, plan, changes)
    book.save()  # a receipt says what is in the workbook, and not what might have been
    outcome.written, outcome.run = True, journal.next_run(plan) if changes else 0
    _acknowledge(collected, plan, Path(book.fullname), request, outcome)
    return outcome


def _nothing(plan: Plan, settled: Settlement | None, request: Request) -> Outcome:
    outcome = Outcome(plan)
    if not request.files and not settled:
        folder = request.inbox or JOBS["collect"].folder
        outcome.say(messages.COLLECT_FOLDER_EMPTY, folder=folder)
    if settled:
        outcome.summary += settled.remarks
        outcome.say(messages.SETTLE_NOTHING, title=CONFLICTS.title, open=settled.open)
    return outcome


def _written(
    plan: Plan, collected: Collected, settled: Settlement | None, request: Request
) -> tuple[list[Mapping[str, object]], list[Change]]:
    """The journal's rows, which name each change's file, and the changes: the last of a cell."""
    label = JOBS["collect"].label.vi
    named = [(label, settled.changes if settled else [])]
    named += [(f"{label} {each.digest[:12]}", each.merged.changes) for each in collected.received]
    last = {change[:3]: (name, change) for name, changes in named for change in changes}
    changes = [change for _, change in last.values()]
    rows: list[Mapping[str, object]] = []
    for name in dict.fromkeys(name for name, _ in last.values()):
        own = [change for said, change in last.values() if said == name]
        rows += journal.entries(plan, own, name, request.now)
    return rows, changes


def _told(collected: Collected, settled: Settlement | None, request: Request) -> Iterator[Said]:
    if settled:
        yield from settled.remarks
        text = messages.SETTLED if settled.changes else messages.SETTLE_NOTHING
        facts = {"title": CONFLICTS.title, "count": settled.settled, "open": settled.open}
        yield Said(text, facts)
    remarks = collected.remarks
    for file, remark in remarks[:_TOLD]:
        place = f"{file} › {remark.place}" if remark.place else file
        yield Said(messages.COLLECT_REMARK, {"place": place, "said": remark.said})
    if len(remarks) > _TOLD:
        yield Said(messages.COLLECT_MORE, {"count": len(remarks) - _TOLD})
    if request.files:
        counts = {"taken": collected.taken, "same": collected.same, "left": len(remarks)}
        facts = {"files": len(request.files), "conflicts": collected.conflicts, **counts}
        yield Said(messages.COLLECTED, {**facts, "title": CONFLICTS.title})


def _acknowledge(
    collected: Collected, plan: Plan, place: Path, request: Request, outcome: Outcome
) -> None:
    """A receipt for each reply that brought something, and a draft mail with it."""
    from xl_dialogue.exchange.packets.files import name_of, put_file
    from xl_dialogue.exchange.packets.receipt import receipt

    folder = place.with_name(messages.RECEIPT_FOLDER.vi)
    made = []
    for each in collected.received:
        if each.recipient is None or not (each.is_news or each.merged.remarks):
            continue
        folder.mkdir(exist_ok=True)
        id_ = f"{each.packet[:8]}-{each.digest[:8]}"
        name = name_of(messages.RECEIPT_FILE, each.recipient.name, id_)
        path = put_file(folder / name, receipt(each, plan, request.now))
        outcome.files.append(path)
        made.append(_acknowledgement(each, plan, path))
    drafting = replace(request, out=folder, mail="drafts")
    posting.enclose(made, messages.RECEIPT_FOLDER, plan, drafting, place, outcome)


def _acknowledgement(received: Received, plan: Plan, path: Path) -> posting.Enclosure:
    assert received.recipient is not None
    merged, recipient = received.merged, received.recipient
    facts: dict[str, Any] = {
        "conference": plan.conference.name,
        "recipient": recipient.name,
        "file": received.file,
        "taken": len(merged.changes),
        "conflicts": len(merged.conflicts),
        "left": len(merged.remarks),
    }
    subject, body = messages.RECEIPT_SUBJECT.say(**facts), messages.RECEIPT_BODY.say(**facts)
    key = f"{messages.RECEIPT_FOLDER.vi} {received.packet[:8]}-{received.digest[:8]}"
    return posting.Enclosure(key, *recipient[1:], subject, body, path)


def _as_json(received: Received) -> dict[str, Any]:
    merged = received.merged
    return {
        "file": received.file,
        "sha256": received.digest,
        "packet": received.packet,
        "recipient": received.recipient.code if received.recipient else "",
        "taken": len(merged.changes),
        "same": len(merged.same),
        "waiting": len(merged.waiting),
        "conflicts": [
            {"sheet": each.answer.sheet, "code": each.answer.code, "column": each.answer.column}
            for each in merged.conflicts
        ],
        "remarks": [{"place": each.place, "message": each.said} for each in merged.remarks],
    }
