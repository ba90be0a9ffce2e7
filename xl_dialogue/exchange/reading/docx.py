"""Word documents from outside: each table below the paragraphs that stand over it.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.16 (fields).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, Box
from xl_dialogue.exchange.reading import limits
from xl_dialogue.exchange.reading.markup import attribute, local, walk
from xl_dialogue.exchange.reading.package import main_part, report_acting
from xl_dialogue.exchange.reading.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.reading.archive import Archive
    from xl_dialogue.exchange.reading.limits import Meter
    from xl_dialogue.exchange.reading.markup import Attributes
    from xl_dialogue.exchange.reading.tables import Table

_ASIDE = ("del", "moveFrom", "Fallback", "instrText", "delText", "trPrChange", "tcPrChange")
"""Deleted text, the second telling of a drawing, the commands of fields, what a cell once was."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read(archive: Archive, meter: Meter) -> Arrived:
    """Tables by their number, whose first row is 1; lines over a table are rows above that.

    Lines below the last table are a table of their own. Errors: ``DialogueError``.
    """
    arrived = Arrived()
    report_acting(archive, arrived, meter)
    main = main_part(archive, meter, "document.xml")
    body = _Body(meter, arrived)
    walk(archive, main, meter, body.start, body.end, body.said)
    arrived.tables = body.tables()
    return arrived


class _TableOf:
    """A table that is open: where its next cell stands."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.row = self.column = 0
        self.width = 1
        self.continues = False
        self.text: list[str] = []
        self.length = 0
        self.down: dict[int, Box] = {}
        """By column: the last cell that begins there, as far as it reaches by now."""

    def open_cell(self) -> None:
        self.width, self.continues, self.text, self.length = 1, False, [], 0

    def close_cell(self) -> None:
        left, said = self.column + 1, self.taken()
        self.column += self.width
        if self.column > LAST_COLUMN:
            raise ValueError("a cell beyond the table")
        above = self.down.get(left)
        if self.continues and above and above.bottom == self.row - 1:
            self.down[left] = above._replace(bottom=self.row)
            return
        self._merge(above)
        self.down[left] = Box(self.row, left, self.row, self.column)
        if not self.continues:
            self.grid.put(self.row, left, said)

    def close(self) -> None:
        for box in self.down.values():
            self._merge(box)

    def _merge(self, box: Box | None) -> None:
        if box and box.shape != (1, 1):
            self.grid.merged.append(box)

    def taken(self) -> str:
        """What was said since the last time."""
        said = "".join(self.text).strip()
        self.text, self.length = [], 0
        return said


class _Body:
    """The handlers of the document's body."""

    def __init__(self, meter: Meter, arrived: Arrived) -> None:
        self._meter, self._arrived = meter, arrived
        self._outside = _TableOf(Grid(messages.WORD_LINES.vi, meter))
        self._above: list[str] = []
        """The paragraphs since the last table."""
        self._open: list[_TableOf] = []
        self._grids: list[Grid] = []
        self._inside = False
        self._command: list[str] = []
        self._aside: list[str] = []

    @property
    def _here(self) -> _TableOf:
        return self._open[-1] if self._open else self._outside

    def tables(self) -> list[Table]:
        """Those that hold anything, in the order in which they begin."""
        for row, said in enumerate(self._above, 1):
            self._outside.grid.put(row, 1, said)
        grids = [*self._grids, self._outside.grid]
        return [table for grid in grids if (table := grid.table()) is not None]

    def start(self, tag: str, said: Attributes) -> None:
        name = local(tag)
        if name in ("altChunk", "subDoc", "object"):
            self._arrived.report(messages.INCOMING_EMBEDDED)
        if name == "fldSimple":
            self._look_at_command(attribute(said, "instr"))
        if self._aside or name in _ASIDE:
            self._aside.append(name)
            return
        if name == "tbl":
            self._open_table()
        elif name == "t":
            self._inside = True
        elif name in _BREAKS and not attribute(said, "pos"):
            self._add(_BREAKS[name])
        elif self._open:
            self._start_in_table(name, said)

    def _start_in_table(self, name: str, said: Attributes) -> None:
        here = self._here
        if name == "tr":
            here.row += 1
            here.column = 0
        elif name == "tc":
            here.open_cell()
        elif name == "gridBefore":
            here.column = _columns(attribute(said, "val", "0"))
        elif name == "gridSpan":
            here.width = max(_columns(attribute(said, "val", "1")), 1)
        elif name == "vMerge":
            here.continues = attribute(said, "val", "continue") == "continue"

    def _open_table(self) -> None:
        if len(self._grids) >= limits.SHEETS:
            raise DialogueError(messages.INCOMING_TOO_MANY_SHEETS, most=limits.SHEETS)
        number = len(self._grids) + 1
        grid = Grid(messages.WORD_TABLE.vi.format(number=number), self._meter)
        self._grids.append(grid)
        if not self._open:
            for row, said in enumerate(self._above, 1 - len(self._above)):
                grid.put(row, 1, said)
            self._above = []
        self._open.append(_TableOf(grid))

    def said(self, text: str) -> None:
        if self._aside:
            if self._aside[-1] == "instrText" and len(self._command) < limits.SHEETS:
                self._command.append(text[: limits.CELL_TEXT])
        elif self._inside:
            self._add(text)

    def _add(self, text: str) -> None:
        here = self._here
        here.length += len(text)
        if here.length > limits.CELL_TEXT:
            raise DialogueError(messages.INCOMING_LONG_CELL, most=limits.CELL_TEXT)
        here.text.append(text)

    def end(self, name: str) -> None:
        if self._aside:
            self._aside.pop()
            if name == "instrText":
                self._look_at_command("".join(self._command))
                self._command = []
            return
        if name == "t":
            self._inside = False
        elif name == "p":
            self._close_paragraph()
        elif name == "tc" and self._open:
            self._here.close_cell()
        elif name == "tbl" and self._open:
            self._open.pop().close()

    def _close_paragraph(self) -> None:
        if self._open:
            self._here.text.append("\n")
        elif said := self._outside.taken():
            self._above.append(said)

    def _look_at_command(self, said: str) -> None:
        """A field that would call a program or fetch a file."""
        word = said.strip().split(maxsplit=1)[:1]
        if word and word[0].upper() in ("DDE", "DDEAUTO"):
            self._arrived.report(messages.INCOMING_DDE)
        elif word and word[0].upper() in (
            "INCLUDETEXT",
            "INCLUDEPICTURE",
            "LINK",
            "IMPORT",
            "DATABASE",
        ):
            self._arrived.report(messages.INCOMING_EXTERNAL)


def _columns(said: str) -> int:
    count = int(said)
    if not 0 <= count <= LAST_COLUMN:
        raise ValueError("a cell beyond the table")
    return count
