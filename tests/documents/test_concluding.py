from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from printed_words import paragraphs
from tables import plan_of

from xl_dialogue.documents.concluding import position
from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.conference import ITEMS

CONFERENCE: dict[str, object] = {item.name: item.header for item in ITEMS if item.required} | {
    "name": "Hội nghị đối thoại năm 2022",
    "date": "2022-05-24",
    "start_time": "07:30",
    "expected_delegates": 3.0,
    "question_deadline": "2022-05-19",
    "issuer": "Ủy ban nhân dân tỉnh Cao Bằng",
}
ISSUING = """
    kind               | symbol  | authority    | title        | signer      | attached_to
    Biên bản           | BB-UBND |              | CHỦ TỊCH     | Nông Ký Mẫu |
    Biên bản ký kết    | BB-UBND | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Nông Ký Mẫu |
    Thông báo kết luận | TB-UBND | TL. CHỦ TỊCH | CVP          | Hà Văn Mẫu  |
    Bảng theo dõi thực hiện kết luận | |       |              |             | Thông báo kết luận
"""
DEPARTMENTS = "code|name\nSXD|Sở Xây dựng\nSTC|Sở Tài chính"
PEOPLE = {
    "groups": """
        code | name      | rank
        DB2  | Công nhân | #2
        DB1  | Lãnh đạo  | #1
        DB3  | Báo chí   | #3
    """,
    "delegates": """
        code | full_name | group | status
        D1   | Nông A    | DB2   | Mời
        D2   | Nông B    | DB2   | Vắng
        D3   | Nông C    | DB1   | Xác nhận
        D4   | Nông D    | DB2   |
        D5   | Nông E    | DB3   | Dự kiến
    """,
}
QUESTIONS = """
    code | unit | content | lead | status     | answer  | conclusion | due        | product
    CH1  | Mỏ A | Nhà?    | SXD  | Đã trả lời | Có.     | Giao SXD.  | 2022-06-30 | Báo cáo
    CH2  |      | Thuế?   |      | Đã trả lời | Không.  |            |            |
    CH3  | Mỏ B | Học?    | STC  | Đã trả lời |         | Giao STC   | 2022-06-05 |
    CH4  | Mỏ B | Vay?    | STC  | Đã giao    | Nháp    | Giao STC   | 2022-06-01 |
"""


def printed(
    kind: str, conference: dict[str, object] | None = None, **tables: str
) -> list[dict[str, Any]]:
    """What stands in each document of the kind."""
    blank = dict.fromkeys(("questions", "tasks", "groups", "delegates"), "code")
    given = blank | {"issuing": ISSUING, "departments": DEPARTMENTS} | tables
    ready, _ = drafts(plan_of(CONFERENCE | (conference or {}), **given), KINDS[kind])
    return [dict(draft.context) for draft in ready]


def test_the_minutes_count_who_was_invited_and_came_by_rank() -> None:
    [minutes] = printed("minutes", **PEOPLE)
    assert minutes["groups"] == [
        {"name": "Lãnh đạo", "count": "01"}, {"name": "Công nhân", "count": "02"},
    ]  # fmt: skip
    assert (minutes["present"], minutes["absent"]) == ("03", "01")


def test_the_minutes_follow_the_agenda_in_its_order() -> None:
    [minutes] = printed(
        "minutes",
        agenda="""
            number | content   | performer
            #2     | Khai mạc. | Lãnh đạo UBND tỉnh; Lãnh đạo LĐLĐ tỉnh
            #1     | Văn nghệ  |
        """,
    )
    assert minutes["agenda"] == [
        "Văn nghệ",
        "Khai mạc. Thực hiện: Lãnh đạo UBND tỉnh, Lãnh đạo LĐLĐ tỉnh",
    ]


