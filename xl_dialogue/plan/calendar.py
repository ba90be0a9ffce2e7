"""Working days in Vietnam, and what "before the 19th" means.

Source: Decision 45/2018/QĐ-TTg (invitations go out 3 working days before a meeting).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

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


def is_working_day(day: dt.date, days_off: Collection[dt.date]) -> bool:
    return day.weekday() < 5 and day not in days_off


def last_day_before(limit: dt.date) -> dt.date:
    """ "Trước ngày X" is strict: the last day is X - 1."""
    return limit - _DAY


def working_days_before(day: dt.date, count: int, days_off: Collection[dt.date]) -> dt.date:
    """The latest day with ``count`` working days from it up to, not including, ``day``."""
    while count:
        day -= _DAY
        count -= is_working_day(day, days_off)
    return day
