"""Questions made ready to be compared: what each names and says, and how much that tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from xl_dialogue.questions.lexicon import lexicon
from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.opinion import opinions

_BEFORE = 500
"""As many questions are taken to have been read before the first."""
_SHARES = {"what": 1.0, "who": 0.5, "want": 0.3, "words": 0.15}
_OFTEN = {"what": 3, "who": 6, "want": 30, "words": 3}
_BROAD = 40
"""How often, among those read before, a notion of each kind and a broad one occurred."""
_TOPICS = 12
"""How many topics a question may belong to."""


class Reading(NamedTuple):
    """A question ready to be compared."""

    notions: Notions
    weights: Mapping[str, float]
    """Every notion and word -> what sharing it says; a notion's key begins with its kind."""
    length: float
    """Square root of the weights' sum."""
    matters: float
    """Sum of the weights of its matters."""
    narrow: frozenset[str]
    """The matters it names that are not broad."""
    places: frozenset[str]
    """Names without the companies' mark."""
    companies: frozenset[str]
    figures: frozenset[str]
    """Numbers of more than one digit, or with what they count."""
    multiple: bool
    """Whether it is several petitions."""
    says: Mapping[str, float]
    """Every word that says something -> how much."""
    all_said: float
    """Square root of the squares' sum."""
    things: Mapping[str, float]
    """The same of what is no wish."""
    all_things: float
    wishes: frozenset[str]
    """What is to be done."""
    syllables: Mapping[str, float]
    """Every syllable as it sounds -> how much it says."""
    all_syllables: float
    topics: Mapping[int, float]
    """The likeliest topics by number, and how far each is ahead of those left."""
    all_topics: float


def readings(notions: Iterable[Notions], multiple: Iterable[bool]) -> list[Reading]:
    """The questions weighed: what few of them name says more."""
    known = list(notions)
    counts = Counter(key for each in known for kind in _SHARES for key in _keys(each, kind))
    broad = lexicon().broad
    weight: dict[str, float] = {}
    for key, count in counts.items():
        kind, _, said = key.partition(" ")
        often = _BROAD if said in broad else _OFTEN[kind]
        weight[key] = _SHARES[kind] * math.log((len(known) + _BEFORE) / (count + often)) ** 2
    uttered = Counter(word for each in known for word in each.uttered)
    says = {
        word: math.log(
            (len(known) + _BEFORE)
            / (count + (_BROAD if word in broad else 6 if " " in word else 3))
        )
        / 5
        for word, count in uttered.items()
    }
    heard = Counter(sound for each in known for sound in each.sounds)
    sounding = {
        sound: math.log((len(known) + _BEFORE) / (count + 1)) / 5 for sound, count in heard.items()
    }
    return [
        _reading(each, weight, says, sounding, several)
        for each, several in zip(known, multiple, strict=True)
    ]


def _keys(notions: Notions, kind: str) -> list[str]:
    return [f"{kind} {each}" for each in getattr(notions, kind)]


def _reading(
    notions: Notions,
    weight: Mapping[str, float],
    says: Mapping[str, float],
    sounding: Mapping[str, float],
    multiple: bool,
) -> Reading:
    weights = {key: weight[key] for kind in _SHARES for key in _keys(notions, kind)}
    broad = lexicon().broad
    said = {word: says[word] for word in notions.uttered}
    wishes = frozenset(word for word, how in notions.uttered.items() if how.wish)
    things = {word: tells for word, tells in said.items() if word not in wishes}
    topics = _topics(notions.plain)
    syllables = {sound: sounding[sound] for sound in notions.sounds}
    return Reading(
        notions,
        weights,
        math.sqrt(sum(weights.values())),
        sum(weights["what " + each] for each in notions.what),
        frozenset(each for each in notions.what if each not in broad),
        frozenset(name.lstrip("@") for name in notions.names),
        frozenset(name[1:] for name in notions.names if name.startswith("@")),
        frozenset(figure for figure in notions.figures if len(figure) > 1),
        multiple,
        said,
        _norm(said),
        things,
        _norm(things),
        wishes,
        syllables,
        _norm(syllables),
        topics,
        _norm(topics),
    )


def _topics(words: Sequence[str]) -> dict[int, float]:
    said = opinions().of(words)
    likely = nlargest(_TOPICS + 1, range(len(said)), key=said.__getitem__)
    return {topic: said[topic] - said[likely[-1]] for topic in likely[:-1]}


def _norm(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum([weight * weight for weight in weights.values()]))
