from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.plan.calendar import (
    holidays_of,
    is_working_day,
    last_day_before,
    working_days_before,
)

CONFERENCE = dt.date(2022, 5, 24)


def test_before_the_19th_is_by_the_18th() -> None:
    assert last_day_before(dt.date(2022, 5, 19)) == dt.date(2022, 5, 18)


def test_three_working_days_before_the_founding_conference_is_the_19th() -> None:
    assert working_days_before(CONFERENCE, 3, ()) == dt.date(2022, 5, 19)


def test_a_year_without_listed_days_off_takes_the_countrys() -> None:
    assert dt.date(2022, 5, 3) in holidays_of({2022}, ())
    assert dt.date(2026, 2, 17) in holidays_of({2026}, ())


def test_the_offices_own_list_rules_its_year() -> None:
    listed = {dt.date(2022, 5, 20)}
    assert holidays_of({2022}, listed) == listed


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)),
    st.integers(0, 30),
    st.sets(st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)), max_size=5),
)
def test_so_many_working_days_lie_between(day: dt.date, count: int, off: set[dt.date]) -> None:
    start = working_days_before(day, count, off)
    between = [start + dt.timedelta(n) for n in range((day - start).days)]
    assert sum(is_working_day(each, off) for each in between) == count
