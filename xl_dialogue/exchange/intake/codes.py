"""The codes that new rows get: the next of the sheet's series, none ever given twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count

from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import Sheet

_CODE = re.compile(r"(\D*?)([0-9]+)")


def new_codes(plan: Plan, sheet: Sheet) -> Iterator[str]:
    """CH151, CH152, … after CH150, without end.

    The journal is asked too: a code that was given once and taken back stands on papers perhaps.
    """
    key = sheet.columns[0]
    journal = plan.journal
    noted = journal.loc[journal["sheet"] == sheet.title, "code"].tolist()
    standing = plan.frames[sheet.name][key.name].tolist()
    used = {code.casefold() for code in (*standing, *noted)}
    parted = [match for code in standing if (match := _CODE.fullmatch(code))]
    prefix, width = _series([*parted, *filter(None, [_CODE.fullmatch(key.series)])])
    highest = max(
        (
            int(match[2])
            for code in used
            if (match := _CODE.fullmatch(code)) and match[1] == prefix.casefold()
        ),
        default=0,
    )
    for number in count(highest + 1):
        code = f"{prefix}{number:0{width}}"
        if code.casefold() not in used:
            yield code


def _series(parted: list[re.Match[str]]) -> tuple[str, int]:
    """The prefix that most codes have, and how many figures follow it."""
    if not parted:
        return "", 1
    prefix = Counter(match[1] for match in parted).most_common(1)[0][0]
    return prefix, Counter(len(match[2]) for match in parted if match[1] == prefix).most_common(1)[
        0
    ][0]
