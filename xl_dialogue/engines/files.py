"""Workbook files on disk: refused when they are not what they claim, replaced without risk."""

from __future__ import annotations

import shutil
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.opc import Package, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from xl_dialogue.messages import Text

DAMAGES = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError, IndexError,
    StopIteration, RecursionError, NotImplementedError, RuntimeError,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_LARGEST = 512 * 2**20
_BOMB_SIZE, _BOMB_RATIO = 32 * 2**20, 400
_BOOKS = (
    b"spreadsheetml.sheet.main+xml",
    b"spreadsheetml.template.main+xml",
    b"ms-excel.sheet.macroenabled.main+xml",
    b"ms-excel.template.macroenabled.main+xml",
    b"ms-excel.addin.macroenabled.main+xml",
)
_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam")


def read(path: Path) -> bytes:
    """The file's bytes. Errors: ``DialogueError`` when there is no such file or it is empty."""
    if path.is_dir():
        raise DialogueError(messages.WORKBOOK_IS_FOLDER, path=path)
    if not path.exists():
        raise DialogueError(messages.FILE_MISSING, path=path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DialogueError(messages.WORKBOOK_UNREADABLE, path=path, detail=error) from error
    if not content:
        raise DialogueError(messages.WORKBOOK_EMPTY, path=path)
    return content


def package(path: Path, content: bytes) -> Package:
    """The workbook's package. Errors: ``DialogueError`` that says what the file is instead."""
    if content.startswith(_OLE):
        locked = _ENCRYPTED in content
        raise DialogueError(
            messages.WORKBOOK_ENCRYPTED if locked else messages.WORKBOOK_OLD, path=path
        )
    if not content.startswith(_ZIP):
        raise DialogueError(messages.WORKBOOK_IS_NONE, path=path)
    try:
        found = Package(content)
        _refuse_bombs(path, found)
        _refuse_others(path, found)
    except DAMAGES as error:
        raise damaged(path, error) from error
    return found


def damaged(path: Path, error: BaseException) -> DialogueError:
    return DialogueError(
        messages.WORKBOOK_DAMAGED, path=path, detail=str(error) or type(error).__name__
    )


def _refuse_bombs(path: Path, found: Package) -> None:
    for member in found.members():
        swollen = member.size > _BOMB_SIZE and member.size > _BOMB_RATIO * len(member.data)
        if member.size > _LARGEST or swollen:
            raise DialogueError(messages.WORKBOOK_TOO_LARGE, path=path, part=member.name)


def _refuse_others(path: Path, found: Package) -> None:
    """Errors: ``DialogueError`` for a zip that holds something other than a workbook."""
    names = {name.lower().replace("\\", "/") for name in found.names}
    if any(name.endswith("workbook.bin") for name in names):
        raise DialogueError(messages.WORKBOOK_BINARY, path=path)
    if "[content_types].xml" not in names or not any(
        _is_book(found.read(n)) for n in _types(found)
    ):
        raise DialogueError(messages.WORKBOOK_IS_NONE, path=path)


def _types(found: Package) -> list[str]:
    return [name for name in found.names if name.lower() == "[content_types].xml"]


def _is_book(types: bytes) -> bool:
    text = types.replace(b"\0", b"").lower()
    return any(kind in text for kind in _BOOKS)


def lock_of(path: Path) -> Path | None:
    """The file by which Excel or LibreOffice shows that it has the workbook open."""
    locks = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    return next((lock for lock in locks if lock.exists()), None)


def refuse_if_open(path: Path) -> None:
    lock = lock_of(path)
    if lock:
        raise DialogueError(messages.WORKBOOK_OPEN, path=path, lock=lock.name)


def refuse_if_changed(path: Path, read_before: bytes) -> None:
    if not path.exists() or path.read_bytes() != read_before:
        raise DialogueError(messages.WORKBOOK_CHANGED, path=path)


def refuse_other_kind(path: Path, target: Path) -> None:
    """Excel opens no workbook whose suffix is of another kind."""
    if target.suffix.lower() != path.suffix.lower() or target.suffix.lower() not in _SUFFIXES:
        raise DialogueError(messages.WORKBOOK_OTHER_KIND, path=target, suffix=path.suffix)


def backup_of(path: Path) -> Path:
    """``Plan.bak.xlsm`` beside ``Plan.xlsm``."""
    return path.with_name(f"{path.stem}.bak{path.suffix}")


def replace(path: Path, content: bytes) -> None:
    """Put the workbook in place whole; what was there before is kept as its backup."""
    try:
        if path.exists():
            write_atomically(backup_of(path), path.read_bytes())
            shutil.copystat(path, backup_of(path))
        write_atomically(path, content)
    except OSError as error:
        raise DialogueError(_why(error), path=path, detail=error) from error


def _why(error: OSError) -> Text:
    busy = isinstance(error, PermissionError)
    return messages.WORKBOOK_BUSY if busy else messages.WORKBOOK_NOT_WRITTEN
