"""A title in lines: where it breaks, and how long the line drawn below it is.

Source: Decree 30/2020/NĐ-CP, Appendix I, II.5b: from 1/3 to 1/2 of the line of words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from xl_dialogue.decree.widths import length
from xl_dialogue.documents.registry import Context

_ROOM = 128.0
"""Millimetres of a title's line, a little less than its column holds."""
_SIZE = 14
RULES = (10, 14, 21, 31, 46)
"""Lengths in mm of the line below: one of them suits each line of words from 20 mm."""
_SHARE = 0.42
_LEADS_ON = frozenset((
    "với", "của", "và", "trên", "giữa", "tại", "năm", "trong", "về", "gửi", "cho", "để", "do",
))  # fmt: skip
"""Words with which a line may well begin."""
_WHOLE = (
    "Ủy ban nhân dân", "Liên đoàn Lao động", "người lao động", "công nhân", "viên chức", "lao động",
    "Chủ tịch", "Hội nghị", "hội nghị", "đối thoại", "gặp gỡ", "trả lời", "kiến nghị", "ý kiến",
    "câu hỏi", "tổng hợp", "phối hợp", "khen thưởng", "thành tích", "địa bàn",
    "kết luận", "đại biểu",
)  # fmt: skip
"""Words of several syllables, better not torn."""
_UGLY = 400.0
"""What a break elsewhere costs: as much as a line that is 20 mm too short."""
_YEAR = re.compile(r"\b(năm|tháng|ngày|thứ) (?=\d)")


def set_in_lines(context: Context) -> Context:
    """The context with its subject as a title has it, if it has one."""
    subject = str(context.get("subject", ""))
    lines = title_lines(subject, str(context.get("place", "")))
    return {**context, "subject_lines": lines, "subject_rule": rule_length(lines)}


def title_lines(subject: str, place: str = "") -> list[str]:
    """As few lines as can be, of about one length; no name of a place and no year is torn."""
    words = _kept(subject, place).split(" ")
    lines = _set(tuple(words)) if subject.strip() else ()
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def rule_length(lines: list[str]) -> int:
    """Of the lengths that templates have, the one that suits the last line best; 0 for none."""
    if not lines:
        return 0
    last = _width(lines[-1])
    return min(RULES, key=lambda each: abs(each - _SHARE * last))


def _kept(subject: str, place: str) -> str:
    """The subject with no-break spaces where it must not be torn."""
    text = " ".join(subject.split())
    for name in filter(None, (place.strip(), *_WHOLE)):
        text = text.replace(name, name.replace(" ", "\N{NO-BREAK SPACE}"))
    return _YEAR.sub("\\1\N{NO-BREAK SPACE}", text)


@lru_cache(maxsize=64)
def _set(words: tuple[str, ...]) -> tuple[str, ...]:
    """The best of all settings: few lines first, then their evenness and where they break."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)] * (len(words) + 1)
    even = _evenly(words)
    for start in range(len(words) - 1, -1, -1):
        best[start] = min(_settings(words, start, best, even))
    lines, start = [], 0
    while start < len(words):
        end = best[start][2]
        lines.append(" ".join(words[start:end]))
        start = end
    return tuple(lines)


def _settings(
    words: tuple[str, ...], start: int, best: list[tuple[int, float, int]], even: float
) -> list[tuple[int, float, int]]:
    """What each line that may begin here costs, with all that follows: lines, ugliness, its end."""
    found = []
    for end in range(start + 1, len(words) + 1):
        width = _width(" ".join(words[start:end]))
        if width > _ROOM and end > start + 1:
            break
        count, ugly, _ = best[end]
        torn = 0.0 if end == len(words) or _may_end(words[end - 1], words[end]) else _UGLY
        found.append((count + 1, ugly + torn + (even - width) ** 2, end))
    return found


def _may_end(last: str, following: str) -> bool:
    return last[-1:] in (",", ";") or following in _LEADS_ON


def _evenly(words: tuple[str, ...]) -> float:
    whole = _width(" ".join(words))
    return whole / max(1, -(-whole // _ROOM))


def _width(line: str) -> float:
    return length(line.replace("\N{NO-BREAK SPACE}", " "), _SIZE, bold=True)
