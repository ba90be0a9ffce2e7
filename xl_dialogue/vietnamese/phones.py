"""Telephone numbers as cells hold them; a number is kept as its digits, "0912345678".

Source: Decision 2036/QĐ-BTTTT 2016 (all landlines have 11 digits, 02...); the ministry's plan of
2018, by which mobiles of 11 digits lost one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from xl_dialogue.vietnamese.text import tidy

Fault = Literal["not_a_phone", "missing_zero", "old_prefix", "several", "other_text"]


class Phone(NamedTuple):
    """The first number of a cell in today's form, empty for ``not_a_phone``, and the cell's fault.

    After ``missing_zero`` and ``old_prefix`` the number is certain and may replace the cell; after
    ``several`` and ``other_text`` (an extension, a name) it may not: something would be lost.
    """

    number: str
    fault: Fault | None


class Spot(NamedTuple):
    """Where in a text digits stand that may be one telephone."""

    start: int
    end: int
    digits: str
    """As they are written, without what parts them; a leading plus is kept."""
    phone: Phone
    """What they mean; ``not_a_phone`` where they are as many as a telephone has and none."""


_NEW_PREFIXES = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035",
    "0166": "036", "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_WITH_COUNTRY = re.compile(r"(?:00)?840?([1235789][0-9]{8,9})")
# Any third digit: the state opens new mobile prefixes without asking us.
_SUBSCRIBER = re.compile(r"0[35789][0-9]{8}|02[0-9]{9}")
_HOTLINE = re.compile(r"1[89]00[0-9]{4,6}")
_SHORTEST, _LONGEST = 8, 14
"""Digits of a number as it may be written, the country's code with it."""

_RUN = re.compile(r"[+(]{0,2}[0-9](?:[ \u00a0\u202f.()\u2010-\u2014-]*[0-9])*")
_GROUP = re.compile(r"[+(]*([0-9]+)")
_FOREIGN = re.compile(r"\(?\+(?!84)")
_LABEL = re.compile(
    r"\b(?:điện thoại|di động|đtdđ|sđt|đt|dđ|cq|nr|tel|phone|mobile|hotline|zalo|số)\b",
    re.IGNORECASE,
)


def phone(text: str) -> Phone:
    """What a cell says of one telephone."""
    found, other_text = _read(text)
    if not found:
        return Phone("", "not_a_phone")
    number, fault = next(iter(found.items()))
    if len(found) > 1:
        return Phone(number, "several")
    return Phone(number, "other_text" if other_text else fault)


def phones(text: str) -> list[str]:
    """All different numbers of a cell in today's form, in the cell's order."""
    return list(_read(text)[0])


def spots(text: str) -> Iterator[Spot]:
    """All that may be a telephone anywhere in a text, from the left, the longest first.

    Spots of one run of digits overlap: "12 0912345678" may be two numbers or a longer one.
    """
    for run in _RUN.finditer(text):
        groups = [*_GROUP.finditer(run[0])]
        for place, first in enumerate(groups):
            yield from reversed([*_spots_from(run, first, groups[place : place + _LONGEST])])


def _spots_from(
    run: re.Match[str], first: re.Match[str], groups: list[re.Match[str]]
) -> Iterator[Spot]:
    digits = ""
    for group in groups:
        digits += group[1]
        if len(digits) > _LONGEST:
            return
        if len(digits) >= _SHORTEST:
            plus = "+" if "+" in first[0] else ""
            start, end = run.start() + first.start(), run.start() + group.end()
            yield Spot(start, end, plus + digits, _today(digits))


def _read(text: str) -> tuple[dict[str, Fault | None], bool]:
    """Each number with its fault, and whether other text stands beside the numbers."""
    found: dict[str, Fault | None] = {}
    # A number cell reaches us as "912345678.0".
    text = tidy(text).removesuffix(".0")

    def take(run: re.Match[str]) -> str:
        numbers = _numbers(run[0])
        found.update(numbers)
        return " " if numbers else run[0]

    beside = _LABEL.sub(" ", _RUN.sub(take, text))
    return found, any(map(str.isalnum, beside))


def _numbers(run: str) -> dict[str, Fault | None]:
    """The numbers a run of digit groups is made of; none unless they use it up."""
    groups = [] if _FOREIGN.match(run) else re.findall("[0-9]+", run)
    numbers: dict[str, Fault | None] = {}
    place = 0
    while place < len(groups):
        number, fault, taken = _longest(groups, place)
        if not taken:
            return {}
        numbers[number] = fault
        place += taken
    return numbers


def _longest(groups: list[str], place: int) -> tuple[str, Fault | None, int]:
    """The longest number that begins with this group, and how many groups it takes."""
    best: tuple[str, Fault | None, int] = ("", None, 0)
    digits = ""
    for taken, group in enumerate(groups[place : place + _LONGEST], 1):
        digits += group
        if len(digits) > _LONGEST:
            break
        read = _today(digits)
        if read.number:
            best = (*read, taken)
    return best


def _today(digits: str) -> Phone:
    """The digits as they are dialled today."""
    if country := _WITH_COUNTRY.fullmatch(digits):
        digits = "0" + country[1]
    if _SUBSCRIBER.fullmatch(digits) or _HOTLINE.fullmatch(digits):
        return Phone(digits, None)
    dialled = digits if digits.startswith("0") else "0" + digits
    prefix, rest = _NEW_PREFIXES.get(dialled[:4]), dialled[4:]
    if prefix and len(rest) == 7:
        return Phone(prefix + rest, "old_prefix")
    return (
        Phone(dialled, "missing_zero")
        if _SUBSCRIBER.fullmatch(dialled)
        else Phone("", "not_a_phone")
    )
