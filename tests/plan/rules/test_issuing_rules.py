from __future__ import annotations

import pytest
from tables import judged, plan_of

from xl_dialogue.plan import rules
from xl_dialogue.plan.findings import Rule

_OURS = (Rule.SYMBOL_FORM, Rule.FIRST_NUMBER, Rule.AUTHORITY_FORM, Rule.SIGNER_TITLED)


def minded(column: str, value: str) -> list[tuple[Rule, object]]:
    plan = plan_of(issuing=f"kind|{column}\nGiấy mời|{value}")
    return [(each.rule, each.fix) for each in rules.judge(plan) if each.rule in _OURS]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("symbol", "GM-UBND"),
        ("symbol", "CTr-BCHLĐLĐ"),
        ("symbol", "UBND-TH&NC"),
        ("first_number", "#45"),
        ("authority", "TL. CHỦ TỊCH"),
        ("authority", r"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"),
        ("authority", "Q. CHỦ TỊCH"),
        ("signer", "Nông Ký Mẫu"),
        ("signer", "Ông Ích Khiêm"),
    ],
)
def test_what_a_letterhead_and_a_signature_may_say(column: str, value: str) -> None:
    assert minded(column, value) == []


@pytest.mark.parametrize(
    ("column", "value", "rule", "fix"),
    [
        ("symbol", "/GM-UBND", Rule.SYMBOL_FORM, "GM-UBND"),
        ("symbol", "45/GM - UBND", Rule.SYMBOL_FORM, "GM-UBND"),
        ("symbol", "GM/UBND", Rule.SYMBOL_FORM, None),
        ("first_number", "#0", Rule.FIRST_NUMBER, None),
        ("authority", "TL CHỦ TỊCH", Rule.AUTHORITY_FORM, "TL. CHỦ TỊCH"),
        ("authority", "T/M BAN THƯỜNG VỤ", Rule.AUTHORITY_FORM, "TM. BAN THƯỜNG VỤ"),
        ("authority", "THỪA LỆNH CHỦ TỊCH", Rule.AUTHORITY_FORM, None),
        ("signer", "TS. Nông Ký Mẫu", Rule.SIGNER_TITLED, "Nông Ký Mẫu"),
    ],
)
def test_what_they_may_not_say(column: str, value: str, rule: Rule, fix: str | None) -> None:
    assert minded(column, value) == [(rule, fix)]


def test_a_hospital_may_have_its_own_rules_for_titles() -> None:
    plan = plan_of(issuing="kind|issuer|signer\nGiấy mời|Bệnh viện tỉnh|TS. Nông Ký Mẫu")
    assert judged(plan, *_OURS) == []
