"""What a table lends its paragraphs: widths, lines, the formatting of its style.

Source: ECMA-376 part 1, 17.4 (tables), 17.7.6 (table styles).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.decree.facts import W, character_facts, mm, number, paragraph_facts, style_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from xl_dialogue.decree.facts import Facts
    from xl_dialogue.decree.styles import Styles

_SIDES = {"left": "insideV", "right": "insideV", "top": "insideH", "bottom": "insideH"}
_WORD_MARGIN = 108
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80


class Table:
    """One table's layout."""

    def __init__(self, element: _Element, styles: Styles) -> None:
        self._element = element
        self._properties = element.find(f"{W}tblPr")
        self._styles = styles.chain(style_of(self._properties, "tblStyle"), "table")
        self._edges = self._shown_edges()
        self._margins = self._side_margins()
        self._grid = [mm(column.get(f"{W}w")) for column in element.iterfind(f"{W}tblGrid/*")]
        look = self._properties.find(f"{W}tblLook") if self._properties is not None else None
        self._look = _look_bits(look)

    def width(self, cell: _Element, column: int, span: int) -> float | None:
        """What a paragraph in the cell may fill, in mm; ``None`` where the table does not say."""
        told = cell.find(f"{W}tcPr/{W}tcW")
        grid = sum(self._grid[column : column + span])
        outer = (
            mm(told.get(f"{W}w")) if told is not None and told.get(f"{W}type") == "dxa" else grid
        )
        return outer - self._margins if outer > self._margins else None

    def shown(self, cell: _Element) -> set[str]:
        """The cell's edges that show a line."""
        shown = {
            side
            for side, inner in _SIDES.items()
            if self._edges.get(side) or self._edges.get(inner)
        }
        for edge, is_shown in _edges(cell.find(f"{W}tcPr/{W}tcBorders")).items():
            (shown.add if is_shown else shown.discard)(edge)
        return shown

    def facts(self, row: int, column: int) -> Facts:
        """What the table's style says of paragraphs in this cell."""
        paragraph: Facts = {}
        character: Facts = {}
        for style in self._styles:
            for source in (style, *self._conditional(style, row, column)):
                paragraph |= paragraph_facts(source.find(f"{W}pPr"))
                character |= character_facts(source.find(f"{W}rPr"))
        return {"paragraph": paragraph, "character": character}

    def _conditional(self, style: _Element, row: int, column: int) -> Iterator[_Element]:
        asked = (
            ("firstCol", column == 0 and self._look & _FIRST_COLUMN),
            ("firstRow", row == 0 and self._look & _FIRST_ROW),
        )
        for kind, applies in asked:
            for part in style.iterfind(f"{W}tblStylePr") if applies else ():
                if part.get(f"{W}type") == kind:
                    yield part

    def _sources(self, name: str) -> Iterator[_Element]:
        """The element of this name in the styles' and the table's own properties."""
        for holder in (*(style.find(f"{W}tblPr") for style in self._styles), self._properties):
            found = holder.find(f"{W}{name}") if holder is not None else None
            if found is not None:
                yield found

    def _shown_edges(self) -> dict[str, bool]:
        shown: dict[str, bool] = {}
        for borders in self._sources("tblBorders"):
            shown |= _edges(borders)
        return shown

    def _side_margins(self) -> float:
        sides = {"left": float(_WORD_MARGIN), "right": float(_WORD_MARGIN)}
        for margins in self._sources("tblCellMar"):
            for margin in margins:
                side = str(margin.tag).removeprefix(W)
                side = {"start": "left", "end": "right"}.get(side, side)
                if side in sides:
                    sides[side] = number(margin.get(f"{W}w"))
        return mm(sum(sides.values()))


def _edges(borders: _Element | None) -> dict[str, bool]:
    names = {"start": "left", "end": "right"}
    found = {}
    for edge in borders if borders is not None else ():
        name = str(edge.tag).removeprefix(W)
        found[names.get(name, name)] = edge.get(f"{W}val", "none") not in ("none", "nil")
    return found


def _look_bits(look: _Element | None) -> int:
    if look is None:
        return _FIRST_ROW | _FIRST_COLUMN
    if look.get(f"{W}firstRow") is not None:
        row = _FIRST_ROW if look.get(f"{W}firstRow") in ("1", "true", "on") else 0
        column = _FIRST_COLUMN if look.get(f"{W}firstColumn") in ("1", "true", "on") else 0
        return row | column
    try:
        return int(look.get(f"{W}val", "0"), 16)
    except ValueError:
        return 0
