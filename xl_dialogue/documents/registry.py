"""What a kind of document is; every kind is entered here by ``document``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from xl_dialogue.messages import Text
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan

Context = Mapping[str, object]
Records = Any
"""A row of a sheet, or several: what one document is about."""


class Subject(NamedTuple):
    """What one document of a kind is about, and for whom it is."""

    code: str
    """The permanent code of its recipient, blank for a document of which there is one."""
    name: str
    records: Records
    row: int | None = None
    """The Excel row that it prints, if it is one."""


class Each(NamedTuple):
    """How a kind makes several documents of its rows, and for whom each is."""

    whom: Text
    divide: Callable[[pd.DataFrame, Plan], Iterator[Subject]]


class Wanted(NamedTuple):
    """Rows that belong in a document, whether or not they can stand in it yet."""

    rows: Callable[[Plan], pd.DataFrame]
    because: Callable[[Plan], Iterator[Finding]]
    """The rule across sheets that says why one cannot."""


@dataclass(frozen=True)
class Kind:
    """A kind of document, as the registry knows it."""

    name: str
    label: Text
    about: Text
    template: str
    write: Callable[..., Context]
    draws_on: tuple[str, ...]
    """The sheets that it draws on; the rows of the first are printed."""
    rows: Callable[[Plan], pd.DataFrame | None]
    """Those that are to be printed if nothing is wrong with them; None: nothing to be said."""
    uses: tuple[str, ...]
    """Columns of the first sheet in which an error keeps a row from being printed."""
    wanted: Wanted | None
    """What it ought to hold, where ``rows`` leaves some of that out."""
    each: Each | None
    """Several documents, not one for all."""
    needs: tuple[str, ...]
    """Columns of the sheet `Ban hành` that it cannot be printed without."""
    is_letter: bool
    """An official letter, which bears no name of a kind above its text."""
    for_a_fixed_day: bool
    """It is not issued while the day is tentative. Source: the founding plan, R13."""
    picture: str
    """The name of its button's built-in Office picture; a kind without one is in the menu only."""

    @property
    def sheet(self) -> str:
        """The sheet whose rows are printed."""
        return self.draws_on[0]

    @property
    def invites(self) -> bool:
        """Each is asked to the conference by a letter of its own."""
        return self.each is not None and "delegates" in self.draws_on

    @property
    def numbered(self) -> bool:
        """It is entered in the register under a number once it is issued."""
        return "symbol" in self.needs


def some(rows: Callable[[Plan], pd.DataFrame]) -> Callable[[Plan], pd.DataFrame | None]:
    """These rows, or nothing to be said where there are none."""

    def chosen(plan: Plan) -> pd.DataFrame | None:
        found = rows(plan)
        return None if found.empty else found

    return chosen


ENTERED: dict[str, Kind] = {}
"""Every kind by its name, in no order; ``kinds.KINDS`` has them in the order of time."""
SIGNED = ("title", "signer")
"""What a document needs that somebody signs."""
NUMBERED = ("symbol", *SIGNED)
"""What an official document needs: it gets a number too."""


def document(
    label: Text,
    about: Text,
    template: str,
    *,
    draws_on: tuple[str, ...],
    rows: Callable[[Plan], pd.DataFrame | None],
    uses: tuple[str, ...],
    wanted: Wanted | None = None,
    each: Each | None = None,
    needs: tuple[str, ...] = (),
    is_letter: bool = False,
    for_a_fixed_day: bool = False,
    picture: str = "",
) -> Callable[[Callable[..., Context]], Callable[..., Context]]:
    """Enter the decorated function in the registry under its own name.

    The function gives what only this kind says; what all say is in ``issuing.common``.
    """

    def register(write: Callable[..., Context]) -> Callable[..., Context]:
        name = str(write.__name__)
        ENTERED[name] = Kind(
            name,
            label,
            about,
            template,
            write,
            draws_on,
            rows,
            uses,
            wanted,
            each,
            needs,
            is_letter,
            for_a_fixed_day,
            picture,
        )
        return write

    return register
