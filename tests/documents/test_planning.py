from __future__ import annotations

import pytest
from asked import CONFERENCE, DEPARTMENTS, ISSUING, assigned, printed
from printed_words import paragraphs
from tables import plan_of

from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.conference import CONFIRMED, TENTATIVE


def test_tasks_stand_under_their_leads_in_the_order_of_appearance() -> None:
    assert assigned("""
        code | content       | lead     | coordinators
        NV1  | Giấy mời      | VPUB     |
        NV2  | Tin, bài.     | BAO; DAI |
        NV3  | Kịch bản      | LDLD     | VPUB
        NV4  | Tiếp đón      | VPUB     |
    """) == [
        {"bodies": "Văn phòng UBND tỉnh", "tasks": ["Giấy mời", "Tiếp đón"]},
        {"bodies": "Báo Cao Bằng, Đài PT-TH tỉnh", "tasks": ["Tin, bài"]},
        {
            "bodies": "Liên đoàn Lao động tỉnh",
            "tasks": ["Chủ trì, phối hợp với Văn phòng UBND tỉnh: Kịch bản"],
        },
    ]  # fmt: skip


def test_a_task_without_a_lead_stands_under_coordinators_that_lead_others() -> None:
    assert assigned("""
        code | content  | lead     | coordinators
        NV1  | Tin, bài | BAO; DAI |
        NV2  | Phóng sự |          | DAI; BAO; LDLD
        NV3  | Âm thanh |          | STC
        NV4  | Nước     |          |
    """) == [
        {
            "bodies": "Báo Cao Bằng, Đài PT-TH tỉnh",
            "tasks": ["Tin, bài", "Phối hợp với Liên đoàn Lao động tỉnh: Phóng sự"],
        },
        {"bodies": "Sở Tài chính", "tasks": ["Âm thanh"]},
        {"bodies": "Các cơ quan, đơn vị liên quan", "tasks": ["Nước"]},
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [("NV3", ""), ("", "NV2"), ("NV3", "NV2")])
def test_one_product_in_two_rows_is_the_coordinators_and_the_leads_once_each(
    first: str, second: str
) -> None:
    assert assigned(f"""
        code | content       | lead | coordinators | same_product
        NV1  | Giấy mời      | VPUB |              |
        NV2  | Bài phát biểu | LDLD | VPUB         | {first}
        NV3  | Phát biểu     | LDLD |              | {second}
    """) == [
        {
            "bodies": "Văn phòng UBND tỉnh",
            "tasks": ["Giấy mời", "Phối hợp với Liên đoàn Lao động tỉnh: Bài phát biểu"],
        },
        {"bodies": "Liên đoàn Lao động tỉnh", "tasks": ["Phát biểu"]},
    ]  # fmt: skip


def test_one_product_is_not_said_twice_under_one_body() -> None:
    [led] = assigned("""
        code | content  | lead | coordinators | same_product
        NV1  | Hội trường | LDLD | STC        | NV2
        NV2  | Cơ sở vật chất | LDLD |        | NV1
    """)
    assert led["tasks"] == ["Chủ trì, phối hợp với Sở Tài chính: Hội trường"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Gửi tổng hợp", "Gửi tổng hợp (chậm nhất ngày 18/5/2022)"),
        ("Gửi trước ngày 19/5/2022", "Gửi trước ngày 19/5/2022"),
        ("Gửi chậm nhất ngày 18 tháng 5 năm 2022.", "Gửi chậm nhất ngày 18 tháng 5 năm 2022"),
    ],
)
def test_the_last_day_is_said_unless_the_words_say_it(content: str, said: str) -> None:
    [led] = assigned(f"code|content|lead|deadline\nNV0|Khác|LDLD|\nNV1|{content}|LDLD|2022-05-18")
    assert led["tasks"] == ["Khác", said]


