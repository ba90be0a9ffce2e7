"""The template of the plan."""

from __future__ import annotations

from xl_dialogue.office.word.docx import Xml, paragraph
from xl_dialogue.office.word.letterhead import (
    BODY,
    CLOSING,
    GROUND,
    HEADING,
    LEAD,
    each,
    given,
    letter,
)


def plan() -> bytes:
    """Purpose, time and guests, contents, funds, who does what. Source: Decree 30, form 1.4."""
    mark = "{{ '.' if loop.last else ';' }}"
    return letter(
        "Kế hoạch",
        each("ground in grounds", paragraph(GROUND, f"{{{{ ground.rstrip(' .;') }}}}{mark}")),
        paragraph(LEAD, "{{ issuer }} ban hành Kế hoạch tổ chức {{ conference }}, cụ thể như sau:"),
        *_aims(),
        *_setting(),
        given(
            "contents",
            paragraph(HEADING, "{{ numeral.contents }}. NỘI DUNG HỘI NGHỊ"),
            each(
                "content in contents",
                paragraph(BODY, "{{ loop.index }}. {{ content.rstrip(' .;') }}."),
            ),
            given(
                "has_programme",
                paragraph(BODY, "(Có dự kiến Chương trình cụ thể kèm theo Kế hoạch)"),
            ),
        ),
        given(
            "funding",
            paragraph(HEADING, "{{ numeral.funding }}. KINH PHÍ"),
            each("source in funding", paragraph(BODY, "{{ source.rstrip(' .;') }}.")),
        ),
        given(
            "assignments",
            paragraph(HEADING, "{{ numeral.tasks }}. TỔ CHỨC THỰC HIỆN"),
            each(
                "assignment in assignments",
                paragraph(HEADING, "{{ loop.index }}. {{ assignment.bodies }}"),
                each("task in assignment.tasks", paragraph(BODY, "- {{ task }}.")),
            ),
        ),
        paragraph(
            CLOSING,
            "Trên đây là Kế hoạch tổ chức {{ conference }}. Yêu cầu các cơ quan, đơn vị căn cứ "
            "nội dung Kế hoạch triển khai thực hiện./.",
        ),
    )


def _aims() -> tuple[Xml, ...]:
    """Why the conference is held, and what is asked of it."""
    purpose = paragraph(BODY, "- {{ purpose.rstrip(' .;') }}.")
    requirement = paragraph(BODY, "- {{ requirement.rstrip(' .;') }}.")
    return (
        given(
            "purposes or requirements",
            paragraph(HEADING, "{{ numeral.aims }}. MỤC ĐÍCH, YÊU CẦU"),
        ),
        given(
            "purposes",
            paragraph(HEADING, "1. Mục đích"),
            each("purpose in purposes", purpose),
        ),
        given(
            "requirements",
            paragraph(HEADING, "{{ 2 if purposes else 1 }}. Yêu cầu"),
            each("requirement in requirements", requirement),
        ),
    )


def _setting() -> tuple[Xml, ...]:
    """When, where, who."""
    mark = "{{ '.' if loop.last else ';' }}"
    return (
        paragraph(HEADING, "{{ numeral.setting }}. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        paragraph(BODY, "1. Thời gian: {{ tentative_day or time_line }}."),
        paragraph(BODY, "2. Địa điểm: {{ venue.rstrip(' .') }}."),
        paragraph(LEAD, "3. Thành phần:"),
        paragraph(BODY, "3.1. Chủ trì Hội nghị: {{ chair }}."),
        paragraph(LEAD, "3.2. Thành phần đại biểu mời: (dự kiến {{ expected }} đại biểu)"),
        each("guest in guests", paragraph(BODY, f"- {{{{ guest.rstrip(' .;') }}}}{mark}")),
    )
