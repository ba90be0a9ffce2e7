"""What a part of a package points at.

Source: ECMA-376 part 2, 8.5 (relationships).
"""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape
from typing import NamedTuple

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns='
    b'"http://schemas.openxmlformats.org/package/2006/relationships">'
)
END = b"</Relationships>"


class Relation(NamedTuple):
    id: str
    type: str
    """The last word of its type: ``header``, ``image``."""
    target: str
    """The part's name, or an address outside."""
    is_outside: bool

    def xml(self) -> bytes:
        """Targets within the package from its root."""
        target = self.target if self.is_outside else f"/{self.target}"
        mode = ' TargetMode="External"' if self.is_outside else ""
        kind = self.type if ":" in self.type else _OFFICE + self.type
        return (
            f'<Relationship Id="{self.id}" Type="{kind}" Target="{escape(target)}"{mode}/>'
        ).encode()


def file_of(part: str) -> str:
    """Where a part's relations lie."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(part: str, content: bytes) -> list[Relation]:
    return [_relation(part, found[1].decode()) for found in _RELATION.finditer(content)]


def written(relations: list[Relation]) -> bytes:
    return begun(relations) + END


def begun(relations: list[Relation]) -> bytes:
    """The file without its end."""
    return _EMPTY + b"".join(relation.xml() for relation in relations)


def _relation(part: str, attributes: str) -> Relation:
    said = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    outside = said.get("TargetMode") == "External"
    target = said["Target"]
    if not outside:
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))[1:]
    return Relation(said["Id"], said["Type"].removeprefix(_OFFICE), target, outside)
