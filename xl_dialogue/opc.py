"""Office packages (.xlsx, .docx) as zip members: what did not change is copied still compressed.

Source: ECMA-376 part 2 (packages); PKWARE APPNOTE 6.3 (zip records).
"""

from __future__ import annotations

import io
import os
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_EPOCH = (1 << 5) | 1  # 1 January 1980: the same bytes at every build
_UTF8_NAME = 0x800
_LEVEL = 6


class Member(NamedTuple):
    """One part of a package as it lies in the zip."""

    name: str
    method: int
    crc: int
    size: int
    """Bytes before compression."""
    data: bytes
    """Bytes as stored."""


def deflated(name: str, content: bytes, level: int = _LEVEL) -> Member:
    """A new or changed part."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Member(name, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), packed)


class Package:
    """A package read whole into memory; its members in the order of the file.

    Errors: ``zipfile.BadZipFile`` when the bytes are no zip or are cut short.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._infos = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}

    @property
    def names(self) -> list[str]:
        return list(self._infos)

    @property
    def size(self) -> int:
        """Bytes of all parts unpacked, as the zip declares them."""
        return sum(info.file_size for info in self._infos.values())

    def read(self, name: str) -> bytes:
        """The part's content. Errors: ``KeyError`` when there is no such part."""
        return self._zip.read(self._infos[name])

    def member(self, name: str) -> Member:
        """The part as it lies, not unpacked."""
        info = self._infos[name]
        name_size, extra_size = struct.unpack_from("<HH", self._content, info.header_offset + 26)
        start = info.header_offset + _LOCAL.size + name_size + extra_size
        data = self._content[start : start + info.compress_size]
        return Member(name, info.compress_type, info.CRC, info.file_size, data)

    def members(self) -> Iterator[Member]:
        return map(self.member, self._infos)


def local_record(member: Member) -> bytes:
    """The member with the header that stands before it."""
    name = member.name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    return (
        _LOCAL.pack(
            0x04034B50, 20, flags, member.method, 0, _EPOCH,
            member.crc, len(member.data), member.size, len(name), 0,
        )
        + name
        + member.data
    )  # fmt: skip


def central_record(member: Member, offset: int) -> bytes:
    """The member's line in the directory at the end of the zip."""
    name = member.name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    return (
        _CENTRAL.pack(
            0x02014B50, 20, 20, flags, member.method, 0, _EPOCH,
            member.crc, len(member.data), member.size, len(name), 0, 0, 0, 0, 0, offset,
        )
        + name
    )  # fmt: skip


def end_record(count: int, directory_size: int, directory_offset: int) -> bytes:
    return _END.pack(0x06054B50, 0, 0, count, count, directory_size, directory_offset, 0)


def packed(members: Iterable[Member]) -> bytes:
    """The zip of these members, in this order, the same bytes for the same members."""
    local, directory, offset = [], [], 0
    for member in members:
        record = local_record(member)
        local.append(record)
        directory.append(central_record(member, offset))
        offset += len(record)
    listing = b"".join(directory)
    return b"".join((*local, listing, end_record(len(directory), len(listing), offset)))


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content under its final name whole, or leave what was there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        else:
            draft.chmod(0o644)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
