"""Office packages (.xlsx, .docx) as zip members: what did not change is copied still compressed.

Source: ECMA-376 part 2 (packages); PKWARE APPNOTE 6.3 (zip records).
"""

from __future__ import annotations

import errno
import io
import os
import struct
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_EPOCH = (1 << 5) | 1  # 1 January 1980: the same bytes at every build
_UTF8_NAME = 0x800
_LEVEL = 6
DEFLATED = 8


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
    return _packed(name, content, packer)


def deflated_quickly(name: str, content: bytes) -> Member:
    """A part of some kilobytes in a third of the time, a tenth larger."""
    # what takes time is to clear zlib's tables: small ones do for a small window
    return _packed(name, content, zlib.compressobj(1, zlib.DEFLATED, -13, 5))


def _packed(name: str, content: bytes, packer: Any) -> Member:
    packed = packer.compress(content) + packer.flush()
    return Member(name, DEFLATED, zlib.crc32(content), len(content), packed)


class Package:
    """A package read whole into memory; its members in the order of the file.

    Errors: ``zipfile.BadZipFile`` when the bytes are no zip or are cut short.
    """

    def __init__(self, content: bytes) -> None:
        import zipfile

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
        data = _data(self._content, info.header_offset, info.compress_size)
        return Member(name, info.compress_type, info.CRC, info.file_size, data)

    def members(self) -> Iterator[Member]:
        return map(self.member, self._infos)


def members_of(content: bytes) -> Iterator[Member]:
    """The members of a package known to be sound, in the order of its directory.

    Read without ``zipfile``, whose import alone takes longer than making 100 letters.
    """
    _, _, _, _, count, _, at, _ = _END.unpack_from(content, content.rindex(b"PK\5\6"))
    for _ in range(count):
        record = _CENTRAL.unpack_from(content, at)
        method, crc, packed_size, size, name_size, extra_size, comment_size = (
            record[4], *record[7:13],
        )  # fmt: skip
        named = at + _CENTRAL.size
        name = content[named : named + name_size].decode()
        at = named + name_size + extra_size + comment_size
        if not name.endswith("/"):
            yield Member(name, method, crc, size, _data(content, record[-1], packed_size))


def _data(content: bytes, offset: int, size: int) -> bytes:
    """What stands behind the header at this offset."""
    name_size, extra_size = struct.unpack_from("<HH", content, offset + 26)
    start = offset + _LOCAL.size + name_size + extra_size
    return content[start : start + size]


def local_record(member: Member) -> bytes:
    """The member with the header that stands before it."""
    return _local_header(member, len(member.data)) + member.data


def _local_header(member: Member, packed_size: int) -> bytes:
    name = member.name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    return (
        _LOCAL.pack(
            0x04034B50, 20, flags, member.method, 0, _EPOCH,
            member.crc, packed_size, member.size, len(name), 0,
        )
        + name
    )  # fmt: skip


def central_record(member: Member, offset: int, packed_size: int | None = None) -> bytes:
    """The member's line in the directory at the end of the zip."""
    name = member.name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    size = len(member.data) if packed_size is None else packed_size
    return (
        _CENTRAL.pack(
            0x02014B50, 20, 20, flags, member.method, 0, _EPOCH,
            member.crc, size, member.size, len(name), 0, 0, 0, 0, 0, offset,
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


class Growing:
    """A part that comes bit by bit: what has come lies deflated in its file."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self.name = name
        self._file = file
        self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        self._crc = self._size = self._packed_size = 0

    def write(self, content: bytes) -> None:
        self._crc = zlib.crc32(content, self._crc)
        self._size += len(content)
        self._put(self._packer.compress(content))

    def poured(self, offset: int, file: BinaryIO) -> tuple[int, bytes]:
        """End it and write it to the other file: its bytes there, its line in the directory."""
        self._put(self._packer.flush())
        member = Member(self.name, DEFLATED, self._crc, self._size, b"")
        header = _local_header(member, self._packed_size)
        file.write(header)
        self._file.seek(0)
        while content := self._file.read(1 << 20):
            file.write(content)
        size = len(header) + self._packed_size
        return size, central_record(member, offset, self._packed_size)

    def _put(self, packed: bytes) -> None:
        self._packed_size += len(packed)
        self._file.write(packed)


class Writer:
    """A package written member by member: only its directory is held in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._directory = bytearray()
        self._count = self._offset = 0

    def add(self, member: Member) -> None:
        record = local_record(member)
        self._directory += central_record(member, self._offset)
        self._file.write(record)
        self._next(len(record))

    def pour(self, growing: Growing) -> None:
        size, line = growing.poured(self._offset, self._file)
        self._directory += line
        self._next(size)

    def close(self) -> None:
        """Write the directory. Errors: ``struct.error`` beyond 65,535 members or 4 GiB."""
        self._file.write(self._directory)
        self._file.write(end_record(self._count, len(self._directory), self._offset))

    def _next(self, size: int) -> None:
        self._count += 1
        self._offset += size


def is_full(error: OSError) -> bool:
    """No room is left, on the disk or of what this person may use of it."""
    return error.errno in _FULL


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content under its final name whole, or leave what was there."""
    import tempfile
    from pathlib import Path

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
