"""A batch of letters through the server, each at most once to an address."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.mailing.before import past
from xl_dialogue.mailing.connection import Connection
from xl_dialogue.mailing.eml import eml_of
from xl_dialogue.mailing.message import Opened, Refusal, each_once, opened
from xl_dialogue.mailing.record import Record, states
from xl_dialogue.mailing.transaction import Outcome, hand_over
from xl_dialogue.messages import LETTER_TOO_LARGE, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from xl_dialogue.mailing.message import Message
    from xl_dialogue.mailing.record import Standing
    from xl_dialogue.mailing.servers import Server

_WAITS = (0.0, 5.0, 30.0)
"""Seconds before each round; what the server puts off waits for the next round."""
_PATIENCE = 3
"""So many letters in a row that find no server end a round."""
_MEGABYTE = 1_000_000


class Sent(NamedTuple):
    """What became of a batch; every key is in one of the first five."""

    sent: list[str]
    """Taken by the server now; in a dry run what would be handed to it."""
    before: list[str]
    """Sent by an earlier run."""
    unsure: list[str]
    """May or may not have gone, now or earlier: a person decides."""
    refused: list[Refusal]
    """Will not go as it is; where the key is sent too, one address of several."""
    left: list[Refusal]
    """Could not go this time: the next run takes it up."""
    shared: dict[str, list[str]]
    """An address that gets several of these letters, and their keys."""
    server: str
    dry_run: bool
    changed: list[str]
    """Of those that go: another letter went under their key before."""
    further: list[str]
    """Of those that go: to addresses alone that have not got it."""


def send(
    messages: Iterable[Message],
    server: Server,
    record: Path,
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    again: bool | Collection[str] = False,
    pause: Callable[[float], None] = time.sleep,
) -> Sent:
    """Hand the letters to the server that were not sent before.

    ``again``: True sends anew what is unsure; keys send these anew, though they were sent.
    A dry run logs in and looks at every letter; nothing is sent, the record stays as it is.
    Errors: ``DialogueError`` when the server cannot be reached at all or refuses the login, or
    the record is damaged, held by another run or cannot be written.
    """
    result = Sent([], [], [], [], [], {}, server.name, dry_run, [], [])
    connection = Connection(server)
    try:
        if dry_run:
            going = _to_send(messages, states(record), again, result)
            return _tried(going, connection, result)
        with Record(record) as held:
            going = _to_send(messages, held.states, again, result)
            return _Run(connection, held, result, progress, pause).run(going)
    finally:
        connection.close()


def _to_send(
    messages: Iterable[Message],
    known: Mapping[str, Standing],
    again: bool | Collection[str],
    result: Sent,
) -> list[Message]:
    """The letters that go; what becomes of the others is put into the result."""
    anew = () if isinstance(again, bool) else {again} if isinstance(again, str) else set(again)
    going: list[Message] = []
    for message, repeated in each_once(messages):
        standing = None if message.key in anew else known.get(message.key)
        found, letter = past(message, standing)
        if repeated:
            result.refused.append(repeated)
        elif found == "sent":
            result.before.append(message.key)
        elif found == "unsure" and again is not True:
            result.unsure.append(message.key)
        else:
            going.append(letter)
            if found == "changed":
                result.changed.append(message.key)
            elif found == "further":
                result.further.append(message.key)
    return going


def _tried(going: list[Message], connection: Connection, result: Sent) -> Sent:
    """What sending would do, as far as it can be told without sending."""
    limit = connection.largest()
    letters = [_letter(message, connection.server, limit) for message in going]
    for letter in letters:
        result.refused.extend(letter.opened.refused)
    fit = [letter.opened for letter in letters if letter.content]
    result.sent.extend(letter.message.key for letter in fit)
    return result._replace(shared=shared(fit))


def shared(letters: Iterable[Opened]) -> dict[str, list[str]]:
    """The addresses that get several of the letters, and the keys of these."""
    keys: dict[str, list[str]] = {}
    for letter in letters:
        for address in letter.to:
            keys.setdefault(address.casefold(), []).append(letter.message.key)
    return {address: several for address, several in keys.items() if len(several) > 1}


class _Letter(NamedTuple):
    """A letter and its bytes; none when it cannot go."""

    opened: Opened
    content: bytes


def _letter(message: Message, server: Server, limit: int) -> _Letter:
    letter = opened(message)
    if not letter.goes:
        return _Letter(letter, b"")
    date = dt.datetime.now().astimezone()
    content = eml_of(letter, server.sender, draft=False, date=date)
    if limit and len(content) > limit:
        size, most = (f"{count / _MEGABYTE:.1f}" for count in (len(content), limit))
        reason = Said(LETTER_TOO_LARGE, {"size": size, "limit": most})
        return _Letter(letter._replace(refused=[Refusal(message.key, reason)]), b"")
    return _Letter(letter, content)


class _Run:
    """Round after round, until every letter has its fate or patience is at its end."""

    def __init__(
        self,
        connection: Connection,
        record: Record,
        result: Sent,
        progress: Callable[[int, int], None],
        pause: Callable[[float], None],
    ) -> None:
        self._connection = connection
        self._record = record
        self._result = result
        self._progress = progress
        self._pause = pause
        self._limit = 0
        self._put_off: dict[str, list[Refusal]] = {}
        self._went: list[Opened] = []

    def run(self, going: list[Message]) -> Sent:
        waiting = going
        if going:
            self._limit = self._connection.largest()
        for seconds in _WAITS:
            if not waiting:
                break
            if seconds:
                self._pause(seconds)
            waiting = self._round(waiting, len(going))
        for message in waiting:
            self._result.left.extend(self._put_off[message.key])
        return self._result._replace(shared=shared(self._went))

    def _round(self, waiting: list[Message], total: int) -> list[Message]:
        """Try each letter once; those that must wait for another round."""
        still: list[Message] = []
        missed = 0
        for number, message in enumerate(waiting):
            outcome = self._handed(message)
            missed = missed + 1 if outcome.fate == "gone" else 0
            if outcome.fate in ("later", "gone"):
                self._put_off[message.key] = outcome.told
                still.append(message)
            if missed == _PATIENCE:
                rest = waiting[number + 1 :]
                for other in rest:
                    self._put_off.setdefault(
                        other.key, [Refusal(other.key, outcome.told[0].reason)]
                    )
                return still + rest
            self._progress(total - len(still) - (len(waiting) - number - 1), total)
        return still

    def _handed(self, message: Message) -> Outcome:
        letter, content = _letter(message, self._connection.server, self._limit)
        if content:
            to = [*letter.to, *letter.copied]
            outcome = hand_over(self._connection, self._record, message, to, content)
        else:
            outcome = Outcome("refused", [])
        result = self._result
        if outcome.fate == "sent":
            result.sent.append(message.key)
            self._went.append(letter._replace(files=[]))
        elif outcome.fate == "unsure":
            result.unsure.append(message.key)
        if outcome.fate not in ("later", "gone", "unsure"):
            result.refused.extend((*letter.refused, *outcome.told))
        return outcome
