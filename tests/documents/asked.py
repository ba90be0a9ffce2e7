"""A small plan, and what its papers from plan to answers say."""

from __future__ import annotations

from typing import Any

from tables import plan_of

from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.conference import ITEMS

CONFERENCE: dict[str, object] = {item.name: item.header for item in ITEMS if item.required} | {
    "name": "Hội nghị đối thoại tỉnh Cao Bằng",
    "year": 2022.0,
    "date": "2022-05-24",
    "start_time": "07:30",
    "expected_delegates": 450.0,
    "question_deadline": "2022-05-19",
    "issuer": "Ủy ban nhân dân tỉnh Cao Bằng",
}
ISSUING = """
    kind                              | issuer          | symbol  | title    | signer | addressees
    Kế hoạch                          |                 | KH-UBND | CHỦ TỊCH | Nông A |
    Công văn đề nghị tổng hợp câu hỏi | LĐLĐ tỉnh       | LĐLĐ-VP | CHỦ TỊCH | Lê B   | CĐCS
    Báo cáo tổng hợp kiến nghị        | LĐLĐ tỉnh       | BC-LĐLĐ | CHỦ TỊCH | Lê B   | VPUB
    Công văn giao trả lời             |                 | UBND-VX | CVP      | Hà C   | Nơi cũ
    Báo cáo tổng hợp trả lời          | Văn phòng       | BC-VP   | CVP      | Hà C   | Chủ tịch
"""
DEPARTMENTS = """
    code | name
    VPUB | Văn phòng UBND tỉnh
    LDLD | Liên đoàn Lao động tỉnh
    BAO  | Báo Cao Bằng
    DAI  | Đài PT-TH tỉnh
    SXD  | Sở Xây dựng
    STC  | Sở Tài chính
"""
TOPICS = """
    code | name    | keywords | lead
    LV1  | Nhà ở   | nhà      | SXD
    LV2  | Học phí | học      | STC
"""


def printed(
    kind: str, conference: dict[str, object] | None = None, **tables: str
) -> list[dict[str, Any]]:
    """What stands in each document of the kind."""
    blank = dict.fromkeys(("questions", "tasks", "groups", "delegates"), "code")
    given = blank | {"issuing": ISSUING, "departments": DEPARTMENTS} | tables
    ready, _ = drafts(plan_of(CONFERENCE | (conference or {}), **given), KINDS[kind])
    return [dict(draft.context) for draft in ready]


def assigned(tasks: str) -> list[dict[str, Any]]:
    [document] = printed("plan", tasks=tasks)
    return list(document["assignments"])
