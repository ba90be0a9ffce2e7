"""A batch of letters into a folder: each whole or not at all, what is there already kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.messages import DialogueError
from xl_dialogue.messages.press import DISK_FULL, FOLDER_REFUSED
from xl_dialogue.opc import is_full
from xl_dialogue.press.delivery import Delivery
from xl_dialogue.press.digests import digest_of
from xl_dialogue.press.making import Made, Order, chunks, made_by, made_here, ordered
from xl_dialogue.press.names import safe_names
from xl_dialogue.press.press import Press
from xl_dialogue.press.resume import Line, Record
from xl_dialogue.press.values import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path

    from _typeshed import StrPath

    from xl_dialogue.press.template import Template


class Letter(NamedTuple):
    """What one file shall be called and say."""

    name: str
    """Without suffix; made safe and unique before it becomes a file's."""
    context: Mapping[str, object]
    """Text, whole numbers, yes and no, lists of mappings for the rows of a table."""


class Printed(NamedTuple):
    """What a batch left behind, by the files' names."""

    folder: str
    done: list[str]
    refusals: list[Refusal]
    unchanged: list[str]
    moved: list[str]

    @property
    def files(self) -> list[Path]:
        """Every letter now in the folder, in the order of the batch."""
        return self._paths(self.done)

    @property
    def kept(self) -> list[Path]:
        """Those of the files that were there already and say the same."""
        return self._paths(self.unchanged)

    @property
    def set_aside(self) -> list[Path]:
        """What somebody had edited or put there, under its new name."""
        return self._paths(self.moved)

    def _paths(self, names: list[str]) -> list[Path]:
        from pathlib import Path

        return [Path(self.folder, name) for name in names]


class _Sheet(NamedTuple):
    """A letter on its way into the folder."""

    name: str
    order: Order
    is_there: bool
    """It lies in the folder already."""


_Chunk = tuple[list[_Sheet], list[Made]]
"""Letters in order, and what was made of those not there yet."""


def print_letters(
    template: Template,
    letters: Iterable[Letter],
    folder: StrPath,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    executor: Executor | None = None,
) -> Printed:
    """Put the letters into the folder, which is made when it is missing.

    A letter that cannot be printed is a refusal; the others are printed. An executor's workers
    make the letters; this process alone writes them, each once.
    Errors: ``DialogueError`` when the disk is full, the folder takes no files or no worker is left.
    """
    printed = Printed(os.fspath(folder), [], [], [], [])
    batch = list(letters)
    try:
        os.makedirs(folder, exist_ok=True)
        with Record(printed.folder) as record:
            delivery = Delivery(printed.folder, record)
            sheets = chunks(_sheets(template, batch, record))
            for chunk in _made(template, sheets, executor):
                for done in _delivered(chunk, delivery, record, printed):
                    progress(done, len(batch))
            record.close()
    except OSError as error:
        reason = DISK_FULL if is_full(error) else FOLDER_REFUSED
        done = len(printed.done)
        raise DialogueError(reason, folder=folder, done=done, total=len(batch)) from error
    return printed


def _sheets(template: Template, batch: list[Letter], record: Record) -> Iterator[_Sheet]:
    stems = safe_names([letter.name for letter in batch])
    for number, (stem, letter) in enumerate(zip(stems, batch, strict=True)):
        order = ordered(number, letter.context, template)
        name = f"{stem}.docx"
        yield _Sheet(name, order, record.holds(name, order.digest))


def _made(
    template: Template, sheets: Iterable[list[_Sheet]], executor: Executor | None
) -> Iterator[_Chunk]:
    if executor is None:
        press = Press(template)
        for chunk in sheets:
            yield chunk, made_here(press, _missing(chunk))
    else:
        yield from made_by(executor, template, ((chunk, _missing(chunk)) for chunk in sheets))


def _missing(chunk: list[_Sheet]) -> list[Order]:
    return [sheet.order for sheet in chunk if not sheet.is_there]


def _delivered(
    chunk: _Chunk, delivery: Delivery, record: Record, printed: Printed
) -> Iterator[int]:
    """Announce what was made, then put each into the folder; how far the batch has come."""
    sheets, letters = chunk
    made = iter(letters)
    pairs = [(sheet, b"" if sheet.is_there else next(made)) for sheet in sheets]
    record.announce([
        Line(sheet.name, sheet.order.digest, digest_of(content))
        for sheet, content in pairs if isinstance(content, bytes) and content
    ])  # fmt: skip
    for sheet, content in pairs:
        if isinstance(content, list):
            printed.refusals.extend(content)
        elif not content:
            printed.unchanged.append(sheet.name)
            printed.done.append(sheet.name)
        elif reason := delivery.put(sheet.name, content, printed.moved):
            printed.refusals.append(Refusal(sheet.order.number, "", reason))
            record.refused(sheet.name)
        else:
            printed.done.append(sheet.name)
        yield sheet.order.number + 1
