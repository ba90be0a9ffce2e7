"""E23: annexes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.marks import ANNEX
from xl_dialogue.decree.measuring import looks
from xl_dialogue.decree.registry import LAID_OUT, Fault, rule
from xl_dialogue.messages import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Annex, Letter
    from xl_dialogue.decree.manuscript import Piece

_ROMAN = re.compile(r"[IVXLC]+")


@rule("E23", Text("Phụ lục", "Annexes"), "NĐ 30/2020, PL I, Phần I, III.1", roles=LAID_OUT)
def annexes(letter: Letter) -> Iterator[Fault]:
    for annex in letter.annexes:
        yield from _annex(annex, several=len(letter.annexes) > 1)
    said = letter.said.casefold()
    if letter.is_official and letter.annexes and not re.search(r"phụ lục|kèm theo", said):
        first = letter.annexes[0]
        yield Fault(messages.DECREE_ANNEX_NOT_REFERRED, first.label or first.reference)


def _annex(annex: Annex, several: bool) -> Iterator[Fault]:
    if annex.label:
        yield from _label(annex.label, several)
    if not annex.titles:
        yield Fault(messages.DECREE_ANNEX_TITLE_MISSING, annex.label or annex.reference)
    for place, title in enumerate(annex.titles):
        yield from looks(title, size=(13, 14), bold=True, italic=False, centred=True)
        if place == 0 and not title.in_capitals:
            yield Fault(messages.DECREE_NOT_CAPITALS, title)
    if annex.reference is None:
        yield Fault(messages.DECREE_ANNEX_REFERENCE_MISSING, annex.label)
        return
    yield from looks(annex.reference, size=(13, 14), italic=True, centred=True)
    if not _is_whole(annex.reference):
        yield Fault(messages.DECREE_ANNEX_REFERENCE, annex.reference)


def _label(label: Piece, several: bool) -> Iterator[Fault]:
    yield from looks(label, size=(14, 14), bold=True, italic=False, capitals=False, centred=True)
    found = ANNEX.fullmatch(label.text)
    count = found["count"] if found else None
    if several and not count:
        yield Fault(messages.DECREE_ANNEX_UNNUMBERED, label)
    elif count and not _ROMAN.fullmatch(count):
        yield Fault(messages.DECREE_ANNEX_NUMERAL, label, {"found": count})


def _is_whole(reference: Piece) -> bool:
    said = reference.text.casefold()
    return reference.is_unknown or all(word in said for word in (" số", "ngày", "của"))
