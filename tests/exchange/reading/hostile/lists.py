"""Workbooks that are short to read, and long to find a list in."""

from __future__ import annotations

import random
from collections.abc import Iterable

from arrivals import MAIN, sheet, text_cell, workbook, zipped

from hostile.corpus import SHEET, STRINGS, book_of, harmless, refused
from xl_dialogue import messages

_NAMES = ("Họ và tên", "Đơn vị", "Điện thoại")


@refused("gộp ô.xlsx", messages.INCOMING_TOO_WIDE)
def ten_thousand_merged_cells_over_each_other() -> bytes:
    corners = b'<row r="1">%s</row><row r="2000">%s</row>' % (
        text_cell("A1", "Họ và tên"), text_cell("ALL2000", "Lê Thị Mẫu"),
    )  # fmt: skip
    merged = b'<mergeCell ref="A1:ALL2000"/>' * 10_000
    return book_of(corners, after=b"<mergeCells>%s</mergeCells>" % merged)


@harmless("rộng.xlsx")
def headers_of_three_thousand_columns() -> bytes:
    return _words((*_NAMES, *_slips(2_997)) for _ in range(40))


@harmless("lặp.xlsx")
def a_header_in_every_row() -> bytes:
    return _words((*_NAMES, *_slips(57)) for _ in range(2_000))


_CHANCE = random.Random(2022)


def _slips(count: int) -> list[str]:
    """Words nearly as long as a header's, so that each must be compared letter by letter."""
    return ["".join(_CHANCE.choices("hovatendiảnhi ", k=9)) for _ in range(count)]


def _words(rows: Iterable[Iterable[str]]) -> bytes:
    """A workbook of these texts, each said once."""
    said: dict[str, int] = {}
    cells = b"".join(
        b"<row>%s</row>"
        % b"".join(b'<c t="s"><v>%d</v></c>' % said.setdefault(text, len(said)) for text in row)
        for row in rows
    )
    strings = "".join(f"<si><t>{text}</t></si>" for text in said).encode()
    shared = b'<sst xmlns="%s">%s</sst>' % (MAIN, strings)
    return zipped(workbook() | {SHEET: sheet(cells), STRINGS: shared})
