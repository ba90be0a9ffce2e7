"""E-mail addresses as they are typed into a cell.

Source: RFC 5321 section 4.5.3.1 (lengths), RFC 5322 section 3.4.1 (dot-atom).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from xl_dialogue.messages import SENDER_WRONG, DialogueError
from xl_dialogue.vietnamese.text import tidy

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(
    rf"(?=.{{3,254}}\Z)(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+"
)
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_QUOTED = re.compile(r'\A"(.*)"\Z')
_BETWEEN = re.compile(r"[;,\r\n]+")


class Mailbox(NamedTuple):
    """A name, which may be blank, and an address."""

    name: str
    address: str


class Addresses(NamedTuple):
    """The addresses of one cell in their order, each once."""

    good: list[str]
    bad: list[str]
    """What stands there and is none."""


def is_address(text: str) -> bool:
    """Whether any mail server takes it: ASCII, a domain with a dot."""
    return _ADDRESS.fullmatch(text) is not None


def mailbox(text: str) -> Mailbox:
    """``Tên <a@b.vn>`` or ``a@b.vn`` taken apart; the address need not be one."""
    named = _NAMED.fullmatch(tidy(text))
    if not named:
        return Mailbox("", tidy(text))
    name = _QUOTED.sub(r"\1", named["name"].strip())
    return Mailbox(name, named["address"].strip())


def addresses(text: str) -> Addresses:
    """What a cell addresses; several stand apart by ``;``, ``,`` or a line break."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        address = mailbox(part).address
        if address:
            found.setdefault(address.casefold(), address)
    each = list(found.values())
    return Addresses(
        [address for address in each if is_address(address)],
        [address for address in each if not is_address(address)],
    )


def sender_of(text: str) -> Mailbox:
    """Who sends. Errors: ``DialogueError`` when it is no mailbox."""
    sender = mailbox(text)
    if not is_address(sender.address):
        raise DialogueError(SENDER_WRONG, sender=text)
    return sender
