"""A second opinion: which topic the words of a text usually belong to, whatever its phrases.

The table says how much oftener a word, or two in a row, stands in what is said of a topic than
elsewhere. ``tests/questions/opinions.py`` counts it from the shipped catalogue's phrases and the
labelled questions. It knows a topic by its code and name, so a topic of staff's own has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

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
        self._rows: dict[str, int] = {}
        """Feature -> its row of the weights."""
        sizes: list[float] = []
        said: list[str] = []
        for line in lines:
            first, _, rest = line.rstrip("\n").partition("\t")
            size, _, name = rest.partition("\t")
            if name:
                self.topics.append((first, name))
                sizes.append(int(size) / UNIT)
            elif rest:
                self._rows[first] = len(said)
                said.append(rest)
        self._sizes = np.array(sizes)
        flat = np.fromstring(" ".join(said).replace(":", " "), dtype=np.int64, sep=" ")
        rows = np.repeat(np.arange(len(said)), [each.count(":") for each in said])
        self._weights = np.zeros((len(said), len(sizes)), dtype=np.float32)
        self._weights[rows, flat[::2]] = flat[1::2] / UNIT

    def of(self, words: Sequence[str]) -> list[float]:
        """How far the words speak for each topic, by its number; below 0 against it."""
        asked = features(words)
        if not asked:
            return []
        rows = sorted(self._rows[feature] for feature in asked & self._rows.keys())
        total = self._weights.take(rows, axis=0).sum(axis=0) - len(asked) * self._sizes
        weights: list[float] = (total * len(asked) ** -0.5).tolist()
        return weights


@cache
def opinions() -> Opinions:
    """The shipped table."""
    with TABLE.open(encoding="utf-8") as lines:
        return Opinions(lines)
