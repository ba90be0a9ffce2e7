"""A letter to be mailed, and what is wrong with one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from xl_dialogue.mailing.addresses import addresses
from xl_dialogue.messages import (
    ADDRESS_MISSING,
    ADDRESS_WRONG,
    ATTACHMENT_EMPTY,
    ATTACHMENT_MISSING,
    ATTACHMENT_UNREADABLE,
    KEY_REPEATED,
    Said,
)

Attachment = Path | tuple[str, bytes]
"""A file, or a name and its bytes."""


class Message(NamedTuple):
    """One letter to one person or unit."""

    key: str
    """What it is about, ``invitation D001``: one that says the same is never sent twice."""
    to_name: str
    to_address: str
    """As it stands in the cell: several stand apart by ``;`` or ``,``, each gets the letter."""
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    calendar: bytes = b""
    """The conference as ``calendar.ics`` makes it."""
    copy_to: str = ""
    """Who gets a copy, for all to see; as it stands in the cell."""
    mark: str = ""
    """Which of several letters under the key it is: another where it says something else."""
    replaces: str = ""
    """The mark of the letter that is known to have gone before under the key, if another."""


class Refusal(NamedTuple):
    """Why a letter, or one address of it, is left out."""

    key: str
    reason: Said


class Opened(NamedTuple):
    """A letter with its attachments read, and what is wrong with it."""

    message: Message
    to: list[str]
    files: list[tuple[str, bytes]]
    refused: list[Refusal]
    """Of a letter that goes to its other addresses, the wrong ones; else why it cannot go."""
    goes: bool
    copied: list[str]
    """Who gets a copy besides."""


def each_once(messages: Iterable[Message]) -> Iterator[tuple[Message, Refusal | None]]:
    """The letters in order, a repeated key with its refusal."""
    seen: set[str] = set()
    for message in messages:
        repeated = message.key in seen
        seen.add(message.key)
        yield message, Refusal(message.key, Said(KEY_REPEATED, {})) if repeated else None


def opened(message: Message) -> Opened:
    """Read the attachments and look at the addresses; what is wrong is told, never raised."""
    to = addresses(message.to_address)
    files: list[tuple[str, bytes]] = []
    faults = [] if to.good or to.bad else [Said(ADDRESS_MISSING, {})]
    for attachment in message.attachments:
        read = _read(attachment)
        if isinstance(read, Said):
            faults.append(read)
        else:
            files.append(read)
    copied = addresses(message.copy_to)
    wrong = [Said(ADDRESS_WRONG, {"address": address}) for address in (*to.bad, *copied.bad)]
    refused = [Refusal(message.key, reason) for reason in (*wrong, *faults)]
    others = [each for each in copied.good if each not in to.good]
    return Opened(message, to.good, files, refused, bool(to.good) and not faults, others)


def _read(attachment: Attachment) -> tuple[str, bytes] | Said:
    if isinstance(attachment, tuple):
        name, content = attachment
    else:
        name = attachment.name
        try:
            content = attachment.read_bytes()
        except FileNotFoundError:
            return Said(ATTACHMENT_MISSING, {"file": attachment})
        except OSError as error:
            return Said(ATTACHMENT_UNREADABLE, {"file": attachment, "detail": error.strerror})
    return (name, content) if content else Said(ATTACHMENT_EMPTY, {"file": name})


def in_one_line(text: str) -> str:
    """Text fit for a header: composed, without breaks, control or direction characters."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(map(_visible, composed)).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    return " " if category in ("Cc", "Zl", "Zp") else "" if category in ("Cf", "Cs") else character
