"""Lists as text (.csv, .tsv) from outside: whatever encoding and separator an office's PC uses."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

from xl_dialogue import messages
from xl_dialogue.exchange import limits
from xl_dialogue.exchange.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.limits import Meter

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = ("utf-8", "cp1258", "cp1252", "latin-1")
"""Tried in this order; Windows' Vietnamese code page has bytes without a letter."""
_SEPARATORS = ",;\t|"
_LOOKED_AT = 20
_LONGEST_LINE = 2**20


def read(content: bytes, title: str, meter: Meter) -> Arrived:
    """Every value is text. Errors: ``DialogueError`` for what is no text or no table."""
    text = decoded(content)
    lines = text.splitlines()
    if max(map(len, lines), default=0) > _LONGEST_LINE:
        raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
    separator = _separator(lines)
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        text = text.partition("\n")[2]
    arrived, grid = Arrived(), Grid(title, meter)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
            meter.pieces(1 + len(row))
            for column, cell in enumerate(row, 1):
                grid.put(number, column, cell.strip())
    except csv.Error as error:
        raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT) from error
    arrived.take(grid)
    return arrived


def decoded(content: bytes) -> str:
    """Errors: ``DialogueError`` for what is no text."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content:
        return _wide(content)
    for encoding in _ENCODINGS[:-1]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Windows' page has no other way than to write tones apart; in UTF-8 somebody chose it
        return text if encoding == "utf-8" else normalize("NFC", text)
    return content.decode(_ENCODINGS[-1])


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of digits and separators is zero."""
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = content[start::2]
        if half.count(0) * 5 >= len(half) and content[1 - start :: 2].count(0) == 0:
            return content.decode(encoding, "replace")
    raise DialogueError(messages.INCOMING_NO_TEXT)


def _separator(lines: list[str]) -> str:
    """The one that most of the first lines hold equally often."""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]
    first = [line for line in lines if line.strip()][:_LOOKED_AT]

    def evenness(separator: str) -> tuple[int, int]:
        times = Counter(line.count(separator) for line in first)
        times.pop(0, None)
        [(count, lines_alike)] = times.most_common(1) or [(0, 0)]
        return lines_alike, count

    return max(_SEPARATORS, key=evenness)
