"""How sure a proposal is: the share of such proposals that turned out right.

Where the second opinion knows the topics, ``tests/questions/fitting.py`` finds the curve on the
half of the practice questions that neither the catalogue nor the opinion has learnt from. For a
catalogue of staff's own there is but the balance of the phrases.
"""

from __future__ import annotations

import math
from typing import NamedTuple

THRESHOLD = 0.72
"""Confidence from which the program proposes a lead by itself."""
_LEVEL, _SLOPE = -7.5, 13.4
"""Of the logistic curve from the balance of the phrases to the share that is right."""
_WITH_OPINION = (-0.69, 1.45, 0.35, 0.35)
"""The same where there is a second opinion: level, balance, opinion, how far ahead in all."""
_OPINION, _AHEAD = (-3.0, 4.0), (-1.0, 6.0)
"""Beyond these bounds more of either says no more."""
_RIVALRY = 0.6
"""How much the next best lead takes from the best."""
_BY_HINTS = 0.5
"""No more than that where nothing but hints speaks for a lead."""


class Evidence(NamedTuple):
    """What speaks for a lead."""

    support: float = 0.0
    """The weight of the phrases found."""
    against: float = 0.0
    """The same for the next best lead."""
    firm: bool = False
    """Whether a phrase is among them that the catalogue does not call a mere hint."""
    opinion: float | None = None
    """How far the second opinion prefers the lead to every other; none where it knows no topic."""
    ahead: float = 0.0
    """How far phrases and opinion together prefer it to every other."""


def balance(evidence: Evidence) -> float:
    """What speaks for the lead against what speaks for another, between 0 and 1."""
    support, against = evidence.support, evidence.against
    if not support:
        return 0.0
    return (1 - math.exp(-support)) * support / (support + _RIVALRY * against)


def features(evidence: Evidence) -> tuple[float, float, float, float]:
    """What the curve with a second opinion weighs, after a constant."""
    return (
        1.0,
        balance(evidence),
        _within(_OPINION, evidence.opinion or 0.0),
        _within(_AHEAD, evidence.ahead),
    )


def _within(bounds: tuple[float, float], value: float) -> float:
    low, high = bounds
    return max(low, min(high, value))


def confidence(evidence: Evidence) -> float:
    """The probability that the lead is right."""
    if not evidence.support:
        return 0.0
    weighed = sum(
        factor * weight for factor, weight in zip(_WITH_OPINION, features(evidence), strict=True)
    )
    if evidence.opinion is None:
        weighed = _LEVEL + _SLOPE * balance(evidence)
    likely = 1 / (1 + math.exp(-weighed))
    return likely if evidence.firm else min(likely, _BY_HINTS)
