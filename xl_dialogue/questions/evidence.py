"""What speaks for and against two questions being one, in figures.

What is asked counts more than what is told around it: an amount, a reason, something to be done.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from typing import NamedTuple, TypeVar

from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.readings import Reading

Key = TypeVar("Key", str, int)


class Evidence(NamedTuple):
    """What speaks for or against one question being the other."""

    things: float
    """Cosine of the words that say something and are no wish."""
    topics: float
    """Cosine of the topics that the words usually belong to."""
    copied: float
    """Share of all words that both say."""
    unmet: float
    """Of what the one asks, whichever leaves less, what the other does not say at all."""
    most_unmet: float
    """The same of whichever leaves more."""
    strange: float
    """Narrow matters that only the one names, whichever has fewer."""
    most_strange: float
    wishes: float
    """Cosine of what is to be done."""
    wishes_other: float
    """Each wants something else done."""
    wishes_one: float
    """Only one wants anything done."""
    told: float
    """The same is to be told: an amount, a reason."""
    told_other: float
    """Each asks to be told something else."""
    told_one: float
    """Only one asks to be told something."""
    told_hard: float
    """Only one asks for an amount, a reason, a condition."""
    figures: float
    """A figure is shared."""
    figures_other: float
    """Other figures of one measure."""
    figures_one: float
    """Figures that only one of them has, in measures that the other has none of."""
    elsewhere: float
    """Different names throughout."""
    heads_other: float
    """Different companies or villages, capital letters or not."""
    others: float
    """Different people are concerned."""
    long: float
    """How many syllables both have, and how many times as many the longer; logarithms."""
    longer: float


def evidence(one: Reading, other: Reading, things: float) -> Evidence:
    """What speaks for and against the two being one; ``things`` is how alike these are."""
    a, b = one.notions, other.notions
    said = len(a.said & b.said)
    unmet = sorted((_unmet(one, b), _unmet(other, a)))
    strange = sorted((_strange(one, other), _strange(other, one)))
    wishes = math.sqrt(len(one.wishes) * len(other.wishes))
    wished = len(one.wishes & other.wishes)
    other_measure, one_measure = measured(a.figures, b.figures)
    told = _told_alike(a.asks, b.asks, any_amount=not strange[1])
    short, long = sorted((len(a.sounds) or 1, len(b.sounds) or 1))
    return Evidence(
        things,
        _cosine(one.topics, other.topics, one.all_topics, other.all_topics),
        said / max(1, len(a.said) + len(b.said) - said),
        math.log1p(unmet[0]),
        math.log1p(unmet[1]),
        min(2, strange[0]),
        min(3, strange[1]),
        wished / wishes if wished else 0.0,
        float(wishes > 0 and not wished),
        float(bool(one.wishes) != bool(other.wishes)),
        float(told),
        float(bool(a.asks and b.asks and not told)),
        float(bool(a.asks) != bool(b.asks)),
        float(bool((a.asks ^ b.asks) - _SOFT) and not told),
        float(not one.figures.isdisjoint(other.figures)),
        other_measure,
        one_measure,
        float(bool(unsaid_names(one, b) and unsaid_names(other, a))),
        float(bool(a.heads - b.sounds and b.heads - a.sounds)),
        float(bool(a.who and b.who) and a.who.isdisjoint(b.who)),
        math.log(short * long),
        math.log(long / short),
    )


_SOFT = frozenset(["ở đâu", "thủ tục", "whether", "ai"])


def things_alike(one: Reading, other: Reading) -> float:
    """Cosine of the words that say something and are no wish."""
    return _cosine(one.things, other.things, one.all_things, other.all_things)


def _cosine(mine: Mapping[Key, float], its: Mapping[Key, float], one: float, other: float) -> float:
    """Of two mappings and the roots of their squares' sums."""
    both = sum([mine[key] * its[key] for key in mine.keys() & its.keys()])
    return both / (one * other) if both else 0.0


def _told_alike(mine: Set[str], its: Set[str], *, any_amount: bool) -> bool:
    """Whether both ask to be told the same; an amount of nothing said may be of anything."""
    if not mine.isdisjoint(its):
        return True
    a, b = ([each for each in asks if each.startswith("amount ")] for asks in (mine, its))
    return any_amount and bool(a and b) and "amount " in (*a, *b)


def unsaid_names(one: Reading, other: Notions) -> list[str]:
    """Names of the one of which the other does not say all the syllables."""
    return [name for name in one.places if not other.sounds.issuperset(name.split())]


def _unmet(one: Reading, other: Notions) -> float:
    """How much the one says where it asks that the other does not say."""
    asked = 0.0
    for word, said in one.notions.uttered.items():
        if said.asking and word not in other.uttered:
            if any(map(other.sounds.issuperset, said.sounds)):
                continue
            met = not said.matters.isdisjoint(other.what)
            asked += one.says[word] * (_SAME_MATTER if met else 1)
    return asked


_SAME_MATTER = 0.4
"""What is left of a word where the other names its matter."""


def _strange(one: Reading, other: Reading) -> int:
    """How many narrow matters the one names and the other does not even say."""
    heard, spoken = other.notions.sounds, one.notions.spoken
    return sum([not heard.issuperset(spoken[each]) for each in one.narrow - other.narrow])


def measured(mine: Set[str], its: Set[str]) -> tuple[float, float]:
    """Whether of one measure the two have other figures; how many measures only one has."""
    a, b = _by_measure(mine), _by_measure(its)
    differ = any(a[measure].isdisjoint(b[measure]) for measure in a.keys() & b.keys())
    alone = len((a.keys() ^ b.keys()) - {""})
    return float(differ), min(2.0, alone)


def _by_measure(figures: Set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for figure in figures:
        measure, _, number = figure.rpartition(" ")
        found.setdefault(measure, set()).add(number)
    return found
