"""The tables of a Word document, and the lines between them.

Source: ECMA-376 part 1, 17.4 (tables): w:gridSpan, w:vMerge, w:gridBefore.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.exchange.incoming import Table, Value, squared
from xl_dialogue.messages import DialogueError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_WIDEST, _DEEPEST = 60, 40
"""Columns of a table, and tables within tables or text boxes."""
_GONE = frozenset((_W + "del", _W + "moveFrom", _W + "instrText", _W + "delText"))


def tables_of(path: Path) -> list[Table]:
    """Each table with the lines above it as its first rows; lines below the last for themselves.

    Errors: ``DialogueError`` for a damaged file, and for one that declares entities.
    """
    try:
        with zipfile.ZipFile(path) as package:
            part = package.read(_DOCUMENT)
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise DialogueError(messages.INTAKE_UNREADABLE, file=path.name)
        body = ElementTree.fromstring(part).find(_W + "body")
        return list(_tables(body if body is not None else ElementTree.Element("body")))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError, RecursionError):
        raise DialogueError(messages.INTAKE_UNREADABLE, file=path.name) from None


def _tables(body: ElementTree.Element) -> Iterator[Table]:
    above: list[list[Value]] = []
    number = 0
    for block in _blocks(body):
        if block.tag == _W + "p":
            if said := _text(block).strip():
                above.append([said])
            continue
        number += 1
        rows, merged = _grid(block)
        yield Table(messages.WORD_TABLE.vi.format(number=number), squared([*above, *rows]),
                    first_row=1 - len(above), merged=tuple(merged))  # fmt: skip
        above = []
    if above:
        yield Table(messages.WORD_LINES.vi, above)


def _blocks(parent: ElementTree.Element, depth: int = 0) -> Iterator[ElementTree.Element]:
    """Paragraphs and tables in order, those inside content controls too."""
    for child in parent:
        if child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins") and depth < _DEEPEST:
            yield from _blocks(child, depth + 1)


def _grid(table: ElementTree.Element) -> tuple[list[list[Value]], list[Box]]:
    """The cells and what is merged, the first row of the table being row 1."""
    rows: list[list[Value]] = []
    merged: list[Box] = []
    begun: dict[int, Box] = {}
    for number, row in enumerate(_inside(table, _W + "tr"), 1):
        cells: list[Value] = [None] * min(_number(row, "trPr/gridBefore"), _WIDEST)
        for cell in _inside(row, _W + "tc"):
            left = len(cells) + 1
            width = max(1, min(_number(cell, "tcPr/gridSpan", 1), _WIDEST))
            if len(cells) + width > _WIDEST:
                break
            going_on = _goes_on(cell)
            box = begun.get(left)
            if going_on and box and box.bottom == number - 1:
                begun[left] = box._replace(bottom=number)
            else:
                _finish(begun.pop(left, None), merged)
                begun[left] = Box(number, left, number, left + width - 1)
            said = "" if going_on else _text(cell).strip()
            cells += [said or None, *[None] * (width - 1)]
        rows.append(cells)
    for box in begun.values():
        _finish(box, merged)
    return rows, merged


def _finish(box: Box | None, merged: list[Box]) -> None:
    if box and (box.top, box.left) != (box.bottom, box.right):
        merged.append(box)


def _goes_on(cell: ElementTree.Element) -> bool:
    """Whether the cell belongs to the one above."""
    mark = cell.find(f"{_W}tcPr/{_W}vMerge")
    return mark is not None and mark.get(_W + "val", "continue") == "continue"


def _number(element: ElementTree.Element, path: str, default: int = 0) -> int:
    found = element.find("/".join(_W + step for step in path.split("/")))
    said = found.get(_W + "val", "") if found is not None else ""
    return int(said) if said.isdigit() and len(said) < 5 else default


def _inside(parent: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Children of the tag, those inside content controls and insertions too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins"):
            yield from _inside(child, tag)


def _text(element: ElementTree.Element) -> str:
    """What a reader sees: deleted words left out, paragraphs on lines of their own."""
    if element.tag in _GONE:
        return ""
    if element.tag == _W + "t":
        return element.text or ""
    if element.tag in (_W + "tab", _W + "noBreakHyphen"):
        return " "
    if element.tag in (_W + "br", _W + "cr"):
        return "\n"
    said = "".join(_text(child) for child in element)
    return f"{said}\n" if element.tag == _W + "p" else said
