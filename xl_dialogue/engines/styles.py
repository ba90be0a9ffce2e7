"""The styles part: which cell formats show dates, and formats added to it.

Source: ECMA-376 part 1, 18.8.30 (number formats built in) and 18.8.10 (cellXfs).
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from xl_dialogue.engines.plainxml import plain
from xl_dialogue.engines.values import Quoted
from xl_dialogue.engines.xmltext import attributes, escaped

if TYPE_CHECKING:
    from xl_dialogue.engines.values import Content

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b"</styleSheet>"
)
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "m/d/yyyy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_DATES_OF_THE_EAST = {*range(27, 37), *range(50, 59)}
_TEXT = 49
_DATE, _MOMENT, _TIME = 14, 22, 21
_FIRST_OWN = 164

_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|General|Standard', re.IGNORECASE)
_XFS = re.compile(rb'<cellXfs(?: count="([0-9]+)")?[^<>]*>((?:[^<]++|<(?!/?cellXfs))*+)</cellXfs>')
_XF = re.compile(rb"<xf\b[^<>]*+>(?:(?<=/>)|(?:[^<]++|<(?!/?xf\b))*+</xf>)")
_FORMATS = re.compile(
    rb'<numFmts(?: count="([0-9]+)")?[^<>]*>((?:[^<]++|<(?!/?numFmts))*+)</numFmts>'
)
_FORMAT = re.compile(rb"<numFmt ([^<>]*)/>")


def letters_of(code: str) -> set[str]:
    """Which of d, m, y, h, s the first section of a number format shows; elapsed time counts."""
    marked = _ELAPSED.sub(lambda found: found[1], code)
    return set(_SILENT.sub("", marked).split(";")[0].lower()) & set("dmyhsbge")


def shows_date(code: str) -> bool:
    """A day, a year or a month; ``m`` beside hours or seconds means minutes."""
    found = letters_of(code)
    return bool(found & {"d", "y"}) or ("m" in found and not found & {"h", "s"})


def shows_time(code: str) -> bool:
    return bool(letters_of(code) & {"h", "s"})


class Styles:
    """The cell formats of a workbook by index, as cells name them."""

    def __init__(self, part: bytes) -> None:
        self.part = plain(part)
        self.is_changed = False
        self._codes = {
            int(found["numFmtId"]): found.get("formatCode", "")
            for found in map(attributes, _FORMAT.findall(self.part))
        }
        self._xfs = _XF.findall(self._body(_XFS))
        self._ids = [int(attributes(_tag(xf)).get("numFmtId", "0")) for xf in self._xfs]
        self._added: dict[tuple[int, str, str], int] = {}
        self.dates = {index for index in range(len(self._ids)) if self._is_date(index)}

    def _body(self, pattern: re.Pattern[bytes]) -> bytes:
        found = pattern.search(self.part)
        return found[2] if found else b""

    def _id(self, style: int) -> int:
        return self._ids[style] if style < len(self._ids) else 0

    def code(self, style: int) -> str:
        """The number format as Excel writes it in English."""
        own = self._id(style)
        return self._codes.get(own) or BUILT_IN.get(own, "General")

    def _is_date(self, style: int) -> bool:
        own = self._id(style)
        eastern = own in _DATES_OF_THE_EAST and own not in self._codes
        return eastern or shows_date(self.code(style))

    def fitting(self, style: int, content: Content) -> int:
        """The style itself, or a sister of it under which the content shows as what it is."""
        if isinstance(content, Quoted):
            return style if self._id(style) == _TEXT else self._sister(style, "quotePrefix", "1")
        if isinstance(content, dt.time):
            keeps = shows_time(self.code(style)) and not self._is_date(style)
            return style if keeps else self._numbered(style, _TIME)
        if not isinstance(content, dt.date) or self._is_date(style):
            return style
        has_time = isinstance(content, dt.datetime) and content.time() != dt.time()
        return self._numbered(style, _MOMENT if has_time else _DATE)

    def formatted(self, style: int, code: str) -> int:
        """A sister of the style with this number format."""
        known = {**{code: own for own, code in BUILT_IN.items()}, **_reversed(self._codes)}
        return self._numbered(style, known[code] if code in known else self._new_format(code))

    def _numbered(self, style: int, own: int) -> int:
        return style if self._id(style) == own else self._sister(style, "numFmtId", str(own))

    def _new_format(self, code: str) -> int:
        own = max((*self._codes, _FIRST_OWN - 1)) + 1
        self._codes[own] = code
        self.is_changed = True
        line = f'<numFmt numFmtId="{own}" formatCode="{escaped(code)}"/>'.encode()
        if _FORMATS.search(self.part):
            self._append(_FORMATS, b"numFmts", line)
        else:
            at = self.part.index(b">", self.part.index(b"<styleSheet")) + 1
            first = b'<numFmts count="1">' + line + b"</numFmts>"
            self.part = self.part[:at] + first + self.part[at:]
        return own

    def _sister(self, style: int, name: str, value: str) -> int:
        """The style with one attribute set, added once."""
        if (style, name, value) not in self._added:
            xf = _with(self._xfs[style if style < len(self._xfs) else 0], name, value)
            if name == "numFmtId":
                xf = _with(xf, "applyNumberFormat", "1")
            self._append(_XFS, b"cellXfs", xf)
            self._xfs.append(xf)
            self._ids.append(int(attributes(_tag(xf)).get("numFmtId", "0")))
            self._added[style, name, value] = new = len(self._xfs) - 1
            if self._is_date(new):
                self.dates.add(new)
        return self._added[style, name, value]

    def _append(self, pattern: re.Pattern[bytes], name: bytes, line: bytes) -> None:
        found = pattern.search(self.part)
        if found is None:
            raise ValueError(f"styles without {name.decode()}")
        if found[1] is not None:
            count = str(int(found[1]) + 1).encode()
            self.part = self.part[: found.start(1)] + count + self.part[found.end(1) :]
        self.is_changed = True
        end = self.part.index(b"</" + name + b">", found.start())
        self.part = self.part[:end] + line + self.part[end:]


def _reversed(codes: dict[int, str]) -> dict[str, int]:
    return {code: own for own, code in codes.items()}


def _tag(element: bytes) -> bytes:
    return element[: element.index(b">") + 1]


def _with(element: bytes, name: str, value: str) -> bytes:
    """The element with one attribute of its start tag set."""
    tag = _tag(element)
    said = f' {name}="{value}"'.encode()
    there = re.compile(f' {name}="[^"]*"'.encode())
    new = there.sub(said, tag) if there.search(tag) else tag.replace(b"<xf", b"<xf" + said, 1)
    return new + element[len(tag) :]
