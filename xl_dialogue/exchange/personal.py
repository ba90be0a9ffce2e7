"""Personal data of a plan: who may not have which of it, and finding it again in any text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias
from unicodedata import normalize

from xl_dialogue.plan.sheets import BY_NAME

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
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)")
_GAPS = re.compile(r"(?<=\d)[ .()-]+(?=\d)")
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
        self._phones = {number for value in said if len(number := digits(value)) >= 8}

    def masked(self, text: str, *, patterns: bool, mask: str = MASK) -> str:
        """The text without the values, and without what looks like a phone or an e-mail."""
        text = normalize("NFC", text)
        if self._values:
            text = self._values.sub(mask, text)
        text = _PHONE.sub(
            lambda found: mask if patterns or self._knows(found[0]) else found[0], text
        )
        return _EMAIL.sub(mask, text) if patterns else text

    def found_in(self, text: str) -> str:
        """The first value that stands in the text; blank when none does."""
        text = normalize("NFC", text)
        said = self._values.search(text) if self._values else None
        if said:
            return said[0]
        return next((run for run in runs_of_digits(text) if self._knows(run)), "")

    def _knows(self, said: str) -> bool:
        return digits(said) in self._phones


def runs_of_digits(text: str) -> list[str]:
    """Numbers as long as a phone's, however grouped."""
    return re.findall(r"\d{8,}", _GAPS.sub("", text))


def digits(value: str) -> str:
    """Only the digits of a number, with a leading zero for the country's code."""
    found = re.sub(r"\D", "", value)
    return f"0{found[2:]}" if found.startswith("84") and len(found) > 10 else found
