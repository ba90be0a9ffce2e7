from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from xl_dialogue.mailing.calendar import Gathering, ics

STAMP = dt.datetime(2026, 4, 1, 9, 30, 15, 999, tzinfo=dt.timezone(dt.timedelta(hours=7)))
MORNING = dt.datetime(2026, 5, 20, 7, 30)
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
GATHERING = Gathering(
    "Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân tỉnh với người lao động; năm 2026, lần 2",
    MORNING,
    venue="Hội trường tỉnh, tầng 2",
    organiser="UBND tỉnh <vp@tinh.gov.vn>",
    description="Mang theo giấy mời.\r\nTrang phục lịch sự.",
)


def event(gathering: Gathering) -> dict[str, object]:
    [found] = Calendar.from_ical(ics(gathering, STAMP)).walk("VEVENT")
    return found


def test_the_entry_says_what_when_and_where() -> None:
    entry = Calendar.from_ical(ics(GATHERING, STAMP)).walk("VEVENT")[0]
    assert entry["SUMMARY"] == GATHERING.name
    assert entry["LOCATION"] == "Hội trường tỉnh, tầng 2"
    assert entry["DESCRIPTION"] == "Mang theo giấy mời.\nTrang phục lịch sự."
    assert entry["ORGANIZER"] == "mailto:vp@tinh.gov.vn"
    assert entry["ORGANIZER"].params["CN"] == "UBND tỉnh"
    assert entry.start == MORNING.replace(tzinfo=HERE)
    assert entry.end == MORNING.replace(hour=11, tzinfo=HERE)
    assert entry["DTSTAMP"].dt == dt.datetime(2026, 4, 1, 2, 30, 15, tzinfo=dt.UTC)


def test_the_bytes_are_as_the_standard_wants_them() -> None:
    content = ics(GATHERING, STAMP)
    lines = content.split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCALENDAR", b"VERSION:2.0"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"METHOD:PUBLISH" in lines
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
    assert max(map(len, lines)) <= 75
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20260520T073000" in unfolded
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20260520T113000" in unfolded
    assert "DTSTAMP:20260401T023015Z" in unfolded
    assert "TZOFFSETTO:+0700" in unfolded
    assert "TRIGGER:-P1D" in unfolded
    assert any(line.endswith(r"người lao động\; năm 2026\, lần 2") for line in unfolded)
    assert ics(GATHERING, STAMP) == content


def test_the_zone_is_told_before_it_is_used() -> None:
    content = ics(GATHERING, STAMP)
    assert content.index(b"TZID:Asia/Ho_Chi_Minh") < content.index(b"DTSTART;TZID=Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("end", "minutes", "ends"),
    [
        (None, 0, "11:30"),
        (None, 150, "10:00"),
        (dt.datetime(2026, 5, 20, 12, 0), 150, "12:00"),
        (dt.datetime(2026, 5, 20, 7, 0), 0, "11:30"),
    ],
)
def test_an_end_that_is_missing_or_before_the_start_is_a_mornings(
    end: dt.datetime | None, minutes: int, ends: str
) -> None:
    entry = Calendar.from_ical(ics(GATHERING._replace(end=end, minutes=minutes), STAMP)).walk(
        "VEVENT"
    )[0]
    assert f"{entry.end:%H:%M}" == ends


def test_a_date_alone_is_a_whole_day() -> None:
    content = ics(GATHERING._replace(start=dt.date(2026, 5, 20)), STAMP)
    assert b"DTSTART;VALUE=DATE:20260520\r\nDTEND;VALUE=DATE:20260521\r\n" in content
    assert b"TRIGGER:-PT15H" in content
    assert b"VTIMEZONE" not in content


def test_another_hour_or_venue_moves_the_same_entry() -> None:
    moved = GATHERING._replace(start=MORNING + dt.timedelta(days=7), venue="Nơi khác", sequence=1)
    assert event(moved)["UID"] == event(GATHERING)["UID"]
    assert event(moved)["SEQUENCE"] == 1
    assert (
        event(GATHERING._replace(start=MORNING.replace(year=2027)))["UID"]
        != event(GATHERING)["UID"]
    )
    assert event(GATHERING._replace(uid="hn-2026@tinh.gov.vn"))["UID"] == "hn-2026@tinh.gov.vn"


def test_an_organiser_without_an_address_is_still_named() -> None:
    entry = event(GATHERING._replace(organiser='Ủy ban nhân dân "tỉnh"'))
    assert entry["ORGANIZER"] == "invalid:nomail"
    assert entry["ORGANIZER"].params["CN"] == "Ủy ban nhân dân 'tỉnh'"
    assert entry["CONTACT"] == 'Ủy ban nhân dân "tỉnh"'


words = st.text(st.one_of(st.characters(), st.sampled_from("\r\n\t;:,\\\"^'=ưđ")), max_size=100)


@given(words, words, words, words)
def test_whatever_is_typed_the_entry_holds_together(
    name: str, venue: str, organiser: str, description: str
) -> None:
    gathering = Gathering(name, MORNING, None, 0, venue, organiser, description, uid=name)
    content = ics(gathering, STAMP)
    properties = {
        re.split("[;:]", line, maxsplit=1)[0]
        for line in content.decode().replace("\r\n ", "").split("\r\n")
    }
    assert properties <= {
        "", "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "TZID", "DTSTART", "TZNAME", "TZOFFSETFROM",
        "TZOFFSETTO", "SUMMARY", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "CONTACT", "DESCRIPTION", "LOCATION",
        "ORGANIZER", "STATUS", "TRANSP", "ACTION", "TRIGGER",
    }  # fmt: skip
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 1
    assert max(map(len, content.split(b"\r\n"))) <= 75
