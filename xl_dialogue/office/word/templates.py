"""The Word templates, one for each kind of document; staff may restyle what is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.office.word.docx import paragraph
from xl_dialogue.office.word.letterhead import (
    BODY,
    CENTRED_CELL,
    CLOSING,
    LEAD,
    TABLE_LEAD,
    Column,
    each,
    given,
    letter,
    listing,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def invitation() -> bytes:
    """One delegate, asked to the conference. Source: Decree 30, form 1.7."""
    request = "- {{ request.rstrip(' .;') }}{{ '.' if loop.last else ';' }}"
    return letter(
        "Giấy mời",
        paragraph(BODY, "{{ inviter }} trân trọng kính mời: {{ invitee }}"),
        paragraph(BODY, "Tới {{ role }} {{ conference }}."),
        paragraph(BODY, "Chủ trì: {{ chair }}."),
        paragraph(BODY, "Thời gian: {{ time_line }}."),
        paragraph(BODY, "Địa điểm: {{ venue }}."),
        given(
            "requests",
            paragraph(LEAD, "Đề nghị đại biểu lưu ý một số nội dung sau:"),
            each("request in requests", paragraph(BODY, request)),
        ),
        paragraph(CLOSING, "Thông tin liên hệ: {{ contact.rstrip(' .') }}./."),
    )


def conclusion_notice() -> bytes:
    """What the chair concluded, and who does what by when. Source: Decree 30, form 1.4."""
    number = "{% if general_conclusions %}{{ general_conclusions|length + 1 }}. {% endif %}"
    return letter(
        "Thông báo",
        paragraph(BODY, "{{ day }}, tại {{ venue }}, {{ chair }} đã chủ trì {{ conference }}."),
        paragraph(
            BODY,
            "Hội nghị đã tiếp nhận {{ received }} ý kiến, kiến nghị của đoàn viên, công nhân, "
            "viên chức, người lao động; các cơ quan, đơn vị đã trả lời {{ answered }} ý kiến.",
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


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "giay-moi.docx": invitation,
    "thong-bao-ket-luan.docx": conclusion_notice,
}
"""Each template by its file name."""
