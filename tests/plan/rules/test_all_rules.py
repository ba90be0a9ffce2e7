"""The rules as a whole."""

from __future__ import annotations

from xl_dialogue.plan.findings import Rule


def test_each_of_the_founding_plans_fourteen_rules_is_kept_by_one_of_ours():
    assert {rule.founding for rule in Rule} - {""} == {f"R{number:02d}" for number in range(1, 15)}
