"""What setup has made on a PC, so that it can take away exactly that."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from xl_dialogue.messages import RECEIPT_DAMAGED, DialogueError
from xl_dialogue.opc import write_atomically


@dataclass
class Receipt:
    """Paths as text, in the order in which they were made."""

    version: str = ""
    folder: str = ""
    """Where the person's workbook is."""
    environments: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    """Path -> digest of what was put there."""
    settings: dict[str, dict[str, list[str | None]]] = field(default_factory=dict)
    """Path -> name -> what was written, and what had stood there (None: nothing)."""
    extension: str = ""
    """The identifier by which LibreOffice knows the extension."""

    def save(self, path: Path) -> None:
        content = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        write_atomically(path, content.encode())


def load(path: Path) -> Receipt:
    """The receipt; a blank one where nothing was set up.

    Errors: ``DialogueError`` when it cannot be read.
    """
    if not path.exists():
        return Receipt()
    try:
        return Receipt(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise DialogueError(RECEIPT_DAMAGED, path=path) from error


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str | None:
    """None for what is no file or cannot be read: it is like nothing that we put."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None
