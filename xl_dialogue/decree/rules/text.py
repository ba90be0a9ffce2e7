"""X01, X02: what must not be left in the text; capitals of names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.decree.registry import EVERY_ROLE, LAID_OUT, Fault, Level, rule
from xl_dialogue.messages import Text
from xl_dialogue.vietnamese.legacy import legacy_encoding
from xl_dialogue.vietnamese.text import is_decomposed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xl_dialogue.decree.letters import Letter
    from xl_dialogue.decree.manuscript import Piece

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%|%\}|\}\}")
_NOTHING = re.compile(
    r"(?<!\w)(?:None|NaN|NaT|null|undefined)(?!\w)|(?:^|[:,;(]\s*)nan(?=\s*(?:$|[.,;)]))"
)
_LABELS = re.compile(
    r"^\s*(?:[-–+]|\d+[.)])?\s*(?:thời gian|địa điểm|chủ trì|kính gửi|điện thoại)\s*:\s*[.;]?$",
    re.IGNORECASE,
)
_TWO_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_FOR_THE_PEN = re.compile(
    r"(?:ngày|tháng|năm|số:?|lúc|giờ|:)$|^(?:tháng|năm|giờ|phút|/)", re.IGNORECASE
)
_NAMES = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Văn phòng Ủy ban nhân dân", "Thủ tướng Chính phủ",
    "Liên đoàn Lao động", "Tổng Liên đoàn Lao động", "Mặt trận Tổ quốc Việt Nam",
    "Sở Xây dựng", "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Tư pháp", "Sở Công Thương",
    "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Sở Lao động - Thương binh và Xã hội",
    "Sở Kế hoạch và Đầu tư", "Sở Giao thông vận tải", "Sở Tài nguyên và Môi trường",
    "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường",
)  # fmt: skip
"""Names of bodies whose capitals are not in doubt. Source: Decree 30, Appendix II, part III."""


@rule("X01", Text("Chữ còn sót, ô trống", "What is left over"), "Kỹ thuật", roles=EVERY_ROLE)
def left_over(letter: Letter) -> Iterator[Fault]:
    for paragraph in letter.paragraphs:
        for piece in paragraph.lines:
            yield from _in_line(letter, piece)
        if paragraph.lines and is_decomposed(paragraph.raw):
            yield Fault(messages.DECREE_DECOMPOSED, paragraph.lines[0])


def _in_line(letter: Letter, piece: Piece) -> Iterator[Fault]:
    text = piece.text
    for pattern in (_TAG, _NOTHING):
        if found := pattern.search(text):
            yield Fault(messages.DECREE_LEFT_OVER, piece, {"found": found[0].strip(" :,;(")})
    if _LABELS.match(text) and not _goes_on(letter, piece):
        yield Fault(messages.DECREE_BLANK, piece, {"found": text})
    if letter.is_official and piece.paragraph.cell is None and _has_two_spaces(text):
        yield Fault(messages.DECREE_TWO_SPACES, piece)
    if legacy_encoding(text):
        yield Fault(messages.DECREE_OLD_ENCODING, piece)


def _has_two_spaces(text: str) -> bool:
    """Room that a draft leaves for the pen is none of these."""
    return any(
        not re.search(_FOR_THE_PEN, text[max(found.start() - 6, 0) : found.start()])
        and not _FOR_THE_PEN.match(text[found.end() : found.end() + 8])
        for found in _TWO_SPACES.finditer(text)
    )


def _goes_on(letter: Letter, piece: Piece) -> bool:
    """Whether the next line, or the cell beside it, says what the label asks for."""
    if piece.paragraph.cell is not None:
        return True
    lines = [line for paragraph in letter.own for line in paragraph.lines if line.text]
    following = lines[lines.index(piece) + 1 :] if piece in lines else []
    return bool(following) and re.match(r"[-–+•*]|[a-zđ]\)|\d+\.", following[0].text) is not None


@rule(
    "X02",
    Text("Viết hoa", "Capitals"),
    "NĐ 30/2020, PL II",
    level=Level.WARNING,
    roles=LAID_OUT,
)
def capitals(letter: Letter) -> Iterator[Fault]:
    """Only names that nobody doubts, and only where they are not all in capitals."""
    for paragraph in letter.paragraphs:
        for piece in paragraph.lines:
            yield from _names(piece)


def _names(piece: Piece) -> Iterator[Fault]:
    for name, pattern in _patterns().items():
        for found in pattern.finditer(piece.text):
            said = _as_written_today(found[0])
            if said != name and not said.isupper():
                yield Fault(messages.DECREE_NAME, piece, {"found": found[0], "wanted": name})
                return


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Each name in whatever capitals; the longer first, so that a part is not told again."""
    return {
        name: re.compile(rf"(?<!\w){_loose(name)}(?!\w)", re.IGNORECASE)
        for name in sorted(_NAMES, key=len, reverse=True)
    }


def _loose(name: str) -> str:
    return re.escape(name).replace("Ủy", "(?:Ủy|Uỷ)").replace("\\ ", "\\s")


def _as_written_today(name: str) -> str:
    """The tone where the decree has it: "Ủy", not "Uỷ"."""
    return re.sub(r"\s", " ", name).replace("Uỷ", "Ủy").replace("uỷ", "ủy").replace("UỶ", "ỦY")
