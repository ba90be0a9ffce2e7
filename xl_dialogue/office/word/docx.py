"""Word documents written from text: the little of WordprocessingML that a letter needs.

No library stands between the words and the file, so none can change its bytes.
Source: ECMA-376 part 1, section 17.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NewType
from xml.sax.saxutils import escape

from xl_dialogue import opc
from xl_dialogue.office.word.styles import Grid, Style, style_id, style_sheet, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Xml = NewType("Xml", str)
"""Markup, as against words still to be escaped."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEHAVIOURS = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
    "differentiateMultirowTableHeaders",
)


class Page(NamedTuple):
    """Paper and margins in mm."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    """From the paper's edge to the page number."""

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right


class Cell(NamedTuple):
    """What stands in one cell; width in mm."""

    width: float
    content: Xml
    span: int = 1
    middle: bool = False
    """Halfway between the row's upper and lower edge."""


def paragraph(style: Style, text: str = "") -> Xml:
    """A paragraph of a single run, so that no tag in the text is cut in two."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style_id(style.name)}"/></w:pPr>{run}</w:p>')


def row(cells: Iterable[Cell], *, heading: bool = False, height: float = 0) -> Xml:
    """A row that no page cuts, at least so many mm high; a heading stands again on every page."""
    high = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    again = "<w:tblHeader/>" if heading else ""
    shape = f"<w:trPr><w:cantSplit/>{high}{again}</w:trPr>"
    return Xml(f"<w:tr>{shape}{''.join(map(_cell, cells))}</w:tr>")


def table(grid: Grid, widths: Sequence[float], rows: Iterable[Xml]) -> Xml:
    """A table whose columns keep their widths, in mm."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return Xml(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(grid.name)}"/>'
        f'<w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def section_end(style: Style, page: Page) -> Xml:
    """What came before stays a section of its own; what follows starts on a new page."""
    return Xml(
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style.name)}"/>{_section(page)}</w:pPr></w:p>'
    )


def document(
    title: str,
    body: Iterable[Xml],
    page: Page,
    page_number: Style | None,
    styles: Sequence[Style],
    grids: Sequence[Grid],
) -> bytes:
    """The file; the first of the styles is its plain text. Without a style pages bear no number."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_R}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": _part("document", f"<w:body>{''.join(body)}{_section(page)}</w:body>"),
        "word/_rels/document.xml.rels": _relationships(
            (f"{_R}/header", "header1.xml"),
            (f"{_R}/styles", "styles.xml"),
            (f"{_R}/settings", "settings.xml"),
        ),
        "word/header1.xml": _part("hdr", _page_number(page_number)),
        "word/styles.xml": _part("styles", style_sheet(styles, grids)),
        "word/settings.xml": _part("settings", _settings()),
    }
    return opc.packed(opc.deflated(name, text.encode()) for name, text in parts.items())


def _cell(cell: Cell) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    middle = '<w:vAlign w:val="center"/>' if cell.middle else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(cell.width)}" w:type="dxa"/>{span}{middle}</w:tcPr>'
        f"{cell.content}</w:tc>"
    )


def _section(page: Page) -> str:
    """The paper; pages count from 1, which is told apart and has no header, hence no number."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}"'
        f' w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}"'
        f' w:header="{twips(page.header)}" w:footer="{twips(page.header)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def _page_number(style: Style | None) -> str:
    if style is None:
        return "<w:p/>"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style.name)}"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    )


def _settings() -> str:
    """Word of 2013 and later, so that the title bar does not say “compatibility mode”."""
    modes = {"compatibilityMode": "15"} | dict.fromkeys(_BEHAVIOURS, "1")
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in modes.items()
    )
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f"<w:compat>{compatible}</w:compat>"
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )


def _part(root: str, content: str) -> str:
    return f'{_DECLARATION}<w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{root}>'


def _core(title: str) -> str:
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    """Numbered rId1, rId2, ... in the order given."""
    relations = "".join(
        f'<Relationship Id="rId{count}" Type="{kind}" Target="{target}"/>'
        for count, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    )


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{_TYPES}.document.main+xml",
        "/word/header1.xml": f"{_TYPES}.header+xml",
        "/word/styles.xml": f"{_TYPES}.styles+xml",
        "/word/settings.xml": f"{_TYPES}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
