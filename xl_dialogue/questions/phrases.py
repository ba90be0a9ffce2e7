"""Finding thousands of phrases in a text in one walk, however the text was typed.

A text without marks and the slips of everyday spelling ("chừ nương", "bảo hiễm") meet the
phrase by its sound; how exactly they meet is told with each hit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from xl_dialogue.questions.words import Synonyms, bare, bare_sound, is_bare, sound, words_of

GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
"""Between two parts of a phrase: they stand near each other, in any order."""
NEAR = 9
"""Words that may lie between the parts of a phrase with a gap."""
_BARE, _MISTYPED = 0.9, 0.75
"""How exactly a phrase is met that was typed without marks, or with slips."""
_LONG = 3
"""Words from which a phrase may lack marks here and there: "cho xã" is not "chợ xã"."""
_END = ""
"""Where a part may end: no word is empty."""


def _split(phrase: str) -> list[str]:
    """The phrase at its gaps; most have none."""
    return GAP.split(phrase) if "…" in phrase or "..." in phrase else [phrase]


class Hit(NamedTuple):
    """A phrase found: its number, the words of the text it takes up, how exactly (0 to 1)."""

    phrase: int
    places: tuple[int, ...]
    exactness: float

    @property
    def is_sure(self) -> bool:
        """Whether it was typed as it should be, but for marks."""
        return self.exactness >= _BARE


class _Found(NamedTuple):
    """A part of a phrase found."""

    start: int
    end: int
    exactness: float


class Lexicon:
    """Phrases by number, ready to be found; built once, walked for every text."""

    def __init__(self, phrases: Iterable[str], synonyms: Synonyms | None = None) -> None:
        self.sizes: list[int] = []
        """Words in each phrase."""
        self._synonyms = synonyms
        self._parts: list[tuple[str, ...]] = []
        self._bare: list[tuple[str, ...]] = []
        self._written: dict[str, int] = {}
        """A part as it is written -> its number: many phrases share one."""
        self._numbers: dict[tuple[str, ...], int] = {}
        self._trie: dict[str, Any] = {}
        self._whole: dict[int, list[int]] = defaultdict(list)
        self._gapped: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        gapped = []
        for number, phrase in enumerate(phrases):
            parts = [self._number(part) for part in _split(phrase)]
            self.sizes.append(sum([len(self._parts[part]) for part in parts]))
            known = [part for part in dict.fromkeys(parts) if self._parts[part]]
            if len(known) == 1:
                self._whole[known[0]].append(number)
            elif known:
                gapped.append((number, known))
        asked = Counter(part for _, known in gapped for part in known)
        for number, known in gapped:
            rarest = min(known, key=lambda part: asked[part])
            self._gapped[rarest].append((number, frozenset(known) - {rarest}))

    def _number(self, written: str) -> int:
        known = self._written.get(written)
        if known is None:
            words = tuple(words_of(written, self._synonyms))
            known = self._written[written] = self._numbers.setdefault(words, len(self._parts))
            if known == len(self._parts):
                self._add(words)
        return known

    def _add(self, part: tuple[str, ...]) -> None:
        node = self._trie
        for word in part:
            node = node.setdefault(bare_sound(word), {})
        node.setdefault(_END, []).append(len(self._parts))
        self._parts.append(part)
        self._bare.append(tuple(map(bare, part)))

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """Every phrase in the text; a whole one at each of its places, one with gaps once."""
        found = self._found(words)
        hits = [
            Hit(phrase, tuple(range(start, end)), exactness)
            for part, places in found.items()
            for phrase in self._whole.get(part, ())
            for start, end, exactness in places
        ]
        present = set(found)
        for part in found.keys() & self._gapped.keys():
            places = found[part]
            for phrase, others in self._gapped[part]:
                if others <= present:
                    hit = _together(phrase, places, [found[other] for other in others])
                    if hit:
                        hits.append(hit)
        return hits

    def _found(self, words: Sequence[str]) -> dict[int, list[_Found]]:
        """The parts that occur, and where, from the start."""
        found: dict[int, list[_Found]] = defaultdict(list)
        said, typed_bare = tuple(words), is_bare(words)
        parts, exactly = (self._bare, _BARE) if typed_bare else (self._parts, 1.0)
        keys = list(map(bare_sound, said))
        root, length = self._trie, len(keys)
        for start in range(length):
            node, end = root.get(keys[start]), start + 1
            while node is not None:
                for part in node.get(_END, ()):
                    if said[start:end] == parts[part]:
                        found[part].append(_Found(start, end, exactly))
                    elif end > start + 1 and _is_slip(said[start:end], parts[part], typed_bare):
                        found[part].append(_Found(start, end, _MISTYPED))
                if end == length:
                    break
                node, end = node.get(keys[end]), end + 1
        return found


def _is_slip(said: Sequence[str], wanted: Sequence[str], typed_bare: bool) -> bool:
    """Whether words that sound alike without marks were mistyped; marks may tell them apart."""
    exact = slips = 0
    for one, other in zip(said, wanted, strict=True):
        if one == other:
            exact += 1
        elif typed_bare or sound(one) == sound(other):
            slips += 1
        elif one != bare(other) or len(wanted) < _LONG:
            return False
    return 2 * exact >= len(wanted) or (slips == len(wanted) and not typed_bare)


def _together(phrase: int, places: list[_Found], others: list[list[_Found]]) -> Hit | None:
    """The phrase where its parts stand near each other."""
    for place in places:
        near = [_nearest(each, place) for each in others]
        if all(near):
            parts = [place, *(each for each in near if each)]
            taken = tuple(at for part in parts for at in range(part.start, part.end))
            return Hit(phrase, taken, min(part.exactness for part in parts))
    return None


def _nearest(places: Sequence[_Found], to: _Found) -> _Found | None:
    """The first of the places within reach that shares no word with the other."""
    at = bisect_left(places, to.start - NEAR - 6, key=lambda place: place.start)
    for place in places[at:]:
        if place.start > to.end + NEAR:
            return None
        if to.start - NEAR <= place.end <= to.start or to.end <= place.start:
            return place
    return None
