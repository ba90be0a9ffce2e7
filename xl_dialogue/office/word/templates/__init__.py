"""The Word templates, one for each kind of document; staff may restyle what is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.office.word.templates import (
    asking,
    concluding,
    holding,
    invitations,
    people,
    planning,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES: dict[str, Callable[[], bytes]] = {
    "ke-hoach.docx": planning.plan,
    "cv-tong-hop-cau-hoi.docx": asking.question_call,
    "phieu-cau-hoi.docx": asking.question_form,
    "bc-tong-hop-kien-nghi.docx": asking.petition_report,
    "cv-giao-tra-loi.docx": asking.answer_request,
    "bc-tong-hop-tra-loi.docx": asking.answer_report,
    "giay-moi.docx": invitations.invitation,
    "giay-moi-bo-sung.docx": invitations.supplementary_invitation,
    "chuong-trinh.docx": holding.programme,
    "kich-ban.docx": holding.script,
    "phat-bieu-khai-mac.docx": holding.opening_speech,
    "phat-bieu-be-mac.docx": holding.closing_speech,
    "danh-sach-dai-bieu.docx": people.delegate_list,
    "phieu-diem-danh.docx": people.attendance,
    "the-dai-bieu.docx": people.delegate_card,
    "bien-ten.docx": people.name_plate,
    "danh-sach-khen-thuong.docx": people.award_list,
    "bien-ban.docx": concluding.minutes,
    "bien-ban-ky-ket.docx": concluding.signing_record,
    "thong-bao-ket-luan.docx": concluding.conclusion_notice,
    "bang-theo-doi.docx": concluding.follow_up,
}
"""Each template by its file name."""
