"""What speaks for and against two questions being one, in figures.

What is asked counts more than what is told around it: an amount, a reason, something to be done.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from typing import NamedTuple, TypeVar

from xl_dialogue.questions.readings import Reading

Key = TypeVar("Key", str, int)


class Evidence(NamedTuple):
    """What speaks for or against one question being the other."""

    alike: float
    """Cosine of all that is named."""
    matters: float
    """Cosine of the matters alone."""
    narrow: float
    """A matter that is not broad is shared."""
    apart: float
    """Share of the matters, of whichever has fewer of its own, that the other does not name."""
    wants: float
    names: float
    figures: float
    people: float
    """The same people are concerned."""
    others: float
    """Different people are concerned."""
    companies: float
    """Different companies are named."""
    elsewhere: float
    """Different names throughout."""
    copied: float
    """Share of all words that both say."""
    unmet: float
    """Of what the one asks, whichever leaves less, what the other does not say at all."""
    most_unmet: float
    """The same of whichever leaves more."""
    strange: float
    """Narrow matters that only the one names, whichever has fewer."""
    most_strange: float
    own: float
    """Words that only the one says, whichever has fewer."""
    most_own: float
    told: float
    """The same is to be told: an amount, a reason."""
    told_other: float
    """Each asks to be told something else."""
    told_one: float
    """Only one asks to be told something."""
    wants_other: float
    """Each wants something else done."""
    figures_other: float
    """Other figures of one measure."""
    figures_one: float
    """Figures that only one of them has, in measures that the other has none of."""
    names_one: float
    """Names that only one of them has, where the other has none of its own."""
    copied_unmet: float
    """The one is the other with another thing asked."""
    copied_less: float
    """The same, by whichever leaves less."""
    heads_other: float
    """Different companies or villages, capital letters or not."""
    heads: float
    told_hard: float
    """Only one asks for an amount, a reason, a condition."""
    words: float
    """Cosine of the words that say something."""
    size: float
    """How many such words the shorter says, and the longer; logarithms as all counts here."""
    most_size: float
    shared: float
    copied_apart: float
    """A near copy that names another matter."""
    wishes: float
    """What the one wants done that the other does not, whichever has fewer."""
    most_wishes: float
    things: float
    """Cosine of the words that say something and are no wish."""
    things_squared: float
    sounding: float
    """Cosine of all syllables as they sound."""
    sounding_squared: float
    sounding_things: float
    wishes_alike: float
    """Of all that is to be done in either, what both want."""
    wishes_less: float
    """Of what the one wants, whichever wants less, what both want."""
    wishes_cosine: float
    wishes_other: float
    """Each wants something else."""
    wishes_one: float
    """Only one wants anything."""
    topics: float
    """Cosine of the topics that the words usually belong to."""
    long: float
    """How many syllables both have, and how many times as many the longer; logarithms."""
    longer: float


def alike(one: Reading, other: Reading) -> float:
    """Cosine of all that the two name."""
    weights = one.weights
    both = sum([weights[key] for key in weights.keys() & other.weights.keys()])
    return both / (one.length * other.length) if both else 0.0


def evidence(one: Reading, other: Reading) -> Evidence:
    """What speaks for and against the two being one."""
    a, b = one.notions, other.notions
    common = sum([one.weights["what " + each] for each in a.what & b.what])
    least = min(one.matters, other.matters)
    mine, its = unsaid_names(one, other), unsaid_names(other, one)
    names = len(mine) < len(one.places) or len(its) < len(other.places)
    wanted = len(a.want | b.want)
    said = len(a.said & b.said)
    copied = said / max(1, len(a.said) + len(b.said) - said)
    (asked, told_, wish), (asked_, told__, wish_) = _unmet(one, other), _unmet(other, one)
    unmet = sorted((asked, asked_))
    own = sorted((told_, told__))
    strange = sorted((len(_strange(one, other)), len(_strange(other, one))))
    other_measure, one_measure = measured(a.figures, b.figures)
    told = _told_alike(a.asks, b.asks)
    things = _cosine(one.things, other.things, one.all_things, other.all_things)
    sounding = _cosine(one.syllables, other.syllables, one.all_syllables, other.all_syllables)
    fewer, more = sorted((len(one.wishes), len(other.wishes)))
    wished = len(one.wishes & other.wishes)
    short, long = sorted((len(a.sounds) or 1, len(b.sounds) or 1))
    return Evidence(
        alike(one, other),
        common / math.sqrt(one.matters * other.matters) if common else 0.0,
        float(not one.narrow.isdisjoint(other.narrow)),
        1 - common / least if least else 1.0,
        len(a.want & b.want) / wanted if wanted else 0.0,
        float(names),
        float(not one.figures.isdisjoint(other.figures)),
        float(not a.who.isdisjoint(b.who)),
        float(bool(a.who and b.who) and a.who.isdisjoint(b.who)),
        float(
            bool(one.companies and other.companies) and one.companies.isdisjoint(other.companies)
        ),
        float(bool(mine and its)),
        copied,
        math.log1p(unmet[0]),
        math.log1p(unmet[1]),
        min(2.0, strange[0]),
        min(3.0, strange[1]),
        math.log1p(own[0]),
        math.log1p(own[1]),
        float(bool(told)),
        float(bool(a.asks and b.asks and not told)),
        float(bool(a.asks) != bool(b.asks)),
        float(bool(a.want and b.want) and a.want.isdisjoint(b.want)),
        other_measure,
        one_measure,
        float(bool(mine) != bool(its)),
        copied * math.log1p(unmet[1]),
        copied * math.log1p(unmet[0]),
        float(bool(a.heads - b.sounds and b.heads - a.sounds)),
        float(bool(a.heads & b.heads)),
        float(bool((a.asks ^ b.asks) - _SOFT) and not told),
        spoken_alike(one, other),
        math.log1p(min(len(a.uttered), len(b.uttered))),
        math.log1p(max(len(a.uttered), len(b.uttered))),
        math.log1p(sum(says for word, says in one.says.items() if word in other.says)),
        float(bool(a.what ^ b.what)) * copied,
        min(1, wish, wish_),
        min(2, max(wish, wish_)),
        things,
        things * things,
        sounding,
        sounding * sounding,
        sounding * things,
        wished / (fewer + more - wished) if wished else 0.0,
        wished / fewer if wished else 0.0,
        wished / math.sqrt(fewer * more) if wished else 0.0,
        float(bool(fewer) and not wished),
        float(bool(more) and not fewer),
        _cosine(one.topics, other.topics, one.all_topics, other.all_topics),
        math.log(short * long),
        math.log(long / short),
    )


_SOFT = frozenset(["ở đâu", "thủ tục", "whether", "ai"])


def spoken_alike(one: Reading, other: Reading) -> float:
    """Cosine of the words that say something."""
    return _cosine(one.says, other.says, one.all_said, other.all_said)


def _cosine(
    mine: Mapping[Key, float], its: Mapping[Key, float], one: float, other: float
) -> float:
    """Of two mappings and the roots of their squares' sums."""
    both = sum([says * its[word] for word, says in mine.items() if word in its])
    return both / (one * other) if both else 0.0


