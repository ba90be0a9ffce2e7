"""A batch of letters into a folder: each whole or not at all, what is there already kept."""

from __future__ import annotations

import errno
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateError, UndefinedError

from xl_dialogue.messages import (
    DISK_FULL,
    FIELD_MISSING,
    FOLDER_REFUSED,
    LETTER_OPEN,
    SET_ASIDE,
    VALUE_UNUSABLE,
    DialogueError,
)
from xl_dialogue.press.names import safe_names
from xl_dialogue.press.press import Press
from xl_dialogue.press.resume import Record, digest_of
from xl_dialogue.press.values import Refusal, flaws, in_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from xl_dialogue.press.template import Template

_FULL = (errno.ENOSPC, errno.EDQUOT)
_UNUSABLE = (
    TemplateError, ArithmeticError, TypeError, ValueError, LookupError, SyntaxError, OSError,
)  # fmt: skip
"""What a tag and a value that do not go together raise: lxml a SyntaxError, a picture OSError."""


class Letter(NamedTuple):
    """What one file shall be called and say."""

    name: str
    """Without suffix; made safe and unique before it becomes a file's."""
    context: Mapping[str, object]
    """Text, whole numbers, yes and no, lists of mappings for the rows of a table."""


class Printed(NamedTuple):
    """What a batch left behind."""

    files: list[Path]
    """Every letter now in the folder, in the order of the batch."""
    refusals: list[Refusal]
    kept: list[Path]
    """Those of the files that were there already and say the same."""
    set_aside: list[Path]
    """What somebody had edited or put there, under its new name."""


class _Sheet(NamedTuple):
    """A letter on its way into the folder."""

    number: int
    path: Path
    context: dict[str, object]
    digest: str


def print_letters(
    template: Template,
    letters: Iterable[Letter],
    folder: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Printed:
    """Put the letters into the folder, which is made when it is missing.

    A letter that cannot be printed is a refusal; the others are printed.
    Errors: ``DialogueError`` when the disk is full or the folder takes no files.
    """
    printed = Printed([], [], [], [])
    batch = list(letters)
    press = Press(template)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with Record(folder) as record:
            for sheet in _sheets(template, batch, folder):
                _deliver(sheet, press, record, printed)
                progress(sheet.number + 1, len(batch))
    except OSError as error:
        full = error.errno in _FULL
        reason = DISK_FULL if full else FOLDER_REFUSED
        done = len(printed.files)
        raise DialogueError(reason, folder=folder, done=done, total=len(batch)) from error
    return printed


def _sheets(template: Template, batch: list[Letter], folder: Path) -> Iterator[_Sheet]:
    files = safe_names([letter.name for letter in batch])
    for number, (file, letter) in enumerate(zip(files, batch, strict=True)):
        used = template.variables & letter.context.keys()
        context = {name: in_lines(letter.context[name]) for name in sorted(used)}
        digest = digest_of(template.digest, context)
        yield _Sheet(number, folder / f"{file}.docx", context, digest)


def _deliver(sheet: _Sheet, press: Press, record: Record, printed: Printed) -> None:
    if record.holds(sheet.path, sheet.digest):
        printed.kept.append(sheet.path)
        printed.files.append(sheet.path)
        return
    made = _made(sheet, press)
    refused = made if isinstance(made, list) else _replace(sheet, made, record, printed)
    if refused:
        printed.refusals.extend(refused)
        return
    assert isinstance(made, bytes)
    record.remember(sheet.path, sheet.digest, made)
    printed.files.append(sheet.path)


def _replace(sheet: _Sheet, content: bytes, record: Record, printed: Printed) -> list[Refusal]:
    """Put the letter there; what somebody has edited since is kept under another name."""
    if record.is_foreign(sheet.path):
        try:
            printed.set_aside.append(sheet.path.rename(_aside(sheet.path)))
        except PermissionError:
            return [Refusal(sheet.number, "", LETTER_OPEN)]
    record.forget(sheet.path)
    return _put(sheet, content)


def _aside(path: Path) -> Path:
    """``Giấy mời (bản cũ 2).docx``: the first such name that is free."""
    names = (path.with_stem(f"{path.stem} ({SET_ASIDE.vi} {n})") for n in itertools.count(1))
    return next(name for name in names if not name.exists())


def _made(sheet: _Sheet, press: Press) -> bytes | list[Refusal]:
    refused = [Refusal(sheet.number, field, reason) for field, reason in flaws(sheet.context)]
    if refused:
        return refused
    try:
        return press.letter(sheet.context)
    except UndefinedError as error:
        return [Refusal(sheet.number, error.message or "", FIELD_MISSING)]
    except _UNUSABLE:
        return [Refusal(sheet.number, "", VALUE_UNUSABLE)]


def _put(sheet: _Sheet, content: bytes) -> list[Refusal]:
    """Under its final name only when whole; not flushed to the disk, which would cost most."""
    draft = sheet.path.with_name(f".press-{os.getpid()}.tmp")
    try:
        draft.write_bytes(content)
        draft.replace(sheet.path)
    except (PermissionError, IsADirectoryError):
        if not draft.exists():
            raise
        return [Refusal(sheet.number, "", LETTER_OPEN)]
    finally:
        draft.unlink(missing_ok=True)
    return []
