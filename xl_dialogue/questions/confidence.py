"""How sure a proposal is: the share of such proposals that turned out right.

The curve has the shape that ``tests/questions/fitting.py`` finds on the open labelled questions,
a little flatter. The catalogue was tuned on the same ones, so on new questions it says too much.
"""

from __future__ import annotations

import math
from typing import NamedTuple

THRESHOLD = 0.75
"""Confidence from which the program proposes a lead by itself."""
_LEVEL, _SLOPE = -7.5, 13.4
"""Of the logistic curve from the balance of the evidence to the share that is right."""
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


def confidence(evidence: Evidence) -> float:
    """The probability that the lead is right."""
    if not evidence.support:
        return 0.0
    likely = 1 / (1 + math.exp(-(_LEVEL + _SLOPE * balance(evidence))))
    return likely if evidence.firm else min(likely, _BY_HINTS)
