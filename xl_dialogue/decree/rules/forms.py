"""T01-T04: what the forms of Appendix III ask of an invitation, of minutes, of a plan or notice."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.letters import Role
from xl_dialogue.decree.manuscript import UNKNOWN
from xl_dialogue.decree.registry import Fault, Level, rule
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_MARK = r"^\s*(?:[-–+•*]|\d+[.)]|[a-zđ]\)|[IVX]+\.)?\s*"
_INVITATION = (
    ("trân trọng kính mời", re.compile(r"kính mời", re.IGNORECASE)),
    ("Tới dự …", re.compile(rf"{_MARK}(?:tới|đến|tham dự|dự)\b", re.IGNORECASE)),
    ("Chủ trì:", re.compile(rf"{_MARK}(?:người )?chủ trì\b", re.IGNORECASE)),
    ("Thời gian:", re.compile(rf"{_MARK}thời gian\b", re.IGNORECASE)),
    ("Địa điểm:", re.compile(rf"{_MARK}địa điểm\b", re.IGNORECASE)),
)
_MINUTES = (
    (
        "Thời gian bắt đầu:",
        re.compile(rf"{_MARK}thời gian|bắt đầu (?:lúc|vào)|^hôm nay", re.IGNORECASE),
    ),
    ("Địa điểm:", re.compile(rf"{_MARK}địa điểm|,\s*tại\s", re.IGNORECASE)),
    ("Thành phần tham dự:", re.compile(rf"{_MARK}thành phần|người tham dự", re.IGNORECASE)),
    (
        "Chủ trì (chủ tọa):",
        re.compile(rf"{_MARK}(?:người )?(?:chủ trì|chủ t[ọo][aạ])", re.IGNORECASE),
    ),
    ("Thư ký:", re.compile(rf"{_MARK}(?:người )?(?:thư ký|ghi biên bản)", re.IGNORECASE)),
    ("Nội dung:", re.compile(rf"{_MARK}nội dung|diễn biến", re.IGNORECASE)),
    ("kết thúc vào … giờ", re.compile(r"kết thúc", re.IGNORECASE)),
)
_REQUESTS = re.compile(r"đề nghị|lưu ý|yêu cầu|chuẩn bị|mang theo|có mặt", re.IGNORECASE)
_CONTACT = re.compile(r"liên hệ|điện thoại|đầu mối|số máy|\bđt\b", re.IGNORECASE)
_IN_WORDS = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_NOTICE_DAYS = 3


def _missing(letter: Letter, items: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Fault]:
    if any(piece.text.startswith(UNKNOWN) for piece in letter.body):
        return
    for name, pattern in items:
        if not any(pattern.search(piece.text) for piece in letter.body):
            yield Fault(messages.DECREE_FORM_ITEM, None, {"wanted": name})


@rule("T01", Text("Giấy mời", "Invitation"), "NĐ 30/2020, PL III, mẫu 1.7", kinds="GM")
def invitation(letter: Letter) -> Iterator[Fault]:
    yield from _missing(letter, _INVITATION)
    if letter.addressees:
        yield Fault(messages.DECREE_INVITATION_ADDRESSED, letter.addressees[0])
    places = [_first(letter, pattern) for _, pattern in _INVITATION]
    found = [(place, name) for place, (name, _) in zip(places, _INVITATION, strict=True) if place]
    for (upper, first), (lower, second) in itertools.pairwise(found):
        if upper > lower:
            piece = letter.body[lower - 1]
            yield Fault(messages.DECREE_FORM_ORDER, piece, {"first": first, "second": second})


def _first(letter: Letter, pattern: re.Pattern[str]) -> int:
    """Which line of the body, from 1, says it; 0 for none."""
    lines = enumerate(letter.body, start=1)
    return next((place for place, piece in lines if pattern.search(piece.text)), 0)


@rule(
    "T02",
    Text("Nội dung giấy mời", "Contents of an invitation"),
    "QĐ 45/2018/QĐ-TTg",
    level=Level.WARNING,
    kinds="GM",
)
def invitation_contents(letter: Letter) -> Iterator[Fault]:
    """Requests, a contact, and at least three working days' notice; holidays are not known here."""
    said = letter.said
    if not _REQUESTS.search(said):
        yield Fault(messages.DECREE_INVITATION_REQUESTS)
    if not _CONTACT.search(said):
        yield Fault(messages.DECREE_INVITATION_CONTACT)
    sent = _day(letter.date.text) if letter.date else None
    meeting = next((p for p in letter.body if _INVITATION[3][1].search(p.text)), None)
    held = _day(meeting.text) if meeting else None
    if sent and held and sent <= held and _working_days(sent, held) < _NOTICE_DAYS:
        yield Fault(messages.DECREE_INVITATION_LATE, meeting, {"days": _working_days(sent, held)})


def _day(text: str) -> dt.date | None:
    found = _IN_WORDS.search(text) or _IN_FIGURES.search(text)
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _working_days(sent: dt.date, held: dt.date) -> int:
    """Mondays to Fridays from the day it is sent to the day before; more than a week is enough."""
    days = min((held - sent).days, 14)
    return sum((sent + dt.timedelta(day)).weekday() < 5 for day in range(days))


@rule("T03", Text("Biên bản", "Minutes"), "NĐ 30/2020, PL III, mẫu 1.9", kinds="BB")
def minutes(letter: Letter) -> Iterator[Fault]:
    """No place and date; the secretary signs on the left, the chair on the right."""
    if letter.date:
        yield Fault(messages.DECREE_MINUTES_DATED, letter.date)
    yield from _missing(letter, _MINUTES)
    if letter.co_signed or any(piece.is_unknown for piece in letter.powers):
        return
    if letter.secretary is None:
        yield Fault(messages.DECREE_MINUTES_SECRETARY)
    elif letter.secretary.side == "right":
        yield Fault(messages.DECREE_MINUTES_SIDES, letter.secretary)


@rule(
    "T04",
    Text("Văn bản có tên loại", "Document that names its kind"),
    "NĐ 30/2020, PL III, mẫu 1.4",
    kinds="KH TB CTr BC TTr",
    roles=(Role.NAMED,),
)
def named_document(letter: Letter) -> Iterator[Fault]:
    """A body, nothing after the signature but annexes, no subject below the number."""
    if not letter.body:
        yield Fault(messages.DECREE_BODY_MISSING)
    if letter.about:
        yield Fault(messages.DECREE_ABOUT_WITH_KIND, letter.about[0])
    text = [piece for piece in letter.after if _is_text(piece)]
    if text:
        yield Fault(messages.DECREE_TEXT_AFTER, text[0])


def _is_text(piece: Piece) -> bool:
    return sum(map(str.isalpha, piece.text)) > 3 or UNKNOWN in piece.text
