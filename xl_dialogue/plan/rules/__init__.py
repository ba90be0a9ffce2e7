"""Rules across sheets, among them the fourteen that the founding plan itself calls for."""

from __future__ import annotations

from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.rules import (
    agenda,
    catalogue,
    conference,
    deadlines,
    delegates,
    issuing,
    names,
    questions,
    register,
    tasks,
)
from xl_dialogue.plan.rules.registry import RULES

__all__ = [
    "agenda", "catalogue", "conference", "deadlines", "delegates", "issuing", "judge", "names",
    "questions", "register", "tasks",
]  # fmt: skip


def judge(plan: Plan) -> list[Finding]:
    """What is wrong between the sheets."""
    return [finding for each in RULES for finding in each(plan)]
