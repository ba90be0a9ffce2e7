"""Templates of what was said and signed, what was concluded and what became of it."""

from __future__ import annotations

from xl_dialogue.office.word.docx import paragraph
from xl_dialogue.office.word.letterhead import (
    BODY,
    CENTRED_CELL,
    CLOSING,
    HEADING,
    LEAD,
    TABLE_LEAD,
    TAIL,
    Column,
    attachment,
    each,
    given,
    letter,
    listing,
    signer,
)
from xl_dialogue.office.word.letterhead import minutes as signed_minutes

_SECRETARY = "Thư ký (người ghi biên bản): {{ secretary or '…' * 13 }}."
_END = "{{ 'vào hồi ' + end if end else 'cùng ngày' }}"


def _room(count: int) -> str:
    """Dots to write on."""
    return "…" * count


def minutes() -> bytes:
    """Who came, what was said, what was concluded. Source: Decree 30, form 1.9."""
    mark = "{{ '.' if loop.last else ';' }}"
    attended = "- {{ group.name.rstrip(' .;') }}: {{ group.count }} đại biểu"
    return signed_minutes(
        "Biên bản",
        paragraph(BODY, "Thời gian bắt đầu: {{ time_line }}."),
        paragraph(BODY, "Địa điểm: {{ venue.rstrip(' .') }}."),
        given(
            "groups",
            paragraph(LEAD, "Thành phần tham dự: {{ present }} đại biểu, gồm:"),
            each("group in groups", paragraph(BODY, attended + mark)),
        ),
        given("not groups", paragraph(BODY, "Thành phần tham dự: theo danh sách đại biểu.")),
        given("absent", paragraph(BODY, "Vắng mặt: {{ absent }} đại biểu.")),
        paragraph(
            BODY,
            "Chủ trì (chủ tọa): {{ chairman_name + ', ' if chairman_name else '' }}{{ chair }}.",
        ),
        paragraph(BODY, _SECRETARY),
        given(
            "agenda",
            paragraph(HEADING, "Diễn biến Hội nghị"),
            each("item in agenda", paragraph(BODY, "{{ loop.index }}. {{ item.rstrip(' .;') }}.")),
        ),
        given(
            "answers",
            paragraph(HEADING, "Ý kiến, kiến nghị và nội dung trả lời"),
            each(
                "answer in answers",
                paragraph(BODY, "{{ loop.index }}. {{ answer.asker }}: {{ answer.question }}"),
                paragraph(BODY, "{{ answer.lead }} trả lời: {{ answer.answer }}"),
            ),
        ),
        given(
            "conclusions",
            paragraph(HEADING, "Kết luận của {{ chair }}"),
            each(
                "conclusion in conclusions",
                paragraph(BODY, "{{ loop.index }}. {{ conclusion.rstrip(' .;') }}."),
            ),
        ),
        given(
            "not agenda and not answers and not conclusions",
            paragraph(BODY, f"Nội dung (theo diễn biến Hội nghị): {_room(13)}"),
            *(paragraph(BODY, _room(30)),) * 5,
        ),
        paragraph(CLOSING, f"Hội nghị kết thúc {_END}./."),
        left=signer("", "THƯ KÝ", "{{ secretary }}"),
        right=signer("", "CHỦ TỌA", "{{ signer_name }}"),
    )


