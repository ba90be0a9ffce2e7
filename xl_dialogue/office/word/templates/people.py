"""Templates of lists, attendance, cards and name plates."""

from __future__ import annotations

from xl_dialogue.office.word.docx import Cell, Xml, paragraph, row, table
from xl_dialogue.office.word.letterhead import (
    BODY,
    CENTRED_CELL,
    LISTING,
    TAIL,
    Column,
    attachment,
    each,
    given,
    grouped_listing,
    paper,
    repeated,
)
from xl_dialogue.office.word.styles import Grid, Style

_CARD = Style("Thẻ - hội nghị", size=9, align="center")
_CARD_KIND = Style("Thẻ - đại biểu", size=16, bold=True, align="center", before=8)
_CARD_NAME = Style("Thẻ - họ tên", size=22, bold=True, align="center", before=4, after=4)
_CARD_LONG_NAME = _CARD_NAME._replace(name="Thẻ - họ tên dài", size=16, base=_CARD_NAME)
_CARD_LINE = Style("Thẻ - chức vụ", size=11, align="center")
_CARD_LONG_LINE = _CARD_LINE._replace(name="Thẻ - chức vụ dài", size=8.5, base=_CARD_LINE)
_CARD_WIDTH, _CARD_HEIGHT = 82.0, 62.0

_PLATE_NAME = Style("Biển tên - ngắn", size=48, bold=True, align="center")
_PLATE_LONGER = _PLATE_NAME._replace(name="Biển tên - vừa", size=36, base=_PLATE_NAME)
_PLATE_LONGEST = _PLATE_NAME._replace(name="Biển tên - dài", size=26, base=_PLATE_NAME)
_PLATE_LINE = Style("Biển tên - chức vụ", size=18, align="center", before=4)
_PLATE_LONG_LINE = _PLATE_LINE._replace(name="Biển tên - chức vụ dài", size=12, base=_PLATE_LINE)
_PLATE = Grid("Biển tên", lines=True, margin=1.5, folds=True)
_PLATE_WIDTH, _PLATE_FACE = 164.0, 60.0


def delegate_list() -> bytes:
    """The invited by group; goes with the invitations."""
    return attachment(
        "Danh sách đại biểu",
        given(
            "groups",
            grouped_listing(
                "group in groups",
                "{{ group.name }} ({{ group.size }} đại biểu)",
                "person in group.people",
                (
                    Column("TT", 12, "{{ person.number }}", CENTRED_CELL),
                    Column("Họ và tên", 40, "{{ person.name }}"),
                    Column("Chức vụ", 43, "{{ person.title }}"),
                    Column("Đơn vị", 46, "{{ person.unit }}"),
                    Column("Ghi chú", 24, "{{ person.note }}"),
                ),
            ),
        ),
        paragraph(BODY, "Danh sách này có {{ total }} đại biểu./."),
    )


def attendance() -> bytes:
    """The same to be signed on arrival; who came is counted by hand."""
    return attachment(
        "Phiếu điểm danh",
        given(
            "groups",
            grouped_listing(
                "group in groups",
                "{{ group.name }} ({{ group.size }} đại biểu)",
                "person in group.people",
                (
                    Column("TT", 12, "{{ person.number }}", CENTRED_CELL),
                    Column("Họ và tên", 48, "{{ person.name }}"),
                    Column("Đơn vị", 57, "{{ person.unit }}"),
                    Column("Số ghế", 16, "{{ person.seat }}", CENTRED_CELL),
                    Column("Ký tên", 32, ""),
                ),
                height=11,
            ),
        ),
        paragraph(BODY, "Số đại biểu được mời: {{ total }}; có mặt: ………; vắng: ………"),
    )


def award_list() -> bytes:
    """Who is honoured, under the form of it; goes with the programme."""
    return attachment(
        "Danh sách khen thưởng",
        given(
            "forms",
            grouped_listing(
                "form in forms",
                "{{ form.name }} ({{ form.size }})",
                "award in form.awards",
                (
                    Column("TT", 12, "{{ award.number }}", CENTRED_CELL),
                    Column("Tập thể, cá nhân", 48, "{{ award.name }}"),
                    Column("Đơn vị", 40, "{{ award.unit }}"),
                    Column("Thành tích", 65, "{{ award.achievement }}"),
                ),
            ),
            paragraph(BODY, "Danh sách này có {{ total }} tập thể, cá nhân./."),
        ),
    )


def delegate_card() -> bytes:
    """Eight cards on a page, to be cut out along the lines."""
    widths = (_CARD_WIDTH, _CARD_WIDTH)
    left = Xml(_card("pair.left") + paragraph(TAIL))
    right = Xml(given("pair.right", _card("pair.right")) + paragraph(TAIL))
    cells = (Cell(_CARD_WIDTH, left, middle=True), Cell(_CARD_WIDTH, right, middle=True))
    cards = repeated("pair in pairs", LISTING, widths, row(cells, height=_CARD_HEIGHT))
    styles = (_CARD, _CARD_KIND, _CARD_NAME, _CARD_LONG_NAME, _CARD_LINE, _CARD_LONG_LINE)
    return paper(
        "Thẻ đại biểu", given("pairs", cards), paragraph(TAIL), styles=styles, counted=False
    )


def name_plate() -> bytes:
    """Two plates on a page, each folded along the dotted line to stand on the table."""
    name, length = "{{ plate.name }}", "plate.name|length"
    face = (
        given(f"{length} <= 13", paragraph(_PLATE_NAME, name)),
        given(f"{length} > 13 and {length} <= 18", paragraph(_PLATE_LONGER, name)),
        given(f"{length} > 18", paragraph(_PLATE_LONGEST, name)),
        _fitting("plate.title", 45, _PLATE_LINE, _PLATE_LONG_LINE),
        _fitting("plate.apart", 45, _PLATE_LINE, _PLATE_LONG_LINE),
        paragraph(TAIL),
    )
    back = row((Cell(_PLATE_WIDTH, paragraph(TAIL)),), height=_PLATE_FACE)
    front = row((Cell(_PLATE_WIDTH, Xml("".join(face)), middle=True),), height=_PLATE_FACE)
    plate = table(_PLATE, (_PLATE_WIDTH,), (back, front))
    styles = (_PLATE_NAME, _PLATE_LONGER, _PLATE_LONGEST, _PLATE_LINE, _PLATE_LONG_LINE)
    plates = each("plate in plates", plate, paragraph(TAIL))
    return paper("Biển tên", plates, paragraph(TAIL), styles=styles, grids=(_PLATE,), counted=False)


def _card(whose: str) -> Xml:
    lines = (
        paragraph(_CARD, "{{ conference }}"),
        paragraph(_CARD_KIND, "ĐẠI BIỂU"),
        _fitting(f"{whose}.name", 17, _CARD_NAME, _CARD_LONG_NAME),
        _fitting(f"{whose}.title", 70, _CARD_LINE, _CARD_LONG_LINE),
        _fitting(f"{whose}.apart", 70, _CARD_LINE, _CARD_LONG_LINE),
        given(f"{whose}.seat", paragraph(_CARD_LINE, f"Ghế {{{{ {whose}.seat }}}}")),
    )
    return Xml("".join(lines))


def _fitting(value: str, most: int, short: Style, long: Style) -> Xml:
    """The value, if there is one, in smaller letters where it has more than so many."""
    said = f"{{{{ {value} }}}}"
    return Xml(
        given(f"{value} and {value}|length <= {most}", paragraph(short, said))
        + given(f"{value}|length > {most}", paragraph(long, said))
    )
