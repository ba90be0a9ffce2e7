"""What every official document shares: its styles, its head, its title and its signature.

Source: Decree 30/2020/NĐ-CP, Appendix I; layout by Appendix III, forms 1.4 and 1.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.office.word.docx import (
    Cell,
    Page,
    Xml,
    document,
    paragraph,
    row,
    section_end,
    table,
)
from xl_dialogue.office.word.styles import Grid, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = Page(width=210, height=297, top=20, bottom=20, left=30, right=15, header=10)
_ISSUER_COLUMN, _NATION_COLUMN = 66.0, 99.0
_RECIPIENTS_COLUMN, _SIGNER_COLUMN = 80.0, 85.0
_MOTTO_LENGTH = 60.5  # of the words in bold 14
_ISSUER_RULE = 16.0  # 1/3-1/2 of lines from 32 to 48 mm: "TỈNH CAO BẰNG", "ỦY BAN NHÂN DÂN"
# A draft leaves room for the pen, which plain blanks would not hold.
_NUMBER = "{{ number or '\N{NO-BREAK SPACE}'*6 }}/{{ symbol }}"
SUBJECT_RULES = (10, 14, 21, 31, 46)
"""1/3-1/2 of lines from 20 mm to 138; the document says which suits its own."""


def _rule(name: str, length: float, column: float, after: float) -> Style:
    """A line of this length in the middle of its column, both in mm."""
    side = (column - length) / 2
    return Style(name, size=3, rule=True, left=side, right=side, after=after)


PLAIN = Style("Normal")
NATION = Style("Quốc hiệu", size=13, bold=True, align="center")
MOTTO = Style("Tiêu ngữ", bold=True, align="center")
MOTTO_RULE = _rule("Kẻ dưới tiêu ngữ", _MOTTO_LENGTH, _NATION_COLUMN, after=8)
PARENT = Style("Cơ quan chủ quản", size=12, align="center")
ISSUER = Style("Cơ quan ban hành", size=13, bold=True, align="center")
ISSUER_RULE = _rule("Kẻ dưới cơ quan", _ISSUER_RULE, _ISSUER_COLUMN, after=8)
NUMBER = Style("Số ký hiệu", size=13, align="center")
PLACE_DATE = Style("Địa danh ngày tháng", italic=True, align="center")
SUMMARY = Style("Trích yếu công văn", size=12, align="center", before=6)
ADDRESSEE = Style("Kính gửi", before=12, left=33, keep_next=True)
ADDRESSEES = ADDRESSEE._replace(
    name="Kính gửi - danh sách", before=0, left=54, first=-3, base=ADDRESSEE
)
TITLE = Style("Tên loại", bold=True, align="center", before=18, keep_next=True)
SUBJECT = Style("Trích yếu", bold=True, align="center", left=15, right=15, keep_next=True)
SUBJECT_RULE = {
    length: _rule(f"Kẻ dưới trích yếu {length} mm", length, PAGE.column, after=10)
    for length in SUBJECT_RULES
}
ATTACHED = Style("Kèm theo", italic=True, align="center", before=2, after=8, keep_next=True)
ANNEX = Style("Phụ lục", bold=True, align="center", keep_next=True)
GROUND = Style("Căn cứ", italic=True, align="both", before=6, lines=1.1, first=12.7)
BODY = Style("Thân văn bản", align="both", before=6, lines=1.1, first=12.7)
HEADING = Style("Mục", bold=True, align="both", before=6, lines=1.1, first=12.7, keep_next=True)
LEAD = BODY._replace(name="Lời dẫn", keep_next=True, base=BODY)
TABLE_LEAD = LEAD._replace(name="Lời dẫn bảng", after=6, base=LEAD)
CLOSING = LEAD._replace(name="Đoạn kết", after=12, base=LEAD)
COLUMN_HEAD = Style("Bảng - đầu cột", size=13, bold=True, align="center", before=2, after=2)
CELL = Style("Bảng - chữ", size=13, before=2, after=2)
CENTRED_CELL = CELL._replace(name="Bảng - giữa", align="center", base=CELL)
GROUP_CELL = CELL._replace(name="Bảng - nhóm", bold=True, keep_next=True, base=CELL)
AUTHORITY = Style("Quyền hạn ký", bold=True, align="center", keep_next=True)
SIGNER = Style("Họ tên người ký", bold=True, align="center", before=72, keep_next=True)
RECIPIENTS_LABEL = Style("Nơi nhận", size=12, bold=True, italic=True, keep_next=True)
RECIPIENT = Style("Nơi nhận - danh sách", size=11, left=2.3, first=-2.3)
PAGE_NUMBER = Style("Số trang", align="center")
COMMAND = Style("Lệnh của mẫu", size=8, color="808080")
TAIL = Style("Cuối văn bản", size=1)

STYLES = (
    PLAIN, NATION, MOTTO, MOTTO_RULE, PARENT, ISSUER, ISSUER_RULE, NUMBER, PLACE_DATE, TITLE,
    SUMMARY, ADDRESSEE, ADDRESSEES, SUBJECT, *SUBJECT_RULE.values(), ATTACHED, ANNEX, GROUND, BODY,
    HEADING, LEAD, TABLE_LEAD, CLOSING, COLUMN_HEAD, CELL, CENTRED_CELL, GROUP_CELL,
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


def official_letter(title: str, *body: Xml, annexes: Sequence[Xml] = ()) -> bytes:
    """A letter that names no kind but what it is about (“V/v …”), and to whom it goes.

    Each annex starts on a page of its own, its pages counted anew.
    """
    sections = (Xml(section_end(TAIL, PAGE) + annex) for annex in annexes)
    blocks = (head(summary=True), addressed(), *body, signature(), *sections, paragraph(TAIL))
    return document(title, blocks, PAGE, PAGE_NUMBER, STYLES, (LAYOUT, LISTING))


def minutes(kind: str, *body: Xml, left: Xml, right: Xml) -> bytes:
    """A record that two sign, without place and day above. Source: Decree 30, form 1.9."""
    signed = minutes_signature(left, right)
    blocks = (head(dated=False), title(kind.upper()), *body, signed, paragraph(TAIL))
    return document(kind, blocks, PAGE, PAGE_NUMBER, STYLES, (LAYOUT, LISTING))


def attachment(kind: str, *body: Xml) -> bytes:
    """A list or a form that goes with a document: no letterhead, but what it goes with."""
    blocks = (
        paragraph(TITLE, kind.upper()),
        subject(),
        given("attached_line", paragraph(ATTACHED, "{{ attached_line }}")),
        *body,
    )
    return document(kind, blocks, PAGE, PAGE_NUMBER, STYLES, (LAYOUT, LISTING))


def paper(
    title: str,
    *body: Xml,
    styles: Sequence[Style] = (),
    grids: Sequence[Grid] = (),
    counted: bool = True,
) -> bytes:
    """Any other paper: nothing but what is given, in styles of its own beside those of all."""
    grids = (LAYOUT, LISTING, *grids)
    number = PAGE_NUMBER if counted else None
    return document(title, body, PAGE, number, (*STYLES, *styles), grids)


def each(loop: str, *blocks: Xml) -> Xml:
    """The blocks once for each: ``each("line in issuer_lines", ...)``."""
    return _between(f"{{%p for {loop} %}}", blocks, "{%p endfor %}")


def given(condition: str, *blocks: Xml) -> Xml:
    """The blocks where there is anything to say."""
    return _between(f"{{%p if {condition} %}}", blocks, "{%p endif %}")


def addressed() -> Xml:
    """One addressee on the line itself, several a line each below. Source: Decree 30, II.9."""
    one = each(
        "addressee in addressees",
        paragraph(ADDRESSEE, "Kính gửi: {{ addressee.rstrip(' .;') }}."),
    )
    mark = "{{ '.' if loop.last else ';' }}"
    several = (
        paragraph(ADDRESSEE, "Kính gửi:"),
        each(
            "addressee in addressees",
            paragraph(ADDRESSEES, f"- {{{{ addressee.rstrip(' .;') }}}}{mark}"),
        ),
    )
    return Xml(given("addressees|length == 1", one) + given("addressees|length > 1", *several))


def annex_head(title: str, kind: str) -> Xml:
    """The head of an annex within a document of this kind. Source: Decree 30, III.1."""
    of = f"(Kèm theo {kind} số {_NUMBER} {{{{ date_line }}}} của {{{{ issuer }}}})"
    return Xml(paragraph(ANNEX, "Phụ lục") + paragraph(ANNEX, title) + paragraph(ATTACHED, of))


def head(*, summary: bool = False, dated: bool = True) -> Xml:
    """Issuer and number on the left, the nation, place and date on the right."""
    issuer = (
        each("line in parent_lines", paragraph(PARENT, "{{ line }}")),
        each("line in issuer_lines", paragraph(ISSUER, "{{ line }}")),
        paragraph(ISSUER_RULE),
    )
    nation = (
        paragraph(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph(MOTTO, "Độc lập - Tự do - Hạnh phúc"),
        paragraph(MOTTO_RULE),
    )
    about = paragraph(SUMMARY, "V/v {{ subject }}") if summary else Xml("")
    number = paragraph(NUMBER, f"Số: {_NUMBER}")
    place_date = paragraph(PLACE_DATE, "{{ place }}, {{ date_line }}" if dated else "")
    return _side_by_side(
        (_ISSUER_COLUMN, _NATION_COLUMN),
        (Xml("".join(issuer)), Xml("".join(nation))),
        (Xml(number + about), place_date),
    )


def title(kind: str) -> Xml:
    """The kind, what it is about, and of the lines drawn below that the one that suits it."""
    rules = [
        _between(f"{{%p if subject_rule == {length} %}}", (paragraph(style),), "{%p endif %}")
        for length, style in SUBJECT_RULE.items()
    ]
    return Xml(paragraph(TITLE, kind) + subject() + "".join(rules))


def subject() -> Xml:
    """What the document is about, broken where its words allow."""
    return each("line in subject_lines", paragraph(SUBJECT, "{{ line }}"))


def minutes_signature(left: Xml, right: Xml) -> Xml:
    """Two who sign side by side, then who gets the document."""
    below = Xml(paragraph(PLAIN) + recipients())
    return _side_by_side(
        (_SIGNER_COLUMN, _RECIPIENTS_COLUMN), (left, right), (below, paragraph(PLAIN))
    )


def signer(authority: str, title: str, name: str) -> Xml:
    """A signature: ``authority`` names a list of lines, may be blank; the others are text."""
    lines = each(f"line in {authority}", paragraph(AUTHORITY, "{{ line }}")) if authority else ""
    return Xml(lines + paragraph(AUTHORITY, title) + paragraph(SIGNER, name))


def signature() -> Xml:
    """Who gets the document and who signs it: a row that stays whole, with the text before it."""
    signs = signer("authority_lines", "{{ signer_title }}", "{{ signer_name }}")
    return _side_by_side((_RECIPIENTS_COLUMN, _SIGNER_COLUMN), (recipients(), signs))


def recipients() -> Xml:
    """The distribution list."""
    listed = each("recipient in recipients", paragraph(RECIPIENT, "- {{ recipient }}"))
    whole = given("recipients", paragraph(RECIPIENTS_LABEL, "Nơi nhận:"), listed)
    return Xml(whole + paragraph(TAIL))


def listing(loop: str, columns: Sequence[Column], *, height: float = 0) -> Xml:
    """A table with lines, a row for each; its heads stand again on every page.

    ``height`` in mm: room to write in, which a row has at least.
    """
    widths = [column.width for column in columns]
    heads = [Cell(column.width, paragraph(COLUMN_HEAD, column.head)) for column in columns]
    cells = [Cell(column.width, paragraph(column.style, column.text)) for column in columns]
    return table(
        LISTING,
        widths,
        (
            row(heads, heading=True),
            _command_row(f"{{%tr for {loop} %}}", widths),
            row(cells, height=height),
            _command_row("{%tr endfor %}", widths),
        ),
    )


def grouped_listing(
    groups: str, name: str, loop: str, columns: Sequence[Column], *, height: float = 0
) -> Xml:
    """The same in groups, each under a row that says its name across the table.

    ``height`` in mm: room to write in, which a row has at least.
    """
    widths = [column.width for column in columns]
    heads = [Cell(column.width, paragraph(COLUMN_HEAD, column.head)) for column in columns]
    cells = [Cell(column.width, paragraph(column.style, column.text)) for column in columns]
    across = Cell(sum(widths), paragraph(GROUP_CELL, name), span=len(widths))
    return table(
        LISTING,
        widths,
        (
            row(heads, heading=True),
            _command_row(f"{{%tr for {groups} %}}", widths),
            row([across]),
            _command_row(f"{{%tr for {loop} %}}", widths),
            row(cells, height=height),
            _command_row("{%tr endfor %}", widths),
            _command_row("{%tr endfor %}", widths),
        ),
    )


def repeated(loop: str, grid: Grid, widths: Sequence[float], *rows: Xml) -> Xml:
    """A table of nothing but these rows, once for each."""
    opening, closing = f"{{%tr for {loop} %}}", "{%tr endfor %}"
    return table(
        grid, widths, (_command_row(opening, widths), *rows, _command_row(closing, widths))
    )


def _command_row(command: str, widths: Sequence[float]) -> Xml:
    return row([Cell(sum(widths), paragraph(COMMAND, command), span=len(widths))])


def _between(opening: str, blocks: Sequence[Xml], closing: str) -> Xml:
    return Xml(paragraph(COMMAND, opening) + "".join(blocks) + paragraph(COMMAND, closing))


def _side_by_side(widths: tuple[float, float], *rows: tuple[Xml, Xml]) -> Xml:
    return table(LAYOUT, widths, [row(map(Cell, widths, contents)) for contents in rows])
