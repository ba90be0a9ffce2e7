"""Lists as text (.csv, .tsv) from outside: whatever separator an office's PC uses."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.exchange.reading import limits
from xl_dialogue.exchange.reading.encodings import decoded
from xl_dialogue.exchange.reading.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.reading.limits import Meter

_SEPARATORS = ";\t,|"
_NAMED = re.compile(r"sep=([^\w\s\"\0]|\t)(?:\r\n?|\n)", re.IGNORECASE)
"""Excel's own hint in the first line."""
_LOOKED_AT, _RECORDS = 100_000, 40
"""Characters and records that show the separator."""
_LONGEST_LINE = 2**20


def read(content: bytes, meter: Meter) -> Arrived:
    """One table without a name, every value text; its rows are the records as Excel counts them.

    Errors: ``DialogueError`` for what is no text or no table.
    """
    text = decoded(content)
    if max(map(len, text.splitlines()), default=0) > _LONGEST_LINE:
        raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
    named = _NAMED.match(text)
    separator = named[1] if named else _separator(text)
    lines = io.StringIO(text[named.end() :] if named else text, newline="")
    arrived, grid = Arrived(), Grid("", meter)
    try:
        records = csv.reader(lines, delimiter=separator)
        for number, record in enumerate(records, 2 if named else 1):
            meter.pieces(1 + len(record))
            for column, cell in enumerate(record, 1):
                grid.put(number, column, cell.strip())
    except csv.Error as error:
        raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT) from error
    arrived.take(grid)
    return arrived


def _separator(text: str) -> str:
    """The one that parts the most of the first records into as many columns; of equals the most."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text[:_LOOKED_AT], separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        widths = Counter(len(record) for record, _ in zip(records, range(_RECORDS), strict=False))
    except csv.Error:
        return 0, 0
    return max(((times, width) for width, times in widths.items() if width > 1), default=(0, 0))
