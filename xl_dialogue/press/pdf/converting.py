"""From .docx to PDF; what was made of the same .docx before is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.lookup import windows_registry
from xl_dialogue.messages import PDF_NO_PROGRAM, DialogueError, Said
from xl_dialogue.press.names import safe_names
from xl_dialogue.press.pdf.keeping import digest_of, holds, into
from xl_dialogue.press.pdf.libreoffice import LibreOffice
from xl_dialogue.press.pdf.rounds import Converted, Rounds, Sheet
from xl_dialogue.press.pdf.word import REGISTERED, Word
from xl_dialogue.soffice import soffice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from xl_dialogue.press.pdf.ending import Converter

_SECONDS, _SECONDS_FOR_MANY_PAGES = 120, 600


def to_pdf(
    docx: Path,
    pdf: Path,
    *,
    timeout: float = _SECONDS_FOR_MANY_PAGES,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    converter: Converter | None = None,
) -> None:
    """The document as PDF, by Word where there is one, else by LibreOffice.

    ``timeout`` in seconds, for each of two tries.
    Errors: ``DialogueError`` when the file or a program is missing, or the program cannot do it.
    """
    converted = _converted([(docx, pdf)], pdf.parent, timeout, progress, converter)
    for reason in converted.refused.values():
        raise DialogueError(reason.text, **reason.facts)


def batch(
    files: Sequence[Path],
    folder: Path,
    *,
    timeout: float = _SECONDS,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    converter: Converter | None = None,
) -> Converted:
    """A PDF of each file into the folder, called like it; a file that cannot be made is named.

    ``timeout`` in seconds, for one file.
    Errors: ``DialogueError`` when no program is there or the folder takes no files.
    """
    names = safe_names([file.stem for file in files])
    pairs = [(file, folder / f"{name}.pdf") for file, name in zip(files, names, strict=True)]
    return _converted(pairs, folder, timeout, progress, converter)


def program_here() -> Converter:
    """Word where it is installed, else LibreOffice. Errors: ``DialogueError``: neither is."""
    if windows_registry(REGISTERED, ""):
        return Word()
    program = soffice()
    if program is None:
        raise DialogueError(PDF_NO_PROGRAM)
    return LibreOffice(program)


def _converted(
    pairs: Sequence[tuple[Path, Path]],
    folder: Path,
    timeout: float,
    progress: Callable[[int, int], None],
    converter: Converter | None,
) -> Converted:
    converted = Converted([], [], {})
    sheets = list(_readable(pairs, converted))
    converted.kept.extend(sheet.pdf for sheet in sheets if holds(sheet.pdf, sheet.source))
    converted.files.extend(converted.kept)
    todo = [sheet for sheet in sheets if sheet.pdf not in set(converted.kept)]
    behind = len(pairs) - len(todo)
    progress(behind, len(pairs))
    if todo:
        rounds = Rounds(converter or program_here(), timeout, converted)
        with into(folder, converted.files, len(pairs)):
            rounds.convert(todo, lambda made: progress(behind + made, len(pairs)))
    places = {pdf: place for place, (_, pdf) in enumerate(pairs)}
    converted.files.sort(key=places.__getitem__)
    return converted


def _readable(pairs: Sequence[tuple[Path, Path]], converted: Converted) -> Iterator[Sheet]:
    for docx, pdf in pairs:
        try:
            yield Sheet(docx, pdf, digest_of(docx))
        except DialogueError as error:
            converted.refused[docx] = Said(error.text, error.facts)
