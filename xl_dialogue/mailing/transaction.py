"""One letter handed to the server, with a line in the record before and after.

Source: RFC 5321 sections 3.3 (a mail transaction), 4.2.1 (replies), 4.5.3.2.6 (ten minutes).
"""

from __future__ import annotations

import smtplib
from typing import TYPE_CHECKING, Literal, NamedTuple

from xl_dialogue.mailing.connection import Reply, reply
from xl_dialogue.mailing.eml import message_id
from xl_dialogue.mailing.message import Refusal
from xl_dialogue.messages import (
    ADDRESS_REFUSED,
    ANSWER_LOST,
    CONNECTION_LOST,
    SERVER_SAYS,
    DialogueError,
    Said,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xl_dialogue.mailing.connection import Connection
    from xl_dialogue.mailing.message import Message
    from xl_dialogue.mailing.record import Record

_TOO_LARGE = 552
_ANSWER_SECONDS = 600.0
"""The server may take so long over a letter; giving up earlier leaves its fate unknown."""
Fate = Literal["sent", "refused", "later", "gone", "unsure"]


class Outcome(NamedTuple):
    """What became of one letter."""

    fate: Fate
    """``later``: the server has put it off; ``gone``: it is not there, or takes nothing from us."""
    told: list[Refusal]
    """Why, where it has not gone, and the addresses refused where it has."""


class _Envelope(NamedTuple):
    """Whom the server will take the letter for."""

    smtp: smtplib.SMTP
    to: list[str]
    bad: list[Refusal]


def hand_over(
    connection: Connection, record: Record, message: Message, to: Sequence[str], content: bytes
) -> Outcome:
    """Give the letter to the server once.

    Errors: ``DialogueError`` when the record takes no line; the letter has not gone then, or it
    counts as unsure.
    """
    key = message.key
    try:
        envelope = _envelope(connection, key, to, len(content))
    except DialogueError as error:
        return Outcome("gone", [Refusal(key, Said(error.text, error.facts))])
    except OSError:  # every error of smtplib's is one
        connection.drop()
        return Outcome("gone", [Refusal(key, Said(CONNECTION_LOST, {}))])
    if isinstance(envelope, Outcome):
        return envelope
    record.sending(key, envelope.to, message_id(content), message.mark)
    said = _answer(envelope.smtp, content)
    if said is None or not 200 <= said.code < 600:
        connection.drop()
        return Outcome("unsure", [Refusal(key, Said(ANSWER_LOST, {}))])
    if said.fine:
        record.sent(key)
        return Outcome("sent", envelope.bad)
    record.failed(key, str(said))
    return _turned_down(connection, key, said)


def _envelope(
    connection: Connection, key: str, to: Sequence[str], size: int
) -> _Envelope | Outcome:
    """Sender and addresses said; what has become of the letter when that was its end."""
    smtp = connection.ready()
    sized = [f"size={size}"] if smtp.has_extn("size") else []
    said = reply(*smtp.mail(connection.server.sender.address, sized))
    if not said.fine:
        outcome = _turned_down(connection, key, said)
        # Whoever is not let in with one letter would not be with the others.
        return outcome if said.code == _TOO_LARGE else outcome._replace(fate="gone")
    envelope = _Envelope(smtp, [], [])
    for address in to:
        said = reply(*smtp.rcpt(address))
        if said.fine:
            envelope.to.append(address)
        elif said.final:
            reason = Said(ADDRESS_REFUSED, {"address": address, "reply": said})
            envelope.bad.append(Refusal(key, reason))
        else:
            return _turned_down(connection, key, said)
    if envelope.to:
        return envelope
    connection.clear()
    return Outcome("refused", envelope.bad)


def _answer(smtp: smtplib.SMTP, content: bytes) -> Reply | None:
    """The server's word about the letter; None when the connection broke before it came."""
    try:
        assert smtp.sock
        usual = smtp.sock.gettimeout()
        smtp.sock.settimeout(_ANSWER_SECONDS)
        said = reply(*smtp.data(content))
        smtp.sock.settimeout(usual)
    except smtplib.SMTPDataError as error:
        return reply(error.smtp_code, error.smtp_error)
    except OSError:
        return None
    return said


def _turned_down(connection: Connection, key: str, said: Reply) -> Outcome:
    connection.clear(said)
    refusal = Refusal(key, Said(SERVER_SAYS, {"reply": said}))
    return Outcome("refused" if said.final else "later", [refusal])
