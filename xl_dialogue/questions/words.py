"""The words of a text as they are looked up: small, NFC, abbreviations written out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from unicodedata import normalize

from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

Synonyms = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""First word -> (words, the words that they stand for), longest first."""

_ONSETS = (
    ("ngh", "ng"), ("gh", "g"), ("tr", "ch"), ("gi", "d"), ("r", "d"), ("x", "s"), ("l", "n"),
)  # fmt: skip
_CODAS = (("ng", "n"), ("t", "c"))
_HOI_IS_NGA = str.maketrans("ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ")
_Y_IS_I = str.maketrans("yỳỹýỵ", "iìĩíị")
_ABBREVIATION = re.compile(r"[^aeiouy]+")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The key of words that are taken for each other: tr/ch, s/x, l/n, d/gi/r, -t/-c, -ng/-n, i/y.

    Marks on letters stay; of the tones, hỏi and ngã are one.
    """
    if len(word) < 2 or not word.isalpha():
        return word
    word = word.translate(_HOI_IS_NGA)
    for written, heard in _ONSETS:
        if word.startswith(written) and len(word) > len(written):
            word = heard + word[len(written) :]
            break
    if word[0] == "k":
        word = "c" + word[1:]
    for written, heard in _CODAS:
        if word.endswith(written) and len(word) > len(written) + 1:
            return word[: -len(written)] + heard
    return word[:-1] + word[-1].translate(_Y_IS_I)


bare = lru_cache(maxsize=65_536)(folded)
"""The word without its marks."""


@lru_cache(maxsize=65_536)
def bare_sound(word: str) -> str:
    """The sound of the word as somebody types it who types no marks."""
    return sound(bare(word))


@lru_cache(maxsize=65_536)
def _clean(token: str) -> tuple[str, ...]:
    return tuple(folded_keeping_tones(token).split())


def words_of(text: str, synonyms: Synonyms | None = None) -> list[str]:
    """The words of the text; what stands for others is written out, bare in a bare text."""
    words = [word for token in normalize("NFC", text).split() for word in _clean(token)]
    if not synonyms or synonyms.keys().isdisjoint(words):
        return words
    written_out = _written_out(words, synonyms)
    return [bare(word) for word in written_out] if is_bare(words) else written_out


def is_bare(words: Sequence[str]) -> bool:
    """Whether somebody typed without marks."""
    return all(map(str.isascii, words))


def synonyms_from(pairs: Iterable[tuple[str, str]]) -> Synonyms:
    """What is written -> what is meant; in texts without marks only what stays unmistakable."""
    known: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = defaultdict(dict)
    for said, meant in pairs:
        written, full = tuple(words_of(said)), tuple(words_of(meant))
        if not (written and full):
            continue
        known[written[0]].setdefault(written, full)
        plain = tuple(map(bare, written))
        if len(plain) > 1 or (_ABBREVIATION.fullmatch(plain[0]) and len(plain[0]) > 2):
            known[plain[0]].setdefault(plain, full)
    return {
        first: sorted(each.items(), key=lambda pair: -len(pair[0])) for first, each in known.items()
    }


def _written_out(words: list[str], synonyms: Synonyms) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(words):
        for written, meant in synonyms.get(words[at], ()):
            if tuple(words[at : at + len(written)]) == written:
                out += meant
                at += len(written)
                break
        else:
            out.append(words[at])
            at += 1
    return out
