"""Prepared templates kept in the person's cache folder, so that the next run need not read anew.

An entry is two lines: the digest of the second, and JSON. It holds for one template, for the
versions of what prepared it and for this code; whatever is torn, foreign or older is passed over.
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue.press.prepared import Part, Prepared
from xl_dialogue.share import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRIES = 32
_PACKAGES = {"docxtpl": "docxtpl", "jinja2": "jinja2", "docx": "python_docx", "lxml": "lxml"}
"""What prepares a template, and what it is called where it is installed."""


def folder() -> Path:
    """Where entries lie. Errors: ``RuntimeError`` when the person has no home."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(named) if named else Path.home() / ".cache") / PRODUCT / "templates"


def load(digest: str) -> Prepared | None:
    """What is kept of the template with this SHA-256, if anything is."""
    try:
        seal, _, said = _file(digest).read_text(encoding="utf-8").partition("\n")
        if seal != _seal(said):
            return None
        entry = json.loads(said)
        return _prepared(entry) if entry["of"] == _origin(digest) else None
    except (OSError, ValueError, TypeError, KeyError, RuntimeError):
        return None


def keep(digest: str, prepared: Prepared) -> None:
    """Keep it, and no more than the latest few; where nothing can be kept, nothing is."""
    from xl_dialogue.opc import write_atomically

    said = json.dumps({"of": _origin(digest), **prepared._asdict()}, default=sorted)
    try:
        file = _file(digest)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(file, f"{_seal(said)}\n{said}".encode())
        for path in sorted(file.parent.glob("*.json"), key=_age)[_ENTRIES:]:
            path.unlink(missing_ok=True)
    except (OSError, RuntimeError):
        return


def _file(digest: str) -> Path:
    return folder() / f"{digest[:32]}.json"


def _age(path: Path) -> float:
    return -path.stat().st_mtime


def _seal(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()


def _prepared(entry: dict[str, Any]) -> Prepared:
    del entry["of"]
    entry["parts"] = tuple(Part(*part) for part in entry["parts"])
    entry["steps"] = tuple(entry["steps"])
    entry["variables"] = frozenset(entry["variables"])
    return Prepared(**entry)


def _origin(digest: str) -> list[object]:
    """What an entry holds for, as JSON gives it back."""
    ours = Path(__file__).parent
    code = sorted([file.name, file.stat().st_mtime_ns] for file in ours.glob("*.py"))
    return [digest, [version for name in _PACKAGES.items() for version in _versions(*name)], code]


def _versions(package: str, distribution: str) -> Iterator[str]:
    """Read off the folder beside the package: to import it would cost what is to be saved."""
    spec = find_spec(package)
    beside = Path(spec.origin).parents[1] if spec and spec.origin else None
    names = (path.name.lower() for path in beside.iterdir()) if beside else ()
    yield from sorted(name for name in names if name.startswith(f"{distribution}-"))
