from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.decree.widths import length
from xl_dialogue.documents.typesetting import rule_length, set_in_lines, title_lines

LONG = (
    "Hội nghị gặp gỡ, đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh với công nhân, viên chức, "
    "người lao động trên địa bàn tỉnh Cao Bằng năm 2022"
)


def width(line: str) -> float:
    return length(line, 14, bold=True)


def test_a_title_is_broken_where_its_words_allow() -> None:
    assert title_lines(LONG, "Cao Bằng") == [
        "Hội nghị gặp gỡ, đối thoại giữa Chủ tịch",
        "Ủy ban nhân dân tỉnh với công nhân, viên chức,",
        "người lao động trên địa bàn tỉnh Cao Bằng năm 2022",
    ]


@pytest.mark.parametrize("words", range(1, 26))
def test_the_name_of_a_place_and_a_year_stay_whole(words: int) -> None:
    title = f"{'Xã ' * words}Cao Bằng năm 2022"
    said = "\n".join(title_lines(title, "Cao Bằng"))
    assert "Cao Bằng" in said
    assert "năm 2022" in said


@given(st.lists(st.sampled_from(LONG.split()), min_size=4, max_size=60).map(" ".join))
def test_whatever_a_title_says_its_lines_fit_and_what_is_drawn_below_is_a_third_to_a_half(
    title: str,
) -> None:
    lines = title_lines(title, "Cao Bằng")
    assert " ".join(lines) == title
    assert max(map(width, lines)) < 135
    if width(lines[-1]) >= 20:
        assert 1 / 3 - 0.01 < rule_length(lines) / width(lines[-1]) <= 0.5 + 0.01


@pytest.mark.parametrize("title", [LONG, "Hội nghị đối thoại 2022", "Dự Hội nghị"])
def test_long_and_short_titles_have_a_line_of_their_own_length(title: str) -> None:
    context = set_in_lines({"subject": title, "place": "Cao Bằng"})
    lines = context["subject_lines"]
    assert isinstance(lines, list)
    assert 1 / 3 < int(str(context["subject_rule"])) / width(lines[-1]) <= 0.5


def test_what_has_no_subject_has_no_lines() -> None:
    assert set_in_lines({"subject": ""}) == {"subject": "", "subject_lines": [], "subject_rule": 0}
