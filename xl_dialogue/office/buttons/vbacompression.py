"""How a VBA project packs its streams and conceals its protection state.

Source: MS-OVBA 2.4.1 (compression), 2.4.3 (data encryption).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

CHUNK = 4096
_SHORTEST = 3
_PACKED, _RAW = 0xB000, 0x3000


def compressed(content: bytes) -> bytes:
    """A compressed container: a signature byte and a chunk for each 4,096 bytes.

    A last piece that does not pack (noise, never text) is unpacked with zeros after it: the format
    knows no other length of a raw chunk.
    """
    pieces = (content[start : start + CHUNK] for start in range(0, len(content), CHUNK))
    return b"\x01" + b"".join(map(_chunk, pieces))


def _chunk(piece: bytes) -> bytes:
    """The header and the tokens; as it is, filled up with zeros, when packing would not help."""
    packed = bytes(_tokens(piece))
    if len(packed) < CHUNK:
        return struct.pack("<H", _PACKED | (len(packed) - 1)) + packed
    return struct.pack("<H", _RAW | (CHUNK - 1)) + piece.ljust(CHUNK, b"\0")


def _tokens(piece: bytes) -> Iterator[int]:
    """Groups of eight tokens behind a flag byte: a literal byte, or a copy of earlier bytes."""
    position, seen = 0, _Seen(piece)
    while position < len(piece):
        flags, group = 0, bytearray()
        for bit in range(8):
            if position >= len(piece):
                break
            offset, length = seen.longest(position)
            if length < _SHORTEST:
                group.append(piece[position])
                length = 1
            else:
                flags |= 1 << bit
                group += _copy_token(position, offset, length)
            seen.enter(position, position + length)
            position += length
        yield flags
        yield from group


def _offset_bits(position: int) -> int:
    """How many of a copy token's 16 bits are its offset. Source: MS-OVBA 2.4.1.3.19.1."""
    return max((position - 1).bit_length(), 4)


def _copy_token(position: int, offset: int, length: int) -> bytes:
    shift = 16 - _offset_bits(position)
    return struct.pack("<H", ((offset - 1) << shift) | (length - _SHORTEST))


class _Seen:
    """Where each three bytes of a chunk stood before."""

    def __init__(self, piece: bytes) -> None:
        self._piece = piece
        self._places: dict[bytes, list[int]] = {}

    def enter(self, start: int, stop: int) -> None:
        for place in range(start, stop):
            self._places.setdefault(self._piece[place : place + _SHORTEST], []).append(place)

    def longest(self, position: int) -> tuple[int, int]:
        """Offset back and length of the longest copy; length 0 when there is none."""
        most = (0xFFFF >> _offset_bits(position)) + _SHORTEST
        limit = min(most, len(self._piece) - position)
        best = (0, 0)
        for place in reversed(self._places.get(self._piece[position : position + _SHORTEST], ())):
            length = self._common(place, position, limit)
            if length > best[1]:
                best = position - place, length
                if length == limit:
                    break
        return best if best[1] >= _SHORTEST else (0, 0)

    def _common(self, place: int, position: int, limit: int) -> int:
        length = 0
        while length < limit and self._piece[place + length] == self._piece[position + length]:
            length += 1
        return length


def concealed(content: bytes, project_id: str, *, seed: int) -> str:
    """Encrypted as the stream PROJECT holds it, in hexadecimal. Source: MS-OVBA 2.4.3.2."""
    key = sum(project_id.encode()) & 0xFF
    written = [seed, seed ^ 2, seed ^ key]
    before, last, last_plain = seed ^ 2, seed ^ key, key
    plain = bytes([7] * ((seed & 6) // 2)) + struct.pack("<I", len(content)) + content
    for byte in plain:
        hidden = byte ^ ((before + last_plain) & 0xFF)
        before, last, last_plain = last, hidden, byte
        written.append(hidden)
    return "".join(f"{byte:02X}" for byte in written)
