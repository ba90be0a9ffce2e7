"""What lies beside the workbook and may hold somebody's data: the program's own files, and others.

Its own go, or are cleaned; whatever else says a name is told with its place and left: letters that
were issued belong to the archive, and what others have sent is theirs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.engines.files import backup_of
from xl_dialogue.exchange.audit import log_of
from xl_dialogue.exchange.forgetting.deciding import PEOPLE, columns
from xl_dialogue.exchange.forgetting.seeking import holds, mail_holds
from xl_dialogue.exchange.packets.base import FOLDER, pages_in

if TYPE_CHECKING:
    from xl_dialogue.exchange.forgetting.seeking import Seeker

MOST = 20_000
"""Files that are looked into."""
_DRAFT = re.compile(r"\.[a-z0-9_]{8}\.tmp")
"""What a save leaves that was killed: the content under a passing name."""
_READ = frozenset((
    ".docx", ".docm", ".doc", ".odt", ".rtf", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv",
    ".txt", ".eml", ".msg", ".pdf", ".ics", ".json", ".jsonl", ".html", ".htm", ".xml", ".zip",
))  # fmt: skip


class Others(NamedTuple):
    """Files of the folder that stay."""

    named: list[Path]
    """They say a name, a phone or an address that goes."""
    unread: list[Path]
    """They cannot be looked into, as PDFs and files that are locked."""
    is_cut: bool
    """There are more files than are looked into."""


def own(plan: Path, says: Seeker) -> list[Path]:
    """The program's own files that go: backup, what a killed save has left, packets as sent."""
    backup = backup_of(plan)
    found = [backup] if backup.is_file() else []
    home = plan.with_suffix(FOLDER)
    for folder in (plan.parent, home):
        if folder.is_dir():
            found += sorted(path for path in folder.iterdir() if _DRAFT.fullmatch(path.name))
    found += [path for path in sorted(home.glob("*.json")) if _has_people(path, says)]
    return found


def _has_people(packet: Path, says: Seeker) -> bool:
    """A packet with a column of people's data, or with a name in its text."""
    names = {sheet.name: {column.name for column in columns(sheet)} for sheet in PEOPLE}
    return any(names.get(sheet, set()) & set(shown) for sheet, shown in pages_in(packet)) or bool(
        holds(packet.read_bytes(), says)
    )


def remove(paths: Iterable[Path]) -> list[Path]:
    """Those that are gone now. What cannot be deleted stays, and is told by whoever asks."""
    gone = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue
        gone.append(path)
    return gone


def others(plan: Path, says: Seeker, apart: Iterable[Path]) -> Others:
    """All the other files below the workbook's folder, looked into one by one."""
    skipped = {plan, log_of(plan), *apart}
    found, unread, count = list[Path](), list[Path](), 0
    if not says:
        return Others(found, unread, is_cut=False)
    for path in _files(plan.parent):
        if path in skipped:
            continue
        count += 1
        if count > MOST:
            return Others(found, unread, is_cut=True)
        said = True if says(path.stem) else _says(path, says)
        if said:
            found.append(path)
        elif said is None:
            unread.append(path)
    return Others(found, unread, is_cut=False)


def _files(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at, name) for name in sorted(names) if _is_read(name))


def _is_read(name: str) -> bool:
    return Path(name).suffix.lower() in _READ


def _says(path: Path, says: Seeker) -> bool | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return mail_holds(content, says) if path.suffix.lower() == ".eml" else holds(content, says)
