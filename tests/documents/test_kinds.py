from __future__ import annotations

from typing import Any

import pytest
from tables import plan_of

from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Rule

CONFERENCE: dict[str, object] = {item.name: item.header for item in ITEMS if item.required} | {
    "name": "Hội nghị đối thoại năm 2022",
    "date": "2022-05-24",
    "start_time": "07:30",
    "expected_delegates": 2.0,
    "question_deadline": "2022-05-19",
    "invitation_date": "2022-05-19",
    "issuer": "Ủy ban nhân dân tỉnh Cao Bằng",
    "delegate_notes": "Mang giấy mời; Đến sớm",
}
ISSUING = """
    kind               | symbol  | authority    | title           | signer
    Giấy mời           | GM-UBND | TL. CHỦ TỊCH | CHÁNH VĂN PHÒNG | Nông Ký Mẫu
    Thông báo kết luận | TB-UBND | TL. CHỦ TỊCH | CHÁNH VĂN PHÒNG | Nông Ký Mẫu
"""
GROUPS = """
    code | name    | honorific | role            | request
    DB01 | Lãnh đạo| Đồng chí  | dự và phát biểu tại |
    DB12 | Báo chí | Ông/Bà    | dự và đưa tin   | Mang thẻ
"""


def letters(delegates: str) -> list[dict[str, Any]]:
    plan = plan_of(CONFERENCE, issuing=ISSUING, groups=GROUPS, delegates=delegates)
    return [dict(draft.context) for draft in drafts(plan, KINDS["invitation"])[0]]


@pytest.mark.parametrize(
    ("honorific", "sex", "group", "called"),
    [
        ("", "Nam", "DB01", "Đồng chí"),
        ("", "Nam", "DB12", "Ông"),
        ("", "Nữ", "DB12", "Bà"),
        ("", "", "DB12", "Ông/Bà"),
        ("Bà", "", "DB01", "Bà"),
    ],
)
def test_a_delegate_is_called_as_the_row_the_group_or_the_sex_says(
    honorific: str, sex: str, group: str, called: str
) -> None:
    [letter] = letters(
        f"code|full_name|honorific|sex|group|title|unit\nD1|Nông Mẫu|{honorific}|{sex}|{group}|Phó phòng|Mỏ sắt"
    )
    assert letter["invitee"] == f"{called} Nông Mẫu, Phó phòng, Mỏ sắt"


def test_the_group_words_the_invitation() -> None:
    [letter] = letters("code|full_name|group\nD1|Nông Mẫu|DB12")
    assert letter["role"] == "dự và đưa tin"
    assert letter["requests"] == ["Mang thẻ", "Mang giấy mời", "Đến sớm"]
    assert letter["invitee"] == "Ông/Bà Nông Mẫu"


def test_a_draft_leaves_number_and_day_to_the_pen() -> None:
    [letter] = letters("code|full_name|group\nD1|Nông Mẫu|DB01")
    assert letter["number"] == ""
    assert letter["date_line"].split() == ["ngày", "tháng", "5", "năm", "2022"]
    assert letter["issuer_lines"] == ["ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"]
    assert letter["time_line"] == "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022"


def test_the_absent_get_no_letter_and_the_nameless_a_finding() -> None:
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        groups=GROUPS,
        delegates="""
            code | full_name | group | status
            D1   | Nông A    | DB01  | Vắng
            D2   |           | DB01  | Mời
            D3   | Nông C    | DB01  | Xác nhận
    """,
    )
    ready, refused = drafts(plan, KINDS["invitation"])
    assert [draft.row for draft in ready] == [4]
    assert [(finding.rule, finding.row) for finding in refused] == [(Rule.REQUIRED, 3)]


def test_only_finished_conclusions_are_announced() -> None:
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        departments="code|name\nSXD|Sở Xây dựng\nSTC|Sở Tài chính",
        questions="""
            code | content | status     | lead | coordinators | conclusion | due        | product
            CH01 | Nhà ở?  | Đã trả lời | SXD  | STC          | Giao SXD   | 2022-06-05 | Báo cáo
            CH02 | Nhà ở?  | Đã giao    | SXD  |              | Giao SXD   | 2022-06-05 |
            CH03 | Nhà ở?  | Đã trả lời | SXD  |              | Giao SXD   |            |
    """,
    )
    [notice], _ = drafts(plan, KINDS["conclusion_notice"])
    assert notice.context["items"] == [
        {
            "number": "1",
            "conclusion": "Giao SXD",
            "lead": "Sở Xây dựng",
            "coordinators": "Sở Tài chính",
            "deadline": "05/6/2022",
            "product": "Báo cáo",
        }
    ]
    assert (notice.context["received"], notice.context["answered"]) == ("3", "2")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("group", "DB99"), ("group", ""), ("honorific", "Mr"), ("full_name", "Ông Nông Mẫu"),
        ("full_name", "NguyÔn V¨n ¸nh TuÊn"), ("title", "2022-05-01"), ("title", "#12345"),
        ("unit", "#REF!"), ("sex", "x"),
    ],
)  # fmt: skip
def test_a_letter_that_would_come_out_wrong_is_refused_with_its_cell(
    column: str, value: str
) -> None:
    record = {"code": "D1", "full_name": "Nông Mẫu", "group": "DB01"} | {column: value}
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        groups=GROUPS,
        delegates="|".join(record) + "\n" + "|".join(record.values()),
    )
    ready, refused = drafts(plan, KINDS["invitation"])
    assert ready == []
    assert {(finding.row, finding.column) for finding in refused} == {(2, column)}


def test_a_conclusion_with_two_leads_is_not_announced_but_pointed_at() -> None:
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        departments="code|name\nSXD|Sở Xây dựng\nSTC|Sở Tài chính",
        questions="""
            code | content | status     | lead     | conclusion | due
            CH01 | Nhà ở?  | Đã trả lời | SXD; STC | Giao SXD   | 2022-06-05
            CH02 | Nhà ở?  | Đã trả lời | SXD      | Giao SXD   | 2022-06-05
    """,
    )
    [notice], refused = drafts(plan, KINDS["conclusion_notice"])
    items: Any = notice.context["items"]
    assert [item["lead"] for item in items] == ["Sở Xây dựng"]
    assert {(finding.rule, finding.row) for finding in refused} >= {(Rule.SEVERAL, 2)}
