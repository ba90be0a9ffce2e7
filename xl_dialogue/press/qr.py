"""QR codes in letters, drawn as one shape of lines: no picture to carry along, sharp on any paper.

Source: ISO/IEC 18004 (quiet zone); ECMA-376 part 1, 20.1.9 (custom geometry), part 3 (choices).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Undefined
from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup

from xl_dialogue.messages import QR_ABOUT, QR_TOO_LONG, VALUE_NOT_TEXT, VALUE_UNPRINTABLE, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIDE = 20 * 36_000
"""EMU of 20 mm, the quiet zone within."""
_QUIET = 4
"""Modules of white around the code."""
_LARGEST = 10
"""The version up to which a module is 0.3 mm wide, so that a telephone reads it off paper."""
_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""Right, down, left, up."""
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_BEFORE = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice xmlns:wps="{_SHAPES}" Requires="wps"><w:drawing>'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_SIDE}" cy="{_SIDE}"/>'
)
_SHAPE = (
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    f'<a:graphicData uri="{_SHAPES}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
    f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{_SIDE}" cy="{_SIDE}"/></a:xfrm><a:custGeom>'
    '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
)
_AFTER = (
    '</a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


_DRAWINGS = 1_001
"""From here docxtpl numbers the drawings of the body, one after the other."""
_ELSEWHERE = 1_000_000
"""From here on are the numbers of headers, footers and footnotes, a thousand for each."""
_TEXT = re.compile(r'(?<=<w:t>)[^<]+|(?<=<w:t xml:space="preserve">)[^<]+')
_TAG = re.compile(r"{{[^{}]*\|\s*qr\s*}}")
_BETWEEN = r'</w:t></w:r>\g<0><w:r><w:t xml:space="preserve">'


class QrError(TemplateRuntimeError):
    """A text of which no QR code can be printed."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say("en"))
        self.reason = reason


class _Edge(NamedTuple):
    """A side of a dark module, walked so that the dark is at the right hand."""

    x: int
    y: int
    way: int


def qr(text: object, number: int = 1) -> Markup:
    """The text as a QR code, a whole run of Word's XML; nothing for a blank.

    ``number`` must be no other drawing's in the document.
    Errors: ``QrError`` for what is no text, cannot be printed or is too long.
    """
    if isinstance(text, Undefined):
        str(text)  # says which field is missing
    if not isinstance(text, (str, int)) or isinstance(text, bool):
        raise QrError(VALUE_NOT_TEXT)
    said = str(text).strip()
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in said):
        raise QrError(VALUE_UNPRINTABLE)
    return Markup(_run(said, number) if said else "")


def numbered_from(source: str) -> int:
    """The first free number in this part: docxtpl's own where the codes come after all drawings."""
    if "<w:body" in source:
        return _DRAWINGS + source.count("<wp:docPr ")
    part = zlib.crc32("".join(source.split()).encode())
    return _ELSEWHERE + part % _ELSEWHERE * 1_000


def text_ended(source: str) -> str:
    """A code typed as ``{{ code|qr }}``, without the ``r`` for a run, put beside the text too."""
    return _TEXT.sub(lambda text: _TAG.sub(_BETWEEN, text[0]), source)


def _run(text: str, number: int) -> str:
    from xml.sax.saxutils import quoteattr  # it brings what fetches web pages along

    about = quoteattr(QR_ABOUT.say(text=text))
    properties = f'<wp:docPr id="{number}" name="QR" descr={about}/>'
    return "".join((_BEFORE, properties, _SHAPE, _path(_modules(text)), _AFTER))


def _modules(text: str) -> Sequence[Sequence[int]]:
    """Rows of 1 (dark) and 0, with the quiet zone."""
    import segno

    try:
        code = segno.make(text, error="m", micro=False, boost_error=False, encoding="utf-8")
    except segno.DataOverflowError as error:
        raise QrError(QR_TOO_LONG) from error
    if int(code.version) > _LARGEST:
        raise QrError(QR_TOO_LONG)
    return [[*row] for row in code.matrix_iter(border=_QUIET)]


def _path(modules: Sequence[Sequence[int]]) -> str:
    """The dark areas by their outlines: no seams between modules, few points."""
    side = len(modules)
    lines = "".join(_line(points) for points in _outlines(_edges(modules)))
    return f'<a:path w="{side}" h="{side}">{lines}</a:path>'


def _line(points: Sequence[tuple[int, int]]) -> str:
    first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def _edges(modules: Sequence[Sequence[int]]) -> set[_Edge]:
    """The sides between dark and light; around the whole all is light."""
    return {
        _Edge(x + (way in (1, 2)), y + (way in (2, 3)), way)
        for y, row in enumerate(modules)
        for x, dark in enumerate(row)
        if dark
        for way, (aside, down) in enumerate(((0, -1), (1, 0), (0, 1), (-1, 0)))
        if not modules[y + down][x + aside]
    }


def _outlines(edges: set[_Edge]) -> Iterator[list[tuple[int, int]]]:
    """The corners of every outline, holes the other way round; areas that touch stay apart."""
    for edge in sorted(edges):
        if edge in edges:  # the first of its outline, hence at a corner
            yield _corners(edge, edges)


def _corners(edge: _Edge, edges: set[_Edge]) -> list[tuple[int, int]]:
    """Those of the outline that begins with this edge; its edges are taken out."""
    corners = [(edge.x, edge.y)]
    while following := _next(edge, edges):
        if following.way != edge.way:
            corners.append((following.x, following.y))
        edges.remove(edge)
        edge = following
    edges.remove(edge)
    return corners


def _next(edge: _Edge, edges: set[_Edge]) -> _Edge | None:
    """The sharpest turn to the right that there is; None when the outline is closed."""
    aside, down = _STEPS[edge.way]
    x, y = edge.x + aside, edge.y + down
    for turn in (1, 0, 3):
        following = _Edge(x, y, (edge.way + turn) % 4)
        if following in edges:
            return following
    return None
