"""A worksheet part with the written cells in it; every other byte is as it was."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.addresses import a1, box
from xl_dialogue.engines.sheetxml import cell_in
from xl_dialogue.engines.values import cell as written_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xl_dialogue.addresses import Box
    from xl_dialogue.engines.sheetxml import SheetXml
    from xl_dialogue.engines.values import Content

_DIMENSION = re.compile(rb'(<dimension ref=")([^"]+)(")')
_STYLE = re.compile(rb' s="[0-9]+"')
_ADDRESSED = re.compile(rb'<c r="[A-Z]+[0-9]+"')


class Patched(NamedTuple):
    """The new part, and the addresses of the cells that held a formula and now do not."""

    part: bytes
    unformulated: set[str]


class Patch:
    """One save of one sheet. ``fitting(style, content)`` is the style that shows the content."""

    def __init__(
        self, sheet: SheetXml, tables: Iterable[Box], fitting: Callable[[int, Content], int]
    ) -> None:
        self.sheet, self.bodies, self.fitting = sheet, list(tables), fitting
        self.unformulated: set[str] = set()
        self.new_styles: dict[tuple[int, int], int] = {}

    def patched(self) -> Patched:
        sheet = self.sheet
        opened, closed, tail = b"", b"", sheet.part[sheet.last :]
        if tail.startswith(b"<sheetData/>"):
            opened, closed = b"<sheetData>", b"</sheetData>"
            tail = tail.removeprefix(b"<sheetData/>")
        head = self._dimensioned(sheet.part[: sheet.first])
        part = b"".join((head, opened, *self._pieces(), closed, tail))
        return Patched(part, self.unformulated)

    def _pieces(self) -> Iterator[bytes]:
        """The rows in order, changed and new ones among the untouched stretches."""
        part, at = self.sheet.part, self.sheet.first
        known = list(self.sheet.starts)
        for row in sorted(self.sheet.contents.keys() | self.sheet.styles.keys()):
            if row in self.sheet.starts:
                start = self.sheet.starts[row]
                yield part[at:start]
                tag, body = self.sheet.row_at(row)
                yield self._row(row, tag[0], body)
                at = tag.end() if tag[3] else tag.end() + len(body) + len(b"</row>")
                continue
            after = bisect_left(known, row)
            start = self.sheet.starts[known[after]] if after < len(known) else self.sheet.last
            yield part[at:start]
            yield self._row(row, f'<row r="{row}">'.encode(), b"")
            at = start
        yield part[at : self.sheet.last]

    def _row(self, row: int, tag: bytes, body: bytes) -> bytes:
        new = body
        written = {*self.sheet.contents.get(row, ()), *self.sheet.styles.get(row, ())}
        for column in sorted(written):
            new = self._with_cell(row, column, new)
        if new == body:
            return tag + body + b"</row>" if body or row not in self.sheet.starts else tag
        opened = tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag
        return opened + new + b"</row>"

    def _with_cell(self, row: int, column: int, body: bytes) -> bytes:
        old = cell_in(body, row, column)
        if old is None:
            at = self._place(row, column, body)
            return body[:at] + self._new_cell(row, column) + body[at:]
        return body[: old.start()] + self._changed_cell(row, column, old) + body[old.end() :]

    def _place(self, row: int, column: int, body: bytes) -> int:
        """Where in the row a new cell goes: before the first cell to its right."""
        for other in sorted(self.sheet.rows[row]):
            if other > column and (at := body.find(f'<c r="{a1(row, other)}"'.encode())) >= 0:
                return at
        return len(body)

    def _new_cell(self, row: int, column: int) -> bytes:
        content = self.sheet.contents.get(row, {}).get(column)
        style = self.sheet.styles.get(row, {}).get(column)
        if style is None:
            style = self.inherited(row, column)
        self.new_styles[row, column] = style = self.fitting(style, content)
        return written_cell(row, column, style, content, self.sheet.around.epoch)

    def _changed_cell(self, row: int, column: int, old: re.Match[bytes]) -> bytes:
        style = self.sheet.styles.get(row, {}).get(column, int(old[3] or b"0"))
        contents = self.sheet.contents.get(row, {})
        if column not in contents:
            return _restyled(old[0], style)
        content = contents[column]
        new = written_cell(
            row, column, self.fitting(style, content), content, self.sheet.around.epoch
        )
        if b"<f" in (old[6] or b"") and b"<f>" not in new:
            self.unformulated.add(a1(row, column))
        return new

    def inherited(self, row: int, column: int) -> int:
        """For a cell that is not there yet: as above in its table, else as its row or column."""
        for body in self.bodies:
            if body.holds(row, column) and row > body.top:
                above = self._known_style(row - 1, column)
                if above is not None:
                    return above
        tag = self.sheet.row_attributes(row)
        if tag.get("customFormat") in ("1", "true"):
            return int(tag.get("s", "0"))
        return int(self.sheet.column_attributes(column).get("style", "0"))

    def style(self, row: int, column: int) -> int:
        """The style of the cell, or the one it will have once it is there."""
        known = self._known_style(row, column)
        return self.inherited(row, column) if known is None else known

    def _known_style(self, row: int, column: int) -> int | None:
        known = self.new_styles.get((row, column))
        return self.sheet.style(row, column) if known is None else known

    def _dimensioned(self, head: bytes) -> bytes:
        """The part's own note of its extent, grown if need be."""
        found, extent = _DIMENSION.search(head), self.sheet.extent()
        if found is None or extent is None:
            return head
        noted = box(found[2].decode())
        grown = extent.with_(noted) if not noted.covers(extent) else noted
        if grown == noted:
            return head
        return head[: found.start(2)] + grown.address().encode() + head[found.end(2) :]


def _restyled(cell: bytes, style: int) -> bytes:
    """The cell with another style and nothing else changed."""
    end = cell.index(b">")
    tag = _STYLE.sub(b"", cell[:end], count=1)
    opened = _ADDRESSED.match(tag)
    assert opened is not None
    said = f' s="{style}"'.encode() if style else b""
    return tag[: opened.end()] + said + tag[opened.end() :] + cell[end:]
