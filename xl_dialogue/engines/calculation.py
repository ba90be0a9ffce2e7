"""When Excel calculates: the order of calculation, and the request to do it all anew.

Source: ECMA-376 part 1, 18.6 (calcChain) and 18.2.2 (calcPr).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.engines.xmltext import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

_SETTING = re.compile(rb"<calcPr\b([^<>]*?) ?/>")
_BEFORE = re.compile(
    rb"</definedNames>|<definedNames/>|</externalReferences>|</functionGroups>|</sheets>"
)
_CHAINED = re.compile(rb"<c ([^<>]*)/>")
_FORMULAS = (b"<f>", b"<f ", b"<x:f>", b"<x:f ")  # the two forms that writers use


def has_formula(sheet: bytes) -> bool:
    return any(tag in sheet for tag in _FORMULAS)


def on_load(book: bytes) -> bytes:
    """The workbook part that asks Excel to work every formula out when it opens the file."""
    found = _SETTING.search(book)
    if found is None:
        at = max(before.end() for before in _BEFORE.finditer(book))
        return book[:at] + b'<calcPr fullCalcOnLoad="1"/>' + book[at:]
    if attributes(found[1]).get("fullCalcOnLoad") in ("1", "true"):
        return book
    said = re.sub(rb' fullCalcOnLoad="[^"]*"', b"", found[1]) + b' fullCalcOnLoad="1"'
    return book[: found.start(1)] + said + book[found.end(1) :]


def unchained(chain: bytes, sheet_id: str, cells: set[str]) -> bytes | None:
    """The order of calculation without these cells of a sheet; ``None`` when nothing is left."""
    kept = list(_kept(chain, sheet_id, cells))
    if not kept:
        return None
    first, last = chain.index(b"<c "), chain.rindex(b"/>") + 2
    return chain[:first] + b"".join(kept) + chain[last:]


def _kept(chain: bytes, sheet_id: str, cells: set[str]) -> Iterator[bytes]:
    """The entries that stay; one may lean on the sheet that an entry before it names."""
    sheet, said = "", ""
    for found in _CHAINED.finditer(chain):
        entry = attributes(found[1])
        sheet = entry.get("i", sheet)
        if sheet == sheet_id and entry["r"] in cells:
            continue
        if "i" in entry or sheet == said:
            yield found[0]
        else:
            yield found[0].replace(b"<c ", f'<c i="{sheet}" '.encode(), 1)
        said = sheet
