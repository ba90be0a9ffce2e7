"""What several rules measure: how an element looks, the line below it, how many pages there are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.registry import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Paragraph, Piece, Stroke

_TO_THE_EDGE = 0.9
_SINGLE = 1.15
_MOST_LINES = 20
_MM_PER_POINT = 25.4 / 72


def looks(
    piece: Piece,
    *,
    size: tuple[float, float] | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    capitals: bool | None = None,
    centred: bool = False,
) -> Iterator[Fault]:
    """What is not as it should be; ``None`` where the decree leaves it open."""
    wrong = wrong_size(piece, size) if size else None
    if wrong and size:
        facts = {"size": f"{wrong:g}", "wanted": _wanted(size)}
        yield Fault(messages.DECREE_SIZE, piece, facts)
    if bold is True and not piece.all("bold"):
        yield Fault(messages.DECREE_NOT_BOLD, piece)
    if bold is False and piece.any("bold"):
        yield Fault(messages.DECREE_BOLD, piece)
    if italic is True and not piece.all("italic"):
        yield Fault(messages.DECREE_NOT_ITALIC, piece)
    if italic is False and piece.any("italic"):
        yield Fault(messages.DECREE_ITALIC, piece)
    if capitals is True and not piece.in_capitals:
        yield Fault(messages.DECREE_NOT_CAPITALS, piece)
    if capitals is False and is_shouted(piece):
        yield Fault(messages.DECREE_CAPITALS, piece)
    if centred and not is_centred(piece):
        yield Fault(messages.DECREE_NOT_CENTRED, piece)


def wrong_size(piece: Piece, size: tuple[float, float]) -> float | None:
    least, most = size
    return next((look.size for look in piece.looks if not least <= look.size <= most), None)


def _wanted(size: tuple[float, float]) -> str:
    least, most = size
    return f"{least:g}" if least == most else f"{least:g}-{most:g}"


def is_shouted(piece: Piece) -> bool:
    """Whether it is all capitals, and long enough to tell from an abbreviation."""
    return piece.in_capitals and sum(map(str.isalpha, piece.printed)) > 5


def is_centred(piece: Piece) -> bool:
    """Also true where nobody could tell: a tab sets the place, or the text fills its room."""
    paragraph = piece.paragraph
    if piece.tabbed or paragraph.boxed or paragraph.shape.align == "center":
        return True
    return piece.length > _TO_THE_EDGE * paragraph.column


def visual_lines(piece: Piece) -> list[float]:
    """The length in mm of each line the text takes up in its column."""
    column = piece.paragraph.column
    if piece.length <= column:
        return [piece.length]
    if piece.length > _MOST_LINES * column:
        return [column]
    lines, start, place = [], 0, 0
    text = "".join(run.text for run in piece.runs)
    while place < len(text):
        stop = text.find(" ", place + 1)
        stop = len(text) if stop < 0 else stop
        if piece.cut(start, stop).length > column and place > start:
            lines.append(piece.cut(start, place).length)
            start = place
        place = stop
    return [*lines, piece.cut(start).length]


# --- the line below an element ----------------------------------------------------------------


def below(letter: Letter, pieces: Sequence[Piece]) -> list[Stroke]:
    """The lines that may be meant for the last of these pieces, drawn in whatever way."""
    last = pieces[-1].paragraph
    flow = [each for each in letter.own if _same_column(each, last)]
    place = flow.index(last)
    found = [stroke for stroke in last.strokes if stroke.place != "above"]
    for above in flow[max(place - 2, 0) : place]:
        found += [stroke for stroke in above.strokes if stroke.place == "floating"]
    for paragraph in flow[place + 1 : place + 4]:
        is_text = any(any(map(str.isalnum, line.text)) for line in paragraph.lines)
        found += [s for s in paragraph.strokes if not is_text or s.place != "below"]
        if is_text:
            break
    return found or _spare(letter, last)


def _same_column(one: Paragraph, other: Paragraph) -> bool:
    if one.boxed != other.boxed:
        return False
    if one.cell is None or other.cell is None:
        return one.cell is other.cell
    return (one.cell.table, one.cell.column) == (other.cell.table, other.cell.column)


def _spare(letter: Letter, asking: Paragraph) -> list[Stroke]:
    """A line in the head may hang on a paragraph of the other side."""
    if asking not in letter.head:
        return []
    floating = [s for p in letter.head for s in p.strokes if s.place == "floating"]
    return floating if len(floating) > 1 else []


def line_below(
    letter: Letter, pieces: Sequence[Piece], share: tuple[float, float]
) -> Iterator[Fault]:
    """A line of a length between two shares of the text's; what tags will fill is not measured."""
    strokes = below(letter, pieces)
    if not strokes:
        yield Fault(messages.DECREE_LINE_MISSING, pieces[-1])
        return
    if any(piece.is_unknown for piece in pieces):
        return
    lengths = [length for piece in pieces for length in visual_lines(piece)]
    least, most = min(lengths) * share[0], max(lengths) * share[1]
    if not any(math.isnan(stroke.length) or least <= stroke.length <= most for stroke in strokes):
        found = min((stroke.length for stroke in strokes), key=lambda each: abs(each - most))
        facts = {"length": f"{found:.0f}", "least": f"{least:.0f}", "most": f"{most:.0f}"}
        yield Fault(messages.DECREE_LINE_LENGTH, pieces[-1], facts)


# --- pages ------------------------------------------------------------------------------------


def pages(letter: Letter) -> float:
    """About how many pages it takes up."""
    section = letter.sections[0]
    room = max(section.height - section.top - section.bottom, 50.0)
    turns = sum(paragraph.new_page for paragraph in letter.own[1:])
    return max(turns + 1.0 if turns else 0.0, _height(letter.own) / room)


def _height(paragraphs: Sequence[Paragraph]) -> float:
    """In mm; of the cells of a row the highest counts."""
    total = 0.0
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for paragraph in paragraphs:
        cell, height = paragraph.cell, _paragraph_height(paragraph)
        if cell is None:
            total += height
        else:
            row = rows.setdefault((cell.table, cell.row), {})
            row[cell.column] = row.get(cell.column, 0.0) + height
    return total + sum(max(row.values()) for row in rows.values())


def _paragraph_height(paragraph: Paragraph) -> float:
    shape = paragraph.shape
    count, size = 0, 12.0
    for line in paragraph.lines:
        count += max(1, math.ceil(line.length / paragraph.column - 0.02))
        size = line.size
    pace = shape.line * size * _SINGLE if shape.pace == "auto" else shape.line
    return (count * pace + shape.before + shape.after) * _MM_PER_POINT
