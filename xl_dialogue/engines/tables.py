"""Table parts. Source: ECMA-376 part 1, 18.5."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from xl_dialogue.addresses import Box, box
from xl_dialogue.engines.xmltext import attributes, escaped

_TABLE = re.compile(rb"<table ([^<>]*)>")
_REF = re.compile(rb'( ref=")[^"]*')
_COLUMNS = re.compile(rb'(<tableColumns count=")[0-9]+(")')
_COLUMN = re.compile(rb'<tableColumn [^<>]*?\bid="([0-9]+)"')
_FILTER = re.compile(rb'(<autoFilter [^<>]*?ref=")[^"]*')


class TableEntry(NamedTuple):
    """A table of a worksheet."""

    part: str
    name: str
    area: Box
    header_rows: int
    total_rows: int

    @property
    def body(self) -> Box | None:
        """Its rows of data, if there are any."""
        top, bottom = self.area.top + self.header_rows, self.area.bottom - self.total_rows
        return self.area._replace(top=top, bottom=bottom) if top <= bottom else None


def described(part: str, content: bytes) -> TableEntry:
    """What a table part in plain form says. Errors: ``ValueError`` when it is no table."""
    found = _TABLE.search(content)
    if found is None:
        raise ValueError(f"no table in {part}")
    said = attributes(found[1])
    headers, totals = int(said.get("headerRowCount", 1)), int(said.get("totalsRowCount", 0))
    return TableEntry(
        part, said.get("displayName") or said["name"], box(said["ref"]), headers, totals
    )


def widened(content: bytes, headers: Sequence[str]) -> bytes:
    """The part of a table that has these columns too, right of its own."""
    if not headers:
        return content
    known = [int(found[1]) for found in _COLUMN.finditer(content)]
    first = max(known, default=0) + 1
    new = "".join(
        f'<tableColumn id="{number}" name="{escaped(header)}"/>'
        for number, header in enumerate(headers, first)
    ).encode()
    count = b"%d" % (len(known) + len(headers))
    counted = _COLUMNS.sub(rb"\g<1>" + count + rb"\g<2>", content, count=1)
    return counted.replace(b"</tableColumns>", new + b"</tableColumns>", 1)


def resized(content: bytes, area: Box, total_rows: int) -> bytes:
    """The part of a table that reaches over another area, and its filter with it."""
    found = _TABLE.search(content)
    assert found is not None
    tag = _REF.sub(rb"\g<1>" + area.address().encode(), found[0], count=1)
    filtered = area._replace(bottom=area.bottom - total_rows).address().encode()
    rest = _FILTER.sub(rb"\g<1>" + filtered, content[found.end() :], count=1)
    return content[: found.start()] + tag + rest
