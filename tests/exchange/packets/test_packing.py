"""Who is sent which rows and columns, and what never leaves."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from mailed import file_of, sent
from tables import plan_of

from xl_dialogue.exchange.packets.packing import pack
from xl_dialogue.exchange.packets.workbook import workbook_of
from xl_dialogue.plan.audiences import AUDIENCES

DEPARTMENTS = """
    code | name           | email
    SXD  | Sở Xây dựng    | sxd@vidu.example
    SNV  | Sở Nội vụ      | snv@vidu.example
    CDN  | Công đoàn ngành|
"""
QUESTIONS = """
    code | asker         | unit          | content                          | lead | coordinators | status | answer
    CH01 | Lục Văn Hỏi   | Công ty Vidu  | Nhà ở bao giờ có? Gọi 0912345678 | SXD  | SNV          | Đã giao |
    CH02 | Nông Thị Đáp  | Công ty Vidu  | Lục Văn Hỏi nói lương chậm        | SNV  |              | Đã giao | Gọi 0912345678
    CH03 | Nông Thị Đáp  | Công ty Vidu  | Hai việc                          | SNV  |              | Đã tách |
    CH04 |               |               | Chưa giao                         |      |              | Mới     |
"""
PLAN = plan_of(departments=DEPARTMENTS, questions=QUESTIONS)


def rows(audience: str, recipient: str, **tables: str) -> list[tuple[str, bool]]:
    packets = pack(plan_of(departments=DEPARTMENTS, **tables), AUDIENCES[audience])
    [packet] = [each for each in packets if each.recipient.code == recipient]
    return [(row.code, row.answers) for page in packet.pages for row in page.rows]


def test_the_lead_answers_and_the_coordinator_is_shown() -> None:
    assert rows("departments", "SXD", questions=QUESTIONS) == [("CH01", True)]
    assert rows("departments", "SNV", questions=QUESTIONS) == [("CH01", False), ("CH02", True)]


def test_of_leads_together_the_first_answers() -> None:
    tasks = """
        code | content   | lead
        NV01 | Cùng làm  | SNV; SXD
    """
    assert rows("departments", "SNV", tasks=tasks) == [("NV01", True)]
    assert rows("departments", "SXD", tasks=tasks) == [("NV01", False)]


def test_who_has_no_rows_is_sent_nothing() -> None:
    assert list(sent(PLAN)) == ["SXD", "SNV"]


def test_a_code_that_stands_twice_is_not_sent() -> None:
    twice = """
        code | content | lead
        CH01 | Một     | SXD
        CH01 | Hai     | SXD
        CH02 | Ba      | SXD
    """
    assert rows("departments", "SXD", questions=twice) == [("CH02", True)]


def test_no_phone_and_no_name_of_an_asker_stands_in_any_part_of_the_file() -> None:
    for packet in sent(PLAN).values():
        with zipfile.ZipFile(io.BytesIO(workbook_of(packet, PLAN))) as package:
            text = " ".join(package.read(name).decode() for name in package.namelist())
        assert "Lục Văn Hỏi" not in text
        assert "Nông Thị Đáp" not in text
        assert "Người hỏi" not in text
        assert "sxd@vidu.example" not in text


def test_what_a_recipient_has_answered_goes_as_it_stands() -> None:
    page = file_of(sent(PLAN)["SNV"], PLAN)["Câu hỏi"]
    assert page["B2"].value == "Nhà ở bao giờ có? Gọi […]"
    assert page["H3"].value == "Gọi 0912345678"


def test_a_union_is_sent_the_people_of_its_unit_with_what_is_personal_named() -> None:
    plan = plan_of(
        departments=DEPARTMENTS,
        groups="""
            code | name
            DB10 | Công đoàn các cấp
            DB12 | Phóng viên các cơ quan báo chí
        """,
        delegates="""
            code | full_name     | unit              | group | phone
            D001 | Triệu Thị Vải | Công đoàn ngành   | DB10  | 0912000001
            D002 | Bế Văn Báo    | Báo Vidu          | DB12  |
            D003 | Hà Văn Lẻ     | Công ty  Lẻ Vidu  | DB10  |
        """,
    )
    packets = sent(plan, "unions")
    assert list(packets) == ["CDN", "Công ty Lẻ Vidu"]
    [page] = packets["CDN"].packet.pages
    assert [row.code for row in page.rows] == ["D001"]
    assert [column.name for column in page.personal] == [
        "full_name", "sex", "phone", "email", "note",
    ]  # fmt: skip


def test_the_press_is_sent_the_agenda_and_answers_nothing() -> None:
    plan = plan_of(
        groups="""
            code | name
            DB12 | Phóng viên các cơ quan báo chí
        """,
        delegates="""
            code | full_name  | unit     | group
            D002 | Bế Văn Báo | Báo Vidu | DB12
        """,
        agenda="""
            number | content  | performer | start
            #1     | Khai mạc | Chủ tịch  | 07:30
        """,
    )
    [packet] = sent(plan, "press").values()
    [page] = packet.packet.pages
    assert [(row.cells[:3], row.answers) for row in page.rows] == [(("1", "", "Khai mạc"), False)]
    assert page.personal == []


def test_only_the_cells_of_answers_are_open() -> None:
    page = file_of(sent(PLAN)["SNV"], PLAN)["Câu hỏi"]
    open_ = {
        cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_ == {"G3", "H3", "I3"}
    assert page.protection.sheet
    assert not page.protection.password


def test_a_packet_has_a_guide_first_its_label_last_and_nothing_hidden_or_calculated() -> None:
    book = file_of(sent(PLAN)["SNV"], PLAN)
    assert book.sheetnames == ["Đọc trước", "Câu hỏi", "Nhãn gói"]
    assert {page.sheet_state for page in book} == {"visible"}
    assert "SNV" in str(book["Nhãn gói"]["B3"].value)
    lists = [
        guard.formula1
        for guard in book["Câu hỏi"].data_validations.dataValidation
        if guard.formula1
    ]
    assert lists == ['"Mới,Đã giao,Đang trả lời,Đã trả lời,Trả lại,Đã tách"']


def test_text_that_looks_like_a_formula_is_text() -> None:
    plan = plan_of(
        departments=DEPARTMENTS,
        questions="""
            code | content         | lead
            CH01 | =HYPERLINK("a") | SXD
        """,
    )
    cell = file_of(sent(plan)["SXD"], plan)["Câu hỏi"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ('=HYPERLINK("a")', "s", True)


def test_the_same_plan_gives_the_same_bytes() -> None:
    once, again = (workbook_of(sent(PLAN)["SXD"], PLAN) for _ in range(2))
    assert once == again
    assert openpyxl.load_workbook(io.BytesIO(once)).properties.creator in ("", None)
