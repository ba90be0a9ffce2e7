"""E18-E22, E25: signature, addressees, recipients, who drafted it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.manuscript import UNKNOWN
from xl_dialogue.decree.marks import POWER, POWER_IN_WORDS
from xl_dialogue.decree.measuring import looks
from xl_dialogue.decree.registry import Fault, Level, rule
from xl_dialogue.messages import Text
from xl_dialogue.vietnamese.names import split_name
from xl_dialogue.vietnamese.text import folded_keeping_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_HEAD_FIRST = ("KT", "TL", "TUQ", "TƯQ", "TM")
_TITLES_ALLOWED = re.compile(
    r"\b(trường|học viện|đại học|bệnh viện|viện|trung tâm y tế|công an|quân sự|biên phòng|cảnh sát"
    r"|bộ chỉ huy|quân khu)\b",
    re.IGNORECASE,
)
_FILE_COPY = re.compile(r"[-–]?\s*lưu\b", re.IGNORECASE)
_FILE_COPY_FORM = re.compile(r"-\s?Lưu: ?(?:VT|Văn thư)\b")
_DRAFTERS = re.compile(r"VT\s*[,;]\s*(?P<who>[a-zđ]{1,3}\d{0,2}(?:\(\d*\))?)(?=[.,;\s]|$)")
_SMALL_INITIALS = re.compile(r"[a-zđ]{1,4}[.\s]?[a-zđ]{0,4}\s?\(?\d*\)?\.?")
_ADDRESSING = ("CV", "TTr", "BC")
_OWN_RULE = "GM"
_FLUSH = 4.0


@rule("E18", Text("Quyền hạn, chức vụ người ký", "Signing power"), "NĐ 30/2020, PL I, Phần I, II.7")
def power(letter: Letter) -> Iterator[Fault]:
    if not letter.powers:
        yield Fault(messages.DECREE_ABSENT)
        return
    for piece in letter.powers:
        yield from looks(piece, size=(13, 14), bold=True, italic=False, capitals=True)
        found = POWER.match(piece.printed)
        if found and not found["dot"]:
            yield Fault(messages.DECREE_POWER_DOT, piece, {"found": found[1]})
        if POWER_IN_WORDS.match(piece.text):
            yield Fault(messages.DECREE_POWER_IN_WORDS, piece)
    opening = POWER.match(letter.powers[0].printed)
    if opening and opening[1] in _HEAD_FIRST and len(letter.powers) < 2:
        yield Fault(messages.DECREE_POSITION_MISSING, letter.powers[0], {"found": opening[1]})


@rule("E19", Text("Họ tên người ký", "Signer's name"), "NĐ 30/2020, PL I, Phần I, II.7c, đ")
def signer(letter: Letter) -> Iterator[Fault]:
    piece = letter.signer
    if piece is None:
        if letter.powers:
            yield Fault(messages.DECREE_ABSENT, letter.powers[-1])
        return
    yield from looks(piece, size=(13, 14), bold=True, italic=False, capitals=False, centred=True)
    if UNKNOWN in piece.text:
        return
    name = split_name(piece.text)
    issuer = " ".join(each.text for each in letter.issuer)
    if name.honorific or (name.ranks and not _TITLES_ALLOWED.search(issuer)):
        yield Fault(messages.DECREE_SIGNER_TITLED, piece, {"found": piece.text})


@rule("E20", Text("Kính gửi", "Addressees"), "NĐ 30/2020, PL I, Phần I, II.9b, d")
def addressees(letter: Letter) -> Iterator[Fault]:
    if not letter.addressees:
        if letter.kind == "CV":
            yield Fault(messages.DECREE_ABSENT)
        return
    first, *others = letter.addressees
    if letter.kind not in _ADDRESSING:
        if letter.kind != _OWN_RULE:
            yield Fault(messages.DECREE_ADDRESSED_WRONGLY, first)
        return
    for piece in letter.addressees:
        yield from looks(piece, size=(13, 14), italic=False)
    if not re.match(r"Kính gửi\s?:", first.text):
        yield Fault(messages.DECREE_ADDRESS_COLON, first)
    yield from _one_a_line(first, others)


def _one_a_line(first: Piece, others: list[Piece]) -> Iterator[Fault]:
    listed = [piece for piece in others if re.match(r"[-–]", piece.text)]
    if ";" in first.text.rstrip(";"):
        yield Fault(messages.DECREE_ADDRESS_LINES, first)
    for place, piece in enumerate(listed, start=1):
        wanted = "." if place == len(listed) else ";"
        if not piece.is_unknown and not piece.text.endswith(wanted):
            yield Fault(messages.DECREE_LINE_END, piece, {"wanted": wanted})


@rule("E21", Text("Nơi nhận", "Recipients' label"), "NĐ 30/2020, PL I, Phần I, II.9d")
def label(letter: Letter) -> Iterator[Fault]:
    piece = letter.label
    if piece is None:
        yield Fault(messages.DECREE_ABSENT)
        return
    yield from looks(piece, size=(12, 12), bold=True, italic=True)
    if folded_keeping_tones(piece.text) != "nơi nhận" or not piece.text.startswith("Nơi nhận:"):
        yield Fault(messages.DECREE_LABEL_FORM, piece)
    shape = piece.paragraph.shape
    aside = shape.align in ("center", "right") or shape.left + shape.first > _FLUSH
    if aside and not piece.tabbed and not piece.paragraph.boxed:
        yield Fault(messages.DECREE_LABEL_FLUSH, piece)
    mine = piece.paragraph.cell
    theirs = letter.powers[0].paragraph.cell if letter.powers else None
    below = letter.kind == "BB" or letter.co_signed
    if not below and mine and theirs and mine.table == theirs.table and mine.row != theirs.row:
        yield Fault(messages.DECREE_LABEL_ROW, piece)


@rule("E22", Text("Danh sách nơi nhận", "Recipients"), "NĐ 30/2020, PL I, Phần I, II.9")
def recipients(letter: Letter) -> Iterator[Fault]:
    if letter.label is None:
        return
    listed = letter.recipients
    copies = [piece for piece in listed if _FILE_COPY.match(piece.text)]
    unknown = any(piece.is_unknown for piece in listed)
    if not copies and not unknown:
        yield Fault(messages.DECREE_FILE_COPY_MISSING, letter.label)
    for piece in listed:
        yield from looks(piece, size=(11, 11), italic=False, bold=False)
        if not piece.text.startswith("-"):
            yield Fault(messages.DECREE_RECIPIENT_DASH, piece)
        elif not piece.is_unknown:
            yield from _ended(piece, piece in copies, bool(letter.initials))
    addressed = letter.kind == "CV" and letter.addressees and not unknown
    if addressed and listed and "như trên" not in listed[0].text.casefold():
        yield Fault(messages.DECREE_AS_ABOVE, listed[0])


def _ended(piece: Piece, is_copy: bool, goes_on: bool) -> Iterator[Fault]:
    wanted = "." if is_copy else ";"
    if not piece.text.endswith(wanted) and not (is_copy and goes_on):
        yield Fault(messages.DECREE_LINE_END, piece, {"wanted": wanted})
    if is_copy and not _FILE_COPY_FORM.match(piece.text):
        yield Fault(messages.DECREE_FILE_COPY_FORM, piece)


@rule(
    "E25",
    Text("Ký hiệu người soạn thảo", "Who drafted it"),
    "NĐ 30/2020, PL I, Phần I, III.3",
    level=Level.WARNING,
)
def drafters(letter: Letter) -> Iterator[Fault]:
    """Initials in capitals after the file copy, and how many copies there are."""
    for piece in letter.initials:
        yield from looks(piece, size=(11, 11), italic=False)
        if _SMALL_INITIALS.fullmatch(piece.text):
            yield Fault(messages.DECREE_INITIALS, piece, {"found": piece.text})
    for piece in letter.recipients:
        found = _DRAFTERS.search(piece.text)
        if found:
            yield Fault(messages.DECREE_INITIALS, piece, {"found": found["who"]})
