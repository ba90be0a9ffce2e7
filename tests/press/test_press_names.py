from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.press.names import safe_names


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Nguyễn Thị Lan", "Nguyễn Thị Lan"),
        (unicodedata.normalize("NFD", "Đặng Hữu Phước"), "Đặng Hữu Phước"),
        ("Sở GD/ĐT: “mời”?", "Sở GD-ĐT- “mời”-"),
        ("../../x", "-..-x"),
        ("C:\\x", "C--x"),
        ("con", "_con"),
        ("COM1.nháp", "_COM1.nháp"),
        ("lpt²", "_lpt²"),
        ("Công", "Công"),
        ("a. . ", "a"),
        (".ẩn", "ẩn"),
        ("~$khóa", "$khóa"),
        ("a\tb\x00c\u202ed", "a b cd"),
        ("\ud800", "_"),
        ("", "_"),
    ],
)
def test_a_name_is_safe_everywhere(name: str, safe: str) -> None:
    assert safe_names([name]) == [safe]


def test_names_alike_to_windows_get_numbers_in_order() -> None:
    assert safe_names(["An", "AN", "an (2)", "An"]) == ["An", "AN (2)", "an (2) (2)", "An (3)"]


def test_long_names_are_cut_and_still_differ() -> None:
    one, other = safe_names(["ư" * 300, "ư" * 300])
    assert one != other
    assert max(len(one.encode()), len(other.encode())) <= 230


@given(st.lists(st.text(max_size=150), max_size=20))
def test_names_are_unique_short_and_stay_as_they_are(names: list[str]) -> None:
    safe = safe_names(names)
    assert len({unicodedata.normalize("NFC", name.casefold()) for name in safe}) == len(names)
    assert all(0 < len(name) <= 120 and len(name.encode()) <= 230 for name in safe)
    assert not any(set(name) & set('<>:"/\\|?*') or name[-1] in ". " for name in safe)
    assert safe_names(safe) == safe
