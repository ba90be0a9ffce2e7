from __future__ import annotations

import pytest

from xl_dialogue.vietnamese.spelling import is_syllable, resembles_syllable, toneless, tones


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quỳnh", "giếng", "Gì", "ĐƯỜNG", "khuya", "hoà", "hòa", "uỷ", "yêu", "Kạn", "Pác"],
)
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "hello", "tỉnhh", "các1", "tàc", "hoàá", "Đắk", "中"])
def test_a_word_that_breaks_the_spelling_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["tàc", "hòà", "nghành"])
def test_a_slip_of_the_tone_still_resembles_a_syllable(word: str) -> None:
    assert resembles_syllable(word)


def test_a_word_comes_apart_into_letters_and_tones() -> None:
    assert (toneless("Thượng"), tones("Thượng")) == ("thương", [5])
    assert (toneless("ÂN"), tones("ÂN")) == ("ân", [])
