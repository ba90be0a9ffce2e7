from __future__ import annotations

from typing import Any, cast

import pytest
from tables import plan_of

from xl_dialogue.documents.drafts import Draft, drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Finding, Rule

CONFERENCE: dict[str, object] = {item.name: item.header for item in ITEMS if item.required} | {
    "name": "Hội nghị đối thoại năm 2022",
    "date": "2022-05-24",
    "start_time": "07:30",
    "expected_delegates": 3.0,
    "question_deadline": "2022-05-19",
}
ISSUING = """
    kind                 | symbol  | authority    | title | signer      | date       | first_number
    Giấy mời             | GM-UBND | TL. CHỦ TỊCH | CVP   | Hà Văn Mẫu  |            |
    Giấy mời bổ sung     | GM-UBND | TL. CHỦ TỊCH | CVP   | Hà Văn Mẫu  |            |
    Chương trình         | CTr-UBND| TL. CHỦ TỊCH | CVP   | Hà Văn Mẫu  |            |
    Thông báo kết luận   | TB-UBND | TL. CHỦ TỊCH | CVP   | Hà Văn Mẫu  |            |
    Biên bản             | BB-UBND |              | CVP   | Hà Văn Mẫu  |            |
    Công văn giao trả lời| UBND-TH | TL. CHỦ TỊCH | CVP   | Hà Văn Mẫu  |            |
"""
AGENDA = """
    number | content   | start | minutes
    #1     | Khai mạc  | 07:30 | #10
    #2     | Đối thoại | 07:40 | #{minutes}
"""
QUESTIONS = """
    code | content | lead | status       | answer | conclusion | due
    CH1  | Nhà?    | SXD  | Đã trả lời   | Có     | Giao SXD   | 2022-06-30
    CH2  | Học?    | SXD  | Đang trả lời | Có     | Giao SXD   | 2022-06-30
    CH3  | Vay?    |      | Đã trả lời   | Có     | Giao ai    |
"""
LISTS = {
    "departments": "code|name\nSXD|Sở Xây dựng",
    "recipients": "number|name\n#1|Lưu: VT.",
    "delegates": "code|full_name|group\nD1|Nông Mẫu|DB1",
    "groups": "code|name\nDB1|Lãnh đạo",
}


def printed(kind: str, *, final: bool = False, **tables: str) -> tuple[list[Draft], list[Finding]]:
    sheets = {"issuing": ISSUING, "questions": QUESTIONS, **LISTS} | tables
    return drafts(plan_of(CONFERENCE, **sheets), KINDS[kind], final=final)


def told(findings: list[Finding]) -> list[tuple[Rule, int | None]]:
    return [(finding.rule, finding.row) for finding in findings]


def with_agenda(*, final: bool) -> tuple[list[Draft], list[Finding]]:
    bad = AGENDA.replace("#{minutes}", "năm")
    return printed("programme", final=final, agenda=bad)


def test_a_draft_that_lacks_a_row_says_which() -> None:
    ready, findings = with_agenda(final=False)
    assert len(ready) == 1
    assert told(findings) == [(Rule.NOT_A_NUMBER, 3), (Rule.LEFT_OUT, 3)]
    assert "“Chương trình” thiếu 1 dòng" in findings[1].say()
    assert "(dòng 3)" in findings[1].say()


def test_a_document_that_lacks_a_row_gets_no_number() -> None:
    ready, findings = with_agenda(final=True)
    assert (ready, told(findings)) == ([], [(Rule.NOT_A_NUMBER, 3), (Rule.HELD_BACK, 3)])


@pytest.mark.parametrize("kind", ["conclusion_notice", "follow_up"])
def test_conclusions_without_status_lead_or_day_are_missed(kind: str) -> None:
    ready, findings = printed(kind)
    assert [item["conclusion"] for draft in ready for item in _items(draft)] == ["Giao SXD"]
    assert told(findings) == [
        (Rule.CONCLUSION_NOT_ANSWERED, 3),
        (Rule.CONCLUSION_INCOMPLETE, 4),
        (Rule.LEFT_OUT, 3),
    ]


def _items(draft: Draft) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], draft.context["items"])


