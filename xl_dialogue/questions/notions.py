"""What a question is about: notions, names, figures and the words left over.

Read alike with and without diacritics, mistyped, abbreviated, in a village's or an office's words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple
from unicodedata import normalize

from xl_dialogue.questions.lexicon import (
    Abbreviations,
    Lexicon,
    Phrases,
    heard,
    lexicon,
    sound,
    toned,
)
from xl_dialogue.questions.particulars import COUNTED, denied, figures, heads, names
from xl_dialogue.vietnamese.text import folded

LONGEST = 400
"""Words of a question that are read: who writes more repeats himself."""


class Uttered(NamedTuple):
    """A word that says something, where it stands."""

    sounds: frozenset[frozenset[str]]
    """Each way in which it is said: the syllables as they sound."""
    matters: frozenset[str]
    """The matters that the phrases around it name."""
    asking: bool
    """Whether it stands where the text asks."""
    wish: bool
    """Whether it is something to be done."""


class Notions(NamedTuple):
    """What was read of a text: each a set of keys."""

    what: frozenset[str]
    want: frozenset[str]
    who: frozenset[str]
    words: frozenset[str]
    """Words that no notion names, folded."""
    names: frozenset[str]
    """Places, companies and other names, as they sound; a company's after "@"."""
    figures: frozenset[str]
    """Numbers, with what they count if that is money or a document: "dong 20000", "quoc lo 34"."""
    said: frozenset[str]
    """Every word, folded: what tells two texts apart that say nearly the same."""
    denied: frozenset[str]
    """The words that "không", "chưa" and the like stand before, folded."""
    sounds: frozenset[str]
    """Every word as it sounds."""
    asks: frozenset[str]
    """What is to be told: an amount of something, a reason, a place; none in a mere petition."""
    spoken: Mapping[str, tuple[str, ...]]
    """Matter -> the words that named it, as they sound."""
    uttered: Mapping[str, Uttered]
    """Every word that says something, or the word that stands for it and its like."""
    heads: frozenset[str]
    """The words after "công ty", "mỏ" and the like: which one it is."""
    plain: tuple[str, ...]
    """The words in order, folded, abbreviations written out."""


_NONE: frozenset[str] = frozenset()
NOTHING = Notions(
    _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, {}, {}, _NONE, ()
)

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[.,?!:;\n/]")
_STOPS = frozenset(".?!:;\n/")
_PAUSES = frozenset(".?!:;\n,")
_MARKED = re.compile("[\u00c0-\u010f\u0112-\u01b0\u1ea0-\u1ef9]")
"""A letter with a mark; "đ" is not looked at, who types without marks writes "CĐ" and "HĐ"."""
_MARKS = 0.2
"""Marks to a word from which a text is taken to have them."""
_PERCENT = re.compile(r"(\d)\s*%")
_GAP = 7
"""Words within which the second half of a phrase with a gap must follow."""


class _Text(NamedTuple):
    """The words of a text, abbreviations written out."""

    spelt: list[str]
    upper: list[bool]
    """A capital that does not merely begin a sentence."""
    clause: list[int]
    """Of each word the clause it stands in, counted."""
    marked: bool
    """Whether the text has diacritics at all."""


def notions(text: str, short: Abbreviations) -> Notions:
    """What the text is about, its abbreviations read as they are known."""
    return _read(_written_out(normalize("NFC", text[: 12 * LONGEST]), short))


def _written_out(text: str, short: Abbreviations) -> _Text:
    marked = len(_MARKED.findall(text)) > _MARKS * text.count(" ")
    text = _PERCENT.sub(r"\1 phần trăm " if marked else r"\1 phan tram ", text)
    spelt: list[str] = []
    upper: list[bool] = []
    clause: list[int] = []
    fresh = True
    pauses = 0
    for token in TOKEN.findall(text)[:LONGEST]:
        pauses += token in _PAUSES
        if token in _STOPS:
            fresh = True
        if token in _STOPS or token == ",":
            continue
        full = short.get(folded(token)) if len(token) < 9 else None
        if full and (not marked or token.isascii() or token.isupper() or "đ" in token.lower()):
            spelt += full if marked else map(folded, full)
            upper += [False] * len(full)
        else:
            spelt.append(token)
            upper.append(
                token[:1].isupper() and not fresh and not (token.isupper() and len(token) > 1)
            )
        fresh = False
        clause += [pauses] * (len(spelt) - len(clause))
    return _Text(spelt, upper, clause, marked)


def _read(text: _Text) -> Notions:
    if not text.spelt:
        return NOTHING
    plain = list(map(folded, text.spelt))
    known = lexicon()
    by_ear = plain
    ways = [(plain, known.bare)]
    if text.marked:
        by_ear = list(map(heard, text.spelt))
        ways = [(list(map(toned, text.spelt)), known.toned), (by_ear, known.heard)]
    spans = _spans(ways)
    taken, named = _take(spans, len(plain))
    fine = _longest(spans, len(plain))
    silent = {at for start, end, _, _ in fine for at in range(start, end)}
    named += _over_gaps(by_ear, known)
    found: dict[str, set[str]] = defaultdict(set)
    for _, _, kind, notion in named:
        found[kind].add(notion)
    sounds = list(map(sound, plain))
    free = [
        word
        for word, gone in zip(plain, taken, strict=True)
        if not gone and len(word) > 1 and not word[0].isdecimal()
    ]
    return Notions(
        frozenset(found["what"]),
        frozenset(found["want"]),
        frozenset(found["who"]),
        frozenset(free),
        frozenset(names(plain, text.upper, taken)),
        frozenset(figures(text.spelt, plain)),
        frozenset(plain),
        frozenset(denied(plain)),
        frozenset(sounds),
        frozenset(found["ask"] | set(_asked(plain, text.clause))),
        {
            notion: tuple(sounds[start:end])
            for start, end, kind, notion in named
            if kind in ("what", "want")
        },
        _uttered(fine, named, plain, sounds, text.clause),
        frozenset(heads(text.spelt, plain, sounds, text.clause, silent)),
        tuple(plain),
    )


