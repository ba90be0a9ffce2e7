"""Finding many phrases in a text in one walk, however the text was typed.

Words are looked up by their sound, so that a text without marks and the slips of everyday
spelling ("chừ nương", "bảo hiễm") meet the phrase; how exactly they meet is told with each hit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
"""Between two parts of a phrase: they stand near each other, in any order."""
NEAR = 7
"""Words that may lie between the parts of a phrase with a gap."""
_BARE, _MISTYPED = 0.9, 0.7
"""What a phrase weighs that was typed without marks, or with slips in half of its words."""
_END = ""
"""Where a phrase may end: no word is empty."""

_ONSETS = (("ngh", "ng"), ("gh", "g"), ("tr", "ch"), ("gi", "d"), ("r", "d"), ("x", "s"), ("l", "n"))
_CODAS = (("ng", "n"), ("t", "c"), ("y", "i"))

Words = Sequence[str]
Synonyms = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""First word -> (words, the words that they stand for), longest first."""


class Hit(NamedTuple):
    """A phrase found: its number, the words of the text it takes up, how exactly (0 to 1)."""

    phrase: int
    places: tuple[int, ...]
    exactness: float


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The key of words that are taken for each other: tr/ch, s/x, l/n, d/gi/r, hỏi/ngã, -t/-c."""
    bare = folded(word)
    if len(bare) < 2 or not bare.isalpha():
        return bare
    for written, heard in _ONSETS:
        if bare.startswith(written) and len(bare) > len(written):
            bare = heard + bare[len(written) :]
            break
    if bare[0] == "k":
        bare = "c" + bare[1:]
    for written, heard in _CODAS:
        if bare.endswith(written) and len(bare) > len(written) + 1:
            return bare[: -len(written)] + heard
    return bare


def words_of(text: str, synonyms: Synonyms | None = None) -> list[str]:
    """The words as they are looked up: small, NFC, abbreviations written out."""
    return _written_out(folded_keeping_tones(text).split(), synonyms or {})


def synonyms_from(pairs: Iterable[tuple[str, str]]) -> Synonyms:
    """What is written -> what is meant, with marks and, for texts typed without, bare."""
    known: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = defaultdict(dict)
    for said, meant in pairs:
        exact = tuple(folded_keeping_tones(said).split())
        for written in (exact, tuple(folded(said).split())):
            full = tuple(folded_keeping_tones(meant).split())
            if written and full and written != full and (written == exact or len(written[0]) > 2):
                known[written[0]].setdefault(written, full)
    return {
        first: sorted(each.items(), key=lambda pair: -len(pair[0])) for first, each in known.items()
    }


def _written_out(words: list[str], synonyms: Synonyms) -> list[str]:
    if synonyms.keys().isdisjoint(words):
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        for written, meant in synonyms.get(words[at], ()):
            if tuple(words[at : at + len(written)]) == written:
                out += meant
                at += len(written)
                break
        else:
            out.append(words[at])
            at += 1
    return out


class Lexicon:
    """Phrases by number, ready to be found; built once, walked for every text."""

    def __init__(self, phrases: Iterable[str], synonyms: Synonyms | None = None) -> None:
        self._trie: dict[str, Any] = {}
        self._segments: list[tuple[str, ...]] = []
        self._bare: list[tuple[str, ...]] = []
        self._whole: dict[int, list[int]] = defaultdict(list)
        self._gapped: dict[int, list[int]] = defaultdict(list)
        self._parts: dict[int, tuple[int, ...]] = {}
        self.sizes: list[int] = []
        """Words in each phrase."""
        numbers: dict[tuple[str, ...], int] = {}
        for number, phrase in enumerate(phrases):
            parts = [tuple(words_of(part, synonyms)) for part in GAP.split(phrase)]
            parts = [part for part in parts if part]
            self.sizes.append(sum(map(len, parts)))
            known = tuple(dict.fromkeys(self._segment(part, numbers) for part in parts))
            if len(known) == 1:
                self._whole[known[0]].append(number)
            elif known:
                self._parts[number] = known
        asked = Counter(part for known in self._parts.values() for part in known)
        for number, known in self._parts.items():
            self._gapped[min(known, key=lambda part: asked[part])].append(number)

    def _segment(self, words: tuple[str, ...], numbers: dict[tuple[str, ...], int]) -> int:
        if words not in numbers:
            numbers[words] = len(self._segments)
            self._segments.append(words)
            self._bare.append(tuple(map(folded, words)))
            node = self._trie
            for word in words:
                node = node.setdefault(sound(word), {})
            node.setdefault(_END, []).append(numbers[words])
        return numbers[words]

    def hits(self, words: Words) -> list[Hit]:
        """Every phrase in the text, each place of a whole phrase for itself."""
        found = list(self._found(words))
        hits = [
            Hit(phrase, tuple(range(start, end)), exactness)
            for segment, start, end, exactness in found
            for phrase in self._whole.get(segment, ())
        ]
        return hits + self._with_gaps(found)

    def _found(self, words: Words) -> Iterator[tuple[int, int, int, float]]:
        bare_text = all(map(str.isascii, words))
        sounds = [sound(word) for word in words]
        root, length = self._trie, len(words)
        for start in range(length):
            node, end = root.get(sounds[start]), start + 1
            while node is not None:
                for segment in node.get(_END, ()):
                    exactness = self._exactness(segment, words, start, bare_text)
                    if exactness:
                        yield segment, start, end, exactness
                if end == length:
                    break
                node, end = node.get(sounds[end]), end + 1

    def _exactness(self, segment: int, words: Words, start: int, bare_text: bool) -> float:
        wanted = self._segments[segment]
        size = len(wanted)
        if bare_text:
            said = self._bare[segment]
        else:
            said = wanted
        same = 0
        for at in range(size):
            if words[start + at] == said[at]:
                same += 1
        if same == size:
            return 1.0 if not bare_text or said == wanted else _BARE
        return _MISTYPED if size > 1 and 2 * same >= size else 0.0

    def _with_gaps(self, found: list[tuple[int, int, int, float]]) -> list[Hit]:
        asked = [each for each in found if each[0] in self._gapped]
        if not asked:
            return []
        places: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        for segment, start, end, exactness in found:
            places[segment].append((start, end, exactness))
        hits, seen = [], set()
        for segment, start, end, exactness in asked:
            for phrase in self._gapped[segment]:
                if phrase in seen:
                    continue
                taken, least = list(range(start, end)), exactness
                for other in self._parts[phrase]:
                    if other == segment:
                        continue
                    near = _nearest(places.get(other, ()), start, end)
                    if near is None:
                        break
                    taken += range(near[0], near[1])
                    least = min(least, near[2])
                else:
                    seen.add(phrase)
                    hits.append(Hit(phrase, tuple(taken), least))
        return hits


def _nearest(
    places: Sequence[tuple[int, int, float]], start: int, end: int
) -> tuple[int, int, float] | None:
    """A place within reach of the words from start to end, not among them."""
    at = bisect_left(places, (start - NEAR - 6,))
    while at < len(places) and places[at][0] <= end + NEAR:
        place = places[at]
        before, after = place[1] <= start, place[0] >= end
        if (before and start - place[1] <= NEAR) or (after and place[0] - end <= NEAR):
            return place
        at += 1
    return None