def test_a_notice_that_lacks_conclusions_gets_no_number_and_a_whole_one_does() -> None:
    assert printed("conclusion_notice", final=True)[0] == []
    whole = "\n".join(QUESTIONS.strip().splitlines()[:2])
    assert len(printed("conclusion_notice", final=True, questions=whole)[0]) == 1


def test_the_minutes_miss_a_conclusion_whose_answer_is_not_marked() -> None:
    assert (Rule.CONCLUSION_NOT_ANSWERED, 3) in told(printed("minutes")[1])


def test_a_letter_that_lacks_one_of_its_questions_gets_no_number_the_others_do() -> None:
    questions = """
        code | content | lead | authority
        CH1  | Nhà?    | SXD  | Tỉnh
        CH2  | #7      | SXD  | Tỉnh
        CH3  | Vay?    | STC  | Tỉnh
    """
    both = "code|name\nSXD|Sở Xây dựng\nSTC|Sở Tài chính"
    ready, findings = printed("answer_request", final=True, questions=questions, departments=both)
    assert [draft.code for draft in ready] == ["STC"]
    assert told(findings) == [(Rule.NOT_WORDS, 3), (Rule.HELD_BACK, 3)]


@pytest.mark.parametrize("kind", ["answer_request", "supplementary_invitation"])
def test_a_dissolved_body_is_not_written_to_and_told(kind: str) -> None:
    ready, findings = printed(
        kind,
        questions="code|content|lead|authority\nCH1|Nhà?|SLD|Tỉnh",
        departments="code|name|valid_to\nSLD|Sở cũ|2021-12-31",
    )
    assert (ready, told(findings)) == ([], [(Rule.BODY_NOT_IN_FORCE, 2)])


def issuing(**cells: str) -> str:
    said = {"kind": "Giấy mời", "symbol": "GM-UBND", "title": "CVP", "signer": "Hà Mẫu"} | cells
    return "|".join(said) + "\n" + "|".join(said.values())


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"date": "sáng 20/5"}, Rule.NOT_A_DATE),
        ({"symbol": "/GM-UBND"}, Rule.SYMBOL_FORM),
        ({"first_number": "bốn lăm"}, Rule.NOT_A_NUMBER),
        ({"first_number": "#1.5"}, Rule.FIRST_NUMBER),
        ({"authority": "TL CHỦ TỊCH"}, Rule.AUTHORITY_FORM),
        ({"signer": "TS. Hà Mẫu"}, Rule.SIGNER_TITLED),
        ({"signer": ""}, Rule.ISSUING_BLANK),
    ],
)
def test_a_kind_of_which_the_sheet_says_something_wrong_is_not_printed(
    cells: dict[str, str], rule: Rule
) -> None:
    ready, findings = printed("invitation", issuing=issuing(**cells))
    assert (ready, told(findings)) == ([], [(rule, 2)])


def test_what_is_wrong_with_one_kind_keeps_no_other_from_being_printed() -> None:
    assert printed("attendance", issuing=issuing(signer=""))[0]


def test_an_official_document_without_anybody_to_go_to_is_a_draft() -> None:
    ready, findings = printed("invitation", recipients="number")
    assert (len(ready), told(findings)) == (1, [(Rule.NO_RECIPIENTS, None)])
    assert printed("invitation", recipients="number", final=True)[0] == []


@pytest.mark.parametrize("final", [False, True])
def test_nobody_is_missed_who_would_get_what_there_is_not(final: bool) -> None:
    nothing = {"recipients": "number", "agenda": "number|content"}
    assert printed("invitation", final=final, delegates="code|full_name", **nothing) == ([], [])


def test_a_ditto_is_not_printed_as_a_title() -> None:
    ready, findings = printed(
        "invitation",
        delegates="code|full_name|group|title\nD1|Nông Mẫu|DB1|Giám đốc\nD2|Hà Mẫu|DB1|nt",
    )
    assert [draft.code for draft in ready] == ["D1"]
    assert told(findings) == [(Rule.DITTO, 3)]
    assert findings[0].fix == "Giám đốc"


def test_nobody_is_invited_whose_name_has_been_forgotten() -> None:
    people = "code|full_name|group\nD1|Nông Mẫu|DB1\nD2|(đã xóa)|DB1"
    ready, findings = printed("invitation", delegates=people)
    assert [draft.code for draft in ready] == ["D1"]
    assert (Rule.NAME_FORGOTTEN, 3) in told(findings)
