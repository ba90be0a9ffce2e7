"""The file xlwings.conf: what Excel's buttons and Calc read to find the interpreter.

A pair in quotes a line. Excel's VBA takes the first pair of a name, whatever its capitals, and a
blank line throws its pairs out of step. Bytes of other lines are kept, in whatever encoding.
The extension brings this module into LibreOffice's own Python, so it needs nothing of ours.
Source: ``GetConfigFromFile`` in xlwings.bas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

KEYS = {"win32": "INTERPRETER_WIN", "darwin": "INTERPRETER_MAC"}
"""Platform -> the pair that names the interpreter there."""
ANY = "INTERPRETER"
"""The one for all other platforms, and for those two where their own is missing."""
_USUAL = ".xlwings/xlwings.conf"
_MAC_EXCEL = "Library/Containers/com.microsoft.Excel/Data/xlwings.conf"
_PAIR = re.compile(r'^\s*"?([^",]*)"?\s*,\s*"?([^"]*)"?\s*$')
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENCODING = ("utf-8", "surrogateescape")


def files(platform: str) -> tuple[str, ...]:
    """Where the file may lie below the person's folder, first where setup writes it."""
    return (_MAC_EXCEL, _USUAL) if platform == "darwin" else (_USUAL,)


def wanted(platform: str, interpreter: str) -> dict[str, str]:
    """What the product wants to stand there: no module is taken from the workbook's folder."""
    return {
        KEYS.get(platform, ANY): interpreter,
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "SHOW CONSOLE": "False",
    }


def entries(content: bytes) -> dict[str, str]:
    """Name in capitals -> value, the first of each name."""
    found: dict[str, str] = {}
    for line in _lines(content):
        pair = _PAIR.match(line)
        if pair:
            found.setdefault(pair[1].strip().upper(), pair[2].strip())
    return found


def with_entries(content: bytes, changes: Mapping[str, str | None], newline: str) -> bytes:
    """The file with these pairs in place of those of the same names; None takes a pair out."""
    kept = [line for line in _lines(content) if _name(line) not in changes]
    added = [f'"{name}","{value}"' for name, value in changes.items() if value is not None]
    return "".join(line + newline for line in (*kept, *added)).encode(*_ENCODING)


def interpreter_of(found: Mapping[str, str], platform: str) -> str | None:
    """The interpreter that a button starts."""
    return found.get(KEYS.get(platform, ANY)) or found.get(ANY) or None


def _lines(content: bytes) -> list[str]:
    return [line for line in _LINE_END.split(content.decode(*_ENCODING)) if line.strip()]


def _name(line: str) -> str:
    pair = _PAIR.match(line)
    return pair[1].strip().upper() if pair else ""
