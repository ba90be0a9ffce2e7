from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.questions.phrases import Lexicon
from xl_dialogue.questions.words import words_of

PHRASES = (
    "nợ lương",
    "trừ … lương",
    "bảo hiểm",
    "bảo hiểm xã hội",
    "chợ xã",
    "vay … trồng … rừng",
    "điện",
)
LEXICON = Lexicon(PHRASES)


def found(text: str) -> dict[str, float]:
    return {PHRASES[hit.phrase]: hit.exactness for hit in LEXICON.hits(words_of(text))}


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Công ty nợ lương", {"nợ lương": 1.0}),
        ("NỢ, LƯƠNG!", {"nợ lương": 1.0}),
        ("cong ty no luong", {"nợ lương": 0.9}),
        ("công ty nợ nương", {"nợ lương": 0.75}),
        ("bảo hiễm xã hội", {"bảo hiểm": 0.75, "bảo hiểm xã hội": 0.75}),
        ("bị trừ mất nửa tháng lương", {"trừ … lương": 1.0}),
        ("lương bị trừ", {"trừ … lương": 1.0}),
        ("lương" + " gì đó" * 9 + " trừ", {}),
        ("vay tiền trồng cây gây rừng", {"vay … trồng … rừng": 1.0}),
        ("vay tiền trồng cây", {}),
        ("cho xã", {}),
        ("diện tích", {}),
        ("", {}),
    ],
)
def test_phrases_are_met_however_they_were_typed(text: str, phrases: dict[str, float]) -> None:
    assert found(text) == phrases


def test_a_hit_tells_which_words_it_takes_up() -> None:
    [hit] = LEXICON.hits(words_of("họ trừ hết vào lương tháng"))
    assert sorted(hit.places) == [1, 4]


def test_parts_that_share_a_word_are_not_two_parts() -> None:
    assert Lexicon(["xã hội … bảo hiểm xã hội"]).hits(words_of("bảo hiểm xã hội")) == []


@given(
    st.lists(
        st.sampled_from("nợ lương trừ bảo hiểm xã hội chợ vay trồng rừng no luong".split()),
        max_size=40,
    )
)
def test_every_whole_phrase_in_the_text_is_found(words: list[str]) -> None:
    text = " ".join(words)
    for phrase in ("nợ lương", "bảo hiểm xã hội"):
        if f" {phrase} " in f" {text} ":
            assert found(text)[phrase] >= 0.9