def _told_alike(mine: Set[str], its: Set[str]) -> bool:
    """Whether both ask to be told the same; an amount of nothing said may be of anything."""
    if not mine.isdisjoint(its):
        return True
    a, b = ([each for each in asks if each.startswith("amount ")] for asks in (mine, its))
    return bool(a and b) and "amount " in (*a, *b)


def unsaid_names(one: Reading, other: Reading) -> list[str]:
    """Names of the one of which the other does not say all the syllables."""
    heard = other.notions.sounds
    return [name for name in one.places if not heard.issuperset(name.split())]


def _unmet(one: Reading, other: Reading) -> tuple[float, float, int]:
    """How much the one says, where it asks and elsewhere, that the other does not say."""
    b = other.notions
    asked = told = 0.0
    wishes = 0
    for word, said in one.notions.uttered.items():
        if word in b.uttered or any(map(b.sounds.issuperset, said.sounds)):
            continue
        left = one.says[word]
        if not said.matters.isdisjoint(b.what):
            left *= 0.4
        wishes += said.wish and said.asking
        if said.asking:
            asked += left
        else:
            told += left
    return asked, told, wishes


def _strange(one: Reading, other: Reading) -> list[str]:
    heard = other.notions.sounds
    spoken = one.notions.spoken
    return [each for each in one.narrow - other.narrow if not heard.issuperset(spoken[each])]


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
