"""What every official document shares: its styles, its head, its title and its signature.

Source: Decree 30/2020/NĐ-CP, Appendix I; layout by Appendix III, forms 1.4 and 1.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.office.word.docx import Cell, Page, Xml, document, paragraph, row, table
from xl_dialogue.office.word.styles import Grid, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Page(width=210, height=297, top=20, bottom=20, left=30, right=15, header=10)
_ISSUER_COLUMN, _NATION_COLUMN = 66.0, 99.0
_RECIPIENTS_COLUMN, _SIGNER_COLUMN = 80.0, 85.0
_MOTTO_LENGTH = 60.5  # of the words in bold 14
_ISSUER_RULE = 18.0  # 1/3-1/2 of lines from 36 to 54 mm: "TỈNH CAO BẰNG" to "LIÊN ĐOÀN LAO ĐỘNG"
_SUBJECT_RULE = 45.0  # 1/3-1/2 of lines from 90 mm to 135, the longest that SUBJECT allows


def _rule(name: str, length: float, column: float, after: float) -> Style:
    """A line of this length in the middle of its column, both in mm."""
    side = (column - length) / 2
    return Style(name, size=3, rule=True, left=side, right=side, after=after)


PLAIN = Style("Normal")
NATION = Style("Quốc hiệu", size=13, bold=True, align="center")
MOTTO = Style("Tiêu ngữ", bold=True, align="center")
MOTTO_RULE = _rule("Kẻ dưới tiêu ngữ", _MOTTO_LENGTH, _NATION_COLUMN, after=8)
ISSUER = Style("Cơ quan ban hành", size=13, bold=True, align="center")
ISSUER_RULE = _rule("Kẻ dưới cơ quan", _ISSUER_RULE, _ISSUER_COLUMN, after=8)
NUMBER = Style("Số ký hiệu", size=13, align="center")
PLACE_DATE = Style("Địa danh ngày tháng", italic=True, align="center")
TITLE = Style("Tên loại", bold=True, align="center", before=18, keep_next=True)
SUBJECT = Style("Trích yếu", bold=True, align="center", left=15, right=15, keep_next=True)
SUBJECT_RULE = _rule("Kẻ dưới trích yếu", _SUBJECT_RULE, PAGE.column, after=10)
GROUND = Style("Căn cứ", italic=True, align="both", before=6, lines=1.1, first=12.7)
BODY = Style("Thân văn bản", align="both", before=6, lines=1.1, first=12.7)
HEADING = Style("Mục", bold=True, align="both", before=6, lines=1.1, first=12.7, keep_next=True)
LEAD = BODY._replace(name="Lời dẫn", keep_next=True, base=BODY)
TABLE_LEAD = LEAD._replace(name="Lời dẫn bảng", after=6, base=LEAD)
CLOSING = LEAD._replace(name="Đoạn kết", after=12, base=LEAD)
COLUMN_HEAD = Style("Bảng - đầu cột", size=13, bold=True, align="center", before=2, after=2)
CELL = Style("Bảng - chữ", size=13, before=2, after=2)
CENTRED_CELL = CELL._replace(name="Bảng - giữa", align="center", base=CELL)
AUTHORITY = Style("Quyền hạn ký", bold=True, align="center", keep_next=True)
SIGNER = Style("Họ tên người ký", bold=True, align="center", before=72, keep_next=True)
RECIPIENTS_LABEL = Style("Nơi nhận", size=12, bold=True, italic=True, keep_next=True)
RECIPIENT = Style("Nơi nhận - danh sách", size=11, left=2.3, first=-2.3)
PAGE_NUMBER = Style("Số trang", align="center")
COMMAND = Style("Lệnh của mẫu", size=8, color="808080")
TAIL = Style("Cuối văn bản", size=1)

STYLES = (
    PLAIN, NATION, MOTTO, MOTTO_RULE, ISSUER, ISSUER_RULE, NUMBER, PLACE_DATE, TITLE, SUBJECT,
    SUBJECT_RULE, GROUND, BODY, HEADING, LEAD, TABLE_LEAD, CLOSING, COLUMN_HEAD, CELL, CENTRED_CELL,
    AUTHORITY, SIGNER, RECIPIENTS_LABEL, RECIPIENT, PAGE_NUMBER, COMMAND, TAIL,
)  # fmt: skip

LAYOUT = Grid("Khung trình bày", lines=False, margin=0)
LISTING = Grid("Bảng", lines=True, margin=1.5)


class Column(NamedTuple):
    """One column of a listing: what its head says, its width in mm, what each row says."""

    head: str
    width: float
    text: str
    style: Style = CELL


def letter(kind: str, *body: Xml) -> bytes:
    """A document that names its kind above the subject: all but the official letter."""
    blocks = (head(), title(kind.upper()), *body, signature(), paragraph(TAIL))
    return document(kind, blocks, PAGE, PAGE_NUMBER, STYLES, (LAYOUT, LISTING))


def each(loop: str, *blocks: Xml) -> Xml:
    """The blocks once for each: ``each("line in issuer_lines", ...)``."""
    return _between(f"{{%p for {loop} %}}", blocks, "{%p endfor %}")


def given(condition: str, *blocks: Xml) -> Xml:
    """The blocks where there is anything to say."""
    return _between(f"{{%p if {condition} %}}", blocks, "{%p endif %}")


def head() -> Xml:
    """Issuer and number on the left, the nation, place and date on the right."""
    issuer = (
        each("line in issuer_lines", paragraph(ISSUER, "{{ line }}")),
        paragraph(ISSUER_RULE),
    )
    nation = (
        paragraph(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph(MOTTO, "Độc lập - Tự do - Hạnh phúc"),
        paragraph(MOTTO_RULE),
    )
    # A draft leaves room for the pen, which plain blanks would not hold.
    number = paragraph(NUMBER, "Số: {{ number or '\N{NO-BREAK SPACE}'*6 }}/{{ symbol }}")
    place_date = paragraph(PLACE_DATE, "{{ place }}, {{ date_line }}")
    return _side_by_side(
        (_ISSUER_COLUMN, _NATION_COLUMN),
        (Xml("".join(issuer)), Xml("".join(nation))),
        (number, place_date),
    )


def title(kind: str) -> Xml:
    return Xml(
        paragraph(TITLE, kind) + paragraph(SUBJECT, "{{ subject }}") + paragraph(SUBJECT_RULE)
    )


def signature() -> Xml:
    """Who gets the document and who signs it: a row that stays whole, with the text before it."""
    recipients = Xml(
        paragraph(RECIPIENTS_LABEL, "Nơi nhận:")
        + each("recipient in recipients", paragraph(RECIPIENT, "- {{ recipient }}"))
    )
    signer = Xml(
        given("signer_authority", paragraph(AUTHORITY, "{{ signer_authority }}"))
        + paragraph(AUTHORITY, "{{ signer_title }}")
        + paragraph(SIGNER, "{{ signer_name }}")
    )
    return _side_by_side((_RECIPIENTS_COLUMN, _SIGNER_COLUMN), (recipients, signer))


def listing(loop: str, columns: Sequence[Column]) -> Xml:
    """A table with lines, a row for each; its heads stand again on every page."""
    widths = [column.width for column in columns]
    heads = [Cell(column.width, paragraph(COLUMN_HEAD, column.head)) for column in columns]
    cells = [Cell(column.width, paragraph(column.style, column.text)) for column in columns]
    return table(
        LISTING,
        widths,
        (
            row(heads, heading=True),
            _command_row(f"{{%tr for {loop} %}}", widths),
            row(cells),
            _command_row("{%tr endfor %}", widths),
        ),
    )


def _command_row(command: str, widths: Sequence[float]) -> Xml:
    return row([Cell(sum(widths), paragraph(COMMAND, command), span=len(widths))])


def _between(opening: str, blocks: Sequence[Xml], closing: str) -> Xml:
    return Xml(paragraph(COMMAND, opening) + "".join(blocks) + paragraph(COMMAND, closing))


def _side_by_side(widths: tuple[float, float], *rows: tuple[Xml, Xml]) -> Xml:
    return table(LAYOUT, widths, [row(map(Cell, widths, contents)) for contents in rows])
