"""Codes of new rows: the next in the series, never one twice."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue.plan.codes import new_codes, next_codes, part_codes


@pytest.mark.parametrize(
    ("known", "first"),
    [
        (["NV01", "NV24"], ["NV25", "NV26"]),
        (["D009", "D010", "KM1"], ["D011", "D012"]),
        (["D999"], ["D1000", "D1001"]),
        (["2022-09"], ["2022-10", "2022-11"]),
        (["CH1", "CH1.1", "CH1.2", "CH1.3"], ["CH2", "CH3"]),
        (["abc", ""], ["X01", "X02"]),
        ([], ["X01", "X02"]),
    ],
)
def test_codes_go_on_where_the_series_ends(known: list[str], first: list[str]) -> None:
    assert list(islice(next_codes(known, [], "X01"), 2)) == first


@given(st.lists(st.from_regex(r"[A-Z]{0,2}[0-9]{0,3}", fullmatch=True)))
def test_a_code_is_never_given_twice(known: list[str]) -> None:
    new = list(islice(next_codes(known, [], "NV01"), 5))
    assert len({*new, *known}) == len(set(known)) + 5


def test_a_code_that_was_given_and_taken_back_is_not_given_to_another() -> None:
    plan = plan_of(
        tasks="code|content\nNV01|Mời",
        journal="sheet|code\nNhiệm vụ|NV02\nCâu hỏi|NV09",
    )
    assert next(new_codes(plan, "tasks")) == "NV03"


def test_a_code_in_other_letters_is_the_same_code() -> None:
    assert next(next_codes(["CH1"], ["ch2", "Ch03"], "CH001")) == "CH4"


def test_parts_are_numbered_under_their_whole() -> None:
    assert list(islice(part_codes("CH1", {"CH1", "CH1.2"}), 2)) == ["CH1.1", "CH1.3"]
