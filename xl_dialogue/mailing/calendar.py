"""The conference as an entry for a calendar.

Source: RFC 5545 (iCalendar), RFC 5546 section 3.2.1 (PUBLISH wants an organiser).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from xl_dialogue.mailing.addresses import is_address, mailbox
from xl_dialogue.mailing.message import in_one_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

ZONE = "Asia/Ho_Chi_Minh"
_OFFSET = dt.timedelta(hours=7)
_SESSION = dt.timedelta(hours=4)
"""A morning, 7.30 to 11.30, or an afternoon, 13.30 to 17.30."""
_SEQUENCE = re.compile(rb"^SEQUENCE:([0-9]{1,9})\r?$", re.MULTILINE)
_NOBODY = "invalid:nomail"
"""An organiser without an address, as Outlook writes it."""


class Gathering(NamedTuple):
    """What stands in the entry; times are those of Việt Nam, without a zone."""

    name: str
    start: dt.datetime | dt.date
    """A date alone makes an entry for the whole day."""
    end: dt.datetime | None = None
    """Missing: the start and the minutes, else the four hours of a morning or an afternoon."""
    minutes: int = 0
    venue: str = ""
    organiser: str = ""
    """``Tên <địa chỉ>``, or a name alone."""
    description: str = ""
    uid: str = ""
    """Missing: made of the name and the year, so that a new hour or venue moves the same entry."""
    sequence: int = 0
    """Higher with every change sent out, else calendars may keep the old hour."""
    is_tentative: bool = False
    """The day may still change."""


def ics(gathering: Gathering, stamp: dt.datetime) -> bytes:
    """The entry, the same bytes for the same gathering and stamp.

    The stamp is when it was made, with its zone. A reminder comes a day before, for a whole day
    at nine in the morning of the day before.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//xl_dialogue//VI")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if isinstance(gathering.start, dt.datetime):
        calendar.add_component(_zone())
    calendar.add_component(_event(gathering, stamp))
    content: bytes = calendar.to_ical()
    return content


def sequence_of(content: bytes) -> int:
    """Which change an entry that was made before was; 0 for one that does not say."""
    found = _SEQUENCE.search(content)
    return int(found[1]) if found else 0


def ending(gathering: Gathering) -> dt.datetime | dt.date:
    """When it ends; never before it begins, for a whole day the day after."""
    start, end = gathering.start, gathering.end
    if not isinstance(start, dt.datetime):
        return start + dt.timedelta(days=1)
    if end and end > start:
        return end
    return start + (dt.timedelta(minutes=gathering.minutes) or _SESSION)


def _event(gathering: Gathering, stamp: dt.datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", in_one_line(gathering.uid) or _uid(gathering))
    event.add("dtstamp", stamp.astimezone(dt.UTC).replace(microsecond=0))
    event.add("sequence", gathering.sequence)
    event.add("summary", in_one_line(gathering.name))
    event.add("dtstart", _here(gathering.start))
    event.add("dtend", _here(ending(gathering)))
    if venue := in_one_line(gathering.venue):
        event.add("location", venue)
    if description := "\n".join(map(in_one_line, gathering.description.splitlines())).strip():
        event.add("description", description)
    _organise(event, gathering.organiser)
    event.add("status", "TENTATIVE" if gathering.is_tentative else "CONFIRMED")
    event.add("transp", "OPAQUE")
    event.add_component(_reminder(gathering))
    return event


def _organise(event: Event, organiser: str) -> None:
    from icalendar import vCalAddress, vText

    name, address = mailbox(in_one_line(organiser))
    known = is_address(address)
    person = vCalAddress(f"mailto:{address}" if known else _NOBODY)
    shown = name or address
    if shown:
        person.params["CN"] = vText(shown.replace('"', "'"))
        event.add("contact", shown)
    event.add("organizer", person)


def _reminder(gathering: Gathering) -> Alarm:
    from icalendar import Alarm

    whole_day = not isinstance(gathering.start, dt.datetime)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", in_one_line(gathering.name))
    alarm.add("trigger", -dt.timedelta(hours=15) if whole_day else -dt.timedelta(days=1))
    return alarm


def _zone() -> Timezone:
    """Written out here: one offset since 1975, where a time-zone database tells of wars."""
    from icalendar import Timezone, TimezoneStandard

    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _here(moment: dt.datetime | dt.date) -> dt.datetime | dt.date:
    if isinstance(moment, dt.datetime):
        return moment.replace(tzinfo=ZoneInfo(ZONE), microsecond=0)
    return moment


def _uid(gathering: Gathering) -> str:
    said = f"{in_one_line(gathering.name).casefold()}|{gathering.start.year}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@xl-dialogue"
