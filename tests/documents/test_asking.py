from __future__ import annotations

import datetime as dt

import pytest
from asked import CONFERENCE, DEPARTMENTS, ISSUING, TOPICS, printed
from printed_words import paragraphs
from tables import plan_of

from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.issuing import numbered
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.plan.sheets import QUESTIONS

# --- asking the unions ---


def test_the_unions_are_told_the_last_day_before_the_deadline_and_where_to_send() -> None:
    [letter] = printed("question_call", {"question_contact": "Văn phòng LĐLĐ"})
    assert (letter["before"], letter["last_day"]) == (
        "ngày 19 tháng 5 năm 2022", "ngày 18 tháng 5 năm 2022",
    )  # fmt: skip
    assert letter["sent_to"] == "Văn phòng LĐLĐ"
    assert letter["subject"].endswith("gửi Hội nghị đối thoại năm 2022")


def test_without_a_place_of_their_own_questions_go_to_the_contact() -> None:
    [letter] = printed("question_call", {"contact": "Phòng KGVX", "year": None})
    assert letter["sent_to"] == "Phòng KGVX"
    assert letter["subject"].endswith("gửi Hội nghị đối thoại")


@pytest.mark.parametrize(
    ("register", "cited"),
    [
        (
            "number|symbol|date|kind\n'15|KH-UBND|2022-05-04|Kế hoạch",
            "Kế hoạch số 15/KH-UBND ngày 04 tháng 5 năm 2022 của Ủy ban nhân dân tỉnh Cao Bằng",
        ),
        (
            "number|symbol|date|kind\n|KH-UBND||Kế hoạch",
            "Kế hoạch số /KH-UBND ngày tháng 5 năm 2022 của Ủy ban nhân dân tỉnh Cao Bằng",
        ),
    ],
)
def test_the_plan_is_cited_by_its_number_or_with_room_for_one(register: str, cited: str) -> None:
    [letter] = printed("question_call", register=register)
    words = letter["plan_cited"].replace("số " + "\N{NO-BREAK SPACE}" * 6, "số ")
    assert " ".join(words.split()) == cited


def test_the_form_has_the_heads_of_the_sheet_it_comes_back_to() -> None:
    [form] = printed("question_form")
    assert form["header"]["content"] == QUESTIONS["content"].header
    assert form["header"]["unit"] == QUESTIONS["unit"].header
    assert form["numbers"] == ["1", "2", "3", "4", "5", "6"]


def test_the_form_goes_with_a_letter_cited_without_a_name_of_its_kind() -> None:
    issuing = "kind|issuer|symbol|attached_to\nPhiếu câu hỏi|||Công văn đề nghị tổng hợp câu hỏi\nCông văn đề nghị tổng hợp câu hỏi|LĐLĐ tỉnh|LĐLĐ-VP|"
    [form] = printed("question_form", issuing=issuing)
    assert form["attached_line"].startswith("(Kèm theo Công văn số ")
    assert form["attached_line"].endswith("của LĐLĐ tỉnh)")


# --- what was asked ---


def test_petitions_stand_by_topic_with_all_who_asked() -> None:
    [report] = printed(
        "petition_report",
        topics=TOPICS,
        questions="""
            code | unit  | content  | topic | lead | authority | duplicate_of | asker
            CH1  | Mỏ A  | Học phí? | LV2   | STC  | Tỉnh      |              | Lò Văn X
            CH2  | Mỏ B  | Nhà ở?   | LV1   | SXD  | Trung ương|              | Lò Văn Y
            CH3  | Mỏ C  | Nhà?     | LV1   |      |           | CH2          | Lò Văn Z
            CH4  | mỏ  b | Nhà ở?   | LV1   |      |           | CH3          |
            CH5  |       | Gì đó?   |       |      |           |              |
        """,
    )
    table = {
        group["name"]: [(p["code"], p["unit"], p["merged"], p["lead"]) for p in group["petitions"]]
        for group in report["groups"]
    }
    assert table == {
        "Nhà ở": [("CH2", "Mỏ B; Mỏ C; mỏ b", "CH3, CH4", "Sở Xây dựng")],
        "Học phí": [("CH1", "Mỏ A", "", "Sở Tài chính")],
        "Chưa xếp lĩnh vực": [("CH5", "", "", "")],
    }
    assert list(table) == ["Nhà ở", "Học phí", "Chưa xếp lĩnh vực"]
    counts = [report[name] for name in ("received", "units", "merged", "single")]
    assert counts == ["5", "3", "2", "3"]
    assert report["by_authority"] == "Tỉnh: 1; Trung ương: 1; chưa xác định: 1"
    assert "Lò Văn" not in str(report)
    assert report["addressees"] == ["VPUB"]


