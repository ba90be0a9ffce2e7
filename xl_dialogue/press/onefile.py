"""All letters in one document to print, each a section with headers and pages of its own.

A letter begins with the bookmark ``letter_00001``, ``letter_00002``, …, by which a PDF of the
document is parted again.
"""

from __future__ import annotations

import errno
import os
import tempfile
from operator import length_hint
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.messages import DialogueError
from xl_dialogue.messages.press import (
    LETTER_NOT_BOUND,
    PRINT_FILE_DISK_FULL,
    PRINT_FILE_OPEN,
    PRINT_FILE_REFUSED,
)
from xl_dialogue.opc import Package
from xl_dialogue.press.binding import Binding
from xl_dialogue.press.making import made, ordered
from xl_dialogue.press.names import safe_names
from xl_dialogue.press.press import Press
from xl_dialogue.press.values import Refusal, for_docxtpl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from xl_dialogue.messages import Text
    from xl_dialogue.press.letters import Letter
    from xl_dialogue.press.making import Order
    from xl_dialogue.press.template import Template

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Bound(NamedTuple):
    """The print file."""

    path: Path
    """Not written when no letter could be printed."""
    names: list[str]
    """The letters in it, in order, each with a file name of its own."""
    refusals: list[Refusal]


def one_file(
    template: Template,
    letters: Iterable[Letter],
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Bound:
    """Bind the letters into one .docx; those that cannot be printed are left out.

    They may come from a generator: none is held.
    Errors: ``DialogueError`` when the file cannot be written or the template not be bound.
    """
    draft = path.with_name(f".press-{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file, tempfile.TemporaryFile(dir=path.parent) as spool:
            bound = _bound(template, letters, path, Binding(template, file, spool), progress)
        if bound.names:
            draft.replace(path)
    except OSError as error:
        raise DialogueError(_reason(error), path=path) from error
    finally:
        draft.unlink(missing_ok=True)
    return bound


def _bound(
    template: Template,
    letters: Iterable[Letter],
    path: Path,
    binding: Binding,
    progress: Callable[[int, int], None],
) -> Bound:
    press, total = Press(template), length_hint(letters)
    names: list[str] = []
    refusals: list[Refusal] = []
    for number, letter in enumerate(letters):
        refused = _add(ordered(number, letter.context, template), press, binding)
        refusals += refused
        if not refused:
            names.append(letter.name)
        progress(number + 1, max(total, number + 1))
    if names:
        binding.close()
    return Bound(path, safe_names(names), refusals)


def _add(order: Order, press: Press, binding: Binding) -> list[Refusal]:
    if not order.digest and any(
        type(value).__name__ == "Subdoc" for value in for_docxtpl(order.context)
    ):
        return [Refusal(order.number, "", LETTER_NOT_BOUND)]
    parts = made(order, press.parts)
    if isinstance(parts, list):
        return parts
    reason = binding.add_made(Package(parts)) if isinstance(parts, bytes) else binding.add(parts)
    return [Refusal(order.number, "", reason)] if reason else []


def _reason(error: OSError) -> Text:
    if error.errno in _FULL:
        return PRINT_FILE_DISK_FULL
    return PRINT_FILE_OPEN if isinstance(error, PermissionError) else PRINT_FILE_REFUSED
