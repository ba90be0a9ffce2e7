"""Which cells go: people's own, and their names wherever else the program finds them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue.exchange.forgetting.deciding import Forgetting
from xl_dialogue.exchange.forgetting.seeking import Seeker
from xl_dialogue.exchange.sharing import copy_for
from xl_dialogue.plan.plan import Cells, Plan, plan_from
from xl_dialogue.plan.sheets import BY_NAME, CONFLICTS, FORGOTTEN, JOURNAL, REGISTER

DELEGATES = """
    code | honorific | full_name       | sex | phone      | email       | group | title | unit | note
    D1   | Ông       | Lê Văn Mẫu      | Nam | 0912345678 | le@vidu.vn  | G1    | Tổ trưởng | Công ty Vidu | Ăn chay
    D2   | Cơ quan   | Báo Vidu        |     | 0987654321 | bao@vidu.vn | G1    |       |      |
    D3   |           | Hội Nông dân    |     |            |             | G2    |       |      |
"""
GROUPS = "code | name | honorific\nG1 | Công nhân | Ông/Bà\nG2 | Đoàn thể | Cơ quan"


def after(plan: Plan, gone: Forgetting) -> Plan:
    """The plan that the workbook holds then."""
    cells = {}
    for name, held in plan.cells.items():
        values = held.values.copy()
        for change in (each for each in gone.changes if each.sheet == name):
            values.at[change.row, change.column] = change.new
        for row, columns in gone.noted.get(BY_NAME[name], {}).items():
            for column, value in columns.items():
                values.at[row, column] = value
        cells[name] = Cells(values, held.letters)
    return plan_from(cells)


def left(plan: Plan, sheet: str, *columns: str) -> list[tuple[object, ...]]:
    """These columns once all is forgotten."""
    frame = after(plan, Forgetting(plan)).frames[sheet]
    return [*frame[list(columns)].itertuples(index=False, name=None)]


def test_a_person_is_a_row_with_code_group_title_and_unit() -> None:
    plan = plan_of(delegates=DELEGATES, groups=GROUPS)
    people = ("full_name", "sex", "phone", "email", "note")
    assert left(plan, "delegates", *people)[0] == (FORGOTTEN, "", "", "", "")
    kept = ("code", "group", "title", "unit")
    assert left(plan, "delegates", *kept)[0] == ("D1", "G1", "Tổ trưởng", "Công ty Vidu")


def test_an_agency_keeps_its_name_by_its_own_honorific_or_its_groups() -> None:
    names = left(plan_of(delegates=DELEGATES, groups=GROUPS), "delegates", "full_name", "phone")
    assert names[1:] == [("Báo Vidu", ""), ("Hội Nông dân", "")]


def test_an_asker_goes_and_the_question_stays() -> None:
    plan = plan_of(
        questions="""
        code | asker      | content     | lead | status
        CH1  | Lê Văn Mẫu | Lương thấp? | SNV  | Đã giao
    """
    )
    told = left(plan, "questions", "asker", "content", "lead", "status")
    assert told == [("", "Lương thấp?", "SNV", "Đã giao")]


def test_names_and_phones_in_what_people_said_give_way_to_a_mark() -> None:
    plan = plan_of(
        delegates=DELEGATES,
        questions="""
        code | asker       | content
        CH1  | Trần Thị Ba | Tôi là TRẦN  THỊ BA, gọi 0912.345.678
    """,
    )
    assert left(plan, "questions", "content") == [(f"Tôi là {FORGOTTEN}, gọi {FORGOTTEN}",)]


def test_words_in_a_names_place_and_names_of_one_word_are_not_looked_for() -> None:
    plan = plan_of(
        questions="""
        code | asker             | content
        CH1  | Không nêu tên     | Đề nghị không nêu tên tôi
        CH2  | Minh              | Xin minh bạch, Minh
        CH3  | Sở Xây dựng Vidu  | Sở Xây dựng Vidu hỏi
    """,
        departments="code | name\nSXD | Sở Xây dựng Vidu",
    )
    assert Forgetting(plan).values == set()
    assert left(plan, "questions", "asker") == [("",), ("",), ("",)]


def test_the_journal_keeps_that_a_cell_was_written_and_not_what_stood_in_it() -> None:
    plan = plan_of(
        delegates=DELEGATES,
        journal="""
        run | job     | sheet   | code | column     | old        | new
        #1  | Sửa lỗi | Đại biểu | D1  | Điện thoại | 912345678  | 0912345678
        #1  | Nhập    | Đại biểu | D9  | Họ và tên  |            | Người Đã Xóa
        #1  | Sửa lỗi | Đại biểu | D2  | Họ và tên  | Báo  Vidu  | Báo Vidu
        #2  | Sửa lỗi | Câu hỏi | CH1  | Nội dung   | Lê Văn Mẫu hỏi | Hỏi
        #2  | Phân công | Câu hỏi | CH1 | Đơn vị chủ trì |  | SNV
    """,
    )
    assert left(plan, JOURNAL.name, "old", "new") == [
        (FORGOTTEN, FORGOTTEN),
        ("", FORGOTTEN),
        ("Báo  Vidu", "Báo Vidu"),
        (f"{FORGOTTEN} hỏi", "Hỏi"),
        ("", "SNV"),
    ]
    assert "Người Đã Xóa" in Forgetting(plan).values


def test_conflicts_keep_which_cell_it_was() -> None:
    plan = plan_of(
        conflicts="""
        code | sheet    | row | column     | base       | ours | theirs
        X1   | Đại biểu | D1  | Điện thoại | 0912345678 |      | 0911111111
        X1   | Câu hỏi  | CH1 | Nội dung trả lời | a    | b    | c
    """
    )
    assert left(plan, CONFLICTS.name, "base", "ours", "theirs") == [
        (FORGOTTEN, "", FORGOTTEN),
        ("a", "b", "c"),
    ]


def test_the_register_names_a_delegate_and_the_letters_file_by_the_code() -> None:
    plan = plan_of(
        delegates=DELEGATES,
        groups=GROUPS,
        departments="code | name\nSXD | Sở Xây dựng",
        register="""
        number | kind     | recipient     | file                         | content | code
        01     | Giấy mời | Lê Văn Mẫu    | Giấy mời/D1 Lê Văn Mẫu.docx  | abc     | D1
        02     | Giấy mời | D1 Lê Văn Mẫu | Giấy mời/D1 Lê Văn Mẫu.docx  | abc     |
        03     | Giấy mời | Báo Vidu      | Giấy mời/D2 Báo Vidu.docx    | abc     | D2
        04     | Công văn | Ông Lê Văn Mẫu | |  |
        05     | Công văn | Sở Xây dựng   | Công văn/SXD Sở Xây dựng.docx | abc    | SXD
    """,
    )
    assert left(plan, REGISTER.name, "recipient", "file") == [
        (FORGOTTEN, f"Giấy mời/D1 {FORGOTTEN}.docx"),
        (f"D1 {FORGOTTEN}", f"Giấy mời/D1 {FORGOTTEN}.docx"),
        ("Báo Vidu", "Giấy mời/D2 Báo Vidu.docx"),
        (f"Ông {FORGOTTEN}", ""),
        ("Sở Xây dựng", "Công văn/SXD Sở Xây dựng.docx"),
    ]


def test_no_change_tells_what_stood_in_the_cell() -> None:
    gone = Forgetting(plan_of(delegates=DELEGATES, groups=GROUPS))
    assert {change.old for change in gone.changes} == {FORGOTTEN}


def test_an_address_of_an_agency_is_not_looked_for() -> None:
    plan = plan_of(
        delegates=DELEGATES, groups=GROUPS, departments="code | name | email\nB | Báo | bao@vidu.vn"
    )
    assert "le@vidu.vn" in Forgetting(plan).values
    assert "bao@vidu.vn" not in Forgetting(plan).values


# --- the algebra ----------------------------------------------------------------------------

NAMES = st.sampled_from(["Lê Văn Mẫu", "TRẦN THỊ BA", "Hờ A Tủa", "Báo Vidu", FORGOTTEN, ""])
PHONES = st.sampled_from(["0912345678", "0912 345 679; 0912345680", "84912345678", ""])
TEXTS = st.sampled_from(
    ["Đường xấu", "Lê Văn Mẫu hỏi", "gọi 0912345678", "hờ a tủa và Trần Thị Ba", "Minh bạch"]
)
HONORIFICS = st.sampled_from(["", "Ông", "Cơ quan"])
PEOPLE = st.lists(st.tuples(HONORIFICS, NAMES, PHONES), max_size=4)
ASKED = st.lists(st.tuples(NAMES, TEXTS), max_size=4)
NOTED = st.lists(st.tuples(st.sampled_from(["Họ và tên", "Chức vụ"]), NAMES, TEXTS), max_size=3)


def drawn(
    people: list[tuple[str, str, str]],
    asked: list[tuple[str, str]],
    noted: list[tuple[str, str, str]],
) -> Plan:
    return plan_of(
        delegates="code | honorific | full_name | phone"
        + "".join(f"\nD{at} | {' | '.join(row)}" for at, row in enumerate(people)),
        questions="code | asker | content"
        + "".join(f"\nCH{at} | {' | '.join(row)}" for at, row in enumerate(asked)),
        journal="run | sheet | code | column | old | new"
        + "".join(f"\n#1 | Đại biểu | D{at} | {' | '.join(row)}" for at, row in enumerate(noted)),
    )


@settings(max_examples=25, deadline=None)
@given(PEOPLE, ASKED, NOTED)
def test_forgetting_twice_is_forgetting_once(
    people: list[tuple[str, str, str]],
    asked: list[tuple[str, str]],
    noted: list[tuple[str, str, str]],
) -> None:
    plan = drawn(people, asked, noted)
    assert Forgetting(after(plan, Forgetting(plan))).is_nothing


@settings(max_examples=25, deadline=None)
@given(PEOPLE, ASKED, NOTED)
def test_no_value_stands_anywhere_afterwards_nor_in_a_copy(
    people: list[tuple[str, str, str]],
    asked: list[tuple[str, str]],
    noted: list[tuple[str, str, str]],
) -> None:
    plan = drawn(people, asked, noted)
    gone = Forgetting(plan)
    now, says = after(plan, gone), Seeker(gone.values)
    cells = [f"{value}" for held in now.cells.values() for value in held.values.to_numpy().flat]
    assert [cell for cell in cells if says(cell)] == []
    assert copy_for(now, "offices").said


@settings(max_examples=25, deadline=None)
@given(PEOPLE, ASKED, NOTED)
def test_rows_and_codes_are_counted_as_before(
    people: list[tuple[str, str, str]],
    asked: list[tuple[str, str]],
    noted: list[tuple[str, str, str]],
) -> None:
    plan = drawn(people, asked, noted)
    now = after(plan, Forgetting(plan))
    for sheet in ("delegates", "questions"):
        assert now.frames[sheet]["code"].tolist() == plan.frames[sheet]["code"].tolist()
    filled = plan.delegates["full_name"] != ""
    assert ((now.delegates["full_name"] != "") == filled).all()
