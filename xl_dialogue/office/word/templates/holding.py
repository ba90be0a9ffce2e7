"""Templates of programme, script and speeches."""

from __future__ import annotations

from xl_dialogue.office.word.docx import Xml, paragraph
from xl_dialogue.office.word.letterhead import (
    ATTACHED,
    BODY,
    CENTRED_CELL,
    CLOSING,
    HEADING,
    LEAD,
    TABLE_LEAD,
    TAIL,
    TITLE,
    Column,
    attachment,
    each,
    given,
    grouped_listing,
    letter,
    paper,
    subject,
)

_POINT = "- {{ point.rstrip(' .;') }}{{ '.' if loop.last else ';' }}"
_CUE = "{% if loop.first %}Lời dẫn: “{% endif %}{{ line }}{% if loop.last %}”{% endif %}"
_FALLBACK = "{% if loop.first %}Dự phòng: {% endif %}{{ line }}"
_GREET = each("greeting in greetings", paragraph(BODY, "Kính thưa {{ greeting }}!"))


def programme() -> bytes:
    """What is on when. Source: Decree 30, form 1.4."""
    return letter(
        "Chương trình",
        paragraph(BODY, "1. Thời gian: {{ hours }}."),
        paragraph(BODY, "2. Địa điểm: {{ venue }}."),
        paragraph(BODY, "3. Chủ trì: {{ chair }}."),
        given(
            "parts",
            paragraph(TABLE_LEAD, "4. Nội dung chương trình:"),
            grouped_listing(
                "part in parts",
                "{{ part.name }}",
                "entry in part.entries",
                (
                    Column("TT", 12, "{{ entry.number }}", CENTRED_CELL),
                    Column("Thời gian", 33, "{{ entry.time }}", CENTRED_CELL),
                    Column("Nội dung", 78, "{{ entry.content }}"),
                    Column("Thực hiện", 42, "{{ entry.performer }}"),
                ),
            ),
        ),
        paragraph(
            CLOSING,
            "{{ issuer }} thông báo chương trình Hội nghị để các cơ quan, đơn vị và đại biểu "
            "biết, thực hiện./.",
        ),
    )


def script() -> bytes:
    """What is said and done, item by item; goes with the programme."""
    entry = (
        paragraph(HEADING, "{{ entry.number }}. {{ entry.content }}"),
        given(
            "entry.time or entry.minutes",
            paragraph(
                LEAD,
                "Thời gian: {{ entry.time }}{% if entry.minutes %} ({{ entry.minutes }} phút)"
                "{% endif %}.",
            ),
        ),
        given("entry.performer", paragraph(BODY, "Thực hiện: {{ entry.performer }}.")),
        given("entry.speech", paragraph(BODY, "Nhiệm vụ chuẩn bị: {{ entry.speech }}.")),
        each("line in entry.cue", paragraph(BODY, _CUE)),
        each("line in entry.fallback", paragraph(BODY, _FALLBACK)),
    )
    return attachment(
        "Kịch bản điều hành",
        paragraph(BODY, "Thời gian: {{ hours }}."),
        paragraph(BODY, "Địa điểm: {{ venue }}."),
        paragraph(BODY, "Chủ trì: {{ chair }}."),
        given("greetings", paragraph(HEADING, "GIỚI THIỆU ĐẠI BIỂU, THEO THỨ TỰ"), _GREET),
        each(
            "part in parts",
            paragraph(HEADING, "{{ part.name }}"),
            each("entry in part.entries", *entry),
        ),
        given(
            "leads",
            paragraph(HEADING, "CÂU HỎI, KIẾN NGHỊ ĐƯỢC GỌI, THEO CƠ QUAN TRẢ LỜI"),
            paragraph(TAIL),
            grouped_listing(
                "lead in leads",
                "{{ lead.name }} ({{ lead.size }})",
                "question in lead.questions",
                (
                    Column("Mã", 20, "{{ question.code }}", CENTRED_CELL),
                    Column("Người hỏi, đơn vị", 48, "{{ question.asker }}"),
                    Column("Nội dung", 97, "{{ question.content }}"),
                ),
            ),
        ),
        paragraph(TAIL),
    )


