from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.questions.words import sound, synonyms_from, words_of

SYNONYMS = synonyms_from(
    [("cty", "công ty"), ("bhxh", "bảo hiểm xã hội"), ("sổ hồng", "sổ đỏ"), ("lãnh", "nhận")]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chừ", "trừ"),
        ("nương", "lương"),
        ("xửa", "sửa"),
        ("dải", "giải"),
        ("việt", "việc"),
        ("văng", "văn"),
        ("hiễm", "hiểm"),
        ("kí", "ký"),
        ("cỹ", "kỷ"),
    ],
)
def test_words_taken_for_each_other_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("cho", "chợ"), ("đóng", "đống"), ("mất", "mặt"), ("bản", "bán")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cty nợ BHXH", "công ty nợ bảo hiểm xã hội"),
        ("cty no bhxh", "cong ty no bao hiem xa hoi"),
        ("SỔ HỒNG", "sổ đỏ"),
        ("so hong", "so do"),
        ("lãnh tiền", "nhận tiền"),
        ("lanh tien", "lanh tien"),
        ("hoà, thuỷ", "hòa thủy"),
        ("", ""),
    ],
)
def test_abbreviations_are_written_out(text: str, words: str) -> None:
    assert words_of(text, SYNONYMS) == words.split()


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert all(words_of(text, SYNONYMS))
