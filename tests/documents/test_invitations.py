"""Invitations: persons, agencies, and the agencies that must answer and were forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from tables import found, plan_of
from test_kinds import CONFERENCE, GROUPS
from test_kinds import ISSUING as SIGNED

from xl_dialogue.documents.drafts import Draft, drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan import bodies
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan

ISSUING = (
    f"{SIGNED.rstrip()}\n    Giấy mời bổ sung | GM-UBND | TL. CHỦ TỊCH | CHÁNH VĂN PHÒNG | Nông Ký"
)
DEPARTMENTS = """
    code | name         | valid_to   | block
    SXD  | Sở Xây dựng  |            | CAC
    STC  | Sở Tài chính |            | CAC
    SCU  | Sở Cũ        | 2022-05-01 | CAC
    CAC  | Các sở       |            |
"""


def invited_plan(questions: str = "code|lead", delegates: str = "code|full_name") -> Plan:
    tables = {"questions": questions, "delegates": delegates}
    return plan_of(CONFERENCE, issuing=ISSUING, groups=GROUPS, departments=DEPARTMENTS, **tables)


def supplementary(plan: Plan) -> list[Draft]:
    return drafts(plan, KINDS["supplementary_invitation"])[0]


def said(draft: Draft) -> dict[str, Any]:
    return dict(draft.context)


@pytest.mark.parametrize("honorific", ["Cơ quan", ""])
def test_an_agency_is_invited_by_its_name_alone(honorific: str) -> None:
    group = "" if honorific else "Cơ quan"
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        groups=f"code|name|honorific\nDB01|Sở|{group}",
        delegates=f"code|full_name|honorific|title|unit|group\nD1|Sở Tài chính|{honorific}|Sở|UBND|DB01",
    )
    [letter], refused = drafts(plan, KINDS["invitation"])
    assert letter.context["invitee"] == "Sở Tài chính"
    assert refused == []


@pytest.mark.parametrize(
    "agency",
    ["Sở Tài chính", "Công an tỉnh", "Báo Cao Bằng", "Cục Thuế tỉnh", "UBND huyện Hà Quảng"],
)
def test_the_name_of_an_agency_is_no_faulty_name_of_a_person(agency: str) -> None:
    delegates = f"code|full_name|honorific|group\nD1|{agency}|Cơ quan|DB01"
    assert found(plan_of(groups=GROUPS, delegates=delegates)) == []


def test_an_agency_that_is_invited_by_its_name_is_represented() -> None:
    delegates = "code|full_name|honorific|group\nD1|Sở Tài chính|Cơ quan|DB01"
    assert bodies.represented(invited_plan(delegates=delegates)) == {"STC"}


def test_a_lead_from_which_nobody_is_invited_is_asked_to_answer_its_questions() -> None:
    plan = invited_plan(
        questions="""
            code | content | lead | duplicate_of | status
            CH1  | Nhà ở?  | SXD  |              |
            CH2  | Thuế?   | STC  |              |
            CH3  | Đường?  | SXD  |              | Đã giao
            CH4  | Nhà ở?  | SXD  | CH1          |
            CH5  | Điện?   | SXD  |              | Trả lại
        """,
        delegates="code|full_name|unit|group|status\nD1|Nông A|Sở Tài chính|DB01|Mời",
    )
    [letter] = supplementary(plan)
    assert (letter.code, letter.recipient) == ("SXD", "Sở Xây dựng")
    assert said(letter)["invitee"] == "Sở Xây dựng"
    assert (said(letter)["count"], said(letter)["codes"]) == ("02", "CH1, CH3")
    assert said(letter)["requests"] == ["Mang giấy mời", "Đến sớm"]


def test_a_lead_whose_delegate_cannot_come_is_asked_again() -> None:
    plan = invited_plan(
        questions="code|content|lead\nCH1|Thuế?|STC",
        delegates="code|full_name|unit|group|status\nD1|Nông A|Sở Tài chính|DB01|Vắng",
    )
    assert [letter.code for letter in supplementary(plan)] == ["STC"]


@pytest.mark.parametrize("lead", ["", "SCU", "CAC"])
def test_no_letter_goes_to_nobody_to_an_abolished_agency_or_to_a_block(lead: str) -> None:
    assert supplementary(invited_plan(questions=f"code|content|lead\nCH1|Thuế?|{lead}")) == []


def test_a_question_whose_code_is_missing_is_left_out_and_pointed_at() -> None:
    plan = invited_plan(questions="code|content|lead\nCH1|Thuế?|STC\n|Phí?|STC")
    [letter], refused = drafts(plan, KINDS["supplementary_invitation"])
    assert said(letter)["codes"] == "CH1"
    assert [(finding.rule, finding.row) for finding in refused] == [
        (Rule.REQUIRED, 3),
        (Rule.LEFT_OUT, 3),
    ]
