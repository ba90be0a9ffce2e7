"""The head of an official document: issuer and number on the left, the nation on the right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.decree import marks
from xl_dialogue.decree.manuscript import UNKNOWN

if TYPE_CHECKING:
    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_EARLY = 30
_NEW_BODY = re.compile(
    r"(sở|ban|văn phòng|liên đoàn|công đoàn|phòng|chi cục|cục|trung tâm|trường|bảo hiểm|ủy ban"
    r"|uỷ ban|ubnd|hội|tỉnh đoàn|công an|ngân hàng|viện|thanh tra|kho bạc|bệnh viện|công ty"
    r"|chi nhánh|mặt trận|đội|trạm|hạt)\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(|dự thảo\b", re.IGNORECASE)
_WHOLE_NAME = re.compile(
    r"\b(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|việt nam|tp)\b|^(ubnd|hđnd|bộ|sở|tổng)\s",
    re.IGNORECASE,
)


def head_of(letter: Letter, lines: list[Piece]) -> list[Piece]:
    """Fill in the head; what is left are the lines that follow it."""
    early = [(line, list(marks.segments(line))) for line in lines[:_EARLY]]
    last = _last_block(early)
    for paragraph in letter.own:
        if paragraph.block <= last:
            letter.head.append(paragraph)
    pieces = [piece for line, parts in early if line.paragraph.block <= last for piece in parts]
    _fill(letter, pieces)
    return [line for line in lines if line.paragraph.block > last]


def _last_block(early: list[tuple[Piece, list[Piece]]]) -> int:
    """The last block that holds a mark of the head, no other text between; -1 for none."""
    last = -1
    for line, parts in early:
        block = line.paragraph.block
        marked = any(map(_is_mark, parts))
        if last >= 0 and block > last and not marked:
            if any(marks.is_urgent(part) for part in parts):
                continue
            break
        if marked and (last >= 0 or _may_open(line, parts)):
            last = max(last, block)
        elif last < 0 and len(line.text) > 200:
            break
    return last


def _is_mark(piece: Piece) -> bool:
    if piece.paragraph.cell is not None and piece.paragraph.cell.lined:
        return False
    return (
        marks.is_nation(piece) or marks.is_motto(piece) or marks.is_party(piece)
        or marks.is_number(piece) or marks.is_date(piece) or marks.is_about(piece)
    )  # fmt: skip


def _may_open(line: Piece, parts: list[Piece]) -> bool:
    """A date alone opens no head: a speech may begin with one."""
    return not all(marks.is_date(part) for part in parts) or line.paragraph.cell is not None


def _fill(letter: Letter, pieces: list[Piece]) -> None:
    left: list[Piece] = []
    for piece in pieces:
        if marks.is_nation(piece):
            letter.nation = letter.nation or piece
        elif marks.is_motto(piece):
            letter.motto = letter.motto or piece
        elif marks.is_urgent(piece):
            letter.urgent.append(piece)
        elif _is_date(piece):
            letter.date = letter.date or piece
        elif letter.number is None and piece.side != "right" and marks.is_number(piece):
            letter.number = piece
        elif marks.is_about(piece) or (letter.about and _goes_on(letter, piece)):
            letter.about.append(piece)
        elif piece.side != "right" and letter.number is None and not _ASIDE.match(piece.text):
            left.append(piece)
    letter.superior, letter.issuer = _bodies(left)


def _is_date(piece: Piece) -> bool:
    """Also a template's line on the right that nothing but tags fills."""
    return marks.is_date(piece) or (
        piece.side == "right" and UNKNOWN in piece.text and "," in piece.text
    )


def _goes_on(letter: Letter, piece: Piece) -> bool:
    return piece.side == letter.about[-1].side and piece.side != "right"


def _bodies(left: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The superior's lines and the issuer's own; the issuer's are bold, or begin a new name."""
    plain = [not piece.any("bold") for piece in left]
    if any(plain) and not all(plain) and plain[0]:
        first = plain.index(False)
        return left[:first], left[first:]
    for place in range(1, len(left)):
        upper = " ".join(piece.text for piece in left[:place])
        if _NEW_BODY.match(left[place].text) and _WHOLE_NAME.search(upper):
            return left[:place], left[place:]
    return [], left
