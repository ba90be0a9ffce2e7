"""What the collections of every workbook have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

SHEET_NAME = re.compile(r"[^\\/?*\[\]:]{1,31}")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Item = TypeVar("_Item", bound=_Named)


def picked(items: Sequence[_Item], key: str | int) -> _Item:
    """By place from 1, by name, or by name in other capitals. Errors: ``KeyError``."""
    if isinstance(key, int):
        return items[key - 1]
    alike = [item for item in items if item.name.lower() == key.lower()]
    if not alike:
        raise KeyError(key)
    return next((item for item in alike if item.name == key), alike[0])


def fixed(what: str, wanted: object) -> NotImplementedError:
    return NotImplementedError(f"in a closed file {what} cannot become {wanted!r}: use Excel")
