"""Pages: paper, margins, headers and footers with what they inherit.

Source: ECMA-376 part 1, 17.6 (sections), 17.10 (headers and footers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.decree.facts import W, is_on, mm, number
from xl_dialogue.decree.manuscript import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from xl_dialogue.decree.manuscript import Paragraph

    ReadHeader = Callable[[_Element, float], tuple[Paragraph, ...]]

_LETTER = {"w": "12240", "h": "15840"}
_INCH = 1440


def default_section() -> Section:
    """What Word shows where a file says nothing of its pages."""
    inch = mm(_INCH)
    return Section(
        mm(_LETTER["w"]), mm(_LETTER["h"]), inch, inch, inch, inch, 0.0, 1, False, None, "decimal",
        False, {}, {},
    )  # fmt: skip


def section_of(element: _Element, before: Section | None, read: ReadHeader) -> Section:
    """The section; a header it does not name is that of the section before."""
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    numbers, columns = element.find(f"{W}pgNumType"), element.find(f"{W}cols")
    start = _said(numbers, "start", "")
    bare = Section(
        width=mm(_said(size, "w", _LETTER["w"])),
        height=mm(_said(size, "h", _LETTER["h"])),
        **{edge: abs(mm(_said(margins, edge, str(_INCH)))) for edge in _EDGES},
        gutter=mm(_said(margins, "gutter", "0")),
        columns=max(int(number(_said(columns, "num", "1"), 1.0)), 1),
        title_page=is_on(element.find(f"{W}titlePg")),
        restart=int(number(start)) if start else None,
        number_format=_said(numbers, "fmt", "decimal"),
        continuous=_said(element.find(f"{W}type"), "val", "") == "continuous",
        headers=dict(before.headers) if before else {},
        footers=dict(before.footers) if before else {},
    )
    for kind, kept in (("header", bare.headers), ("footer", bare.footers)):
        for reference in element.iterfind(f"{W}{kind}Reference"):
            kept[reference.get(f"{W}type", "default")] = read(reference, bare.column)
    return bare


_EDGES = ("top", "bottom", "left", "right")


def _said(element: _Element | None, name: str, otherwise: str) -> str:
    return element.get(f"{W}{name}", otherwise) if element is not None else otherwise