def test_the_minutes_say_what_was_answered_and_concluded() -> None:
    [minutes] = printed("minutes", {"general_conclusions": "Tiếp thu ý kiến"}, questions=QUESTIONS)
    assert [(a["asker"], a["lead"], a["answer"]) for a in minutes["answers"]] == [
        ("Mỏ A", "Sở Xây dựng", "Có."),
        ("Đại biểu", "Cơ quan có thẩm quyền", "Không."),
    ]
    assert minutes["conclusions"] == [
        "Tiếp thu ý kiến",
        "Giao SXD (thời hạn: 30/6/2022)",
        "Giao STC (thời hạn: 05/6/2022)",
    ]


@pytest.mark.parametrize(
    ("end", "said"), [("11:30", "11 giờ 30 phút, ngày 24 tháng 5 năm 2022"), (None, "")]
)
def test_the_minutes_end_when_the_plan_says(end: str | None, said: str) -> None:
    [minutes] = printed("minutes", {"end_time": end})
    assert minutes["end"] == said


def test_minutes_of_nothing_yet_leave_out_what_they_do_not_know() -> None:
    [minutes] = printed("minutes")
    blank = ("groups", "agenda", "answers", "conclusions", "secretary", "present", "absent")
    assert not any(minutes[name] for name in blank)


def test_two_parties_sign_side_by_side_before_those_who_came() -> None:
    agreement = {
        "signing_agreement": "Chương trình phối hợp",
        "partner": "LĐLĐ tỉnh",
        "partner_authority": "TM. BAN THƯỜNG VỤ",
        "partner_title": "CHỦ TỊCH",
        "partner_signer": "Lê Mẫu",
    }
    [record] = printed("signing_record", agreement, **PEOPLE)
    assert record["subject"] == "Ký kết Chương trình phối hợp"
    assert record["witnesses"] == ["Lãnh đạo", "Công nhân"]
    assert (record["partner_lines"], record["partner_position"]) == (
        ["TM. BAN THƯỜNG VỤ"], "Chủ tịch",
    )  # fmt: skip
    assert record["signer_position"] == "Phó Chủ tịch"


@pytest.mark.parametrize("missing", ["signing_agreement", "partner"])
def test_without_an_agreement_or_a_partner_nothing_is_signed(missing: str) -> None:
    given = {"signing_agreement": "Quy chế", "partner": "LĐLĐ tỉnh"} | {missing: ""}
    assert printed("signing_record", given) == []


@pytest.mark.parametrize(
    ("capitals", "said"),
    [
        ("CHỦ TỊCH", "Chủ tịch"),
        ("PHÓ CHỦ TỊCH", "Phó Chủ tịch"),
        ("PHÓ CHÁNH VĂN PHÒNG", "Phó Chánh văn phòng"),
        ("Phó Giám đốc", "Phó Giám đốc"),
        ("", ""),
    ],
)
def test_a_title_in_capitals_is_written_small_within_a_sentence(capitals: str, said: str) -> None:
    assert position(capitals) == said


def test_conclusions_are_followed_up_in_the_order_of_their_deadlines() -> None:
    [table] = printed("follow_up", questions=QUESTIONS)
    assert [(item["number"], item["lead"], item["deadline"]) for item in table["items"]] == [
        ("1", "Sở Tài chính", "05/6/2022"), ("2", "Sở Xây dựng", "30/6/2022"),
    ]  # fmt: skip
    assert table["attached_line"].startswith("(Kèm theo Thông báo kết luận số ")


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        ("Chưa làm", "2022-06-30", "Chưa làm"),
        ("", "2022-07-04", "Chưa làm (chậm 4 ngày)"),
        ("Đang làm", "2022-07-01", "Đang làm (chậm 1 ngày)"),
        ("Hoàn thành", "2022-08-01", "Hoàn thành"),
    ],
)
def test_the_task_of_a_conclusion_tells_its_result_and_how_late_it_is(
    status: str, day: str, said: str
) -> None:
    tasks = f"code|status|result|question\nNV1|{status}|Đã rà soát|CH1"
    tables = {"questions": QUESTIONS, "departments": DEPARTMENTS, "tasks": tasks}
    reckoned = replace(plan_of(CONFERENCE, issuing=ISSUING, **tables), day=date.fromisoformat(day))
    [table], _ = drafts(reckoned, KINDS["follow_up"])
    items: Any = table.context["items"]
    assert [(item["result"], item["standing"]) for item in items] == [
        ("", ""),
        ("Đã rà soát", said),
    ]
    assert paragraphs("follow_up", table.context)[3].startswith("Tình hình thực hiện tính đến ngày")


