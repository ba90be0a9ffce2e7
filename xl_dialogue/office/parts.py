"""The parts of an Office package while it is being made: a name and the content of each."""

from __future__ import annotations

import re

from xl_dialogue.opc import Package, deflated, packed

Parts = dict[str, bytes]
"""In the order of the file."""

TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
_MADE = "2022-05-01T00:00:00Z"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_SPELT_OUT = re.compile(rb"&#(\d{3,});")


def settled(draft: bytes) -> Parts:
    """The parts in a fixed order, without the hour of the build, letters in place of numbers."""
    package = Package(draft)
    names = sorted(package.names, key=lambda name: (name != TYPES, name))
    parts = {name: _SPELT_OUT.sub(_letter, package.read(name)) for name in names}
    core = "docProps/core.xml"
    parts[core] = _STAMP.sub(rb"\g<1>" + _MADE.encode(), parts[core])
    return parts


def _letter(reference: re.Match[bytes]) -> bytes:
    return chr(int(reference[1])).encode()


def package_of(parts: Parts) -> bytes:
    """The file that holds these parts, the same bytes for the same parts."""
    return packed(deflated(name, content) for name, content in parts.items())


def with_line(part: bytes, line: str) -> bytes:
    """A list in XML (content types, relationships) with one line more at its end."""
    before, end, after = part.rpartition(b"</")
    return before + line.encode() + end + after
