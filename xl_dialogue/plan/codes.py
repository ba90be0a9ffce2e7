"""Permanent codes of new rows: the series of the sheet goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME

_NUMBERED = re.compile(r"(.*?)([0-9]+)")


def new_codes(plan: Plan, sheet: str, beginning: str) -> Iterator[str]:
    """The next codes of the sheet.

    The journal is asked too: a code that was given and taken back may stand on a paper.
    """
    key, journal = BY_NAME[sheet].columns[0].name, plan.journal
    noted = journal.loc[journal["sheet"] == BY_NAME[sheet].title, "code"]
    return next_codes((*plan.frames[sheet][key], *noted), beginning)


def next_codes(known: Iterable[str], beginning: str) -> Iterator[str]:
    """Codes that go on where the series ends: NV24 -> NV25, CH009 -> CH010, never one twice.

    The series is the one with the most codes; ``beginning`` is for a sheet that has none.
    """
    codes = dict.fromkeys(known)
    series = [(found[1], found[2]) for code in codes if (found := _NUMBERED.fullmatch(code))]
    prefix = Counter([name for name, _ in series] or [beginning]).most_common(1)[0][0]
    numbers = [digits for name, digits in series if name == prefix] or ["00"]
    width, last = max(map(len, numbers)), max(map(int, numbers))
    while True:
        last += 1
        if (code := f"{prefix}{last:0{width}}") not in codes:
            yield code