Named = tuple[int, int, str, str]
"""Where a phrase begins and ends, its kind, its notion."""


Span = tuple[int, int, int, Phrases]
"""How long a phrase is, less than nothing; which way it was read; where it begins; what it is."""


def _spans(ways: list[tuple[list[str], Phrases]]) -> list[Span]:
    """All phrases that the text holds, the longest first."""
    spans = []
    for order, (words, phrases) in enumerate(ways):
        known, last = phrases.after, len(words)
        for start, word in enumerate(words):
            phrase = known.get(word)
            end = start
            while phrase:
                end += 1
                if phrase.hits or phrase.finer:
                    spans.append((start - end, order, start, phrase))
                phrase = phrase.after.get(words[end]) if end < last else None
    spans.sort(key=_FIRST)
    return spans


_FIRST = itemgetter(0, 1, 2)


def _take(spans: list[Span], words: int) -> tuple[list[int], list[Named]]:
    """What the phrases name, the longest first; each word counts once.

    Gives the length of the phrase that each word stands in, 0 for none.
    """
    taken = [0] * words
    named: list[Named] = []
    for less, _, start, phrase in spans:
        end = start - less
        if phrase.hits and not any(taken[start:end]):
            named += [(start, end, kind, notion) for kind, notion in phrase.hits]
            taken[start:end] = [-less] * -less
    return taken, named


def _longest(spans: list[Span], words: int) -> list[Named]:
    taken = bytearray(words)
    named: list[Named] = []
    for less, _, start, phrase in spans:
        end = start - less
        if phrase.finer and 1 not in taken[start:end]:
            named += [(start, end, kind, word) for kind, word in phrase.finer]
            taken[start:end] = b"\1" * -less
    return named


def _uttered(
    fine: list[Named], named: list[Named], plain: list[str], sounds: list[str], clause: list[int]
) -> dict[str, Uttered]:
    """The words that say something; the asking clause is the one before where it is empty."""
    broad = lexicon().broad
    silent = bytearray(len(plain))
    spans: list[tuple[int, int, str, bool]] = []
    asking, filled = set(), set()
    for start, end, kind, word in fine:
        silent[start:end] = b"\1" * (end - start)
        if kind == "ask" or kind == "beg":
            asking.add(clause[start])
        elif kind != "none":
            spans.append((start, end, word, kind == "wish"))
            if word not in broad:
                filled.add(clause[start])
    for at, word in enumerate(plain):
        if not silent[at] and len(word) > 1 and word.isalpha():
            spans.append((at, at + 1, sounds[at], False))
            filled.add(clause[at])
    looked = {next((at for at in range(one, -1, -1) if at in filled), one) for one in asking}
    matters: dict[int, str] = {}
    for start, end, kind, notion in named:
        if kind == "what":
            matters.update(dict.fromkeys(range(start, end), notion))
    found: dict[str, Uttered] = {}
    for start, end, word, wish in spans:
        ways = _way(*sounds[start:end])
        about = _about(*[matters[at] for at in range(start, end) if at in matters])
        asks = not looked or clause[start] in looked
        if before := found.get(word):
            ways, about, asks = ways | before.sounds, about | before.matters, asks or before.asking
        found[word] = Uttered(ways, about, asks, wish)
    return found


@lru_cache(maxsize=65_536)
def _way(*sounds: str) -> frozenset[frozenset[str]]:
    return frozenset([frozenset(sounds)])


@lru_cache(maxsize=4_096)
def _about(*matters: str) -> frozenset[str]:
    return frozenset(matters)


def _asked(plain: list[str], clause: list[int]) -> Iterator[str]:
    """An amount, by what it is of; whether something is so."""
    for at, word in enumerate(plain):
        after = plain[at + 1] if at + 1 < len(plain) else ""
        if word == "may" or (word == "nhieu" and plain[at - 1 : at] == ["bao"]):
            counted = COUNTED.get(after)
            if counted or word == "nhieu":
                yield "amount " + (counted or "")
        if word in ("khong", "chua") and plain[at - 1 : at] != ["sua"] and _ends(at, plain, clause):
            yield "whether"


_TAILS = frozenset(["a", "nhi", "vay", "the", "ha", "nao"])


def _ends(at: int, plain: list[str], clause: list[int]) -> bool:
    rest = [
        word
        for word, where in zip(plain[at + 1 :], clause[at + 1 :], strict=True)
        if where == clause[at]
    ]
    return set(rest) <= _TAILS


def _over_gaps(words: list[str], known: Lexicon) -> Iterator[Named]:
    """What is named by words that stand a little apart: "nợ chúng tôi bốn tháng lương"."""
    first = known.gapped.after
    for start, word in enumerate(words):
        if word not in first:
            continue
        for end, phrase in known.gapped.found(words, start):
            after = f" {' '.join(words[end : end + _GAP])} "
            for other, notion in phrase.hits:
                if f" {other} " in after:
                    yield start, end, known.kinds[notion], notion
