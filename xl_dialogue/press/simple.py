"""Whether nothing in a template needs what docxtpl does after rendering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from xl_dialogue.press.prepared import Part
    from xl_dialogue.press.tags import Tags

_TAG = re.compile("[{]{|{%|{#")
_COLUMN = re.compile("<w:gridCol[ />]")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def is_simple(parts: Sequence[Part], properties: str, names: Collection[str], tags: Tags) -> bool:
    """These parts of a package with members of these names may be filled in the fast way."""
    filled = {part.name for part in parts}
    return (
        filled <= set(names)
        and len(filled) == len(parts)
        and not _TAG.search(properties)
        and all(_is_simple(part.source, tags) for part in parts)
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
