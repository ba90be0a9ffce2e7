"""New rows are changes like any other."""

from __future__ import annotations

import datetime as dt

from tables import cells_of, plan_of

from xl_dialogue.plan.appending import appended, first_free_row, rows_beyond
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.journal import entries, undo
from xl_dialogue.plan.plan import Plan, plan_from

NOW = dt.datetime(2022, 5, 19, 7, 5)
QUESTIONS = """
    code | content
    CH01 | Nhà ở?
    CH02 | Nợ?
"""
ROWS = [{"code": "CH03", "content": "Đường?", "asker": ""}, {"code": "CH04", "content": "Lương?"}]


def test_rows_go_below_the_last_and_blanks_are_no_change() -> None:
    assert appended(plan_of(questions=QUESTIONS), "questions", ROWS) == [
        Change("questions", 4, "code", None, "CH03"),
        Change("questions", 4, "content", None, "Đường?"),
        Change("questions", 5, "code", None, "CH04"),
        Change("questions", 5, "content", None, "Lương?"),
    ]


def test_in_an_empty_sheet_they_begin_below_its_header() -> None:
    cells = cells_of("questions", "code | content")
    assert first_free_row(plan_from({"questions": cells}), "questions") == 2


def test_a_column_that_the_workbook_lacks_is_left_out() -> None:
    cells = cells_of("questions", QUESTIONS)
    known = {name: letter for name, letter in cells.letters.items() if name != "content"}
    plan = plan_from({"questions": type(cells)(cells.values, known)})
    assert [change.column for change in appended(plan, "questions", ROWS)] == ["code", "code"]


def test_rows_that_are_not_there_yet_are_told_from_those_that_are() -> None:
    assert rows_beyond(plan_of(questions=QUESTIONS), "questions", {2, 5, 4}) == [4, 5]


def _after(filled: str = "") -> Plan:
    """Two rows were added by a run; somebody may have filled in something since."""
    before = plan_of(questions=QUESTIONS)
    noted = entries(before, appended(before, "questions", ROWS), "Nhập", NOW)
    journal = "run | job | sheet | code | column | old | new\n" + "\n".join(
        f"#{each['run']} | " + " | ".join(str(each[name]) for name in list(each)[2:])
        for each in noted
    )
    now = f"""
        code | content | answer
        CH01 | Nhà ở?  |
        CH02 | Nợ?     |
        CH03 | Đường?  |
        CH04 | Lương?  | {filled}
    """
    return plan_of(questions=now, journal=journal)


def test_the_journal_knows_a_new_row_by_the_code_it_was_given() -> None:
    assert set(_after().journal["code"]) == {"CH03", "CH04"}


def test_undo_takes_new_rows_away() -> None:
    reversal = undo(_after())
    assert reversal is not None
    assert {(each.row, each.column, each.new) for each in reversal.changes} == {
        (4, "code", ""), (4, "content", ""), (5, "code", ""), (5, "content", ""),
    }  # fmt: skip


def test_a_new_row_that_somebody_has_gone_on_with_stays_whole() -> None:
    reversal = undo(_after(filled="Đã giải quyết"))
    assert reversal is not None
    assert {each.row for each in reversal.changes} == {4}
    assert {each.row for each in reversal.changed_since} == {5}
