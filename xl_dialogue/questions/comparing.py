"""What two questions say alike and what only one of them says, in words that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import normalize

from xl_dialogue import messages
from xl_dialogue.messages import Language
from xl_dialogue.questions.notions import TOKEN, notions
from xl_dialogue.vietnamese.text import folded

_SHOWN = 8
"""Words of a kind that the cell shows."""


class Comparison(NamedTuple):
    """Words and notions: of both, of the one, of the other."""

    shared: list[str]
    own: list[str]
    others: list[str]


def compare(one: str, other: str) -> Comparison:
    """What is alike in two questions, and what differs."""
    a, b = notions(one), notions(other)
    alike = sorted((a.what & b.what) | (a.who & b.who) | (a.want & b.want))
    words = _words(one, a.words & b.words, a.figures & b.figures)
    return Comparison(
        _few([*alike, *words]),
        _few([*sorted(a.what - b.what), *_words(one, a.words - b.said, a.figures - b.figures)]),
        _few([*sorted(b.what - a.what), *_words(other, b.words - a.said, b.figures - a.figures)]),
    )


def _words(text: str, words: Iterable[str], figures: Iterable[str]) -> Iterator[str]:
    """The words, as the text spells them, in its order."""
    wanted = {word for word in words if " " not in word}
    numbers = {figure.rpartition(" ")[2] for figure in figures}
    for token in TOKEN.findall(normalize("NFC", text)):
        if folded(token) in wanted or (token[:1].isdigit() and numbers):
            yield token


def _few(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))[:_SHOWN]


def in_words(comparison: Comparison, language: Language = "vi") -> str:
    """The comparison as a cell shows it."""
    none = messages.LIKENESS_NONE.say(language)
    shared, own, others = (", ".join(words) or none for words in comparison)
    return messages.LIKENESS.say(language, shared=shared, own=own, others=others)
