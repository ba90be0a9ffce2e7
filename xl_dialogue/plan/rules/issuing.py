"""The sheet `Ban hành`: what would stand in a letterhead or under a signature.

Source: Decree 30/2020/NĐ-CP, Appendix I, II.3 (symbol), II.7 (authority, name of the signer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.plan.schema import parts
from xl_dialogue.vietnamese.names import split_name

_SYMBOL = re.compile(r"[^\W\d_]+[^\W_]*(?:[-&.][^\W_]+)*")
_BEFORE_SYMBOL = re.compile(r"^[\s\d]*/\s*|\s+")
_AUTHORITY = re.compile(
    r"(?P<short>T[./]?M|K[./]?T|T[./]?L|T[./]?U[./]?Q|Q)\b[./]?\s*", re.IGNORECASE
)
_SOUND_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. ?\S")
_RANKS_ALLOWED = re.compile(
    r"công an|quân sự|bộ đội|trường|bệnh viện|học viện|viện\b", re.IGNORECASE
)


@rule
def symbols(plan: Plan) -> Iterator[Finding]:
    for row, symbol in down(plan.issuing, "symbol"):
        if symbol and not _SYMBOL.fullmatch(symbol):
            mended = _BEFORE_SYMBOL.sub("", symbol)
            fix = mended if _SYMBOL.fullmatch(mended) else None
            yield Finding(Rule.SYMBOL_FORM, "issuing", row, "symbol", {}, symbol, fix)


@rule
def first_numbers(plan: Plan) -> Iterator[Finding]:
    """A number, but none that a document can have; what is no number at all is told elsewhere."""
    for row, first in down(plan.issuing, "first_number"):
        if first >= 0 and (first < 1 or first != int(first)):
            yield Finding(Rule.FIRST_NUMBER, "issuing", row, "first_number", {}, first)


@rule
def authorities(plan: Plan) -> Iterator[Finding]:
    for row, authority in down(plan.issuing, "authority"):
        first = next(iter(parts(authority)), "")
        if first and not _SOUND_AUTHORITY.match(first):
            yield Finding(
                Rule.AUTHORITY_FORM, "issuing", row, "authority", {}, authority,
                _with_point(authority),
            )  # fmt: skip


def _with_point(authority: str) -> str | None:
    found = _AUTHORITY.match(authority)
    if found is None:
        return None
    short = re.sub("[./]", "", found["short"]).upper()
    return f"{short}. {authority[found.end() :]}"


@rule
def signers(plan: Plan) -> Iterator[Finding]:
    """A title before the name; bodies whose own rules may want it are left alone."""
    for row, (signer, issuer) in down(plan.issuing, "signer", "issuer"):
        name = split_name(signer)
        titles = [part for part in (name.honorific, *name.ranks) if part]
        if titles and name.certain and not _RANKS_ALLOWED.search(issuer):
            facts = {"titles": " ".join(titles), "name": name.full_name}
            yield Finding(
                Rule.SIGNER_TITLED, "issuing", row, "signer", facts, signer, name.full_name
            )


def of_row(plan: Plan, row: int | None) -> list[Finding]:
    """What these rules mind in one row."""
    each = (symbols, first_numbers, authorities, signers)
    return [finding for judged in each for finding in judged(plan) if finding.row == row]
