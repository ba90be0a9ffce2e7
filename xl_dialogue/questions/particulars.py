"""What tells one case from another of its kind: figures, names, which company or village."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Set

from xl_dialogue.questions.lexicon import sound

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


_HEADS = frozenset([
    "cong ty", "cong ti", "nha may", "doanh nghiep", "xi nghiep", "benh vien", "nha thau",
    "thi tran",
])  # fmt: skip
_HEAD = frozenset(["xưởng", "mỏ", "chợ", "xóm", "xom", "thôn", "xã", "huyện", "huyen"])


def heads(
    spelt: list[str], plain: list[str], sounds: list[str], clause: list[int], silent: Set[int]
) -> Iterator[str]:
    """Up to three words after a "công ty" that are not of the sentence."""
    for at, word in enumerate(spelt):
        after = at + 1 if word.lower() in _HEAD else at + 2
        if after == at + 1 or " ".join(plain[at : at + 2]) in _HEADS:
            for place in range(after, min(after + 3, len(plain))):
                if place in silent or clause[place] != clause[at]:
                    break
                yield sounds[place]


def figures(spelt: list[str], plain: list[str]) -> Iterator[str]:
    for at, word in enumerate(spelt):
        after = plain[at + 1] if at + 1 < len(plain) else ""
        if not word[:1].isdecimal():
            if plain[at] in _SPELT and after in COUNTED:
                yield f"{COUNTED[after]} {_SPELT[plain[at]]}"
            continue
        before = " ".join(plain[max(0, at - 3) : at])
        groups = re.split(r"[.,]", word)
        thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])
        value = float("".join(groups) if thousands else ".".join(groups[:2]))
        unit = _UNITS.get(after, 0)
        if unit or value >= 10_000:
            yield f"dong {value * (unit or 1):.0f}"
        elif named := _NUMBERED.search(before):
            yield f"{named[0].removesuffix(' so')} {value:g}"
        elif 1950 <= value <= 2060:
            yield f"year {value:g}"
        elif after in COUNTED:
            yield f"{COUNTED[after]} {value:g}"
        else:
            yield f"{value:g}"


_SPELT = {
    "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10,
}  # fmt: skip
COUNTED = {
    "thang": "thang", "th": "thang", "nam": "nam", "ngay": "ngay", "gio": "gio", "tieng": "gio",
    "tuan": "tuan", "tuoi": "tuoi", "phan": "phan tram", "km": "km", "cay": "km", "nguoi": "nguoi",
    "ho": "ho", "lan": "lan", "dong": "dong", "trieu": "dong", "nghin": "dong", "tien": "dong",
    "ty": "dong", "tram": "dong",
}  # fmt: skip
"""What is counted -> its measure."""


def names(plain: list[str], upper: list[bool], taken: list[int]) -> Iterator[str]:
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


def denied(plain: list[str]) -> Iterator[str]:
    for word, after in itertools.pairwise(plain):
        if word in _DENIALS and after not in ("a", "nhi", "vay"):
            yield after
