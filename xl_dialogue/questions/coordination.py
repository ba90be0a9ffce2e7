"""Whom the lead needs beside it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import Text
from xl_dialogue.plan.sheets import EMPLOYER
from xl_dialogue.questions.catalogue import Catalogue, Topic
from xl_dialogue.questions.scoring import Score, Scores
from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

UNION = "LDLD"
"""The code of the province's federation of labour: it stands by its members."""
_MEMBERS = (
    "đoàn viên", "công đoàn cơ sở", "cđcs", "công nhân", "người lao động", "nlđ", "chị em", "thợ",
    "bệnh nghề nghiệp",
)  # fmt: skip
"""How union members and workers are called."""
FINANCE, DISTRICTS = "STC", "UBNDHUYEN"
"""The codes of those who pay for what is public, and of those on whose ground it happens."""
_MONEY = ("kinh phí", "phụ cấp", "ngân sách", "tiền hỗ trợ", "định mức", "nâng mức", "bố trí vốn")
_PLACES = (
    "xã", "xóm", "phường", "huyện", "thị trấn", "thôn", "ở bản", "vào bản", "tổ dân phố",
    "cửa khẩu", "khu kinh tế", "trên địa bàn",
)  # fmt: skip
_CALLS = {
    "SGDDT": ("giáo viên", "học sinh", "mầm non", "nhà trường", "trường học", "giáo dục"),
    "BQLKKT": ("khu công nghiệp", "kcn", "khu kinh tế", "cửa khẩu"),
    "BDT": ("dân tộc thiểu số", "đồng bào dân tộc", "đặc biệt khó khăn", "người có uy tín"),
    "SYT": ("bệnh viện", "trạm y tế", "nhân viên y tế", "f0", "giám định", "bệnh nghề nghiệp"),
    "CAT": ("công an", "bỏ trốn", "hành hung", "lừa đảo", "vượt biên", "người nước ngoài"),
    "STNMT": ("quy hoạch", "quỹ đất", "ô nhiễm", "môi trường", "đất đai"),
    "SXD": ("nhà ở", "xây nhà", "nhà công vụ", "công trình", "nước thải"),
    "SKHDT": ("đầu tư", "vốn trung hạn", "bố trí vốn", "dự án"),
    "SNNPTNT": ("lâm nghiệp", "nông nghiệp", "nông sản", "nông thôn mới", "cánh đồng"),
    "SNV": ("biên chế", "công chức", "không chuyên trách"),
    "BHXH": ("bảo hiểm xã hội", "bhxh", "sổ bảo hiểm", "thẻ bảo hiểm", "bhyt"),
    "SGTVT": ("quốc lộ", "đường tỉnh", "xe khách"),
    DISTRICTS: ("đình công", "ngừng việc tập thể"),
}
"""Body -> the words that call for it beside whoever leads.

Source: for strikes Bộ luật Lao động 2019, Điều 211.
"""
_PADDED = {
    phrase: (f" {phrase} ", f" {folded(phrase)} ")
    for phrases in (_MEMBERS, _MONEY, _PLACES, *_CALLS.values())
    for phrase in phrases
}
"""Phrase -> how it stands in a text with marks, and in a bare one."""
_ECHO = 0.5
"""Share of the best topic's score from which another topic's lead is asked to coordinate."""
MOST = 6
"""More coordinators than that are nobody's."""


class Coordinator(NamedTuple):
    """A body by its code, the reason, the phrase that calls for it."""

    body: str
    because: Text
    phrase: str = ""


def coordinators(
    best: Topic, found: Scores, support: Mapping[str, float], texts: Iterable[str], known: Catalogue
) -> tuple[Coordinator, ...]:
    """The bodies beside the lead, each once, those of the catalogue first.

    ``texts`` are what is asked and what else is known of who asks.
    """
    said = _said(texts)
    chosen: dict[str, Coordinator] = {}
    for one in _candidates(best, found, support, said, known):
        if one.body != best.lead:
            chosen.setdefault(one.body, one)
    return tuple(chosen.values())[:MOST]


def _candidates(
    best: Topic, found: Scores, support: Mapping[str, float], said: _Said, known: Catalogue
) -> Iterator[Coordinator]:
    yield from (Coordinator(code, messages.WITH_BY_TOPIC) for code in best.coordinators)
    if (union := known.heirs.get(UNION)) and _says(said, _MEMBERS):
        yield Coordinator(union, messages.WITH_FOR_ASKER)
    enough = _ECHO * support[best.lead]
    for lead in sorted(support, key=lambda code: -support[code]):
        firm = [
            score
            for code, score in found.topics.items()
            if score.firm and known.topics[code].lead == lead
        ]
        if support[lead] >= enough and firm:
            yield Coordinator(lead, messages.WITH_FOR_PHRASE, _heaviest(firm).phrases[0])
    yield from (Coordinator(code, messages.WITH_AS_NAMED) for code in found.named)
    if best.authority != EMPLOYER:
        if (heir := known.heirs.get(FINANCE)) and _says(said, _MONEY):
            yield Coordinator(heir, messages.WITH_FOR_MONEY)
        if (heir := known.heirs.get(DISTRICTS)) and _says(_without_no_places(said), _PLACES):
            yield Coordinator(heir, messages.WITH_FOR_PLACE)
    for code, calls in _CALLS.items():
        if (heir := known.heirs.get(code)) and (phrase := _says(said, calls)):
            yield Coordinator(heir, messages.WITH_FOR_PHRASE, phrase)


def _heaviest(those: Iterable[Score]) -> Score:
    return max(those, key=lambda score: score.total)


class _Said(NamedTuple):
    """The words of the texts that have marks, and of those that have none, between spaces."""

    marked: str
    bare: str


def _said(texts: Iterable[str]) -> _Said:
    words = [f" {folded_keeping_tones(text)} " for text in texts]
    return _Said(
        "|".join([each for each in words if not each.isascii()]),
        "|".join([each for each in words if each.isascii()]),
    )


def _says(said: _Said, any_of: tuple[str, ...]) -> str:
    """The first of the phrases that a text holds; marks count unless the text has none."""
    for phrase in any_of:
        marked, bare = _PADDED[phrase]
        if marked in said.marked or bare in said.bare:
            return phrase
    return ""


def _without_no_places(said: _Said) -> _Said:
    return _Said(said.marked.replace(" xã hội ", " "), said.bare.replace(" xa hoi ", " "))
