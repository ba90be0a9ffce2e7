"""Compound files (.xls, .doc) from outside: their streams by name, each chain followed once.

Source: MS-CFB 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.5 (DIFAT), 2.6 (directory).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<8s16xHHHHH6xIIIIIIIII")
_ENTRY = struct.Struct("<64sHBBIII16xI8x8xIQ")
_LAST_SECTOR = 0xFFFFFFFA
_MINI = 64
_STREAM, _ROOT = 2, 5
_MOST_ENTRIES = 4_000


class _Entry(NamedTuple):
    kind: int
    start: int
    size: int


class Compound:
    """The streams and storages of a compound file.

    Errors: ``ValueError`` or ``struct.error`` for a file that is damaged.
    """

    def __init__(self, content: bytes) -> None:
        (_, _, version, _, shift, _, _, _, directory, _, cutoff, mini, _, more, _) = (
            _HEADER.unpack_from(content)
        )
        if version not in (3, 4) or shift not in (9, 12):
            raise ValueError("no compound file")
        self._content, self._size, self._cutoff = content, 1 << shift, cutoff
        self._table = self._sectors_table(more)
        self._minis = self._numbers(self._chain(mini, self._table))
        self._entries: dict[str, _Entry] = {}
        self._ministream = b""
        self._read_directory(self._joined(self._chain(directory, self._table)))

    @property
    def names(self) -> list[str]:
        """Of streams and storages, wherever they stand."""
        return list(self._entries)

    def stream(self, name: str) -> bytes | None:
        """The stream's bytes; ``None`` when there is none of the name."""
        entry = self._entries.get(name)
        if entry is None or entry.kind != _STREAM:
            return None
        if entry.size >= self._cutoff:
            found = self._joined(self._chain(entry.start, self._table))
        else:
            chain = self._chain(entry.start, self._minis)
            found = b"".join(self._ministream[at * _MINI : (at + 1) * _MINI] for at in chain)
        if len(found) < entry.size:
            raise ValueError("a stream cut short")
        return found[: entry.size]

    def _sectors_table(self, more: int) -> Sequence[int]:
        """The FAT: its first 109 sectors stand in the header, the rest in a chain."""
        listed = list(struct.unpack_from("<109I", self._content, 76))
        seen: set[int] = set()
        while more < _LAST_SECTOR:
            if more in seen:
                raise ValueError("a chain that runs in a circle")
            seen.add(more)
            *found, more = self._numbers([more])
            listed += found
        return self._numbers([sector for sector in listed if sector < _LAST_SECTOR])

    def _read_directory(self, listed: bytes) -> None:
        if len(listed) > _MOST_ENTRIES * _ENTRY.size:
            raise ValueError("too many streams")
        for at in range(0, len(listed) - _ENTRY.size + 1, _ENTRY.size):
            raw, length, kind, _, _, _, _, _, start, size = _ENTRY.unpack_from(listed, at)
            name = raw[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind == _ROOT:
                self._ministream = self._joined(self._chain(start, self._table))
            elif kind:
                self._entries.setdefault(name, _Entry(kind, start, size & 0xFFFFFFFF))

    def _chain(self, start: int, table: Sequence[int]) -> list[int]:
        chain: list[int] = []
        while start < _LAST_SECTOR:
            if len(chain) > len(table):
                raise ValueError("a chain that runs in a circle")
            if start >= len(table):
                raise ValueError("a chain that leaves the file")
            chain.append(start)
            start = table[start]
        return chain

    def _joined(self, chain: list[int]) -> bytes:
        """Errors: ``ValueError`` for more than the file itself holds."""
        if len(chain) * self._size > len(self._content):
            raise ValueError("a chain longer than the file")
        size = self._size
        return b"".join(self._content[(at + 1) * size : (at + 2) * size] for at in chain)

    def _numbers(self, chain: list[int]) -> tuple[int, ...]:
        found = self._joined(chain)
        return struct.unpack(f"<{len(found) // 4}I", found[: len(found) // 4 * 4])
