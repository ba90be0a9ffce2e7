"""P01-P04: paper, margins, font, page number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.letters import Role
from xl_dialogue.decree.measuring import looks, pages
from xl_dialogue.decree.registry import EVERY_ROLE, LAID_OUT, Fault, rule
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Paragraph, Piece, Section

_A4 = (210.0, 297.0)
_PAPER_TOLERANCE, _MARGIN_TOLERANCE = 1.0, 0.6
_MARGINS = {
    "top": (messages.DECREE_TOP, 20, 25),
    "bottom": (messages.DECREE_BOTTOM, 20, 25),
    "left": (messages.DECREE_LEFT, 30, 35),
    "right": (messages.DECREE_RIGHT, 15, 20),
}
_FONT = "times new roman"
_BLACK = {"000000", "000001", "0D0D0D"}
_LONGER_THAN_A_PAGE = 1.6
_SURELY_TWO_PAGES = 1.2


@rule("P01", Text("Khổ giấy", "Paper"), "NĐ 30/2020, PL I, Phần I, I.1-2", roles=EVERY_ROLE)
def paper(letter: Letter) -> Iterator[Fault]:
    """A4 upright; across only where a table asks for the width."""
    for section in letter.sections:
        facts = {"width": f"{section.width:.0f}", "height": f"{section.height:.0f}"}
        if not _is_a4(section):
            yield Fault(messages.DECREE_NOT_A4, None, facts)
        elif section.landscape and not _may_lie(letter):
            yield Fault(messages.DECREE_ACROSS)


def _is_a4(section: Section) -> bool:
    sides = sorted((section.width, section.height))
    return all(abs(a - b) <= _PAPER_TOLERANCE for a, b in zip(sides, _A4, strict=True))


def _may_lie(letter: Letter) -> bool:
    return letter.role is Role.NEITHER or any(p.cell and p.cell.lined for p in letter.own)


@rule("P02", Text("Lề trang", "Margins"), "NĐ 30/2020, PL I, Phần I, I.3", roles=LAID_OUT)
def margins(letter: Letter) -> Iterator[Fault]:
    for section in letter.sections:
        if section.landscape or not _is_a4(section):
            continue
        for edge, (name, least, most) in _MARGINS.items():
            found = getattr(section, edge) + (section.gutter if edge == "left" else 0.0)
            if not least - _MARGIN_TOLERANCE <= found <= most + _MARGIN_TOLERANCE:
                facts = {"edge": name, "found": f"{found:.0f}", "least": least, "most": most}
                yield Fault(messages.DECREE_MARGIN, None, facts)


@rule("P03", Text("Phông chữ", "Font"), "NĐ 30/2020, PL I, Phần I, I.4", roles=EVERY_ROLE)
def font(letter: Letter) -> Iterator[Fault]:
    """Times New Roman in black; a card may be coloured."""
    seen: set[str] = set()
    for piece in (*_all_pieces(letter), *_in_headers(letter)):
        for name in _fonts(piece):
            if name.casefold() != _FONT and name not in seen:
                seen.add(name)
                yield Fault(messages.DECREE_FONT, piece, {"font": name})
        colored = [look.color for look in piece.looks if look.color not in _BLACK]
        if colored and letter.role is not Role.NEITHER and "color" not in seen:
            seen.add("color")
            yield Fault(messages.DECREE_COLOR, piece, {"color": colored[0]})


def _all_pieces(letter: Letter) -> Iterator[Piece]:
    for paragraph in letter.paragraphs:
        yield from paragraph.lines


def _in_headers(letter: Letter) -> Iterator[Piece]:
    for section in letter.sections:
        for paragraph in _printed_around(section):
            yield from paragraph.lines


def _printed_around(section: Section) -> Iterator[Paragraph]:
    for around in (section.headers, section.footers):
        for kind, paragraphs in around.items():
            if kind != "first" or section.title_page:
                yield from paragraphs


def _fonts(piece: Piece) -> Iterator[str]:
    """The fonts its letters are printed in; signs of a list or a picture font do not count."""
    for run in piece.runs:
        letters = [letter for letter in run.text if letter.isalnum()]
        if run.kind in ("label", "sign") or not letters:
            continue
        if any(letter.isascii() for letter in letters):
            yield run.look.font
        if not all(letter.isascii() for letter in letters):
            yield run.look.other_font


@rule(
    "P04",
    Text("Số trang", "Page number"),
    "NĐ 30/2020, PL I, Phần I, I.7 và III.1đ",
    roles=LAID_OUT,
)
def page_number(letter: Letter) -> Iterator[Fault]:
    """Arabic, in the middle of the top margin, not on page 1; each document counts anew."""
    above = [n for section in letter.sections for n in _numbers(section, section.headers)]
    first = letter.sections[0]
    opening = "first" if first.title_page and not letter.shares_page else "default"
    if any(not _conditional(n) for n in _numbers_of(first.headers.get(opening, ()))):
        yield Fault(messages.DECREE_NUMBER_ON_FIRST_PAGE)
    for number in above:
        yield from looks(number, size=(13, 14), italic=False)
        if not _in_the_middle(number):
            yield Fault(messages.DECREE_NOT_CENTRED, number)
    if any(n for section in letter.sections for n in _numbers(section, section.footers)):
        yield Fault(messages.DECREE_NUMBER_BELOW)
    elif not above and pages(letter) > _LONGER_THAN_A_PAGE:
        yield Fault(messages.DECREE_NUMBER_MISSING)
    if above:
        yield from _counting(letter)


def _counting(letter: Letter) -> Iterator[Fault]:
    first = letter.sections[0]
    if any(section.number_format not in ("decimal", "") for section in letter.sections):
        yield Fault(messages.DECREE_NUMBER_NOT_ARABIC)
    later = letter.order > 1
    if later and (letter.shares_page or first.restart != 1) and pages(letter) > _SURELY_TWO_PAGES:
        yield Fault(messages.DECREE_NUMBER_GOES_ON)
    starts = [annex.label or annex.reference for annex in letter.annexes if letter.is_official]
    for start in starts:
        if start and _restart_at(letter, start) != 1:
            yield Fault(messages.DECREE_ANNEX_NUMBER_GOES_ON, start)


def _restart_at(letter: Letter, piece: Piece) -> int | None:
    """The number of the page the piece stands on, where its section begins with it."""
    used = sorted({paragraph.section for paragraph in letter.paragraphs})
    section = letter.sections[used.index(piece.paragraph.section)]
    return section.restart if piece.paragraph.section != used[0] else None


def _numbers(section: Section, around: dict[str, tuple[Paragraph, ...]]) -> list[Piece]:
    return [
        number
        for kind, paragraphs in around.items()
        if kind != "first" or section.title_page
        for number in _numbers_of(paragraphs)
    ]


def _numbers_of(paragraphs: tuple[Paragraph, ...]) -> list[Piece]:
    """The lines that hold a page number, cut down to it."""
    found = []
    for line in (line for paragraph in paragraphs for line in paragraph.lines):
        place = 0
        for run in line.runs:
            if run.kind in ("page", "page if"):
                found.append(line.cut(place, place + len(run.text)))
                break
            place += len(run.text)
    return found


def _conditional(number: Piece) -> bool:
    return number.runs[0].kind == "page if"


def _in_the_middle(number: Piece) -> bool:
    paragraph = number.paragraph
    if paragraph.boxed or paragraph.shape.align == "center":
        return True
    text = "".join(run.text for line in paragraph.lines for run in line.runs)
    tabs = re.match(r"[^\d]*", text)
    count = tabs[0].count("\t") if tabs else 0
    places = paragraph.shape.tabs
    if not 0 < count <= len(places):
        return False
    return abs(places[count - 1] - paragraph.room / 2) < 0.15 * paragraph.room
