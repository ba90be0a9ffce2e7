"""E15, E16: the body's parts, "I.", "1.", "a)"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.measuring import looks
from xl_dialogue.decree.registry import Fault, rule
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_PART = re.compile(r"(?P<count>[IVX]+)(?P<sign>\s?[.)/:]|\s[-–])\s+(?=\w)")
_CLAUSE = re.compile(r"(?P<count>\d{1,2})\s*(?P<sign>[.)/-])\s+(?=\w)")
_POINT = re.compile(r"(?P<letter>[a-zđ])\s*(?P<sign>[.)/])\s+(?=\w)")
_POINTS = "abcdđeghiklmnopqrstuvxy"
"""How the decree goes through the Vietnamese alphabet; ă, â, ê, ô, ơ, ư are passed over."""
_SENTENCE_END = (".", ";", ":", ",")
_LONGEST_HEADING = 200


@rule("E15", Text("Mục (I., II., …)", "Parts (I., II., …)"), "NĐ 30/2020, PL I, Phần I, V")
def parts(letter: Letter) -> Iterator[Fault]:
    for piece in letter.prose:
        found = _PART.match(piece.text)
        if not found or len(piece.text) > _LONGEST_HEADING:
            continue
        if found["sign"] != ".":
            yield Fault(messages.DECREE_PART_SIGN, piece, {"found": found[0].strip()})
        yield from looks(piece, size=(13, 14), bold=True, italic=False, capitals=True)


@rule("E16", Text("Khoản, điểm (1., a))", "Clauses, points"), "NĐ 30/2020, PL I, Phần I, II.6đ")
def clauses(letter: Letter) -> Iterator[Fault]:
    before = ""
    for piece, following in itertools.zip_longest(letter.prose, letter.prose[1:]):
        if point := _POINT.match(piece.text):
            yield from _point(piece, point, before)
            before = point["letter"]
        elif clause := _CLAUSE.match(piece.text):
            before = ""
            yield from _clause(piece, clause, _leads(piece, following))
        elif _PART.match(piece.text):
            before = ""


def _point(piece: Piece, point: re.Match[str], before: str) -> Iterator[Fault]:
    letter = point["letter"]
    if point["sign"] != ")":
        facts = {"found": point[0].strip(), "wanted": f"{letter})"}
        yield Fault(messages.DECREE_POINT_SIGN, piece, facts)
    wanted = _after(before)
    if wanted and letter not in (wanted, "a"):
        yield Fault(messages.DECREE_POINT_ORDER, piece, {"found": letter, "wanted": wanted})


def _after(letter: str) -> str:
    """The letter that follows; empty after none and after the last."""
    place = _POINTS.find(letter) if letter else -1
    return _POINTS[place + 1 : place + 2] if place >= 0 else ""


def _leads(piece: Piece, following: Piece | None) -> bool:
    """Whether it is a heading: no sentence, no label, and not one of a list of names."""
    if following is None or _CLAUSE.match(following.text) or ":" in piece.text:
        return False
    return not piece.text.endswith(_SENTENCE_END) and piece.length < piece.paragraph.column


def _clause(piece: Piece, clause: re.Match[str], is_heading: bool) -> Iterator[Fault]:
    """A clause that is a heading is bold, one that is a sentence is not."""
    if clause["sign"] != ".":
        facts = {"found": clause[0].strip(), "wanted": f"{clause['count']}."}
        yield Fault(messages.DECREE_POINT_SIGN, piece, facts)
    if piece.is_unknown:
        return
    if is_heading and not piece.cut(_offset(piece, clause)).any("bold"):
        yield Fault(messages.DECREE_CLAUSE_NOT_BOLD, piece)
    if piece.text.endswith((".", ";")) and piece.all("bold"):
        yield Fault(messages.DECREE_CLAUSE_BOLD, piece)


def _offset(piece: Piece, clause: re.Match[str]) -> int:
    text = "".join(run.text for run in piece.runs)
    return len(text) - len(text.lstrip()) + clause.end()
