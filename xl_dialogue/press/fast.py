"""The fast way: what is the same in every letter is deflated once, only the values are new.

A deflate stream may be cut at byte boundaries ("full flush") and put together anew: the
template's own text comes as ready pieces, values as stored blocks between them.
Source: RFC 1951, 3.2.4 (stored blocks); PKWARE APPNOTE 6.3.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from docxtpl import DocxTemplate
from jinja2 import nodes

from xl_dialogue.opc import Member, Package, central_record, end_record, local_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Template as Compiled

    from xl_dialogue.press.reading import Part
    from xl_dialogue.press.tags import Tags
    from xl_dialogue.press.template import Template

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_LAST_BLOCK = b"\x03\x00"
_STORED = 0xFFFF
"""Bytes that one stored block holds at most."""
_HEADING = struct.Struct("<BHH").pack
_WORTH = 48
"""Characters from which a literal is deflated by itself; shorter ones travel with the values."""
_BREAKS = re.compile("[\n\t\a\f]|{_|_}")
"""What docxtpl changes after rendering: breaks, tabs and its escapes for braces."""
_TAG = re.compile("[{]{|{%|{#")
_COLUMN = re.compile("<w:gridCol[ />]")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class DocxtplNeededError(Exception):
    """A value that docxtpl alone prints right: with breaks, tabs, or Word's own XML."""


class Piece(NamedTuple):
    """A stretch of a part: a literal of the template, or values."""

    plain: bytes
    packed: bytes
    """The same as whole blocks of a deflate stream."""


class Pressed(NamedTuple):
    """A part ready to be filled in."""

    name: str
    compiled: Compiled
    pieces: Mapping[str, Piece]


class FastPress:
    """Letters from a template that ``is_simple``."""

    def __init__(self, template: Template) -> None:
        parts = zip(template.parts, template.compiled, strict=True)
        changing = [pair for pair in parts if _TAG.search(pair[0].source)]
        changed = {part.name for part, _ in changing}
        package = Package(template.content)
        kept = [package.member(name) for name in package.names if name not in changed]
        self._parts = [_pressed(part, compiled, template.tags) for part, compiled in changing]
        self._local, self._directory = _records(kept, 0)
        self._count = len(kept) + len(changed)

    def letter(self, context: dict[str, object]) -> bytes:
        """The letter's bytes. Errors: ``DocxtplNeededError``; what jinja2 raises."""
        return self._closed([_member(part, context) for part in self._parts])

    def _closed(self, members: list[Member]) -> bytes:
        local, directory = _records(members, len(self._local))
        listing = self._directory + directory
        end = end_record(self._count, len(listing), len(self._local) + len(local))
        return b"".join((self._local, local, listing, end))


def is_simple(template: Template) -> bool:
    """Nothing in the template needs what docxtpl does after rendering."""
    names = {part.name for part in template.parts}
    return (
        names <= set(Package(template.content).names)
        and len(names) == len(template.parts)
        and not _TAG.search(template.properties)
        and all(_is_simple(part.source, template.tags) for part in template.parts)
    )


def _is_simple(source: str, tags: Tags) -> bool:
    return (
        not _changed_later(source)
        and not _pictures_repeat(source, tags)
        and ("<w:tbl>" not in source or _tables_are_even(source))
    )


def _changed_later(source: str) -> bool:
    settled = DocxTemplate.resolve_listing(None, source)
    return "{_" in source or "_}" in source or settled != source


def _pictures_repeat(source: str, tags: Tags) -> bool:
    """Word wants every picture's number once; docxtpl numbers them after rendering."""
    if "<wp:docPr" not in source:
        return False
    blocks = tags.parse(source).find_all((nodes.For, nodes.If))
    texts = (text for block in blocks for text in block.find_all(nodes.TemplateData))
    return any("<wp:docPr" in text.data for text in texts)


def _tables_are_even(source: str) -> bool:
    """Whatever rows are left out or repeated, docxtpl would leave the columns as they are."""
    tree = DocxTemplate.fix_tables(None, source)
    tables = list(tree.iter(_WORD + "tbl"))
    columns = sum(len(list(table.iter(_WORD + "gridCol"))) for table in tables)
    return columns == len(_COLUMN.findall(source)) and all(map(_is_even, tables))


def _is_even(table: Any) -> bool:
    if not _TAG.search("".join(table.itertext())):
        return True
    columns = len(table.findall(f"{_WORD}tblGrid/{_WORD}gridCol"))
    return all(_width(row) == columns for row in table.iter(_WORD + "tr"))


def _width(row: Any) -> int:
    """The row's cells, a merged one as many as it spans."""
    spans = (cell.find(f"{_WORD}tcPr/{_WORD}gridSpan") for cell in row.findall(_WORD + "tc"))
    return sum(1 if span is None else int(span.get(_WORD + "val")) for span in spans)


def _pressed(part: Part, compiled: Compiled, tags: Tags) -> Pressed:
    literals = (node.data for node in tags.parse(part.source).find_all(nodes.TemplateData))
    pieces = {text: _piece(text) for text in (_DECLARATION, *literals) if len(text) >= _WORTH}
    return Pressed(part.name, compiled, pieces)


def _piece(text: str) -> Piece:
    plain = text.encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return Piece(plain, packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH))


def _member(part: Pressed, context: dict[str, object]) -> Member:
    page = part.compiled.new_context(context)
    texts = chain((_DECLARATION,), part.compiled.root_render_func(page))
    pieces = list(_filled(texts, part.pieces))
    plain = b"".join([piece.plain for piece in pieces])
    packed = b"".join([piece.packed for piece in pieces]) + _LAST_BLOCK
    return Member(part.name, zipfile.ZIP_DEFLATED, zlib.crc32(plain), len(plain), packed)


def _filled(texts: Iterable[str], pieces: Mapping[str, Piece]) -> Iterator[Piece]:
    """The literals' ready pieces and between them the values, neighbours together."""
    values: list[str] = []
    for text in texts:
        piece = pieces.get(text)
        if piece is None:
            values.append(text)
            continue
        if values:
            yield _stored("".join(values))
            values.clear()
        yield piece
    if values:
        yield _stored("".join(values))


def _stored(text: str) -> Piece:
    if _BREAKS.search(text):
        raise DocxtplNeededError
    plain = text.encode()
    starts = range(0, len(plain), _STORED)
    return Piece(plain, b"".join([_block(plain[start : start + _STORED]) for start in starts]))


def _block(content: bytes) -> bytes:
    return _HEADING(0, len(content), len(content) ^ _STORED) + content


def _records(members: Iterable[Member], offset: int) -> tuple[bytes, bytes]:
    """The members as they stand in the zip from this offset on, and their directory."""
    local, directory = [], []
    for member in members:
        record = local_record(member)
        local.append(record)
        directory.append(central_record(member, offset))
        offset += len(record)
    return b"".join(local), b"".join(directory)
