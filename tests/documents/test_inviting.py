"""From questions to people: loads, and who must still be invited."""

from __future__ import annotations

import pytest
from tables import judged, plan_of

from xl_dialogue.documents.inviting import (
    loads,
    proposed,
    told_of_loads,
    told_of_uninvited,
    uninvited,
    usual_group,
)
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan

DEPARTMENTS = """
    code  | name                | email            | block | aliases | valid_to
    SXD   | Sở Xây dựng         |                  | CACSO |         |
    STC   | Sở Tài chính        | stc@vidu.example | CACSO |         |
    BHXH  | Bảo hiểm xã hội     |                  |       | BHXH tỉnh |
    CACSO | Các sở              |                  |       |         |
    SCU   | Sở Cũ               |                  |       |         | 2021-01-01
"""
QUESTIONS = """
    code | content | lead  | coordinators | status     | duplicate_of
    CH1  | Nhà?    | SXD   | STC; BHXH    | Đã trả lời |
    CH2  | Nhà?    | SXD   | SXD; STC     |            |
    CH3  | Nhà?    | SXD   | STC          |            | CH2
    CH4  | Vay?    | STC   |              |            |
    CH5  | Nợ?     | BHXH  |              | Trả lại    |
    CH6  | Gì?     |       |              |            |
    CH7  | Gì?     | CACSO |              |            |
    CH8  | Gì?     | SCU   |              |            |
"""
DELEGATES = """
    code | honorific | full_name | unit                  | group | status
    D009 | Ông       | Lê Mẫu    | Phòng A, Sở Xây dựng  | DB08  | Mời
    D010 | Bà        | Vũ Mẫu    | Mỏ Vidu               | DB11  | Mời
"""


def plan(delegates: str = DELEGATES) -> Plan:
    tables = {"departments": DEPARTMENTS, "questions": QUESTIONS, "delegates": delegates}
    return plan_of({"date": "2022-05-24"}, **tables)


def test_each_question_counts_once_for_its_lead_and_for_whoever_helps() -> None:
    found = [(load.code, load.leads, load.coordinates, load.answered) for load in loads(plan())]
    assert found == [
        ("SXD", 2, 0, 1), ("STC", 1, 2, 0), ("CACSO", 1, 0, 0), ("SCU", 1, 0, 0), ("BHXH", 0, 1, 0),
    ]  # fmt: skip


def test_loads_are_told_with_whoever_is_alone() -> None:
    said = [each.say() for each in told_of_loads(plan())]
    assert said[0].startswith("5 câu hỏi")
    assert said[2] == "Sở Tài chính: chủ trì 1 (đã trả lời 0), phối hợp 2 · CHƯA MỜI AI"
    assert "CHƯA MỜI" not in said[1]


def test_a_lead_of_the_day_without_a_delegate_is_proposed_as_an_agency() -> None:
    rows: dict[str, object] = {each.column: each.new for each in proposed(plan())}
    assert rows == {
        "code": "D011",
        "honorific": "Cơ quan",
        "full_name": "Sở Tài chính",
        "group": "DB08",
        "email": "stc@vidu.example",
        "status": "Dự kiến",
    }
    assert {each.row for each in proposed(plan())} == {4}


PLANNED = DELEGATES + "    D011 | Cơ quan | Sở Tài chính | | DB08 | {status}"


def test_who_is_planned_is_not_proposed_again_but_still_minded() -> None:
    drawn = plan(PLANNED.format(status="Dự kiến"))
    assert uninvited(drawn) == []
    assert told_of_uninvited(drawn).say().count("1 cơ quan còn")
    assert (Rule.LEAD_NOT_INVITED, "questions", 5, "lead") in judged(drawn, Rule.LEAD_NOT_INVITED)


def test_who_is_planned_speaks_for_the_body_behind_the_comma_too() -> None:
    planned = DELEGATES + "    D011 | Ông | Vi Mẫu | Phòng B, Sở Tài chính | DB08 | Dự kiến"
    assert uninvited(plan(planned)) == []


@pytest.mark.parametrize(("status", "waiting"), [("Mời", []), ("Vắng", ["STC"])])
def test_whoever_is_invited_is_spoken_for_and_whoever_is_absent_is_not(
    status: str, waiting: list[str]
) -> None:
    assert uninvited(plan(PLANNED.format(status=status))) == waiting


def test_without_anybody_to_tell_the_group_is_left_to_a_person() -> None:
    assert usual_group(plan("code|full_name")) == ""
    assert "chọn tay" in told_of_uninvited(plan("code|full_name")).say()
