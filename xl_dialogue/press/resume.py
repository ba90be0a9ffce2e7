"""What already lies in the folder, so that a batch that was stopped goes on where it stood.

``.press.jsonl`` has a line for every letter, written before the letters of a chunk are, and
after them a mark: so many of the lines above it are true. A letter whose line has no mark,
because the program was stopped in between, is known by what it holds.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, Self

from xl_dialogue.press.digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType
    from typing import TextIO

_NAME = ".press.jsonl"
_ENCODE = json.JSONEncoder().encode  # of one text: ten times as fast as of a list


class Line(NamedTuple):
    """A letter put into the folder."""

    name: str
    """Of its file; blank in a mark."""
    said: str
    """The digest of what it says; in a mark, how many lines are true."""
    content: str
    """The digest of what the file holds."""


class Record:
    """The letters of a folder; each text appended begins a line, for the one before may be torn.

    Errors: ``OSError``.
    """

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, "")
        path = os.path.join(folder, _NAME)
        self._said: dict[str, str] = {}
        self._contents: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._read(_lines(path))
        self._file: TextIO = open(path, "a", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by __exit__
        self._unmarked: list[Line] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def holds(self, name: str, said: str) -> bool:
        """The file is there, whole, and was printed as this letter; by hand it may have changed."""
        if not said or name not in self._contents:
            return False
        path = self._folder + name
        try:
            found = self._contents[name].get(_held_by(path))
        except OSError:  # not there, or another program keeps it to itself
            return False
        if self._said.get(name) == said:
            return found is not None or _is_whole(path)
        return found == said

    def is_foreign(self, name: str) -> bool:
        """A document lies there that was not printed so: edited since, or put there by somebody."""
        path = self._folder + name
        return os.path.lexists(path) and _is_whole(path) and not self.is_ours(name)

    def is_ours(self, name: str) -> bool:
        """The file was printed so, and nobody has touched it since."""
        with open(self._folder + name, "rb") as file:
            content = file.read()
        printed = self._contents.get(name, {})
        return digest_of(content) in printed or _formerly(content) in printed

    def announce(self, lines: Sequence[Line]) -> None:
        """These letters are about to be put there: should that stop half-way, they are ours."""
        for line in lines:
            self._said.pop(line.name, None)
            self._contents[line.name][line.content] = line.said
        self._write([*self._mark(), *lines])
        self._unmarked = list(lines)

    def refused(self, name: str) -> None:
        """This one of the announced could not be put there."""
        self._unmarked.append(Line(name, "", ""))

    def close(self) -> None:
        """All that was announced is there, but for what was refused."""
        self._write(self._mark())

    def _mark(self) -> list[Line]:
        if not self._unmarked:
            return []
        refused = [line for line in self._unmarked if not line.content]
        self._said |= {line.name: line.said for line in self._unmarked}
        mark = Line("", str(len(self._unmarked)), "")
        self._unmarked = []
        return [*refused, mark]

    def _write(self, lines: Sequence[Line]) -> None:
        said = [f"\n[{', '.join(map(_ENCODE, line))}]" for line in lines]
        self._file.write("".join(said))
        self._file.flush()

    def _read(self, lines: Sequence[Line]) -> None:
        for at, line in enumerate(lines):
            if line.name:
                self._contents[line.name][line.content] = line.said
                self._said.pop(line.name, None)
            elif line.said.isdecimal():
                true = lines[max(0, at - int(line.said)) : at]
                self._said |= {each.name: each.said for each in true}


def _held_by(path: str) -> str:
    with open(path, "rb") as file:
        return digest_of(file.read())


def _formerly(content: bytes) -> str:
    """The digest as folders hold it that were printed before there was the one of today."""
    import hashlib

    return hashlib.sha256(content).hexdigest()


def _is_whole(path: str) -> bool:
    import zipfile

    return zipfile.is_zipfile(path)


def _lines(path: str) -> list[Line]:
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", errors="replace") as file:
        read = map(_line, file.read().splitlines())
    return [line for line in read if line is not None]


def _line(text: str) -> Line | None:
    try:
        name, said, content = json.loads(text)
    except (ValueError, TypeError):
        return None
    line = Line(name, said, content)
    return line if all(isinstance(part, str) for part in line) else None
