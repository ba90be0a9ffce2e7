"""How likely two questions ask the same thing, and what speaks against it whatever they share.

The weights were fitted once, outside this repository, by logistic regression on all pairs of the
labelled parts open (counted twice), practice_pairs and rewordings: each for any pair, and more of
it the more alike the things are that both tell of. What they give is measured by
tests/questions/measuring.py.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from difflib import SequenceMatcher
from operator import mul

from xl_dialogue.questions.evidence import Evidence, evidence, things_alike
from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.particulars import COUNTED
from xl_dialogue.questions.readings import Reading

FITTED = Evidence(
    things=5.07,
    topics=4.22,
    copied=8.68,
    unmet=-0.76,
    most_unmet=0.71,
    strange=-0.56,
    most_strange=-0.95,
    wishes=0.77,
    wishes_other=-0.64,
    wishes_one=-0.55,
    told=-1.84,
    told_other=-0.41,
    told_one=0.13,
    told_hard=0.49,
    figures=1.27,
    figures_other=0.85,
    figures_one=0.27,
    elsewhere=-0.19,
    heads_other=1.67,
    others=-1.84,
    long=1.40,
    longer=2.67,
)
ALIKE = Evidence(
    things=-6.23,
    topics=-1.49,
    copied=-9.65,
    unmet=-1.03,
    most_unmet=-2.94,
    strange=-1.95,
    most_strange=1.26,
    wishes=1.23,
    wishes_other=-0.98,
    wishes_one=0.75,
    told=6.45,
    told_other=-0.36,
    told_one=-1.72,
    told_hard=-1.82,
    figures=-1.27,
    figures_other=-2.47,
    figures_one=-1.48,
    elsewhere=0.63,
    heads_other=-5.76,
    others=6.34,
    long=2.11,
    longer=1.08,
)
"""What is added to each weight, times how alike the things are that both tell of."""
BIAS = -18.46
_TOO_FEW = 0.12
"""Below this cosine of the things nothing else makes two questions one."""
NEVER, SURE = -9.0, 9.0
_ONE_NAME = 0.3
"""Share of words said by both from which names and figures must be the same."""
_MEASURES = frozenset(COUNTED.values())
"""What is counted: two may tell of other days or shares and ask the same."""
_COPY, _LIKELY_COPY = 0.6, 0.45
"""Share of words said by both from which two texts are, or may be, one with a few words changed."""


def score(one: Reading, other: Reading) -> float:
    """Above 0 where the two are taken to ask the same; the more, the surer."""
    things = things_alike(one, other)
    if one.multiple != other.multiple or things < _TOO_FEW:
        return NEVER
    seen = evidence(one, other, things)
    if _all_said_by_both(one, other):
        return NEVER if at_odds(one, other, seen) else SURE
    likely = BIAS + sum(map(mul, FITTED, seen)) + things * sum(map(mul, ALIKE, seen))
    return NEVER if likely > 0 and at_odds(one, other, seen) else likely


def _all_said_by_both(one: Reading, other: Reading) -> bool:
    """Whether neither says anything that the other does not say as well."""
    a, b = one.notions, other.notions
    return (one.says.keys(), a.asks, a.figures) == (other.says.keys(), b.asks, b.figures)


def at_odds(one: Reading, other: Reading, seen: Evidence) -> bool:
    """Whether something that must be the same differs: a road, a decree; in a copy any word."""
    a, b, copied = one.notions, other.notions, seen.copied
    if copied > _ONE_NAME and (seen.heads_other or seen.elsewhere or seen.figures_other):
        return True
    mine, its = _documents(a.figures), _documents(b.figures)
    if any(mine[kind].isdisjoint(its[kind]) for kind in mine.keys() & its.keys()):
        return True
    if copied > _ONE_NAME and seen.others and one.narrow.isdisjoint(other.narrow):
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
        if kind and kind not in _MEASURES:
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
        {word for word in read.words - others.words if word not in others.said}
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
