"""Whom the lead needs beside it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.messages import Text
from xl_dialogue.plan.sheets import EMPLOYER
from xl_dialogue.questions.catalogue import Catalogue, Topic
from xl_dialogue.questions.scoring import Score, Scores
from xl_dialogue.vietnamese.text import folded

UNION = "LDLD"
"""The code of the province's federation of labour: it stands by its members."""
_MEMBERS = (
    "doan vien", "cong doan co so", "cdcs", "cong nhan", "nguoi lao dong", "nld", "chi em", "tho",
)  # fmt: skip
"""How union members and workers are called, folded."""
FINANCE, DISTRICTS = "STC", "UBNDHUYEN"
"""The codes of those who pay for what is public, and of those on whose ground it happens."""
_MONEY = ("kinh phi", "phu cap", "ngan sach", "tien ho tro", "dinh muc", "nang muc", "bo tri von")
_PLACES = ("xa", "xom", "phuong", "huyen", "thi tran", "thon", "to dan pho", "tren dia ban")
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
}
"""Body -> the words that call for it beside whoever leads."""
_FOLDED_CALLS = {
    body: [(f" {folded(said)} ", said) for said in calls] for body, calls in _CALLS.items()
}
_ECHO = 0.5
"""Share of the best topic's score from which another topic's lead is asked to coordinate."""
MOST = 6
"""More coordinators than that are nobody's."""


class Why(Enum):
    """Why a body coordinates."""

    TOPIC = messages.WITH_BY_TOPIC
    ASKER = messages.WITH_FOR_ASKER
    MONEY = messages.WITH_FOR_MONEY
    PLACE = messages.WITH_FOR_PLACE
    NAMED = messages.WITH_AS_NAMED
    ALSO = messages.WITH_FOR_PHRASE


class Coordinator(NamedTuple):
    """A body by its code, the reason, the phrase that calls for it."""

    body: str
    why: Why
    phrase: str = ""

    @property
    def because(self) -> Text:
        return self.why.value


def coordinators(
    best: Topic, found: Scores, support: Mapping[str, float], asker: str, known: Catalogue
) -> tuple[Coordinator, ...]:
    """The bodies beside the lead, each once, those of the catalogue first."""
    chosen: dict[str, Coordinator] = {}
    for one in _candidates(best, found, support, asker, known):
        if one.body != best.lead:
            chosen.setdefault(one.body, one)
    return tuple(chosen.values())[:MOST]


def _candidates(
    best: Topic, found: Scores, support: Mapping[str, float], asker: str, known: Catalogue
) -> Iterator[Coordinator]:
    yield from (Coordinator(code, Why.TOPIC) for code in best.coordinators)
    if (union := known.heirs.get(UNION)) and _says(asker, _MEMBERS):
        yield Coordinator(union, Why.ASKER)
    enough = _ECHO * support[best.lead]
    for lead in sorted(support, key=lambda code: -support[code]):
        firm = [
            score
            for code, score in found.topics.items()
            if score.firm and known.topics[code].lead == lead
        ]
        if support[lead] >= enough and firm:
            yield Coordinator(lead, Why.ALSO, _heaviest(firm).phrases[0])
    yield from (Coordinator(code, Why.NAMED) for code in found.named)
    if best.authority != EMPLOYER:
        for code, why, said in (FINANCE, Why.MONEY, _MONEY), (DISTRICTS, Why.PLACE, _PLACES):
            if (heir := known.heirs.get(code)) and _says(asker, said):
                yield Coordinator(heir, why)
    padded = f" {asker} "
    for code, calls in _FOLDED_CALLS.items():
        if heir := known.heirs.get(code):
            for call, phrase in calls:
                if call in padded:
                    yield Coordinator(heir, Why.ALSO, phrase)
                    break


def _heaviest(those: Iterable[Score]) -> Score:
    return max(those, key=lambda score: score.total)


def _says(folded_words: str, any_of: tuple[str, ...]) -> bool:
    """Whether one of the phrases is among the words, which are folded."""
    padded = f" {folded_words} "
    return any(f" {said} " in padded for said in any_of)
