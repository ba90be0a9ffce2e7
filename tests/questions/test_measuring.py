"""What is held of splits and duplicates.

Nobody tunes on `locked`, `blind` and `rewordings_apart`: of these totals alone are looked at.
"""

from __future__ import annotations

import pytest
from questions.measuring import labelled, pairs, splits


@pytest.mark.parametrize(
    ("part", "cut", "whole"),
    [
        ("open", 0.95, 1.0),
        ("locked", 0.83, 0.98),
        ("blind", 0.84, 1.0),
        ("practice_splits", 1.0, 1.0),
    ],
)
def test_petitions_are_taken_apart_as_well_as_before(part: str, cut: float, whole: float) -> None:
    found = splits(labelled(part))
    assert found.rate >= cut
    assert found.kept_rate >= whole


@pytest.mark.parametrize(
    ("part", "f1", "precision"),
    [
        ("open", 0.84, 0.95),
        ("practice_pairs", 0.81, 0.84),
        ("rewordings", 0.67, 0.76),
        ("rewordings_apart", 0.35, 0.63),
        ("locked", 0.73, 0.91),
        ("blind", 0.70, 0.61),
    ],
)
def test_duplicates_are_found_as_well_as_before(part: str, f1: float, precision: float) -> None:
    found = pairs(labelled(part))
    assert found.f1 >= f1
    assert found.precision >= precision
