"""A hostile file: what it is called, how it is made and how it must end."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from arrivals import (
    sheet,
    workbook,
    zipped,
)

from xl_dialogue.messages import Text

SHEET, BOOK, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"


class Hostile(NamedTuple):
    """A file, and how it must end: refused with this sentence, or read with these reports."""

    file: str
    make: Callable[[], bytes]
    refused: Text | None
    reports: tuple[Text, ...]


HOSTILE: dict[str, Hostile] = {}


Make = Callable[[], bytes]


def refused(file: str, why: Text) -> Callable[[Make], Make]:
    def enter(make: Make) -> Make:
        HOSTILE[make.__name__] = Hostile(file, make, why, ())
        return make

    return enter


def harmless(file: str, *reports: Text) -> Callable[[Make], Make]:
    """Read, with nothing but these reports."""

    def enter(make: Make) -> Make:
        HOSTILE[make.__name__] = Hostile(file, make, None, reports)
        return make

    return enter


def ten_megabytes() -> str:
    """Letters that do not pack well, so that no ratio gives them away."""
    return random.Random(2022).randbytes(5_000_000).hex()


def book_of(data: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    return zipped(workbook() | {SHEET: sheet(data, before, after)})


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))
    + b"]><x>&k;</x>"
)