def test_a_task_with_an_unknown_lead_is_not_printed_but_pointed_at() -> None:
    plan = plan_of(
        CONFERENCE,
        issuing=ISSUING,
        departments=DEPARTMENTS,
        tasks="code|content|lead\nNV1|Giấy mời|VPUB\nNV2|Kịch bản|SGT",
    )
    [document], refused = drafts(plan, KINDS["plan"])
    assert document.context["assignments"] == [
        {"bodies": "Văn phòng UBND tỉnh", "tasks": ["Giấy mời"]}
    ]
    assert {(finding.row, finding.column) for finding in refused} == {(3, "lead"), (3, None)}


def test_guests_stand_by_rank_with_the_bodies_that_the_name_does_not_say() -> None:
    [document] = printed(
        "plan",
        groups="""
            code | name                  | rank | units
            DB2  | Đại diện Sở, ngành    | #2   | Sở Nội vụ; Sở Y tế
            DB3  | Công nhân             |      |
            DB1  | Đại diện Tỉnh ủy      | #1   | Tỉnh ủy
        """,
    )
    assert document["guests"] == [
        "Đại diện Tỉnh ủy", "Đại diện Sở, ngành: Sở Nội vụ, Sở Y tế", "Công nhân",
    ]  # fmt: skip


def test_marks_typed_before_a_point_are_not_printed_twice() -> None:
    [document] = printed(
        "plan",
        {"purposes": r"- Lắng nghe\n+  Giải quyết;\n\n", "contents": r"1. Báo cáo\n2) Ký kết"},
    )
    assert document["purposes"] == ["Lắng nghe", "Giải quyết;"]
    assert document["contents"] == ["Báo cáo", "Ký kết"]


def test_a_number_that_belongs_to_the_words_is_kept() -> None:
    [document] = printed("plan", {"contents": "5 năm phối hợp"})
    assert document["contents"] == ["5 năm phối hợp"]


def test_a_section_with_nothing_to_say_leaves_no_gap_in_the_numbers() -> None:
    [document] = printed("plan", {"funding": "Kinh phí công đoàn"})
    said = {name: numeral for name, numeral in document["numeral"].items() if numeral}
    assert said == {"setting": "I", "funding": "II"}


def test_a_ground_begins_as_it_is_written_else_with_thuc_hien() -> None:
    [document] = printed("plan", {"basis_1": "Căn cứ Luật A", "basis_3": "Kế hoạch số 94-KH/TU"})
    assert document["grounds"] == ["Căn cứ Luật A", "Thực hiện Kế hoạch số 94-KH/TU"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (TENTATIVE, "Dự kiến ngày 24 tháng 5 năm 2022 (sẽ có Giấy mời sau)"),
        (CONFIRMED, ""),
        ("", ""),
    ],
)
def test_a_day_not_settled_is_called_tentative(status: str, said: str) -> None:
    [document] = printed("plan", {"date_status": status})
    assert document["tentative_day"] == said


def test_the_plan_is_printed_with_its_sections_numbered_through() -> None:
    [document] = printed(
        "plan",
        {"basis_1": "Kế hoạch A", "basis_2": "Chương trình B", "contents": r"Báo cáo\nKý kết"},
        tasks="code|content|lead\nNV1|Phát hành giấy mời|VPUB",
        groups="code|name|rank\nDB1|Lãnh đạo tỉnh|#1\nDB2|Công nhân|#2",
    )
    said = paragraphs("plan", document)
    expected = [
        "Thực hiện Kế hoạch A;",
        "Thực hiện Chương trình B.",
        "I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN",
        "- Lãnh đạo tỉnh;",
        "- Công nhân.",
        "II. NỘI DUNG HỘI NGHỊ",
        "1. Báo cáo.",
        "2. Ký kết.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng UBND tỉnh",
        "- Phát hành giấy mời.",
    ]
    assert [line for line in said if line in expected] == expected
    assert not [line for line in said if "MỤC ĐÍCH" in line or "KINH PHÍ" in line]
