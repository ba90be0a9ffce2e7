"""The numbers of questions/confidence.py, and how reliable they are: in tests/, python -m questions.fitting

A logistic curve from the evidence to the share of leads that are right, on the checking half of the
practice questions, from which neither the catalogue nor the second opinion has learnt; the table is
made crosswise, each half of that half by the other's curve.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise

import numpy as np
from questions.routed import Case, cases

from xl_dialogue.questions.confidence import features

_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def half(case: Case) -> int:
    """The half of the checking half that a question is in."""
    return hashlib.sha256(case.row["id"].encode()).digest()[1] % 2


def weighed(those: list[Case]) -> np.ndarray:
    """What the curve weighs, a row a question."""
    return np.array([features(case.proposal.evidence) for case in those])


def fitted(those: list[Case]) -> np.ndarray:
    """The curve, by Newton's method."""
    x = weighed(those)
    right = np.array([float(case.right) for case in those])
    curve = np.zeros(x.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-x @ curve))
        bend = (x * (likely * (1 - likely))[:, None]).T @ x + 1e-3 * np.eye(len(curve))
        curve += np.linalg.solve(bend, x.T @ (right - likely) - 1e-3 * curve)
    return curve


def main() -> None:
    those = [case for case in cases("checking") if case.leads and case.proposal.lead]
    print("_WITH_OPINION =", tuple(float(number) for number in fitted(those).round(2)))
    said, right = [], []
    for side in (0, 1):
        curve = fitted([case for case in those if half(case) != side])
        other = [case for case in those if half(case) == side]
        said += list(1 / (1 + np.exp(-weighed(other) @ curve)))
        right += [case.right for case in other]
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
