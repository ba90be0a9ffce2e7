"""Dates and times of day: read from cells, written as official documents write them.

Source: Decree 30/2020/NĐ-CP, Appendix I: a zero before days below 10 and before months 1 and 2.
"""

from __future__ import annotations

import datetime as dt
import re
from unicodedata import normalize

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PEN_SPACE = " " * 6
_LONGEST = 80
"""Characters; a longer cell is no date and is not searched for one."""

_LEAD = r"(?:(?:thứ \w+|chủ nhật|cn)[ ,]*)?(?:ngày )?"
_DAY_FIRST = re.compile(_LEAD + r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_IN_WORDS = re.compile(_LEAD + r"(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ t]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_TIME = re.compile(
    r"(\d{1,2})\s*(?:(?:giờ|h|g)(?:\s*(\d{1,2})\s*(?:phút|p|')?)?|:\s*(\d{2})(?::00)?)"
)


def date_from_text(text: str) -> dt.date | None:
    """The date a cell's text says, always day before month; None when it says none.

    Two digits of a year are 2000-2029 and 1930-1999, as in Excel.
    """
    if len(text) > _LONGEST:
        return None
    line = " ".join(normalize("NFC", text).lower().split())
    if iso := _ISO.fullmatch(line):
        return _date(iso[1], iso[2], iso[3])
    if words := _IN_WORDS.fullmatch(line):
        return _date(words[3], words[2], words[1])
    if figures := _DAY_FIRST.fullmatch(line):
        return _date(figures[4], figures[3], figures[1])
    return None


def time_from_text(text: str) -> dt.time | None:
    """The time of day of "7h30", "07:30", "7 giờ 30 phút", "7g30"; None otherwise."""
    if len(text) > _LONGEST:
        return None
    found = _TIME.fullmatch(" ".join(normalize("NFC", text).lower().split()))
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def long_date(date: dt.date) -> str:
    """ "ngày 24 tháng 5 năm 2022"."""
    return f"ngày {date.day:02} {_month_and_year(date)}"


def blank_date(date: dt.date) -> str:
    """ "ngày      tháng 5 năm 2022": the day is left for the pen of whoever signs."""
    return f"ngày{_PEN_SPACE}{_month_and_year(date)}"


def short_date(date: dt.date) -> str:
    """ "24/5/2022", "05/02/2022"."""
    return f"{date.day:02}/{_month(date)}/{date.year}"


def weekday(date: dt.date) -> str:
    """ "thứ Ba", "Chủ nhật"."""
    return _WEEKDAYS[date.weekday()]


def clock(hour: int, minute: int) -> str:
    """ "07 giờ 30 phút", "08 giờ 00 phút": two figures each, as invitations have it."""
    return f"{hour:02} giờ {minute:02} phút"


def _month_and_year(date: dt.date) -> str:
    return f"tháng {_month(date)} năm {date.year}"


def _month(date: dt.date) -> str:
    return f"{date.month:02}" if date.month < 3 else str(date.month)


def _date(year: str, month: str, day: str) -> dt.date | None:
    in_full = int(year) if len(year) == 4 else _in_full(int(year))
    try:
        return dt.date(in_full, int(month), int(day))
    except ValueError:
        return None


def _in_full(year: int) -> int:
    return year + (2000 if year < 30 else 1900)
