"""One letter a body with all that is due of it, graver as days pass, never for what is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tables import plan_of

from xl_dialogue.documents.reminders import Level, Reminder, reminders
from xl_dialogue.plan.plan import Plan

DEPARTMENTS = """
    code | name            | email
    SXD  | Sở Xây dựng     | sxd@vidu.example
    STC  | Sở Tài chính    | stc@vidu.example
    BHXH | BHXH tỉnh       |
"""
QUESTIONS = """
    code | content | lead | status       | duplicate_of | conclusion | due
    CH1  | Nhà ở?  | SXD  | Đã giao      |              |            |
    CH2  | Nhà ở?  | SXD  | Đã trả lời   |              |            |
    CH3  | Nhà ở?  | SXD  | Trả lại      |              |            |
    CH4  | Nhà ở?  | SXD  | Mới          | CH1          |            |
    CH5  | Thuế?   |      | Mới          |              |            |
    CH6  | Vay?    | BHXH | Đang trả lời |              |            |
"""
TASKS = """
    code | content | lead     | deadline   | status     | question
    NV1  | In      | SXD      | 2022-05-19 | Đang làm   |
    NV2  | Mời     | SXD      | 2022-05-01 | Hoàn thành |
    NV3  | Chi     | STC; SXD | 2022-05-25 | Chưa làm   |
"""


def plan(day: str, **tables: str) -> Plan:
    conference: dict[str, object] = {
        "name": "Hội nghị đối thoại năm 2022", "year": 2022.0, "date": "2022-05-24",
        "answer_deadline": "2022-05-20", "host": "Văn phòng UBND tỉnh", "contact": "0900099999",
    }  # fmt: skip
    given = {"departments": DEPARTMENTS, "questions": QUESTIONS, "tasks": TASKS} | tables
    return replace(plan_of(conference, **given), day=dt.date.fromisoformat(day))


def told(found: list[Reminder]) -> dict[str, list[tuple[str, int]]]:
    return {each.code: [(item.code, item.late) for item in each.items] for each in found}


def test_a_body_gets_one_letter_with_all_that_is_due_the_latest_first() -> None:
    assert told(reminders(plan("2022-05-23"))) == {
        "SXD": [("NV1", 4), ("CH1", 3), ("NV3", -2)],
        "STC": [("NV3", -2)],
        "BHXH": [("CH6", 3)],
    }


def test_two_working_days_ahead_nothing_is_said_yet_of_what_comes_later() -> None:
    assert told(reminders(plan("2022-05-17"))) == {"SXD": [("NV1", -2)]}
    assert told(reminders(plan("2022-05-16"))) == {}


def test_what_is_answered_returned_merged_or_done_is_never_reminded_of() -> None:
    later = reminders(plan("2022-12-01"))
    assert {item.code for each in later for item in each.items} == {"CH1", "CH6", "NV1", "NV3"}
    done = TASKS.replace("Đang làm", "Hoàn thành").replace("Chưa làm", "Hoàn thành")
    answered = QUESTIONS.replace("Đã giao", "Đã trả lời").replace("Đang trả lời", "Đã trả lời")
    assert reminders(plan("2022-12-01", tasks=done, questions=answered)) == []


@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("2022-05-18", Level.NEAR),
        ("2022-05-20", Level.DUE),
        ("2022-05-21", Level.LATE),
        ("2022-05-23", Level.LATE),
        ("2022-05-24", Level.LONG),
    ],
)
def test_letters_grow_graver_as_days_pass(day: str, level: Level) -> None:
    [letter] = reminders(plan(day, tasks="code", questions="code|content|lead\nCH1|Nhà?|STC"))
    assert letter.level is level
    assert level.label.vi in letter.subject(plan(day))
    assert level.request.vi in letter.body(plan(day))


def test_a_letter_names_what_is_due_since_when_and_no_asker() -> None:
    asked = "code|content|lead|asker\nCH1|Bao giờ xây nhà?|STC|Nông Văn Mẫu"
    drawn = plan("2022-05-23", tasks="code", questions=asked)
    [letter] = reminders(drawn)
    body = letter.body(drawn)
    line = "1. CH1: trả lời ý kiến, kiến nghị “Bao giờ xây nhà?”; hạn 20/5/2022, quá hạn 3 ngày."
    assert line in body
    assert body.startswith("Kính gửi Sở Tài chính,\n\nTính đến ngày 23/5/2022, Văn phòng UBND tỉnh")
    assert "Mẫu" not in body


def test_only_what_is_long_overdue_goes_in_copy_and_says_so() -> None:
    for day, copied in (("2022-05-23", ""), ("2022-05-24", "cvp@vidu.example")):
        drawn = plan(day, tasks="code", questions="code|content|lead\nCH1|Nhà?|STC")
        led = replace(drawn, conference=replace(drawn.conference, overdue_copy="cvp@vidu.example"))
        [letter] = reminders(led)
        assert letter.copy_to(led) == copied
        assert ("đồng gửi" in letter.body(led)) is bool(copied)
        assert "đồng gửi" not in letter.body(drawn), "nobody to copy it to"


CONCLUDED = """
    code | content | lead | status     | conclusion  | due
    CH1  | Nhà ở?  | SXD  | Đã trả lời | Giao rà soát | 2022-06-15
"""


@pytest.mark.parametrize(
    ("tasks", "reminded"),
    [
        ("code|content", ["CH1"]),
        ("code|content|lead|deadline|status|question\nNV9|Rà|SXD|2022-06-15|Đang làm|CH1", ["NV9"]),
        ("code|content|lead|deadline|status|question\nNV9|Rà|SXD|2022-06-15|Hoàn thành|CH1", []),
    ],
)
def test_a_conclusion_is_reminded_of_until_its_task_is_done(
    tasks: str, reminded: list[str]
) -> None:
    found = reminders(plan("2022-06-20", tasks=tasks, questions=CONCLUDED))
    assert [item.code for each in found for item in each.items] == reminded


def test_after_a_reform_the_successor_is_reminded() -> None:
    departments = """
        code | name         | valid_to   | successor
        SXD  | Sở Xây dựng  | 2022-06-01 | SXM
        SXM  | Sở Mới       |            |
    """
    drawn = plan("2022-06-20", departments=departments, tasks="code", questions=CONCLUDED)
    assert told(reminders(drawn)) == {"SXM": [("CH1", 5)]}
