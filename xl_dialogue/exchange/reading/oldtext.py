"""Texts as Excel 97-2003 writes them, a byte or two a letter, cut in the middle where it likes.

Source: MS-XLS 2.5.293 (XLUnicodeRichExtendedString), 2.4.58 (Continue).
"""

from __future__ import annotations

import struct

_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08


class Pieces:
    """Bytes that continue from record to record. Errors: ``ValueError`` where they end too soon."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = [piece for piece in pieces if piece]
        self._piece = self._at = 0

    @property
    def left(self) -> bool:
        return self._piece < len(self._pieces) - 1 or self._here > 0

    def skip(self, size: int) -> None:
        self._taken(size)

    def number(self) -> int:
        return int(struct.unpack("<I", self._taken(4))[0])

    def text(self) -> str:
        """The next text; what tells of its looks and sound is passed over."""
        length, flags = struct.unpack("<HB", self._taken(3))
        runs = struct.unpack("<H", self._taken(2))[0] if flags & _RICH else 0
        sound = struct.unpack("<I", self._taken(4))[0] if flags & _PHONETIC else 0
        found = self._letters(length, flags)
        self.skip(4 * runs + sound)
        return found

    def _letters(self, length: int, flags: int) -> str:
        """Where letters go on in another piece, that begins with a flag of its own."""
        said: list[str] = []
        while True:
            width = 2 if flags & _WIDE else 1
            size = min(length, self._here // width) * width
            said.append(
                self._taken(size).decode("utf-16-le" if width == 2 else "latin-1", "replace")
            )
            length -= size // width
            if not length:
                return "".join(said)
            if self._here:
                raise ValueError("half a letter")
            flags = self._taken(1)[0]

    @property
    def _here(self) -> int:
        """Bytes left in this piece; at its end it stays, since there a text may change width."""
        return len(self._pieces[self._piece]) - self._at if self._pieces else 0

    def _taken(self, size: int) -> bytes:
        found = []
        while size:
            if not self.left:
                raise ValueError("a text cut short")
            if not self._here:
                self._piece, self._at = self._piece + 1, 0
            piece = self._pieces[self._piece][self._at : self._at + size]
            found.append(piece)
            size -= len(piece)
            self._at += len(piece)
        return b"".join(found)


def text_of(content: bytes, at: int, length_bytes: int = 2) -> str:
    """A short text that stands whole in its record."""
    length = int.from_bytes(content[at : at + length_bytes], "little")
    flags, start = content[at + length_bytes], at + length_bytes + 1
    if flags & _WIDE:
        return content[start : start + 2 * length].decode("utf-16-le", "replace")
    return content[start : start + length].decode("latin-1")
