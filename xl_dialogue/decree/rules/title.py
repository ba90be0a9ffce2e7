"""E09, E10, E24: the name of the kind, the subject, marks of urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.letters import Role
from xl_dialogue.decree.marks import WITHOUT_SUBJECT
from xl_dialogue.decree.measuring import line_below, looks
from xl_dialogue.decree.registry import Fault, Level, rule
from xl_dialogue.decree.rules.nation import THIRD_TO_HALF
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece


@rule(
    "E09",
    Text("Tên loại", "Name of the kind"),
    "NĐ 30/2020, PL I, Phần I, II.5b",
    roles=(Role.NAMED,),
)
def kind_name(letter: Letter) -> Iterator[Fault]:
    if letter.title is None:
        yield Fault(messages.DECREE_ABSENT)
        return
    yield from looks(
        letter.title, size=(13, 14), bold=True, italic=False, capitals=True, centred=True
    )


@rule(
    "E10",
    Text("Trích yếu", "Subject"),
    "NĐ 30/2020, PL I, Phần I, II.5b",
    roles=(Role.NAMED,),
)
def subject(letter: Letter) -> Iterator[Fault]:
    if letter.title is None or letter.kind in WITHOUT_SUBJECT:
        return
    if not letter.subject:
        yield Fault(messages.DECREE_ABSENT)
        return
    for piece in letter.subject:
        yield from looks(
            piece, size=(13, 14), bold=True, italic=False, capitals=False, centred=True
        )
    yield from line_below(letter, letter.subject, THIRD_TO_HALF)


@rule(
    "E24",
    Text("Dấu khẩn, phạm vi lưu hành", "Marks of urgency and circulation"),
    "NĐ 30/2020, PL I, Phần I, III.2",
    level=Level.WARNING,
)
def urgency(letter: Letter) -> Iterator[Fault]:
    for piece in letter.urgent:
        yield from looks(piece, size=(13, 14), bold=True, capitals=True)
        if not _is_framed(piece):
            yield Fault(messages.DECREE_NOT_FRAMED, piece)


def _is_framed(piece: Piece) -> bool:
    paragraph = piece.paragraph
    lined = paragraph.cell is not None and paragraph.cell.lined
    return paragraph.shape.framed or paragraph.boxed or lined or piece.all("framed")
