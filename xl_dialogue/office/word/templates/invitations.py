"""Templates of those asked to the conference."""

from __future__ import annotations

from xl_dialogue.office.word.docx import paragraph
from xl_dialogue.office.word.letterhead import BODY, CLOSING, LEAD, each, given, letter

_WHEN_AND_WHERE = (
    paragraph(BODY, "Chủ trì: {{ chair }}."),
    paragraph(BODY, "Thời gian: {{ time_line }}."),
    paragraph(BODY, "Địa điểm: {{ venue }}."),
)
_REQUEST = "- {{ request.rstrip(' .;') }}{{ '.' if loop.last else ';' }}"
_ANSWERS = (
    "- Chuẩn bị nội dung để trực tiếp trao đổi, trả lời {{ count }} ý kiến, kiến nghị được giao "
    "chủ trì (mã số: {{ codes }}){{ ';' if requests else '.' }}"
)
_CONTACT = paragraph(CLOSING, "Thông tin liên hệ: {{ contact.rstrip(' .') }}./.")


def invitation() -> bytes:
    """One delegate, asked to the conference. Source: Decree 30, form 1.7."""
    return letter(
        "Giấy mời",
        paragraph(BODY, "{{ issuer }} trân trọng kính mời: {{ invitee }}"),
        paragraph(BODY, "Tới {{ role }} {{ conference }}."),
        *_WHEN_AND_WHERE,
        given(
            "requests",
            paragraph(LEAD, "Đề nghị lưu ý một số nội dung sau:"),
            each("request in requests", paragraph(BODY, _REQUEST)),
        ),
        _CONTACT,
    )


def supplementary_invitation() -> bytes:
    """An agency that must answer, asked to the conference. Source: Decree 30, form 1.7."""
    return letter(
        "Giấy mời",
        paragraph(BODY, "{{ issuer }} trân trọng kính mời: {{ invitee }}"),
        paragraph(BODY, "Tới dự, trao đổi và trả lời ý kiến, kiến nghị tại {{ conference }}."),
        *_WHEN_AND_WHERE,
        paragraph(LEAD, "Đề nghị quý cơ quan:"),
        paragraph(BODY, _ANSWERS),
        each("request in requests", paragraph(BODY, _REQUEST)),
        _CONTACT,
    )
