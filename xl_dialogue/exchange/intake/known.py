"""What the plan has already: by where a row came from and what it said then, or by what it says."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from xl_dialogue.exchange.intake.records import Origin
from xl_dialogue.plan.plan import Plan, text
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import DELEGATES, QUESTIONS
from xl_dialogue.vietnamese.text import folded_keeping_tones

_IDENTITY = {
    DELEGATES.name: ("full_name", "unit", "phone"),
    QUESTIONS.name: ("asker", "unit", "content"),
}
"""Rows that agree in these are the same row; who agrees in fewer is for a person to decide."""
_BY_WHOM = {DELEGATES.name: "full_name", QUESTIONS.name: "asker"}
_SOURCE = re.compile(r"(?P<origin>.+) #(?P<mark>[0-9a-f]{8})")


class Holder(NamedTuple):
    """The row that says the same."""

    code: str
    origin: str
    """Where it came from; blank for one typed by hand."""

    @property
    def file(self) -> str:
        place, between, _ = self.origin.partition(" › ")
        return place if between else place.rpartition(", ")[0]


def mark(sheet: str, values: Mapping[str, object]) -> str:
    """A short mark of what a row says, whatever its case, spaces and punctuation."""
    said = (folded_keeping_tones(text(values.get(name))) for name in _IDENTITY[sheet])
    return hashlib.sha256("\x1f".join((sheet, *said)).encode()).hexdigest()[:8]


def source(origin: Origin, its_mark: str) -> str:
    """What stands in the plan's column `Nguồn`, whatever becomes of the row's other cells."""
    return f"{origin.say()} #{its_mark}"


class Known:
    """The rows of one sheet, those of the plan and those taken since."""

    def __init__(self, plan: Plan, sheet: Sheet) -> None:
        self._sheet = sheet.name
        self._standing: dict[str, list[Holder]] = defaultdict(list)
        self._here: dict[str, list[Holder]] = defaultdict(list)
        self._times: Counter[str] = Counter()
        self._places: dict[str, str] = {}
        columns = [sheet.columns[0].name, "source", *_IDENTITY[sheet.name]]
        for said in zip(*(plan.frames[sheet.name][name] for name in columns), strict=True):
            self._keep(str(said[0]), dict(zip(columns, said, strict=True)))

    def _keep(self, code: str, row: Mapping[str, object]) -> None:
        noted = _SOURCE.fullmatch(text(row["source"]))
        holder = Holder(code, noted["origin"] if noted else "")
        for each in {mark(self._sheet, row), *([noted["mark"]] if noted else [])}:
            self._standing[each].append(holder)
        if noted:
            self._places[noted["origin"]] = code

    def next_file(self) -> None:
        """What was taken from the last file stands now."""
        for each, holders in self._here.items():
            self._standing[each] += holders
        self._here.clear()
        self._times.clear()

    def already(self, its_mark: str, values: Mapping[str, object]) -> Holder | None:
        """Who says the same. What nobody has signed may have been asked by two: it is counted."""
        self._times[its_mark] += 1
        standing = self._standing.get(its_mark, [])
        if text(values.get(_BY_WHOM[self._sheet])):
            return next(iter((*standing, *self._here.get(its_mark, []))), None)
        times = self._times[its_mark]
        return standing[times - 1] if times <= len(standing) else None

    def at_same_place(self, origin: Origin) -> str:
        """The code of the row that came from the same place and said something else."""
        return self._places.get(origin.say(), "")

    def take(self, its_mark: str, code: str, origin: Origin) -> None:
        self._here[its_mark].append(Holder(code, origin.say()))
