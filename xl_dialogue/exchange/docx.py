"""Word documents from outside: their tables, and the paragraphs between them.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.16 (fields).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.addresses import LAST_COLUMN, Box
from xl_dialogue.exchange import limits
from xl_dialogue.exchange.markup import attribute, local, walk
from xl_dialogue.exchange.package import relations, report_acting
from xl_dialogue.exchange.tables import Arrived, Grid
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.archive import Archive
    from xl_dialogue.exchange.limits import Meter
    from xl_dialogue.exchange.markup import Attributes
    from xl_dialogue.exchange.tables import Table

PARAGRAPHS = ""
"""In place of a sheet's name: what stands outside of tables, a paragraph a row."""
_ASIDE = ("del", "moveFrom", "Fallback", "instrText", "delText")
"""Deleted text, the second telling of a drawing, the commands of fields."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read(archive: Archive, meter: Meter) -> Arrived:
    """Tables are named by their number: ``1``, ``2``. Errors: ``DialogueError``."""
    arrived = Arrived()
    report_acting(archive, arrived, meter)
    for relation in relations(archive, "", meter).values():
        if relation.kind == "officeDocument" and not relation.is_external:
            body = _Body(meter, arrived)
            walk(archive, relation.target, meter, body.start, body.end, body.said)
            arrived.tables = body.tables()
            return arrived
    raise DialogueError(messages.INCOMING_PART_MISSING, part="document.xml")


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
        """By column: the cell that is merged downwards so far."""


class _Body:
    """The handlers of the document's body."""

    def __init__(self, meter: Meter, arrived: Arrived) -> None:
        self._meter, self._arrived = meter, arrived
        self._outside = _TableOf(Grid(PARAGRAPHS, meter))
        self._open: list[_TableOf] = []
        self._grids: list[Grid] = [self._outside.grid]
        self._inside = False
        self._command: list[str] = []
        self._aside: list[str] = []

    @property
    def _here(self) -> _TableOf:
        return self._open[-1] if self._open else self._outside

    def tables(self) -> list[Table]:
        return [table for grid in self._grids if (table := grid.table()) is not None]

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
        elif name == "tr" and self._open:
            self._here.row += 1
            self._here.column = 0
        elif name == "tc" and self._open:
            self._open_cell()
        elif name == "gridSpan":
            self._here.width = _width(attribute(said, "val", "1"))
        elif name == "vMerge":
            self._here.continues = attribute(said, "val", "continue") == "continue"
            self._merge_down()
        elif name == "t":
            self._inside = True
        elif name in _BREAKS and not attribute(said, "pos"):
            self._add(_BREAKS[name])

    def _open_table(self) -> None:
        if len(self._grids) > limits.SHEETS:
            raise DialogueError(messages.INCOMING_TOO_MANY_SHEETS, most=limits.SHEETS)
        grid = Grid(str(len(self._grids)), self._meter)
        self._grids.append(grid)
        self._open.append(_TableOf(grid))

    def _open_cell(self) -> None:
        here = self._here
        here.width, here.continues, here.text, here.length = 1, False, [], 0

    def _merge_down(self) -> None:
        here = self._here
        at = here.column + 1
        if here.continues and at in here.down:
            here.down[at] = here.down[at]._replace(bottom=here.row)
        else:
            here.down[at] = Box(here.row, at, here.row, at)

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
            self._close_cell()
        elif name == "tbl" and self._open:
            done = self._open.pop()
            done.grid.merged += [box for box in done.down.values() if box.shape != (1, 1)]

    def _close_paragraph(self) -> None:
        here = self._here
        if self._open:
            here.text.append("\n")
            return
        here.row += 1
        here.grid.put(here.row, 1, "".join(here.text).strip())
        here.text, here.length = [], 0

    def _close_cell(self) -> None:
        here = self._here
        if not here.continues:
            here.grid.put(here.row, here.column + 1, "".join(here.text).strip("\n"))
        if here.width > 1:
            box = Box(here.row, here.column + 1, here.row, here.column + here.width)
            here.grid.merged.append(box)
        here.column += here.width
        if here.column > LAST_COLUMN:
            raise ValueError("a cell beyond the table")

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


def _width(said: str) -> int:
    width = int(said)
    if not 1 <= width <= LAST_COLUMN:
        raise ValueError("a cell beyond the table")
    return width
