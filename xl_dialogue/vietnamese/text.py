"""Keys that match text however it was typed, and the safe repair of text."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from xl_dialogue.vietnamese.legacy import from_legacy, legacy_encoding
from xl_dialogue.vietnamese.spelling import TONES, is_syllable

_SOFT_HYPHEN = "\u00ad"
_ODD_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = (
    f"\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    f"\ufff9-\ufffb{_TURNING}"
)
_JOINER = "\u200d"
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}{_JOINER}{_SOFT_HYPHEN}]")
_TURNS = re.compile(f"[{_TURNING}]")
_MARKS = re.compile("[\u0300-\u036f]+")
_NOISE = re.compile(r"[\W_]+")
_NOISE_IN_LINES = re.compile(r"(?:[^\w\n]|_)+")
_D_BAR = str.maketrans("ðđ", "dd")
_NOT_ETH = str.maketrans("Ðð", "Đđ")

_SUSPECTS = re.compile(f"[Ðð{_ODD_SPACES}{_ZERO_WIDTH}{_JOINER}{_SOFT_HYPHEN}]|  ")
# The joiner stays inside emoji, which are made with it.
_REMOVED = re.compile(f"[{_ZERO_WIDTH}]|(?<![\ufe0f\U00010000-\U0010ffff]){_JOINER}")
_SPACES = re.compile(f"[ {_ODD_SPACES}]+")
_WORD = re.compile(f"(?:[^\\W\\d_]|{_SOFT_HYPHEN})+")

_NEW_PLACES = {
    normalize("NFC", first + second + mark): normalize("NFC", first + mark + second)
    for first, second in ("oa", "oe", "uy")
    for mark in TONES[1:]
}
# The rime first, so that only its letters are looked at, then what stands before it.
_OPEN_RIME = re.compile(rf"(?:{'|'.join(_NEW_PLACES)})(?<!q..)(?!\w)")
_DITTO = re.compile(
    r"[\s.–-]*(?:n\s*[./]?\s*t|như (?:dòng |hàng |ô )?trên|nhu (?:dong |hang )?tren|tương tự"
    r"|[\"“”„〃″]{1,2}|'{2}|,,|´´|``)[\s.–-]*",
    re.IGNORECASE,
)
_LONGEST_DITTO = 20


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The key that matches text whatever its case, diacritics, punctuation and spaces."""
    text = text.casefold()
    if not text.isascii():
        text = normalize("NFD", _INVISIBLE.sub("", text))
        text = _MARKS.sub("", text).translate(_D_BAR)
    return _NOISE.sub(" ", text).strip()


def folded_keeping_tones(text: str) -> str:
    """The key that matches whatever the case and punctuation; "hoà" is "hòa", "Hoa" is not."""
    return _NOISE.sub(" ", _with_one_spelling(text)).strip()


def folded_lines(text: str) -> list[str]:
    """The same key of each line, at once."""
    lines = _NOISE_IN_LINES.sub(" ", _with_one_spelling(text)).split("\n")
    return [line.strip() for line in lines]


def _with_one_spelling(text: str) -> str:
    """The letters made alike: their case, their code points, the place of the tone."""
    text = text.casefold()
    if text.isascii():
        return text
    text = normalize("NFC", _INVISIBLE.sub("", text)).replace("ð", "đ")
    text = _MARKS.sub("", text)  # what no letter takes up
    return _OPEN_RIME.sub(lambda rime: _NEW_PLACES[rime[0]], text)


def is_decomposed(text: str) -> bool:
    """Whether letters and their marks stand apart, so that equal words compare unequal."""
    return not (text.isascii() or is_normalized("NFC", text))


def is_turned(text: str) -> bool:
    """Whether signs that nobody sees make letters run from right to left."""
    return not text.isascii() and _TURNS.search(text) is not None


def without_turning_signs(text: str) -> str:
    return _TURNS.sub("", text)


def is_ditto(text: str) -> bool:
    """Whether a cell says that it says what the one above says: "nt", "như trên", a quote."""
    return len(text) < _LONGEST_DITTO and bool(_DITTO.fullmatch(tidy(text)))


def untidy(text: str) -> bool:
    """Whether ``tidy`` would change the text."""
    return _may_be_untidy(text) and tidy(text) != text


def tidy(text: str) -> str:
    """The text with what nobody sees put right: NFC, spaces, invisible characters, Ð for Đ.

    Line breaks stay. Text in an old encoding is left alone: there U+00AD is the letter ư.
    """
    if not _may_be_untidy(text) or legacy_encoding(text):
        return text
    text = normalize("NFC", _REMOVED.sub("", text))
    text = _WORD.sub(lambda word: _tidy_word(word[0]), text)
    return _SPACES.sub(" ", text).strip()


def _may_be_untidy(text: str) -> bool:
    if text != text.strip():
        return True
    if text.isascii():
        return "  " in text or "\t" in text
    return is_decomposed(text) or _SUSPECTS.search(text) is not None


def _tidy_word(word: str) -> str:
    if _SOFT_HYPHEN in word and not _has_u_horn(word):
        word = word.replace(_SOFT_HYPHEN, "")
    if "Ð" in word or "ð" in word:
        return _with_d_bar(word)
    return word


def _has_u_horn(word: str) -> bool:
    """Whether U+00AD may be the ư of TCVN3, in a text too short to be told ("Th\u00ad ký")."""
    return len(word) > 1 and is_syllable(from_legacy(word, "tcvn3"))


def _with_d_bar(word: str) -> str:
    """Đ where a Vietnamese word or an abbreviation such as LĐLĐ has the Icelandic Ð."""
    mended = word.translate(_NOT_ETH)
    is_abbreviation = word.isupper() and not set("AEIOUY") & set(word)
    return mended if is_abbreviation or is_syllable(mended) else word
