"""One document and its elements, as they were recognised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xl_dialogue.decree.manuscript import Paragraph, Piece, Section


class Role(Enum):
    """What a document is before Decree 30."""

    NAMED = "named"
    """An official document that names its kind: KẾ HOẠCH, GIẤY MỜI, …"""
    LETTER = "letter"
    """An official letter, công văn, which names none."""
    APPENDIX = "appendix"
    """A list or annex in a file of its own."""
    PARTY = "party"
    """Laid out by the Party's guideline, not by the decree."""
    NEITHER = "neither"
    """A card, a name plate, a speech, a form."""


OFFICIAL = (Role.NAMED, Role.LETTER)


@dataclass
class Annex:
    """An annex within a document, or one in a file of its own."""

    label: Piece | None = None
    titles: list[Piece] = field(default_factory=list)
    reference: Piece | None = None
    """The line "(Kèm theo …)"."""


@dataclass
class Letter:
    """One document of a file; the pieces of each element in reading order."""

    order: int
    """Its place in the file, from 1."""
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    """Those its pages lie in, the first one first."""
    shares_page: bool = False
    """Whether it begins amid a section that an earlier document began."""
    role: Role = Role.NEITHER
    kind: str = ""
    """Abbreviation of the kind; empty where it names none that the decree knows."""
    template: bool = False
    nation: Piece | None = None
    motto: Piece | None = None
    superior: list[Piece] = field(default_factory=list)
    issuer: list[Piece] = field(default_factory=list)
    number: Piece | None = None
    about: list[Piece] = field(default_factory=list)
    """The subject of an official letter: "V/v …"."""
    date: Piece | None = None
    head: list[Paragraph] = field(default_factory=list)
    urgent: list[Piece] = field(default_factory=list)
    title: Piece | None = None
    subject: list[Piece] = field(default_factory=list)
    addressees: list[Piece] = field(default_factory=list)
    grounds: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    """What stands between head and signature, tables of data included."""
    label: Piece | None = None
    """The words "Nơi nhận:"."""
    recipients: list[Piece] = field(default_factory=list)
    initials: list[Piece] = field(default_factory=list)
    """What stands below the file copy: who drafted it, how many copies."""
    powers: list[Piece] = field(default_factory=list)
    """By what right the signer signs, and the signer's position."""
    signer: Piece | None = None
    secretary: Piece | None = None
    """Of minutes, who signs beside the chair."""
    co_signed: bool = False
    """Whether two bodies sign, side by side."""
    annexes: list[Annex] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)
    """What stands after the signature and is no annex."""

    @property
    def is_official(self) -> bool:
        return self.role in OFFICIAL

    @cached_property
    def own(self) -> tuple[Paragraph, ...]:
        """The paragraphs of its pages, without notes."""
        return tuple(p for p in self.paragraphs if p.part == self.paragraphs[0].part)

    @property
    def prose(self) -> list[Piece]:
        """The lines of the body that stand in no table and no text box."""
        return [
            piece
            for piece in self.body
            if not piece.paragraph.boxed
            and (piece.paragraph.cell is None or _alone(piece.paragraph))
        ]

    @cached_property
    def said(self) -> str:
        """All of the body as one text, a line each."""
        return "\n".join(piece.text for piece in (*self.grounds, *self.body))


def _alone(paragraph: Paragraph) -> bool:
    cell = paragraph.cell
    return cell is not None and cell.column == 0 and cell.last and not cell.lined
