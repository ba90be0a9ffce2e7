"""Ordinary files as an office sends them, small, from their parts."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from xl_dialogue.office.buttons.compoundfile import compound_file

Parts = dict[str, bytes]

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = b"http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = b"http://schemas.openxmlformats.org/package/2006/content-types"
BOOK_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
LETTER_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CALC_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]], method: int = 8) -> bytes:
    """A zip of these parts; as pairs, a name may come twice."""
    pairs = parts.items() if isinstance(parts, Mapping) else parts
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method, compresslevel=1) as archive:
        for name, content in pairs:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return made.getvalue()


def relations(*targets: tuple[str, str], external: bool = False) -> bytes:
    """Kind and target of each, numbered rId1, rId2."""
    mode = b' TargetMode="External"' if external else b""
    lines = b"".join(
        b'<Relationship Id="rId%d" Type="%s/%s" Target="%s"%s/>'
        % (number, OFFICE, kind.encode(), target.encode(), mode)
        for number, (kind, target) in enumerate(targets, 1)
    )
    return HEAD + b'<Relationships xmlns="%s">%s</Relationships>' % (RELATIONS, lines)


def types(main: bytes, part: str) -> bytes:
    return HEAD + (
        b'<Types xmlns="%s"><Default Extension="xml" ContentType="application/xml"/>'
        b'<Override PartName="/%s" ContentType="%s"/></Types>' % (TYPES, part.encode(), main)
    )


def sheet(data: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    return HEAD + b'<worksheet xmlns="%s">%s<sheetData>%s</sheetData>%s</worksheet>' % (
        MAIN, before, data, after,
    )  # fmt: skip


def text_cell(place: str, text: str) -> bytes:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    said = f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'
    return said.encode()


LIST = (
    b'<row r="1">' + text_cell("A1", "Họ và tên") + text_cell("B1", "Năm sinh") + b"</row>"
    b'<row r="2">' + text_cell("A2", "Lê Thị Mẫu") + b'<c r="B2"><v>1980</v></c></row>'
)
"""Two columns, a header and a row."""


def workbook(
    data: bytes = LIST, *, sheets: Sequence[tuple[str, str]] = (("Danh sách", "visible"),),
    **parts: bytes,
) -> Parts:  # fmt: skip
    """The parts of an .xlsx whose sheets all hold ``data``; others go in by their names."""
    listed = b"".join(
        b'<sheet name="%s" sheetId="%d" state="%s" r:id="rId%d"/>'
        % (title.encode(), number, state.encode(), number)
        for number, (title, state) in enumerate(sheets, 1)
    )
    book = b'<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>'
    related = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    related += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    return {
        "[Content_Types].xml": types(BOOK_TYPE, "xl/workbook.xml"),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": HEAD + book % (MAIN, OFFICE, listed),
        "xl/_rels/workbook.xml.rels": relations(*related),
        "xl/styles.xml": HEAD + b'<styleSheet xmlns="%s"><cellXfs><xf numFmtId="0"/>'
        b'<xf numFmtId="14"/></cellXfs></styleSheet>' % MAIN,
        "xl/sharedStrings.xml": HEAD + b'<sst xmlns="%s"><si><t>chung</t></si></sst>' % MAIN,
        **{f"xl/worksheets/sheet{n}.xml": sheet(data) for n in range(1, len(sheets) + 1)},
        **parts,
    }


def letter(body: bytes | None = None, **parts: bytes) -> Parts:
    """The parts of a .docx with one table of two rows."""
    cells = b"".join(
        b"<w:tr>%s</w:tr>" % b"".join(b"<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>" % each
                                      for each in row)
        for row in ((b"STT", "Nội dung".encode()), (b"1", "Đường vào nhà máy?".encode()))
    )  # fmt: skip
    said = "Phiếu câu hỏi".encode()
    inside = b"<w:p><w:r><w:t>%s</w:t></w:r></w:p><w:tbl>%s</w:tbl>" % (said, cells)
    document = b'<w:document xmlns:w="%s" xmlns:r="%s"><w:body>%s</w:body></w:document>'
    return {
        "[Content_Types].xml": types(LETTER_TYPE, "word/document.xml"),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": HEAD + document % (WORD, OFFICE, inside if body is None else body),
        **parts,
    }


ODS_ROWS = (
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Họ và tên</text:p>'
    '</table:table-cell><table:table-cell office:value-type="string"><text:p>Năm sinh</text:p>'
    "</table:table-cell></table:table-row><table:table-row>"
    '<table:table-cell office:value-type="string"><text:p>Lê Thị Mẫu</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="1980"><text:p>1980</text:p>'
    "</table:table-cell></table:table-row>"
).encode()


def calc(rows: bytes = ODS_ROWS, styles: bytes = b"", table: bytes = b"", **parts: bytes) -> Parts:
    """The parts of an .ods with one sheet."""
    oasis = b"urn:oasis:names:tc:opendocument:xmlns:"
    spaces = b" ".join(
        b'xmlns:%s="%s%s:1.0"' % (name, oasis, name) for name in (b"office", b"table", b"text", b"style")
    )  # fmt: skip
    content = (
        b"<office:document-content %s><office:automatic-styles>%s</office:automatic-styles>"
        b'<office:body><office:spreadsheet><table:table table:name="Danh s\xc3\xa1ch"%s>%s'
        b"</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return {
        "mimetype": CALC_TYPE,
        "content.xml": HEAD + content % (spaces, styles, table, rows),
        "META-INF/manifest.xml": HEAD + b"<manifest/>",
        **parts,
    }


CSV = "Họ và tên;Năm sinh\nLê Thị Mẫu;1980\n".encode()


# --- Excel 97-2003 --------------------------------------------------------------------------


def record(kind: int, content: bytes = b"") -> bytes:
    """Source: MS-XLS 2.1.4."""
    return struct.pack("<HH", kind, len(content)) + content


_START, _END = 0x0809, record(0x000A)


def _start(kind: int) -> bytes:
    return record(_START, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def old_text(row: int, column: int, text: str) -> bytes:
    said = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + said)


def old_number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


OLD_LIST = (
    old_text(0, 0, "Họ và tên") + old_text(0, 1, "Năm sinh")
    + old_text(1, 0, "Lê Thị Mẫu") + old_number(1, 1, 1980)
)  # fmt: skip


def old_stream(
    cells: bytes = OLD_LIST, before: bytes = b"", title: str = "Danh sách", state: int = 0
) -> bytes:
    """The stream of a workbook with one sheet."""
    name = title.encode("utf-16-le")
    globals_ = _start(5) + before
    about = struct.pack("<BBBB", state, 0, len(title), 1) + name
    at = len(globals_) + 4 + 4 + len(about) + len(_END)
    return (
        globals_ + record(0x0085, struct.pack("<I", at) + about) + _END + _start(16) + cells + _END
    )


def old_workbook(stream: bytes | None = None, **streams: bytes) -> bytes:
    """An .xls."""
    return compound_file({"Workbook": old_stream() if stream is None else stream, **streams})


ORDINARY: dict[str, bytes] = {
    "danh sách.xlsx": zipped(workbook()),
    "danh sách.ods": zipped(calc()),
    "danh sách.xls": old_workbook(),
    "danh sách.csv": CSV,
    "phiếu.docx": zipped(letter()),
}
