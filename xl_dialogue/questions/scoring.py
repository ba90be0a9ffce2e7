"""What speaks in a text for each topic, and for each body that the asker names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from xl_dialogue.questions.catalogue import Catalogue, Keyword
from xl_dialogue.questions.phrases import Hit
from xl_dialogue.questions.words import words_of

_LATER = 0.3
"""What a phrase weighs that stands in a second matter of the same text."""
_PART = 0.3
"""What is left of a phrase that is only a part of a longer one of another lead."""
_FIRST_MATTER = 15
"""Characters that a first matter has at least."""
_SECOND = re.compile(
    r"(?:^|[\s(])(?:2[.)/]|b[.)]|ii[.)]|(?:việc |chuyện )?thứ hai|thu hai|hai là|chuyện hai)"
    r"(?=[\s:,)]|$)"
    r"|(?<=[.;:\s])(?:ngoài ra|bên cạnh đó|đồng thời|ngoai ra|ben canh do|dong thoi|với lại)\b"
    r"|(?<=\S)\s+[-+•]\s",
    re.IGNORECASE,
)
"""Where a text comes to its second matter."""


class Score:
    """What speaks for one topic."""

    def __init__(self) -> None:
        self.total = 0.0
        self.firm = False
        self.phrases: list[str] = []
        self._taken: set[int] = set()

    def add(self, keyword: Keyword, weight: float, hit: Hit) -> None:
        """Count a phrase once, and no word twice."""
        if keyword.said not in self.phrases and self._taken.isdisjoint(hit.places):
            self.total += weight
            self.firm |= not keyword.hint
            self.phrases.append(keyword.said)
            self._taken.update(hit.places)


class Scores(NamedTuple):
    """What speaks for the topics by code, and for the bodies named by code."""

    topics: Mapping[str, Score]
    named: Mapping[str, float]
    words: list[str]
    """The text's own, as they were looked up."""


def scores(text: str, known: Catalogue) -> Scores:
    """What the phrases of the text say, the heaviest first."""
    words = words_of(text, known.synonyms)
    later = _second_matter(text, known)
    found: list[tuple[float, Hit, Keyword]] = []
    named: dict[str, float] = {}
    ruled_out: set[str] = set()
    for hit in known.lexicon.hits(words):
        keyword = known.keywords[hit.phrase]
        weight = keyword.weight * hit.exactness * (_LATER if hit.places[0] >= later else 1)
        if keyword.body:
            named[keyword.body] = max(weight, named.get(keyword.body, 0.0))
        elif keyword.excludes:
            ruled_out |= {keyword.topic} if hit.is_sure else set()
        else:
            found.append((weight, hit, keyword))
    longer = _by_place(found)
    weighed = [
        (weight * (_PART if _is_part(hit, keyword, longer) else 1), hit, keyword)
        for weight, hit, keyword in found
        if keyword.topic not in ruled_out
    ]
    topics: dict[str, Score] = defaultdict(Score)
    for weight, hit, keyword in sorted(weighed, key=lambda each: -each[0]):
        topics[keyword.topic].add(keyword, weight, hit)
    return Scores(topics, named, words)


_Longer = Mapping[int, list[tuple[frozenset[int], str]]]
"""Place of a word -> the places of the phrases that take it up, and whose they are."""


def _by_place(found: list[tuple[float, Hit, Keyword]]) -> _Longer:
    longer: dict[int, list[tuple[frozenset[int], str]]] = defaultdict(list)
    for _, hit, keyword in found:
        if len(hit.places) > 1:
            places = frozenset(hit.places)
            for place in places:
                longer[place].append((places, keyword.lead))
    return longer


def _is_part(hit: Hit, keyword: Keyword, longer: _Longer) -> bool:
    """Whether a longer phrase of another lead says all that this one says, and more."""
    places = hit.places
    return any(
        lead != keyword.lead and len(other) > len(places) and other.issuperset(places)
        for other, lead in longer.get(places[0], ())
    )


def _second_matter(text: str, known: Catalogue) -> float:
    """How many words come before the text's second matter; no end where there is but one."""
    second = _SECOND.search(text)
    if second is None or second.start() < _FIRST_MATTER:
        return float("inf")
    return len(words_of(text[: second.start()], known.synonyms))
