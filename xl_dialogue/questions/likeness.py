"""How likely two questions ask the same thing, and what speaks against it whatever they share.

The weights were fitted once, outside this repository, by logistic regression on all pairs of the
labelled parts open, practice_pairs and rewordings: each for any pair, and more of it the more
alike the things are that both tell of. What they give is measured by tests/questions/measuring.py.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from difflib import SequenceMatcher
from operator import mul

from xl_dialogue.questions.evidence import Evidence, evidence, spoken_alike
from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.particulars import COUNTED
from xl_dialogue.questions.readings import Reading

FITTED = Evidence(
    alike=0.82,
    matters=1.60,
    narrow=-0.56,
    apart=-0.50,
    wants=0.26,
    names=0.62,
    figures=0.40,
    people=-0.04,
    others=-1.78,
    companies=-0.39,
    elsewhere=0.42,
    copied=3.18,
    unmet=-1.04,
    most_unmet=-0.23,
    strange=-0.18,
    most_strange=-0.22,
    own=-0.97,
    most_own=-0.56,
    told=-1.22,
    told_other=0.07,
    told_one=0.41,
    wants_other=-0.21,
    figures_other=0.39,
    figures_one=0.37,
    names_one=-0.29,
    copied_unmet=-1.97,
    copied_less=2.44,
    heads_other=0.65,
    heads=-1.05,
    told_hard=0.07,
    words=-1.44,
    size=-0.27,
    most_size=1.02,
    shared=2.37,
    copied_apart=-1.26,
    wishes=-0.67,
    most_wishes=-0.15,
    things=3.22,
    things_squared=1.05,
    sounding=5.18,
    sounding_squared=3.01,
    sounding_things=-1.27,
    wishes_alike=0.27,
    wishes_less=0.01,
    wishes_cosine=0.16,
    wishes_other=0.03,
    wishes_one=-0.46,
    topics=3.52,
    long=1.38,
    longer=2.45,
)
ALIKE = Evidence(
    alike=-4.98,
    matters=-1.18,
    narrow=1.17,
    apart=2.52,
    wants=-1.10,
    names=-1.06,
    figures=0.69,
    people=0.15,
    others=6.33,
    companies=-5.30,
    elsewhere=-1.12,
    copied=1.88,
    unmet=-1.79,
    most_unmet=-0.62,
    strange=-3.22,
    most_strange=0.31,
    own=0.61,
    most_own=-0.86,
    told=5.41,
    told_other=-1.98,
    told_one=-2.56,
    wants_other=-1.46,
    figures_other=-0.75,
    figures_one=-1.60,
    names_one=1.14,
    copied_unmet=-5.49,
    copied_less=-2.50,
    heads_other=-5.19,
    heads=1.28,
    told_hard=-1.07,
    words=-5.44,
    size=0.47,
    most_size=1.32,
    shared=-1.67,
    copied_apart=-1.39,
    wishes=0.90,
    most_wishes=-0.31,
    things=1.05,
    things_squared=1.53,
    sounding=-1.27,
    sounding_squared=-6.81,
    sounding_things=1.89,
    wishes_alike=0.70,
    wishes_less=-0.34,
    wishes_cosine=0.72,
    wishes_other=-2.15,
    wishes_one=0.06,
    topics=-0.43,
    long=1.18,
    longer=1.47,
)
"""What is added to each weight, times how alike the things are that both tell of."""
BIAS = -18.39
_TOO_FEW = 0.1
"""Below this cosine of the words that say something nothing else makes two questions one."""
NEVER = -9.0
_ONE_NAME = 0.3
"""Share of words said by both from which names and figures must be the same."""
_MEASURES = frozenset(COUNTED.values())
"""What is counted: two may tell of other days or shares and ask the same."""
_COPY, _LIKELY_COPY = 0.6, 0.45
"""Share of words said by both from which two texts are, or may be, one with a few words changed."""


def score(one: Reading, other: Reading) -> float:
    """Above 0 where the two are taken to ask the same; the more, the surer."""
    if one.multiple != other.multiple or spoken_alike(one, other) < _TOO_FEW:
        return NEVER
    seen = evidence(one, other)
    likely = BIAS + sum(map(mul, FITTED, seen)) + seen.things * sum(map(mul, ALIKE, seen))
    return NEVER if likely > 0 and at_odds(one, other, seen) else likely


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
