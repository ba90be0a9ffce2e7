"""Automatic lists: the labels Word prints before paragraphs.

Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_BULLET = "•"
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """The lists of one file and how far each has counted."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[tuple[str, int], _Element] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: _Element) -> None:
        for abstract in root.iterfind(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            for level in abstract.iterfind(f"{_W}lvl"):
                self._levels[name, _whole(level.get(f"{_W}ilvl"))] = level
        for listed in root.iterfind(f"{_W}num"):
            abstract_id = listed.find(f"{_W}abstractNumId")
            if abstract_id is not None:
                name = listed.get(f"{_W}numId", "")
                self._abstract[name] = abstract_id.get(f"{_W}val", "")

    def level(self, listed: str, depth: int) -> _Element | None:
        return self._levels.get((self._abstract.get(listed, ""), depth))

    def properties(self, listed: str, depth: int) -> _Element | None:
        """The level's ``pPr``."""
        level = self.level(listed, depth)
        return level.find(f"{_W}pPr") if level is not None else None

    def label(self, listed: str, depth: int) -> str:
        """The next label of the list at this level; empty where it has none."""
        level = self.level(listed, depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(self._abstract[listed], {})
        counts[depth] = counts.get(depth, self._start(listed, depth) - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if _value(level, "numFmt") == "bullet":
            sign = _value(level, "lvlText")
            return sign if sign in ("-", "+", "–", "*") else _BULLET
        return _PLACE.sub(
            lambda place: self._numeral(listed, int(place[1]) - 1, counts), _value(level, "lvlText")
        )

    def _numeral(self, listed: str, depth: int, counts: dict[int, int]) -> str:
        level = self.level(listed, depth)
        count = counts.get(depth, self._start(listed, depth))
        return numeral(count, _value(level, "numFmt") if level is not None else "decimal")

    def _start(self, listed: str, depth: int) -> int:
        level = self.level(listed, depth)
        start = level.find(f"{_W}start") if level is not None else None
        return _whole(start.get(f"{_W}val")) if start is not None else 1


def numeral(count: int, form: str) -> str:
    """The count as Word writes it: "upperRoman", "lowerLetter", …"""
    match form:
        case "upperRoman":
            return _roman(count).upper()
        case "lowerRoman":
            return _roman(count)
        case "upperLetter":
            return _letter(count).upper()
        case "lowerLetter":
            return _letter(count)
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
        case _:
            return str(count)


def _roman(count: int) -> str:
    said, left = "", min(max(count, 0), 399)
    for value, sign in _ROMAN:
        said += sign * (left // value)
        left %= value
    return said


def _letter(count: int) -> str:
    """Word counts in the English alphabet: there is no đ after d."""
    place = max(count - 1, 0)
    return chr(ord("a") + place % 26) * min(place // 26 + 1, 20)


def _value(level: _Element, name: str) -> str:
    element = level.find(f"{_W}{name}")
    return element.get(f"{_W}val", "") if element is not None else ""


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else 0
