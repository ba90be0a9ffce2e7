"""What a workbook keeps behind its cells: strings that no cell shows, and what formulas last gave.

Source: ECMA-376 part 1, 18.4 (shared strings), 18.3.1.4 (cells), 21.2.2 (charts' caches).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.engines.sheetxml import CELL
from xl_dialogue.engines.strings import STRING
from xl_dialogue.engines.xmltext import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Holds = Callable[[str], bool]
    """Whether a text says what must not stay."""

_SHARED = re.compile(rb'<c [^<>]*?t="s"[^<>]*>(?:<f[^<>]*(?:/>|>[^<]*</f>))?<v>([0-9]+)</v>')
_RESULT = re.compile(rb"<v(?: [^<>]*)?>([^<]*)</v>")
_CACHED = re.compile(rb"(<(?:c:)?v>)([^<]*)(</(?:c:)?v>)")
_BLANK = b"<si><t/></si>"


def shown_strings(sheet: bytes) -> set[int]:
    """Which of the shared strings the cells of a sheet, in plain form, show."""
    return set(map(int, _SHARED.findall(sheet)))


def without_spare(strings: bytes, shown: Iterable[int]) -> bytes:
    """The strings part with those blanked that no cell shows; the others keep their numbers."""
    kept, number = frozenset(shown), -1

    def blanked(found: re.Match[bytes]) -> bytes:
        nonlocal number
        number += 1
        return found[0] if number in kept else _BLANK

    return STRING.sub(blanked, strings)


def without_results(sheet: bytes, holds: Holds) -> bytes:
    """The sheet without the results of formulas that say it: Excel works them out anew."""

    def blanked(cell: re.Match[bytes]) -> bytes:
        body = cell[6] or b""
        result = _RESULT.search(body) if b"<f" in body else None
        if result is None or not holds(read_text(result[1].decode())):
            return cell[0]
        return cell[0].replace(result[0], b"")

    return CELL.sub(blanked, sheet)


def without_copies(chart: bytes, holds: Holds) -> bytes:
    """A chart without what it has copied out of cells that say it."""
    return _CACHED.sub(
        lambda found: found[1] + found[3] if holds(read_text(found[2].decode())) else found[0],
        chart,
    )
