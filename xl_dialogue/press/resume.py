"""What already lies in the folder, so that a batch that was stopped goes on where it stood."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import TextIO

_NAME = ".press.jsonl"


class Record:
    """A line for every letter put into the folder: its file, the digests of what it says and holds.

    Written at once, so that a crash loses nothing; each begins a line, for the one before
    it may be torn and is passed over.
    Errors: ``OSError``.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        lines = _lines(self._path)
        self._digests = {line.name: line.digest for line in lines}
        self._contents = {line.name: line.content for line in lines}
        self._file: TextIO = self._path.open("a", encoding="utf-8", newline="\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def holds(self, path: Path, digest: str) -> bool:
        """The file is there, whole, and was printed as this letter; by hand it may have changed."""
        return self._digests.get(path.name) == digest and zipfile.is_zipfile(path)

    def is_foreign(self, path: Path) -> bool:
        """A document lies there that was not printed so: edited since, or put there by somebody."""
        if not zipfile.is_zipfile(path):
            return False
        return self._contents.get(path.name) != content_digest(path.read_bytes())

    def forget(self, path: Path) -> None:
        """Before a file is replaced: a crash in between must not leave it known as the old one."""
        if self._digests.pop(path.name, None):
            self._write(_Line(path.name, "", self._contents.get(path.name, "")))

    def remember(self, path: Path, digest: str, content: bytes) -> None:
        self._digests[path.name] = digest
        self._contents[path.name] = content_digest(content)
        self._write(_Line(path.name, digest, self._contents[path.name]))

    def _write(self, line: _Line) -> None:
        self._file.write("\n" + json.dumps(line))
        self._file.flush()


def digest_of(template_digest: str, context: Mapping[str, object]) -> str:
    """What the letter says; blank for one with pictures, which is always printed anew."""
    try:
        said = json.dumps([template_digest, context], sort_keys=True)
    except TypeError:
        return ""
    return hashlib.sha256(said.encode()).hexdigest()


def content_digest(content: bytes) -> str:
    """What the file holds."""
    return hashlib.sha256(content).hexdigest()


class _Line(NamedTuple):
    name: str
    digest: str
    content: str


def _lines(path: Path) -> list[_Line]:
    if not path.exists():
        return []
    read = map(_line, path.read_text(encoding="utf-8", errors="replace").splitlines())
    return [line for line in read if line is not None]


def _line(text: str) -> _Line | None:
    try:
        name, digest, content = json.loads(text)
    except (ValueError, TypeError):
        return None
    line = _Line(name, digest, content)
    return line if all(isinstance(part, str) for part in line) else None
