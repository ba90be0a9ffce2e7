from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xl_dialogue.vietnamese.text import (
    folded,
    folded_keeping_tones,
    folded_lines,
    is_decomposed,
    tidy,
    untidy,
)

LONG = 100_000
anything = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(" \u00a0\u200b\u00ad\u200d\u0301\u0323ÐðĐđhoàThưký-–\n\t🙂"),
    )
)


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("SO LAO DONG – THUONG BINH VA XA HOI", "Sở Lao động - Thương binh và Xã hội"),
        ("Hoà An", "Hòa An"),
        ("  Thuỷ   Lợi ", "thủy lợi"),
        ("Ðức", "Đức"),
        ("L\u0110L\u0110", "LÐLÐ"),
        ("Sở\u00a0Y\u200b tế", "Sở Y tế"),
        ("thô\u00adng tin", "Thông tin"),
        ("Ủy ban (tỉnh)", "uỷ ban_tỉnh"),
        (unicodedata.normalize("NFD", "Sở Nội vụ"), "Sở Nội vụ"),
    ],
)
def test_what_differs_only_in_typing_has_one_key(typed: str, listed: str) -> None:
    assert folded(typed) == folded(listed)


def test_the_key_is_plain_words() -> None:
    assert folded("Sở Lao động - Thương binh và Xã hội;") == "so lao dong thuong binh va xa hoi"


@pytest.mark.parametrize(("one", "other"), [("Sở Y tế", "Sở Tế"), ("An 1", "An 2"), ("中", "文")])
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa", "hoà"), ("KHỎE", "khoẻ"), ("thủy", "thuỷ"), ("Ủy ban", "uỷ ban"), ("lóa", "loá")],
)
def test_the_place_of_the_tone_does_not_matter(old: str, new: str) -> None:
    assert folded_keeping_tones(old) == folded_keeping_tones(new)


@pytest.mark.parametrize(
    ("one", "other"), [("Hoa", "Hòa"), ("Hóa", "Hòa"), ("quí", "quý"), ("Đăng", "Đặng")]
)
def test_the_tone_itself_matters(one: str, other: str) -> None:
    assert folded_keeping_tones(one) != folded_keeping_tones(other)


@pytest.mark.parametrize("word", ["hoàn", "quỳ", "quý", "thoáng", "khuỷu"])
def test_only_open_rimes_have_two_places_for_the_tone(word: str) -> None:
    assert folded_keeping_tones(word) == word


@pytest.mark.parametrize(
    ("arrived", "meant"),
    [
        (" Nông  Văn An ", "Nông Văn An"),
        ("Nông\u00a0Văn\u2009An\u200b", "Nông Văn An"),
        ("thô\u00adng tin", "thông tin"),
        ("dòng một\ndòng  hai\n", "dòng một\ndòng hai"),
        ("Ðề nghị", "Đề nghị"),
        ("LÐLÐ, HÐND, QÐ-UBND", "LĐLĐ, HĐND, QĐ-UBND"),
        (unicodedata.normalize("NFD", "Sở Nội vụ"), "Sở Nội vụ"),
        ("\u200b\u00a0", ""),
        ("a\tb", "a b"),
    ],
)
def test_what_nobody_sees_is_put_right(arrived: str, meant: str) -> None:
    assert untidy(arrived)
    assert tidy(arrived) == meant


@pytest.mark.parametrize(
    "text",
    ["", "Nông Văn An", "hoà", "Guðmundur Ðorđe", "👩\u200d⚕️ y tế", "a\nb", "\u0301", "100 m²"],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert not untidy(text)
    assert tidy(text) == text


@pytest.mark.parametrize(
    "text", ["§Ò  nghÞ  tr\u00adëng  phßng", " Ñeà nghò  tænh ", "Th\u00ad ký"]
)
def test_text_of_an_old_font_keeps_its_letters(text: str) -> None:
    assert not untidy(text)
    assert tidy(text) == text


def test_letters_apart_from_their_marks_are_noticed() -> None:
    assert is_decomposed(unicodedata.normalize("NFD", "Sở"))
    assert not is_decomposed("Sở")
    assert not is_decomposed("\u0301")


@pytest.mark.parametrize("piece", ["a", "é", " ", "e\u0301", "\u00ad", "Ð", "\u0301", "- ", "uỳ"])
def test_a_very_long_text_is_read_whole(piece: str) -> None:
    text = piece * LONG
    assert folded(folded(text)) == folded(text)
    assert folded_keeping_tones(folded_keeping_tones(text)) == folded_keeping_tones(text)
    assert not untidy(tidy(text))


@given(anything)
def test_a_key_is_its_own_key(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded_keeping_tones(folded_keeping_tones(text)) == folded_keeping_tones(text)


@given(anything)
def test_lines_at_once_have_the_keys_that_each_has(text: str) -> None:
    assert folded_lines(text) == [folded_keeping_tones(line) for line in text.split("\n")]


@given(anything)
def test_equal_with_tones_is_equal_without(text: str) -> None:
    assert folded(folded_keeping_tones(text)) == folded(text)


@given(anything)
@example("0 \xad")
def test_tidy_text_is_tidy(text: str) -> None:
    assert not untidy(tidy(text))


@given(anything)
def test_untidy_is_what_tidy_changes(text: str) -> None:
    assert untidy(text) == (tidy(text) != text)


@given(anything)
def test_tidying_does_not_change_what_a_text_matches(text: str) -> None:
    assert folded(tidy(text)) == folded(text)
