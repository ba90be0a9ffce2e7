"""A cell as the plan's column wants it; what is not certain stays as it came, for `Kiểm tra`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.reading.tables import Value
from xl_dialogue.messages import Text
from xl_dialogue.plan.plan import EXCEL_EPOCH, date, number, text
from xl_dialogue.plan.schema import Column, Kind, parts
from xl_dialogue.plan.sheets import HONORIFICS
from xl_dialogue.vietnamese.names import Name, split_name
from xl_dialogue.vietnamese.phones import phone
from xl_dialogue.vietnamese.text import folded, is_decomposed, tidy

_SERIALS = range(32874, 73051)
"""Excel's numbers of the days of 1990 to 2099."""
_SPOKEN = {"Anh": "Ông", "Chú": "Ông", "Bác": "Ông/Bà", "Chị": "Bà", "Cô": "Bà"}
"""Honorifics that official papers do not use."""


class Cleaned(NamedTuple):
    """The value for the plan, and why it is another than what was typed."""

    value: object
    why: Text | None = None


def cleaned(column: Column, value: Value, listed: Mapping[str, str]) -> Cleaned:
    """The cell in the form of the column's kind; ``listed`` are the codes it may refer to."""
    if column.refers_to:
        return _reference(column, value, listed)
    if column.choices:
        return _choice(column, value)
    return _BY_KIND.get(column.kind, _text)(value)


def _text(value: Value) -> Cleaned:
    if not isinstance(value, str):
        return Cleaned(text(value))
    mended = "\n".join(line for line in map(tidy, value.splitlines()) if line)
    if mended == value:
        return Cleaned(mended)
    return Cleaned(mended, messages.NOTED_NFD if is_decomposed(value) else messages.NOTED_SPACES)


def _phone(value: Value) -> Cleaned:
    said = _text(value)
    read = phone(text(said.value))
    match read.fault:
        case "not_a_phone" | "several" | "other_text":
            return said
        case "old_prefix":
            return Cleaned(read.number, messages.NOTED_OLD_PHONE)
        case _:
            changed = read.number != text(value)
            return Cleaned(read.number, messages.NOTED_PHONE if changed else None)


def _date(value: Value) -> Cleaned:
    if isinstance(value, float) and int(value) in _SERIALS:
        return Cleaned(EXCEL_EPOCH + dt.timedelta(days=int(value)), messages.NOTED_DATE)
    day = date(value)
    if day is None:
        return _text(value)
    at_midnight = dt.datetime(day.year, day.month, day.day)
    return Cleaned(at_midnight, None if isinstance(value, dt.datetime) else messages.NOTED_DATE)


def _number(value: Value) -> Cleaned:
    amount = number(value)
    return Cleaned(amount) if amount == amount else _text(value)


def _email(value: Value) -> Cleaned:
    said = text(_text(value).value)
    bare = said.removeprefix("mailto:").strip(" <>;,.")
    return Cleaned(bare, None if bare == text(value) else messages.NOTED_SPACES)


_BY_KIND: dict[Kind, Callable[[Value], Cleaned]] = {
    "phone": _phone, "date": _date, "number": _number, "email": _email,
}  # fmt: skip


def _choice(column: Column, value: Value) -> Cleaned:
    said = _text(value)
    spelt = {folded(choice): choice for choice in column.choices}
    if column.choices == HONORIFICS:
        spelt |= _honorifics()
    meant = spelt.get(folded(text(said.value)))
    if meant is None:
        return said
    return Cleaned(meant, None if meant == value else messages.NOTED_CHOICE)


def _honorifics() -> dict[str, str]:
    """ "Đ/c", "Ô." and the like."""
    said = ("Đ/c", "ĐC", "Đ.c", "Ô", "B", "Ông (Bà)", *_SPOKEN)
    return {folded(each): _official(split_name(f"{each}. Đỗ Văn An").honorific) for each in said}


def _reference(column: Column, value: Value, listed: Mapping[str, str]) -> Cleaned:
    """The code that is meant. One that must be there stays as typed, so that it is pointed at."""
    said = _text(value)
    words = text(said.value)
    codes = [listed.get(folded(part), "") for part in parts(words)]
    if codes and all(codes) and (column.many or len(codes) == 1):
        found = "; ".join(codes)
        return Cleaned(found, None if found == value else messages.NOTED_CODE)
    return said if column.required else Cleaned("", messages.NOTED_NOT_LISTED)


class Person(NamedTuple):
    """A name without what belongs to other columns."""

    full_name: str
    honorific: str
    ranks: str


def person(name: str) -> Person:
    """The name, its honorific as papers have it, and ranks; a doubtful name stays whole."""
    read: Name = split_name(name)
    if not read.certain or not read.full_name:
        return Person(name, "", "")
    return Person(read.full_name, _official(read.honorific), ", ".join(read.ranks))


def _official(honorific: str) -> str:
    meant = _SPOKEN.get(honorific, honorific)
    return meant if meant in HONORIFICS else ""


def with_ranks(title: str, ranks: str) -> str:
    """ "Thượng tá, Phó Giám đốc": the rank before the title, unless it says it already."""
    if not ranks or f" {folded(ranks)} " in f" {folded(title)} ":
        return title
    return f"{ranks}, {title}" if title else ranks
