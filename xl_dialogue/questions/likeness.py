"""How likely two questions ask the same thing, and what speaks against it whatever they share.

The weights were fitted on the open and the practice part of the labelled questions
(tests/questions/measuring.py): each for any pair, and more of it the longer both texts are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from difflib import SequenceMatcher
from functools import cache
from operator import mul
from typing import NamedTuple

from xl_dialogue.questions.lexicon import lexicon
from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.splitting import split

_BEFORE = 500
"""As many questions are taken to have been read before the first."""
_SHARES = {"what": 1.0, "who": 0.5, "want": 0.3, "words": 0.15}
_OFTEN = {"what": 3, "who": 6, "want": 30, "words": 3}
_BROAD = 40
"""How often, among those read before, a notion of each kind and a broad one occurred."""


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
    return [
        _reading(each, weight, says, several) for each, several in zip(known, multiple, strict=True)
    ]


def _keys(notions: Notions, kind: str) -> list[str]:
    return [f"{kind} {each}" for each in getattr(notions, kind)]


def _reading(
    notions: Notions, weight: Mapping[str, float], says: Mapping[str, float], multiple: bool
) -> Reading:
    weights = {key: weight[key] for kind in _SHARES for key in _keys(notions, kind)}
    broad = lexicon().broad
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
        {word: says[word] for word in notions.uttered},
        math.sqrt(sum(says[word] ** 2 for word in notions.uttered)),
    )


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


def alike(one: Reading, other: Reading) -> float:
    """Cosine of all that the two name."""
    weights = one.weights
    both = sum([weights[key] for key in weights.keys() & other.weights.keys()])
    return both / (one.length * other.length) if both else 0.0


def evidence(one: Reading, other: Reading, shared: float) -> Evidence:
    """What speaks for and against the two being one; ``shared`` is how alike they are."""
    a, b = one.notions, other.notions
    common = sum([one.weights["what " + each] for each in a.what & b.what])
    least = min(one.matters, other.matters)
    mine, its = _unsaid_names(one, other), _unsaid_names(other, one)
    names = len(mine) < len(one.places) or len(its) < len(other.places)
    wanted = len(a.want | b.want)
    said = len(a.said & b.said)
    copied = said / max(1, len(a.said) + len(b.said) - said)
    (asked, told_, wish), (asked_, told__, wish_) = _unmet(one, other), _unmet(other, one)
    unmet = sorted((asked, asked_))
    own = sorted((told_, told__))
    strange = sorted((len(_strange(one, other)), len(_strange(other, one))))
    other_measure, one_measure = _measured(a.figures, b.figures)
    told = _told_alike(a.asks, b.asks)
    return Evidence(
        shared,
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
        _spoken_alike(one, other),
        math.log1p(min(len(a.uttered), len(b.uttered))),
        math.log1p(max(len(a.uttered), len(b.uttered))),
        math.log1p(sum(says for word, says in one.says.items() if word in other.says)),
        float(bool(a.what ^ b.what)) * copied,
        min(1, wish, wish_),
        min(2, max(wish, wish_)),
    )


_SOFT = frozenset(["ở đâu", "thủ tục", "whether", "ai"])


def _spoken_alike(one: Reading, other: Reading) -> float:
    """Cosine of the words that say something."""
    its = other.says
    both = sum([says * its[word] for word, says in one.says.items() if word in its])
    return both / (one.all_said * other.all_said) if both else 0.0


def _told_alike(mine: Set[str], its: Set[str]) -> bool:
    """Whether both ask to be told the same; an amount of nothing said may be of anything."""
    if not mine.isdisjoint(its):
        return True
    a, b = ([each for each in asks if each.startswith("amount ")] for asks in (mine, its))
    return bool(a and b) and "amount " in (*a, *b)


def _unsaid_names(one: Reading, other: Reading) -> list[str]:
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


def _measured(mine: Set[str], its: Set[str]) -> tuple[float, float]:
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


FITTED = Evidence(
    alike=-1.75,
    matters=1.21,
    narrow=-0.65,
    apart=1.41,
    wants=0.84,
    names=-0.07,
    figures=0.27,
    people=-0.63,
    others=-0.68,
    companies=-1.55,
    elsewhere=-0.35,
    copied=4.38,
    unmet=-0.95,
    most_unmet=-2.80,
    strange=-1.10,
    most_strange=-0.08,
    own=-0.33,
    most_own=-0.49,
    told=2.20,
    told_other=-1.63,
    told_one=-1.55,
    wants_other=-1.81,
    figures_other=1.88,
    figures_one=-0.13,
    names_one=0.71,
    copied_unmet=0.88,
    copied_less=-5.63,
    heads_other=-1.91,
    heads=-1.69,
    told_hard=-1.44,
    words=0.37,
    size=-0.43,
    most_size=0.92,
    shared=0.54,
    copied_apart=-2.05,
    wishes=-0.96,
    most_wishes=-1.18,
)
LONGER = Evidence(
    alike=0.80,
    matters=0.84,
    narrow=0.68,
    apart=0.04,
    wants=-0.27,
    names=0.18,
    figures=0.45,
    people=0.97,
    others=-0.70,
    companies=-0.67,
    elsewhere=-0.41,
    copied=-2.44,
    unmet=0.03,
    most_unmet=-0.20,
    strange=-0.29,
    most_strange=-0.31,
    own=-0.54,
    most_own=-0.17,
    told=-0.84,
    told_other=0.36,
    told_one=0.28,
    wants_other=0.53,
    figures_other=-0.18,
    figures_one=0.21,
    names_one=-0.38,
    copied_unmet=1.96,
    copied_less=-0.12,
    heads_other=0.90,
    heads=0.87,
    told_hard=0.42,
    words=-1.57,
    size=0.19,
    most_size=0.29,
    shared=0.36,
    copied_apart=1.93,
    wishes=0.38,
    most_wishes=0.34,
)
"""What is added to each weight, times the size of the shorter text."""
BIAS = -2.36
_TOO_LITTLE = 0.2
"""Below this cosine nothing else makes two questions one."""
_TOO_FEW = 0.1
"""The same of the words that say something."""
NEVER = -9.0
_ONE_NAME = 0.3
"""Share of words said by both from which names and figures must be the same."""
_SURELY = 0.8
"""Share of words said by both from which they ask the same, unless a changed word tells."""
_COPY, _LIKELY_COPY = 0.6, 0.45
"""Share of words said by both from which two texts are, or may be, one with a few words changed."""


@cache
def _weights(size: float) -> tuple[float, ...]:
    return tuple(weight + size * more for weight, more in zip(FITTED, LONGER, strict=True))


def score(one: Reading, other: Reading) -> float:
    """Above 0 where the two are taken to ask the same; the more, the surer."""
    shared = alike(one, other)
    if shared < _TOO_LITTLE or one.multiple != other.multiple:
        return NEVER
    if _spoken_alike(one, other) < _TOO_FEW:
        return NEVER
    seen = evidence(one, other, shared)
    likely = BIAS + sum(map(mul, _weights(seen.size), seen))
    return NEVER if likely > 0 and at_odds(one, other, seen.copied) else likely


def at_odds(one: Reading, other: Reading, copied: float) -> bool:
    """Whether something that must be the same differs: a road, a decree; in a copy any word."""
    a, b = one.notions, other.notions
    if copied > _ONE_NAME and a.heads - b.sounds and b.heads - a.sounds:
        return True
    if copied > _ONE_NAME and _unsaid_names(one, other) and _unsaid_names(other, one):
        return True
    if copied > _ONE_NAME and _measured(a.figures, b.figures)[0]:
        return True
    mine, its = _documents(a.figures), _documents(b.figures)
    if any(mine[kind].isdisjoint(its[kind]) for kind in mine.keys() & its.keys()):
        return True
    others = a.who and b.who and a.who.isdisjoint(b.who)
    if others and one.narrow.isdisjoint(other.narrow):
        return True
    if copied < _LIKELY_COPY:
        return False
    if _each_its_own((one.places, other.places), (a.who, b.who)):
        return True
    return copied >= _COPY and _reworded(a, b)


def _each_its_own(*fields: tuple[Set[str], Set[str]]) -> bool:
    """Whether in a field both name what the other does not."""
    return any(mine - its and its - mine for mine, its in fields)


def _documents(figures: Collection[str]) -> dict[str, set[str]]:
    """What is numbered -> the numbers: "quoc lo" -> {"34"}."""
    found: dict[str, set[str]] = {}
    for figure in figures:
        kind, _, number = figure.rpartition(" ")
        if kind and kind != "dong":
            found.setdefault(kind, set()).add(number)
    return found


def _reworded(a: Notions, b: Notions) -> bool:
    """Whether of two copies one denies what the other says, or each says something of its own.

    What is a misspelling of the other's word is not its own.
    """
    if any(word in a.said & b.said for word in a.denied ^ b.denied):
        return True
    if _each_its_own((a.figures, b.figures)):
        return True
    mine, its = (
        {word for word in read.words - others.words if " " not in word and word not in others.said}
        for read, others in ((a, b), (b, a))
    )
    for word in sorted(mine):
        near = [twin for twin in sorted(its) if _misspelt(word, twin)]
        if near:
            mine, its = mine - {word}, its - {near[0]}
    named, others = a.what | a.who | a.want, b.what | b.who | b.want
    return bool((mine or named - others) and (its or others - named))


def _misspelt(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= 0.6


def is_multiple(text: str) -> bool:
    return len(split(text)) > 1
