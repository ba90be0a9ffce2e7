"""E12-E14, E17: legal grounds, references, the body's layout, its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.manuscript import UNKNOWN
from xl_dialogue.decree.measuring import is_shouted, looks, wrong_size
from xl_dialogue.decree.registry import Fault, Level, rule
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Paragraph, Piece

_KIND = (
    "nghị định|nghị quyết|quyết định|thông tư|thông tư liên tịch|kế hoạch|chỉ thị|công văn"
    "|thông báo|báo cáo|tờ trình|hướng dẫn|chương trình"
)
_BY_A_DOCUMENT = re.compile(rf"căn cứ (?:{_KIND})\b", re.IGNORECASE)
_REFERENCE = re.compile(rf"(?:{_KIND}) số:?\s*(?P<symbol>[^\s,;.()]*/[^\s,;.()]+)", re.IGNORECASE)
_DATED = re.compile(r"\s*,?\s*(?:\([^)]*\)\s*)?(?:ngày|năm)\s", re.IGNORECASE)
_HEADING = re.compile(r"(?:[IVX]+|\d+|[a-zđ])[.)/]\s")
_LISTED = re.compile(r"(?:[-–+•*]|[a-zđ][.)])\s")
_INDENTS = (10.0, 12.7)
_INDENT_TOLERANCE = 0.7
_TAB = 12.7
_SPACE = 6.0
_SINGLE = 1.15
_SIZE = (13.0, 14.0)


@rule("E12", Text("Căn cứ ban hành", "Legal grounds"), "NĐ 30/2020, PL I, Phần I, II.6a")
def grounds(letter: Letter) -> Iterator[Fault]:
    for place, piece in enumerate(letter.grounds, start=1):
        yield from looks(piece, size=_SIZE, italic=True, bold=False)
        if piece.is_unknown:
            continue
        last = place == len(letter.grounds)
        if not piece.text.endswith("." if last else ";"):
            wanted = "." if last else ";"
            yield Fault(messages.DECREE_GROUND_END, piece, {"wanted": wanted})
        if _BY_A_DOCUMENT.match(piece.text) and not _is_whole(piece.text):
            yield Fault(messages.DECREE_GROUND_INCOMPLETE, piece)


def _is_whole(text: str) -> bool:
    said = text.casefold()
    return " số" in said and ("ngày" in said or "năm" in said)


@rule(
    "E13",
    Text("Viện dẫn văn bản", "References"),
    "NĐ 30/2020, PL I, Phần I, II.6b",
    level=Level.WARNING,
)
def references(letter: Letter) -> Iterator[Fault]:
    """The first time in full, afterwards by kind and number alone."""
    seen: set[str] = set()
    for piece in (*letter.grounds, *letter.body):
        for found in _REFERENCE.finditer(piece.text):
            symbol = found["symbol"].casefold()
            if re.match(r"[….\s_]|/", symbol) or UNKNOWN in symbol:
                continue
            dated = _DATED.match(piece.text, found.end()) is not None
            if symbol not in seen and not dated:
                yield Fault(messages.DECREE_REFERENCE_BARE, piece, {"found": found[0]})
            if symbol in seen and dated:
                yield Fault(messages.DECREE_REFERENCE_AGAIN, piece, {"found": found[0]})
            seen.add(symbol)


@rule("E14", Text("Thân văn bản", "Body"), "NĐ 30/2020, PL I, Phần I, II.6e")
def layout(letter: Letter) -> Iterator[Fault]:
    before: Paragraph | None = None
    for piece in letter.prose:
        paragraph = piece.paragraph
        yield from _letters(piece)
        if paragraph is before or not paragraph.lines or _stands_alone(piece):
            before = paragraph
            continue
        yield from _placed(piece)
        if before and _gap(before, paragraph) < _SPACE - 0.1:
            found = f"{_gap(before, paragraph):g}"
            yield Fault(messages.DECREE_SPACE_BETWEEN, piece, {"found": found})
        before = paragraph


def _stands_alone(piece: Piece) -> bool:
    """A heading in the middle, such as "QUYẾT ĐỊNH:", has a layout of its own."""
    return piece.paragraph.shape.align == "center" and piece.all("bold")


def _letters(piece: Piece) -> Iterator[Fault]:
    if wrong := wrong_size(piece, _SIZE):
        yield Fault(messages.DECREE_SIZE, piece, {"size": f"{wrong:g}", "wanted": "13-14"})
    if piece.all("italic") and not re.match(rf"[(“\"{UNKNOWN}]", piece.text):
        yield Fault(messages.DECREE_ITALIC, piece)
    if _HEADING.match(piece.text):
        return
    is_long = piece.length > 2 * piece.paragraph.column
    if is_long and piece.all("bold"):
        yield Fault(messages.DECREE_BOLD, piece)
    if is_long and is_shouted(piece) and not piece.is_unknown:
        yield Fault(messages.DECREE_CAPITALS, piece)


def _placed(piece: Piece) -> Iterator[Fault]:
    shape = piece.paragraph.shape
    if shape.align != "both" and piece.length > piece.paragraph.column:
        yield Fault(messages.DECREE_NOT_JUSTIFIED, piece)
    start = _start(piece)
    if shape.align != "center" and not _is_indented(piece, start):
        yield Fault(messages.DECREE_INDENT, piece, {"found": f"{start / 10:.2f}"})
    if not _is_paced(piece):
        found = f"{shape.line:.2g}" if shape.pace == "auto" else f"{shape.line:g} pt"
        yield Fault(messages.DECREE_LINE_SPACING, piece, {"found": found})


def _start(piece: Piece) -> float:
    """Where the first letter stands, in mm from the margin."""
    shape = piece.paragraph.shape
    start = shape.left + shape.first
    text = "".join(run.text for line in piece.paragraph.lines for run in line.runs)
    for _ in range(len(text) - len(text.lstrip("\t"))):
        following = [tab for tab in shape.tabs if tab > start + 0.1]
        start = following[0] if following else (start // _TAB + 1) * _TAB
    return start


def _is_indented(piece: Piece, start: float) -> bool:
    """One centimetre or 1.27; what is listed may stand further in."""
    listed = _LISTED.match(piece.text) or piece.runs[0].kind == "label"
    if listed and start >= _INDENTS[0] - _INDENT_TOLERANCE:
        return True
    return any(abs(start - wanted) <= _INDENT_TOLERANCE for wanted in _INDENTS)


def _is_paced(piece: Piece) -> bool:
    """From single spacing to 1.5 lines; an exact distance is measured against the letters."""
    shape = piece.paragraph.shape
    most = 1.5 * _SINGLE * piece.size + 1
    if shape.pace == "auto":
        return 0.99 <= shape.line <= 1.51
    return shape.line <= most and (shape.pace == "atLeast" or shape.line >= piece.size)


def _gap(upper: Paragraph, lower: Paragraph) -> float:
    """Points between the two; a blank or a table between them is distance enough."""
    if lower.number - upper.number != 1:
        return _SPACE
    same = upper.shape.style == lower.shape.style
    after = 0.0 if same and upper.shape.contextual else upper.shape.after
    before = 0.0 if same and lower.shape.contextual else lower.shape.before
    return after + before


@rule(
    "E17",
    Text("Dấu kết thúc", "End mark"),
    "NĐ 30/2020, PL III, mẫu 1.1-1.9",
    level=Level.WARNING,
)
def end_mark(letter: Letter) -> Iterator[Fault]:
    last = letter.body[-1] if letter.body else None
    if last is None or (last.paragraph.cell and last.paragraph.cell.lined):
        return
    if not re.search(r"\./\s?\.$", last.text) and not last.text.endswith(UNKNOWN):
        yield Fault(messages.DECREE_END_MARK, last)
