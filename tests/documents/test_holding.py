"""Programme, script, speeches: what the agenda and the groups make of them."""

from __future__ import annotations

from typing import Any

import pytest
from tables import plan_of
from test_kinds import CONFERENCE

from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.holding import greetings, spans
from xl_dialogue.documents.kinds import KINDS

ISSUING = """
    kind               | symbol   | title           | signer
    Chương trình       | CTr-UBND | CHÁNH VĂN PHÒNG | Nông Ký Mẫu
    Phát biểu bế mạc   |          | Phó Chủ tịch    | Bế Thị Nói
"""
AGENDA = """
    number | part           | content    | performer    | bodies   | start | minutes
    #1     | I. GẶP GỠ      | Khai mạc   | Chủ tịch     |          | 07:30 | #10
    #2     |                | Đối thoại  |              | SXD; STC |       | #105
    #3     | II. KÝ KẾT     | Ký kết     | Hai cơ quan  |          |       |
    #4     |                | Kết thúc   | Văn phòng    |          |       | #5
"""
DEPARTMENTS = "code|name\nSXD|Sở Xây dựng\nSTC|Sở Tài chính"
GROUPS = """
    code | name    | rank | greeting
    DB12 | Báo chí | #12  | các nhà báo!
    DB01 | Tỉnh ủy | #1   | các đồng chí
    DB02 | HĐND    | #2   | các đồng chí
    DB03 | Sở      | #3   |
"""
DELEGATES = "code|full_name|group\nD1|Nông A|DB12\nD2|Bế B|DB01\nD3|Lục C|DB02"
SHEETS = {
    "issuing": ISSUING,
    "departments": DEPARTMENTS,
    "agenda": AGENDA,
    "groups": GROUPS,
    "delegates": DELEGATES,
}


def printed(kind: str, conference: dict[str, object] | None = None, **tables: str) -> Any:
    plan = plan_of(
        CONFERENCE | (conference or {}),
        **{**SHEETS, **tables},
    )
    [draft], _ = drafts(plan, KINDS[kind])
    return dict(draft.context)


def test_an_item_belongs_to_the_part_above_and_follows_the_item_before() -> None:
    parts = printed("programme")["parts"]
    said = [
        (part["name"], [(entry["number"], entry["time"]) for entry in part["entries"]])
        for part in parts
    ]
    dash = "\N{NO-BREAK SPACE}- "
    assert said == [
        ("I. GẶP GỠ", [("1", f"07:30{dash}07:40"), ("2", f"07:40{dash}09:25")]),
        ("II. KÝ KẾT", [("3", "09:25"), ("4", "")]),
    ]


def test_who_performs_is_told_by_the_bodies_where_nobody_is_named() -> None:
    first, second = printed("programme")["parts"][0]["entries"]
    assert first["performer"] == "Chủ tịch"
    assert second["performer"] == "Sở Xây dựng, Sở Tài chính"


def test_an_agenda_without_parts_stands_under_one_heading() -> None:
    [part] = printed("programme", agenda="number|content\n#1|Khai mạc\n#2|Kết thúc")["parts"]
    assert [entry["content"] for entry in part["entries"]] == ["Khai mạc", "Kết thúc"]


def test_an_item_that_runs_past_midnight_is_told_by_the_clock() -> None:
    plan = plan_of(agenda="number|content|start|minutes\n#1|Văn nghệ|23:30|#45")
    assert [str(span) for span in spans(plan.agenda, None)] == ["23:30\N{NO-BREAK SPACE}- 00:15"]


@pytest.mark.parametrize(
    ("ends", "hours"),
    [
        ("11:30", "từ 07 giờ 30 phút đến 11 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022"),
        ("", "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022"),
    ],
)
def test_the_programme_says_from_when_to_when(ends: str, hours: str) -> None:
    assert printed("programme", {"end_time": ends})["hours"] == hours


def test_the_script_calls_each_question_once_under_who_answers_it() -> None:
    said = printed(
        "script",
        questions="""
            code | asker  | unit   | content   | lead | duplicate_of | status
            CH1  | Nông A | Mỏ sắt | Lương?    |      |              |
            CH2  | Bế B   | May 1  | Nhà ở?    | SXD  |              |
            CH3  | Lục C  | May 2  | Nhà ở?    | SXD  | CH2          |
            CH4  | Hà D   |        | Thuế?     | STC  |              | Trả lại
            CH5  |        | May 3  | Đường?    | SXD  |              |
        """,
    )
    called = [
        (lead["name"], [(question["code"], question["asker"]) for question in lead["questions"]])
        for lead in said["leads"]
    ]
    assert called == [
        ("Sở Xây dựng", [("CH2", "Bế B, May 1"), ("CH5", "May 3")]),
        ("Chưa phân công cơ quan trả lời", [("CH1", "Nông A, Mỏ sắt")]),
    ]


def test_the_script_has_the_words_the_way_out_and_who_prepares_the_speech() -> None:
    script = printed(
        "script",
        tasks="code|content|lead\nNV1|Bài khai mạc|STC",
        agenda="""
            number | content  | speech_task | cue               | fallback
            #1     | Khai mạc | NV1         | Kính mời\\nXin mời | Mời người khác
            #2     | Kết thúc |             |                   |
        """,
    )
    first, last = script["parts"][0]["entries"]
    assert first["speech"] == "Bài khai mạc (Sở Tài chính)"
    assert first["cue"] == ["Kính mời", "Xin mời"]
    assert first["fallback"] == ["Mời người khác"]
    assert (last["speech"], last["cue"], last["fallback"]) == ("", [], [])


def test_a_speech_greets_in_order_of_rank_those_who_come_each_once() -> None:
    speech = printed("opening_speech")
    assert speech["greetings"] == ["các đồng chí", "các nhà báo"]


def test_a_group_without_words_is_greeted_by_its_name() -> None:
    assert list(greetings(plan_of(groups="code|name\nDB03|Lãnh đạo các sở").groups)) == [
        "Lãnh đạo các sở"
    ]


def test_the_opening_counts_what_came_in_and_who_is_to_answer() -> None:
    questions = """
        code | content | lead
        CH1  | Lương?  | STC
        CH2  | Nhà ở?  | SXD
        CH3  | Thuế?   | STC
        CH4  | Đường?  |
    """
    speech = printed("opening_speech", {"purposes": "Lắng nghe\\nTháo gỡ"}, questions=questions)
    assert (speech["received"], speech["assigned"], speech["leads"]) == (4, 3, 2)
    assert speech["purposes"] == ["Lắng nghe", "Tháo gỡ"]


def test_the_sheet_says_who_speaks_else_it_is_the_chair() -> None:
    chair = {"chair": "Chủ tịch UBND tỉnh", "chairman_name": "Nông Chủ Trì"}
    assert printed("closing_speech", chair)["speaker"] == "Bế Thị Nói, Phó Chủ tịch"
    assert printed("opening_speech", chair)["speaker"] == "Nông Chủ Trì, Chủ tịch UBND tỉnh"


def test_a_closing_before_anything_is_concluded_counts_nothing() -> None:
    speech = printed("closing_speech", questions="code|content\nCH1|Lương?")
    counted = (speech["received"], speech["answered"], speech["concluded"], speech["leads"])
    assert counted == (1, 0, 0, 0)
