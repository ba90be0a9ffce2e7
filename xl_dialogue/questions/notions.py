"""What a question is about: notions, names, figures and the words left over.

Read alike with and without diacritics, mistyped, abbreviated, in a village's or an office's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

_LEXICON = Path(__file__).with_name("synonyms.txt")
_LONGEST = 400
"""Words of a question that are read: who writes more repeats himself."""

_SHORT = {
    key.strip(): full.split()
    for pair in """
    bhxh bảo hiểm xã hội; bhyt bảo hiểm y tế; bhtn bảo hiểm thất nghiệp; bh bảo hiểm; nld người lao động;
    cn công nhân; cnld công nhân lao động; cty công ty; cti công ty; ct công ty; dn doanh nghiệp; ld lao động;
    cdcs công đoàn cơ sở; cd công đoàn; ldld liên đoàn lao động; tld tổng liên đoàn; kpcd kinh phí công đoàn;
    kcn khu công nghiệp; kkt khu kinh tế; ccn cụm công nghiệp; tw trung ương; ubnd ủy ban; hdnd hội đồng;
    k không; ko không; kg không; hok không; khg không; dc được; đc được; dk được; gv giáo viên; hs học sinh;
    sv sinh viên; hssv học sinh sinh viên; nv nhân viên; nvyt nhân viên y tế; cb cán bộ; cc công chức;
    vc viên chức; cbcc cán bộ công chức; cbccvc cán bộ công chức viên chức; ccvc công chức viên chức;
    cbvc cán bộ viên chức; lcs lương cơ sở; lttv lương tối thiểu vùng; ltt lương tối thiểu; pc phụ cấp;
    tctn trợ cấp thất nghiệp; tc tăng ca; sx sản xuất; kp kinh phí; nsnn ngân sách nhà nước; ns ngân sách;
    tp thành phố; hđ hợp đồng; hdld hợp đồng lao động; tnld tai nạn lao động; bnn bệnh nghề nghiệp;
    atvsld an toàn vệ sinh lao động; atld an toàn lao động; vsattp vệ sinh thực phẩm; attp an toàn thực phẩm;
    noxh nhà ở xã hội; cccd căn cước công dân; cmnd căn cước công dân; pccc phòng cháy; ca công an;
    csgt cảnh sát giao thông; gtvt giao thông; ql quốc lộ; dt đường tỉnh; tl tỉnh lộ; dbkk đặc biệt khó khăn;
    dtts dân tộc thiểu số; ntm nông thôn mới; ncc người có công; tb thương binh; nhcsxh ngân hàng chính sách;
    nhtm ngân hàng thương mại; nhnn ngân hàng nhà nước; nh ngân hàng; sdd sổ đỏ; gcn giấy chứng nhận;
    gcnqsdd sổ đỏ; qsdd quyền sử dụng đất; gpmb giải phóng mặt bằng; ttdvvl trung tâm dịch vụ việc làm;
    tthc thủ tục hành chính; vstp vệ sinh thực phẩm; bql ban quản lý; blld bộ luật lao động; ktra kiểm tra;
    xkld xuất khẩu lao động; ck chuyển khoản; bn bao nhiêu; tx thường xuyên; gd gia đình; mn mầm non;
    bv bệnh viện; tyt trạm y tế; xn xí nghiệp; khgd khấu hao; tncn thu nhập cá nhân; gtgt giá trị gia tăng;
    ks khoáng sản; cb cán bộ; tdtt thể dục thể thao; vh văn hóa; qd quyết định; nq nghị quyết; nd nghị định
    """.split(";")
    for key, full in [pair.strip().split(" ", 1)]
}
_FEW = dict(
    zip("mot hai ba bon nam sau bay tam chin muoi".split(), map(str, range(1, 11)), strict=True)
)


class Notions(NamedTuple):
    """What was read of a text: each a set of keys."""

    what: frozenset[str]
    want: frozenset[str]
    who: frozenset[str]
    words: frozenset[str]
    """Words, and pairs of neighbours, that no notion names; as they sound."""
    names: frozenset[str]
    """Places, companies and other names, folded."""
    figures: frozenset[str]
    """Numbers with what they count: "dong 20000", "thang 3", "so 34"."""
    negated: bool


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
def _toned(word: str) -> str:
    """The word with its marks; hỏi and ngã, which half the country mixes up, are one."""
    word = folded_keeping_tones(word).translate(_TONE)
    for typed, meant in _HORNS:
        word = word.replace(typed, meant)
    return word


@cache
def _heard(word: str) -> str:
    """The word with its marks as it is heard."""
    return sound(_toned(word))


Hits = tuple[tuple[str, str], ...]
"""Kind and notion, for each notion that a phrase names."""


class _Lexicon(NamedTuple):
    """The phrases of the lexicon, each table by how the words of a text are matched."""

    toned: Mapping[str, Hits]
    heard: Mapping[str, Hits]
    """Of two words and more."""
    bare: Mapping[str, Hits]
    longest: int


@cache
def _lexicon() -> _Lexicon:
    toned: dict[str, dict[tuple[str, str], None]] = {}
    heard: dict[str, dict[tuple[str, str], None]] = {}
    bare: dict[str, dict[tuple[str, str], None]] = {}
    kind = ""
    for line in _LEXICON.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            continue
        phrases = [phrase.strip() for phrase in line.split(";")]
        if not line or line.startswith("#"):
            continue
        notion = (kind, "" if kind == "none" else phrases[0])
        for phrase in phrases:
            words = _TOKEN.findall(phrase.replace("%", " phần trăm"))
            toned.setdefault(" ".join(map(_toned, words)), {})[notion] = None
            bare.setdefault(" ".join(map(folded, words)), {})[notion] = None
            if len(words) > 1:
                heard.setdefault(" ".join(map(_heard, words)), {})[notion] = None
    tables = ({key: tuple(hits) for key, hits in each.items()} for each in (toned, heard, bare))
    return _Lexicon(*tables, max(key.count(" ") + 1 for key in bare))


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_TOKEN_OR_STOP = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[.?!:;\n]")
_UNITS = {
    "nghin": 1_000, "ngan": 1_000, "trieu": 1_000_000, "tr": 1_000_000, "ty": 1_000_000_000,
    "ti": 1_000_000_000, "dong": 1, "d": 1, "vnd": 1,
}  # fmt: skip
_PERCENT = re.compile(r"(\d)\s*%")


class _Text(NamedTuple):
    """The words of a text, abbreviations written out."""

    spelt: list[str]
    upper: list[bool]
    """A capital that does not merely begin a sentence."""
    marked: bool


def notions(text: str) -> Notions:
    """What the text is about."""
    return _read(_written_out(normalize("NFC", text[: 12 * _LONGEST])))


def _written_out(text: str) -> _Text:
    text = _PERCENT.sub(r"\1 phần trăm ", text)
    marked = not text.isascii() and not folded_keeping_tones(text).isascii()
    spelt: list[str] = []
    upper: list[bool] = []
    fresh = True
    for token in _TOKEN_OR_STOP.findall(text)[:_LONGEST]:
        if token in ".?!:;\n":
            fresh = True
            continue
        full = _SHORT.get(folded(token)) if len(token) < 9 else None
        if full and (not marked or token.isascii() or token.isupper() or "đ" in token.lower()):
            spelt += full if marked else map(folded, full)
            upper += [False] * len(full)
        else:
            spelt.append(token)
            upper.append(token[:1].isupper() and not fresh)
        fresh = False
    return _Text(spelt, upper, marked)


def _read(text: _Text) -> Notions:
    known = _lexicon()
    plain = list(map(folded, text.spelt))
    found: dict[str, set[str]] = {"what": set(), "want": set(), "who": set(), "none": set()}
    taken = [False] * len(plain)
    if text.marked:
        _take(list(map(_toned, text.spelt)), known.toned, known.longest, found, taken)
        _take(list(map(_heard, text.spelt)), known.heard, known.longest, found, taken)
    else:
        _take(plain, known.bare, known.longest, found, taken)
    free = [
        word if not gone and not word[:1].isdigit() and len(word) > 1 else ""
        for word, gone in zip(plain, taken, strict=True)
    ]
    words = {word for word in free if word}
    words |= {
        f"{sound(one)} {sound(two)}"
        for one, two in zip(free, free[1:], strict=False) if one and two
    }
    return Notions(
        frozenset(found["what"]), frozenset(found["want"]), frozenset(found["who"]),
        frozenset(words), frozenset(_names(plain, text.upper)),
        frozenset(_figures(text.spelt, plain)), False,
    )


def _take(
    keys: list[str],
    phrases: Mapping[str, Hits],
    longest: int,
    found: Mapping[str, set[str]],
    taken: list[bool],
) -> None:
    """Note what the phrases name, the longest first; a word counts for one phrase of a size."""
    for size in range(min(longest, len(keys)), 0, -1):
        for start in range(len(keys) - size + 1):
            hits = phrases.get(" ".join(keys[start : start + size]))
            if hits is None or any(taken[start : start + size]):
                continue
            for kind, notion in hits:
                found[kind].add(notion)
            taken[start : start + size] = [True] * size


def _figures(spelt: list[str], plain: list[str]) -> Iterator[str]:
    for at, word in enumerate(spelt):
        if not word[:1].isdigit():
            continue
        after = plain[at + 1] if at + 1 < len(plain) else ""
        unit = _UNITS.get(after, 0)
        groups = re.split(r"[.,]", word)
        if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
            value = float("".join(groups))
        else:
            value = float(".".join(groups[:2]))
        yield f"dong {value * unit:.0f}" if unit or value >= 100_000 else f"{value:g}"


def _names(plain: list[str], upper: list[bool]) -> Iterator[str]:
    run: list[str] = []
    for word, is_upper in [*zip(plain, upper, strict=True), ("", False)]:
        if is_upper and word.isalpha():
            run.append(word)
            continue
        if run:
            yield " ".join(map(sound, run))
        run = []
