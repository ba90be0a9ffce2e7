from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.journal import as_text, entries, last_run, next_run, undo
from xl_dialogue.plan.plan import Plan, typed

NOW = dt.datetime(2022, 5, 19, 7, 5)
QUESTIONS = """
    code | content | lead | confidence
    CH01 | Nhà ở?  | SXD  | #0.75
    CH02 | Nợ?     | CAT  |
"""
JOURNAL = """
    run | job       | sheet   | code | column         | old | new
    #1  | Phân công | Câu hỏi | CH01 | Đơn vị chủ trì |     | SXD
    #1  | Phân công | Câu hỏi | CH01 | Độ tin cậy     |     | 0.75
    #2  | Phân công | Câu hỏi | CH02 | Đơn vị chủ trì |     | BHXH
"""
UNDONE = "\n    #3  | Hoàn tác 2 | Câu hỏi | CH02 | Đơn vị chủ trì | BHXH |"


def plan(journal: str = JOURNAL, questions: str = QUESTIONS) -> Plan:
    return plan_of(questions=questions, journal=journal)


def test_the_first_run_is_number_1_and_the_next_follows_the_highest() -> None:
    assert next_run(plan_of()) == 1
    assert next_run(plan()) == 3


def test_an_entry_names_the_row_by_its_code_and_the_column_by_its_header() -> None:
    [entry] = entries(plan(), [Change("questions", 3, "lead", None, "BHXH")], "Phân công", NOW)
    assert entry == {
        "run": 3,
        "time": "19/05/2022 07:05:00",
        "job": "Phân công",
        "sheet": "Câu hỏi",
        "code": "CH02",
        "column": "Đơn vị chủ trì",
        "old": "",
        "new": "BHXH",
    }


def test_a_row_whose_code_is_blank_or_repeated_is_known_by_its_number() -> None:
    drawn = plan(questions="code|content\nCH01|Nhà?\nCH01|Nợ?\n|Đường?\nCH04|Lương?")
    changes = [Change("questions", row, "lead", None, "SXD") for row in (2, 3, 4, 5)]
    codes = [entry["code"] for entry in entries(drawn, changes, "Phân công", NOW)]
    assert codes == ["#2", "#3", "#4", "CH04"]


def test_the_last_run_is_the_highest_that_was_not_taken_back() -> None:
    assert set(last_run(plan())["run"]) == {2}
    assert set(last_run(plan(JOURNAL.rstrip() + UNDONE))["run"]) == {1}


def test_without_a_run_there_is_nothing_to_take_back() -> None:
    assert undo(plan_of(questions=QUESTIONS)) is None


def test_what_somebody_changed_since_is_kept() -> None:
    reversal = undo(plan())
    assert reversal is not None
    assert (reversal.run, reversal.changes) == (2, [])
    assert reversal.changed_since == [Change("questions", 3, "lead", "CAT", "")]


def test_an_undo_is_not_undone_but_the_run_before_it() -> None:
    reversal = undo(plan(JOURNAL.rstrip() + UNDONE))
    assert reversal is not None
    assert reversal.run == 1
    assert [(change.column, change.old) for change in reversal.changes] == [
        ("lead", "SXD"),
        ("confidence", 0.75),
    ]
    assert typed([change.new for change in reversal.changes], "text").tolist() == ["", ""]


@pytest.mark.parametrize("line", ["Trang lạ | CH01 | Đơn vị chủ trì", "Câu hỏi | CH99 | Lý do",
                                  "Câu hỏi | CH01 | Cột đã xóa"])  # fmt: skip
def test_an_entry_whose_cell_is_gone_is_passed_over(line: str) -> None:
    reversal = undo(plan(f"run|job|sheet|code|column|old|new\n#1|Sửa lỗi|{line}||x"))
    assert reversal is not None
    assert (reversal.changes, reversal.changed_since) == ([], [])


def written_and_undone(questions: str, change: Change, after: str) -> Change:
    """The reversal of one change that is in the journal and in its cell."""
    [entry] = entries(plan_of(questions=questions), [change], "Sửa lỗi", NOW)
    columns = ("job", "sheet", "code", "column", "old", "new")
    line = "|".join(str(entry[name]) for name in columns)
    reversal = undo(plan(f"run|{'|'.join(columns)}\n#1|{line}", after))
    assert reversal is not None
    [reversed_] = reversal.changes
    return reversed_


def test_a_date_that_was_typed_as_text_is_text_again() -> None:
    became = dt.datetime(2022, 5, 5)
    change = Change("questions", 2, "received", "5/5/2022", became)
    after = "code|received\nCH01|2022-05-05"
    assert written_and_undone("code|received\nCH01|5/5/2022", change, after).new == "5/5/2022"


def test_a_date_is_a_date_again() -> None:
    change = Change("questions", 2, "received", dt.datetime(2022, 5, 5), dt.datetime(2022, 5, 6))
    after = "code|received\nCH01|2022-05-06"
    undone = written_and_undone("code|received\nCH01|2022-05-05", change, after)
    assert undone.new == dt.date(2022, 5, 5)


@given(st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(2100, 1, 1)))
def test_a_day_or_a_time_is_read_again_from_its_text(moment: dt.datetime) -> None:
    assert typed([as_text(moment.date())], "date").iloc[0] == moment.date()
    clock = moment.time().replace(second=0, microsecond=0)
    assert typed([as_text(clock)], "time").iloc[0] == clock


@given(st.floats(-1e9, 1e9).map(lambda number: float(f"{number:.15g}")))
def test_a_number_is_read_again_from_its_text(number: float) -> None:
    assert typed([as_text(number)], "number").iloc[0] == number


def test_a_row_known_by_its_number_alone_is_left_when_another_stands_there():
    drawn = "code|content|lead|authority\n|Nhà ở?|SXD|Huyện"
    journal = """
    run | job       | sheet   | code | column         | old | new
    #1  | Phân công | Câu hỏi | '#2  | Đơn vị chủ trì |     | SXD
    #1  | Phân công | Câu hỏi | '#2  | Thẩm quyền     |     | Tỉnh
    """
    reversal = undo(plan(journal, drawn))
    assert reversal is not None
    assert reversal.changes == []
    assert len(reversal.changed_since) == 2


def test_entries_whose_row_is_gone_are_counted():
    reversal = undo(plan(questions="code|content\nCH77|Nhà ở?"))
    assert reversal is not None
    assert (reversal.changes, reversal.changed_since, reversal.lost) == ([], [], 1)


def test_a_garbled_line_of_the_journal_is_passed_over():
    journal = "run|job|sheet|code|column|old|new\nx|Phân công|Câu hỏi|CH01|Thẩm quyền||Tỉnh\n"
    reversal = undo(plan(journal + "\n".join(JOURNAL.strip().splitlines()[1:])))
    assert reversal is not None
    assert reversal.run == 2


def test_a_cell_that_was_forgotten_is_counted_and_does_not_come_back() -> None:
    held = plan_of(
        delegates="""
        code | full_name | phone
        D1   | (đã xóa)  |
    """,
        journal="""
        run | job     | sheet    | code | column     | old      | new
        #1  | Sửa lỗi | Đại biểu | D1   | Điện thoại | (đã xóa) | (đã xóa)
        #1  | Sửa lỗi | Đại biểu | D1   | Chức vụ    | Tổ phó   |
    """,
    )
    reversal = undo(held)
    assert reversal is not None
    assert (reversal.forgotten, reversal.lost, reversal.changed_since) == (1, 0, [])
    assert [(each.column, each.new) for each in reversal.changes] == [("title", "Tổ phó")]
