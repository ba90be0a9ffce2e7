"""A Word file read as its reader sees it, paragraph by paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.decree.arriving import Parts
from xl_dialogue.decree.facts import W
from xl_dialogue.decree.inline import PAGE_BREAK, Inline, mark_is_gone
from xl_dialogue.decree.manuscript import Cell, Manuscript, Paragraph, Piece, Run, Stroke
from xl_dialogue.decree.numbering import Numbering
from xl_dialogue.decree.sections import default_section, section_of
from xl_dialogue.decree.strokes import borders, written
from xl_dialogue.decree.styles import Styles
from xl_dialogue.decree.tables import Table
from xl_dialogue.decree.tags import without_tags
from xl_dialogue.messages import DECREE_FILE_TOO_LARGE, DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from xl_dialogue.decree.facts import Facts
    from xl_dialogue.decree.inline import Content
    from xl_dialogue.decree.manuscript import Section, Shape

_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


_MOST_LETTERS = 4_000_000
"""Of a file's text: as many as a print file of a thousand letters holds, looked at in seconds."""


class _Here(NamedTuple):
    """Where the reading stands."""

    part: str
    room: float
    block: int = 0
    section: int = 0
    cell: Cell | None = None
    table: Facts = {}  # noqa: RUF012 - never written to
    boxed: bool = False


def read(path: Path, *, template: bool = False) -> Manuscript:
    """The file. Errors: ``DialogueError`` when it cannot be read."""
    parts = Parts(path)
    letters = sum(len(text.text or "") for text in parts.root(parts.main).iter(f"{W}t"))
    if letters > _MOST_LETTERS:
        raise DialogueError(DECREE_FILE_TOO_LARGE, path=path)
    return _Reader(parts, template).manuscript()


