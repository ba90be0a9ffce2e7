"""Templates of questions on their way: call and form, reports, requests for answers."""

from __future__ import annotations

from xl_dialogue.office.word.docx import Cell, Xml, paragraph, row, table
from xl_dialogue.office.word.letterhead import (
    BODY,
    CELL,
    CENTRED_CELL,
    CLOSING,
    HEADING,
    LISTING,
    TABLE_LEAD,
    Column,
    addressed,
    annex_head,
    attachment,
    given,
    grouped_listing,
    letter,
    listing,
    official_letter,
)

_THREE_LINES = 17.0
"""Of writing by hand, in mm."""


def question_call() -> bytes:
    """The unions are asked to gather questions. Source: Decree 30, form 1.5."""
    return official_letter(
        "Công văn đề nghị tổng hợp câu hỏi",
        paragraph(
            BODY,
            "Thực hiện {{ plan_cited }} về việc tổ chức {{ conference }}, {{ issuer }} đề nghị "
            "các đơn vị tổng hợp câu hỏi, ý kiến, kiến nghị của đoàn viên, công nhân, viên chức, "
            "người lao động gửi tới Hội nghị như sau:",
        ),
        paragraph(
            BODY,
            "1. Nội dung: việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước "
            "đối với công nhân, viên chức, người lao động; việc làm, tiền lương, bảo hiểm, nhà ở, "
            "đời sống và những vấn đề khác cần chính quyền tỉnh giải quyết. Câu hỏi ngắn gọn, nêu "
            "rõ sự việc, nơi xảy ra và đề nghị cụ thể; mỗi câu hỏi một nội dung.",
        ),
        paragraph(
            BODY,
            "2. Hình thức: ghi theo mẫu Phiếu câu hỏi gửi kèm, bản giấy hoặc tệp Word (.docx). "
            "Người hỏi được đề nghị không nêu tên. Giữ nguyên lời người hỏi; những câu hỏi trùng "
            "nội dung vẫn gửi đủ phiếu.",
        ),
        paragraph(BODY, "3. Thời hạn: gửi trước {{ before }}, muộn nhất là hết {{ last_day }}."),
        paragraph(BODY, "4. Nơi nhận phiếu và đầu mối liên hệ: {{ sent_to.rstrip(' .') }}."),
        paragraph(CLOSING, "Đề nghị các đơn vị quan tâm, triển khai thực hiện đúng thời hạn./."),
    )


def question_form() -> bytes:
    """A form to be filled in by hand or in Word, one question a row."""
    return attachment(
        "Phiếu câu hỏi",
        _asker_table(),
        paragraph(
            TABLE_LEAD,
            "Mỗi câu hỏi, kiến nghị ghi một dòng. Lĩnh vực ghi ngắn gọn, ví dụ: tiền lương, bảo "
            "hiểm xã hội, nhà ở, nhà trẻ, điện nước, giao thông, an ninh trật tự.",
        ),
        _questions_table(),
        paragraph(
            BODY,
            "Gửi trước {{ before }} (muộn nhất là hết {{ last_day }}) về: "
            "{{ sent_to.rstrip(' .') }}.",
        ),
        paragraph(
            BODY,
            "Thông tin cá nhân trên phiếu chỉ dùng để xem xét, trả lời câu hỏi; người đánh dấu "
            "“Không nêu tên” không bị nêu tên trong mọi văn bản và tại Hội nghị.",
        ),
    )


def _asker_table() -> Xml:
    """Who asks: what is asked for on the left, room for it on the right."""
    labels = (
        "{{ header.asker }} (họ và tên)",
        "{{ header.title }}",
        "{{ header.unit }}",
        "{{ header.phone }}",
        "Không nêu tên (đánh dấu x)",
    )
    widths = (60.0, 105.0)
    return table(
        LISTING,
        widths,
        [
            row([Cell(widths[0], paragraph(CELL, label)), Cell(widths[1], paragraph(CELL))])
            for label in labels
        ],
    )


