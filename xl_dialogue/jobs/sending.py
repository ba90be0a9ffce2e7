"""Of the second group: parts of the plan out to who must answer or know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue import book as workbook
from xl_dialogue import messages, posting
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.audiences import AUDIENCES
from xl_dialogue.plan.sheets import BY_NAME
from xl_dialogue.registry import QUESTIONS, job
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.exchange.packets.packing import Packet
    from xl_dialogue.exchange.packets.sealing import Sealed
    from xl_dialogue.plan.plan import Plan

_TOLD = 12
"""Recipients that are told one by one where nothing personal goes to them."""


@job(
    Text("Gửi đơn vị", "Send out"),
    Text("Lập gói để từng cơ quan điền trả lời", "Make a packet for each body to answer in"),
    group=QUESTIONS,
    picture="EnvelopesAndLabelsDialog",
    takes=("to", "out", "mail", "dry_run"),
    folder="Gửi đi",
)
def send(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.exchange.packets.packing import masked, pack

    plan = workbook.read(book)
    packets = masked(plan, pack(plan, AUDIENCES[request.to]))
    outcome = Outcome(plan)
    outcome.details["recipients"] = [_as_json(packet) for packet in packets]
    if not packets:
        outcome.say(messages.SEND_NOBODY)
        return outcome
    facts = {"count": len(packets), "rows": sum(packet.size for packet in packets)}
    preview = Outcome(plan, summary=list(_personal(packets)), details=outcome.details)
    preview.say(messages.SEND_PLANNED, folder=request.out, **facts)
    if request.dry_run:
        return preview
    server = posting.ready((), plan, request)
    if not request.agrees(preview):
        return Outcome(plan, declined=True)
    made = _make(packets, plan, Path(book.fullname), request, outcome)
    outcome.summary += _personal(packets)
    _tell_made(outcome, Path(book.fullname), request, facts)
    if request.mail:
        place = Path(book.fullname)
        posting.enclose(made, messages.PACKET_MAILS, plan, request, place, outcome, server)
    return outcome


def _make(
    packets: Sequence[Packet], plan: Plan, place: Path, request: Request, outcome: Outcome
) -> list[posting.Enclosure]:
    """The files; each packet is kept beside the workbook before it can be sent."""
    from xl_dialogue.exchange.packets import base, sealing
    from xl_dialogue.exchange.packets.files import name_of, put_file
    from xl_dialogue.exchange.packets.workbook import workbook_of

    key, made = base.key_of(place), list[posting.Enclosure]()
    request.out.mkdir(parents=True, exist_ok=True)
    for number, packet in enumerate(packets, 1):
        sealed = sealing.seal(packet, key, f"{request.now:%d/%m/%Y %H:%M:%S}")
        sealed = sealed._replace(label=base.keep(place, sealed))
        name = name_of(messages.PACKET_FILE, packet.recipient.name, sealed.label.id)
        path = put_file(request.out / name, workbook_of(sealed, plan))
        outcome.files.append(path)
        made.append(_enclosure(sealed, plan, path))
        request.progress(number, len(packets))
    return made


def _enclosure(sealed: Sealed, plan: Plan, path: Path) -> posting.Enclosure:
    packet, deadline = sealed.packet, plan.conference.answer_deadline
    facts: dict[str, Any] = {
        "conference": plan.conference.name,
        "recipient": packet.recipient.name,
        "file": path.name,
        "rows": packet.size,
        "until": messages.PACKET_UNTIL.say(day=short_date(deadline)) if deadline else "",
    }
    subject, body = messages.PACKET_SUBJECT.say(**facts), messages.PACKET_BODY.say(**facts)
    key = f"{messages.PACKET_MAILS.vi} {sealed.label.id}"
    return posting.Enclosure(key, *packet.recipient[1:], subject, body, path)


def _personal(packets: Sequence[Packet]) -> Iterator[Said]:
    """Which columns with people's data would leave, and to whom."""
    going: dict[tuple[str, str], list[str]] = {}
    for packet in packets:
        for page in packet.pages:
            if headers := ", ".join(column.header for column in page.personal):
                title = BY_NAME[page.sheet].title
                going.setdefault((title, headers), []).append(packet.recipient.name)
    for (title, headers), names in going.items():
        to = "; ".join(names)
        facts = {"title": title, "headers": headers, "recipients": to}
        yield Said(messages.SEND_PERSONAL, {**facts})
    others = [
        packet.recipient.name
        for packet in packets
        if not any(page.personal for page in packet.pages)
    ]
    if others:
        named = "; ".join(others[:_TOLD]) + ("…" if len(others) > _TOLD else "")
        yield Said(messages.SEND_IMPERSONAL, {"count": len(others), "recipients": named})


def _tell_made(
    outcome: Outcome, place: Path, request: Request, facts: Mapping[str, object]
) -> None:
    from xl_dialogue.exchange.packets import base

    names = {"base": place.with_suffix(base.FOLDER).name, "key": place.with_suffix(base.KEY).name}
    outcome.say(messages.SEND_MADE, folder=request.out, **names, **facts)


def _as_json(packet: Packet) -> dict[str, Any]:
    pages = {
        BY_NAME[page.sheet].title: {
            "rows": len(page.rows),
            "columns": [column.header for column in page.declared],
            "personal": [column.header for column in page.personal],
        }
        for page in packet.pages
    }
    return {**packet.recipient._asdict(), "sheets": pages}
