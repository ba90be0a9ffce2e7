"""Bytes of a text file from outside -> its text, whatever code page the office's PC has."""

from __future__ import annotations

import re
from unicodedata import normalize

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.vietnamese.legacy import legacy_encoding
from xl_dialogue.vietnamese.spelling import is_syllable

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WORDS = re.compile(r"[^\W\d_]+")
_SAMPLE = 2**18
"""Characters that tell text from what is none, and a code page from a font."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SELDOM = 100
"""A text may hold one of these in so many characters: a slip of some database."""


def decoded(content: bytes) -> str:
    """The text of UTF-8, UTF-16 or Windows 1258; one typed in a font of before Unicode stays so.

    Errors: ``DialogueError`` for what is no text.
    """
    text = _decoded(content)
    if len(_CONTROLS.findall(text[:_SAMPLE])) * _SELDOM > len(text[:_SAMPLE]):
        raise DialogueError(messages.INCOMING_NO_TEXT)
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\0" in content:
        return _wide(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_a_code_page(content)


def _wide(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of digits and separators is zero."""
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = content[start::2]
        if half.count(0) * 5 >= len(half) and content[1 - start :: 2].count(0) == 0:
            return content.decode(encoding, "replace")
    raise DialogueError(messages.INCOMING_NO_TEXT)


def _of_a_code_page(content: bytes) -> str:
    """Windows 1258 where its words are Vietnamese; else letter for letter, as old fonts have it."""
    plain = content.decode("latin-1")
    # the code page has no other way than to write tones apart
    vietnamese = normalize("NFC", content.decode("cp1258", "replace"))
    if legacy_encoding(plain[:_SAMPLE]) and _syllables(vietnamese[:_SAMPLE]) < 0.5:
        return plain
    return vietnamese


def _syllables(text: str) -> float:
    """The share of Vietnamese syllables among the words that are not in ASCII."""
    words = [word for word in _WORDS.findall(text) if not word.isascii()][:2000]
    return sum(map(is_syllable, words)) / max(1, len(words))
