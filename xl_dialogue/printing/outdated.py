"""What lies in the folders from before and holds no more is set aside; the register follows."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.digest import sha256_of
from xl_dialogue.printing.batches import Made

if TYPE_CHECKING:
    from xl_dialogue.outcome import Outcome

_NAMED = 3


def keep_issued(made: Made, outcome: Outcome) -> None:
    """A document that was issued, and would say something else by now, is not printed over."""
    batch = made.batch
    files = {
        batch.out / paper.superseded.file: paper.superseded.sha256
        for paper in batch.ready
        if paper.superseded and paper.superseded.file
    }
    moved = {path: _aside(path) for path, digest in files.items() if _is_that(path, digest)}
    made.aside |= {path: now for path, now in moved.items() if now}
    _tell(made, moved.values(), outcome)


def _is_that(path: Path, digest: str) -> bool:
    """The issued file itself, or what somebody has made of it; not a draft of another folder."""
    from xl_dialogue.press.resume import Record

    if not path.is_file():
        return False
    if sha256_of(path) == digest:
        return True
    with Record(str(path.parent)) as record:
        return record.is_foreign(path.name)


def clear_letters(made: Made, batch: list[Path], outcome: Outcome) -> None:
    """Whose letter is not made any more must not get it when the folder is printed."""
    from xl_dialogue.press.leftovers import leftovers

    found = leftovers(made.batch.folder, batch)
    made.aside |= found.aside
    if found.aside:
        now = [*found.aside.values()]
        facts = {"count": len(now), "folder": now[0].parent, "files": named(now)}
        outcome.say(messages.LETTERS_SET_ASIDE, **facts)
    if found.strange:
        facts = {"count": len(found.strange), "folder": made.batch.folder}
        outcome.say(messages.OTHERS_THERE, files=named(found.strange), **facts)


def clear_pdfs(made: Made, changed: Iterable[Path], outcome: Outcome) -> None:
    """A PDF beside a letter that says something else by now."""
    found = [path.with_suffix(".pdf") for path in changed]
    _tell(made, [_aside(path, ".pdf") for path in found if path.is_file()], outcome)


def clear_print_file(made: Made, outcome: Outcome) -> None:
    """All letters of before in one, from which nobody is to print any more."""
    path = made.batch.print_file
    if path.is_file() and path not in made.aside:
        now = _aside(path)
        made.aside |= {path: now} if now else {}
        _tell(made, [now], outcome)
    clear_pdfs(made, [path], outcome)


def _aside(path: Path, *suffixes: str) -> Path | None:
    """Where it is now; ``None`` for a file that another program holds, and so nobody replaces."""
    from xl_dialogue.press.leftovers import put_aside

    with contextlib.suppress(PermissionError):
        return put_aside(path, suffixes) if suffixes else put_aside(path)
    return None


def _tell(made: Made, moved: Collection[Path | None], outcome: Outcome) -> None:
    now = [path for path in moved if path]
    if now:
        facts = {"count": len(now), "files": named(now), "folder": now[0].parent}
        outcome.say(messages.OUTDATED_SET_ASIDE, label=made.batch.kind.label, **facts)


def named(files: Sequence[Path]) -> str:
    return ", ".join(f"“{path.name}”" for path in files[:_NAMED])
