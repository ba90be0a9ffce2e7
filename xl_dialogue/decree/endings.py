"""The end of an official document: who gets it, who signs it, what is annexed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.decree import marks
from xl_dialogue.decree.letters import Annex
from xl_dialogue.vietnamese.text import folded_keeping_tones

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_DASH = re.compile(r"[-–+•*]")
_FILE_COPY = re.compile(r"[-–+•*]?\s*lưu\b", re.IGNORECASE)
_INITIALS = re.compile(r"[\w.,\- ]{1,14}\(?\s*\d{0,4}\s*[b-]?\s*\)?\.?")
_ASIDE = re.compile(r"[(\[].*[)\]]")
_CHAIR = ("chủ tọa", "chủ trì")
_SHORT = 90
_TITLE_LINES = 8


def end_of(letter: Letter, rest: list[Piece]) -> list[Piece]:
    """Fill in the end; what is left are the lines of the body before it."""
    pieces = [piece for line in rest for piece in marks.segments(line)]
    letter.label = next((p for p in pieces if marks.RECIPIENTS.match(p.text)), None)
    anchor = letter.label or _signature(pieces)
    if anchor is None:
        return rest
    blocks = _blocks(letter, anchor, pieces, rest)
    ending = [piece for piece in pieces if piece.paragraph.block in blocks]
    _share_out(letter, ending)
    after = [line for line in rest if line.paragraph.block > max(blocks)]
    _annex(letter, after)
    return [line for line in rest if line.paragraph.block < min(blocks)]


def annexes_of(lines: list[Piece]) -> list[Annex]:
    """Each annex: a label, a title in the middle, the line "(Kèm theo …)"."""
    found: list[Annex] = []
    for place, line in enumerate(lines):
        if marks.is_annex(line):
            found.append(Annex(line, *_below(lines[place + 1 :])))
        elif marks.ATTACHED.match(line.text) and not any(a.reference is line for a in found):
            if found and found[-1].reference is None and found[-1].label is not None:
                found[-1].reference = line
            else:
                found.append(Annex(None, _titles_above(lines[:place]), line))
    return found


def _below(lines: list[Piece]) -> tuple[list[Piece], Piece | None]:
    titles: list[Piece] = []
    for line in lines[:_TITLE_LINES]:
        if marks.ATTACHED.match(line.text):
            return titles, line
        if not _is_title(line):
            break
        titles.append(line)
    return titles, None


def _titles_above(lines: list[Piece]) -> list[Piece]:
    titles: list[Piece] = []
    for line in reversed(lines[-_TITLE_LINES:]):
        if not _is_title(line):
            break
        titles.insert(0, line)
    return titles


def _is_title(line: Piece) -> bool:
    in_table = line.paragraph.cell is not None
    stands_out = line.paragraph.shape.align == "center" or line.all("bold")
    return not in_table and stands_out and len(line.text) < 400


def _signature(pieces: list[Piece]) -> Piece | None:
    """The first line that says by what right somebody signs, beside or below the text."""
    for piece in pieces:
        cell = piece.paragraph.cell
        aside = piece.side == "right" or piece.paragraph.boxed or _is_secretary(piece)
        middle = piece.paragraph.shape.align == "center" and piece.all("bold")
        if cell is not None and cell.lined:
            continue
        if marks.is_power(piece) and (aside or (middle and piece in pieces[-6:])):
            return piece
    return None


def _blocks(letter: Letter, anchor: Piece, pieces: list[Piece], rest: list[Piece]) -> set[int]:
    """The blocks of the ending: the table it stands in, or the lines that belong together."""
    block = anchor.paragraph.block
    blocks = {block}
    if letter.kind == "BB":
        signed = (p for p in pieces if _is_secretary(p) or _is_chair(p))
        blocks |= {p.paragraph.block for p in signed if marks.is_power(p)}
    if anchor.paragraph.cell is not None and letter.kind != "BB":
        return blocks
    for line in reversed([each for each in rest if each.paragraph.block < min(blocks)]):
        if not _is_signed_above(line):
            break
        blocks.add(line.paragraph.block)
    for line in rest:
        if line.paragraph.block > block:
            if line.paragraph.new_page or marks.is_annex(line) or not _belongs(line):
                break
            blocks.add(line.paragraph.block)
    return set(range(min(blocks), max(blocks) + 1))


def _is_signed_above(line: Piece) -> bool:
    """Signature lines may stand above "Nơi nhận:" where no table holds both."""
    *_, last = marks.segments(line)
    aside = last.side == "right" or line.paragraph.shape.align == "center"
    return aside and line.all("bold") and len(line.text) < _SHORT and "./." not in line.text


def _belongs(line: Piece) -> bool:
    if len(line.text) > 2 * _SHORT or marks.ATTACHED.match(line.text):
        return False
    parts = list(marks.segments(line))
    return (
        any(part.side == "right" for part in parts)
        or bool(_DASH.match(line.text) or _FILE_COPY.match(line.text))
        or line.size <= 12
        or (marks.is_power(line) and line.all("bold"))
        or line.paragraph.boxed
    )


def _share_out(letter: Letter, ending: list[Piece]) -> None:
    listed = _listed(letter, ending)
    others = [p for p in ending if p not in listed and p is not letter.label]
    copy = next((at for at, p in enumerate(listed) if _FILE_COPY.match(p.text)), None)
    end = len(listed) if copy is None else copy + 1
    letter.recipients, letter.initials = listed[:end], listed[end:]
    if letter.kind == "BB":
        letter.secretary = next((p for p in others if _is_secretary(p)), None)
        others = _chairs(letter, others)
    beside = [p for p in others if p.side == "left"]
    letter.co_signed = any(map(marks.is_power, beside)) and beside != others
    if letter.co_signed:
        _signers(letter, beside)
        others = [p for p in others if p not in beside]
    _signers(letter, others)


def _listed(letter: Letter, ending: list[Piece]) -> list[Piece]:
    """The lines below "Nơi nhận:" on its side."""
    label = letter.label
    if label is None:
        return []
    cell = label.paragraph.cell
    following = ending[ending.index(label) + 1 :]
    if cell is not None and not (cell.column == 0 and cell.last):
        same = [p for p in following if p.paragraph.cell and p.paragraph.cell[2] == cell.column]
        return same if letter.kind != "BB" else [p for p in same if _looks_listed(p)]
    return [p for p in following if p.side != "right" and _looks_listed(p)]


def _looks_listed(piece: Piece) -> bool:
    if _DASH.match(piece.text) or _FILE_COPY.match(piece.text):
        return True
    return piece.size <= 12.5 and (
        not piece.in_capitals or _INITIALS.fullmatch(piece.text) is not None
    )


def _chairs(letter: Letter, others: list[Piece]) -> list[Piece]:
    """Of minutes: the lines on the chair's side."""
    chair = next((p for p in others if _is_chair(p)), None)
    if chair is None:
        return [p for p in others if p is not letter.secretary]
    return [p for p in others if p.side == chair.side and p is not letter.secretary]


