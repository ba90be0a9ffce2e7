"""The zip around a document from outside: judged by its directory, unpacked only bit by bit.

Source: PKWARE APPNOTE 6.3 (zip records); ECMA-376 part 2, 6.2.2 (part names, no two alike).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.exchange.reading import limits
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_LOCAL_MARK, _ENTRY_MARK = b"PK\3\4", b"PK\1\2"
_ENCRYPTED = 0x1 | 0x40
_CHUNK = 1 << 16
_OUTSIDE = re.compile(r"^/|^[a-z]:|(^|/)\.\.(/|$)|[\0-\x1f]", re.IGNORECASE)
_LONGEST_NAME = 512
_XML = (".xml", ".rels", ".vml")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGES = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, KeyError, EOFError,
            NotImplementedError, OverflowError)  # fmt: skip


class Archive:
    """The parts of a package by name, however it is cased.

    Errors: ``DialogueError`` for what no office program writes, before anything is unpacked.
    """

    def __init__(self, content: bytes) -> None:
        if content.count(_ENTRY_MARK) > 5 * limits.ENTRIES:  # before each costs memory
            raise DialogueError(messages.INCOMING_TOO_MANY_PARTS, most=limits.ENTRIES)
        self._content = content
        try:
            infos = zipfile.ZipFile(io.BytesIO(content)).infolist()
        except _DAMAGES as error:
            raise DialogueError(messages.INCOMING_DAMAGED, detail=type(error).__name__) from error
        if len(infos) > limits.ENTRIES:
            raise DialogueError(messages.INCOMING_TOO_MANY_PARTS, most=limits.ENTRIES)
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self._enter(info)
        if sum(info.file_size for info in infos) > limits.UNPACKED:
            raise DialogueError(messages.INCOMING_BOMB)
        self._refuse_overlaps()

    @property
    def names(self) -> list[str]:
        """As the file writes them, with forward slashes."""
        return [_name(info) for info in self._infos.values()]

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part bit by bit. Errors: ``DialogueError`` when it is missing or not as declared."""
        info = self._infos.get(name.lower())
        if info is None:
            raise DialogueError(messages.INCOMING_PART_MISSING, part=_shown(name))
        start, end = self._span(info)
        packed = memoryview(self._content)[start:end]
        size = crc = 0
        for chunk in _unpacked(packed, info.compress_type, name):
            size += len(chunk)
            if size > info.file_size:
                break
            crc = zlib.crc32(chunk, crc)
            yield chunk
        if size != info.file_size or crc != info.CRC:
            raise DialogueError(messages.INCOMING_LIES, part=_shown(name))

    def refuse_declarations(self) -> None:
        """Errors: ``DialogueError`` when any XML part declares a document type or an entity."""
        for name in self.names:
            if not name.lower().endswith(_XML):
                continue
            tail = b""
            for chunk in self.chunks(name):
                seen = tail + chunk.replace(b"\0", b"")  # in UTF-16 every other byte
                if _DECLARES.search(seen):
                    raise DialogueError(messages.INCOMING_WITH_DTD, part=_shown(name))
                tail = seen[-16:]

    def _enter(self, info: zipfile.ZipInfo) -> None:
        name = _name(info)
        if _OUTSIDE.search(name) or len(name) > _LONGEST_NAME:
            raise DialogueError(messages.INCOMING_PATH_NAME, part=_shown(name))
        if info.flag_bits & _ENCRYPTED:
            raise DialogueError(messages.INCOMING_ENCRYPTED)
        if name.lower() in self._infos:
            raise DialogueError(messages.INCOMING_PART_TWICE, part=_shown(name))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise DialogueError(messages.INCOMING_DAMAGED, detail=f"zip {info.compress_type}")
        swollen = info.file_size > limits.RATIO * max(info.compress_size, 1)
        if info.file_size > limits.SWOLLEN and swollen:
            raise DialogueError(messages.INCOMING_BOMB)
        if not name.endswith("/"):
            self._infos[name.lower()] = info

    def _span(self, info: zipfile.ZipInfo) -> tuple[int, int]:
        """Where the part's bytes lie. Errors: ``DialogueError`` when its own header differs."""
        at = info.header_offset
        header = self._content[at : at + _LOCAL.size]
        if len(header) < _LOCAL.size or not header.startswith(_LOCAL_MARK):
            raise DialogueError(messages.INCOMING_LIES, part=_shown(_name(info)))
        named, extra = _LOCAL.unpack(header)[-2:]
        start = at + _LOCAL.size + named + extra
        own = self._content[at + _LOCAL.size : at + _LOCAL.size + named]
        said = info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
        if own != said or start + info.compress_size > len(self._content):
            raise DialogueError(messages.INCOMING_LIES, part=_shown(_name(info)))
        return start, start + info.compress_size

    def _refuse_overlaps(self) -> None:
        """Parts that share bytes are the densest bombs there are."""
        spans = sorted(
            (info.header_offset, self._span(info)[1], name) for name, info in self._infos.items()
        )
        for (_, end, _), (start, _, name) in pairwise(spans):
            if start < end:
                raise DialogueError(messages.INCOMING_LIES, part=_shown(name))


def _name(info: zipfile.ZipInfo) -> str:
    return info.orig_filename.replace("\\", "/")


def _shown(name: str) -> str:
    """A name from outside as it may stand in a sentence."""
    said = "".join(letter if letter.isprintable() else "?" for letter in name)
    return said if len(said) <= 80 else f"{said[:79]}…"


def _unpacked(packed: memoryview, method: int, name: str) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for at in range(0, len(packed), _CHUNK):
            yield bytes(packed[at : at + _CHUNK])
        return
    unpacker = zlib.decompressobj(-15)
    try:
        for at in range(0, len(packed), _CHUNK):
            piece: bytes | memoryview = packed[at : at + _CHUNK]
            while piece and not unpacker.eof:
                yield unpacker.decompress(piece, _CHUNK)
                piece = unpacker.unconsumed_tail
        while not unpacker.eof:
            rest = unpacker.decompress(b"", _CHUNK)
            if not rest:
                raise zlib.error("cut short")
            yield rest
    except zlib.error as error:
        raise DialogueError(messages.INCOMING_DAMAGED, detail=_shown(name)) from error
