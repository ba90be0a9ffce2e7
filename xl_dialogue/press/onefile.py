"""All letters in one document to print, each a section with headers and pages of its own.

A letter begins with the bookmark ``letter_00001``, ``letter_00002``, …, by which a PDF of the
document is parted again.
"""

from __future__ import annotations

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
from xl_dialogue.opc import Package, is_full
from xl_dialogue.press.binding import Binding
from xl_dialogue.press.making import chunks, made, made_by, ordered
from xl_dialogue.press.names import safe_names
from xl_dialogue.press.press import Press
from xl_dialogue.press.values import Refusal, for_docxtpl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor

    from xl_dialogue.messages import Text
    from xl_dialogue.press.letters import Letter
    from xl_dialogue.press.making import Order
    from xl_dialogue.press.template import Template

    Parts = Mapping[str, bytes] | bytes | list[Refusal]
    """What is filled in, the whole letter where docxtpl made it, or why there is none."""


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
    executor: Executor | None = None,
) -> Bound:
    """Bind the letters into one .docx; those that cannot be printed are left out.

    They may come from a generator: none is held. An executor's workers fill the template in;
    this process alone binds.
    Errors: ``DialogueError`` when the file cannot be written, the template not be bound or no
    worker is left.
    """
    draft = path.with_name(f".press-{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file, tempfile.TemporaryFile(dir=path.parent) as spool:
            binding = Binding(template, file, spool)
            filled = _filled(template, letters, executor)
            bound = _bound(filled, path, binding, progress, length_hint(letters))
        if bound.names:
            draft.replace(path)
    except OSError as error:
        raise DialogueError(_reason(error), path=path) from error
    finally:
        draft.unlink(missing_ok=True)
    return bound


def _filled(
    template: Template, letters: Iterable[Letter], executor: Executor | None
) -> Iterator[tuple[str, Order, Parts]]:
    """Name, order and filled parts of each letter, in order."""
    named = (
        (letter.name, ordered(n, letter.context, template)) for n, letter in enumerate(letters)
    )
    judged = ((name, order, _not_bound(order)) for name, order in named)
    if executor is None:
        press = Press(template)
        for name, order, refused in judged:
            yield name, order, refused or made(order, press.parts)
        return
    work = (
        (chunk, [order for _, order, refused in chunk if not refused]) for chunk in chunks(judged)
    )
    for chunk, parts in made_by(executor, template, work, whole=False):
        arrived = iter(parts)
        for name, order, refused in chunk:
            yield name, order, refused or next(arrived)


def _not_bound(order: Order) -> list[Refusal]:
    """A document within the letter brings what a section cannot hold."""
    if order.digest:
        return []
    held = any(type(value).__name__ == "Subdoc" for value in for_docxtpl(order.context))
    return [Refusal(order.number, "", LETTER_NOT_BOUND)] if held else []


def _bound(
    filled: Iterable[tuple[str, Order, Parts]],
    path: Path,
    binding: Binding,
    progress: Callable[[int, int], None],
    total: int,
) -> Bound:
    names: list[str] = []
    refusals: list[Refusal] = []
    for name, order, parts in filled:
        refused = _add(order, parts, binding)
        refusals += refused
        if not refused:
            names.append(name)
        progress(order.number + 1, max(total, order.number + 1))
    if names:
        binding.close()
    return Bound(path, safe_names(names), refusals)


def _add(order: Order, parts: Parts, binding: Binding) -> list[Refusal]:
    if isinstance(parts, list):
        return parts
    reason = binding.add_made(Package(parts)) if isinstance(parts, bytes) else binding.add(parts)
    return [Refusal(order.number, "", reason)] if reason else []


def _reason(error: OSError) -> Text:
    if is_full(error):
        return PRINT_FILE_DISK_FULL
    return PRINT_FILE_OPEN if isinstance(error, PermissionError) else PRINT_FILE_REFUSED
