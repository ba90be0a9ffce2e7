"""How likely two questions ask the same thing, and what speaks against it whatever they share.

The weights were fitted once, outside this repository, on the open and the practice part of the
labelled questions: each for any pair, and more of it the longer both texts are. What they give is
measured by tests/questions/measuring.py.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from difflib import SequenceMatcher
from operator import mul

from xl_dialogue.questions.evidence import (
    Evidence,
    evidence,
    spoken_alike,
)
from xl_dialogue.questions.notions import Notions
from xl_dialogue.questions.particulars import COUNTED
from xl_dialogue.questions.readings import Reading

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
    things=0.00,
    things_squared=0.00,
    sounding=0.00,
    sounding_squared=0.00,
    sounding_things=0.00,
    wishes_alike=0.00,
    wishes_less=0.00,
    wishes_cosine=0.00,
    wishes_other=0.00,
    wishes_one=0.00,
    long=0.00,
    longer=0.00,
)
BIAS = -2.36
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
    likely = BIAS + sum(map(mul, FITTED, seen))
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
