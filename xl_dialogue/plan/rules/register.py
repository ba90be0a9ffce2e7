"""The register: a number that cannot be read may be given twice."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue.plan import numbers, register
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.rules.registry import rule


@rule
def registered_numbers(plan: Plan) -> Iterator[Finding]:
    if not plan.register.empty:
        symbols = {symbol for symbol in plan.issuing["symbol"] if symbol}
        yield from numbers.unreadable(register.entries(plan), sorted(symbols))
