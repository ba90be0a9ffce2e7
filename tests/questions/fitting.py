"""The numbers of questions/confidence.py, and how reliable they are: python tests/questions/fitting.py

A logistic curve from the balance of the evidence to the share of leads that are right, on the
open part of the labelled questions; the table is made crosswise, each half by the other's curve.
The catalogue was tuned on both halves: new questions will be less reliable than the table says.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise

import numpy as np
from routed import Case, cases

from xl_dialogue.questions.confidence import balance

_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def half(case: Case) -> int:
    """The half a question is in; its duplicates are in the same."""
    first = case.row["duplicate_of"] or case.row["id"]
    return hashlib.sha256(first.encode()).digest()[0] % 2


def fitted(those: list[Case]) -> tuple[float, float]:
    """Level and slope, by Newton's method."""
    x = np.array([[1.0, balance(case.proposal.evidence)] for case in those])
    right = np.array([float(case.right) for case in those])
    curve = np.zeros(2)
    for _ in range(50):
        likely = 1 / (1 + np.exp(-x @ curve))
        bend = (x * (likely * (1 - likely))[:, None]).T @ x + 1e-6 * np.eye(2)
        curve += np.linalg.solve(bend, x.T @ (right - likely))
    return float(curve[0]), float(curve[1])


def main() -> None:
    those = [case for case in cases("open") if case.proposal.evidence.firm]
    level, slope = fitted(those)
    print(f"_LEVEL, _SLOPE = {level:.1f}, {slope:.1f}")
    said, right = [], []
    for side in (0, 1):
        level, slope = fitted([case for case in those if half(case) != side])
        for case in those:
            if half(case) == side:
                said.append(1 / (1 + np.exp(-(level + slope * balance(case.proposal.evidence)))))
                right.append(case.right)
    confidence, truth = np.array(said), np.array(right)
    print("confidence said   questions   mean said   share right")
    for low, high in pairwise(_STEPS):
        among = (confidence >= low) & (confidence < high)
        if among.any():
            told, true = confidence[among].mean(), truth[among].mean()
            print(
                f"{low:.2f} to {min(high, 1):.2f}      {among.sum():6}      {told:.3f}       {true:.3f}"
            )


if __name__ == "__main__":
    main()
