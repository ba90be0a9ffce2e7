"""What lies in a folder of letters from before: ours goes aside, what somebody made stays."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.messages import SET_ASIDE
from xl_dialogue.press.resume import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

_WITH_IT = (".docx", ".pdf")
_OPENED = "~$"
"""How the file begins in which Word notes who has the document open."""


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
    others = sorted({*documents(folder)} - {*batch})
    if not others:
        return found
    with Record(str(folder)) as record:
        for path in others:
            try:
                if record.is_ours(path.name):
                    found.aside[path] = put_aside(path)
                else:
                    found.strange.append(path)
            except PermissionError:
                found.strange.append(path)
    return found


def documents(folder: Path) -> list[Path]:
    """The Word documents in the folder by name, without what Word itself keeps beside them."""
    found = (path for path in folder.glob("*.docx") if not path.name.startswith(_OPENED))
    return sorted(path for path in found if path.is_file())


def put_aside(path: Path, suffixes: Sequence[str] = _WITH_IT) -> Path:
    """Move a letter, and what was made of it, into the folder of old ones; where the letter is.

    Only what ends so is moved, all of it or nothing; what lies there already keeps its name.
    Errors: ``OSError``, among them ``PermissionError`` while another program holds it open.
    """
    aside = path.parent / SET_ASIDE.vi.capitalize()
    aside.mkdir(exist_ok=True)
    stems = itertools.chain([path.stem], (f"{path.stem} ({n})" for n in itertools.count(2)))
    stem = next(
        stem for stem in stems if not any((aside / f"{stem}{each}").exists() for each in _WITH_IT)
    )
    moved: dict[Path, Path] = {}
    try:
        for suffix in suffixes:
            if (file := path.with_suffix(suffix)).exists():
                moved[file] = file.replace(aside / f"{stem}{suffix}")
    except OSError:
        for file, now in moved.items():
            now.replace(file)
        raise
    return aside / f"{stem}{suffixes[0]}"
