"""PDFs in their place: each whole or not at all, and knowing what it was made of."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from xl_dialogue.digest import sha256_of
from xl_dialogue.messages import (
    DISK_FULL,
    FILE_MISSING,
    FOLDER_REFUSED,
    PDF_OPEN,
    PDF_SOURCE_LOCKED,
    DialogueError,
)
from xl_dialogue.opc import is_full

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = "/XlDialogueSource"
"""The entry of a PDF's own information that holds the SHA-256 of its .docx."""


def digest_of(docx: Path) -> str:
    """What the document holds. Errors: ``DialogueError`` when it is not there or locked."""
    try:
        return sha256_of(docx)
    except FileNotFoundError as error:
        raise DialogueError(FILE_MISSING, path=docx) from error
    except OSError as error:
        raise DialogueError(PDF_SOURCE_LOCKED, path=docx) from error


def holds(pdf: Path, source: str) -> bool:
    """A whole PDF lies there that was made of a document with this digest."""
    import pikepdf

    try:
        with pikepdf.open(pdf) as there:
            return str(there.docinfo.get(SOURCE, "")) == source
    except (OSError, pikepdf.PdfError):
        return False


def put(made: Path, pdf: Path, source: str) -> bool:
    """Bring the PDF to its place; False when there is none or it is not whole.

    Errors: ``DialogueError`` when somebody has the old one open.
    """
    import pikepdf

    try:
        with pikepdf.open(made) as whole, draft_of(pdf) as draft:
            whole.docinfo[SOURCE] = source
            whole.save(draft)
    except (FileNotFoundError, pikepdf.PdfError):
        return False
    return True


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A place beside it to write to; what was written there then takes the final name.

    Errors: ``DialogueError`` when somebody has the old one open; ``OSError``.
    """
    draft = path.with_name(f".pdf-{os.getpid()}.tmp")
    try:
        yield draft
        try:
            draft.replace(path)
        except (PermissionError, IsADirectoryError) as error:
            raise DialogueError(PDF_OPEN, path=path) from error
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def into(folder: Path, files: list[Path], total: int) -> Iterator[None]:
    """Files are put into the folder, which is made; the list knows those that are.

    Errors: ``DialogueError`` when the disk is full or the folder takes no files.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        reason = DISK_FULL if is_full(error) else FOLDER_REFUSED
        raise DialogueError(reason, folder=folder, done=len(files), total=total) from error
