"""The parts of a package: read when asked for, changed in memory, found however they are named.

Source: ECMA-376 part 2 (relationships, content types).
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from xl_dialogue.engines.plainxml import plain
from xl_dialogue.engines.xmltext import attributes
from xl_dialogue.opc import deflated, packed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.opc import Member, Package

_RELATION = re.compile(rb"<Relationship ([^<>]*)/?>")
_TYPES = "[Content_Types].xml"
_LEVEL = 5  # twice as fast as 6, and a big sheet is 1% larger


class Relation(NamedTuple):
    """One part's reference to another, by id."""

    id: str
    type: str
    part: str

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


class Parts:
    """The parts by name. Errors: ``KeyError`` for one that is not there."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, bytes] = {}
        self.removed: set[str] = set()
        self._names = {_usual(name): name for name in package.names}
        self._relations: dict[str, list[Relation]] = {}
        """Remembered until any part changes: every sheet and table is looked up through them."""

    def name(self, part: str) -> str:
        """The part's name as the zip spells it; names do not mind capitals."""
        return self._names.get(_usual(part), part)

    def has(self, part: str) -> bool:
        return _usual(part) in self._names

    def read(self, part: str) -> bytes:
        name = self.name(part)
        return self.changed[name] if name in self.changed else self.package.read(name)

    def change(self, part: str, content: bytes) -> None:
        if content != self.read(part):
            self.changed[self.name(part)] = content
            self._relations.clear()

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to inside the package, in order; the package itself is ``""``."""
        if part not in self._relations:
            self._relations[part] = self._relations_of(part)
        return self._relations[part]

    def _relations_of(self, part: str) -> list[Relation]:
        name = _rels_name(part)
        if not self.has(name):
            return []
        found = map(attributes, _RELATION.findall(plain(self.read(name))))
        folder = posixpath.dirname(part)
        return [
            Relation(r["Id"], r["Type"], self._target(folder, r["Target"]))
            for r in found
            if r.get("TargetMode") != "External"
        ]

    def _target(self, folder: str, target: str) -> str:
        target = target.replace("\\", "/")
        path = target if target.startswith("/") else f"{folder}/{target}"
        part = posixpath.normpath(path).lstrip("/")
        return self.name(part if self.has(part) else unquote(part))

    def related(self, part: str, kind: str) -> str | None:
        """The one part of this kind that a part refers to."""
        found = (r.part for r in self.relations(part) if r.kind == kind and self.has(r.part))
        return next(found, None)

    def add(self, part: str, content: bytes, kind: str, content_type: str, owner: str) -> str:
        """Add a part that its owner refers to; gives the id of the relationship."""
        self.changed[part] = content
        self._relations.clear()
        self._names[_usual(part)] = part
        self.removed.discard(part)
        rels = plain(self.read(_rels_name(owner)))
        used = {attributes(found)["Id"] for found in _RELATION.findall(rels)}
        free = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        base = self.relations(owner)[0].type.rpartition("/")[0]
        target = posixpath.relpath(part, posixpath.dirname(owner))
        line = f'<Relationship Id="{free}" Type="{base}/{kind}" Target="{target}"/>'
        self.change(_rels_name(owner), _inserted(rels, b"</Relationships>", line))
        override = f'<Override PartName="/{part}" ContentType="{content_type}"/>'
        self.change(_TYPES, _inserted(plain(self.read(_TYPES)), b"</Types>", override))
        return free

    def remove(self, part: str, owner: str) -> None:
        """Drop a part with its owner's reference to it and its content type."""
        relation = next(r.id for r in self.relations(owner) if r.part == part)
        rels = plain(self.read(_rels_name(owner)))
        lines = (f[0] for f in _RELATION.finditer(rels) if attributes(f[1])["Id"] == relation)
        self.change(_rels_name(owner), rels.replace(next(lines), b"", 1))
        named = rb'<Override [^<>]*?PartName="/' + re.escape(part.encode()) + rb'"[^<>]*/>'
        self.change(_TYPES, re.sub(named, b"", plain(self.read(_TYPES)), flags=re.IGNORECASE))
        self.changed.pop(part, None)
        self._relations.clear()
        del self._names[_usual(part)]
        self.removed.add(part)

    def packed(self) -> bytes:
        """The package with its changes; every other part as it lies, still compressed."""
        return packed(self._members())

    def _members(self) -> Iterator[Member]:
        for name in self.package.names:
            if name in self.changed:
                yield deflated(name, self.changed[name], _LEVEL)
            elif name not in self.removed:
                yield self.package.member(name)
        known = set(self.package.names)
        yield from (deflated(n, part, _LEVEL) for n, part in self.changed.items() if n not in known)


def _usual(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _rels_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _inserted(part: bytes, before: bytes, line: str) -> bytes:
    at = part.rindex(before)
    return part[:at] + line.encode() + part[at:]
