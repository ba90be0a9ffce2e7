"""Letters put into the folder: each whole or not at all, what somebody has edited kept."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import time
from typing import TYPE_CHECKING

from xl_dialogue.messages.press import LETTER_OPEN, NAME_OF_FOLDER, NAME_TOO_LONG, SET_ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.messages import Text
    from xl_dialogue.press.resume import Record

_BINARY = getattr(os, "O_BINARY", 0)
_LONGEST = 259
"""Characters of a path that Windows takes, where nobody has allowed more."""
_DRAFT, _DRAFT_END = ".press-", ".tmp"
_STALE = 60.0
"""Seconds after which a draft is one that a killed run has left."""


class Delivery:
    """The way into one folder."""

    def __init__(self, folder: str, record: Record) -> None:
        self._folder = os.path.join(folder, "")
        self._record = record
        self._draft = os.path.join(folder, f"{_DRAFT}{os.getpid()}{_DRAFT_END}")
        _sweep(folder)

    def put(self, name: str, content: bytes, set_aside: list[str]) -> Text | None:
        """Put the letter there under this name; why not, when it cannot be.

        What somebody has edited since is kept under another name, added to ``set_aside``.
        Errors: ``OSError`` when the folder takes no files at all.
        """
        try:
            if self._record.is_foreign(name):
                set_aside.append(self._set_aside(name))
            self._write(content)
            return self._replace(self._folder + name)
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

    def _replace(self, path: str) -> Text | None:
        try:
            os.replace(self._draft, path)
        except BaseException as error:
            self._drop()
            if os.path.isdir(path):
                return NAME_OF_FOLDER
            if isinstance(error, FileNotFoundError) and len(path) > _LONGEST:
                return NAME_TOO_LONG
            raise
        return None

    def _drop(self) -> None:
        with contextlib.suppress(OSError):
            os.unlink(self._draft)

    def _set_aside(self, name: str) -> str:
        there = set(os.listdir(self._folder))
        free = next(free for free in _names_aside(name) if free not in there)
        os.rename(self._folder + name, self._folder + free)
        return free


def _names_aside(name: str) -> Iterator[str]:
    """``Giấy mời (bản cũ 1).docx`` and so on."""
    stem, suffix = os.path.splitext(name)
    return (f"{stem} ({SET_ASIDE.vi} {number}){suffix}" for number in itertools.count(1))


def _sweep(folder: str) -> None:
    """Away with the drafts of runs that were killed."""
    for entry in os.scandir(folder):
        if entry.name.startswith(_DRAFT) and entry.name.endswith(_DRAFT_END):
            with contextlib.suppress(OSError):
                if time.time() - entry.stat().st_mtime > _STALE:
                    os.unlink(entry)
