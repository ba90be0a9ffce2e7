from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.questions.confidence import THRESHOLD, Evidence, confidence

WEIGHTS = st.floats(0, 50)


def test_no_evidence_is_no_confidence() -> None:
    assert confidence(Evidence()) == 0


def test_two_phrases_without_a_rival_suffice_and_rivals_take_it_back() -> None:
    assert confidence(Evidence(2.8, 0, firm=True)) > THRESHOLD
    assert confidence(Evidence(2.8, 2.8, firm=True)) < THRESHOLD


@given(WEIGHTS, WEIGHTS, st.booleans())
def test_confidence_is_a_share(support: float, against: float, firm: bool) -> None:
    assert 0 <= confidence(Evidence(support, against, firm)) <= 1


@given(WEIGHTS, WEIGHTS, WEIGHTS)
def test_a_stronger_rival_never_makes_surer(support: float, one: float, other: float) -> None:
    weak, strong = sorted((one, other))
    assert confidence(Evidence(support, strong, True)) <= confidence(Evidence(support, weak, True))


@given(WEIGHTS, WEIGHTS)
def test_hints_alone_never_reach_the_threshold(support: float, against: float) -> None:
    assert confidence(Evidence(support, against, firm=False)) < THRESHOLD
