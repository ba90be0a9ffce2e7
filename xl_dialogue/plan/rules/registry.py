"""The registry of the rules across sheets, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan

RULES: list[Callable[[Plan], Iterator[Finding]]] = []


def rule(function: Callable[[Plan], Iterator[Finding]]) -> Callable[[Plan], Iterator[Finding]]:
    """Enter the decorated function in the registry."""
    RULES.append(function)
    return function


def at_item(plan: Plan, rule: Rule, item: str, **facts: object) -> Finding:
    """A finding at an item of the conference."""
    value = getattr(plan.conference, item)
    return Finding(rule, "conference", plan.item_rows.get(item), "value", facts, value)
