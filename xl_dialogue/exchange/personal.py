"""Personal data of a plan: who may not have which of it, and finding it again in any text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias
from unicodedata import normalize

from xl_dialogue.plan.checks import EMAIL
from xl_dialogue.plan.sheets import BY_NAME
from xl_dialogue.vietnamese.phones import Spot, spots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from xl_dialogue.plan.plan import Plan
    from xl_dialogue.plan.schema import Column, Sheet

Audience: TypeAlias = Literal["public", "offices"]
MASK = "[…]"
SHARED: dict[Audience, tuple[str, ...]] = {
    "public": ("conference", "questions", "tasks", "agenda", "awards"),
    "offices": (
        "conference", "groups", "delegates", "questions", "tasks", "departments", "agenda",
        "awards",
    ),
}  # fmt: skip
"""The sheets that a copy may hold; the program's own never leave."""
_LIKELY = re.compile(r"(?:\+84|0)[0-9]{8,10}")
"""A telephone, though it may be mistyped or of before 2017; without the zero it may be a sum."""
_BETWEEN_TWO = re.compile(r"\s[\u2010-\u2014-]\s")
"""What stands between the ends of a range, never within a telephone."""
_SHORTEST = 5
_PEOPLES = ("phone", "email", "name")


def withheld(sheet: Sheet, audience: Audience) -> list[Column]:
    """The columns of the sheet that do not go to these readers: names go to offices alone."""
    without_names = audience == "public"
    return [
        column for column in sheet.columns
        if column.personal or (without_names and column.kind == "name")
    ]  # fmt: skip


def removed_values(plan: Plan, audience: Audience) -> set[str]:
    """What stands in withheld columns of any sheet, so that it can be found where else it stands.

    A name of one word is no more than a word and is not among them.
    """
    return _values(plan, lambda sheet: withheld(sheet, audience))


def known_values(plan: Plan, audience: Audience) -> set[str]:
    """What stands in columns of people's data that these readers do get."""

    def kept(sheet: Sheet) -> list[Column]:
        hidden = withheld(sheet, audience) if sheet.name in SHARED[audience] else sheet.columns
        return [column for column in sheet.columns if column not in hidden]

    return _values(plan, kept)


def _values(plan: Plan, columns: Callable[[Sheet], list[Column]]) -> set[str]:
    found: set[str] = set()
    for sheet in BY_NAME.values():
        if sheet.written_by_program or sheet.name not in plan.frames:
            continue
        for column in columns(sheet):
            if column.kind in _PEOPLES:
                found.update(map(str, plan.frames[sheet.name][column.name].dropna()))
    return findable(found)


def findable(values: Iterable[str]) -> set[str]:
    """The values that can be looked for: a name of one word is no more than a word."""
    said = (" ".join(normalize("NFC", value).split()) for value in values)
    return {each for each in said if len(each) >= _SHORTEST and (" " in each or _is_no_name(each))}


def _is_no_name(value: str) -> bool:
    return "@" in value or any(letter.isdigit() for letter in value)


class Finder:
    """Finds the values in text, however cased and spaced, and phones however grouped."""

    def __init__(self, values: Iterable[str]) -> None:
        said = sorted(values, key=len, reverse=True)
        alternatives = "|".join(r"\s+".join(map(re.escape, value.split())) for value in said)
        self._values = (
            re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE) if said else None
        )
        self._phones = {dialled(spot) for value in said for spot in spots(value)}

    def masked(self, text: str, *, patterns: bool, mask: str = MASK) -> str:
        """The text without the values, and without what looks like a phone or an e-mail."""
        text = normalize("NFC", text)
        if self._values:
            text = self._values.sub(mask, text)
        kept, end = [], 0
        for spot in sorted(spots(text), key=self._doubt):
            said = text[spot.start : spot.end]
            if spot.start >= end and (self._knows(spot) or (patterns and _is_likely(spot, said))):
                kept += [text[end : spot.start], mask]
                end = spot.end
        text = "".join((*kept, text[end:]))
        return EMAIL.sub(mask, text) if patterns else text

    def found_in(self, text: str) -> str:
        """The first value that stands in the text; blank when none does."""
        text = normalize("NFC", text)
        said = self._values.search(text) if self._values else None
        if said:
            return said[0]
        return next((text[each.start : each.end] for each in spots(text) if self._knows(each)), "")

    def _knows(self, spot: Spot) -> bool:
        return dialled(spot) in self._phones

    def _doubt(self, spot: Spot) -> tuple[int, bool, bool]:
        """From the left; of what begins together first a telephone, the longest."""
        return spot.start, not self._knows(spot), not spot.phone.number


def dialled(spot: Spot) -> str:
    """As it is dialled today; digits that are no telephone as they are written."""
    return spot.phone.number or spot.digits.removeprefix("+")


def _is_likely(spot: Spot, said: str) -> bool:
    """Whether nobody would take the digits for anything else than a telephone."""
    begins = spot.phone.number.startswith("0") and spot.phone.fault != "missing_zero"
    return (begins or bool(_LIKELY.fullmatch(spot.digits))) and not _BETWEEN_TWO.search(said)
