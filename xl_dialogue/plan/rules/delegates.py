"""Who is invited: quotas, units, doubles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from xl_dialogue.messages import AT_LEAST_ONE, SAME_NAME_AND_PHONE, SAME_NAME_AND_UNIT
from xl_dialogue.plan import bodies
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import at_item, rule
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import FORGOTTEN
from xl_dialogue.vietnamese.text import folded


@rule
def quotas(plan: Plan) -> Iterator[Finding]:
    expected = plan.conference.expected_delegates
    total = plan.groups["expected"].sum()
    if expected and abs(total - expected) > (plan.conference.quota_tolerance or 0):
        facts = {"total": f"{total:.0f}", "expected": f"{expected:.0f}"}
        yield at_item(plan, Rule.QUOTAS_DO_NOT_ADD_UP, "expected_delegates", **facts)


@rule
def headcounts(plan: Plan) -> Iterator[Finding]:
    counted = Counter(bodies.invited(plan)["group"])
    groups = plan.groups
    for row, (code, quota) in down(groups, "code", "expected"):
        is_set = quota == quota
        if code and counted[code] != (quota if is_set else max(1, counted[code])):
            expected_here = f"{quota:.0f}" if is_set else AT_LEAST_ONE
            facts = {"group": code, "count": counted[code], "expected": expected_here}
            yield Finding(Rule.GROUP_OFF_QUOTA, "groups", row, "expected", facts, quota)
    expected = plan.conference.expected_delegates
    total = counted.total()
    if expected and abs(total - expected) > (plan.conference.quota_tolerance or 0):
        facts = {"count": total, "expected": f"{expected:.0f}"}
        yield at_item(plan, Rule.DELEGATES_OFF_TOTAL, "expected_delegates", **facts)


@rule
def units_without_a_delegate(plan: Plan) -> Iterator[Finding]:
    known = bodies.spellings(plan)
    present = {folded(unit) for unit in set(plan.delegates["unit"])}
    represented = bodies.represented(plan)
    for row, units in down(plan.groups, "units"):
        for unit in parts(units):
            key = folded(unit)
            if key not in present and known.get(key) not in represented:
                yield Finding(
                    Rule.UNIT_WITHOUT_DELEGATE, "groups", row, "units", {"unit": unit}, unit
                )


@rule
def possible_duplicates(plan: Plan) -> Iterator[Finding]:
    frame = plan.delegates
    first: dict[tuple[str, str], int] = {}
    for row, (full_name, unit, phone) in down(frame, "full_name", "unit", "phone"):
        name = folded(full_name)
        digits = re.sub(r"\D", "", phone)[-9:]
        keys = {SAME_NAME_AND_UNIT: folded(unit), SAME_NAME_AND_PHONE: digits}
        alike = next(
            ((w, first[name, k]) for w, k in keys.items() if k and (name, k) in first), None
        )
        if name and alike and full_name != FORGOTTEN:
            facts = {"why": alike[0], "first": alike[1]}
            yield Finding(Rule.POSSIBLE_DUPLICATE, "delegates", row, "full_name", facts, full_name)
        for key in keys.values():
            first.setdefault((name, key), int(row))
