"""Small turns of phrase that several kinds share."""

from __future__ import annotations


def on_one_line(value: str) -> str:
    """The text as it stands within a sentence or a cell."""
    return " ".join(value.split())


def sentence_start(said: str) -> str:
    return said[:1].upper() + said[1:]


def lines(cell: str) -> list[str]:
    """The paragraphs of a cell, blank ones left out."""
    return [line for piece in cell.splitlines() if (line := " ".join(piece.split()))]
