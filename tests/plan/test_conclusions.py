"""Conclusions become tasks, once, and the two are held together."""

from __future__ import annotations

import datetime as dt

from tables import judged, plan_of

from xl_dialogue.plan.conclusions import to_give
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan

QUESTIONS = """
    code | content | status     | conclusion       | lead | coordinators | due        | product
    CH1  | Đường?  | Đã trả lời | Giao sửa đường.  | SGT  | SXD;STC      | 2022-06-30 | Báo cáo
    CH2  | Nợ?     | Đã trả lời | Giao thanh tra   | BHXH |              | 2022-06-15 |
    CH3  | Nhà?    | Mới        | Giao rà soát     | SXD  |              | 2022-06-15 |
    CH4  | Nước?   | Đã trả lời | Giao kiểm tra    | SXD  |              |            |
"""
DEPARTMENTS = "code|name\nSGT|Sở Giao thông\nSXD|Sở Xây dựng\nSTC|Sở Tài chính\nBHXH|BHXH tỉnh"


def plan(tasks: str = "code|content\nNV24|Chuẩn bị") -> Plan:
    items = {"date": "2022-05-24"}
    return plan_of(items, questions=QUESTIONS, tasks=tasks, departments=DEPARTMENTS)


def given(plan: Plan) -> list[dict[str, object]]:
    rows: dict[int, dict[str, object]] = {}
    for change in to_give(plan):
        rows.setdefault(change.row, {})[change.column] = change.new
    return [{"row": row} | cells for row, cells in rows.items()]


def test_each_finished_conclusion_becomes_a_task_the_earliest_due_first() -> None:
    assert given(plan()) == [
        {
            "row": 3, "code": "NV25", "content": "Giao thanh tra", "lead": "BHXH",
            "phase": "Sau hội nghị", "deadline": dt.date(2022, 6, 15), "status": "Chưa làm",
            "basis": "Kết luận hội nghị, câu hỏi CH2", "question": "CH2",
        },
        {
            "row": 4, "code": "NV26", "content": "Giao sửa đường (sản phẩm: Báo cáo)",
            "lead": "SGT", "coordinators": "SXD; STC", "phase": "Sau hội nghị",
            "deadline": dt.date(2022, 6, 30), "status": "Chưa làm",
            "basis": "Kết luận hội nghị, câu hỏi CH1", "question": "CH1",
        },
    ]  # fmt: skip


def test_a_conclusion_that_is_a_task_already_is_not_given_twice() -> None:
    drawn = plan("code|content|question\nNV30|Sửa đường|CH1\nNV31|Thanh tra|CH2")
    assert given(drawn) == []
    assert judged(drawn, Rule.CONCLUSIONS_NOT_GIVEN) == []


def test_conclusions_that_are_no_tasks_yet_are_pointed_at_once() -> None:
    place = (Rule.CONCLUSIONS_NOT_GIVEN, "questions", 2, "conclusion")
    assert judged(plan(), Rule.CONCLUSIONS_NOT_GIVEN) == [place]


def test_a_conclusion_mended_later_and_its_task_are_held_against_each_other() -> None:
    drawn = plan("""
        code | content   | lead | deadline   | question
        NV30 | Sửa đường | SXD  | 2022-06-30 | CH1
        NV31 | Thanh tra | BHXH | 2022-06-20 | CH2
    """)
    assert judged(drawn, Rule.CONCLUSION_TASK_DIFFERS) == [
        (Rule.CONCLUSION_TASK_DIFFERS, "tasks", 2, "lead"),
        (Rule.CONCLUSION_TASK_DIFFERS, "tasks", 3, "deadline"),
    ]
