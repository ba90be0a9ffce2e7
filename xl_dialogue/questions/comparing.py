"""What two questions say alike and what only one of them says, in words that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple
from unicodedata import normalize

from xl_dialogue import messages
from xl_dialogue.messages import Language
from xl_dialogue.questions.lexicon import Abbreviations
from xl_dialogue.questions.notions import TOKEN, Notions, notions
from xl_dialogue.vietnamese.text import folded

_SHOWN = 8
"""Words of a kind that the cell shows."""


class Comparison(NamedTuple):
    """Words and notions: of both, of the one, of the other."""

    shared: list[str]
    own: list[str]
    others: list[str]


def compare(one: str, other: str, short: Abbreviations) -> Comparison:
    """What is alike in two questions, and what differs."""
    a, b = notions(one, short), notions(other, short)
    alike = sorted((a.what & b.what) | (a.who & b.who) | (a.want & b.want))
    own, others = (
        [*sorted(mine.what - its.what), *_runs(text, _telling(mine) - its.said)]
        for text, mine, its in ((one, a, b), (other, b, a))
    )
    shared = [*alike, *_runs(one, _telling(a) & b.said)]
    return Comparison(_few(shared), _few(own), _few(others))


def _telling(read: Notions) -> Set[str]:
    """The words of a text that no notion names, and its numbers."""
    return read.words | {word for word in read.said if word[:1].isdecimal()}


def _runs(text: str, words: Set[str]) -> Iterator[str]:
    """The words as the text spells them, neighbours together: "vật giá leo thang"."""
    run: list[str] = []
    for token in [*TOKEN.findall(normalize("NFC", text)), ""]:
        if token and folded(token) in words:
            run.append(token)
            continue
        if run:
            yield " ".join(run)
        run = []


def _few(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))[:_SHOWN]


def in_words(comparison: Comparison, language: Language = "vi") -> str:
    """The comparison as a cell shows it."""
    none = messages.LIKENESS_NONE.say(language)
    shared, own, others = (", ".join(words) or none for words in comparison)
    return messages.LIKENESS.say(language, shared=shared, own=own, others=others)
