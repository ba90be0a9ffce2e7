"""The door for files from outside: plain values with their places, nothing executed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.messages import DialogueError

Value: TypeAlias = str | float | bool | dt.datetime | None
_LARGEST = 50 * 1024 * 1024
"""Bytes of a file; the longest list of an office has some hundred thousand."""
_UNPACKED = 400 * 1024 * 1024


class Table(NamedTuple):
    """The filled part of one sheet: rows of equal length, blank cells ``None``."""

    sheet: str
    rows: list[list[Value]]
    first_row: int = 1
    """The Excel row of ``rows[0]``."""
    first_column: int = 1
    merged: tuple[Box, ...] = ()
    hidden: bool = False
    """Its sheet cannot be seen: nothing of it may be taken over."""


def tables(path: Path) -> list[Table]:
    """Every sheet, or every table of a Word document, in order; formulas as their values.

    Errors: ``DialogueError`` for what is no such file, is damaged, locked or too large.
    """
    if not path.is_file():
        raise DialogueError(messages.FILE_MISSING, path=path)
    if path.stat().st_size > _LARGEST:
        raise DialogueError(messages.INTAKE_TOO_LARGE, file=path.name)
    return _reader(path)(path)


def readable(path: Path) -> bool:
    """Whether the name is that of a list, not of what Office leaves beside an open one."""
    return path.suffix.lower() in (*_SPREADSHEETS, *_TEXTS, _WORD) and path.name[:1] not in (
        "~",
        ".",
    )


_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
_TEXTS = (".csv", ".tsv", ".txt")
_WORD = ".docx"


def _reader(path: Path) -> Callable[[Path], list[Table]]:
    """By what the file is called, so that a wrong name is told rather than guessed at."""
    suffix = path.suffix.lower()
    if suffix in _SPREADSHEETS:
        from xl_dialogue.exchange.spreadsheets import tables_of
    elif suffix in _TEXTS:
        from xl_dialogue.exchange.delimited import tables_of
    elif suffix == _WORD:
        from xl_dialogue.exchange.wordtables import tables_of
    else:
        raise DialogueError(messages.INTAKE_FORMAT, file=path.name)
    if suffix not in (*_TEXTS, ".xls"):
        _refuse_bomb(path)
    return tables_of


def _refuse_bomb(path: Path) -> None:
    import zipfile

    try:
        with zipfile.ZipFile(path) as package:
            size = sum(info.file_size for info in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise DialogueError(messages.INTAKE_UNREADABLE, file=path.name) from None
    if size > _UNPACKED:
        raise DialogueError(messages.INTAKE_TOO_LARGE, file=path.name)


def squared(rows: list[list[Value]]) -> list[list[Value]]:
    """Rows of equal length."""
    width = max(map(len, rows), default=0)
    return [row + [None] * (width - len(row)) for row in rows]
