"""Compound files (the container of a VBA project), written from a tree of storages and streams.

Source: MS-CFB 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory), version 3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]
"""A storage: streams are bytes, storages are trees again."""

SECTOR, MINI_SECTOR, CUTOFF = 512, 64, 4096
FREE, END_OF_CHAIN, FAT_SECTOR, NO_STREAM = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_PER_SECTOR = SECTOR // 4
_IN_HEADER = 109
_ENTRY = struct.Struct("<64sHBBIII16sIQQIQ")
_HEADER = struct.Struct("<8s16sHHHHH6s9I")
_NO_ENTRY = _ENTRY.pack(b"", 0, 0, 0, NO_STREAM, NO_STREAM, NO_STREAM, b"", 0, 0, 0, 0, 0)


@dataclass
class _Entry:
    """One line of the directory."""

    name: str
    kind: int
    content: bytes = b""
    left: int = NO_STREAM
    right: int = NO_STREAM
    child: int = NO_STREAM
    colour: int = _BLACK
    start: int = 0
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        return _ENTRY.pack(
            name, len(name), self.kind, self.colour, self.left, self.right, self.child,
            b"", 0, 0, 0, self.start, self.size,
        )  # fmt: skip


@dataclass
class _Sectors:
    """The sectors as they are filled, and the table that chains them."""

    content: bytearray = field(default_factory=bytearray)
    chains: list[int] = field(default_factory=list)
    size: int = SECTOR

    def add(self, content: bytes) -> int:
        """Put a stream at the end; gives the number of its first sector."""
        count = -(-len(content) // self.size)
        if not count:
            return END_OF_CHAIN
        first = len(self.chains)
        self.content += content.ljust(count * self.size, b"\0")
        self.chains += [*range(first + 1, first + count), END_OF_CHAIN]
        return first


def compound_file(root: Tree) -> bytes:
    """The file that holds this tree; names of at most 31 letters.

    Errors: ``ValueError`` for a longer name, or when the tree needs more than 6.8 MB.
    """
    entries = list(_entries(root))
    sectors = _Sectors()
    minis = _Sectors(size=MINI_SECTOR)
    for entry in entries[1:]:
        _store(entry, sectors, minis)
    entries[0].start, entries[0].size = sectors.add(bytes(minis.content)), len(minis.content)
    minifat = _table(minis.chains)
    minifat_start = sectors.add(minifat)
    directory = b"".join(entry.packed() for entry in entries)
    directory += _NO_ENTRY * (-len(entries) % (SECTOR // _ENTRY.size))
    directory_start = sectors.add(directory)
    fat, own = _fat(sectors)
    header = _header(own, directory_start, minifat_start, len(minifat) // SECTOR)
    return header + bytes(sectors.content) + fat


def _store(entry: _Entry, sectors: _Sectors, minis: _Sectors) -> None:
    if entry.kind == _STREAM:
        entry.size = len(entry.content)
        entry.start = (minis if entry.size < CUTOFF else sectors).add(entry.content)


def _table(chains: list[int]) -> bytes:
    """A FAT or mini FAT, filled up to whole sectors."""
    rest = [FREE] * (-len(chains) % _PER_SECTOR)
    return struct.pack(f"<{len(chains) + len(rest)}I", *chains, *rest)


def _fat(sectors: _Sectors) -> tuple[bytes, list[int]]:
    """The FAT, which lists its own sectors too, and their numbers."""
    used, count = len(sectors.chains), 0
    while count * _PER_SECTOR < used + count:
        count += 1
    if count > _IN_HEADER:
        raise ValueError("a compound file of more than 6.8 MB needs DIFAT sectors")
    return _table(sectors.chains + [FAT_SECTOR] * count), list(range(used, used + count))


def _header(fat: list[int], directory: int, minifat: int, minifats: int) -> bytes:
    fixed = _HEADER.pack(
        bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, len(fat), directory, 0, CUTOFF, minifat, minifats, END_OF_CHAIN, 0,
    )  # fmt: skip
    return fixed + struct.pack(f"<{_IN_HEADER}I", *fat, *[FREE] * (_IN_HEADER - len(fat)))


# --- the directory --------------------------------------------------------------------------


def _entries(root: Tree) -> Iterator[_Entry]:
    """The directory in file order, the root first, each storage's children linked as a tree."""
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _enter(root, entries)
    return iter(entries)


def _enter(tree: Tree, entries: list[_Entry]) -> int:
    """Add a storage's children; gives the number of the one at the top."""
    numbers = []
    for name, content in tree.items():
        if len(name) > 31:
            raise ValueError(f"a name in a compound file has at most 31 letters: {name}")
        entry = _Entry(name, _STREAM if isinstance(content, bytes) else _STORAGE)
        numbers.append(len(entries))
        entries.append(entry)
        if isinstance(content, bytes):
            entry.content = content
        else:
            entry.child = _enter(content, entries)
    numbers.sort(key=lambda number: _order(entries[number].name))
    return _link(numbers, entries, 0, len(numbers).bit_length() - 1)


def _order(name: str) -> tuple[int, str]:
    """Shorter names stand first. Source: MS-CFB 2.6.4."""
    return len(name), name.upper()


def _link(numbers: list[int], entries: list[_Entry], depth: int, last: int) -> int:
    """A balanced red-black tree: the incomplete last level is red, all others black."""
    if not numbers:
        return NO_STREAM
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.left = _link(numbers[:middle], entries, depth + 1, last)
    entry.right = _link(numbers[middle + 1 :], entries, depth + 1, last)
    entry.colour = _RED if depth == last > 0 else _BLACK
    return numbers[middle]
