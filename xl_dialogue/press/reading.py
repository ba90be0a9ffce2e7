"""A .docx as it arrives, and its parts as docxtpl prepares them; what arrives may be hostile."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate

from xl_dialogue.messages import TEMPLATE_DAMAGED, TEMPLATE_TOO_LARGE, DialogueError
from xl_dialogue.opc import Package
from xl_dialogue.press.prepared import Part, bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import StrPath

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title", "version")
_DECLARATION = re.compile(r"\A\s*<\?xml.*?\?>\s*", re.DOTALL)
_LARGEST = 64 << 20
"""Bytes of all parts unpacked: no letter comes near it, a zip bomb goes beyond it."""
DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, IndexError, ValueError, TypeError,
    AttributeError, SyntaxError, RuntimeError, NotImplementedError, AssertionError,
)  # fmt: skip
"""All that python-docx, lxml and zipfile raise over a file that Word would not open either."""


def content_of(path: StrPath) -> bytes:
    """The file's bytes, ``checked``."""
    return checked(bytes_of(path), path)


def checked(content: bytes, path: StrPath) -> bytes:
    """The content, when it is a package, bounded and without document type declarations."""
    try:
        package = Package(content)
        if package.size > _LARGEST:
            raise DialogueError(TEMPLATE_TOO_LARGE, path=path)
        declared = any(b"<!DOCTYPE" in package.read(name) for name in _xml(package))
    except DAMAGE as damage:
        raise DialogueError(TEMPLATE_DAMAGED, path=path) from damage
    if declared:
        raise DialogueError(TEMPLATE_DAMAGED, path=path)
    return content


def opened(content: bytes, path: StrPath) -> Any:
    """The template as docxtpl holds it (docxtpl carries no types)."""
    docx = DocxTemplate(io.BytesIO(content))
    try:
        docx.render_init()
    except DAMAGE as damage:
        raise DialogueError(TEMPLATE_DAMAGED, path=path) from damage
    return docx


def prepared(docx: Any) -> Iterator[Part]:
    """The parts that docxtpl fills in, each prepared by docxtpl itself."""
    body = docx.fix_tables(docx.get_xml())
    docx.fix_docpr_ids(body)
    docx.map_tree(body)
    document = docx.docx.part
    yield _part(docx, document, docx.xml_to_string(document.element))
    for uri in (docx.HEADER_URI, docx.FOOTER_URI):
        for _, part in docx.get_headers_footers(uri):
            yield _part(docx, part, docx.get_part_xml(part))
    for part in footnotes(docx):
        yield _part(docx, part, _DECLARATION.sub("", part.blob.decode()))


def footnotes(docx: Any) -> Iterator[Any]:
    return (part for part in docx.docx.part.package.iter_parts() if part.content_type == _FOOTNOTES)


def _part(docx: Any, part: Any, xml: str) -> Part:
    return Part(str(part.partname).removeprefix("/"), docx.patch_xml(xml))


def properties(docx: Any) -> str:
    kept = docx.docx.core_properties
    return "\n".join(getattr(kept, name) for name in _PROPERTIES)


def _xml(package: Package) -> list[str]:
    return [name for name in package.names if name.lower().endswith((".xml", ".rels"))]
