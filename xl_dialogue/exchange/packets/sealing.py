"""What a packet is known by: its id, the mark of each row as it was sent, and the seal over all.

Source: RFC 2104 (HMAC), with SHA-256.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xl_dialogue.exchange.packets.packing import Packet, Page, Row

VERSION = 1
"""Of what a packet looks like."""
_ID, _MARK, _SEAL = 16, 8, 32
"""Letters of each: who cannot forge a seal cannot make use of a mark."""


class Label(NamedTuple):
    """What stands on the packet."""

    id: str
    audience: str
    recipient: str
    """Its code."""
    version: str
    time: str
    """When it was made, as people write it."""
    content: str
    """SHA-256 of all that was sent."""
    seal: str = ""

    @property
    def moment(self) -> list[str]:
        """The time as it sorts: ``19/05/2022 08:00:00`` by year, month, day and hour."""
        day, _, hour = self.time.partition(" ")
        return [*reversed(day.split("/")), hour]


class Sealed(NamedTuple):
    """A packet with its label and the marks of its rows."""

    packet: Packet
    label: Label
    marks: tuple[tuple[str, ...], ...]
    """By page and row."""


def seal(packet: Packet, key: bytes, time: str) -> Sealed:
    """The same rows for the same recipient give the same id, whenever they are sent."""
    content = digest(packet)
    recipient = packet.recipient.code
    id_ = _mac(key, "id", packet.audience, recipient, content)[:_ID]
    label = Label(id_, packet.audience, recipient, str(VERSION), time, content)
    marks = tuple(tuple(_mark(key, id_, page, row) for row in page.rows) for page in packet.pages)
    return Sealed(packet, label._replace(seal=sealed(label, key)), marks)


def sealed(label: Label, key: bytes) -> str:
    """The seal that the label should bear."""
    return _mac(key, "seal", *label[:-1])[:_SEAL]


def is_genuine(label: Label, key: bytes) -> bool:
    return hmac.compare_digest(sealed(label, key).encode(), label.seal.encode())


def digest(packet: Packet) -> str:
    """SHA-256 of the cells as they are sent."""
    said = json.dumps(packet.pages, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def _mark(key: bytes, id_: str, page: Page, row: Row) -> str:
    return _mac(key, "row", id_, page.sheet, *row.cells)[:_MARK]


def _mac(key: bytes, *said: str) -> str:
    """Each part with its length before it, so that no two lists of parts are alike."""
    content = b"".join(b"%d:%s" % (len(part), part) for part in map(str.encode, said))
    return hmac.new(key, content, hashlib.sha256).hexdigest()
