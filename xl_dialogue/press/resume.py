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
    """A line for every letter put into the folder: its file and the digest of what it says.

    Written at once, so that a crash loses nothing; each begins a line, for the one before
    it may be torn and is passed over.
    Errors: ``OSError``.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._digests = dict(_lines(self._path))
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

    def forget(self, path: Path) -> None:
        """Before a file is replaced: a crash in between must not leave it known as the old one."""
        if self._digests.pop(path.name, None):
            self._write(path.name, "")

    def remember(self, path: Path, digest: str) -> None:
        self._digests[path.name] = digest
        self._write(path.name, digest)

    def _write(self, name: str, digest: str) -> None:
        self._file.write("\n" + json.dumps([name, digest]))
        self._file.flush()


def digest_of(template_digest: str, context: Mapping[str, object]) -> str:
    """What the letter says; blank for one with pictures, which is always printed anew."""
    try:
        said = json.dumps([template_digest, context], sort_keys=True)
    except TypeError:
        return ""
    return hashlib.sha256(said.encode()).hexdigest()


class _Line(NamedTuple):
    name: str
    digest: str


def _lines(path: Path) -> list[_Line]:
    if not path.exists():
        return []
    read = map(_line, path.read_text(encoding="utf-8", errors="replace").splitlines())
    return [line for line in read if line is not None]


def _line(text: str) -> _Line | None:
    try:
        name, digest = json.loads(text)
    except (ValueError, TypeError):
        return None
    return _Line(name, digest) if isinstance(name, str) and isinstance(digest, str) else None
