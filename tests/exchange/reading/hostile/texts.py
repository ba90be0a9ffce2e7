"""Text files."""

from __future__ import annotations

from hostile.corpus import refused
from xl_dialogue import messages


@refused("một dòng.csv", messages.INCOMING_TOO_LARGE)
def a_line_of_a_hundred_megabytes() -> bytes:
    return b"a" * 100 * 2**20


@refused("một dòng.csv", messages.INCOMING_LONG_CELL)
def a_line_of_thirty_megabytes() -> bytes:
    return b"a,b\n" + b"a" * 30_000_000


@refused("nháy.csv", messages.INCOMING_LONG_CELL)
def a_quote_that_never_ends() -> bytes:
    return b'a,b\n"' + b"mot hai ba\n" * 100_000


@refused("phẩy.csv", messages.INCOMING_TOO_MUCH_MARKUP)
def millions_of_commas() -> bytes:
    return (b"," * 500_000 + b"\n") * 20


@refused("ô.csv", messages.INCOMING_TOO_MANY_CELLS)
def more_rows_than_anybody_sends() -> bytes:
    return b"1,2\n" * 200_000


@refused("nul.csv", messages.INCOMING_NO_TEXT)
def zeros_among_text() -> bytes:
    return b"a,b\n" + bytes(5_000) + b"c,d\n"


@refused("trống.xlsx", messages.INCOMING_EMPTY)
def nothing_at_all() -> bytes:
    return b""
