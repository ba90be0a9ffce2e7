"""Names of persons as staff lists hold them: honorifics, ranks, capitals, order."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize

from xl_dialogue.vietnamese.spelling import ALPHABET, toneless, tones
from xl_dialogue.vietnamese.text import tidy


class Name(NamedTuple):
    """A name cell taken apart; what is not certain is for a person to decide."""

    honorific: str
    ranks: tuple[str, ...]
    full_name: str
    certain: bool


_SURE_HONORIFICS = r"đ\s?[/.]\s?c|đc|đồng chí|ô\s?/\s?b|ông\s?/\s?bà|ông\s?\(bà\)"
_PLAIN_HONORIFICS = r"ông|bà|anh|chị|cô|chú|bác|cụ|[ôbac](?=\.)"
_INITIALS = {"ô": "Ông", "b": "Bà", "a": "Anh", "c": "Chị"}
_RANKS = (
    r"pgs|gs|tskh|ts|th\.?\s?s|(?:bs|ds|đd)?\.?\s?ck\s?(?:ii|i|2|1)|bs|ds|đd|ks|kts|cn|ls"
    r"|nsưt|nsnd|ngưt|ngnd|ttưt|ttnd|nnưt|nnnd"
    r"|(?:phó )?giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|bác s[ĩỹ]|dược s[ĩỹ]|kỹ sư|kiến trúc sư|luật sư"
    r"|cử nhân|(?:nghệ s[ĩỹ]|nghệ nhân|nhà giáo|thầy thuốc) (?:ưu tú|nhân dân)"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|(?:thượng|trung|hạ) s[ĩỹ]"
)
_TITLE = re.compile(
    f"(?:(?P<sure>{_SURE_HONORIFICS})|(?P<rank>{_RANKS})|(?P<plain>{_PLAIN_HONORIFICS}))"
    r"(?![^\W\d_])[\s.,:;/–-]*",
    re.IGNORECASE,
)

_SURNAME_LIST = """
an âu bàn bàng bành bế bùi cao chảo châu chu cù cung cư diệp doãn dương đàm đặng đào đậu đinh đoàn
đỗ đồng đường giàng giáp hà hầu hồ hoàng huỳnh hứa kha khổng khúc kiều kim la lã lại lâm lãnh lầu lê
liễu lò lộc lù lục lư lưu lương lý ma mã mạc mạch mai mông nghiêm ngô nguyễn ninh nông ôn phạm phan
phàn phí phùng quách sái sầm sùng tạ tăng tẩn thạch thái thào thân thẩm tiêu tô tôn tống trần triệu
trịnh trương từ ứng vàng vi viên vũ võ vương xa
"""
_MIDDLE_NAMES_TOO = "an cao châu đồng hà hoàng kim lâm lộc mai thái thạch"
_SHORTEST_NAME = dict.fromkeys(_SURNAME_LIST.split(), 2) | dict.fromkeys(
    _MIDDLE_NAMES_TOO.split(), 3
)
"""Surname → words a name needs, lest "Ông Hoàng Minh" lose a surname Ông."""

_LETTER_ORDER = {ord(letter): 0x100 + place for place, letter in enumerate(ALPHABET)}


def split_name(cell: str) -> Name:
    """The honorific, ranks and full name of a cell such as "Đ/c Thượng tá, ThS. Nông Văn An".

    "Ông Ích Khiêm" may be a whole name: it stays whole and not certain. So does a cell of titles.
    """
    text, place = tidy(cell), 0
    honorific, ranks = "", list[str]()
    while title := _TITLE.match(text, place):
        doubtful = title["plain"] and not _begins_with_person(text, title.end())
        if doubtful or title.end() == len(text):
            return Name(honorific, tuple(ranks), text[place:], certain=False)
        if title["rank"]:
            ranks.append(title["rank"])
        else:
            honorific = honorific or _honorific(title)
        place = title.end()
    return Name(honorific, tuple(ranks), text[place:], certain=True)


def is_shouting(name: str) -> bool:
    """Whether the name is in capitals; small toned vowels, as old fonts leave them, count too."""
    letters = normalize("NFC", name)
    in_capitals = any(sum(map(str.isupper, word)) > 1 for word in letters.split())
    return in_capitals and not any("a" <= letter <= "z" for letter in letters)


def proper_case(name: str) -> str:
    """The name with a capital at the head of each word, to be proposed: "H'MEN" → "H'Men"."""
    return normalize("NFC", name).title()


def sort_key(name: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The order of staff lists: given name, then surname and middle names, letters before tones."""
    words = normalize("NFC", name).split()
    return tuple(
        (toneless(word).translate(_LETTER_ORDER), tuple(tones(word)))
        for word in words[-1:] + words[:-1]
    )


def _honorific(title: re.Match[str]) -> str:
    if title["plain"]:
        word = title["plain"].lower()
        return _INITIALS.get(word, word.capitalize())
    return "Ông/Bà" if title["sure"].lower().startswith("ô") else "Đồng chí"


def _begins_with_person(text: str, place: int) -> bool:
    """Whether a rank or a whole name with a known surname follows."""
    title = _TITLE.match(text, place)
    if title and title["rank"]:
        return True
    words = text[place:].lower().split(maxsplit=3)
    return bool(words) and len(words) >= _SHORTEST_NAME.get(words[0], 9)
