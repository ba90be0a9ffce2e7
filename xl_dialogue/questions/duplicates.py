"""Questions that ask the same thing in other words: found, grouped, and only proposed.

Only questions that share something telling are compared, each with its nearest alone, so that
the cost grows with their number and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from heapq import nlargest
from itertools import combinations, product
from operator import itemgetter
from unicodedata import normalize

from xl_dialogue.questions.lexicon import Abbreviations
from xl_dialogue.questions.likeness import score
from xl_dialogue.questions.notions import notions
from xl_dialogue.questions.readings import Reading, readings
from xl_dialogue.questions.splitting import is_multiple
from xl_dialogue.vietnamese.spelling import is_syllable
from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

_KEYS = 12
"""Under how many of the things it names a question is looked up, the most telling ones."""
_PAIRED = 5
"""How many of these are looked up two at a time as well."""
_NEAREST = 16
"""With how many others a question is compared, those that share most."""
_MANY = 3_000
"""From so many questions on each is compared with a fifth as many."""
_COMPARISONS = 200_000
_FEWEST, _MOST = 6, 60
"""Neighbours looked at under one key: fewer where there are many questions."""
_TOGETHER = 0.3
"""What two things say that are shared at once."""
_LARGEST = 4
"""Members of a group that a newcomer is compared with."""


Pair = tuple[int, int]
"""Two places, the lesser first."""


def groups(
    texts: Sequence[str], short: Abbreviations, apart: frozenset[Pair] = frozenset()
) -> list[list[int]]:
    """The places of the texts that ask the same, in order; those that stand alone are left.

    ``apart`` are pairs of places, the lesser first, that somebody has said are not the same.
    """
    distinct, copies = _copies(texts)
    known = readings(
        [notions(texts[at], short) for at in distinct], [is_multiple(texts[at]) for at in distinct]
    )
    place = {copy: here for here, at in enumerate(distinct) for copy in copies[at]}
    kept_apart = {
        (min(pair), max(pair))
        for both in apart
        if len(pair := [place[at] for at in both if at in place]) == 2
    }
    found = [
        sorted(copy for at in together for copy in copies[distinct[at]])
        for together in _joined(known, kept_apart)
    ]
    grouped = {member for group in found for member in group}
    found += [same for at, same in copies.items() if len(same) > 1 and at not in grouped]
    return sorted(found)


def _copies(texts: Sequence[str]) -> tuple[list[int], dict[int, list[int]]]:
    """The first of each text, and where it stands again, however spaced and cased."""
    first: dict[str, int] = {}
    copies: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        key = folded_keeping_tones(text)
        if key:
            copies.setdefault(first.setdefault(key, at), []).append(at)
    return list(copies), copies


# --- who is compared with whom --------------------------------------------------------------


def _joined(known: Sequence[Reading], apart: Set[Pair]) -> list[list[int]]:
    """Groups by the likeliest pairs first; two groups join where most of their members agree."""
    scores = {pair: likely for pair, likely in _likely(known) if pair not in apart}
    home = {at: [at] for pair in scores for at in pair}
    likeliest = sorted(scores, key=lambda pair: (-scores[pair], pair))
    for one, other in likeliest:
        mine, its = home[one], home[other]
        if mine is its or any((min(p), max(p)) in apart for p in product(mine, its) if apart):
            continue
        if _agree(mine, its, known, scores):
            mine += its
            for at in its:
                home[at] = mine
    return [group for at, group in home.items() if len(group) > 1 and group[0] == at]


def _agree(
    mine: list[int], its: list[int], known: Sequence[Reading], scores: dict[Pair, float]
) -> bool:
    """Whether on the whole the members of two groups ask the same: the pair that met was sure."""
    total = 0.0
    pairs = [(min(pair), max(pair)) for pair in product(mine[:_LARGEST], its[:_LARGEST])]
    for one, other in pairs:
        if (one, other) not in scores:
            scores[one, other] = score(known[one], known[other])
        total += max(-_VETO, min(scores[one, other], _VETO))
    return total > 0


_VETO = 2.0
"""No pair says more than this for or against two groups being one."""


def _likely(known: Sequence[Reading]) -> Iterator[tuple[Pair, float]]:
    """The pairs that are taken to ask the same, with how surely."""
    nearest = _NEAREST if len(known) < _MANY else _NEAREST // 5
    for at, others in enumerate(_sharing(known)):
        for other, _ in nlargest(nearest, others.items(), key=itemgetter(1)):
            likely = score(known[at], known[other])
            if likely > 0:
                yield (at, other), likely


def _sharing(known: Sequence[Reading]) -> list[dict[int, float]]:
    """For each question the later ones that share something telling, and how much that says."""
    near = max(_FEWEST, min(_MOST, _COMPARISONS // (len(known) or 1)))
    keys = list(map(_telling, known))
    entries: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(known)), key=lambda at: (keys[at], at)):
        for key in keys[at]:
            entries[key].append(at)
    shared: list[dict[int, float]] = [defaultdict(float) for _ in known]
    for key, places in entries.items():
        says = known[places[0]].things.get(key, 0.0) ** 2 or _TOGETHER
        for here, at in enumerate(places):
            for other in places[here + 1 : here + 1 + near]:
                if at < other:
                    shared[at][other] += says
                else:
                    shared[other][at] += says
    return shared


def _telling(reading: Reading) -> tuple[str, ...]:
    """What the question is looked up by, the most telling first: what it names and says."""
    says = reading.things
    words = sorted(says, key=lambda word: (-says[word], word))[:_KEYS]
    pairs = [f"{one}&{two}" for one, two in combinations(sorted(words[:_PAIRED]), 2)]
    return (*pairs, *words)


# --- which of them stands for all -----------------------------------------------------------


def clearest(texts: Sequence[str], places: Sequence[int]) -> int:
    """The place of the text that is read most easily: well spelt, with its question, not long."""
    return min(zip(texts, places, strict=True), key=lambda each: (_unclear(each[0]), each[1]))[1]


def _unclear(text: str) -> float:
    """What stands in the way of reading: bad spelling, no diacritics, few words or many."""
    words = [word for word in normalize("NFC", text).split() if any(map(str.isalpha, word))]
    bare = [word.strip(".,;:?!()\"'“”") for word in words]
    odd = sum(not is_syllable(word) for word in bare) / (len(bare) or 1)
    unmarked = 0.5 if folded(text) == folded_keeping_tones(text) else 0.0
    asks = 0.0 if "?" in text or "đề nghị" in text.lower() or "kiến nghị" in text.lower() else 0.1
    length = len(bare)
    return odd + unmarked + asks + max(0, 12 - length) * 0.03 + max(0, length - 45) * 0.005
