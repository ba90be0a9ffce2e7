"""The agenda: hours, performers, speeches."""

from __future__ import annotations

import datetime as dt

from bodies_listed import DEPARTMENTS
from tables import judged, plan_of

from xl_dialogue.plan.findings import Rule

AGENDA = """
    number | content   | bodies | start | minutes
    #1     | Văn nghệ  | LDLD   | 07:30 | #20
    #2     | Giới thiệu| LDLD   | 07:40 | #10
    #3     | Đối thoại | LDLD   | 08:00 | #240
    #4     | Kết thúc  |        |       |
"""


def test_agenda_items_follow_each_other_within_the_hours():
    plan = plan_of({"start_time": dt.time(7, 45), "end_time": dt.time(11, 30)}, agenda=AGENDA)
    agenda = [(rule, row) for rule, sheet, row, _ in judged(plan) if sheet == "agenda"]
    assert agenda == [
        (Rule.AGENDA_BEFORE_START, 2),
        (Rule.AGENDA_OVERLAP, 3),
        (Rule.AGENDA_BEFORE_START, 3),
        (Rule.AGENDA_WITHOUT_TIME, 5),
        (Rule.AGENDA_OVERRUN, 5),
        (Rule.PERFORMER_UNKNOWN, 5),
    ]


def test_whoever_performs_is_invited_and_a_whole_block_needs_nobody_in_particular():
    plan = plan_of(
        departments=DEPARTMENTS,
        agenda="""
            number | content   | bodies      | start | minutes
            #1     | Đối thoại | LDLD; CACSO | 08:00 | #10
    """,
    )
    assert judged(plan, Rule.PERFORMER_NOT_INVITED) == [
        (Rule.PERFORMER_NOT_INVITED, "agenda", 2, "bodies")
    ]


def test_a_speech_on_the_agenda_is_prepared_and_a_prepared_speech_is_on_the_agenda():
    plan = plan_of(
        agenda="""
            number | content          | speech_task
            #1     | Khai mạc         | NV17
            #2     | Kết luận đối thoại |
    """,
        tasks="""
            code | content                      | lead | deadline
            NV17 | Phát biểu khai mạc, bế mạc   | LDLD | 2022-05-20
    """,
    )
    speeches = judged(plan, Rule.SPEECH_UNPREPARED, Rule.SPEECH_WITHOUT_ITEM)
    assert speeches == [
        (Rule.SPEECH_UNPREPARED, "agenda", 3, "speech_task"),
        (Rule.SPEECH_WITHOUT_ITEM, "tasks", 2, "content"),
    ]
