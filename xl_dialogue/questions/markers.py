"""Where a text counts up what it asks: "1.", "b)", "II.", "Thứ hai", "một là", dashes.

Everything here reads the bare text: lower case, no diacritics, a letter for a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize


class Marker(NamedTuple):
    """A number that opens an item: where it stands, which one it is."""

    start: int
    end: int
    number: int


class _Bare(dict[int, str]):
    """Letter -> the same letter small and without its marks, worked out once."""

    def __missing__(self, letter: int) -> str:
        small = normalize("NFD", chr(letter).lower())[0]
        self[letter] = "d" if small in "đð" else small
        return self[letter]


_BARE = _Bare()


def bare(text: str) -> str:
    """The composed text as long as before, small and without diacritics."""
    return text.translate(_BARE)


_ROMANS_SPELT = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = {name: at for at, name in enumerate(_ROMANS_SPELT, 1)}
_SPELT = ("nhat mot", "hai nhi", "ba", "bon tu", "nam", "sau", "bay", "tam")
_WORDS = {name: at for at, names in enumerate(_SPELT, 1) for name in names.split()}
_LABEL = (
    r"(?:y kien|kien nghi|de nghi|cau hoi|noi dung|van de|viec|chuyen|cau|y|muc|dieu|phan)(?: so)?"
)
_OPEN = r"(?:(?<=^)|(?<=[\s:;.,?!(]))"
_NUMBERED = re.compile(rf"{_OPEN}(?:{_LABEL} )?\(?(\d{{1,2}})(?:\s?[.)/:]|\s?-(?=\s))(?![\d/])\s*")
_LABELLED = re.compile(rf"\b{_LABEL} (\d{{1,2}})(?:\s?[.)/:,-])?(?=\s)\s*(?:la\b\s*)?")
_LETTERED = re.compile(rf"{_OPEN}\(?([a-h])[.)/]\s*(?=\S)")
_ROMANS = re.compile(rf"{_OPEN}\(?(i{{1,3}}|iv|vi{{0,3}}|ix|x)[.)/]\s*(?=\S)")
_ORDINAL = re.compile(
    rf"\b(?:va )?(?:{_LABEL} )?thu (nhat|nhi|hai|ba|tu|nam|sau|bay|tam)\b(?: la\b)?\s*[,:]?\s*"
)
_SPOKEN = re.compile(r"\b(mot|hai|ba|bon|nam|sau|bay) la\b\s*[,:]?\s*")
_NAMED = re.compile(rf"\b(?:va )?{_LABEL} (mot|hai|ba|bon|nam|sau)\b(?: la\b)?\s*[,:]\s*")
_COUNTED = re.compile(r"(?:^|(?<=[.;:?!\n]))\s*(mot|hai|ba|bon|nam|sau)\s?[,:]\s*")
_NO_ITEM = re.compile(
    r"\b(?:lan|khoan|diem|quy|thang|nam|lop|so|tang|to|vung|hang|loai|nhom|ca|dot|khu vuc|quoc lo"
    r"|khoi|bac|tinh|mau|tap|ngay|gio|duong|ngach|chuong|xom|thon|khu|phuong|quan|ban|doi) \(?$"
)
_DASH = re.compile(r"(?:(?<=^)|(?<=[\s:;.,?!]))[-+*•–—●○▪✓](?=\s)\s*")
_LINE_DASH = re.compile(r"(?m)^[ \t]*[-+*•–—●○▪✓][ \t]*(?=\w)")

_HEADING = re.compile(
    r"(^|[.;?!\n]\s*)(?=(?:ve|linh vuc|doi voi) (?:[^\W\d_]+,? ){0,8}[^\W\d_]+ ?:)"
)

_PATTERNS = (_NUMBERED, _LABELLED, _LETTERED, _ROMANS, _ORDINAL, _SPOKEN, _NAMED, _COUNTED)
_SECOND = re.compile(
    r"\b2(?:\s?[.)/:,-]|\s)|\b(?:b|ii)[.)/]|\bhai\b|\bthu nhi\b"
    r"|[-+*•–—●○▪✓]\s|\b(?:ve|linh vuc|doi voi) "
)
"""What a text has that counts up to two."""


def _number(said: str, pattern: re.Pattern[str]) -> int:
    if said.isdigit():
        return int(said)
    if pattern is _ROMANS:
        return _ROMAN[said]
    return _WORDS[said] if len(said) > 1 else ord(said) - ord("a") + 1


def _found(plain: str, pattern: re.Pattern[str]) -> Iterator[Marker]:
    for match in pattern.finditer(plain):
        if not _NO_ITEM.search(plain[max(0, match.start() - 12) : match.start()]):
            yield Marker(match.start(), match.end(), _number(match[1], pattern))


def _series(markers: Iterator[Marker]) -> list[Marker]:
    """The first run that counts 1, 2, 3 ... from its start."""
    run: list[Marker] = []
    for marker in markers:
        if marker.number == len(run) + 1:
            run.append(marker)
        elif marker.number == 1 and len(run) < 2:
            run = [marker]
    return run if len(run) > 1 else []


def _dashes(text: str, plain: str) -> list[Marker]:
    """Dashes that open items: on lines of their own, or after a colon and then after each item."""
    lines = list(_LINE_DASH.finditer(plain))
    if len(lines) > 1:
        return [Marker(each.start(), each.end(), at) for at, each in enumerate(lines, 1)]
    run: list[Marker] = []
    for match in _DASH.finditer(plain):
        before = plain[: match.start()].rstrip()[-1:] if match.start() < 400 or run else ":"
        opens = before in ("", ":") or "\n" in plain[max(0, match.start() - 2) : match.start()]
        follows = before in ("", *".;?!,:") or text[match.end() : match.end() + 1].isupper()
        if opens if not run else follows:
            run.append(Marker(match.start(), match.end(), len(run) + 1))
    return run if len(run) > 1 else []


def _headings(plain: str) -> list[Marker]:
    """ "Về y tế: ... Về đường sá: ...": a heading stays with its item."""
    at = [match.end(1) for match in _HEADING.finditer(plain)]
    return [Marker(start, start, number) for number, start in enumerate(at, 1)] * (len(at) > 1)


def counted(text: str, plain: str) -> list[Marker]:
    """The markers of the items, in order; none where the text does not count up to two.

    Of several ways to count, the one that begins first: what stands within is an item's own.
    """
    if not _SECOND.search(plain):
        return []
    runs = [_series(_found(plain, pattern)) for pattern in _PATTERNS]
    runs += [_dashes(text, plain), _headings(plain)]
    return min(filter(None, runs), key=lambda run: (run[0].start, -len(run)), default=[])
