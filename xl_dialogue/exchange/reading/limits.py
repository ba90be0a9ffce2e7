"""How much a file from outside may hold, and the meter that counts while it is read.

The bounds are counts, not seconds: a file is refused for the same reason on every machine. They
leave room for any list an office sends and keep a file under some seconds and 512 MiB.
"""

from __future__ import annotations

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError

FILE = 32 * 2**20
"""Bytes of the file itself."""
ENTRIES = 2_000
"""Parts of a package."""
UNPACKED = 128 * 2**20
"""Bytes of all parts of a package together."""
PARSED = 64 * 2**20
"""Bytes of the parts that are parsed."""
SWOLLEN, RATIO = 4 * 2**20, 300
"""A part larger than the first, unpacked, may not be more than so many times its packed size."""
PIECES = 800_000
"""Elements and attributes of all parts that are parsed."""
DEPTH = 200
TOKEN = 2**20
"""Bytes of one tag."""
SHEETS = 200
CELLS = 150_000
"""Cells that hold something."""
AREA = 4_000_000
"""Rows times columns from the first filled cell of a sheet to the last, of all sheets."""
CELL_TEXT = 32_767
"""Characters of a cell, Excel's own bound."""
TEXT = 16 * 2**20
"""Characters of all cells; a text that many cells share counts for each."""


class Meter:
    """Counts what one file has given so far. Errors: ``DialogueError`` beyond a limit."""

    def __init__(self) -> None:
        self._pieces = self._parsed = self._cells = self._text = self._area = 0

    def pieces(self, count: int) -> None:
        self._pieces += count
        if self._pieces > PIECES:
            raise DialogueError(messages.INCOMING_TOO_MUCH_MARKUP)

    def parsed(self, size: int) -> None:
        self._parsed += size
        if self._parsed > PARSED:
            raise DialogueError(messages.INCOMING_TOO_MUCH_MARKUP)

    def cell(self, value: object, count: int = 1) -> None:
        """So many cells hold this value."""
        self._cells += count
        if isinstance(value, str):
            if len(value) > CELL_TEXT:
                raise DialogueError(messages.INCOMING_LONG_CELL, most=CELL_TEXT)
            self._text += len(value) * count
        if self._cells > CELLS:
            raise DialogueError(messages.INCOMING_TOO_MANY_CELLS, most=CELLS)
        if self._text > TEXT:
            raise DialogueError(messages.INCOMING_TOO_MUCH_TEXT)

    def area(self, sheet: str, rows: int, columns: int, last: str) -> None:
        """A table of this size is about to be made, down to its last cell."""
        self._area += rows * columns
        if self._area > AREA:
            raise DialogueError(messages.INCOMING_TOO_WIDE, sheet=sheet, cell=last)