def test_questions_that_call_each_other_the_same_are_counted_once() -> None:
    [report] = printed(
        "petition_report",
        questions="code|content|duplicate_of\nCH1|Nhà?|CH2\nCH2|Nhà?|CH1\nCH3|Nhà?|CH3",
    )
    [group] = report["groups"]
    assert [(p["code"], p["merged"]) for p in group["petitions"]] == [("CH1", "CH2"), ("CH3", "")]
    assert (report["merged"], report["single"]) == ("1", "2")


@pytest.mark.parametrize("kind", ["petition_report", "answer_request", "answer_report"])
def test_where_nothing_was_asked_nothing_is_reported_or_handed_on(kind: str) -> None:
    assert printed(kind) == []


# --- asking those who answer ---

ASKED = """
    code | unit | content | lead | coordinators | authority | duplicate_of | status
    CH1  | Mỏ A | Nhà?    | SXD  | LDLD; STC    | Tỉnh      |              | Đã giao
    CH2  | Mỏ B | Nhà?    | SXD  |              | Tỉnh      | CH1          | Đã giao
    CH3  | Mỏ C | Học?    | STC  |              | Tỉnh      |              |
    CH4  | Mỏ C | Vay?    | SXD  | STC          | Tỉnh      |              | Mới
    CH5  | Mỏ C | Cũ?     | SXD  |              | Tỉnh      |              | Đã trả lời
    CH6  | Mỏ C | Sai?    | STC  |              | Tỉnh      |              | Trả lại
    CH7  | Mỏ C | Ai?     |      |              |           |              | Mới
"""


def test_every_lead_gets_its_open_questions_and_is_the_addressee() -> None:
    letters = printed("answer_request", questions=ASKED)
    codes = [[p["code"] for p in letter["petitions"]] for letter in letters]
    assert codes == [["CH1", "CH4"], ["CH3"]]
    assert [letter["addressees"] for letter in letters] == [["Sở Xây dựng"], ["Sở Tài chính"]]
    assert [letter["count"] for letter in letters] == ["02", "01"]
    assert letters[0]["coordinators"] == "Liên đoàn Lao động tỉnh, Sở Tài chính"
    assert letters[0]["petitions"][0]["unit"] == "Mỏ A; Mỏ B"


def test_a_letter_is_known_by_the_code_and_name_of_its_lead() -> None:
    plan = plan_of(CONFERENCE, issuing=ISSUING, departments=DEPARTMENTS, questions=ASKED)
    ready, _ = drafts(plan, KINDS["answer_request"])
    assert [(draft.code, draft.recipient) for draft in ready] == [
        ("SXD", "Sở Xây dựng"), ("STC", "Sở Tài chính"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "deadline"),
    [
        ({"answer_deadline": "2022-05-17"}, "ngày 17 tháng 5 năm 2022"),
        ({}, "ngày 20 tháng 5 năm 2022"),
        ({"date": "2022-05-04"}, "ngày 28 tháng 4 năm 2022"),
    ],
)
def test_answers_are_due_when_the_plan_says_else_two_working_days_before(
    items: dict[str, object], deadline: str
) -> None:
    holidays = "date|name\n2022-04-30|\n2022-05-01|\n2022-05-02|\n2022-05-03|"
    [letter, _] = printed("answer_request", items, questions=ASKED, holidays=holidays)
    assert letter["deadline"] == deadline


def test_a_name_broken_in_its_cell_stands_on_one_line() -> None:
    departments = "code|name\nSXD|Sở Văn hóa,\\n Thể thao"
    [letter] = printed(
        "answer_request", departments=departments, questions="code|content|lead\nCH1|Nhà?|SXD"
    )
    assert letter["department"] == "Sở Văn hóa, Thể thao"


def test_without_open_questions_nobody_gets_a_letter() -> None:
    assert printed("answer_request", questions="code|content|lead\nCH1|Nhà?|") == []


# --- what they answered ---


