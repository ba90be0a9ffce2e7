"""A batch on its way through a program that is started anew when it hangs or dies."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue.messages import PDF_HUNG, PDF_REFUSED, DialogueError, Said
from xl_dialogue.press.pdf.ending import Converter, Ending
from xl_dialogue.press.pdf.keeping import put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LOT = 50
"""Files for one start of the program: what a crash may cost. LibreOffice takes 247 at most."""
_TRIES = 2
_BARREN = 6
"""Starts in a row without any PDF, after which the program itself is taken for broken."""


class Sheet(NamedTuple):
    """A document on its way."""

    docx: Path
    pdf: Path
    source: str
    """The document's digest."""


class Converted(NamedTuple):
    """What a batch left behind."""

    files: list[Path]
    """Every PDF now there."""
    kept: list[Path]
    """Those of them that had been made of the same .docx before."""
    refused: dict[Path, Said]
    """The .docx of which none could be made, and why."""


class Rounds:
    """Lot after lot; what a start has not made is tried once more, then refused."""

    def __init__(self, program: Converter, seconds: float, converted: Converted) -> None:
        self._program, self._seconds, self._converted = program, seconds, converted
        self._strikes: Counter[Path] = Counter()

    def convert(self, sheets: Sequence[Sheet], made: Callable[[int], None]) -> None:
        """Fill in what became of the documents; ``made`` is told how many are behind us."""
        todo, barren, ending = list(sheets), 0, Ending.DONE
        while todo and barren < _BARREN:
            lot, behind = todo[:_LOT], len(sheets) - len(todo)
            ending, left = self._round(lot, partial(_add, made, behind))
            barren = barren + 1 if len(left) == len(lot) else 0
            todo = [*self._worth_another(left, ending), *todo[_LOT:]]
            made(len(sheets) - len(todo))
        for sheet in todo:
            self._refuse(sheet, ending)

    def _round(
        self, lot: Sequence[Sheet], made: Callable[[int], None]
    ) -> tuple[Ending, list[Sheet]]:
        """How one start ended, and the documents of which it made nothing."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            staged = [folder / f"{place:05}.docx" for place in range(len(lot))]
            for sheet, copy in zip(lot, staged, strict=True):
                shutil.copyfile(sheet.docx, copy)
            ending = self._program.make(staged, folder, self._seconds, made)
            results = zip(lot, staged, strict=True)
            return ending, [each for each, copy in results if not self._settled(each, copy)]

    def _settled(self, sheet: Sheet, copy: Path) -> bool:
        """Its PDF is in its place, or cannot be because somebody has the old one open."""
        try:
            there = put(copy.with_suffix(".pdf"), sheet.pdf, sheet.source)
        except DialogueError as error:
            self._converted.refused[sheet.docx] = Said(error.text, error.facts)
            return True
        if there:
            self._converted.files.append(sheet.pdf)
        return there

    def _worth_another(self, left: Sequence[Sheet], ending: Ending) -> list[Sheet]:
        """A program that went through all blames each; one that stopped, the one it was at."""
        blamed = left if ending is Ending.DONE else left[:1]
        self._strikes.update(sheet.pdf for sheet in blamed)
        for sheet in blamed:
            if self._strikes[sheet.pdf] >= _TRIES:
                self._refuse(sheet, ending)
        return [sheet for sheet in left if self._strikes[sheet.pdf] < _TRIES]

    def _refuse(self, sheet: Sheet, ending: Ending) -> None:
        text = PDF_HUNG if ending is Ending.HUNG else PDF_REFUSED
        facts: dict[str, object] = {"path": sheet.docx, "seconds": round(self._seconds)}
        self._converted.refused[sheet.docx] = Said(text, facts)


def _add(made: Callable[[int], None], behind: int, count: int) -> None:
    made(behind + count)