class _Reader:
    def __init__(self, parts: Parts, template: bool) -> None:
        self._parts = parts
        self._template = template
        self._numbering = Numbering(self._root("numbering"))
        self._styles = Styles(self._root("styles"), self._root("theme"), self._numbering)
        self._notes = {kind: self._notes_of(f"{kind}s") for kind in ("footnote", "endnote")}
        self._counts: dict[str, int] = {}
        self._tables = 0
        self._turned = False
        self._inline = Inline()
        self._headers: dict[str, tuple[Paragraph, ...]] = {}

    def _root(self, kind: str) -> _Element | None:
        name = self._parts.of_kind(kind)
        return self._parts.root(name) if name else None

    def _notes_of(self, kind: str) -> dict[str, _Element]:
        root = self._root(kind)
        return {note.get(f"{W}id", ""): note for note in root} if root is not None else {}

    def manuscript(self) -> Manuscript:
        main = self._parts.main
        body = self._parts.root(main).find(f"{W}body")
        children = list(_blocks(body)) if body is not None else []
        sections = self._sections(body, children)
        paragraphs: list[Paragraph] = []
        section = 0
        for block, child in enumerate(children):
            here = _Here(main, sections[section].column, block, section)
            paragraphs += self._block(child, here)
            if child.find(f"{W}pPr/{W}sectPr") is not None and section + 1 < len(sections):
                section += 1
                self._turned |= not sections[section].continuous
        return Manuscript(tuple(paragraphs), tuple(sections), self._template)

    def _sections(self, body: _Element | None, children: list[_Element]) -> list[Section]:
        told = [child.find(f"{W}pPr/{W}sectPr") for child in children]
        elements = [element for element in told if element is not None]
        last = body.find(f"{W}sectPr") if body is not None else None
        elements += [last] if last is not None else []
        sections: list[Section] = []
        for element in elements:
            before = sections[-1] if sections else None
            sections.append(section_of(element, before, self._header))
        return sections or [default_section()]

    def _header(self, reference: _Element, column: float) -> tuple[Paragraph, ...]:
        kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
        name = self._parts.by_id(kind, reference.get(f"{_R}id", ""))
        if name is None:
            return ()
        if name not in self._headers:
            inline, self._inline = self._inline, Inline()
            here = _Here(name, column)
            blocks = _blocks(self._parts.root(name))
            self._headers[name] = tuple(p for each in blocks for p in self._block(each, here))
            self._inline, self._turned = inline, False
        return self._headers[name]

    def _block(self, element: _Element, here: _Here) -> Iterator[Paragraph]:
        if element.tag == f"{W}p":
            yield from self._paragraph(element, here)
        elif element.tag == f"{W}tbl":
            yield from self._table(element, here)

    def _table(self, element: _Element, here: _Here) -> Iterator[Paragraph]:
        table = Table(element, self._styles)
        self._tables += 1
        identity = self._tables
        rows = [row for row in _inside(element, "tr") if row.find(f"{W}trPr/{W}del") is None]
        for at, row in enumerate(rows):
            cells = list(_inside(row, "tc"))
            column = 0
            for cell in cells:
                span = _span(cell)
                shown = table.shown(cell)
                own = Cell(identity, at, column, cell is cells[-1], len(shown) > 1)
                room = table.width(cell, column, span) or here.room / max(len(cells), 1)
                inner = here._replace(
                    cell=_outermost(here.cell, own), room=room, table=table.facts(at, column)
                )
                if not _is_merged_away(cell):
                    yield from self._cell(cell, inner, shown == {"bottom"})
                column += span

    def _cell(self, cell: _Element, here: _Here, ruled: bool) -> Iterator[Paragraph]:
        paragraphs = [each for block in _blocks(cell) for each in self._block(block, here)]
        if ruled and paragraphs:
            paragraphs[-1].strokes += (Stroke(here.room),)
        yield from paragraphs

    def _paragraph(self, element: _Element, here: _Here) -> Iterator[Paragraph]:
        self._counts[here.part] = self._counts.get(here.part, 0) + 1
        number = self._counts[here.part]
        properties = element.find(f"{W}pPr")
        shape = self._styles.shape(properties, here.table)
        content = self._inline.read(
            element, lambda own: self._styles.look(properties, (own,), here.table)
        )
        runs: list[Run] | None = [*self._label(properties, content, here), *content.runs]
        if self._template:
            runs = without_tags(runs or [])
        if runs is not None and (content.runs or content.strokes or not mark_is_gone(properties)):
            yield self._made(number, shape, runs, content, here)
        for box in content.boxes:
            inner = here._replace(boxed=True, room=box.width or here.room, cell=None, table={})
            for block in _blocks(box.content):
                yield from self._block(block, inner)
        for kind, name in content.notes:
            yield from self._note(kind, name, here)

    def _made(
        self, number: int, shape: Shape, runs: list[Run], content: Content, here: _Here
    ) -> Paragraph:
        broken = any(PAGE_BREAK in run.text for run in runs)
        lines = _lines(runs)
        paragraph = Paragraph(
            part=here.part,
            number=number,
            block=here.block,
            section=here.section,
            shape=shape,
            cell=here.cell,
            boxed=here.boxed,
            room=here.room,
            strokes=(*content.strokes, *borders(shape, here.room), *written(lines)),
            new_page=self._turned or shape.new_page,
            raw="".join(content.raw),
        )
        paragraph.lines = tuple(Piece(tuple(line), paragraph) for line in lines)
        self._turned = broken
        return paragraph

    def _label(self, properties: _Element | None, content: Content, here: _Here) -> Iterator[Run]:
        """The automatic label; a list counts on over paragraphs that show nothing else."""
        place = self._styles.list_place(properties)
        if place is None or not content.runs:
            return
        label = self._numbering.label(*place)
        if label:
            level = self._numbering.level(*place)
            mark = properties.find(f"{W}rPr") if properties is not None else None
            own = level.find(f"{W}rPr") if level is not None else None
            look = self._styles.look(properties, (mark, own), here.table)
            yield Run(f"{label} ", look, "label")

    def _note(self, kind: str, name: str, here: _Here) -> Iterator[Paragraph]:
        note = self._notes[kind].get(name)
        part = self._parts.of_kind(f"{kind}s")
        if note is not None and part is not None:
            for block in _blocks(note):
                yield from self._block(block, here._replace(part=part, cell=None, table={}))


def _blocks(holder: _Element) -> Iterator[_Element]:
    """The paragraphs and tables, also those that content controls wrap."""
    for child in holder:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _inside(holder: _Element, name: str) -> Iterator[_Element]:
    for child in holder:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, name)


def _span(cell: _Element) -> int:
    told = cell.find(f"{W}tcPr/{W}gridSpan")
    value = told.get(f"{W}val", "1") if told is not None else "1"
    return max(int(value), 1) if value.isdigit() and len(value) < 4 else 1


def _is_merged_away(cell: _Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart"


def _outermost(outer: Cell | None, own: Cell) -> Cell:
    """The cell that says left or right: the outermost that has a neighbour."""
    alone = outer is None or (outer.column == 0 and outer.last)
    return own if outer is None or alone else outer


def _lines(runs: list[Run]) -> list[list[Run]]:
    """The runs of each line, as breaks that were typed make them."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = re.split(f"[\n{PAGE_BREAK}]", run.text)
        if first:
            lines[-1].append(run._replace(text=first))
        for other in others:
            lines.append([run._replace(text=other)] if other else [])
    return lines
