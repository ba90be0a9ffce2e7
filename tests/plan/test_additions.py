"""Rows that a job adds: below the last, under the next code, taken back like cells."""

from __future__ import annotations

import datetime as dt
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue.plan.additions import added, next_codes
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.journal import entries, undo
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import TASKS

NOW = dt.datetime(2022, 5, 25, 8, 0)
ROWS = [{"code": "NV03", "content": "Sửa đường", "lead": "", "deadline": dt.date(2022, 6, 30)}]


def test_a_new_row_stands_below_the_last_and_leaves_blanks_alone() -> None:
    plan = plan_of(tasks="code|content\nNV01|Mời\nNV02|In")
    assert list(added(plan, TASKS, ROWS)) == [
        Change("tasks", 4, "code", None, "NV03"),
        Change("tasks", 4, "content", None, "Sửa đường"),
        Change("tasks", 4, "deadline", None, dt.date(2022, 6, 30)),
    ]


def test_on_an_empty_sheet_the_first_row_is_the_one_below_the_header() -> None:
    assert {each.row for each in added(plan_of(tasks="code|content"), TASKS, ROWS)} == {2}


@pytest.mark.parametrize(
    ("known", "first"),
    [
        (["NV01", "NV24"], ["NV25", "NV26"]),
        (["D009", "D010", "KM1"], ["D011", "D012"]),
        (["D999"], ["D1000", "D1001"]),
        (["abc", ""], ["X01", "X02"]),
        ([], ["X01", "X02"]),
    ],
)
def test_codes_go_on_where_the_series_ends(known: list[str], first: list[str]) -> None:
    assert list(islice(next_codes(known, "X"), 2)) == first


@given(st.lists(st.from_regex(r"[A-Z]{0,2}[0-9]{0,3}", fullmatch=True)))
def test_a_code_is_never_given_twice(known: list[str]) -> None:
    new = list(islice(next_codes(known, "NV"), 5))
    assert len({*new, *known}) == len(set(known)) + 5


JOURNAL = """
    run | job            | sheet    | code | column   | old | new
    #1  | Giao kết luận  | Nhiệm vụ | NV03 | Mã       |     | NV03
    #1  | Giao kết luận  | Nhiệm vụ | NV03 | Nội dung |     | Sửa đường
"""


def after(**tables: str) -> Plan:
    return plan_of(journal=JOURNAL, **tables)


def test_a_new_row_is_known_by_its_new_code() -> None:
    plan = plan_of(tasks="code|content\nNV01|Mời\nNV02|In")
    noted = entries(plan, added(plan, TASKS, ROWS), "Giao kết luận", NOW)
    assert [(each["code"], each["column"], each["old"]) for each in noted] == [
        ("NV03", "Mã", ""),
        ("NV03", "Nội dung", ""),
        ("NV03", "Hạn", ""),
    ]


def test_undo_empties_the_row_that_was_added_wherever_it_stands_by_now() -> None:
    reversal = undo(after(tasks="code|content\nNV03|Sửa đường\nNV01|Mời"))
    assert reversal is not None
    assert [(each.row, each.column, each.new) for each in reversal.changes] == [
        (2, "code", ""),
        (2, "content", ""),
    ]


@pytest.mark.parametrize(
    "tasks",
    [
        "code|content|result\nNV03|Sửa đường|Đã xong một đoạn",
        "code|content\nNV03|Sửa đường và cầu",
    ],
)
def test_undo_leaves_an_added_row_whole_that_somebody_has_taken_up(tasks: str) -> None:
    reversal = undo(after(tasks=tasks))
    assert reversal is not None
    assert reversal.changes == []
    assert len(reversal.changed_since) == 2


def test_a_row_taken_back_keeps_its_code_in_the_journal() -> None:
    plan = after(tasks="code|content\nNV03|Sửa đường")
    reversal = undo(plan)
    assert reversal is not None
    assert {each["code"] for each in entries(plan, reversal.changes, "Hoàn tác 1", NOW)} == {"NV03"}
