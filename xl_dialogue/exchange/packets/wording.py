"""A cell as both sides compare it: the same words whichever program has saved the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from xl_dialogue.exchange.outgoing import plain
from xl_dialogue.plan.journal import as_text
from xl_dialogue.plan.plan import date, number, text, time
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    from xl_dialogue.plan.schema import Column, Kind

_TYPED: dict[Kind, Callable[[object], object]] = {"date": date, "time": time, "number": number}


def worded(value: object, kind: Kind) -> str:
    """What stands in the cell, blank for a blank one; what its kind cannot read stays as it is."""
    if isinstance(value, bool):
        return str(value)
    if kind in _TYPED and (said := as_text(_TYPED[kind](value))):
        return said
    said = text(value)
    if said.isascii() and said.isprintable():
        return said
    lines = plain(said).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def is_readable(said: str, column: Column) -> bool:
    """Whether the words may stand in a cell of the column."""
    if not said:
        return True
    if column.kind in _TYPED:
        return bool(as_text(_TYPED[column.kind](said)))
    return not column.choices or spelt(said, column) in column.choices


def spelt(said: str, column: Column) -> str:
    """A choice as the column spells it, however it was cased; anything else as it is."""
    choices = {folded(choice): choice for choice in column.choices}
    return choices.get(folded(said), said)


def meant(said: str, kind: Kind) -> object:
    """The value that the words stand for in the workbook; ``None`` for none."""
    if not said:
        return None
    if kind not in _TYPED:
        return said
    value = _TYPED[kind](said)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return dt.datetime(value.year, value.month, value.day)
    return value
