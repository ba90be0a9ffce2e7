"""The phrases that name one notion, as data, and how mistyped ones are still known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.vietnamese.spelling import is_syllable
from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

_HERE = Path(__file__).parent
_TELLING = 4
"""Letters of a single word that is told from others without its diacritics."""

_ONSETS = (
    ("ngh", "ng"), ("gh", "g"), ("gi", "d"), ("tr", "ch"), ("ph", "f"), ("qu", "cu"), ("x", "s"),
    ("r", "d"), ("k", "c"), ("z", "d"), ("j", "d"),
)  # fmt: skip


@lru_cache(maxsize=65_536)
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


@lru_cache(maxsize=65_536)
def toned(word: str) -> str:
    """The word with its marks; hỏi and ngã, which half the country mixes up, are one."""
    word = folded_keeping_tones(word).translate(_TONE)
    for typed, meant in _HORNS:
        word = word.replace(typed, meant)
    return word


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """The word with its marks as it is heard."""
    return sound(toned(word))


Hits = tuple[tuple[str, str], ...]
"""Kind and notion, for each notion that a phrase names."""


class Phrases:
    """Phrases by their words: what stands so far names, and which words may follow."""

    __slots__ = ("after", "finer", "hits")

    def __init__(self) -> None:
        self.hits: Hits = ()
        self.finer: Hits = ()
        """The same word for word: what has one sense, not only one topic."""
        self.after: dict[str, Phrases] = {}

    def add(self, words: Iterable[str], notion: tuple[str, str], finer: bool = False) -> None:
        phrase = self
        for word in words:
            phrase = phrase.after.setdefault(word, Phrases())
        if finer:
            phrase.finer = (*dict.fromkeys((*phrase.finer, notion)),)
        else:
            phrase.hits = (*dict.fromkeys((*phrase.hits, notion)),)

    def found(self, words: Sequence[str], start: int) -> Iterator[tuple[int, Phrases]]:
        """The phrases that begin at a word: where each ends, and what it names."""
        phrase = self.after.get(words[start])
        end = start + 1
        while phrase:
            if phrase.hits or phrase.finer:
                yield end, phrase
            phrase = phrase.after.get(words[end]) if end < len(words) else None
            end += 1


class Lexicon(NamedTuple):
    """The phrases, each table by how the words of a text are matched."""

    toned: Phrases
    """Of one word."""
    heard: Phrases
    """Of two words and more."""
    bare: Phrases
    """For texts without diacritics; a single short word might be any, and is left out."""
    gapped: Phrases
    """First halves of phrases with a gap, heard and bare: for the kind stands the other half."""
    broad: frozenset[str]
    """Notions that say little."""
    kinds: Mapping[str, str]
    """Notion -> its kind."""


def _lines(file: str) -> list[str]:
    lines = (_HERE / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


Abbreviations = dict[str, list[str]]
"""Folded letters -> the words they stand for."""


@cache
def own_abbreviations() -> Abbreviations:
    """Those that are read so where questions are compared, unless the plan's sheet says it."""
    pairs = (line.split(" ", 1) for line in _lines("notions-abbreviations.txt"))
    return {short: full.split() for short, full in pairs}


def abbreviations(plan: Plan) -> Abbreviations:
    """Our own, and before them those of the sheet `Từ viết tắt`; what may be a word is none."""
    known: dict[str, list[str]] = {}
    for _, (said, meant) in down(plan.synonyms, "said", "meant"):
        if said and meant and " " not in said and not is_syllable(said):
            known.setdefault(folded(said), meant.split())
    return own_abbreviations() | known


class _Row(NamedTuple):
    """A notion as the file declares it."""

    notion: tuple[str, str]
    """Its kind and its name; what says nothing has none."""
    phrases: list[str]
    broad: bool


def _rows() -> Iterator[_Row]:
    kind = ""
    for line in _lines("notions.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        phrases = [phrase.strip() for phrase in line.lstrip("~").split(";")]
        name = "" if kind == "none" else phrases[0]
        yield _Row((kind, name), phrases, line.startswith("~"))


_HOMOGRAPHS_SPELT = """
bat bien bo cam cap chau chet chi cho co con day dat dung duoi hang hoc keo lai lap mang mat
may mo ngan nghi phat quan sach tach thay the them thieu thoi thue tra tuoi vien xet xu ho
"""
_HOMOGRAPHS = frozenset(_HOMOGRAPHS_SPELT.split())
"""Short words that might be any other without their diacritics."""


@cache
def lexicon() -> Lexicon:
    """The notions of the file, ready to be looked up."""
    rows = list(_rows())
    known = Lexicon(
        Phrases(), Phrases(), Phrases(), Phrases(),
        frozenset(row.phrases[0] for row in rows if row.broad),
        {name: kind for kind, name in (row.notion for row in rows) if kind in _TOPICAL},
    )  # fmt: skip
    for row in rows:
        for phrase in row.phrases:
            if "…" in phrase:
                _add_gapped(known, phrase, row.notion[1])
                continue
            words = re.split(r"[ .,]+", phrase.replace("%", " phần trăm"))
            tables = (known.toned, known.heard, known.bare)
            if row.notion[0] not in _FINER:
                _add(tables, words, row.notion, finer=False)
            if row.notion[0] in (*_FINER, "none", "ask", "beg"):
                _add(tables, words, row.notion, finer=True)
    return known


_FINER = ("word", "wish")
_TOPICAL = ("what", "who", "want", "ask")


def _add(
    tables: tuple[Phrases, Phrases, Phrases],
    words: list[str],
    notion: tuple[str, str],
    *,
    finer: bool,
) -> None:
    by_tone, by_ear, bare = tables
    if len(words) > 1:
        by_ear.add(map(heard, words), notion, finer)
    else:
        by_tone.add(map(toned, words), notion, finer)
    plain = list(map(folded, words))
    telling = 2 if finer else _TELLING
    if (
        len(words) > 1
        or notion[0] == "none"
        or (len(words[0]) > telling and plain[0] not in _HOMOGRAPHS)
    ):
        bare.add(plain, notion, finer)


def _add_gapped(known: Lexicon, phrase: str, notion: str) -> None:
    one, other = (half.split() for half in phrase.split("…"))
    for form in (heard, folded):
        known.gapped.add(map(form, one), (" ".join(map(form, other)), notion))
