"""From finding to finding: which cell comes next, from where the person is now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

_CELL = re.compile(r"[A-Z]{1,3}([1-9][0-9]{0,5})")


class Place(NamedTuple):
    """A cell by the title of its sheet and its address, such as ``E5``."""

    title: str
    cell: str

    @property
    def row(self) -> int:
        found = _CELL.fullmatch(self.cell)
        return int(found[1]) if found else 1


class Stop(NamedTuple):
    """A cell that has something to look at, all of it in one sentence."""

    title: str
    cell: str
    said: str
    listed: int
    """The row of the list in which it stands first."""

    @property
    def place(self) -> Place:
        return Place(self.title, self.cell)


def stops(listed: pd.DataFrame, titles: Iterable[str]) -> list[Stop]:
    """Every place of the sheet `Kiểm tra` once, in its order; labelled by Excel row.

    A place on a sheet that is not among the titles, deleted or hidden since, is passed over.
    """
    known = set(titles)
    found: dict[Place, Stop] = {}
    rows = zip(listed.index, listed["place"], listed["severity"], listed["message"], strict=True)
    for row, where, severity, message in rows:
        title, _, cell = str(where or "").rpartition("!")
        if title not in known or not _CELL.fullmatch(cell):
            continue
        place, said = Place(title, cell), f"{severity}: {message}"
        before = found.get(place)
        found[place] = (
            before._replace(said=f"{before.said} · {said}")
            if before
            else Stop(title, cell, said, int(row))
        )
    return list(found.values())


def next_stop(stops: list[Stop], at: Place, step: int, list_title: str) -> Stop:
    """The stop after (step 1) or before (-1) the place; after the last comes the first again.

    On the list itself it is the stop of the row that the person has chosen.
    """
    if at.title == list_title:
        return _of_row(stops, at.row)
    places = [stop.place for stop in stops]
    if at in places:
        return stops[(places.index(at) + step) % len(stops)]
    here = [stop for stop in stops if stop.title == at.title]
    if step > 0:
        return next((stop for stop in here if stop.place.row >= at.row), stops[0])
    return next((stop for stop in reversed(here) if stop.place.row <= at.row), stops[-1])


def _of_row(stops: list[Stop], row: int) -> Stop:
    return next((stop for stop in reversed(stops) if stop.listed <= row), stops[0])
