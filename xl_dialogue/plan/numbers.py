"""Numbers of documents: those given, by a symbol, and the next; read strictly or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import REGISTER
from xl_dialogue.vietnamese.text import folded

_NUMBER = re.compile("0*([0-9]{1,5})[a-zđ]?", re.IGNORECASE)
""" "07", or "12a", which a clerk puts between two."""


def value(number: str) -> int | None:
    """What stands in the cell; ``None`` for "Số 30", "40/GM-UBND", "50-60", which say who knows."""
    found = _NUMBER.fullmatch(number)
    return int(found[1]) if found else None


def alike(symbol: str, other: str) -> bool:
    """One symbol, however it is typed: "GM-UBND", " gm – ubnd"."""
    return folded(symbol) == folded(other)


def spelled(number: int) -> str:
    """ "05": a zero before numbers below 10. Source: Decree 30, Appendix I, II.3."""
    return f"{number:02d}"


def highest(known: Iterable[Entry], symbol: str) -> int:
    """The highest given under the symbol, 0 without any: kinds that share it share the numbers."""
    return max((value(each.number) or 0 for each in known if alike(each.symbol, symbol)), default=0)


def next_number(known: Iterable[Entry], symbol: str, first: int) -> int:
    """One more than the highest under the symbol."""
    return max(first, highest(known, symbol) + 1)


def unreadable(known: Iterable[Entry], symbols: Iterable[str]) -> Iterator[Finding]:
    """Rows whose number may be one of these symbols' and does not say which."""
    among = list(symbols)
    for entry in known:
        if not entry.number:
            continue
        if not entry.symbol:
            yield _finding(Rule.NUMBER_WITHOUT_SYMBOL, entry, "symbol")
        elif value(entry.number) is None and any(alike(entry.symbol, each) for each in among):
            yield _finding(Rule.NUMBER_UNREADABLE, entry, "number")


def _finding(rule: Rule, entry: Entry, column: str) -> Finding:
    facts = {"number": entry.number, "header": REGISTER[column].header}
    return Finding(rule, REGISTER.name, entry.row or None, column, facts, getattr(entry, column))
