"""Text files with separators, whatever code page and separator the office's Excel has."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from pathlib import Path
from unicodedata import normalize

from xl_dialogue import messages
from xl_dialogue.exchange.incoming import Table, Value, squared
from xl_dialogue.messages import DialogueError
from xl_dialogue.vietnamese.legacy import legacy_encoding
from xl_dialogue.vietnamese.spelling import is_syllable

_SEPARATORS = ";\t,|"
_NAMED = re.compile(r"sep=(.)\r?\n")
"""Excel's own hint in the first line."""
_SAMPLE = 40
_WORDS = re.compile(r"[^\W\d_]+")


def tables_of(path: Path) -> list[Table]:
    """One table; its row is the record's number, as Excel opens it.

    Errors: ``DialogueError`` for what is no text or has a field without end.
    """
    text = decoded(path.read_bytes()).replace("\0", "")
    named = _NAMED.match(text)
    separator = named[1] if named else _separator(text)
    lines = io.StringIO(text[named.end() :] if named else text, newline="")
    try:
        records = list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        raise DialogueError(messages.INTAKE_UNREADABLE, file=path.name) from None
    rows: list[list[Value]] = [[cell.strip() or None for cell in record] for record in records]
    return [Table("", squared(rows), first_row=2 if named else 1)] if rows else []


def decoded(content: bytes) -> str:
    """The text of UTF-8, UTF-16, Windows 1258, or of a font of before Unicode, which stays so."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if encoding := _utf16_without_mark(content):
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_a_code_page(content)


_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _utf16_without_mark(content: bytes) -> str:
    """Every other byte of the commonest characters is zero."""
    sample = content[:4096]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd + even < len(sample) // 8:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _of_a_code_page(content: bytes) -> str:
    """Windows 1258 where its words are Vietnamese; else letter for letter, as old fonts have it."""
    plain = content.decode("latin-1")
    vietnamese = normalize("NFC", content.decode("cp1258", errors="replace"))
    if legacy_encoding(plain) and _syllables(vietnamese) < 0.5:
        return plain
    return vietnamese


def _syllables(text: str) -> float:
    """The share of Vietnamese syllables among the words that are not in ASCII."""
    words = [word for word in _WORDS.findall(text) if not word.isascii()][:2000]
    return sum(map(is_syllable, words)) / max(1, len(words))


def _separator(text: str) -> str:
    """The one that parts the first lines into the most columns, most of them alike."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    lines = io.StringIO(text[:100_000], newline="")
    reader = csv.reader(lines, delimiter=separator)
    try:
        widths = Counter(len(record) for record, _ in zip(reader, range(_SAMPLE), strict=False))
    except csv.Error:
        return 0, 0
    wide = {width: times for width, times in widths.items() if width > 1}
    return sum(wide.values()), max(wide, key=lambda width: wide[width], default=0)
