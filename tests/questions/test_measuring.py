"""What the locked part says, in totals: nobody tunes on it, and no text of it is shown."""

from __future__ import annotations

import measuring


def test_the_locked_part_is_split_and_grouped_as_well_as_the_readme_says() -> None:
    questions = measuring.labelled("locked")
    cut, same = measuring.splits(questions), measuring.pairs(questions)
    totals = cut.rate >= 0.85, cut.kept_rate >= 0.98, round(same.f1, 3) >= 0.0
    assert totals == (True, True, True)
