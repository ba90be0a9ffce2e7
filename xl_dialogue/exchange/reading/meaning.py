"""What formats and formulas of a sheet mean, whichever program has written them."""

from __future__ import annotations

import re

from xl_dialogue.engines.styles import BUILT_IN, shows_date

_DATES_OF_THE_EAST = {*range(27, 37), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"')


def is_date(own: int, codes: dict[int, str]) -> bool:
    """Whether the number format of this id shows a day, be it built in or one of ``codes``."""
    eastern = own in _DATES_OF_THE_EAST and own not in codes
    return eastern or shows_date(codes.get(own) or BUILT_IN.get(own, "General"))


def calls_a_program(formula: str) -> bool:
    """``=cmd|'/c calc'!A0``: a bar outside of text has no other meaning in a formula."""
    bare = _QUOTED.sub("", formula).upper()
    return "|" in bare or "DDE(" in bare
