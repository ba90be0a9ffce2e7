from __future__ import annotations

from xl_dialogue.press.letters import Letter
from xl_dialogue.press.rehearsal import rehearsal


def letters(*phones: str) -> list[Letter]:
    return [Letter("x", {"phone": phone}) for phone in phones]


def test_shortest_longest_and_oddest_are_tried_first() -> None:
    batch = letters("0901 234", "0901 23", "0901 234 567", "0901 235", "Ødd 567", "0901 236")
    assert rehearsal(batch) == [("shortest", 1), ("longest", 2), ("oddest", 4)]


def test_a_letter_is_tried_once() -> None:
    assert rehearsal(letters("a")) == [("shortest", 0)]


def test_no_letters_no_rehearsal() -> None:
    assert rehearsal([]) == []


def test_a_blank_among_filled_fields_is_odd() -> None:
    batch = [Letter("x", {"a": text, "b": "x" * 20}) for text in ("một", "hai", "", "ba hai mot")]
    assert ("shortest", 2) in rehearsal(batch)


def test_a_rows_place_in_its_table_is_not_odd() -> None:
    batch = [Letter("x", {"rows": [{"a": "ab"}] * count}) for count in (2, 2, 3)]
    batch.insert(1, Letter("x", {"rows": [{"a": "a1"}] * 2}))
    assert rehearsal(batch)[-1] == ("oddest", 1)
