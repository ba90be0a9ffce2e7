"""What lies in a folder of letters from before: ours goes aside, what somebody made stays."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.messages import SET_ASIDE
from xl_dialogue.press.resume import Record

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_WITH_IT = (".docx", ".pdf")


class Leftovers(NamedTuple):
    """Documents that are not of the batch printed last."""

    aside: dict[Path, Path]
    """Letters that nobody has edited: where each lay, and where it lies now."""
    strange: list[Path]
    """The others, left where they are."""


def leftovers(folder: Path, batch: Collection[Path]) -> Leftovers:
    """Take letters of earlier batches, their PDFs too, out of the folder into one within it.

    A letter that another program keeps open stays, and is told among the strange ones.
    Errors: ``OSError``.
    """
    found = Leftovers({}, [])
    others = sorted({*folder.glob("*.docx")} - {*batch}) if folder.is_dir() else []
    if not others:
        return found
    with Record(str(folder)) as record:
        for path in others:
            try:
                if record.is_ours(path.name):
                    found.aside[path] = _moved(path)
                else:
                    found.strange.append(path)
            except PermissionError:
                found.strange.append(path)
    return found


def _moved(path: Path) -> Path:
    aside = path.parent / SET_ASIDE.vi.capitalize()
    aside.mkdir(exist_ok=True)
    stems = itertools.chain([path.stem], (f"{path.stem} ({n})" for n in itertools.count(2)))
    stem = next(stem for stem in stems if not (aside / f"{stem}.docx").exists())
    for suffix in _WITH_IT:
        if (file := path.with_suffix(suffix)).exists():
            file.replace(aside / f"{stem}{suffix}")
    return aside / f"{stem}.docx"
