"""Which letters to look at before the batch: if these are right, the rest is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from xl_dialogue.press.values import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xl_dialogue.press.letters import Letter

_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_ROW = re.compile(r"\[\d+\]")


def rehearsal(letters: Sequence[Letter]) -> list[tuple[str, int]]:
    """The shortest, the longest and the oddest letter by index, each letter once."""
    if not letters:
        return []
    texts = [[str(value) for _, value in leaves(letter.context)] for letter in letters]
    lengths = [sum(map(len, text)) for text in texts]
    oddness = _oddness([_traits(letter) for letter in letters])
    chosen = {
        "shortest": lengths.index(min(lengths)),
        "longest": lengths.index(max(lengths)),
        "oddest": oddness.index(max(oddness)),
    }
    first = {index: word for word, index in reversed(chosen.items())}
    return [(word, index) for word, index in chosen.items() if first[index] == word]


def _oddness(traits: Sequence[set[object]]) -> list[float]:
    """How rare a letter's traits are in the batch: one that it alone has counts 1."""
    spread = Counter(chain.from_iterable(traits))
    return [sum(1 / spread[trait] for trait in own) for own in traits]


def _traits(letter: Letter) -> set[object]:
    """The characters in it and the shape of every field: words, digits, signs, blank."""
    values = [(_ROW.sub("", field), str(value)) for field, value in leaves(letter.context)]
    characters: Iterable[object] = chain.from_iterable(text for _, text in values)
    return {*characters, *((field, _shape(text)) for field, text in values)}


def _shape(text: str) -> str:
    return _DIGITS.sub("9", _WORDS.sub("a", text))[:40]
