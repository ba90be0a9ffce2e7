"""Lines that are no drawings: borders of paragraphs, underlining, rows of signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue.decree.manuscript import Stroke
from xl_dialogue.decree.widths import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.manuscript import Look, Piece, Run, Shape

_LINE_OF_SIGNS = re.compile(r"[_\-–—―─=*]{3,}")
_DEFAULT_TAB = 12.7


def borders(shape: Shape, room: float) -> Iterator[Stroke]:
    width = max(room - shape.left - shape.right, 0.0)
    if not shape.framed:
        if "bottom" in shape.edges or "between" in shape.edges:
            yield Stroke(width)
        if "top" in shape.edges:
            yield Stroke(width, "above")


def written(lines: list[list[Run]]) -> Iterator[Stroke]:
    """Underlining, and lines made of signs."""
    for line in lines:
        text = "".join(run.text for run in line).strip()
        under = line if _LINE_OF_SIGNS.fullmatch(text) else [r for r in line if r.look.underlined]
        total = sum(_run_length(run.text, run.look) for run in under)
        if total:
            yield Stroke(total)


def _run_length(text: str, look: Look) -> float:
    shown = text.upper() if look.capitals else text
    typed = length(shown.replace("\t", ""), look.size, bold=look.bold, italic=look.italic)
    return typed + shown.count("\t") * _DEFAULT_TAB


def is_line_of_signs(piece: Piece) -> bool:
    return bool(_LINE_OF_SIGNS.fullmatch(piece.text))
