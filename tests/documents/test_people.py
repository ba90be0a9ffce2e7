"""Lists, attendance, cards, name plates: who stands in them, in which order."""

from __future__ import annotations

from typing import Any

import pytest
from tables import plan_of
from test_kinds import CONFERENCE

from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.findings import Rule

GROUPS = """
    code | name    | rank
    DB12 | Báo chí | #12
    DB01 | Tỉnh ủy | #1
    DB05 | Công ty |
"""
DELEGATES = """
    code | full_name  | title           | unit      | group | status  | phone
    D1   | Nông Thị A | Phóng viên      | Báo tỉnh  | DB12  | Mời     | 0900000001
    D2   | Bế Văn B   | Công nhân       | Mỏ sắt    | DB05  |         | 0900000002
    D3   | Lục Thị C  | Bí thư Tỉnh ủy  | Tỉnh ủy   | DB01  | Xác nhận| 0900000003
    D4   | Lý Văn D   | Phó Bí thư      | Tỉnh ủy   | DB01  | Vắng    | 0900000004
    D5   | Hà Thị E   | Biên tập viên   | Báo tỉnh  | DB12  | Mời     | 0900000005
"""


def printed(kind: str, **tables: str) -> dict[str, Any]:
    plan = plan_of(CONFERENCE, **{"groups": GROUPS, **tables})
    [draft], _ = drafts(plan, KINDS[kind])
    return dict(draft.context)


def names(groups: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return [(group["name"], [person["name"] for person in group["people"]]) for group in groups]


def test_the_invited_are_listed_by_rank_of_their_group_and_numbered_through() -> None:
    listed = printed("delegate_list", delegates=DELEGATES)
    assert names(listed["groups"]) == [
        ("Tỉnh ủy", ["Lục Thị C"]),
        ("Báo chí", ["Nông Thị A", "Hà Thị E"]),
        ("Công ty", ["Bế Văn B"]),
    ]
    numbers = [person["number"] for group in listed["groups"] for person in group["people"]]
    assert numbers == ["1", "2", "3", "4"]
    assert listed["total"] == 4


def test_no_phone_leaves_the_workbook_in_a_list() -> None:
    for kind in ("delegate_list", "attendance", "delegate_card", "name_plate"):
        assert "09000000" not in str(printed(kind, delegates=DELEGATES))


def test_a_delegate_of_no_known_group_is_not_listed_but_pointed_at() -> None:
    plan = plan_of(
        CONFERENCE,
        groups=GROUPS,
        delegates="code|full_name|group\nD1|Nông Thị A|DB12\nD2|Bế Văn B|DB99",
    )
    [listed], refused = drafts(plan, KINDS["attendance"])
    assert listed.context["total"] == 1
    assert [(finding.rule, finding.row) for finding in refused] == [
        (Rule.UNLISTED, 3),
        (Rule.LEFT_OUT, 3),
    ]


@pytest.mark.parametrize(
    "kind", ["invitation", "delegate_list", "attendance", "delegate_card", "name_plate"]
)
def test_a_delegate_whose_status_is_none_is_pointed_at_and_not_dropped(kind: str) -> None:
    plan = plan_of(
        CONFERENCE,
        issuing="""
            kind     | symbol  | authority    | title | signer
            Giấy mời | GM-UBND | TL. CHỦ TỊCH | CVP   | Hà Văn Mẫu
        """,
        groups=GROUPS,
        delegates="""
            code | full_name   | title | unit | group | status
            D1   | Nông Thị A  | CN    | X    | DB12  | Mời
            D2   | Bế Văn B    | CN    | X    | DB12  | moi
            D3   | Lục Thị C   | CN    | X    | DB12  | Vắng
        """,
    )
    made, refused = drafts(plan, KINDS[kind])
    assert len(made) == 1
    assert (refused[0].rule, refused[0].row, refused[0].column) == (Rule.NOT_A_CHOICE, 3, "status")


def test_cards_stand_two_by_two_and_the_last_may_be_alone() -> None:
    delegates = "code|full_name|group\nD1|Nông A|DB12\nD2|Bế B|DB12\nD3|Lục C|DB01"
    pairs = printed("delegate_card", delegates=delegates)["pairs"]
    assert [(pair["left"]["name"], pair["right"].get("name")) for pair in pairs] == [
        ("Lục C", "Nông A"),
        ("Bế B", None),
    ]


def test_a_card_does_not_repeat_the_unit_that_its_title_names() -> None:
    pairs = printed("delegate_card", delegates=DELEGATES)["pairs"]
    first, second = pairs[0]["left"], pairs[0]["right"]
    assert (first["title"], first["apart"]) == ("Bí thư Tỉnh ủy", "")
    assert (second["title"], second["apart"]) == ("Phóng viên", "Báo tỉnh")


def test_where_seats_are_given_only_those_seated_have_a_plate() -> None:
    delegates = """
        code | full_name    | group | seat | status
        D1   | Nông Thị Ảnh | DB12  |      |
        D2   | Bế Văn Đức   | DB05  | A2   |
        D3   | Lục Thị C    | DB01  | A1   | Vắng
    """
    plates = printed("name_plate", delegates=delegates)["plates"]
    assert [plate["name"] for plate in plates] == ["BẾ VĂN ĐỨC"]


def test_where_no_seat_is_given_all_who_are_invited_have_a_plate() -> None:
    plates = printed("name_plate", delegates=DELEGATES)["plates"]
    assert [plate["name"] for plate in plates] == [
        "LỤC THỊ C", "NÔNG THỊ A", "HÀ THỊ E", "BẾ VĂN B",
    ]  # fmt: skip


def test_awards_stand_under_their_form_in_the_order_of_the_sheet() -> None:
    listed = printed(
        "award_list",
        awards="""
            number | name    | form      | achievement
            #1     | Tổ may  | Bằng khen | 10 sáng kiến
            #2     | Nông A  | Giấy khen | Vượt kế hoạch
            #3     | Bế B    | Bằng khen | Cải tiến\\nmáy
        """,
    )
    said = [(form["name"], [award["name"] for award in form["awards"]]) for form in listed["forms"]]
    assert said == [("Bằng khen", ["Tổ may", "Bế B"]), ("Giấy khen", ["Nông A"])]
    assert listed["forms"][0]["awards"][1]["achievement"] == "Cải tiến máy"


@pytest.mark.parametrize(
    "kind", ["delegate_list", "attendance", "delegate_card", "name_plate", "award_list"]
)
def test_a_paper_for_nobody_is_not_printed(kind: str) -> None:
    away = "code|full_name|group|status\nD1|Nông A|DB01|Vắng"
    plan = plan_of(CONFERENCE, groups=GROUPS, delegates=away, awards="number|name")
    assert drafts(plan, KINDS[kind])[0] == []
