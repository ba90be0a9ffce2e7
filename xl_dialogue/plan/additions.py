"""New rows at the end of a sheet: changes of cells that are still blank, so undone like others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import Sheet

_NUMBERED = re.compile(r"(.*?)([0-9]+)")


def added(plan: Plan, sheet: Sheet, rows: Iterable[Mapping[str, object]]) -> Iterator[Change]:
    """Each row's cells on the next free Excel row; what is blank in it is left out."""
    for row, record in enumerate(rows, start=plan.cells[sheet.name].next_row):
        for column, value in record.items():
            if value not in (None, ""):
                yield Change(sheet.name, row, column, None, value)


def next_codes(known: Iterable[str], beginning: str) -> Iterator[str]:
    """Codes that go on where the series ends: NV24 -> NV25, CH009 -> CH010, never one twice.

    The series is the one with the most codes; ``beginning`` is for a sheet that has none.
    """
    codes = set(known)
    series = [(found[1], found[2]) for code in codes if (found := _NUMBERED.fullmatch(code))]
    prefix = Counter([name for name, _ in series] or [beginning]).most_common(1)[0][0]
    numbers = [digits for name, digits in series if name == prefix] or ["00"]
    width, last = max(map(len, numbers)), max(map(int, numbers))
    while True:
        last += 1
        if (code := f"{prefix}{last:0{width}}") not in codes:
            yield code