def _is_secretary(piece: Piece) -> bool:
    return folded_keeping_tones(piece.text).startswith("thư ký") and len(piece.text) < _SHORT


def _is_chair(piece: Piece) -> bool:
    return folded_keeping_tones(piece.text).startswith(_CHAIR) and len(piece.text) < _SHORT


def _signers(letter: Letter, pieces: Iterable[Piece]) -> None:
    """The last line is the name, unless it is a position in capitals."""
    lines = [p for p in pieces if not _ASIDE.fullmatch(p.text)]
    if not lines:
        return
    last = lines[-1]
    titled = last.in_capitals and not last.is_unknown
    is_name = not titled or not (marks.is_power(last) or len(lines) == 1)
    if len(lines) == 1 and last.is_unknown:
        is_name = False
    letter.signer = last if is_name else None
    letter.powers += lines[:-1] if is_name else lines


def _annex(letter: Letter, after: list[Piece]) -> None:
    start = next(
        (
            at
            for at, line in enumerate(after)
            if marks.is_annex(line) or marks.ATTACHED.match(line.text) or _opens_page(line)
        ),
        None,
    )
    letter.after = after if start is None else after[:start]
    while start is not None and letter.after and _is_title(letter.after[-1]):
        letter.after.pop()
    letter.annexes = annexes_of(after)


def _opens_page(line: Piece) -> bool:
    return line.paragraph.new_page
