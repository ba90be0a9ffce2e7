"""E01-E04: Quốc hiệu, tiêu ngữ, the superior body, the issuer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.marks import MOTTO, NATION
from xl_dialogue.decree.measuring import line_below, looks
from xl_dialogue.decree.registry import Fault, Level, rule
from xl_dialogue.messages import Text
from xl_dialogue.vietnamese.text import folded_keeping_tones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter

_AS_LONG = (0.83, 1.17)
THIRD_TO_HALF = (0.27, 0.6)
"""A third to a half; a fifth is left to the printer and to the hand that drew the line."""
_HYPHENATED = re.compile(r"độc lập [-–] tự do [-–] hạnh phúc", re.IGNORECASE)
_PROVINCE = re.compile(r"^(ủy ban nhân dân|ubnd)\s+(tỉnh|thành phố\b(?!.*\btỉnh))", re.IGNORECASE)


@rule("E01", Text("Quốc hiệu", "Name of the nation"), "NĐ 30/2020, PL I, Phần I, II.1a")
def nation(letter: Letter) -> Iterator[Fault]:
    piece = letter.nation
    if piece is None:
        yield Fault(messages.DECREE_MISSING, None, {"wanted": NATION})
        return
    if folded_keeping_tones(piece.text) != folded_keeping_tones(NATION):
        yield Fault(messages.DECREE_WORDING, piece, {"wanted": NATION})
    yield from looks(piece, size=(12, 13), bold=True, italic=False, capitals=True)
    if piece.side != "right" and not piece.paragraph.boxed:
        yield Fault(messages.DECREE_NOT_RIGHT, piece)


@rule("E02", Text("Tiêu ngữ", "Motto"), "NĐ 30/2020, PL I, Phần I, II.1b-c")
def motto(letter: Letter) -> Iterator[Fault]:
    piece = letter.motto
    if piece is None:
        yield Fault(messages.DECREE_MISSING, None, {"wanted": MOTTO})
        return
    if not _HYPHENATED.fullmatch(piece.text):
        yield Fault(messages.DECREE_WORDING, piece, {"wanted": MOTTO})
    yield from looks(piece, size=(13, 14), bold=True, italic=False, capitals=False, centred=True)
    both = [each for each in (letter.nation, piece) if each is not None]
    if not all(each.paragraph.single_spaced for each in both):
        yield Fault(messages.DECREE_NOT_SINGLE_SPACED, piece)
    yield from line_below(letter, [piece], _AS_LONG)


@rule(
    "E26",
    Text("Gạch nối trong Tiêu ngữ", "Hyphens of the motto"),
    "NĐ 30/2020, PL I, Phần I, II.1b",
    level=Level.WARNING,
)
def hyphens(letter: Letter) -> Iterator[Fault]:
    """Dashes, into which Word turns hyphens as they are typed."""
    if letter.motto is not None and "–" in letter.motto.text:
        yield Fault(messages.DECREE_HYPHENS, letter.motto)


@rule("E03", Text("Cơ quan chủ quản", "Superior body"), "NĐ 30/2020, PL I, Phần I, II.2")
def superior(letter: Letter) -> Iterator[Fault]:
    for piece in letter.superior:
        yield from looks(
            piece, size=(12, 13), bold=False, italic=False, capitals=True, centred=True
        )
    issuer = " ".join(piece.text for piece in letter.issuer)
    if letter.superior and _PROVINCE.match(issuer):
        yield Fault(messages.DECREE_NO_SUPERIOR, letter.superior[0])


@rule("E04", Text("Cơ quan ban hành", "Issuing body"), "NĐ 30/2020, PL I, Phần I, II.2b")
def issuer(letter: Letter) -> Iterator[Fault]:
    if not letter.issuer:
        yield Fault(messages.DECREE_ABSENT)
        return
    for piece in letter.issuer:
        yield from looks(piece, size=(12, 13), bold=True, italic=False, capitals=True, centred=True)
    yield from line_below(letter, letter.issuer, THIRD_TO_HALF)
