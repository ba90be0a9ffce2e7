"""One name for one thing, in every document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.vietnamese.text import folded

_WORD = re.compile(r"\w+")


@rule
def names_that_differ(plan: Plan) -> Iterator[Finding]:
    conference = plan.conference
    officials = (conference.signing_agreement, conference.award_programme)
    for sheet in ("tasks", "agenda"):
        for row, content in down(plan.frames[sheet], "content"):
            for official in filter(None, officials):
                said = likeness(content, official)
                if said and folded(said) != folded(official):
                    facts = {"found": said, "official": official}
                    yield Finding(Rule.NAME_DIFFERS, sheet, row, "content", facts, said)


_ALIKE = 0.6


def likeness(content: str, official: str) -> str:
    """The stretch of the content most like the official name, ``""`` where none is."""
    wanted = Counter(folded(word) for word in _WORD.findall(official))
    spans = [(match.start(), match.end()) for match in _WORD.finditer(content)]
    words = [folded(content[start:end]) for start, end in spans]
    size = wanted.total()
    best, at = 0.0, 0
    for start in range(max(1, len(words) - size + 1)):
        shared = (Counter(words[start : start + size]) & wanted).total() / size
        if shared > best:
            best, at = shared, start
    if best < _ALIKE:
        return ""
    return content[spans[at][0] : spans[min(at + size, len(spans)) - 1][1]]


_ABBREVIATION = re.compile(r"\b[A-ZĐ]{6,}\b")


@rule
def abbreviations_that_differ(plan: Plan) -> Iterator[Finding]:
    """CNVCNLĐ, CNVCNLD and CNVCLĐ are one thing: the most frequent spelling is the usual one."""
    places = [
        (sheet, row, column, word)
        for sheet, column in (("tasks", "content"), ("agenda", "content"), ("groups", "name"))
        for row, content in down(plan.frames[sheet], column)
        for word in _ABBREVIATION.findall(content)
    ]
    counted = Counter(word for *_, word in places)
    for sheet, row, column, word in dict.fromkeys(places):
        usual = max(
            (other for other in counted if _one_letter_apart(word, other)),
            key=lambda other: counted[other],
            default=word,
        )
        if counted[usual] > counted[word]:
            facts = {"found": word, "usual": usual}
            yield Finding(Rule.ABBREVIATION_DIFFERS, sheet, row, column, facts, word)


def _one_letter_apart(word: str, other: str) -> bool:
    """Alike but for marks or one letter left out."""
    short, long = sorted((folded(word), folded(other)), key=len)
    if len(short) == len(long):
        return word != other and short == long
    return len(long) == len(short) + 1 and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )
