"""Permanent codes of new rows: the series of the sheet goes on, none is ever given twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME

_NUMBERED = re.compile(r"(.*?)([0-9]+)")


def new_codes(plan: Plan, sheet: str) -> Iterator[str]:
    """The next codes of the sheet.

    The journal is asked too: a code that was given and taken back may stand on a paper.
    """
    key, journal = BY_NAME[sheet].columns[0], plan.journal
    noted = journal.loc[journal["sheet"] == BY_NAME[sheet].title, "code"]
    return next_codes([*plan.frames[sheet][key.name]], noted, key.series)


def next_codes(standing: Collection[str], given: Iterable[str], first: str) -> Iterator[str]:
    """Codes that go on where the series ends: NV24 -> NV25, CH009 -> CH010.

    The series is the one with the most codes, of those that stand there; ``first`` is for a sheet
    that has none. ``given`` are codes of former times, whatever their series.
    """
    series = [*_series(dict.fromkeys(standing))] or [*_series([first])]
    prefix = Counter(name for name, _ in series).most_common(1)[0][0]
    width = max(len(digits) for name, digits in series if name == prefix)
    used = {code.casefold() for code in (*standing, *given)}
    numbers = [int(digits) for name, digits in _series(used) if name == prefix.casefold()]
    for number in count(max(numbers, default=0) + 1):
        code = f"{prefix}{number:0{width}}"
        if code.casefold() not in used:
            yield code


def part_codes(whole: str, used: Collection[str]) -> Iterator[str]:
    """CH012.1, CH012.2, … of what CH012 was taken apart into, those in use left out."""
    return (code for number in count(1) if (code := f"{whole}.{number}") not in used)


def _series(codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """What stands before the number of each, and its digits; parts of others are no series."""
    for code in codes:
        found = _NUMBERED.fullmatch(code)
        if found and not (found[1].endswith(".") and found[1][:-1] in codes):
            yield found[1], found[2]
