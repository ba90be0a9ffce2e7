"""Questions made ready to be compared: what each names and says, and how much that tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from xl_dialogue.questions.lexicon import lexicon
from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.opinion import opinions

_BEFORE = 500
"""As many questions are taken to have been read before the first."""
_BROAD, _PHRASE, _WORD = 40, 6, 3
"""How often, among those, a word that says little occurred, one of several syllables, any other."""
_TOPICS = 12
"""How many topics a question may belong to."""


class Reading(NamedTuple):
    """A question ready to be compared."""

    notions: Notions
    says: Mapping[str, float]
    """Every word that says something -> how much; less where many questions have it."""
    things: Mapping[str, float]
    """The same of what is no wish."""
    all_things: float
    """Square root of the squares' sum."""
    wishes: frozenset[str]
    """What is to be done."""
    topics: Mapping[int, float]
    """The likeliest topics by number, and how far each is ahead of those left."""
    all_topics: float
    narrow: frozenset[str]
    """The matters it names that are not broad."""
    places: frozenset[str]
    """Names without the companies' mark."""
    figures: frozenset[str]
    """Numbers of more than one digit, or with what they count."""
    multiple: bool
    """Whether it is several petitions."""


def readings(notions: Iterable[Notions], multiple: Iterable[bool]) -> list[Reading]:
    """The questions weighed: what few of them say tells more."""
    known = list(notions)
    counts = Counter(word for each in known for word in each.uttered)
    read = len(known) + _BEFORE
    says = {word: math.log(read / (count + _often(word))) / 5 for word, count in counts.items()}
    return [_reading(each, says, several) for each, several in zip(known, multiple, strict=True)]


def _often(word: str) -> int:
    if word in lexicon().broad:
        return _BROAD
    return _PHRASE if " " in word else _WORD


def _reading(notions: Notions, says: Mapping[str, float], multiple: bool) -> Reading:
    said = {word: says[word] for word in notions.uttered}
    wishes = frozenset([word for word, how in notions.uttered.items() if how.wish])
    things = {word: tells for word, tells in said.items() if word not in wishes}
    topics = _topics(notions.plain)
    return Reading(
        notions,
        said,
        things,
        _norm(things),
        wishes,
        topics,
        _norm(topics),
        notions.what - lexicon().broad,
        frozenset(name.lstrip("@") for name in notions.names),
        frozenset(figure for figure in notions.figures if len(figure) > 1),
        multiple,
    )


def _topics(words: Sequence[str]) -> dict[int, float]:
    said = opinions().of(words)
    least = sorted(said)[-_TOPICS - 1] if said else 0.0
    return {topic: says - least for topic, says in enumerate(said) if says > least}


def _norm(weights: Mapping[str, float] | Mapping[int, float]) -> float:
    return math.sqrt(sum([weight * weight for weight in weights.values()]))
