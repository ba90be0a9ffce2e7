"""Tables typed in fonts of before Unicode, put into Unicode; good Unicode is never touched.

A cell may be too short to be told ("B¶o hiÓm"): then the sheet tells, if its other cells do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from xl_dialogue.exchange.reading.tables import Table, Value
from xl_dialogue.vietnamese.legacy import Encoding, from_legacy, legacy_encoding
from xl_dialogue.vietnamese.spelling import is_syllable, resembles_syllable

_BEYOND = re.compile("[^\x00-\xff\u2000-\u2bff\ue000-\uf8ff]")
"""Letters that no old font had."""
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}\"“”/\\|–-]+")
_SAMPLE = 400
"""Cells that are asked for the encoding of a sheet."""


class Typed(NamedTuple):
    """What stood in a cell, and the encoding that it is read in."""

    before: str
    encoding: Encoding


class Repaired(NamedTuple):
    table: Table
    typed: Mapping[tuple[int, int], Typed]
    """Of the cells that were changed, by index of row and column."""


def repaired(table: Table) -> Repaired:
    """The table in Unicode, and what its cells held before."""
    suspects = {
        (row, column): value
        for row, cells in enumerate(table.rows)
        for column, value in enumerate(cells)
        if isinstance(value, str) and not value.isascii() and not _BEYOND.search(value)
    }
    if not suspects:
        return Repaired(table, {})
    around = legacy_encoding(" ".join(list(suspects.values())[:_SAMPLE]))
    rows: list[list[Value]] = [list(cells) for cells in table.rows]
    typed = {}
    for (row, column), value in suspects.items():
        encoding = legacy_encoding(value) or (around if around and _fits(value, around) else None)
        if encoding:
            rows[row][column] = from_legacy(value, encoding)
            typed[row, column] = Typed(value, encoding)
    return Repaired(table._replace(rows=rows), typed)


def _fits(value: str, encoding: Encoding) -> bool:
    """Whether all its words are Vietnamese in the encoding, and one is none as it stands."""
    words = [word for word in _WORD.findall(value) if not word.isascii()]
    meant = [from_legacy(word, encoding) for word in words]
    return (
        bool(words)
        and all(map(is_syllable, meant))
        and not all(resembles_syllable(word) for word in words)
    )