def signing_record() -> bytes:
    """Two parties sign before witnesses. Source: Decree 30, form 1.9."""
    witness = "- {{ witness.rstrip(' .;') }}{{ '.' if loop.last else ';' }}"
    return signed_minutes(
        "Biên bản",
        paragraph(BODY, "Thời gian: {{ signed_on }}, trong {{ conference }}."),
        paragraph(BODY, "Địa điểm: {{ venue.rstrip(' .') }}."),
        paragraph(BODY, "Chủ trì (chủ tọa): {{ chair }}."),
        paragraph(BODY, _SECRETARY),
        paragraph(LEAD, "Hai bên ký kết:"),
        paragraph(HEADING, "1. {{ issuer }}"),
        paragraph(BODY, "Người ký: {{ signer_name }}. Chức vụ: {{ signer_position }}."),
        paragraph(HEADING, "2. {{ partner }}"),
        paragraph(BODY, "Người ký: {{ partner_signer }}. Chức vụ: {{ partner_position }}."),
        given(
            "witnesses",
            paragraph(LEAD, "Thành phần tham dự, chứng kiến lễ ký kết:"),
            each("witness in witnesses", paragraph(BODY, witness)),
        ),
        given("not witnesses", paragraph(BODY, "Thành phần tham dự: đại diện hai bên.")),
        paragraph(
            BODY,
            "Nội dung: hai bên đã ký {{ agreement }} và có trách nhiệm tổ chức thực hiện những "
            "nội dung đã ký kết.",
        ),
        paragraph(
            CLOSING,
            "Lễ ký kết kết thúc cùng ngày. Biên bản được lập thành 02 bản có giá trị như nhau, mỗi "
            "bên giữ 01 bản./.",
        ),
        left=signer("partner_lines", "{{ partner_title }}", "{{ partner_signer }}"),
        right=signer("authority_lines", "{{ signer_title }}", "{{ signer_name }}"),
    )


def conclusion_notice() -> bytes:
    """What the chair concluded, and who does what by when. Source: Decree 30, form 1.4."""
    number = "{% if general_conclusions %}{{ general_conclusions|length + 1 }}. {% endif %}"
    return letter(
        "Thông báo",
        paragraph(BODY, "{{ day }}, tại {{ venue }}, {{ chair }} đã chủ trì {{ conference }}."),
        given(
            "received",
            paragraph(
                BODY,
                "Hội nghị đã tiếp nhận {{ received }} ý kiến, kiến nghị của đoàn viên, công nhân, "
                "viên chức, người lao động{% if answered %}; các cơ quan, đơn vị đã trả lời "
                "{{ answered }} ý kiến{% endif %}.",
            ),
        ),
        given(
            "general_conclusions or items",
            paragraph(LEAD, "Trên cơ sở các ý kiến tại Hội nghị, {{ chair }} kết luận như sau:"),
        ),
        each(
            "conclusion in general_conclusions",
            paragraph(BODY, "{{ loop.index }}. {{ conclusion.rstrip(' .;') }}."),
        ),
        given(
            "items",
            paragraph(TABLE_LEAD, f"{number}Giao các cơ quan, đơn vị thực hiện các nhiệm vụ sau:"),
            listing(
                "item in items",
                (
                    Column("TT", 10, "{{ item.number }}", CENTRED_CELL),
                    Column("Nội dung kết luận", 47, "{{ item.conclusion }}"),
                    Column("Đơn vị chủ\N{NO-BREAK SPACE}trì", 27, "{{ item.lead }}"),
                    Column("Đơn vị phối\N{NO-BREAK SPACE}hợp", 33, "{{ item.coordinators }}"),
                    Column("Thời hạn", 25, "{{ item.deadline }}", CENTRED_CELL),
                    Column("Sản phẩm", 23, "{{ item.product }}"),
                ),
            ),
        ),
        paragraph(
            CLOSING,
            "{{ host }} thông báo kết luận của {{ chair }} để các cơ quan, đơn vị biết, "
            "thực hiện./.",
        ),
    )


def follow_up() -> bytes:
    """What was concluded and what became of it, with room for what is not known yet."""
    return attachment(
        "Bảng theo dõi thực hiện kết luận",
        given("reckoned", paragraph(TABLE_LEAD, "Tình hình thực hiện tính đến {{ reckoned }}:")),
        given(
            "items",
            listing(
                "item in items",
                (
                    Column("TT", 10, "{{ item.number }}", CENTRED_CELL),
                    Column("Nội dung kết luận", 45, "{{ item.conclusion }}"),
                    Column("Đơn vị chủ\N{NO-BREAK SPACE}trì", 25, "{{ item.lead }}"),
                    Column("Thời hạn", 24, "{{ item.deadline }}", CENTRED_CELL),
                    Column("Sản phẩm", 21, "{{ item.product }}"),
                    Column("Kết quả", 20, "{{ item.result }}"),
                    Column("Tình trạng", 20, "{{ item.standing }}", CENTRED_CELL),
                ),
            ),
        ),
        paragraph(TAIL),
    )
