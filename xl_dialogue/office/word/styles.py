"""Named styles of a Word document, written from text.

Source: ECMA-376 part 1, 17.7 (styles); element order as its schema demands.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Sequence

Align = Literal["left", "center", "both"]

_FACE = "Times New Roman"
_FONTS = f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:eastAsia="{_FACE}" w:cs="{_FACE}"/>'
# What Word expects of every file, with its own styles out of the staff's sight.
_BUILT_IN = """
<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"
 w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
"""
_LINE = 'w:val="single" w:sz="6" w:color="000000"'
_FOLD = 'w:val="dotted" w:sz="6" w:color="000000"'
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class Style(NamedTuple):
    """A paragraph style, by the name staff see; sizes and spaces in points, indents in mm."""

    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    before: float = 0
    after: float = 0
    lines: float = 1
    left: float = 0
    right: float = 0
    first: float = 0
    """Indent of the first line; below zero, the others hang."""
    keep_next: bool = False
    rule: bool = False
    """A line across the paragraph, which stays empty: as long as its indents leave."""
    color: str = "000000"
    base: Style | None = None
    """The style this one follows in all that is not told apart."""


class Grid(NamedTuple):
    """A table style: lines or none, and the room left and right in each cell in mm."""

    name: str
    lines: bool
    margin: float
    folds: bool = False
    """The lines within are dotted: there the paper is folded, not cut."""


def twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


def style_id(name: str) -> str:
    """The name without blanks and marks: “Quốc hiệu” is QuocHieu."""
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d").title())
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())


def style_sheet(styles: Sequence[Style], grids: Sequence[Grid]) -> str:
    """The content of styles.xml; the first style is the document's plain text."""
    plain, *others = styles
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{''.join(_character(plain))}"
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        + _BUILT_IN.replace("\n", "")
        + _declared("paragraph", plain.name, "", _formatting(plain), 'w:default="1"')
        + "".join(_paragraph_style(style, style.base or plain) for style in others)
        + "".join(_declared("table", grid.name, "Table Normal", _table(grid)) for grid in grids)
    )


def _paragraph_style(style: Style, base: Style) -> str:
    return _declared("paragraph", style.name, base.name, _formatting(style))


def _declared(
    kind: str, name: str, base: str, formatting: str, origin: str = 'w:customStyle="1"'
) -> str:
    based = f'<w:basedOn w:val="{style_id(base)}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" {origin} w:styleId="{style_id(name)}">'
        f"<w:name w:val={quoteattr(name)}/>{based}"
        f'<w:uiPriority w:val="1"/><w:qFormat/>{formatting}</w:style>'
    )


def _formatting(style: Style) -> str:
    """All properties, or those in which the style differs from the one it follows."""
    paragraph, character = _paragraph(style), _character(style)
    if style.base:
        paragraph = _differing(paragraph, _paragraph(style.base))
        character = _differing(character, _character(style.base))
    return f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{''.join(character)}</w:rPr>"


def _differing(own: Sequence[str], inherited: Sequence[str]) -> list[str]:
    return [mine for mine, theirs in zip(own, inherited, strict=True) if mine != theirs]


def _paragraph(style: Style) -> list[str]:
    pace = (
        f'w:line="{_twentieths(style.size)}" w:lineRule="exact"'
        if style.rule
        else f'w:line="{round(style.lines * 240)}" w:lineRule="auto"'
    )
    space = f'w:before="{_twentieths(style.before)}" w:after="{_twentieths(style.after)}"'
    side = f'w:left="{twips(style.left)}" w:right="{twips(style.right)}"'
    first = "hanging" if style.first < 0 else "firstLine"
    return [
        f'<w:keepNext w:val="{style.keep_next:d}"/>',
        "<w:widowControl/>",
        f'<w:pBdr><w:bottom {_LINE} w:space="0"/></w:pBdr>' if style.rule else "",
        f"<w:spacing {space} {pace}/>",
        f'<w:ind {side} w:{first}="{twips(abs(style.first))}"/>',
        f'<w:jc w:val="{style.align}"/>',
    ]


def _character(style: Style) -> list[str]:
    half_points = round(style.size * 2)
    return [
        _FONTS,
        f'<w:b w:val="{style.bold:d}"/><w:bCs w:val="{style.bold:d}"/>',
        f'<w:i w:val="{style.italic:d}"/><w:iCs w:val="{style.italic:d}"/>',
        f'<w:color w:val="{style.color}"/>',
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
    ]


def _table(grid: Grid) -> str:
    inner = _FOLD if grid.folds else _LINE
    lines = [(edge, inner if edge.startswith("inside") else _LINE) for edge in _EDGES if grid.lines]
    borders = "".join(f'<w:{edge} {line} w:space="0"/>' for edge, line in lines)
    room = f'w:w="{twips(grid.margin)}" w:type="dxa"'
    return (
        f"<w:tblPr>{f'<w:tblBorders>{borders}</w:tblBorders>' if borders else ''}"
        f"<w:tblCellMar><w:left {room}/><w:right {room}/></w:tblCellMar></w:tblPr>"
    )


def _twentieths(points: float) -> int:
    return round(points * 20)
