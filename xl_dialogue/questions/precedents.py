"""Questions like those that staff have already assigned, in this plan or an earlier one.

Sparse vectors of words and pairs of words, weighed by how rare they are; nothing is trained.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from xl_dialogue.plan import bodies
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.schema import parts
from xl_dialogue.questions import reasons
from xl_dialogue.questions.words import Synonyms, bare_sound, words_of

ALIKE = 0.6
"""Likeness from which a question goes where its like went."""
_COMMON = 200
"""Questions that share a word beyond which it tells nothing: so the search stays short."""
_FEW = 20
"""As many questions are assumed to be known at least when rareness is judged."""


class Precedent(NamedTuple):
    """A question that staff have assigned."""

    code: str
    content: str
    lead: str
    topic: str
    coordinators: tuple[str, ...]
    authority: str


class Like(NamedTuple):
    """A precedent, and how like it the text is (0 to 1)."""

    precedent: Precedent
    share: float

    @property
    def code(self) -> str:
        return self.precedent.code


def decided_by_staff(plan: Plan) -> list[Precedent]:
    """The rows whose lead a person has set: locked, or other than the program's reason says."""
    names = bodies.names(plan)
    columns = (
        "code", "content", "lead", "topic", "coordinators", "authority", "reason", "lock",
    )  # fmt: skip
    return [
        Precedent(code, content, lead, topic, tuple(parts(others)), authority)
        for _, (code, content, lead, topic, others, authority, reason, lock) in down(
            plan.questions, *columns
        )
        if content and lead in names and (lock or not reasons.says(reason, lead, names))
    ]


def of_today(earlier: Iterable[Precedent], plan: Plan) -> list[Precedent]:
    """Precedents of earlier plans; a body that is gone gives way to its successor."""
    living = bodies.in_force(plan, plan.conference.date)
    after = bodies.successors(plan)

    def heir(code: str) -> str:
        return bodies.heir_in_force(code, after, living)

    def renewed(each: Precedent) -> Precedent:
        lead = heir(each.lead)
        others = dict.fromkeys(map(heir, each.coordinators))
        beside = tuple(other for other in others if other not in ("", lead))
        return each._replace(lead=lead, topic="", coordinators=beside)

    return [each for each in map(renewed, earlier) if each.lead]


class Memory:
    """What has been assigned, ready to be asked for the like of a text."""

    def __init__(self, known: Sequence[Precedent], synonyms: Synonyms | None = None) -> None:
        self._known = known
        self._synonyms = synonyms
        counts = [Counter(self._terms(each.content)) for each in known]
        shared = Counter(term for count in counts for term in count)
        total = max(len(known), _FEW)
        self._rare = {term: math.log(1 + total / n) for term, n in shared.items()}
        self._rarest = math.log(1 + total)
        self._where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, count in enumerate(counts):
            for term, weight in self._vector(count).items():
                if shared[term] <= _COMMON:
                    self._where[term].append((number, weight))

    def _terms(self, text: str) -> list[str]:
        words = list(map(bare_sound, words_of(text, self._synonyms)))
        return [*words, *map(" ".join, pairwise(words))]

    def _vector(self, count: Mapping[str, int]) -> dict[str, float]:
        weights = {term: self._rare.get(term, self._rarest) for term in count}
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / norm for term, weight in weights.items()}

    def like(self, text: str) -> Like | None:
        """The precedent most like the text; none where two leads have as good a claim."""
        if not self._known:
            return None
        shares: dict[int, float] = defaultdict(float)
        for term, weight in self._vector(Counter(self._terms(text))).items():
            for number, other in self._where.get(term, ()):
                shares[number] += weight * other
        best = max(shares, key=lambda number: shares[number], default=None)
        if best is None or shares[best] < ALIKE:
            return None
        lead = self._known[best].lead
        rival = max(
            (share for n, share in shares.items() if self._known[n].lead != lead), default=0.0
        )
        return Like(self._known[best], shares[best]) if rival < shares[best] - 0.1 else None
