"""The one door for files from outside: judged, read as plain values, nothing in them carried out.

Our own readers count as they go and know of no macro, formula, link, object or entity. What such
a file says is data; what it is called is a word.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from xl_dialogue import messages
from xl_dialogue.exchange.reading import compound, limits
from xl_dialogue.exchange.reading.limits import Meter
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.reading.archive import Archive
    from xl_dialogue.exchange.reading.tables import Arrived, Table
    from xl_dialogue.messages import Said

Kind: TypeAlias = Literal["xlsx", "ods", "xls", "docx", "csv"]
_SUFFIXES: dict[str, Kind] = {
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".xltx": "xlsx", ".xltm": "xlsx", ".ods": "ods",
    ".xls": "xls", ".docx": "docx", ".docm": "docx", ".csv": "csv", ".tsv": "csv", ".txt": "csv",
}  # fmt: skip
_ZIP = b"PK\3\4"
_LONGEST_NAME = 80


class Opened(NamedTuple):
    """A file read whole."""

    digest: str
    """SHA-256 of the bytes that were read."""
    tables: list[Table]
    """Those of hidden sheets too, marked."""
    reports: list[Said]


def opened(path: Path) -> Opened:
    """Errors: ``DialogueError`` for a file that is refused, with what to do."""
    name = shown_name(path.name)
    try:
        content = _bytes_of(path)
        kind, arrived = _read(content)
    except DialogueError as refusal:
        raise DialogueError(messages.INCOMING_REFUSED, file=name, why=refusal) from refusal
    except RecursionError as error:
        deep = DialogueError(messages.INCOMING_TOO_DEEP, part=name)
        raise DialogueError(messages.INCOMING_REFUSED, file=name, why=deep) from error
    if _SUFFIXES.get(path.suffix.lower()) != kind:
        arrived.report(messages.INCOMING_OTHER_SUFFIX, kind=kind)
    digest = hashlib.sha256(content).hexdigest()
    return Opened(digest, arrived.tables, arrived.reports)


def is_expected(path: Path) -> bool:
    """Whether the name is that of a list, not of what Office leaves beside an open one."""
    return path.suffix.lower() in _SUFFIXES and path.name[:1] not in ("~", ".")


def shown_name(name: str) -> str:
    """A name from outside as it may stand in a sentence or a cell: never a path, never a code."""
    said = "".join(letter if letter.isprintable() else "?" for letter in name)
    said = said.replace("/", "?").replace("\\", "?")
    return said if len(said) <= _LONGEST_NAME else f"{said[: _LONGEST_NAME - 1]}…"


def _bytes_of(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise DialogueError(messages.INCOMING_NO_FILE)
    try:
        with path.open("rb") as file:
            content = file.read(limits.FILE + 1)
    except FileNotFoundError:
        raise DialogueError(messages.FILE_MISSING, path=shown_name(path.name)) from None
    except (OSError, ValueError) as error:
        raise DialogueError(messages.INCOMING_NO_FILE) from error
    if not content:
        raise DialogueError(messages.INCOMING_EMPTY)
    if len(content) > limits.FILE:
        raise DialogueError(messages.INCOMING_TOO_LARGE, most=limits.FILE >> 20)
    return content


def _read(content: bytes) -> tuple[Kind, Arrived]:
    """By what the bytes are, whatever the file is called."""
    meter = Meter()
    if content.startswith(_ZIP):
        return _read_package(content, meter)
    if content.startswith(compound.MARK):
        from xl_dialogue.exchange.reading import oldxls

        return "xls", oldxls.read(content, meter)
    _refuse_strangers(content)
    from xl_dialogue.exchange.reading import textfile

    return "csv", textfile.read(content, meter)


def _read_package(content: bytes, meter: Meter) -> tuple[Kind, Arrived]:
    from xl_dialogue.exchange.reading import docx, ods, xlsx
    from xl_dialogue.exchange.reading.archive import Archive

    archive = Archive(content)
    kind = _kind(archive, meter)
    archive.refuse_declarations()
    readers = {"xlsx": xlsx.read, "ods": ods.read, "docx": docx.read}
    return kind, readers[kind](archive, meter)


def _kind(archive: Archive, meter: Meter) -> Kind:
    from xl_dialogue.exchange.reading.markup import walk
    from xl_dialogue.exchange.reading.package import TYPES

    if "mimetype" in archive:
        said = b"".join(archive.chunks("mimetype"))[:200]
        if said.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "ods"
        raise DialogueError(messages.INCOMING_NO_OFFICE)
    if TYPES not in archive:
        raise DialogueError(messages.INCOMING_NO_OFFICE)
    types: set[str] = set()
    walk(archive, TYPES, meter, lambda _, said: types.add(said.get("ContentType", "").lower()))
    mains = [said for said in types if "main" in said]
    if any("binary" in said for said in types):
        raise DialogueError(messages.INCOMING_BINARY)
    if any("spreadsheetml" in said or "ms-excel" in said for said in mains):
        return "xlsx"
    if any("wordprocessingml" in said or "ms-word" in said for said in mains):
        return "docx"
    raise DialogueError(messages.INCOMING_NO_OFFICE)


def _refuse_strangers(content: bytes) -> None:
    """Web pages and other files that are called .xls or .csv."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"mime-version")):
        raise DialogueError(messages.INCOMING_WEB_PAGE)
    if head.startswith(
        (b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8\xff", b"gif8", b"mz", b"rar!", b"7z\xbc")
    ):
        raise DialogueError(messages.INCOMING_NO_OFFICE)
