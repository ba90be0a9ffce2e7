"""A second opinion: which topic the words of a text usually belong to, whatever its phrases.

The table says how much oftener a word, or two in a row, stands in what is said of a topic than
elsewhere. ``tests/questions/opinions.py`` counts it from the shipped catalogue's phrases and the
labelled questions. It knows a topic by its code and name, so a topic of staff's own has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from xl_dialogue.questions.words import bare

TABLE = Path(__file__).with_name("opinions.txt")
UNIT = 100
"""The table's whole numbers are hundredths."""


def features(words: Sequence[str]) -> set[str]:
    """The words of a text and the pairs of them, without marks."""
    plain = list(map(bare, words))
    return {*plain, *(f"{one} {other}" for one, other in pairwise(plain))}


class Opinions:
    """The table, ready to be asked."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.topics: list[tuple[str, str]] = []
        """Code and name, by number."""
        self._sizes: list[float] = []
        self._said: dict[str, str] = {}
        for line in lines:
            first, _, rest = line.rstrip("\n").partition("\t")
            if "\t" in rest:
                size, name = rest.split("\t")
                self.topics.append((first, name))
                self._sizes.append(int(size) / UNIT)
            elif rest:
                self._said[first] = rest
        self._weights = lru_cache(maxsize=16_384)(self._read)

    def _read(self, feature: str) -> tuple[tuple[int, float], ...]:
        return tuple(
            (int(number), int(weight) / UNIT)
            for number, weight in (each.split(":") for each in self._said[feature].split())
        )

    def of(self, words: Sequence[str]) -> list[float]:
        """How far the words speak for each topic, by its number; below 0 against it."""
        asked = features(words)
        if not asked:
            return []
        weights = [0.0] * len(self._sizes)
        for feature in asked & self._said.keys():
            for number, weight in self._weights(feature):
                weights[number] += weight
        many, share = len(asked), len(asked) ** -0.5
        return [
            share * (weight - many * size)
            for weight, size in zip(weights, self._sizes, strict=True)
        ]


@cache
def opinions() -> Opinions:
    """The shipped table."""
    with TABLE.open(encoding="utf-8") as lines:
        return Opinions(lines)
