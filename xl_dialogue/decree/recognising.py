"""From paragraphs to documents: where each begins, what it is, which of its lines is what."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from xl_dialogue.decree import marks
from xl_dialogue.decree.endings import annexes_of, end_of
from xl_dialogue.decree.heads import head_of
from xl_dialogue.decree.letters import Letter, Role
from xl_dialogue.decree.strokes import is_line_of_signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xl_dialogue.decree.manuscript import Manuscript, Paragraph, Piece

_GROUND = re.compile(r"(căn cứ|theo đề nghị|xét đề nghị|thực hiện)\s", re.IGNORECASE)
_FIRST_GROUND = re.compile(r"căn cứ\s", re.IGNORECASE)
_DASH = re.compile(r"[-–+•]")
_EARLY = 8
_LONG_LINE = 170


def letters_of(manuscript: Manuscript) -> list[Letter]:
    """The documents of a file; a print file holds many."""
    letters: list[Letter] = []
    for order, group in enumerate(_groups(manuscript.paragraphs), start=1):
        letter = _recognised(order, group, manuscript)
        letter.shares_page = bool(letters) and letters[-1].sections[-1] is letter.sections[0]
        letters.append(letter)
    return letters


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each document: at each Quốc hiệu a new one begins."""
    starts = sorted({0, *itertools.islice(_starts(paragraphs), 1, None)})
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        if end > start:
            yield tuple(paragraphs[start:end])


