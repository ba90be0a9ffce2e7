"""What the objects of every workbook have in common: sheets, tables, books are found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _HasName(Protocol):
    @property
    def name(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasName)


class Native:
    """Has no object behind it that a caller could want more of."""

    @property
    def api(self) -> Self:
        return self


def fixed(what: str, wanted: object) -> NotImplementedError:
    return NotImplementedError(f"{what} cannot become {wanted!r} here: do it by hand")


class Named(Native, Generic[_Item]):
    """Things with a name, in order."""

    def _items(self) -> Sequence[_Item]:
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self._items())

    def __iter__(self) -> Iterator[_Item]:
        return iter(self._items())

    def __contains__(self, wanted: object) -> bool:
        name = wanted if isinstance(wanted, str) else getattr(wanted, "name", "")
        return name.lower() in [item.name.lower() for item in self._items()]

    def __call__(self, key: str | int) -> _Item:
        """By place from 1, by name, or by name in other capitals. Errors: ``KeyError``."""
        items = self._items()
        if isinstance(key, int):
            return items[key - 1]
        alike = [item for item in items if item.name.lower() == key.lower()]
        if not alike:
            raise KeyError(key)
        return next((item for item in alike if item.name == key), alike[0])
