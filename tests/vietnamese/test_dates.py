from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.vietnamese.dates import (
    blank_date,
    clock,
    date_from_text,
    long_date,
    short_date,
    time_from_text,
    weekday,
)

CONFERENCE = dt.date(2022, 5, 24)


@pytest.mark.parametrize(
    "text",
    ["24/5/2022", "24/05/2022", "24-05-2022", "24.5.22", "24 / 5 / 2022", " 24/5/2022 ",
     "ngày 24 tháng 5 năm 2022", "Ngày 24 tháng 05 năm 2022", "24 tháng 5 năm 2022",
     "thứ Ba, ngày 24 tháng 5 năm 2022", "ngày 24/5/2022", "2022-05-24", "2022-05-24 00:00:00",
     "2022-05-24T07:30", "24\u00a0/5/2022"],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert date_from_text(text) == CONFERENCE


def test_the_day_always_stands_before_the_month() -> None:
    assert date_from_text("4/5/2022") == dt.date(2022, 5, 4)
    assert date_from_text("5/24/2022") is None


def test_two_digits_of_a_year_are_read_as_excel_reads_them() -> None:
    assert date_from_text("1/2/29") == dt.date(2029, 2, 1)
    assert date_from_text("1/2/75") == dt.date(1975, 2, 1)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "31/2/2022", "29/2/2023", "0/0/0000", "24/5", "24/5-2022", "24/5/022", "tháng 5",
     "5/2022", "44705", "24/5/2022 và 25/5/2022", "trước 24/5/2022", "🙂", "\u0301",
     "1/" * 50_000, " " * 100_000, "24²/5/2022"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert date_from_text(text) is None


@pytest.mark.parametrize(
    "text",
    ["7h30", "07h30", "7H30", "07:30", "7:30", "07:30:00", "7 giờ 30", "7 giờ 30 phút", "7g30",
     "7h30'", " 07 giờ 30 phút "],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(text: str) -> None:
    assert time_from_text(text) == dt.time(7, 30)


def test_a_full_hour_needs_no_minutes() -> None:
    assert time_from_text("14h") == time_from_text("14 giờ") == dt.time(14)


@pytest.mark.parametrize(
    "text", ["", " ", "7", "25h", "7h60", "7:", "7:3", "7h30 chiều", "24/5/2022", "h" * 100_000]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert time_from_text(text) is None


@pytest.mark.parametrize(
    ("date", "long", "short"),
    [
        (CONFERENCE, "ngày 24 tháng 5 năm 2022", "24/5/2022"),
        (dt.date(2022, 2, 5), "ngày 05 tháng 02 năm 2022", "05/02/2022"),
        (dt.date(2022, 12, 31), "ngày 31 tháng 12 năm 2022", "31/12/2022"),
        (dt.date(2022, 3, 9), "ngày 09 tháng 3 năm 2022", "09/3/2022"),
    ],
)
def test_a_date_is_written_with_the_zeros_of_the_decree(
    date: dt.date, long: str, short: str
) -> None:
    assert (long_date(date), short_date(date)) == (long, short)


def test_the_day_may_be_left_for_the_pen() -> None:
    assert blank_date(CONFERENCE) == "ngày      tháng 5 năm 2022"
    assert blank_date(dt.date(2022, 1, 5)) == "ngày      tháng 01 năm 2022"


def test_the_days_of_the_week_have_their_names() -> None:
    assert weekday(CONFERENCE) == "thứ Ba"
    assert weekday(dt.date(2022, 5, 29)) == "Chủ nhật"


def test_a_time_is_written_in_words() -> None:
    assert clock(7, 30) == "07 giờ 30 phút"
    assert clock(8, 0) == "08 giờ 00 phút"


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_date_written_is_read_again(date: dt.date) -> None:
    assert date_from_text(long_date(date)) == date
    assert date_from_text(short_date(date)) == date
    assert date_from_text(date.isoformat()) == date


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_a_time_written_is_read_again(time: dt.time) -> None:
    assert time_from_text(clock(time.hour, time.minute)) == time
