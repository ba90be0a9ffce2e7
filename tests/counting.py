"""Calls to a running office, counted at the border."""

from __future__ import annotations

from typing import Any

_PROXY = "pyuno"


class Crossings:
    """How many calls have crossed so far."""

    calls = 0


class Counted:
    """An object of the office: every question to it, and to what it answers with, is counted."""

    def __init__(self, inner: Any, crossings: Crossings) -> None:
        self.__dict__.update(inner=inner, crossings=crossings)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.inner, name)
        if not callable(found):
            return self._wrapped(found)
        return lambda *values: self._wrapped(found(*_bare(values)))

    def __setattr__(self, name: str, value: object) -> None:
        self.crossings.calls += 1
        setattr(self.inner, name, _bare(value))

    def _wrapped(self, value: object) -> object:
        self.crossings.calls += 1
        return Counted(value, self.crossings) if type(value).__name__ == _PROXY else value


def _bare(value: Any) -> Any:
    if isinstance(value, Counted):
        return value.inner
    return tuple(map(_bare, value)) if isinstance(value, tuple) else value
