"""Prepared templates kept in the person's cache folder, so that the next run need not read anew.

An entry is two lines: the digest of the second, and JSON. It holds for one template, for the
versions of what prepared it and for this code; whatever is torn, foreign or older is passed over.
"""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from typing import Any

from xl_dialogue.press.digests import digest_of
from xl_dialogue.press.prepared import Part, Prepared
from xl_dialogue.share import PRODUCT

_ENTRIES = 32
_PACKAGES = ("docxtpl", "jinja2", "docx", "lxml")
"""What prepares a template."""
_DISTRIBUTIONS = ("docxtpl-", "jinja2-", "python_docx-", "lxml-")
"""How their names begin where they are installed."""


def folder() -> str:
    """Where entries lie. Errors: ``OSError`` for a person who has no such place."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    caches = named or os.path.expanduser("~/.cache")
    if not os.path.isabs(caches):  # it would be made wherever the program was started
        raise FileNotFoundError(caches)
    return os.path.join(caches, PRODUCT, "templates")


def load(digest: str) -> Prepared | None:
    """What is kept of the template with this digest, if anything is."""
    try:
        with open(_file(digest), encoding="utf-8") as file:
            seal, _, said = file.read().partition("\n")
        if seal != _seal(said):
            return None
        entry = json.loads(said)
        return _prepared(entry) if entry["of"] == _origin(digest) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep(digest: str, prepared: Prepared) -> None:
    """Keep it, and no more than the latest few; where nothing can be kept, nothing is."""
    from pathlib import Path

    from xl_dialogue.opc import write_atomically

    try:
        said = json.dumps({"of": _origin(digest), **prepared._asdict()}, default=sorted)
        file = Path(_file(digest))
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(file, f"{_seal(said)}\n{said}".encode())
        for path in sorted(file.parent.glob("*.json"), key=_age)[_ENTRIES:]:
            path.unlink(missing_ok=True)
    except OSError:
        return


def _file(digest: str) -> str:
    return os.path.join(folder(), f"{digest[:32]}.json")


def _age(path: os.PathLike[str]) -> float:
    return -os.stat(path).st_mtime


def _seal(said: str) -> str:
    return digest_of(said.encode())


def _prepared(entry: dict[str, Any]) -> Prepared:
    del entry["of"]
    entry["parts"] = tuple(Part(*part) for part in entry["parts"])
    entry["steps"] = tuple(entry["steps"])
    entry["variables"] = frozenset(entry["variables"])
    return Prepared(**entry)


def _origin(digest: str) -> list[object]:
    """What an entry holds for, as JSON gives it back."""
    ours = os.scandir(os.path.dirname(__file__))
    code = sorted([file.name, file.stat().st_mtime_ns] for file in ours if _is_code(file))
    return [digest, _versions(), code]


def _is_code(file: os.DirEntry[str]) -> bool:
    return file.name.endswith(".py")


def _versions() -> list[str]:
    """Read off the folders beside the packages: to import them would cost what is to be saved."""
    found = [spec.origin for spec in map(find_spec, _PACKAGES) if spec and spec.origin]
    folders = {os.path.dirname(os.path.dirname(origin)) for origin in found}
    names = [name.lower() for folder in folders for name in os.listdir(folder)]
    return sorted(name for name in names if name.startswith(_DISTRIBUTIONS))
