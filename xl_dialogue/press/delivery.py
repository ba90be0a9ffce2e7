"""Letters put into the folder: each whole or not at all, what somebody has edited kept."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue.messages import LETTER_OPEN, NAME_OF_FOLDER, NAME_TOO_LONG, SET_ASIDE, Text

if TYPE_CHECKING:
    from xl_dialogue.press.resume import Record

_BINARY = getattr(os, "O_BINARY", 0)
_LONGEST = 259
"""Characters of a path that Windows takes, where nobody has allowed more."""
_DRAFTS = ".press-*.tmp"
_STALE = 60.0
"""Seconds after which a draft is one that a killed run has left."""


class Delivery:
    """The way into one folder."""

    def __init__(self, folder: Path, record: Record) -> None:
        self._record = record
        self._draft = str(folder / _DRAFTS.replace("*", str(os.getpid())))
        _sweep(folder)

    def put(self, path: Path, content: bytes, set_aside: list[Path]) -> Text | None:
        """Put the letter there; why not, when it cannot be.

        What somebody has edited since is kept under another name and added to ``set_aside``.
        Errors: ``OSError`` when the folder takes no files at all.
        """
        try:
            if self._record.is_foreign(path):
                set_aside.append(path.rename(_aside(path)))
            self._write(content)
            return self._replace(path)
        except PermissionError as error:
            if error.filename2 is None:  # not of a renaming: the folder itself refuses
                raise
            return LETTER_OPEN
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            return NAME_TOO_LONG

    def _write(self, content: bytes) -> None:
        """Not flushed to the disk, which would cost most."""
        draft = os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
        try:
            written = os.write(draft, content)
            while written < len(content):
                written += os.write(draft, content[written:])
        except BaseException:
            os.close(draft)
            self._drop()
            raise
        os.close(draft)

    def _replace(self, path: Path) -> Text | None:
        try:
            os.replace(self._draft, path)  # noqa: PTH105 - pathlib would make one path more
        except BaseException as error:
            self._drop()
            if path.is_dir():
                return NAME_OF_FOLDER
            if isinstance(error, FileNotFoundError) and len(str(path)) > _LONGEST:
                return NAME_TOO_LONG
            raise
        return None

    def _drop(self) -> None:
        with contextlib.suppress(OSError):
            Path(self._draft).unlink()


def _sweep(folder: Path) -> None:
    """Away with the drafts of runs that were killed."""
    for draft in folder.glob(_DRAFTS):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > _STALE:
                draft.unlink()


def _aside(path: Path) -> Path:
    """``Giấy mời (bản cũ 2).docx``: the first such name that is free."""
    names = (path.with_stem(f"{path.stem} ({SET_ASIDE.vi} {n})") for n in itertools.count(1))
    return next(name for name in names if not name.exists())