def test_of_a_conclusion_given_twice_the_last_task_tells_how_late_it_is_by_its_own_deadline() -> (
    None
):
    tasks = """
        code | status   | result   | question | deadline
        NV1  | Đang làm | Lần đầu  | CH1      | 2022-06-01
        NV2  | Đang làm | Lần cuối | CH1      | 2022-07-10
    """
    tables = {"questions": QUESTIONS, "departments": DEPARTMENTS, "tasks": tasks}
    reckoned = replace(plan_of(CONFERENCE, issuing=ISSUING, **tables), day=date(2022, 7, 11))
    [table], _ = drafts(reckoned, KINDS["follow_up"])
    items: Any = table.context["items"]
    assert (items[1]["result"], items[1]["standing"]) == ("Lần cuối", "Đang làm (chậm 1 ngày)")


def test_without_a_task_room_is_left_for_the_result() -> None:
    [table] = printed("follow_up", questions=QUESTIONS)
    assert {(item["result"], item["standing"]) for item in table["items"]} == {("", "")}
    assert table["reckoned"] == ""


def test_a_conclusion_that_cannot_be_printed_is_pointed_at() -> None:
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        departments=DEPARTMENTS,
        questions=QUESTIONS.replace("| STC  | Đã trả lời", "| SGT  | Đã trả lời"),
    )
    [table], refused = drafts(plan, KINDS["follow_up"])
    items: Any = table.context["items"]
    assert [item["lead"] for item in items] == ["Sở Xây dựng"]
    assert {(finding.row, finding.column) for finding in refused} == {
        (4, "lead"),
        (4, None),
        (5, "status"),
    }


# --- as it is printed ---


def test_minutes_have_no_day_above_and_two_who_sign() -> None:
    [minutes] = printed("minutes", {"secretary": "Trần Mẫu"}, questions=QUESTIONS, **PEOPLE)
    said = paragraphs("minutes", minutes)
    assert not [line for line in said if line.startswith("Địa danh")]
    order = [
        "BIÊN BẢN",
        "- Lãnh đạo: 01 đại biểu;",
        "- Công nhân: 02 đại biểu.",
        "Vắng mặt: 01 đại biểu.",
        "Thư ký (người ghi biên bản): Trần Mẫu.",
        "1. Mỏ A: Nhà?",
        "Sở Xây dựng trả lời: Có.",
        "Hội nghị kết thúc cùng ngày./.",
        "THƯ KÝ",
        "Trần Mẫu",
        "CHỦ TỌA",
        "Nông Ký Mẫu",
    ]
    assert [line for line in said if line in order] == order


def test_minutes_leave_room_where_the_secretary_is_not_known() -> None:
    [minutes] = printed("minutes")
    said = paragraphs("minutes", minutes)
    assert "Thành phần tham dự: theo danh sách đại biểu." in said
    assert f"Thư ký (người ghi biên bản): {'…' * 13}." in said


def test_both_parties_stand_above_and_below_the_record_of_signing() -> None:
    agreement = {
        "signing_agreement": "Quy chế", "partner": "LĐLĐ tỉnh", "partner_signer": "Lê Mẫu",
        "partner_title": "CHỦ TỊCH",
    }  # fmt: skip
    [record] = printed("signing_record", agreement)
    said = paragraphs("signing_record", record)
    assert "Người ký: Lê Mẫu. Chức vụ: Chủ tịch." in said
    assert [line for line in said if line in ("Lê Mẫu", "Nông Ký Mẫu")] == ["Lê Mẫu", "Nông Ký Mẫu"]


def test_without_conclusions_nothing_is_followed_up() -> None:
    assert printed("follow_up") == []
