"""The one connection to the server: opened when needed, and again after it broke."""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
import time
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.messages import (
    AUTHORITY_UNREADABLE,
    LOGIN_REFUSED,
    PASSWORD_LETTERS,
    SERVER_UNKNOWN,
    SERVER_UNREACHABLE,
    SERVER_UNTRUSTED,
    SERVER_WITHOUT_LOGIN,
    SERVER_WITHOUT_TLS,
    DialogueError,
)

if TYPE_CHECKING:
    from xl_dialogue.mailing.servers import Server

_SECONDS = 60.0
_IDLE = 20.0
"""Seconds after which the connection is asked whether it is still there."""
_LEAVING = 421
_MYSELF = "[127.0.0.1]"
"""What a PC calls itself: its own name may have letters that no server takes."""


class Reply(NamedTuple):
    """What the server has said."""

    code: int
    text: str

    @property
    def fine(self) -> bool:
        return 200 <= self.code < 400

    @property
    def final(self) -> bool:
        """It will say the same another time."""
        return self.code >= 500

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


def reply(code: int, text: bytes | str) -> Reply:
    """The server's words in one line."""
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return Reply(code, " ".join(plain.split()))


class Connection:
    """To the server, again and again; every error of smtplib's is an ``OSError``.

    Errors: ``DialogueError`` with the reason when the server cannot be reached or refuses."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._smtp: smtplib.SMTP | None = None
        self._used = 0.0

    def ready(self) -> smtplib.SMTP:
        """The server, greeted and logged in to."""
        idle = time.monotonic() - self._used > _IDLE
        if self._smtp and idle and not self._answers(self._smtp):
            self.drop()
        self._smtp = self._smtp or connected(self.server)
        self._used = time.monotonic()
        return self._smtp

    def largest(self) -> int:
        """Bytes of a letter that the server takes; 0 when it does not say."""
        declared = self.ready().esmtp_features.get("size", "")
        return int(declared) if declared.isdecimal() else 0

    def clear(self, said: Reply | None = None) -> None:
        """Be ready for the next letter after one was turned down by these words."""
        if self._smtp is None or (said and said.code == _LEAVING):
            self.drop()
            return
        try:
            self._smtp.rset()
        except OSError:
            self.drop()

    def drop(self) -> None:
        """Let go of a connection that is of no more use."""
        if self._smtp:
            self._smtp.close()
        self._smtp = None

    def close(self) -> None:
        """Take leave."""
        if self._smtp:
            with contextlib.suppress(OSError):
                self._smtp.quit()
        self.drop()

    def _answers(self, smtp: smtplib.SMTP) -> bool:
        try:
            return reply(*smtp.noop()).fine
        except OSError:
            return False


def connected(server: Server) -> smtplib.SMTP:
    """A connection, encrypted as the server's security says, its certificate looked at."""
    context = _context(server)
    smtp: smtplib.SMTP | None = None
    try:
        smtp = _dialled(server, context)
        smtp.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo()
        if server.user:
            _login(smtp, server)
    except (OSError, DialogueError) as error:
        if smtp:
            smtp.close()
        raise _reason(error, server) from error
    return smtp


def _dialled(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(
            server.host, server.port, _MYSELF, timeout=_SECONDS, context=context
        )  # fmt: skip
    return smtplib.SMTP(server.host, server.port, _MYSELF, timeout=_SECONDS)


def _context(server: Server) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.authority:
        try:
            context.load_verify_locations(server.authority)
        except OSError as error:  # a certificate that is none is an ssl.SSLError, one of these
            raise DialogueError(
                AUTHORITY_UNREADABLE, file=server.authority, detail=error.strerror or error
            ) from error
    return context


def _login(smtp: smtplib.SMTP, server: Server) -> None:
    try:
        smtp.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as error:
        said = reply(error.smtp_code, error.smtp_error)
        raise DialogueError(
            LOGIN_REFUSED, server=server.name, user=server.user, detail=said
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise DialogueError(SERVER_WITHOUT_LOGIN, server=server.name) from error
    except UnicodeEncodeError as error:
        raise DialogueError(PASSWORD_LETTERS, user=server.user) from error


def _reason(error: Exception, server: Server) -> DialogueError:
    """What to tell the person."""
    if isinstance(error, DialogueError):
        return error
    if isinstance(error, ssl.SSLCertVerificationError):
        return DialogueError(SERVER_UNTRUSTED, server=server.name, detail=error.verify_message)
    if isinstance(error, socket.gaierror):
        return DialogueError(SERVER_UNKNOWN, server=server.name)
    if isinstance(error, smtplib.SMTPResponseException):
        detail: object = reply(error.smtp_code, error.smtp_error)
    else:
        detail = getattr(error, "strerror", None) or error
    untold = isinstance(error, ssl.SSLError | smtplib.SMTPNotSupportedError)
    text = SERVER_WITHOUT_TLS if untold else SERVER_UNREACHABLE
    return DialogueError(text, server=server.name, detail=detail)
