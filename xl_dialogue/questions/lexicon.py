"""The phrases that name one notion, as data, and how mistyped ones are still known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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


class Table(NamedTuple):
    """Phrases by their words, as these are matched, and by the first word how long they may be."""

    hits: Mapping[str, Hits]
    sizes: Mapping[str, tuple[int, ...]]


Gapped = Mapping[str, tuple[tuple[str, tuple[str, str]], ...]]
"""First words of a phrase with a gap -> what must follow, and what the two name."""


class Lexicon(NamedTuple):
    """The phrases, each table by how the words of a text are matched."""

    toned: Table
    heard: Table
    """Of two words and more."""
    bare: Table
    """For texts without diacritics; a single short word might be any, and is left out."""
    gapped: Gapped
    gap_sizes: Mapping[str, tuple[int, ...]]
    broad: frozenset[str]
    """Notions that say little."""


def _lines(file: str) -> list[str]:
    lines = (_HERE / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def abbreviations() -> Mapping[str, list[str]]:
    """Folded letters -> the words they stand for."""
    pairs = (line.split(" ", 1) for line in _lines("abbreviations.txt"))
    return {short: full.split() for short, full in pairs}


class _Row(NamedTuple):
    """A notion as the file declares it."""

    notion: tuple[str, str]
    """Its kind and its name; what says nothing has none."""
    phrases: list[str]
    broad: bool


def _rows() -> Iterator[_Row]:
    kind = ""
    for line in _lines("synonyms.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        phrases = [phrase.strip() for phrase in line.lstrip("~").split(";")]
        name = "" if kind == "none" else phrases[0]
        yield _Row((kind, name), phrases, line.startswith("~"))


@cache
def lexicon() -> Lexicon:
    """The notions of the file, ready to be looked up."""
    toned_, heard_, bare_, gaps = (_Making() for _ in range(4))
    gapped: dict[str, list[tuple[str, tuple[str, str]]]] = {}
    broad = set()
    for row in _rows():
        if row.broad:
            broad.add(row.phrases[0])
        for phrase in row.phrases:
            if "…" in phrase:
                for form in (heard, folded):
                    one, other = (" ".join(map(form, half.split())) for half in phrase.split("…"))
                    gapped.setdefault(one, []).append((other, row.notion))
                    gaps.add(one.split(), row.notion)
                continue
            words = re.split(r"[ .,]+", phrase.replace("%", " phần trăm"))
            toned_.add(list(map(toned, words)), row.notion)
            if len(words) > 1:
                heard_.add(list(map(heard, words)), row.notion)
            if len(words) > 1 or row.notion[0] == "none" or len(phrase) > _TELLING:
                bare_.add(list(map(folded, words)), row.notion)
    by_first = {one: tuple(rest) for one, rest in gapped.items()}
    tables = (each.made() for each in (toned_, heard_, bare_))
    return Lexicon(*tables, by_first, gaps.made().sizes, frozenset(broad))


class _Making:
    """A table while it is made."""

    def __init__(self) -> None:
        self.hits: dict[str, dict[tuple[str, str], None]] = {}
        self.sizes: dict[str, set[int]] = {}

    def add(self, words: list[str], notion: tuple[str, str]) -> None:
        self.hits.setdefault(" ".join(words), {})[notion] = None
        self.sizes.setdefault(words[0], set()).add(len(words))

    def made(self) -> Table:
        return Table(
            {key: tuple(hits) for key, hits in self.hits.items()},
            {word: tuple(sorted(sizes)) for word, sizes in self.sizes.items()},
        )
