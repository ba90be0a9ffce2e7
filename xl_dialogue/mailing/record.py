"""What has been sent: lines of JSON beside the workbook, added to and never rewritten.

Before a letter is handed to the server a line ``sending`` is on the disk, after the server's
word ``sent`` or ``failed``. What stands at ``sending`` may or may not have gone. The line says
which letter it was by its mark; lines written before there were marks have none.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple, Self

from xl_dialogue import locks
from xl_dialogue.messages import RECORD_BUSY, RECORD_DAMAGED, RECORD_REFUSED, DialogueError
from xl_dialogue.opc import write_atomically

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

State = Literal["sending", "sent", "failed"]
_STATES = ("sending", "sent", "failed")
_OPENED = "opened"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class Entry(NamedTuple):
    """One line."""

    key: str
    state: str
    facts: dict[str, object]


class Standing(NamedTuple):
    """What is known of the last letter under a key that may have gone."""

    state: State
    mark: str = ""
    """Of the letter; blank in a line that is older than marks."""
    to: tuple[str, ...] = ()
    """Who got it, or may have."""
    got: tuple[str, ...] = ()
    """Who certainly has it, also from an earlier sending of the same."""


class Standings:
    """How it stands with every key, line after line."""

    def __init__(self) -> None:
        self.known: dict[str, Standing] = {}
        self._before: dict[str, Standing] = {}

    def add(self, entry: Entry) -> None:
        """A letter that failed leaves the one before it standing."""
        key, before = entry.key, self.known.get(entry.key)
        if entry.state == "sending":
            to = entry.facts.get("to")
            addresses = tuple(map(str, to)) if isinstance(to, list) else ()
            mark = str(entry.facts.get("mark", ""))
            got = before.got if before and before.mark == mark else ()
            if before:
                self._before[key] = before
            self.known[key] = Standing("sending", mark, addresses, got)
        elif entry.state == "sent":
            now = before or Standing("sent")
            theirs = tuple(dict.fromkeys((*now.got, *now.to)))
            self.known[key] = Standing("sent", now.mark, theirs, theirs)
            self._before.pop(key, None)
        elif entry.state == "failed":
            failed = Standing("failed", before.mark if before else "")
            self.known[key] = self._before.pop(key, failed)

    @classmethod
    def of(cls, path: Path) -> Self:
        """What a record says. Errors: as ``states``."""
        found = cls()
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return found
        except OSError as error:
            raise DialogueError(RECORD_REFUSED, file=path, detail=error.strerror) from error
        for entry in _entries(content, path):
            found.add(entry)
        return found


def states(path: Path) -> dict[str, Standing]:
    """How it stands with every key.

    Errors: ``DialogueError`` when a line is none of ours; the last may be cut short.
    """
    return Standings.of(path).known


def _entries(content: bytes, path: Path) -> Iterator[Entry]:
    *whole, last = content.split(b"\n")
    for number, line in enumerate((*whole, last), 1):
        if not line.strip():
            continue
        entry = _entry(line)
        if entry is not None:
            yield entry
        elif number <= len(whole):
            raise DialogueError(RECORD_DAMAGED, file=path, line=number)


def _entry(line: bytes) -> Entry | None:
    try:
        facts = json.loads(line)
        key, state = facts["key"], facts["state"]
    except (ValueError, TypeError, KeyError):
        return None
    ours = isinstance(key, str) and state in (*_STATES, _OPENED)
    return Entry(key, state, facts) if ours else None


def without_addresses(content: bytes, kept: Collection[str], mark: str) -> bytes:
    """The record with a mark for every address but these, in letters and in servers' answers.

    Which letter went, and when, stays; a line that is none of ours is left as it is.
    """
    known = {address.casefold() for address in kept}

    def marked(found: re.Match[str]) -> str:
        return found[0] if found[0].casefold() in known else mark

    lines = []
    for line in content.split(b"\n"):
        entry = _entry(line)
        told = {} if entry is None else entry.facts
        said = {
            name: [_ADDRESS.sub(marked, f"{each}") for each in value]
            if isinstance(value, list)
            else _ADDRESS.sub(marked, value)
            for name, value in told.items()
            if name in ("to", "reply") and isinstance(value, list | str)
        }
        changed = any(told[name] != value for name, value in said.items())
        lines.append(json.dumps({**told, **said}).encode() if changed else line)
    return b"\n".join(lines)


def mask_addresses(path: Path, kept: Collection[str], mark: str, *, dry_run: bool) -> bool:
    """Put the record without them in its place; whether there were any.

    Errors: ``DialogueError`` while somebody else holds it, or it takes no lines.
    """
    if not path.is_file():
        return False
    try:
        with path.open("r+b") as file:
            locks.hold(file)
            content = file.read()
        masked = without_addresses(content, kept, mark)
        if masked != content and not dry_run:
            write_atomically(path, masked)
    except OSError as error:
        raise DialogueError(RECORD_REFUSED, file=path, detail=error.strerror) from error
    return masked != content


class Record:
    """The record, held by one process alone; the system lets go of it when the process ends.

    Errors: ``DialogueError`` when somebody else holds it, it is damaged or takes no lines.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = self._opened()
        try:
            self._hold()
            self._standings = Standings.of(path)
            self._mend()
            self._add("", _OPENED, host=platform.node(), pid=os.getpid())
        except BaseException:
            self._file.close()
            raise

    @property
    def states(self) -> dict[str, Standing]:
        return self._standings.known

    def sending(self, key: str, to: Sequence[str], message_id: str, mark: str = "") -> None:
        self._note(key, "sending", to=list(to), id=message_id, mark=mark)

    def sent(self, key: str) -> None:
        self._note(key, "sent")

    def failed(self, key: str, reply: str) -> None:
        """The server has said that it did not take the letter."""
        self._note(key, "failed", reply=reply)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def _note(self, key: str, state: State, **facts: object) -> None:
        self._add(key, state, **facts)
        self._standings.add(Entry(key, state, facts))

    def _add(self, key: str, state: str, **facts: object) -> None:
        """Put a line on the disk; it is there when this returns."""
        at = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        line = json.dumps({"at": at, "key": key, "state": state, **facts}, ensure_ascii=True)
        try:
            self._file.write(line.encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._refused(error) from error

    def _opened(self) -> BinaryIO:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._path.open("a+b")
        except OSError as error:
            raise self._refused(error) from error

    def _hold(self) -> None:
        try:
            locks.hold(self._file)
        except OSError as error:
            opened = [
                entry for entry in _entries(self._path.read_bytes(), self._path)
                if entry.state == _OPENED
            ]  # fmt: skip
            facts = opened[-1].facts if opened else {}
            raise DialogueError(
                RECORD_BUSY, host=facts.get("host", "?"), since=facts.get("at", "?")
            ) from error

    def _mend(self) -> None:
        """A last line that a crash has cut short goes; one without its end gets it."""
        content = self._path.read_bytes()
        last = content.rpartition(b"\n")[2]
        if not last:
            return
        if _entry(last):
            self._file.write(b"\n")
        else:
            self._file.truncate(len(content) - len(last))

    def _refused(self, error: OSError) -> DialogueError:
        return DialogueError(RECORD_REFUSED, file=self._path, detail=error.strerror)
