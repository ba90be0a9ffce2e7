"""A document as a reader sees it: pages, paragraphs, stretches of text and how they look."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from xl_dialogue.decree.widths import length

if TYPE_CHECKING:
    from collections.abc import Iterator

Align = Literal["left", "center", "right", "both"]
RunKind = Literal["", "label", "page", "page if", "sign"]
"""Typed, an automatic list's label, a page number, one under a condition, a sign of a font."""
StrokePlace = Literal["below", "above", "floating"]
Side = Literal["left", "right", ""]
UNKNOWN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what a template's tag will be filled with."""


class Look(NamedTuple):
    """How letters look; the size in points."""

    font: str
    """Of the letters of ASCII."""
    other_font: str
    """Of all other letters, hence of most Vietnamese ones."""
    size: float
    bold: bool
    italic: bool
    capitals: bool
    """Small letters are printed as capitals."""
    underlined: bool
    color: str
    """Six hexadecimal figures; "000000" for black and for what follows the paper."""
    framed: bool
    seen: bool


class Run(NamedTuple):
    """Text of one look."""

    text: str
    look: Look
    kind: RunKind = ""


class Stroke(NamedTuple):
    """A line that is drawn, not written; its length in mm, not a number where nobody can tell."""

    length: float
    place: StrokePlace = "below"


class Cell(NamedTuple):
    """Where in a table a paragraph stands; rows and columns count from 0."""

    table: int
    row: int
    column: int
    last: bool
    """Whether it is the row's last cell."""
    lined: bool
    """Whether the table shows lines, as tables of data do."""


class Shape(NamedTuple):
    """A paragraph's layout; spaces in points, indents in mm."""

    style: str
    align: Align
    before: float
    after: float
    line: float
    """Times single spacing, or points where ``pace`` is not "auto"."""
    pace: str
    left: float
    right: float
    first: float
    """Indent of the first line against the others; below zero they hang."""
    contextual: bool
    """No space to a neighbour of the same style."""
    framed: bool
    tabs: tuple[float, ...]
    edges: frozenset[str]
    """Borders that are shown: "top", "bottom", …"""
    new_page: bool


@dataclass(eq=False)
class Paragraph:
    """One paragraph; its number counts the paragraphs of its part from 1."""

    part: str
    number: int
    block: int
    """Which child of the body holds it: a paragraph or a whole table."""
    section: int
    shape: Shape
    cell: Cell | None
    boxed: bool
    """Whether it stands in a text box."""
    room: float
    """Width in mm it may fill, its indents not yet taken off."""
    strokes: tuple[Stroke, ...]
    new_page: bool
    """Whether it begins a page."""
    raw: str
    """Its text as it lies in the file."""
    lines: tuple[Piece, ...] = field(default=(), repr=False)

    @cached_property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.lines)

    @property
    def single_spaced(self) -> bool:
        return self.shape.pace != "auto" or self.shape.line <= 1.2

    @property
    def column(self) -> float:
        """Width in mm that a line of its text may fill."""
        return max(self.room - self.shape.left - self.shape.right, 10.0)


class Piece:
    """A stretch of a line: the whole of it, or what stands between two tabs."""

    def __init__(
        self, runs: tuple[Run, ...], paragraph: Paragraph, side: Side = "", tabbed: bool = False
    ) -> None:
        self.runs = runs
        self.paragraph = paragraph
        self.side = side
        self.tabbed = tabbed
        """Whether a tab, not the paragraph's alignment, sets its place."""

    @cached_property
    def text(self) -> str:
        """What was typed, in NFC, without blanks at its ends."""
        return "".join(run.text for run in self.runs).strip()

    @cached_property
    def printed(self) -> str:
        """The text as it is printed, hence in capitals where it looks so."""
        said = (run.text.upper() if run.look.capitals else run.text for run in self.runs)
        return "".join(said).strip()

    @property
    def looks(self) -> Iterator[Look]:
        """Of all that is typed; a list's label and blanks have no say."""
        return (run.look for run in self.runs if run.text.strip() and run.kind != "label")

    @cached_property
    def length(self) -> float:
        """In mm, were it on one line."""
        return sum(
            length(
                run.text.upper() if run.look.capitals else run.text,
                run.look.size,
                bold=run.look.bold,
                italic=run.look.italic,
            )
            for run in trimmed(self.runs)
        )

    @property
    def is_unknown(self) -> bool:
        return UNKNOWN in self.text

    @property
    def size(self) -> float:
        return max((look.size for look in self.looks), default=13.0)

    def all(self, quality: str) -> bool:
        """Whether all of the text is ``bold``, ``italic``, …"""
        return all(getattr(look, quality) for look in self.looks)

    def any(self, quality: str) -> bool:
        return any(getattr(look, quality) for look in self.looks)

    @property
    def in_capitals(self) -> bool:
        """Whether no small letter is printed; true of what only a tag will fill."""
        return not any(letter.islower() for letter in self.printed)

    def cut(self, start: int, end: int | None = None) -> Piece:
        """The stretch from one character of the runs' text to another."""
        return Piece(tuple(clipped(self.runs, start, end)), self.paragraph, self.side, self.tabbed)


class Section(NamedTuple):
    """Paper and margins in mm, and what is printed above and below the text."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float
    columns: int
    title_page: bool
    restart: int | None
    """The number its first page gets; ``None`` where it counts on."""
    number_format: str
    continuous: bool
    headers: dict[str, tuple[Paragraph, ...]]
    footers: dict[str, tuple[Paragraph, ...]]

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def column(self) -> float:
        return max((self.width - self.left - self.right - self.gutter) / self.columns, 20.0)


class Manuscript(NamedTuple):
    """A whole file; paragraphs in reading order, those of notes last."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    template: bool


def clipped(runs: tuple[Run, ...], start: int, end: int | None = None) -> Iterator[Run]:
    place = 0
    for run in runs:
        stop = len(run.text) if end is None else end - place
        text = run.text[max(start - place, 0) : max(stop, 0)]
        place += len(run.text)
        if text:
            yield run._replace(text=text)


def trimmed(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs without blanks before and after their text."""
    text = "".join(run.text for run in runs)
    start = len(text) - len(text.lstrip())
    return clipped(runs, start, max(len(text.rstrip()), start))
