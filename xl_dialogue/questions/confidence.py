"""How sure a proposal is: the share of such proposals that turned out right."""

from __future__ import annotations

import math
from typing import NamedTuple

THRESHOLD = 0.5
"""Confidence from which the program proposes a lead by itself."""


class Evidence(NamedTuple):
    """What speaks for a lead."""

    support: float
    """The weight of the phrases found."""
    against: float
    """The same for the next best lead."""
    phrases: int
    longest: int
    """Words in the longest phrase."""


def confidence(evidence: Evidence) -> float:
    """The probability that the lead is right."""
    top, against = evidence.support, evidence.against
    return (1 - math.exp(-top)) * top / (top + 0.6 * against)
