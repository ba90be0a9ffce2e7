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
    alike=1.12,
    matters=1.62,
    narrow=-0.11,
    apart=-0.40,
    wants=0.38,
    names=0.68,
    figures=0.61,
    people=0.27,
    others=-1.46,
    companies=-0.70,
    elsewhere=0.33,
    copied=3.37,
    unmet=-1.21,
    most_unmet=-0.32,
    strange=-0.52,
    most_strange=-0.28,
    own=-0.98,
    most_own=-0.51,
    told=-1.12,
    told_other=0.17,
    told_one=0.31,
    wants_other=-0.28,
    figures_other=0.92,
    figures_one=0.34,
    names_one=-0.34,
    copied_unmet=-1.92,
    copied_less=3.21,
    heads_other=0.97,
    heads=-0.71,
    told_hard=0.13,
    words=-2.60,
    size=-0.35,
    most_size=0.68,
    shared=3.26,
    copied_apart=-0.80,
    wishes=-0.46,
    most_wishes=-0.01,
    things=3.40,
    things_squared=1.19,
    sounding=8.54,
    sounding_squared=2.60,
    sounding_things=-1.50,
    wishes_alike=0.33,
    wishes_less=0.04,
    wishes_cosine=0.02,
    wishes_other=-0.00,
    wishes_one=-0.39,
    long=1.30,
    longer=2.37,
)
ALIKE = Evidence(
    alike=-5.57,
    matters=-1.68,
    narrow=0.71,
    apart=1.28,
    wants=-1.29,
    names=-1.30,
    figures=0.12,
    people=-0.19,
    others=5.51,
    companies=-9.85,
    elsewhere=-0.83,
    copied=2.99,
    unmet=-1.26,
    most_unmet=-0.35,
    strange=-2.31,
    most_strange=0.16,
    own=0.16,
    most_own=-1.09,
    told=5.03,
    told_other=-2.15,
    told_one=-2.36,
    wants_other=-1.27,
    figures_other=-1.25,
    figures_one=-1.37,
    names_one=1.55,
    copied_unmet=-5.41,
    copied_less=-5.43,
    heads_other=-4.12,
    heads=0.62,
    told_hard=-1.06,
    words=-6.07,
    size=0.44,
    most_size=1.20,
    shared=-1.82,
    copied_apart=-2.22,
    wishes=0.59,
    most_wishes=-0.44,
    things=1.19,
    things_squared=2.84,
    sounding=-1.50,
    sounding_squared=-9.49,
    sounding_things=1.57,
    wishes_alike=1.34,
    wishes_less=-0.74,
    wishes_cosine=0.67,
    wishes_other=-2.04,
    wishes_one=-0.08,
    long=1.44,
    longer=1.75,
)
"""What is added to each weight, times how alike the things are that both tell of."""
BIAS = -17.11
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
