"""A Word file as it arrives: bounded, without document type declarations, each part parsed once."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from xl_dialogue.messages import (
    DECREE_FILE_DAMAGED,
    DECREE_FILE_LOCKED,
    DECREE_FILE_TOO_LARGE,
    FILE_MISSING,
    DialogueError,
)
from xl_dialogue.opc import Package

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_LARGEST = 128 << 20
"""Bytes of all parts unpacked: a print file of 500 letters takes a tenth of it."""
_DEEPEST = 200
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, IndexError, ValueError,
    RuntimeError, NotImplementedError, etree.XMLSyntaxError,
)  # fmt: skip
"""All that zipfile and lxml raise over a file that Word would not open either."""


class Parts:
    """The parts of a Word file by what the main part calls them.

    Errors: ``DialogueError`` when the file is missing, damaged, locked, too large or no Word file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._package = self._opened()
        self._parsed: dict[str, _Element] = {}
        self.main = next(iter(self._targets("").get("officeDocument", {}).values()), "")
        self._related = self._targets(self.main)
        if not self.main or not self.root(self.main).tag.endswith("}document"):
            raise DialogueError(DECREE_FILE_DAMAGED, path=path)

    def root(self, name: str) -> _Element:
        """The part's root element."""
        if name not in self._parsed:
            self._parsed[name] = self._parse(name)
        return self._parsed[name]

    def of_kind(self, kind: str) -> str | None:
        """The name of the one part of this kind: ``styles``, ``theme``, ``numbering``, …"""
        present = [name for name in self._related.get(kind, {}).values() if self._has(name)]
        return present[0] if present else None

    def by_id(self, kind: str, identifier: str) -> str | None:
        """The name of the header or footer that a section refers to."""
        name = self._related.get(kind, {}).get(identifier)
        return name if name and self._has(name) else None

    def _opened(self) -> Package:
        try:
            content = self._path.read_bytes()
            if content.startswith(_COMPOUND_FILE):
                raise DialogueError(DECREE_FILE_LOCKED, path=self._path)
            package = Package(content)
        except FileNotFoundError as error:
            raise DialogueError(FILE_MISSING, path=self._path) from error
        except _DAMAGE as damage:
            raise DialogueError(DECREE_FILE_DAMAGED, path=self._path) from damage
        if package.size > _LARGEST:
            raise DialogueError(DECREE_FILE_TOO_LARGE, path=self._path)
        return package

    def _has(self, name: str) -> bool:
        return name in self._package.names

    def _parse(self, name: str) -> _Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            content = self._package.read(name)
            if b"<!DOCTYPE" in content:
                raise DialogueError(DECREE_FILE_DAMAGED, path=self._path)
            root = etree.fromstring(content, parser)
        except _DAMAGE as damage:
            raise DialogueError(DECREE_FILE_DAMAGED, path=self._path) from damage
        if root.getroottree().docinfo.internalDTD is not None or _depth(root) > _DEEPEST:
            raise DialogueError(DECREE_FILE_DAMAGED, path=self._path)
        return root

    def _targets(self, source: str) -> dict[str, dict[str, str]]:
        """Kind of relation -> identifier -> name of the part; what lies outside is left out."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, dict[str, str]] = {}
        if not self._has(name):
            return found
        for relation in self.root(name).iter(f"{{{_RELATIONS}}}Relationship"):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if kind.startswith(_OFFICE) and relation.get("TargetMode") != "External":
                joined = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.setdefault(kind.rpartition("/")[2], {})[relation.get("Id", "")] = joined
        return found


def _depth(root: _Element) -> int:
    """How deep the elements nest."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
