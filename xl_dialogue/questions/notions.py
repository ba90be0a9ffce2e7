"""What a question is about: notions, names, figures and the words left over.

Read alike with and without diacritics, mistyped, abbreviated, in a village's or an office's words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
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
from xl_dialogue.vietnamese.text import folded

LONGEST = 400
"""Words of a question that are read: who writes more repeats himself."""


class Notions(NamedTuple):
    """What was read of a text: each a set of keys."""

    what: frozenset[str]
    want: frozenset[str]
    who: frozenset[str]
    words: frozenset[str]
    """Words, and as they sound pairs of neighbours, that no notion names."""
    names: frozenset[str]
    """Places, companies and other names, as they sound; a company's after "@"."""
    figures: frozenset[str]
    """Numbers, with what they count if that is money or a document: "dong 20000", "quoc lo 34"."""
    said: frozenset[str]
    """Every word, folded: what tells two texts apart that say nearly the same."""
    denied: frozenset[str]
    """The words that "không", "chưa" and the like stand before, folded."""


NOTHING = Notions(*(frozenset[str]() for _ in Notions._fields))

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[.?!:;\n/]")
_STOPS = frozenset(".?!:;\n/")
_MARKED = re.compile("[\u00c0-\u01b0\u1ea0-\u1ef9]")
_PERCENT = re.compile(r"(\d)\s*%")
_GAP = 7
"""Words within which the second half of a phrase with a gap must follow."""
_UNITS = {
    "nghin": 1_000, "ngan": 1_000, "k": 1_000, "trieu": 1_000_000, "tr": 1_000_000,
    "ty": 1_000_000_000, "ti": 1_000_000_000, "dong": 1, "d": 1, "vnd": 1,
}  # fmt: skip
_NUMBERED = re.compile(
    r"\b(?:quoc lo|duong tinh|tinh lo|nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|luat|khu vuc"
    r"|vung|hang|lop|quy|dieu|khoan)(?: so)?$"
)
_COMPANY = re.compile(
    r"\b(?:cong ty|cong ti|nha may|xuong|mo|doanh nghiep|xi nghiep|sieu thi|hop tac xa|nha xe"
    r"|benh vien|truong|ngan hang|khoang san|xi mang|lam truong)(?: \w+){0,2}$"
)
_DENIALS = frozenset(["khong", "chua", "chang", "cha", "dung", "chong"])


class _Text(NamedTuple):
    """The words of a text, abbreviations written out."""

    spelt: list[str]
    upper: list[bool]
    """A capital that does not merely begin a sentence."""
    marked: bool
    """Whether the text has diacritics at all."""


def notions(text: str, short: Abbreviations) -> Notions:
    """What the text is about, its abbreviations read as they are known."""
    return _read(_written_out(normalize("NFC", text[: 12 * LONGEST]), short))


def _written_out(text: str, short: Abbreviations) -> _Text:
    marked = _MARKED.search(text) is not None
    text = _PERCENT.sub(r"\1 phần trăm " if marked else r"\1 phan tram ", text)
    spelt: list[str] = []
    upper: list[bool] = []
    fresh = True
    for token in TOKEN.findall(text)[:LONGEST]:
        if token in _STOPS:
            fresh = True
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
    return _Text(spelt, upper, marked)


def _read(text: _Text) -> Notions:
    if not text.spelt:
        return NOTHING
    plain = list(map(folded, text.spelt))
    found: dict[str, set[str]] = {"what": set(), "want": set(), "who": set(), "none": set()}
    known = lexicon()
    by_ear = plain
    ways = [(plain, known.bare)]
    if text.marked:
        by_ear = list(map(heard, text.spelt))
        ways = [(list(map(toned, text.spelt)), known.toned), (by_ear, known.heard)]
    taken = _take(ways, found)
    for kind, notion in _over_gaps(by_ear, known):
        found[kind].add(notion)
    free = [
        "" if gone or word[:1].isdecimal() or len(word) < 2 else word
        for word, gone in zip(plain, taken, strict=True)
    ]
    pairs = itertools.pairwise(free)
    words = {word for word in free if word}
    words |= {f"{sound(one)} {sound(two)}" for one, two in pairs if one and two}
    return Notions(
        frozenset(found["what"]),
        frozenset(found["want"]),
        frozenset(found["who"]),
        frozenset(words),
        frozenset(_names(plain, text.upper, taken)),
        frozenset(_figures(text.spelt, plain)),
        frozenset(plain),
        frozenset(_denied(plain)),
    )


def _take(ways: list[tuple[list[str], Phrases]], found: Mapping[str, set[str]]) -> list[int]:
    """Note what the phrases name, the longest first; each word counts once.

    Gives the length of the phrase that each word stands in, 0 for none.
    """
    spans = []
    for order, (words, phrases) in enumerate(ways):
        first = phrases.after
        for start, word in enumerate(words):
            if word in first:
                for end, hits in phrases.found(words, start):
                    spans.append((start - end, order, start, hits))
    spans.sort()
    taken = [0] * len(ways[0][0])
    for less, _, start, hits in spans:
        if not any(taken[start : start - less]):
            for kind, notion in hits:
                found[kind].add(notion)
            taken[start : start - less] = [-less] * -less
    return taken


def _over_gaps(words: list[str], known: Lexicon) -> Iterator[tuple[str, str]]:
    """What is named by words that stand a little apart: "nợ chúng tôi bốn tháng lương"."""
    first = known.gapped.after
    for start, word in enumerate(words):
        if word not in first:
            continue
        for end, halves in known.gapped.found(words, start):
            after = f" {' '.join(words[end : end + _GAP])} "
            for other, notion in halves:
                if f" {other} " in after:
                    yield known.kinds[notion], notion


def _figures(spelt: list[str], plain: list[str]) -> Iterator[str]:
    for at, word in enumerate(spelt):
        if not word[:1].isdecimal():
            continue
        after = plain[at + 1] if at + 1 < len(plain) else ""
        before = " ".join(plain[max(0, at - 3) : at])
        groups = re.split(r"[.,]", word)
        thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])
        value = float("".join(groups) if thousands else ".".join(groups[:2]))
        unit = _UNITS.get(after, 0)
        if unit or value >= 100_000:
            yield f"dong {value * (unit or 1):.0f}"
        elif named := _NUMBERED.search(before):
            yield f"{named[0].removesuffix(' so')} {value:g}"
        else:
            yield f"{value:g}"


def _names(plain: list[str], upper: list[bool], taken: list[int]) -> Iterator[str]:
    run: list[str] = []
    for at in range(len(plain) + 1):
        is_name = at < len(plain) and upper[at] and taken[at] < 2 and plain[at].isalpha()
        if is_name:
            run.append(plain[at])
            continue
        if len(run) > 1 or (run and len(run[0]) > 2 and not taken[at - 1]):
            before = " ".join(plain[max(0, at - len(run) - 4) : at - len(run)])
            yield "@" * bool(_COMPANY.search(before)) + " ".join(map(sound, run))
        run = []


def _denied(plain: list[str]) -> Iterator[str]:
    for word, after in itertools.pairwise(plain):
        if word in _DENIALS and after not in ("a", "nhi", "vay"):
            yield after
