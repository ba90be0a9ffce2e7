"""Numbered lists begin anew in every letter of one document.

Source: ECMA-376 part 1, 17.9.15 (num), 17.9.27 (startOverride).
"""

from __future__ import annotations

import re
from itertools import count
from typing import NamedTuple

_ABSTRACT = re.compile(
    rb'<w:abstractNum\b[^>]*w:abstractNumId="(\d+)"[^>]*>(.*?)</w:abstractNum>', re.DOTALL
)
_LEVEL = re.compile(rb'<w:lvl\b[^>]*w:ilvl="(\d+)"[^>]*>(.*?)</w:lvl>', re.DOTALL)
_LEVEL_START = re.compile(rb'<w:start w:val="(\d+)"')
_FORMAT = re.compile(rb'<w:numFmt w:val="(\w+)"')
_LIST = re.compile(
    rb'<w:num\b[^>]*w:numId="(\d+)"[^>]*>.*?<w:abstractNumId w:val="(\d+)".*?</w:num>', re.DOTALL
)
_STYLE = re.compile(rb'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>(.*?)</w:style>', re.DOTALL)
_BASED_ON = re.compile(rb'<w:basedOn w:val="([^"]+)"')
_USED = re.compile(rb'<w:numId w:val="(\d+)"\s*/>')
_STYLE_LEVEL = re.compile(rb'<w:ilvl w:val="(\d+)"')
_STYLED = re.compile(
    rb'<w:pStyle w:val="([^"]+)"\s*/>'
    rb"(?:<w:(?:keepNext|keepLines|pageBreakBefore|framePr|widowControl)\b[^>]*/>)*(?!<w:numPr)"
)


class _Numbered(NamedTuple):
    """What a paragraph style numbers by."""

    list: bytes
    level: bytes


class Lists:
    """The numbered lists of a template; bullets need no beginning."""

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        numbered = {
            found[1]: _starts(found[2])
            for found in _ABSTRACT.finditer(numbering) if _is_numbered(found[2])
        }  # fmt: skip
        self._lists = {
            found[1]: (found[2], numbered[found[2]])
            for found in _LIST.finditer(numbering) if found[2] in numbered
        }  # fmt: skip
        self._styles = self._numbered_styles(styles) if self._lists else {}
        taken = [int(found[1]) for found in _LIST.finditer(numbering)]
        self._ids = count(max(taken, default=0) + 1)

    @property
    def are_numbered(self) -> bool:
        return bool(self._lists)

    def begun(self, content: bytes) -> tuple[bytes, bytes]:
        """The letter with lists of its own, and these lists."""
        if not self._lists:
            return content, b""
        own: dict[bytes, bytes] = {}
        content = _USED.sub(lambda found: self._own(found, own), content)
        content = _STYLED.sub(lambda found: self._styled(found, own), content)
        return content, b"".join(self._list(old, new) for old, new in own.items())

    def _own(self, found: re.Match[bytes], own: dict[bytes, bytes]) -> bytes:
        if found[1] not in self._lists:
            return found[0]
        return b'<w:numId w:val="%s"/>' % self._new(found[1], own)

    def _styled(self, found: re.Match[bytes], own: dict[bytes, bytes]) -> bytes:
        style = self._styles.get(found[1])
        if style is None:
            return found[0]
        new = self._new(style.list, own)
        return found[0] + b'<w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr>' % (
            style.level, new,
        )  # fmt: skip

    def _new(self, old: bytes, own: dict[bytes, bytes]) -> bytes:
        if old not in own:
            own[old] = b"%d" % next(self._ids)
        return own[old]

    def _list(self, old: bytes, new: bytes) -> bytes:
        kind, starts = self._lists[old]
        levels = b"".join(
            b'<w:lvlOverride w:ilvl="%s"><w:startOverride w:val="%s"/></w:lvlOverride>' % start
            for start in starts
        )
        return b'<w:num w:numId="%s"><w:abstractNumId w:val="%s"/>%s</w:num>' % (new, kind, levels)

    def _numbered_styles(self, styles: bytes) -> dict[bytes, _Numbered]:
        bodies = {found[1]: found[2] for found in _STYLE.finditer(styles)}
        found = {name: _numbered(name, bodies) for name in bodies}
        return {name: by for name, by in found.items() if by and by.list in self._lists}


def _numbered(name: bytes, bodies: dict[bytes, bytes]) -> _Numbered | None:
    """By the style itself, or the one it is based on."""
    for _ in bodies:  # styles based on each other come to an end
        body = bodies.get(name, b"")
        used = _USED.search(body)
        if used:
            level = _STYLE_LEVEL.search(body)
            return _Numbered(used[1], level[1] if level else b"0")
        based = _BASED_ON.search(body)
        if based is None:
            return None
        name = based[1]
    return None


def _is_numbered(abstract: bytes) -> bool:
    return bool(set(_FORMAT.findall(abstract)) - {b"bullet", b"none"})


def _starts(abstract: bytes) -> list[tuple[bytes, bytes]]:
    levels = [(found[1], _LEVEL_START.search(found[2])) for found in _LEVEL.finditer(abstract)]
    return [(level, start[1] if start else b"0") for level, start in levels]
