"""TCVN3 (ABC fonts) and VNI-Windows text that was pasted into Unicode cells.

Such text reads "§Ò nghÞ tØnh" or "Ñeà nghò tænh". It is told from good text by its words: they are
Vietnamese syllables in the old encoding, and no words at all as they stand.
Source: TCVN 5712:1993 (set VN3); the VNI-Windows character set.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from typing import Literal, NamedTuple
from unicodedata import normalize

from xl_dialogue.vietnamese.spelling import is_syllable, resembles_syllable

Encoding = Literal["tcvn3", "vni"]

TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
"""Character in the cell → letter meant; the ABC fonts have no capitals with tones."""

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_ROOFS = dict(zip("âáàåãä", ["\u0302" + tone for tone in ("", *_TONES.values())], strict=True))
_BOWLS = dict(zip("êéèúüë", ["\u0306" + tone for tone in ("", *_TONES.values())], strict=True))
_LONE = dict(zip("ôöñìíæóò", "ơưđìíỉĩị", strict=True)) | {"î": "ỵ"}
_MARKS_AFTER = {"a": _TONES | _ROOFS | _BOWLS, "eo": _TONES | _ROOFS, "uyôö": _TONES}


def _cased(letters: str) -> str:
    return letters + letters.upper()


def _vni() -> dict[str, str]:
    table: dict[str, str] = {}
    for bases, marks in _MARKS_AFTER.items():
        for base, mark in product(bases, marks):
            letter = normalize("NFC", _LONE.get(base, base) + marks[mark])
            for sign in _cased(mark):
                table |= {base + sign: letter, base.upper() + sign: letter.upper()}
    lone_capitals = {sign.upper(): letter.upper() for sign, letter in _LONE.items()}
    return table | _LONE | lone_capitals


VNI = _vni()
"""One or two characters in the cell → letter meant."""


class _OldFont(NamedTuple):
    letters: dict[str, str]
    codes: re.Pattern[str]
    words: re.Pattern[str]
    strange: re.Pattern[str]
    """What no language writes inside a word, matched from the word's beginning."""


_FONTS: dict[Encoding, _OldFont] = {
    "tcvn3": _OldFont(
        letters=TCVN3,
        codes=re.compile(f"[{''.join(TCVN3)}]"),
        words=re.compile("[A-Za-z¡-®µ-¹»-¾À-ÿ]+"),
        strange=re.compile(
            "(?=.*[¡-¬®-¾×÷])(?:.{4}|.*[¡-ÿ].*[¡-ÿ])"  # a symbol, as in "Nguyªn", but not in "Mª"
            "|(?=...).*[a-zß-ÿ][À-ÖØ-Þ]"  # a capital, as in "nghÞ"
            "|.*ß"  # as in "phßng": German has it after a vowel only, which is no syllable here
        ),
    ),
    "vni": _OldFont(
        letters=VNI,
        codes=re.compile(
            "|".join(f"[{_cased(b)}][{_cased(''.join(m))}]" for b, m in _MARKS_AFTER.items())
            + f"|[{_cased(''.join(_LONE))}]"
        ),
        words=re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+"),
        strange=re.compile(
            "(?=...).*(?:[ôö][øùûõï]|[ao][âàåãä]|e[âàåãä]|a[êèüë]|[aeoy][øûõ]|u[øõ])",
            re.IGNORECASE,
        ),
    ),
}
# Beyond these stand letters that no old font had: most often good Vietnamese.
_BEYOND_OLD_FONTS = re.compile("[^\x00-\xff\u2000-\u2bff\ue000-\uf8ff]")
_CAPITAL_WITHIN = re.compile("[a-zß-ÿ][A-ZÀ-ÖØ-Þ]")

_Verdict = Literal["strange", "odd", "neutral", "against"]


def from_legacy(text: str, encoding: Encoding) -> str:
    """The text in Unicode, letter for letter; capitals as they stand ("TØNH" → "TỉNH")."""
    font = _FONTS[encoding]
    return font.codes.sub(lambda code: font.letters[code[0]], text)


def legacy_encoding(text: str) -> Encoding | None:
    """The old encoding of the text; None for good text and for what is too short to tell."""
    if text.isascii() or _BEYOND_OLD_FONTS.search(text):
        return None
    tcvn3, vni = _evidence(text, "tcvn3"), _evidence(text, "vni")
    if tcvn3 > vni:
        return "tcvn3"
    return "vni" if vni > tcvn3 else None


def _evidence(text: str, encoding: Encoding) -> int:
    """How many different words speak for the encoding; 0 when they do not suffice."""
    words = set(_FONTS[encoding].words.findall(text))
    verdicts = {word: _verdict(word, encoding) for word in words if not word.isascii()}
    count = Counter(verdicts.values())
    found = count["strange"] + count["odd"]
    if count["strange"] > 1:
        return found if found >= 4 * count["against"] else 0
    signs = {sign for word in verdicts if verdicts[word] == "odd" for sign in word if sign > "~"}
    enough = count["strange"] or (count["odd"] > 1 and len(signs) > 1)
    return found if enough and not count["against"] and _might_be_vietnamese(words) else 0


def _verdict(word: str, encoding: Encoding) -> _Verdict:
    font = _FONTS[encoding]
    if len(word) == 1:
        return "neutral"
    left_over = font.codes.sub("", word)
    if not left_over.isascii() or not is_syllable(from_legacy(word, encoding)):
        return "against"
    if resembles_syllable(word) and not _CAPITAL_WITHIN.search(word):
        return "neutral"
    return "strange" if font.strange.match(word) else "odd"


def _might_be_vietnamese(words: set[str]) -> bool:
    """Whether the words in ASCII are syllables or abbreviations."""
    return all(word.isupper() or is_syllable(word) for word in words if word.isascii())
