"""Lines and text boxes that are drawn: DrawingML of today, VML of old files.

Source: ECMA-376 part 1, 20.4 (drawings in documents); part 4, 19.1 (VML).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.decree.facts import W, number
from xl_dialogue.decree.manuscript import Stroke, StrokePlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_PLACED = f"{{{_DRAWN}/wordprocessingDrawing}}"
_A = f"{{{_DRAWN}/main}}"
_SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_GROUPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_VML = "{urn:schemas-microsoft-com:vml}"
_BOX = f"{W}txbxContent"
_LINES = ("line", "straightConnector1")
_EMU = 36_000
_THIN = 1.0
_MEASURE = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px|pc)?")
_UNITS = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96, "pc": 25.4 / 6}


class Box(NamedTuple):
    """A text box: what holds its paragraphs, its width in mm."""

    content: _Element
    width: float


def drawn(element: _Element) -> Iterator[Stroke | Box]:
    """The lines and text boxes of a ``w:drawing`` or a ``w:pict``."""
    if element.tag == f"{W}drawing":
        yield from _of_today(element)
    else:
        yield from _of_old(element)


def _of_today(drawing: _Element) -> Iterator[Stroke | Box]:
    width, height = _extent(next(drawing.iter(f"{_PLACED}extent"), None))
    anchored = drawing.find(f"{_PLACED}anchor") is not None
    place: StrokePlace = "floating" if anchored else "below"
    grouped = next(drawing.iter(f"{_GROUPS}wgp"), None) is not None
    shapes = list(drawing.iter(f"{_SHAPES}wsp"))
    for shape in shapes:
        own = _extent(next(shape.iter(f"{_A}ext"), None)) if grouped else (width, height)
        form = next(shape.iter(f"{_A}prstGeom"), None)
        content = next(shape.iter(_BOX), None)
        if content is not None:
            yield Box(content, own[0])
        elif own[1] <= _THIN or (form is not None and form.get("prst") in _LINES):
            yield Stroke(math.nan if grouped else math.hypot(*own), place)
    if not shapes and width > 0 and height <= _THIN:
        yield Stroke(width, place)


def _extent(element: _Element | None) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    return number(element.get("cx")) / _EMU, number(element.get("cy")) / _EMU


def _of_old(picture: _Element) -> Iterator[Stroke | Box]:
    grouped = next(picture.iter(f"{_VML}group"), None) is not None
    for shape in picture.iter(f"{_VML}line", f"{_VML}shape", f"{_VML}rect"):
        content = next(shape.iter(_BOX), None)
        style = dict(
            part.split(":", 1) for part in shape.get("style", "").split(";") if ":" in part
        )
        absolute = "absolute" in style.get("position", "")
        place: StrokePlace = "floating" if absolute else "below"
        width, height = _measure(style.get("width", "")), _measure(style.get("height", ""))
        if content is not None:
            yield Box(content, width)
        elif shape.tag == f"{_VML}line":
            yield Stroke(math.nan if grouped else _between(shape), "floating")
        elif 0 <= height <= _THIN and style.get("height"):
            yield Stroke(math.nan if grouped else width, place)


def _between(line: _Element) -> float:
    """The length of a line told by its ends."""
    ends = [
        [_measure(figure) for figure in line.get(end, "0,0").split(",")] for end in ("from", "to")
    ]
    if any(len(end) != 2 for end in ends):
        return math.nan
    return math.dist(*ends)


def _measure(text: str) -> float:
    """In mm; what has no unit counts in pixels."""
    found = _MEASURE.match(text.strip())
    return number(found[1]) * _UNITS[found[2] or "px"] if found else 0.0
