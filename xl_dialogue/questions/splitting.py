"""One text, several petitions: taken apart where it counts them up or turns to another matter.

Background, reasons and examples of one matter stay with it: what is asked decides, not commas.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from unicodedata import normalize

from xl_dialogue.questions.markers import Marker, bare, counted

LeadOf = Callable[[str], str]
"""The body that a text calls for, ``""`` where that is not clear."""

_ASK = (
    r"(?<!don )de nghi|kien nghi|de xuat|xin|mong|kinh mong|yeu cau|nho|hoi|dat van de|can phai|nen cho"
    r"|bao gio|khi nao|chung nao|tai sao|vi sao|(?<!ban )sao|the nao|ra sao|bao nhieu|o dau|ai|co quan nao"
    r"|co duoc|duoc khong|khong a|hay khong|phai khong|dung khong|chua a"
)
_ASKS = re.compile(rf"\?|\b(?:{_ASK})\b|\b(?:khong|chua)\s*(?:a|nhi|vay)?\s*[.;]?$")
_HEADS = re.compile(
    r"^\W*(?:toi|em|chung toi|chung em|minh|don vi|cong doan|cdcs|doan vien)?\s*(?:kinh |tran trong |"
    r"thong nhat |rat )*(?:de nghi|kien nghi|de xuat|xin|mong|yeu cau|nho|hoi)\b"
)
_ONLY_ONE = re.compile(
    r"\b(?:duy nhat|chi (?:xin|hoi|mong|de nghi|kien nghi|can|co)(?: hoi)? mot)\b"
)
_REASONS = re.compile(
    r"\b(?:ly do|nguyen nhan|vi|boi|boi vi|do|cac le|le sau|bao gom|gom|gom co|nhu la|vi du|chang han"
    r"|dieu kien|giay to|tieu chi|bieu hien|vuong|thieu|kho khan|cac buoc|doi tuong|truong hop)\b"
    r"[^.?!:]{0,60}[:\s]*$"
)
_BECAUSE = re.compile(r"\b(?:ly do|nguyen nhan|vi cac le|vi|cac le|boi)\b")
_CONCLUDES = re.compile(
    r"(?:^|[.;,?!]\s*)(?:vay|vi vay|vi the|do do|do vay|cho nen|nhu vay|nhu the|tom lai|the thi"
    r"|tu do|tren day|vay nen|mong cac|kinh mong|rat mong)\b"
)
_GENERIC = frozenset(
    [
        "toi",
        "em",
        "chung",
        "minh",
        "kinh",
        "gui",
        "thua",
        "hoi",
        "nghi",
        "dong",
        "chi",
        "cac",
        "cap",
        "nganh",
        "lanh",
        "dao",
        "bac",
        "can",
        "bo",
        "xin",
        "de",
        "kien",
        "mong",
        "neu",
        "trinh",
        "bay",
        "phan",
        "anh",
        "sau",
        "nhu",
        "co",
        "hai",
        "ba",
        "bon",
        "nam",
        "may",
        "mot",
        "so",
        "nhung",
        "nhieu",
        "viec",
        "van",
        "dieu",
        "y",
        "chuyen",
        "cau",
        "noi",
        "dung",
        "nhom",
        "doi",
        "voi",
        "ve",
        "tinh",
        "so",
        "uy",
        "ban",
        "nhan",
        "dan",
        "thong",
        "nhat",
        "tat",
        "ca",
        "cung",
        "va",
        "cu",
        "the",
        "duoc",
        "nay",
        "quan",
        "tam",
        "giai",
        "quyet",
        "xem",
        "xet",
        "lam",
        "ro",
        "tra",
        "loi",
        "dap",
        "cho",
        "biet",
        "cdcs",
        "cong",
        "doan",
        "co",
        "doan",
        "vien",
        "nguoi",
        "lao",
        "that",
        "muon",
        "a",
        "tong",
        "hop",
        "dat",
        "bieu",
        "y",
        "don",
        "vi",
        "la",
        "gom",
        "cua",
        "ong",
        "ba",
        "anh",
        "chi",
        "ket",
        "qua",
        "thao",
        "luan",
        "cong",
        "ty",
        "doanh",
        "nghiep",
        "truong",
    ]
)
_WORD = re.compile(r"\w+")
_TURNS = re.compile(
    r"(?:(?<=[.?!;\n])|(?<=,)|^)\s*(?:va |con )?(?:"
    r"ngoai ra|ben canh do|ben canh|dong thoi|mat khac|them nua|lai nua|tien the|tien day|nhan day"
    r"|nhan tien|cung xin hoi|xin hoi them|cho hoi them|hoi them|de nghi them|kien nghi them"
    r"|(?:mot )?(?:viec|chuyen|y|van de|cau|dieu)(?: hoi)? (?:nua|khac|thu hai|tiep theo)"
    r"|thu hai|hai la|voi lai|cung voi do|song song(?: do)?|kem theo do|lien quan den viec khac"
    r")\b(?: la\b)?\s*[,:]?\s*"
)
_WEAK = ("dong thoi", "ben canh", "song song", "mat khac", "voi lai", "cung voi do")
_SENTENCE = re.compile(
    r"(?<=[.?!\n])\s+|\n+|(?<=;)\s+(?=(?i:đề nghị|kiến nghị|xin |de nghi|kien nghi))"
)
_POINTS_BACK = re.compile(
    r"\b(?:ay|do|nay|the|vay|no|khoan nay|nhu tren|noi tren|truong hop cua|day|viec do)\b"
)
_ANNOUNCED = re.compile(
    r"\b(hai|ba|bon|2|3|4) (?:y kien|kien nghi|cau hoi|viec|chuyen|van de|dieu|y|noi dung|cau)\b"
    r"[^:.?!]{0,40}:\s*"
)
_COUNT = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4}
_COURTESY = re.compile(
    r"(?:(?<=[.?!;])|^)\s*(?:(?:toi |em |chung toi |chung em )?(?:xin )?(?:tran trong |chan thanh )?"
    r"cam on|tran trong|kinh mong (?:cac|quy|lanh dao|tinh)[^.?!]{0,25}(?:quan tam|xem xet|giai quyet"
    r"|tra loi|giai dap)|(?:rat |kinh )?mong (?:duoc|cac cap|lanh dao|tinh)?[^.?!]{0,15}(?:quan tam"
    r"|xem xet|giai quyet|tra loi|giai dap))[^.?!]{0,40}[.!]?\s*$"
)
_LONGEST = 60
"""More items than this are a table or a law, not petitions."""
_SAME = 0.34
"""Share of common words from which two passages are taken to be on one matter."""


def split(text: str, lead_of: LeadOf | None = None) -> list[str]:
    """The petitions that the text holds, in order, each to be read alone; the text if it is one.

    ``lead_of`` helps to tell whether two passages are on different matters.
    """
    whole = normalize("NFC", text).strip()
    plain = bare(whole)
    if len(plain) != len(whole) or _ONLY_ONE.search(plain):
        return [whole]
    if markers := counted(whole, plain):
        return _by_numbers(whole, plain, markers) or [whole]
    for found in (
        _by_announcement(whole, plain),
        _by_turns(whole, plain, lead_of),
        _by_questions(whole, plain, lead_of),
    ):
        if found:
            return found
    return [whole]


def _by_numbers(whole: str, plain: str, markers: list[Marker]) -> list[str]:
    """Cut before each number, unless the items are of one matter."""
    if len(markers) > _LONGEST:
        return []
    ends = [marker.start for marker in markers[1:]] + [len(whole)]
    items = [_trimmed(whole[marker.end : end]) for marker, end in zip(markers, ends, strict=True)]
    items[-1] = _without_courtesy(items[-1])
    intro = plain[: markers[0].start].strip()
    if any(len(_words(item)) < 2 for item in items) or _is_one_matter(intro, items):
        return []
    return items


def _is_one_matter(intro: str, items: list[str]) -> bool:
    """Whether the items are reasons, parts or examples of what is asked once."""
    plain = [bare(item) for item in items]
    asking = sum(map(_asks, plain))
    if asking >= 2 and not (_BECAUSE.search(intro) and not _asks(intro) and asking < len(items)):
        return False
    last = _CONCLUDES.search(plain[-1], 1)
    before = [*plain[:-1], plain[-1][: last.start()] if last else plain[-1]]
    own = sum(map(_asks, before))
    if _REASONS.search(intro) and own < 2:
        return True
    if last and own == 0:
        return True
    if own < 2 and _asks(intro) and _substance(intro) > 2 and not _announces(intro):
        return True
    if own == 0 and all(len(_words(item)) < 5 for item in items):
        return not _announces(intro)
    return False


def _announces(intro: str) -> bool:
    """Whether the words before the first item only say that several petitions follow."""
    tail = re.split(r"[.?!]\s", intro)[-1]
    return bool(
        re.search(
            r"\b(?:hai|ba|bon|nam|sau|may|mot so|nhung|cac|nhieu|\d+) (?:nhom |van de |noi dung )?"
            r"(?:y kien|kien nghi|cau hoi|viec|chuyen|van de|dieu|y|noi dung|de nghi|cau|de xuat)\b",
            tail,
        )
        or re.search(r"\b(?:de nghi|kien nghi|xin neu|neu|de dat|xin hoi|hoi|sau)\s*:?$", tail)
    )


def _substance(intro: str) -> int:
    """Words of the last sentence, from its verb of asking, that name a matter."""
    tail = re.split(r"[.?!]\s", intro)[-1]
    at = [match.end() for match in _ASKS.finditer(tail)]
    return sum(word not in _GENERIC for word in _WORD.findall(tail[at[0] :] if at else tail))


def _by_announcement(whole: str, plain: str) -> list[str]:
    """ "Hai điều muốn hỏi: ...; và ...": as many as were announced, between semicolons."""
    match = _ANNOUNCED.search(plain)
    if not match:
        return []
    body = whole[match.end() :]
    cuts = [_trimmed(piece) for piece in re.split(r";|\n", body) if piece.strip()]
    if len(cuts) != _COUNT[match[1]]:
        cuts = [_trimmed(piece) for piece in _SENTENCE.split(body) if len(_words(piece)) > 2]
    fits = len(cuts) == _COUNT[match[1]] and all(len(_words(cut)) > 3 for cut in cuts)
    return cuts if fits else []


def _by_turns(whole: str, plain: str, lead_of: LeadOf | None) -> list[str]:
    """Cut where the text says that it turns to something else, and does."""
    parts, begin = [], 0
    for match in _TURNS.finditer(plain):
        before, after = whole[begin : match.start()], whole[match.end() :]
        following = after[: m.start()] if (m := _TURNS.search(bare(after[:2000]), 1)) else after
        if _turns(match[0], before, following, lead_of):
            parts.append(_trimmed(before))
            begin = match.end()
    if not parts:
        return []
    return [*parts, _without_courtesy(_trimmed(whole[begin:]))]


def _turns(said: str, before: str, after: str, lead_of: LeadOf | None) -> bool:
    was, follows = bare(before), bare(after)
    if min(len(_words(was)), len(_words(follows))) < 4:
        return False
    weak = any(word in said for word in _WEAK)
    if weak and "," in said[:1] and not _HEADS.search(follows) and "voi lai" not in said:
        return False
    if not (_asks(follows) or (_asks(was) and not weak)):
        return False
    one, other = (lead_of(before), lead_of(after)) if lead_of else ("", "")
    if one and other and (one != other or weak):
        return one != other
    return not _alike(before, after)


def _by_questions(whole: str, plain: str, lead_of: LeadOf | None) -> list[str]:
    """Cut between sentences that each ask, of different bodies, and do not point back."""
    if lead_of is None or not (plain.count("?") > 1 or len(_HEADLINE.findall(plain)) > 1):
        return []
    sentences = [piece.strip() for piece in _SENTENCE.split(whole) if piece and piece.strip()]
    if not 1 < len(sentences) <= 12:
        return []
    parts: list[str] = []
    leads: list[str] = []
    for sentence in sentences:
        said = bare(sentence)
        lead = lead_of(sentence) if _asks_outright(said) else ""
        new = lead and not _POINTS_BACK.search(said) and len(_words(said)) > 4
        if not parts or (
            new and leads[-1] and lead not in leads and not _alike(parts[-1], sentence)
        ):
            parts.append(sentence)
            leads.append(lead)
        else:
            parts[-1] += " " + sentence
            leads[-1] = leads[-1] or (lead if new else "")
    return parts if len(parts) > 1 and len(set(leads)) == len(leads) else []


_HEADLINE = re.compile(r"(?:^|[.?!\n;]\s*)(?:de nghi|kien nghi|xin hoi|xin|mong|toi hoi|em hoi)\b")


def _asks_outright(said: str) -> bool:
    return said.rstrip().endswith("?") or bool(_HEADS.search(said))


def _alike(before: str, after: str) -> bool:
    one, other = (set(_pairs(bare(text))) for text in (before, after))
    return len(one & other) > _SAME * min(len(one), len(other))


def _pairs(plain: str) -> list[str]:
    """Neighbouring words, the courtesies left out: two make a Vietnamese word more often than one."""
    words = [word for word in _WORD.findall(plain) if word not in _GENERIC]
    return [" ".join(pair) for pair in itertools.pairwise(words)] or words


def _asks(plain: str) -> bool:
    return _ASKS.search(plain) is not None


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _trimmed(item: str) -> str:
    """The item without what joined it to the next."""
    item = item.strip().rstrip(";,").strip()
    return re.sub(r"\s+(?:và|va|;)$", "", item).rstrip(";, ")


def _without_courtesy(item: str) -> str:
    match = _COURTESY.search(bare(item))
    return item[: match.start()].strip() if match and match.start() else item
