"""Footnotes and endnotes of many letters in one part.

Source: ECMA-376 part 1, 17.11 (footnotes and endnotes).
"""

from __future__ import annotations

import re
from itertools import count

KINDS = ("footnote", "endnote")


class Notes:
    """The notes of one kind, with what separates them from the text."""

    def __init__(self, kind: bytes, part: bytes) -> None:
        self._note = re.compile(
            rb'<w:%s\b(?P<before>[^>]*?\bw:id=")(?P<id>-?\d+)(?P<after>"[^>]*>.*?</w:%s>)'
            % (kind, kind),
            re.DOTALL,
        )
        self._reference = re.compile(rb'(<w:%sReference\b[^>]*?\bw:id=")(-?\d+)(")' % kind)
        self._kind = kind
        end = part.rindex(b"</w:%ss>" % kind)
        self.head = self._note.sub(
            lambda found: found[0] if _is_special(found) else b"", part[:end]
        )
        self.tail = part[end:]
        special = [int(found["id"]) for found in self._note.finditer(self.head)]
        self._ids = count(max(special, default=0) + 1)

    def moved(self, content: bytes, part: bytes) -> tuple[bytes, bytes]:
        """The letter with its notes numbered anew, and these notes."""
        if not self._reference.search(content):
            return content, b""
        notes = [found for found in self._note.finditer(part) if not _is_special(found)]
        known = {found["id"]: b"%d" % next(self._ids) for found in notes}
        content = self._reference.sub(
            lambda found: found[1] + known.get(found[2], found[2]) + found[3], content
        )
        moved = [
            b"<w:" + self._kind + found["before"] + known[found["id"]] + found["after"]
            for found in notes
        ]
        return content, b"".join(moved)


def _is_special(found: re.Match[bytes]) -> bool:
    """A separator, which Word draws between text and notes."""
    return b"w:type=" in found["before"] or b"w:type=" in found["after"].split(b">", 1)[0]
