"""The conference itself: the items of the sheet `Hội nghị`, each declared once."""

from __future__ import annotations

import datetime as dt
from dataclasses import Field, dataclass, field, fields
from typing import Any, cast

from xl_dialogue.plan.calendar import INVITATION_NOTICE
from xl_dialogue.plan.schema import Column, Kind


def _item(
    label: str,
    about: str = "",
    *,
    kind: Kind = "text",
    required: bool = False,
    choices: tuple[str, ...] = (),
    default: object = "",
    personal: bool = False,
) -> Any:
    return field(
        default=default,
        metadata={
            "label": label,
            "about": about,
            "kind": kind,
            "required": required,
            "choices": choices,
            "personal": personal,
        },
    )


USUAL_DAYS = {
    "intake": 5, "assignment": 1, "answers": 1, "consolidation": 1, "notice": INVITATION_NOTICE,
    "rehearsal": 1,
}  # fmt: skip
"""Working days of what an item of its own may say otherwise."""


def _days(work: str, name: str) -> Any:
    return _item(
        f"Số ngày {work}",
        f"Ngày làm việc, để tính Lịch ngược; bỏ trống: {USUAL_DAYS[name]}",
        kind="number",
        default=None,
    )


TENTATIVE, CONFIRMED = "Dự kiến", "Đã chốt"


@dataclass(frozen=True)
class Conference:
    """What the sheet `Hội nghị` says; a blank item is ``""`` or ``None``.

    Dates are calendar days in Vietnam, times its wall clock.
    """

    name: str = _item(
        "Tên hội nghị", "Tên đầy đủ, dùng thống nhất trong mọi văn bản", required=True
    )
    year: float | None = _item("Năm", kind="number", default=None)
    province: str = _item("Tỉnh", "Tên tỉnh, không có chữ “tỉnh”", required=True)
    locality: str = _item("Địa danh", "Đứng trước ngày tháng trên văn bản", required=True)
    date: dt.date | None = _item("Ngày hội nghị", kind="date", required=True, default=None)
    date_status: str = _item(
        "Tình trạng ngày",
        "Chốt ngày rồi mới phát hành giấy mời chính thức",
        choices=(TENTATIVE, CONFIRMED),
    )
    start_time: dt.time | None = _item("Giờ bắt đầu", kind="time", required=True, default=None)
    end_time: dt.time | None = _item("Giờ kết thúc", kind="time", default=None)
    venue: str = _item("Địa điểm", required=True)
    chair: str = _item("Chủ trì", "Chức danh người chủ trì hội nghị", required=True)
    chairman_name: str = _item("Họ tên người chủ trì")
    issuer: str = _item("Cơ quan ban hành", "In đầu văn bản và trong lời mời", required=True)
    host: str = _item("Cơ quan tham mưu", "Cơ quan giúp việc tổ chức hội nghị")
    expected_delegates: float | None = _item(
        "Số đại biểu dự kiến", kind="number", required=True, default=None
    )
    quota_tolerance: float | None = _item(
        "Số lệch cho phép",
        "Tổng chỉ tiêu được lệch bao nhiêu đại biểu",
        kind="number",
        default=None,
    )
    question_deadline: dt.date | None = _item(
        "Hạn gửi câu hỏi",
        "Gửi TRƯỚC ngày này: muộn nhất là ngày liền trước",
        kind="date",
        required=True,
        default=None,
    )
    question_contact: str = _item(
        "Nơi nhận câu hỏi", "In trong phiếu câu hỏi; bỏ trống: theo đầu mối liên hệ"
    )
    answer_deadline: dt.date | None = _item(
        "Hạn trả lời",
        "Ngày cuối các cơ quan gửi trả lời; bỏ trống: theo Lịch ngược",
        kind="date",
        default=None,
    )
    invitation_date: dt.date | None = _item(
        "Ngày phát hành giấy mời",
        "Ít nhất 3 ngày làm việc trước hội nghị",
        kind="date",
        default=None,
    )
    intake_days: float | None = _days("tiếp nhận câu hỏi", "intake")
    assignment_days: float | None = _days("phân công trả lời", "assignment")
    answers_days: float | None = _days("các cơ quan trả lời", "answers")
    consolidation_days: float | None = _days("tổng hợp trả lời", "consolidation")
    notice_days: float | None = _days("giấy mời gửi trước hội nghị", "notice")
    rehearsal_days: float | None = _days("tổng duyệt", "rehearsal")
    purposes: str = _item("Mục đích", "In trong kế hoạch; mỗi ý một dòng (Alt+Enter)")
    requirements: str = _item("Yêu cầu", "In trong kế hoạch; mỗi ý một dòng (Alt+Enter)")
    contents: str = _item("Nội dung hội nghị", "In trong kế hoạch; mỗi ý một dòng (Alt+Enter)")
    funding: str = _item("Kinh phí")
    secretary: str = _item("Thư ký hội nghị", "Họ tên người ghi và ký biên bản")
    signing_agreement: str = _item("Văn kiện ký kết", "Tên thống nhất của văn kiện được ký")
    partner: str = _item("Bên ký kết", "Cơ quan cùng ký văn kiện với cơ quan ban hành")
    partner_authority: str = _item("Bên ký kết: quyền hạn ký", "Ví dụ: TM. BAN THƯỜNG VỤ")
    partner_title: str = _item("Bên ký kết: chức vụ người ký")
    partner_signer: str = _item("Bên ký kết: họ tên người ký")
    award_programme: str = _item("Chương trình khen thưởng", "Tên thống nhất của chương trình")
    contact: str = _item("Đầu mối liên hệ", "In trong giấy mời", required=True)
    delegate_notes: str = _item("Lưu ý đại biểu", "Mỗi ý cách nhau bằng dấu chấm phẩy")
    general_conclusions: str = _item(
        "Kết luận chung", "In đầu thông báo kết luận; mỗi ý cách nhau bằng dấu chấm phẩy"
    )
    basis_1: str = _item("Căn cứ 1")
    basis_2: str = _item("Căn cứ 2")
    basis_3: str = _item("Căn cứ 3")
    mail_server: str = _item(
        "Máy chủ gửi thư",
        "Tên máy chủ và cổng, ví dụ: mail.tinh.gov.vn:587; bỏ trống: chỉ làm thư nháp",
        personal=True,
    )
    mail_sender: str = _item("Thư gửi từ", "Địa chỉ thư điện tử của cơ quan", personal=True)
    overdue_copy: str = _item(
        "Đồng gửi khi quá hạn",
        "Địa chỉ của lãnh đạo văn phòng: nhận bản sao thư nhắc việc đã quá hạn",
        personal=True,
    )
    kept_until: dt.date | None = _item(
        "Hạn lưu dữ liệu cá nhân",
        "Sau hội nghị; từ ngày này bấm Xóa dữ liệu cá nhân thì họ tên, điện thoại, email được xóa",
        kind="date",
        default=None,
    )


def _column(item: Field[Any]) -> Column:
    facts = cast("dict[str, Any]", item.metadata)
    return Column(
        item.name,
        facts["label"],
        kind=facts["kind"],
        required=facts["required"],
        choices=facts["choices"],
        about=facts["about"],
        personal=facts["personal"],
    )


ITEMS: tuple[Column, ...] = tuple(_column(item) for item in fields(Conference))
"""The items as columns lying down: the same kinds, the same checks."""