def _questions_table() -> Xml:
    """What is asked: numbered rows, high enough for a hand."""
    return listing(
        "number in numbers",
        (
            Column("STT", 12, "{{ number }}", CENTRED_CELL),
            Column("{{ header.topic }}", 33, ""),
            Column("{{ header.content }}", 85, ""),
            Column("Đã kiến nghị ở đâu, khi nào", 35, ""),
        ),
        height=_THREE_LINES,
    )


def petition_report() -> bytes:
    """What the unions received, for who assigns the answers. Source: Decree 30, form 1.4."""
    merged = "{{ ' (gộp ' + petition.merged + ')' if petition.merged else '' }}"
    code = "{{ petition.code }}" + merged
    return letter(
        "Báo cáo",
        addressed(),
        paragraph(
            BODY,
            "Thực hiện {{ plan_cited }}, {{ issuer }} báo cáo kết quả tiếp nhận, tổng hợp ý kiến, "
            "kiến nghị của đoàn viên, công nhân, viên chức, người lao động gửi {{ conference }} "
            "như sau:",
        ),
        paragraph(HEADING, "1. Kết quả tiếp nhận"),
        paragraph(
            BODY, "- Tổng số tiếp nhận: {{ received }} ý kiến, kiến nghị của {{ units }} đơn vị."
        ),
        paragraph(
            BODY,
            "- Trùng nội dung đã gộp: {{ merged }}; sau khi gộp còn {{ single }} ý kiến, "
            "kiến nghị.",
        ),
        given("by_authority", paragraph(BODY, "- Theo thẩm quyền giải quyết: {{ by_authority }}.")),
        given(
            "groups",
            paragraph(HEADING, "2. Nội dung kiến nghị và đề xuất đơn vị chủ trì trả lời"),
            paragraph(TABLE_LEAD, "Các ý kiến, kiến nghị xếp theo lĩnh vực:"),
            grouped_listing(
                "group in groups",
                "{{ group.name }}",
                "petition in group.petitions",
                (
                    Column("Mã", 20, code, CENTRED_CELL),
                    Column("Nội dung", 59, "{{ petition.content }}"),
                    Column("Số ý kiến", 13, "{{ petition.count }}", CENTRED_CELL),
                    Column("Đơn vị kiến\N{NO-BREAK SPACE}nghị", 25, "{{ petition.unit }}"),
                    Column("Đề xuất chủ\N{NO-BREAK SPACE}trì", 29, "{{ petition.lead }}"),
                    Column("Thẩm quyền", 19, "{{ petition.authority }}", CENTRED_CELL),
                ),
            ),
        ),
        paragraph(
            CLOSING,
            "Trên đây là báo cáo tổng hợp ý kiến, kiến nghị, {{ issuer }} trân trọng báo cáo./.",
        ),
    )


def answer_request() -> bytes:
    """One body is asked for answers, listed in an annex. Source: Decree 30, form 1.5, III.1."""
    heading = annex_head("DANH MỤC Ý KIẾN, KIẾN NGHỊ GIAO TRẢ LỜI", "Công văn")
    listed = listing(
        "petition in petitions",
        (
            Column("Mã", 18, "{{ petition.code }}", CENTRED_CELL),
            Column("Nội dung", 67, "{{ petition.content }}"),
            Column("Đơn vị kiến\N{NO-BREAK SPACE}nghị", 30, "{{ petition.unit }}"),
            Column("Đơn vị phối\N{NO-BREAK SPACE}hợp", 28, "{{ petition.coordinators }}"),
            Column("Thẩm quyền", 22, "{{ petition.authority }}", CENTRED_CELL),
        ),
    )
    return official_letter(
        "Công văn giao trả lời",
        paragraph(
            BODY,
            "Thực hiện {{ plan_cited }} về việc tổ chức {{ conference }}, {{ chair }} giao "
            "{{ department }} chủ trì trả lời {{ count }} ý kiến, kiến nghị của đoàn viên, công "
            "nhân, viên chức, người lao động (có Phụ lục kèm theo), cụ thể như sau:",
        ),
        paragraph(
            BODY,
            "- Trả lời từng ý kiến, kiến nghị theo mã: nêu căn cứ pháp luật, nội dung trả lời, "
            "giải pháp và thời hạn giải quyết. Nội dung thuộc thẩm quyền trung ương thì giải "
            "thích quy định hiện hành và đề xuất kiến nghị cấp có thẩm quyền.",
        ),
        given("coordinators", paragraph(BODY, "- Cơ quan phối hợp: {{ coordinators }}.")),
        paragraph(
            BODY,
            "- Gửi văn bản trả lời về {{ host or issuer }} chậm nhất {{ deadline }} để tổng hợp. "
            "Nội dung không thuộc chức năng, nhiệm vụ thì báo lại ngay để giao cơ quan khác.",
        ),
        paragraph(
            BODY,
            "- Cử lãnh đạo dự Hội nghị để trực tiếp trao đổi, trả lời: {{ time_line }}, tại "
            "{{ venue.rstrip(' .') }}.",
        ),
        paragraph(CLOSING, "Đề nghị {{ department }} khẩn trương triển khai thực hiện./."),
        annexes=(Xml(heading + listed),),
    )


