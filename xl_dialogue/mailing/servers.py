"""The server that outgoing mail is handed to, as the settings name it."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from xl_dialogue.mailing.addresses import Mailbox, sender_of
from xl_dialogue.messages import (
    PASSWORD_IN_SETTINGS,
    PASSWORD_MISSING,
    SERVER_MISSING,
    SERVER_UNENCRYPTED,
    SERVER_WRONG,
    DialogueError,
)
from xl_dialogue.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Security = Literal["starttls", "tls", "none"]
PASSWORD = "XL_DIALOGUE_SMTP_PASSWORD"
_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_SCHEMES: dict[str, Security] = {"smtps": "tls", "smtp": "starttls", "smtp+plain": "none"}


@dataclass(frozen=True)
class Server:
    """Where letters are handed in, and by whom; the password is never shown."""

    host: str
    port: int
    security: Security
    sender: Mailbox
    user: str = ""
    """Blank where the server wants no login."""
    password: str = field(default="", repr=False)
    authority: Path | None = None
    """A .pem file of certificates to trust, where the office has an authority of its own."""

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"


class _Named(NamedTuple):
    """What the settings say."""

    host: str
    port: int
    security: Security
    user: str | None


def server_of(
    text: str,
    sender: str,
    *,
    user: str | None = None,
    ask: Callable[[str], str | None] | None = None,
    environ: Mapping[str, str] = os.environ,
    authority: Path | None = None,
    plain_allowed: bool = False,
) -> Server:
    """The server of ``mail.tinh.gov.vn:587``, ``smtps://mail.tinh.gov.vn:465``, ``localhost:1025``.

    Port 465 is TLS from the start, every other STARTTLS; without a port it is 587. Only this PC
    itself, or ``smtp+plain://…`` where that is allowed, goes unencrypted.
    Who logs in is the ``user``, else the one in ``smtps://user@…``, else the sender's address;
    nobody where ``user`` is blank, or on this PC itself. The password is the environment's, else
    what ``ask`` answers when it is given the user's name.
    Errors: ``DialogueError`` when server or sender is not understood, a password stands in the
    text, or there is none.
    """
    mailbox = sender_of(sender)
    named = _named(tidy(text))
    if named.security == "none" and not (plain_allowed or _is_here(named.host)):
        raise DialogueError(SERVER_UNENCRYPTED, server=text)
    if user is None:
        user = "" if named.user is None and _is_here(named.host) else named.user
    login = mailbox.address if user is None else user
    password = _password(login, ask, environ) if login else ""
    return Server(
        named.host, named.port, named.security, mailbox, login, password, authority
    )  # fmt: skip


def _named(text: str) -> _Named:
    if not text:
        raise DialogueError(SERVER_MISSING)
    scheme, _, rest = text.rpartition("://")
    try:
        parts = urlsplit(f"//{rest}")
        port = parts.port
    except ValueError as error:
        raise DialogueError(SERVER_WRONG, server=text) from error
    if parts.password is not None:
        raise DialogueError(PASSWORD_IN_SETTINGS, variable=PASSWORD)
    host = parts.hostname or ""
    security = _SCHEMES.get(scheme.casefold() or "smtp")
    extra = parts.path.strip("/") or parts.query or parts.fragment
    broken = len(text.split()) > 1  # urlsplit forgives it
    if security is None or extra or broken or not _is_host(host) or port == 0:
        raise DialogueError(SERVER_WRONG, server=text)
    if not scheme:
        security = "tls" if port == 465 else "none" if _is_here(host) else "starttls"
    user = None if parts.username is None else unquote(parts.username)
    return _Named(host, port or _PORTS[security], security, user)


def _is_host(host: str) -> bool:
    plain = host.isascii() and host.replace(".", "").replace("-", "").isalnum()
    return plain or _address(host) is not None


def _is_here(host: str) -> bool:
    address = _address(host)
    return host == "localhost" or (address is not None and address.is_loopback)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _password(
    user: str, ask: Callable[[str], str | None] | None, environ: Mapping[str, str]
) -> str:
    password = environ.get(PASSWORD) or (ask(user) if ask else None)
    if not password:
        raise DialogueError(PASSWORD_MISSING, user=user, variable=PASSWORD)
    return password
