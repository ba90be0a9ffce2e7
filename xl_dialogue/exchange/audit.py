"""The log beside the workbook: lines of JSON, each bound by its hash to the line before.

Lines are only ever added. A line that a crash has cut short stays as it is; the next line says
that it was found so. Who knows how can forge the whole log, or cut off its end: the workbook's
own journal tells of the latter.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from xl_dialogue import locks, messages
from xl_dialogue.messages import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SUFFIX = ".nhat-ky.jsonl"
_LINE = re.compile(rb'(\{.*), "hash": "([0-9a-f]{64})"\}')
_PATIENCE, _PAUSE = 5.0, 0.05
"""Seconds that another process may hold the log, and between two looks."""


def log_of(plan: Path) -> Path:
    """``KeHoach.nhat-ky.jsonl`` beside ``KeHoach.xlsm``."""
    return plan.with_name(plan.stem + SUFFIX)


class Line(NamedTuple):
    """A line that can be read."""

    at: int
    """Its place in the file, from 1."""
    number: int
    facts: dict[str, Any]
    hash: str
    is_whole: bool
    """Its hash is that of what it says."""


class Verdict(NamedTuple):
    """What a log says of itself."""

    lines: list[Line]
    faults: list[Said]
    """Where somebody has been at it."""
    notes: list[Said]
    """What a crash has left."""


# --- adding ---------------------------------------------------------------------------------


def append(log: Path, facts: Mapping[str, object]) -> None:
    """Add a line; it is on the disk when this returns. Errors: ``OSError``."""
    with log.open("a+b") as file:
        _hold(file)
        file.seek(0)
        content = file.read()
        file.write(addition(content, facts))
        file.flush()
        os.fsync(file.fileno())


def addition(content: bytes, facts: Mapping[str, object]) -> bytes:
    """What is to be written behind this content."""
    *_, last = content.rsplit(b"\n", 1)
    torn = last if _parsed(last, 0) is None else b""
    backwards = (_parsed(line, 0) for line in reversed(content.split(b"\n")))
    before = next((line for line in backwards if line), None)
    said = {"n": before.number + 1 if before else 1, **facts}
    if torn:
        said["mended"] = hashlib.sha256(torn).hexdigest()
    body = json.dumps(said | {"prev": before.hash if before else ""}, ensure_ascii=False).encode()
    closing = b', "hash": "%s"}\n' % hashlib.sha256(body).hexdigest().encode()
    return (b"\n" if last else b"") + body[:-1] + closing


def _hold(file: Any) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            locks.hold(file)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


# --- verifying ------------------------------------------------------------------------------


def verify(content: bytes) -> Verdict:
    """Whether every line is as it was written, and where it was."""
    raw = [line for line in content.split(b"\n") if line]
    parsed = [_parsed(line, at) for at, line in enumerate(raw, 1)]
    lines = [line for line in parsed if line]
    mended = {said for line in lines if isinstance(said := line.facts.get("mended"), str)}
    faults, notes = [*_misplaced(lines), *_rewritten(lines)], []
    for at, (line, found) in enumerate(zip(raw, parsed, strict=True), 1):
        digest = hashlib.sha256(line).hexdigest()
        if found is not None:
            if not found.is_whole:
                faults.append(Said(messages.AUDIT_CHANGED, {"line": at}))
        elif digest in mended:
            notes.append(Said(messages.AUDIT_MENDED, {"line": at}))
        elif at == len(raw) and not content.endswith(b"\n"):
            notes.append(Said(messages.AUDIT_TORN, {"line": at}))
        else:
            faults.append(Said(messages.AUDIT_UNREADABLE, {"line": at}))
    return Verdict(lines, sorted(faults, key=lambda said: int(str(said.facts["line"]))), notes)


def _misplaced(lines: list[Line]) -> Iterator[Said]:
    """Lines that are gone, stand elsewhere or stand twice."""
    everywhere = sorted({line.number for line in lines})
    highest = 0
    for line in lines:  # counted, for a forged number may be of any size
        there = bisect_left(everywhere, line.number) - bisect_right(everywhere, highest)
        gone = line.number - highest - 1 - there
        if gone > 0:
            yield Said(messages.AUDIT_CUT, {"line": line.at, "count": gone})
        if line.number <= highest:
            yield Said(messages.AUDIT_REORDERED, {"line": line.at})
        highest = max(highest, line.number)


def _rewritten(lines: list[Line]) -> Iterator[Said]:
    """Lines whose hash fits what they say and not what the next one remembers."""
    by_number = {line.number: line for line in lines}
    for line in lines:
        before = by_number.get(line.number - 1)
        remembered = line.facts.get("prev")
        if before and line.is_whole and remembered != before.hash:
            yield Said(messages.AUDIT_CHANGED, {"line": before.at})


def _parsed(line: bytes, at: int) -> Line | None:
    found = _LINE.fullmatch(line)
    if not found:
        return None
    body = found[1] + b"}"
    try:
        facts = json.loads(body)
        json.dumps(facts, ensure_ascii=False).encode()  # half a letter could never be told
    except (ValueError, RecursionError):
        return None
    number = whole(facts.get("n"))
    if number is None or number < 1:
        return None
    is_whole = hashlib.sha256(body).hexdigest().encode() == found[2]
    return Line(at, number, facts, found[2].decode(), is_whole)


def whole(fact: object) -> int | None:
    """The number that a line says; ``None`` for anything else that a forged one may say."""
    return fact if isinstance(fact, int) and not isinstance(fact, bool) else None
