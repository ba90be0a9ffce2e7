"""The phrases that name one notion, as data, and how mistyped ones are still known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

_HERE = Path(__file__).parent
_TELLING = 4
"""Letters of a single word that is told from others without its diacritics."""

_ONSETS = (
    ("ngh", "ng"), ("gh", "g"), ("gi", "d"), ("tr", "ch"), ("ph", "f"), ("qu", "cu"), ("x", "s"),
    ("r", "d"), ("k", "c"), ("z", "d"), ("j", "d"),
)  # fmt: skip


@cache
def sound(syllable: str) -> str:
    """The folded syllable as it is heard: what typists mix up (tr/ch, s/x, n/ng, i/y) is one."""
    for spelt, heard in _ONSETS:
        if syllable.startswith(spelt) and not (spelt == "k" and syllable[1:2] == "h"):
            syllable = heard + syllable[len(spelt) :] if len(syllable) > len(spelt) else heard
            break
    if syllable[:1] == "n" and syllable[1:2] not in ("g", "h"):
        syllable = "l" + syllable[1:]
    syllable = syllable.replace("y", "i")
    for spelt, heard in (("nh", "n"), ("ng", "n"), ("ch", "t"), ("c", "t")):
        if syllable.endswith(spelt) and len(syllable) > len(spelt):
            return syllable[: -len(spelt)] + heard
    return syllable


_TONE = str.maketrans("ãẵẫẽễĩõỗỡũữỹ", "ảẳẩẻểỉỏổởủửỷ")
_HORNS = (("uơ", "ươ"), ("uờ", "ườ"), ("uớ", "ướ"), ("uở", "ưở"), ("uợ", "ượ"), ("ưo", "ươ"))


@cache
def toned(word: str) -> str:
    """The word with its marks; hỏi and ngã, which half the country mixes up, are one."""
    word = folded_keeping_tones(word).translate(_TONE)
    for typed, meant in _HORNS:
        word = word.replace(typed, meant)
    return word


@cache
def heard(word: str) -> str:
    """The word with its marks as it is heard."""
    return sound(toned(word))


Hits = tuple[tuple[str, str], ...]
"""Kind and notion, for each notion that a phrase names."""


class Lexicon(NamedTuple):
    """The phrases, each table by how the words of a text are matched."""

    toned: Mapping[str, Hits]
    heard: Mapping[str, Hits]
    """Of two words and more."""
    bare: Mapping[str, Hits]
    """For texts without diacritics; a single short word might be any, and is left out."""
    gapped: Mapping[str, tuple[tuple[str, tuple[str, str]], ...]]
    """First word or words of a phrase with a gap, as heard -> what must follow, and what it names."""
    longest: int
    """Words in the longest phrase."""
    broad: frozenset[str]
    """Notions that say little."""


def _lines(file: str) -> list[str]:
    lines = (_HERE / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def abbreviations() -> Mapping[str, list[str]]:
    """Folded letters -> the words they stand for."""
    return {
        short: full.split()
        for short, full in (l.split(" ", 1) for l in _lines("abbreviations.txt"))
    }


@cache
def lexicon() -> Lexicon:
    tables: list[dict[str, dict[tuple[str, str], None]]] = [{}, {}, {}]
    by_tone, by_ear, by_letter = tables
    gapped: dict[str, list[tuple[str, tuple[str, str]]]] = {}
    broad = set()
    kind = ""
    for line in _lines("synonyms.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        phrases = [phrase.strip() for phrase in line.lstrip("~").split(";")]
        if line.startswith("~"):
            broad.add(phrases[0])
        notion = (kind, "" if kind == "none" else phrases[0])
        for phrase in phrases:
            if "…" in phrase:
                for form in (heard, folded):
                    one, other = (" ".join(map(form, half.split())) for half in phrase.split("…"))
                    gapped.setdefault(one, []).append((other, notion))
                continue
            words = phrase.replace("%", " phần trăm").replace(",", " ").replace(".", " ").split()
            by_tone.setdefault(" ".join(map(toned, words)), {})[notion] = None
            if len(words) > 1:
                by_ear.setdefault(" ".join(map(heard, words)), {})[notion] = None
            if len(words) > 1 or kind == "none" or len(phrase) > _TELLING:
                by_letter.setdefault(" ".join(map(folded, words)), {})[notion] = None
    longest = max(key.count(" ") + 1 for key in by_letter)
    by_first = {one: tuple(rest) for one, rest in gapped.items()}
    return Lexicon(*map(_ready, tables), by_first, longest, frozenset(broad))


def _ready(table: Mapping[str, Mapping[tuple[str, str], None]]) -> dict[str, Hits]:
    return {key: tuple(hits) for key, hits in table.items()}
