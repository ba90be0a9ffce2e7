"""File names that Windows, macOS and Linux all take.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_RESERVED = dict.fromkeys(map(ord, '<>:"/\\|?*'), "-")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_DEVICES = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS})
_CHARACTERS = 120
_BYTES = 230
"""Linux allows 255; Vietnamese letters take up to three."""
_NAMELESS = "_"


def safe_names(names: Sequence[str]) -> list[str]:
    """A name of its own for each, without suffix, in order: never a path, never two alike."""
    taken: dict[str, int] = {}
    return [_unique(_safe(name), taken) for name in names]


def _safe(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).translate(_RESERVED)
    visible = composed if composed.isprintable() else "".join(map(_visible, composed))
    short = _cut(" ".join(visible.split()).lstrip(". ~"), 0)
    is_device = short.partition(".")[0].rstrip().lower() in _DEVICES
    return "_" + _cut(short, 1) if is_device else short or _NAMELESS


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    return " " if category in ("Cc", "Zl", "Zp") else "" if category in ("Cf", "Cs") else character


def _cut(name: str, room: int) -> str:
    """The name's beginning, with room left for so many more characters."""
    cut = name[: _CHARACTERS - room].encode()[: _BYTES - room].decode(errors="ignore")
    return cut.rstrip(". ")


def _unique(name: str, taken: dict[str, int]) -> str:
    unique = name
    while _alike(unique) in taken:
        taken[_alike(name)] += 1
        ending = f" ({taken[_alike(name)]})"
        unique = _cut(name, len(ending)) + ending
    taken[_alike(unique)] = 1
    return unique


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