def answer_report() -> bytes:
    """How far the answers have come, for the chair. Source: Decree 30, form 1.4."""
    return letter(
        "Báo cáo",
        addressed(),
        paragraph(
            BODY,
            "Thực hiện {{ plan_cited }}, {{ issuer }} báo cáo kết quả tổng hợp trả lời ý kiến, "
            "kiến nghị gửi {{ conference }} như sau:",
        ),
        paragraph(HEADING, "1. Tình hình trả lời"),
        paragraph(
            BODY,
            "- Tổng số ý kiến, kiến nghị sau khi gộp: {{ received }}; trong đó thuộc thẩm quyền "
            "trung ương: {{ central }}.",
        ),
        paragraph(
            BODY,
            "- Đã giao trả lời: {{ given }} (đã trả lời {{ answered }}, đang trả lời "
            "{{ answering }}, chưa trả lời {{ unanswered }}); chưa giao: {{ unassigned }}"
            "{{ '; trả lời sau thời hạn: ' + late if late != '0' else '' }}.",
        ),
        given(
            "leads",
            paragraph(TABLE_LEAD, "- Kết quả theo cơ quan chủ trì:"),
            listing(
                "lead in leads",
                (
                    Column("TT", 12, "{{ loop.index }}", CENTRED_CELL),
                    Column("Cơ quan chủ trì", 53, "{{ lead.name }}"),
                    Column("Được giao", 20, "{{ lead.given }}", CENTRED_CELL),
                    Column("Đã trả lời", 20, "{{ lead.answered }}", CENTRED_CELL),
                    Column("Trả lời chậm", 20, "{{ lead.late }}", CENTRED_CELL),
                    Column("Đang trả lời", 20, "{{ lead.answering }}", CENTRED_CELL),
                    Column("Chưa trả lời", 20, "{{ lead.unanswered }}", CENTRED_CELL),
                ),
            ),
        ),
        given(
            "answers",
            paragraph(HEADING, "2. Nội dung trả lời"),
            paragraph(TABLE_LEAD, "Các ý kiến, kiến nghị đã giao và nội dung trả lời:"),
            listing(
                "answer in answers",
                (
                    Column("Mã", 18, "{{ answer.code }}", CENTRED_CELL),
                    Column("Ý kiến, kiến nghị", 48, "{{ answer.content }}"),
                    Column("Cơ quan chủ\N{NO-BREAK SPACE}trì", 26, "{{ answer.lead }}"),
                    Column("Nội dung trả lời", 53, "{{ answer.answer }}"),
                    Column("Tình trạng", 20, "{{ answer.status }}", CENTRED_CELL),
                ),
            ),
        ),
        paragraph(
            CLOSING,
            "Trên đây là báo cáo tổng hợp trả lời ý kiến, kiến nghị, {{ issuer }} trân trọng báo "
            "cáo./.",
        ),
    )