def test_the_report_of_answers_counts_by_lead_and_in_all() -> None:
    questions = """
        code | content | lead | status       | answer    | authority  | duplicate_of
        CH1  | Nhà?    | SXD  | Đã trả lời   | Có dự án. | Tỉnh       |
        CH2  | Nhà?    | SXD  | Đang trả lời |           | Tỉnh       |
        CH3  | Học?    | STC  | Đã giao      |           | Trung ương |
        CH4  | Học?    | STC  |              |           |            | CH3
        CH5  | Ai?     |      | Mới          |           |            |
    """
    [report] = printed("answer_report", questions=questions)
    assert [(lead["name"], lead["given"], lead["answered"]) for lead in report["leads"]] == [
        ("Sở Xây dựng", "2", "1"), ("Sở Tài chính", "1", "0"),
    ]  # fmt: skip
    names = ("received", "given", "answered", "answering", "unanswered", "unassigned", "central")
    assert [report[name] for name in names] == ["4", "3", "1", "1", "1", "1", "1"]
    assert [(a["code"], a["answer"], a["status"]) for a in report["answers"]] == [
        ("CH1", "Có dự án.", "Đã trả lời"),
        ("CH2", "", "Đang trả lời"),
        ("CH3", "", "Chưa trả lời"),
    ]


def test_the_report_of_answers_says_which_came_late_and_by_how_many_days() -> None:
    questions = """
        code | content | lead | status     | answer | answered_on
        CH1  | Nhà?    | SXD  | Đã trả lời | Có.    | 2022-05-20
        CH2  | Nhà?    | SXD  | Đã trả lời | Có.    | 2022-05-23
        CH3  | Học?    | STC  | Đã trả lời | Có.    |
    """
    [report] = printed("answer_report", questions=questions)
    assert [answer["status"] for answer in report["answers"]] == [
        "Đã trả lời", "Đã trả lời (chậm 3 ngày)", "Đã trả lời",
    ]  # fmt: skip
    assert (report["late"], [lead["late"] for lead in report["leads"]]) == ("1", ["1", "0"])
    assert any("trả lời sau thời hạn: 1" in said for said in paragraphs("answer_report", report))


def test_a_long_question_is_reported_whole() -> None:
    long = " ".join(["Đường vào nhà máy hỏng nặng"] * 20)
    [report] = printed(
        "answer_report", questions=f"code|content|lead\nCH1|{long}|SXD\nCH2|Ngắn\\ngọn|SXD"
    )
    quoted = [answer["content"] for answer in report["answers"]]
    assert quoted == [long, "Ngắn gọn"]


def test_the_day_of_the_conference_is_no_day_for_answers() -> None:
    from xl_dialogue.documents.asking import answers_due

    assert answers_due(plan_of(CONFERENCE)) == dt.date(2022, 5, 20)


# --- as it is printed ---


def test_petitions_are_printed_under_their_topics_with_the_codes_merged() -> None:
    [report] = printed(
        "petition_report",
        topics=TOPICS,
        questions="code|content|topic|duplicate_of\nCH1|Nhà?|LV1|\nCH2|Học?|LV2|\nCH3|Nhà ở?|LV1|CH1",
    )
    said = paragraphs("petition_report", report)
    order = ["Nhà ở", "CH1 (gộp CH3)", "Nhà?", "Học phí", "CH2", "Học?"]
    assert [line for line in said if line in order] == order


def test_the_annex_says_which_letter_it_goes_with_once_it_has_a_number() -> None:
    [letter, _] = printed("answer_request", questions=ASKED)
    issued = numbered(letter, "12", dt.date(2022, 5, 19))
    said = paragraphs("answer_request", issued)
    line = (
        "(Kèm theo Công văn số 12/UBND-VX ngày 19 tháng 5 năm 2022 "
        "của Ủy ban nhân dân tỉnh Cao Bằng)"
    )
    assert said.index("Phụ lục") < said.index(line) < said.index("CH1") < said.index("CH4")
    assert "Kính gửi: Sở Xây dựng." in said


@pytest.mark.parametrize("kind", ["question_call", "question_form", "answer_report"])
def test_whatever_the_template_asks_for_is_given(kind: str) -> None:
    [document] = printed(kind, questions=ASKED)
    assert not [line for line in paragraphs(kind, document) if "{" in line]


def test_the_form_has_a_numbered_blank_row_for_each_question() -> None:
    [form] = printed("question_form")
    said = paragraphs("question_form", form)
    assert said[said.index("Nội dung") + 2 :][:6] == ["1", "2", "3", "4", "5", "6"]
