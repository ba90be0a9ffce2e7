"""What was sent, kept beside the master: ``NAME.goi/ID.json``; and the key of its seals.

Both hold what nobody else may read: the key, and the cells as they were sent.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.packets import sealing
from xl_dialogue.exchange.packets.packing import Packet, Page, Recipient, Row
from xl_dialogue.exchange.packets.sealing import Label, Sealed
from xl_dialogue.messages import DialogueError

KEY, FOLDER = ".khoa", ".goi"
_ID = re.compile(r"[0-9a-f]{16}")
_BYTES = 32


class Base(NamedTuple):
    """A packet as it was sent, and the key that was then."""

    sealed: Sealed
    key: bytes


def key_of(plan: Path) -> bytes:
    """The key beside the workbook, made when there is none.

    Errors: ``OSError``; ``DialogueError`` where packets went out under one that is lost.
    """
    path, sent = plan.with_suffix(KEY), plan.with_suffix(FOLDER)
    key = _key(path)
    if not key and any(sent.glob("*.json")):
        raise DialogueError(messages.KEY_LOST, key=path.name, folder=sent.name)
    if not key:
        _write(path, secrets.token_hex(_BYTES).encode())
        key = _key(path)
    return key


def keep(plan: Path, packet: Sealed) -> Label:
    """Keep what is sent before it is; gives the label, that of before if the same was sent before.

    Errors: ``OSError``.
    """
    path = plan.with_suffix(FOLDER) / f"{packet.label.id}.json"
    before = _read(path)
    if before is not None:
        return before.label
    path.parent.mkdir(mode=0o700, exist_ok=True)
    _write(path, _as_json(packet))
    return packet.label


class Shelf:
    """All that was sent from a workbook, also where that was called otherwise then."""

    def __init__(self, plan: Path) -> None:
        home = plan.with_suffix(FOLDER)
        self._folders = [home, *sorted(set(plan.parent.glob(f"*{FOLDER}")) - {home})]
        self._keys = {folder: _key(folder.with_suffix(KEY)) for folder in self._folders}

    def find(self, id_: str) -> Base | None:
        for folder in self._folders if _ID.fullmatch(id_) else ():
            found = _read(folder / f"{id_}.json")
            if found is not None:
                return Base(found, self._keys[folder])
        return None

    def is_superseded(self, label: Label) -> bool:
        """Whether the same recipient was sent a later packet of the sort."""
        return label.moment < self._latest.get((label.audience, label.recipient), label.moment)

    @cached_property
    def _latest(self) -> dict[tuple[str, str], list[str]]:
        latest: dict[tuple[str, str], list[str]] = {}
        for path in sorted(path for folder in self._folders for path in folder.glob("*.json")):
            if found := _read(path):
                key = (found.label.audience, found.label.recipient)
                latest[key] = max(latest.get(key, []), found.label.moment)
        return latest


def pages_in(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Of a packet that was kept, by sheet the names of its columns; none of what is no packet."""
    found = _read(path)
    return [(page.sheet, page.columns) for page in found.packet.pages] if found else []


def _key(path: Path) -> bytes:
    """Empty where there is none."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return b""
    return key if len(key) == 2 * _BYTES else b""


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, and from the first byte for nobody else to read."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


# --- as it is kept --------------------------------------------------------------------------


def _as_json(packet: Sealed) -> bytes:
    kept = {
        "label": packet.label._asdict(),
        "recipient": packet.packet.recipient._asdict(),
        "pages": [
            {
                "sheet": page.sheet,
                "columns": page.columns,
                "answered": page.answered,
                "rows": [
                    [row.answers, mark, *row.cells]
                    for row, mark in zip(page.rows, marks, strict=True)
                ],
            }
            for page, marks in zip(packet.packet.pages, packet.marks, strict=True)
        ],
    }  # fmt: skip
    return json.dumps(kept, ensure_ascii=False, indent=0).encode()


def _read(path: Path) -> Sealed | None:
    """``None`` for what is not there, is cut short, or is not what it says."""
    try:
        kept = json.loads(path.read_bytes())
        found = _from_json(kept)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    return found if sealing.digest(found.packet) == found.label.content else None


def _from_json(kept: dict[str, Any]) -> Sealed:
    pages = tuple(_page(page) for page in kept["pages"])
    label = Label(**kept["label"])
    packet = Packet(label.audience, Recipient(**kept["recipient"]), pages)
    marks = tuple(tuple(row[1] for row in page["rows"]) for page in kept["pages"])
    return Sealed(packet, label, marks)


def _page(page: dict[str, Any]) -> Page:
    rows = tuple(Row(row[2], tuple(row[2:]), row[0]) for row in page["rows"])
    return Page(page["sheet"], tuple(page["columns"]), tuple(page["answered"]), rows)