def opening_speech() -> bytes:
    """A draft, complete without anything to be filled in."""
    return _speech(
        "Phát biểu khai mạc",
        paragraph(
            BODY,
            "Hôm nay, {{ day|lower }}, tại {{ venue }}, {{ issuer }} tổ chức {{ conference }}. "
            "Thay mặt {{ issuer }}, tôi nhiệt liệt chào mừng và trân trọng cảm ơn các vị đại "
            "biểu, các đồng chí đã về dự Hội nghị.",
        ),
        given(
            "purposes",
            paragraph(LEAD, "Hội nghị được tổ chức nhằm:"),
            each("point in purposes", paragraph(BODY, _POINT)),
        ),
        given(
            "received",
            paragraph(
                BODY,
                "Chuẩn bị cho Hội nghị, chúng ta đã tiếp nhận {{ received }} ý kiến, kiến nghị của "
                "đoàn viên, công nhân, viên chức, người lao động{% if assigned %}; {{ assigned }} "
                "ý kiến đã được giao cho {{ leads }} cơ quan, đơn vị chuẩn bị trả lời"
                "{% endif %}.",
            ),
        ),
        given(
            "contents",
            paragraph(LEAD, "Hội nghị hôm nay có các nội dung chính sau:"),
            each("point in contents", paragraph(BODY, _POINT)),
        ),
        paragraph(
            BODY,
            "Tôi đề nghị các đại biểu nêu ý kiến thẳng thắn, ngắn gọn, đúng tâm tư, nguyện vọng "
            "của người lao động; các cơ quan được hỏi trả lời rõ ràng, đúng trọng tâm, nêu rõ "
            "hướng giải quyết và thời hạn.",
        ),
        paragraph(BODY, "Với tinh thần đó, tôi xin tuyên bố khai mạc {{ conference }}."),
        paragraph(
            BODY,
            "Kính chúc các vị đại biểu, các đồng chí sức khỏe, hạnh phúc. Chúc Hội nghị thành "
            "công tốt đẹp. Xin trân trọng cảm ơn!",
        ),
    )


def closing_speech() -> bytes:
    """A draft, complete without anything to be filled in."""
    return _speech(
        "Phát biểu bế mạc",
        paragraph(
            BODY,
            "Sau thời gian làm việc khẩn trương, thẳng thắn và trách nhiệm, {{ conference }} đã "
            "hoàn thành chương trình đề ra.",
        ),
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
            "general_conclusions",
            paragraph(LEAD, "Qua đối thoại, tôi nhấn mạnh một số nội dung sau:"),
            each("point in general_conclusions", paragraph(BODY, _POINT)),
        ),
        given(
            "concluded",
            paragraph(
                BODY,
                "Tôi đã kết luận {{ concluded }} nội dung, giao {{ leads }} cơ quan, đơn vị chủ "
                "trì thực hiện, mỗi nội dung có thời hạn cụ thể. Đề nghị các cơ quan, đơn vị "
                "thực hiện đúng hạn{% if host %}; {{ host }} theo dõi, đôn đốc và báo cáo kết "
                "quả{% endif %}.",
            ),
        ),
        given(
            "received > answered",
            paragraph(
                BODY,
                "Những ý kiến chưa được trả lời tại Hội nghị sẽ được chuyển đến cơ quan có thẩm "
                "quyền để xem xét, trả lời người kiến nghị.",
            ),
        ),
        paragraph(
            BODY,
            "Thay mặt {{ issuer }}, tôi trân trọng cảm ơn các vị đại biểu, các đồng chí đã tham "
            "dự và đóng góp vào thành công của Hội nghị.",
        ),
        paragraph(
            BODY,
            "Kính chúc các vị đại biểu, các đồng chí sức khỏe, hạnh phúc. Tôi xin tuyên bố bế mạc "
            "Hội nghị. Xin trân trọng cảm ơn!",
        ),
    )


def _speech(kind: str, *body: Xml) -> bytes:
    return paper(
        kind,
        paragraph(TITLE, kind.upper()),
        subject(),
        paragraph(ATTACHED, "(Dự thảo bài phát biểu của {{ speaker }})"),
        _GREET,
        paragraph(BODY, "Kính thưa các vị đại biểu, các đồng chí!"),
        *body,
    )
