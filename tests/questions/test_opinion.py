from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.opinion import Opinions, features, opinions

TABLE = ["LV01\t10\tLương\n", "LV02\t0\tĐường\n", "luong\t0:250\n", "con duong\t1:300 0:50\n"]


def said(text: str) -> list[float]:
    return Opinions(TABLE).of(text.split())


def test_a_word_speaks_for_its_topic_with_marks_or_without() -> None:
    assert said("lương") == said("luong") == pytest.approx([2.4, 0.0])


def test_two_words_in_a_row_speak_together() -> None:
    wage, road = said("con đường")
    assert road > wage
    assert features(["con", "đường"]) == {"con", "duong", "con duong"}


def test_what_nobody_has_said_yet_speaks_for_none() -> None:
    assert said("") == []
    assert max(said("zzz")) == 0


@given(st.lists(st.sampled_from(["lương", "con", "đường", "xyz"]), max_size=8))
def test_there_is_one_answer_a_topic(words: list[str]) -> None:
    assert len(Opinions(TABLE).of(words)) in (0, 2)


def test_a_topic_of_staff_s_own_has_no_opinion() -> None:
    departments = "code|name\nSXD|Sở Xây dựng"
    own = plan_of(departments=departments, topics="code|name|keywords|lead\nLV01|X|nhà|SXD")
    assert not any(catalogue(own).shipped)


def test_the_shipped_table_names_its_topics() -> None:
    codes = [code for code, _ in opinions().topics]
    assert codes == sorted(set(codes))
    assert len(codes) > 100
