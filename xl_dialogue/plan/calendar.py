"""Working days in Vietnam, and what "before the 19th" means.

Source: Decision 45/2018/QĐ-TTg (invitations go out 3 working days before a meeting).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Container, Iterable

INVITATION_NOTICE = 3
"""Working days between the invitation and the meeting, at least."""

_DAY = dt.timedelta(days=1)


def holidays_of(years: Collection[int], listed: Collection[dt.date]) -> frozenset[dt.date]:
    """The listed days off; a year without any takes the country's public holidays."""
    unlisted = sorted(set(years) - {day.year for day in listed})
    if not unlisted:
        return frozenset(listed)
    from holidays import country_holidays

    return frozenset(listed) | frozenset(country_holidays("VN", years=unlisted))


class DaysOff:
    """The listed days off; a year without any takes the country's once somebody asks about it."""

    def __init__(self, listed: Iterable[dt.date]) -> None:
        self._known: dict[int, set[dt.date]] = {}
        for day in listed:
            self._known.setdefault(day.year, set()).add(day)

    def __contains__(self, day: object) -> bool:
        assert isinstance(day, dt.date)
        if day.year not in self._known:
            self._known[day.year] = {*holidays_of({day.year}, ())}
        return day in self._known[day.year]


def is_working_day(day: dt.date, days_off: Container[dt.date]) -> bool:
    return day.weekday() < 5 and day not in days_off


def last_day_before(limit: dt.date) -> dt.date:
    """ "Trước ngày X" is strict: the last day is X - 1."""
    return limit - _DAY


def working_days_before(day: dt.date, count: int, days_off: Container[dt.date]) -> dt.date:
    """The latest day with ``count`` working days from it up to, not including, ``day``."""
    while count:
        day -= _DAY
        count -= is_working_day(day, days_off)
    return day


def working_days_after(day: dt.date, count: int, days_off: Container[dt.date]) -> dt.date:
    """The ``count``-th working day after, not including, ``day``."""
    while count:
        day += _DAY
        count -= is_working_day(day, days_off)
    return day
