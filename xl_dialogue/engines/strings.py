"""The shared strings part. Source: ECMA-376 part 1, 18.4."""

from __future__ import annotations

import re

from xl_dialogue.engines.sheetxml import runs
from xl_dialogue.engines.xmltext import read_text

STRING = re.compile(rb"<si>((?:[^<]++|<(?!/?si>))*+)</si>|<si ?/>")
_QUICK = re.compile(r'<si><t(?: xml:space="preserve")?+>([^<]*+)</t></si>')


def shared_strings(part: bytes) -> list[str]:
    """The strings in order, from a part in plain form."""
    text = part.decode().replace("\r\n", "\n")
    found = _QUICK.findall(text)
    if len(found) != text.count("<si"):
        return [read_text(runs(string[1] or b"").decode()) for string in STRING.finditer(part)]
    return [read_text(string) for string in found] if "&" in text or "_x" in text else found
