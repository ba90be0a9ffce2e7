"""Files that came back -> what they change in the plan, what a person settles, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.packets import base, sealing
from xl_dialogue.exchange.packets.merging import Desk, Merged
from xl_dialogue.exchange.packets.reply import Remark, Reply, label_of, reply_of
from xl_dialogue.exchange.reading import guarded
from xl_dialogue.messages import DialogueError, Said

if TYPE_CHECKING:
    from pathlib import Path

    from xl_dialogue.exchange.packets.packing import Recipient
    from xl_dialogue.exchange.packets.sealing import Label


class Read(NamedTuple):
    """A file that is the answer to a packet."""

    file: str
    """Its name, as it may be shown."""
    digest: str
    label: Label
    recipient: Recipient
    reply: Reply


@dataclass
class Received:
    """One file and what it came to."""

    file: str
    digest: str = ""
    packet: str = ""
    recipient: Recipient | None = None
    merged: Merged = field(default_factory=Merged)

    @property
    def is_refused(self) -> bool:
        """Nothing was taken from it: it is no answer to a packet of this plan."""
        return self.recipient is None

    @property
    def is_news(self) -> bool:
        """Something in it was not known before."""
        return bool(self.merged.changes or self.merged.conflicts)


@dataclass
class Collected:
    """What all files came to."""

    received: list[Received] = field(default_factory=list)

    @property
    def taken(self) -> int:
        return sum(len(each.merged.changes) for each in self.received)

    @property
    def same(self) -> int:
        return sum(len(each.merged.same) for each in self.received)

    @property
    def conflicts(self) -> int:
        """What waits for a person, since now or since before."""
        merged = [each.merged for each in self.received]
        return sum(len(each.conflicts) + len(each.waiting) for each in merged)

    @property
    def remarks(self) -> list[tuple[str, Remark]]:
        """With the file of each."""
        return [(each.file, remark) for each in self.received for remark in each.merged.remarks]


def collect(plan: Path, desk: Desk, files: Sequence[Path]) -> Collected:
    """Merge the files into the plan on the desk, whose workbook is at ``plan``.

    The order in which they are named is of no matter: packets go by their time. A file that
    cannot be read does not keep the others from being merged.
    """
    collected = Collected()
    read: list[Read] = []
    shelf = base.Shelf(plan)
    for path in files:
        found = read_reply(plan, shelf, path)
        if isinstance(found, Received):
            collected.received.append(found)
        else:
            read.append(found)
    for each in sorted(read, key=_order):
        collected.received.append(_merged(desk, each))
    return collected


def _order(read: Read) -> tuple[list[str], str, str]:
    """By time; then by what is the same every time."""
    return read.label.moment, read.label.id, read.digest


def _merged(desk: Desk, read: Read) -> Received:
    merged = desk.merge(read.label.id, read.reply.answers)
    merged.remarks[:0] = read.reply.remarks
    return Received(read.file, read.digest, read.label.id, read.recipient, merged)


# --- one file -------------------------------------------------------------------------------


def read_reply(plan: Path, shelf: base.Shelf, path: Path) -> Read | Received:
    """The reply; or the file with the reason why nothing of it is taken."""
    name = guarded.shown_name(path.name)
    try:
        opened = guarded.opened(path)
    except DialogueError as refusal:
        return Received(name, merged=_refused(Said(refusal.text, refusal.facts)))
    seen = [table for table in opened.tables if not table.hidden]
    label = label_of(seen)
    if label is None:
        why = Said(messages.REPLY_NO_LABEL, {})
        return Received(name, opened.digest, merged=_refused(why, *opened.reports))
    found = shelf.find(label.id)
    fault = _fault(plan, label, found)
    if found is None or fault is not None:
        why = fault or Said(messages.REPLY_NO_LABEL, {})
        return Received(name, opened.digest, label.id, merged=_refused(why, *opened.reports))
    reply = reply_of(seen, found.sealed)
    reply.remarks[:0] = [Remark("", said) for said in opened.reports]
    if shelf.is_superseded(label):
        reply.remark("", messages.REPLY_SUPERSEDED)
    return Read(name, opened.digest, label, found.sealed.packet.recipient, reply)


def _fault(plan: Path, label: Label, found: base.Base | None) -> Said | None:
    """Why nothing may be taken from a file with this label."""
    ours = str(sealing.VERSION)
    if found is None:
        folder = plan.with_suffix(base.FOLDER).name
        return Said(messages.REPLY_UNKNOWN, {"id": guarded.shown_name(label.id), "folder": folder})
    if label.version != ours:
        return Said(messages.REPLY_VERSION, {"version": label.version, "ours": ours})
    if not sealing.is_genuine(label, found.key) or label != found.sealed.label:
        return Said(messages.REPLY_FORGED, {"key": plan.with_suffix(base.KEY).name})
    return None


def _refused(*why: Said) -> Merged:
    return Merged(remarks=[Remark("", said) for said in why])
