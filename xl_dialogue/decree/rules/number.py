"""E05-E08, E11: number and symbol, place and date, the subject of an official letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.letters import Role
from xl_dialogue.decree.manuscript import UNKNOWN
from xl_dialogue.decree.marks import DATE, KINDS
from xl_dialogue.decree.measuring import looks
from xl_dialogue.decree.registry import Fault, rule
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_WELL_FORMED = re.compile(rf"Số:\s?(?P<number>[\d\s….,_{UNKNOWN}]*)/(?P<symbol>.+)", re.DOTALL)
_YEAR = re.compile(r"\d{4}/")
_MIXED = re.compile(r"QyĐ|CTr|TTr|TrS")
_KINDS = {short.casefold() for short in KINDS} | {"cv"}
_CLOSE = 6.0
_WITHOUT_DATE = "BB"


def _symbol(letter: Letter) -> str:
    """What stands after the number's slash; empty where a template's tag will fill it."""
    found = letter.number and _WELL_FORMED.fullmatch(letter.number.text)
    symbol = _YEAR.sub("", found["symbol"].strip()) if found else ""
    return "" if UNKNOWN in symbol else symbol


@rule("E05", Text("Số, ký hiệu", "Number and symbol"), "NĐ 30/2020, PL I, Phần I, II.3")
def number(letter: Letter) -> Iterator[Fault]:
    piece = letter.number
    if piece is None:
        yield Fault(messages.DECREE_ABSENT)
        return
    found = _WELL_FORMED.fullmatch(piece.text)
    if found is None:
        if UNKNOWN not in piece.text:
            yield Fault(messages.DECREE_NUMBER_FORM, piece, {"found": piece.text})
    else:
        yield from _written(piece, found["number"].strip(), found["symbol"].strip())
    yield from looks(piece, size=(13, 13), bold=False, italic=False, centred=True)


def _written(piece: Piece, count: str, symbol: str) -> Iterator[Fault]:
    if len(count) == 1 and count.isdigit():
        yield Fault(messages.DECREE_ZERO_BEFORE, piece, {"found": count})
    if UNKNOWN in symbol:
        return
    if re.search(r"\s|–", symbol):
        yield Fault(messages.DECREE_SYMBOL_SPACES, piece, {"found": symbol})
    if any(letter.islower() for letter in _MIXED.sub("", symbol)):
        yield Fault(messages.DECREE_SYMBOL_CAPITALS, piece, {"found": symbol})


@rule(
    "E06",
    Text("Ký hiệu công văn", "Symbol of an official letter"),
    "NĐ 30/2020, PL I, Phần I, II.3b",
    kinds="CV",
)
def letter_symbol(letter: Letter) -> Iterator[Fault]:
    """The body, then who drafted it: 12/UBND-VX."""
    symbol = _symbol(letter)
    first, dash, second = (part.strip() for part in symbol.partition("-"))
    if symbol and (first.casefold() in _KINDS or not dash or not second):
        yield Fault(messages.DECREE_LETTER_SYMBOL, letter.number, {"found": symbol})


@rule(
    "E07",
    Text("Ký hiệu văn bản có tên loại", "Symbol of a document that names its kind"),
    "NĐ 30/2020, PL I, Phần I, II.3b; PL III",
    roles=(Role.NAMED,),
)
def kind_symbol(letter: Letter) -> Iterator[Fault]:
    """The kind, then the body: 15/KH-UBND."""
    symbol = _symbol(letter)
    first, dash, second = (part.strip() for part in re.sub("–", "-", symbol).partition("-"))
    right = first.casefold() == letter.kind.casefold() and dash and second
    if symbol and letter.kind in KINDS and not right:
        facts = {"found": symbol, "wanted": letter.kind, "kind": KINDS[letter.kind]}
        yield Fault(messages.DECREE_KIND_SYMBOL, letter.number, facts)


@rule("E08", Text("Địa danh, thời gian", "Place and date"), "NĐ 30/2020, PL I, Phần I, II.4")
def place_and_date(letter: Letter) -> Iterator[Fault]:
    piece = letter.date
    if letter.kind == _WITHOUT_DATE:
        return
    if piece is None:
        yield Fault(messages.DECREE_ABSENT)
        return
    yield from looks(piece, size=(13, 14), italic=True, bold=False)
    if UNKNOWN not in piece.text:
        yield from _dated(piece)
    if piece.side == "left":
        yield Fault(messages.DECREE_NOT_RIGHT, piece)
    if letter.number and not _same_row(letter.number, piece):
        yield Fault(messages.DECREE_DATE_ROW, piece)


def _dated(piece: Piece) -> Iterator[Fault]:
    """A draft may leave day and month to the pen."""
    found = DATE.fullmatch(piece.text)
    if found is None or not found["place"].strip() or not found["comma"]:
        yield Fault(messages.DECREE_DATE_FORM, piece)
        return
    day, month, year = (found[name].strip(" .,…_\u00a0") for name in ("day", "month", "year"))
    if len(day) == 1:
        yield Fault(messages.DECREE_ZERO_BEFORE, piece, {"found": day})
    if month in ("1", "2"):
        yield Fault(messages.DECREE_ZERO_BEFORE, piece, {"found": month})
    elif len(month) == 2 and month.startswith("0") and month not in ("01", "02"):
        yield Fault(messages.DECREE_NO_ZERO, piece, {"found": month})
    if year.isdigit() and len(year) not in (2, 4):
        yield Fault(messages.DECREE_DATE_FORM, piece)


def _same_row(one: Piece, other: Piece) -> bool:
    mine, theirs = one.paragraph.cell, other.paragraph.cell
    if mine is None or theirs is None or mine.table != theirs.table:
        return True
    return mine.row == theirs.row


@rule(
    "E11",
    Text("Trích yếu công văn", "Subject of an official letter"),
    "NĐ 30/2020, PL I, Phần I, II.5b",
    kinds="CV",
)
def about(letter: Letter) -> Iterator[Fault]:
    if not letter.about:
        yield Fault(messages.DECREE_ABOUT_MISSING)
        return
    for piece in letter.about:
        yield from looks(
            piece, size=(12, 13), bold=False, italic=False, capitals=False, centred=True
        )
    first = letter.about[0]
    if not first.text.startswith("V/v "):
        yield Fault(messages.DECREE_ABOUT_FORM, first, {"found": first.text[:8]})
    if letter.number and not _is_apart(letter.number, first):
        yield Fault(messages.DECREE_ABOUT_SPACE, first)


def _is_apart(number: Piece, about: Piece) -> bool:
    """Six points from the number; a tab's line or a blank paragraph keeps its own distance."""
    upper, lower = number.paragraph, about.paragraph
    if upper is lower:
        return False
    apart = lower.number - upper.number > 1 and upper.cell == lower.cell
    return apart or upper.shape.after + lower.shape.before >= _CLOSE - 0.1