def _starts(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Where each document begins: at the top of the page its Quốc hiệu stands on."""
    head_block, page = -1, 0
    for place, paragraph in enumerate(paragraphs):
        if paragraph.new_page:
            page = place
        if paragraph.block == head_block or not _opens(paragraph):
            continue
        head_block = paragraph.block
        first = next(at for at, each in enumerate(paragraphs) if each.block == head_block)
        above = [each for each in paragraphs[page:first] if each.text.strip()]
        yield page if len(above) <= _EARLY else first


def _opens(paragraph: Paragraph) -> bool:
    if paragraph.cell is not None and paragraph.cell.lined:
        return False
    return any(
        marks.is_nation(piece) or marks.is_party(piece)
        for line in paragraph.lines
        for piece in marks.segments(line)
    )


def _recognised(order: int, group: tuple[Paragraph, ...], manuscript: Manuscript) -> Letter:
    used = sorted({paragraph.section for paragraph in group})
    sections = tuple(manuscript.sections[place] for place in used)
    letter = Letter(order, group, sections, template=manuscript.template)
    lines = [line for paragraph in letter.own for line in paragraph.lines if line.text]
    lines = [line for line in lines if not is_line_of_signs(line)]
    rest = head_of(letter, lines)
    letter.role = _role(letter, lines, rest)
    if letter.role is Role.APPENDIX:
        letter.annexes = annexes_of(lines)
    if letter.is_official:
        _arrange(letter, rest)
    return letter


def _role(letter: Letter, lines: list[Piece], rest: list[Piece]) -> Role:
    first = [piece for line in lines[:_EARLY] for piece in marks.segments(line)]
    if any(map(marks.is_party, first)) and letter.nation is None:
        return Role.PARTY
    pieces = [piece for line in lines for piece in marks.segments(line)]
    is_listed = any(marks.RECIPIENTS.match(piece.text) for piece in pieces)
    symbol = letter.number is not None or bool(letter.about) or is_listed
    if symbol or (letter.nation is None and letter.motto is not None):
        return _official_role(letter, rest)
    if letter.nation is not None:
        named = bool(rest) and _is_title(rest[0]) and marks.kind_named(rest[0].text) is not None
        return Role.NAMED if named else Role.NEITHER
    is_annex = any(marks.is_annex(piece) or marks.ATTACHED.match(piece.text) for piece in first)
    return Role.APPENDIX if is_annex else Role.NEITHER


def _official_role(letter: Letter, rest: list[Piece]) -> Role:
    """Named where it has a title or a symbol that says so."""
    if rest and _is_title(rest[0]):
        return Role.NAMED
    symbol = letter.number.text.rpartition("/")[2] if letter.number else ""
    begins = symbol.partition("-")[0].strip()
    return Role.NAMED if begins in marks.KINDS and not letter.about else Role.LETTER


def _is_title(piece: Piece) -> bool:
    """A kind's name on its own line, or any short line in the middle in bold capitals."""
    if piece.paragraph.boxed or len(piece.text) > _LONG_LINE:
        return False
    if marks.is_kind(piece.text):
        return True
    stands_out = piece.paragraph.shape.align == "center" or piece.all("bold")
    if marks.kind_named(piece.text):
        return stands_out and (piece.in_capitals or len(piece.text) < 60)
    middle = piece.paragraph.shape.align == "center"
    return middle and piece.in_capitals and piece.all("bold") and not piece.is_unknown


def _arrange(letter: Letter, rest: list[Piece]) -> None:
    """Give each line after the head to its element."""
    letter.urgent += [line for line in rest[:3] if marks.is_urgent(line)]
    rest = [line for line in rest if line not in letter.urgent]
    if rest and _is_title(rest[0]):
        letter.title, rest = rest[0], rest[1:]
    if letter.role is Role.NAMED:
        rest = _subject(letter, rest)
    letter.kind = _kind(letter)
    rest = end_of(letter, rest)
    rest = _addressees(letter, rest)
    rest = _grounds(letter, rest)
    letter.body = rest


def _kind(letter: Letter) -> str:
    if letter.role is Role.LETTER:
        return "CV"
    if letter.title:
        return marks.kind_named(letter.title.text) or ""
    symbol = letter.number.text.rpartition("/")[2] if letter.number else ""
    return symbol.partition("-")[0].strip()


def _subject(letter: Letter, rest: list[Piece]) -> list[Piece]:
    """Take up the lines below the title that belong to it."""
    if letter.title and marks.kind_named(letter.title.text) in marks.WITHOUT_SUBJECT:
        return rest
    taken: list[Piece] = []
    for line in rest:
        if not _continues_subject(line, taken):
            break
        taken.append(line)
        if any(stroke.place == "below" for stroke in line.paragraph.strokes):
            break
    letter.subject = taken
    return rest[len(taken) :]


def _continues_subject(line: Piece, taken: list[Piece]) -> bool:
    if line.paragraph.cell is not None or _FIRST_GROUND.match(line.text):
        return False
    if line.text.startswith("(") or marks.ADDRESSED.match(line.text):
        return False
    shouted = line.in_capitals and any(letter.isalpha() for letter in line.text)
    if shouted and (taken or is_heading(line)):
        return False
    middle, bold = line.paragraph.shape.align == "center", line.all("bold")
    if taken:
        same_paragraph = line.paragraph is taken[-1].paragraph
        return same_paragraph or (middle and bold and not _ruled_before(taken[-1], line))
    is_body = line.paragraph.shape.first > 0 and not bold
    return (middle or bold) and not is_body and not is_heading(line)


def is_heading(line: Piece) -> bool:
    return re.match(r"(?:[IVXL]+|\d+)[.)/]\s|điều\s+\d", line.text, re.IGNORECASE) is not None


def _ruled_before(upper: Piece, lower: Piece) -> bool:
    """Whether paragraphs, hence a line or a blank, stand between the two."""
    return lower.paragraph.number - upper.paragraph.number > 1


def _addressees(letter: Letter, rest: list[Piece]) -> list[Piece]:
    start = next((at for at, line in enumerate(rest[:4]) if marks.ADDRESSED.match(line.text)), None)
    if start is None:
        return rest
    first = rest[start]
    end = start + 1
    in_table = first.paragraph.cell is not None
    while end < len(rest) and (
        rest[end].paragraph.block == first.paragraph.block
        if in_table
        else _DASH.match(rest[end].text)
        or marks.ADDRESSED.match(rest[end].text)
        or rest[end].paragraph is first.paragraph
    ):
        end += 1
    letter.addressees = rest[start:end]
    return rest[:start] + rest[end:]


def _grounds(letter: Letter, rest: list[Piece]) -> list[Piece]:
    """Take up the lines of "Căn cứ …;" that open the document; a sentence of the body is none."""
    opening = list(itertools.takewhile(lambda line: line.in_capitals, rest))
    taken: list[Piece] = []
    for line in rest[len(opening) :]:
        pattern = _GROUND if taken or line.all("italic") else _FIRST_GROUND
        if not pattern.match(line.text) or not (line.any("italic") or _is_listed(line, taken)):
            break
        taken.append(line)
    letter.grounds = taken
    return rest[len(opening) + len(taken) :] if taken else rest


def _is_listed(line: Piece, taken: list[Piece]) -> bool:
    return line.text.endswith(";") or (bool(taken) and line.text.endswith("."))
