"""How packets and receipts are called, and how they come to lie in their folder."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from xl_dialogue.opc import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from xl_dialogue.messages import Text

_LONGEST = 70
"""Characters of a recipient; a letter of Vietnamese takes up to three of a name's 255 bytes."""


def name_of(pattern: Text, recipient: str, id_: str) -> str:
    """Letters, digits, spaces and dashes: no path, and no device as a word stands before it."""
    plain = " ".join(re.sub(r"[^\w-]+", " ", recipient).split())[:_LONGEST].strip()
    return pattern.say(recipient=plain, id=id_)


def put_file(path: Path, content: bytes) -> Path:
    """Under its name, or another where that is taken: what lies there may be an answer."""
    others = (path.with_stem(f"{path.stem} ({number})") for number in itertools.count(2))
    for name in itertools.chain((path,), others):
        if not name.exists():
            write_atomically(name, content)
            return name
        if name.read_bytes() == content:
            return name
    raise AssertionError("numbers do not end")
