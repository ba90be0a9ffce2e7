"""Which body must answer a question: by the workbook's own catalogue of topics, with the reason.

The person decides: what is vague is left alone, what is filled or locked is never touched.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.plan import bodies
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ASSIGNED, NEW, SPLIT
from xl_dialogue.vietnamese.text import folded, folded_keeping_tones

THRESHOLD = 0.5
"""Confidence from which the program proposes a lead by itself."""
_ECHO = 0.5
"""Share of the best topic's score from which another topic's lead is asked to coordinate."""
_WEIGHTS = (0.0, 0.8, 1.4, 2.0, 2.6)
"""What a phrase of so many words says for its topic; longer ones say no more."""
_WORD = re.compile(r"\w+")


class Topic(NamedTuple):
    """A row of the catalogue."""

    code: str
    name: str
    lead: str
    coordinators: tuple[str, ...]
    authority: str


class Proposal(NamedTuple):
    """Who should answer, how sure that is, and the phrases that decided.

    ``lead`` is a department's code, ``""`` where nothing in the catalogue fits;
    ``confidence`` lies between 0 and 1.
    """

    lead: str
    coordinators: tuple[str, ...]
    authority: str
    topic: str
    confidence: float
    phrases: tuple[str, ...]
    rivals: tuple[str, ...]
    """Other leads that the text might call for, likeliest first."""

    @property
    def needs_review(self) -> bool:
        return self.confidence < THRESHOLD


NOTHING = Proposal("", (), "", "", 0.0, (), ())


@dataclass(frozen=True)
class Catalogue:
    """The topics, ready to be looked up by phrase."""

    topics: Mapping[str, Topic]
    phrases: Mapping[str, Mapping[str, str]]
    """Folded phrase -> topic code -> the phrase as the catalogue writes it."""
    exclusions: Mapping[str, frozenset[str]]
    """Folded phrase -> codes of the topics that it rules out."""
    longest: int
    """Words in the longest phrase."""


def catalogue(plan: Plan) -> Catalogue:
    """The plan's topics; a body no longer in force gives way to its successor."""
    living = bodies.in_force(plan, plan.conference.date)
    after = bodies.successors(plan)

    def living_body(code: str) -> str:
        return next((heir for heir in bodies.heirs(code, after) if heir in living), "")

    topics = {}
    phrases: dict[str, dict[str, str]] = defaultdict(dict)
    exclusions: dict[str, set[str]] = defaultdict(set)
    for row in plan.topics.itertuples(index=False):
        code, lead = str(row.code), living_body(str(row.lead))
        if not code or not lead:
            continue
        others = dict.fromkeys(living_body(other) for other in parts(str(row.coordinators)))
        coordinators = tuple(other for other in others if other and other != lead)
        topics[code] = Topic(code, str(row.name), lead, coordinators, str(row.authority))
        for phrase in parts(str(row.keywords)):
            for key in _keys(phrase):
                phrases[key][code] = phrase
        for phrase in parts(str(row.exclusions)):
            for key in _keys(phrase):
                exclusions[key].add(code)
    longest = max((key.count(" ") + 1 for key in (*phrases, *exclusions)), default=0)
    ruled_out = {key: frozenset(codes) for key, codes in exclusions.items()}
    return Catalogue(topics, dict(phrases), ruled_out, longest)


def _keys(phrase: str) -> set[str]:
    """The phrase with its marks and, for texts typed without any, bare."""
    return {" ".join(_WORD.findall(fold(phrase))) for fold in (folded_keeping_tones, folded)}


def _words(text: str) -> list[str]:
    """The words as they are looked up: with marks, unless the text has none at all."""
    marked = folded_keeping_tones(text)
    return _WORD.findall(folded(text) if marked.isascii() else marked)


class _Score:
    """What speaks for one topic."""

    def __init__(self) -> None:
        self.total = 0.0
        self.phrases: list[str] = []


def _phrases_in(words: list[str], known: Catalogue) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of every phrase of the catalogue in the text, longest first."""
    for size in range(min(known.longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            key = " ".join(words[start : start + size])
            if key in known.phrases or key in known.exclusions:
                yield start, start + size, key


def _scores(text: str, known: Catalogue) -> dict[str, _Score]:
    words = _words(text)
    scores: dict[str, _Score] = defaultdict(_Score)
    taken: dict[str, set[int]] = defaultdict(set)
    ruled_out: set[str] = set()
    for start, end, key in _phrases_in(words, known):
        ruled_out |= known.exclusions.get(key, frozenset())
        named = known.phrases.get(key, {})
        weight = _WEIGHTS[min(end - start, len(_WEIGHTS) - 1)] / math.sqrt(len(named) or 1)
        for code, phrase in named.items():
            place = set(range(start, end))
            if phrase not in scores[code].phrases and not place & taken[code]:
                scores[code].total += weight
                scores[code].phrases.append(phrase)
                taken[code] |= place
    return {code: score for code, score in scores.items() if code not in ruled_out}


def route(text: str, known: Catalogue) -> Proposal:
    """The body that the text calls for."""
    scores = _scores(text, known)
    if not scores:
        return NOTHING
    ranked = sorted(scores, key=lambda code: (-scores[code].total, code))
    best = known.topics[ranked[0]]
    top = scores[best.code].total
    support: dict[str, float] = defaultdict(float)
    for code in ranked:
        lead = known.topics[code].lead
        support[lead] = max(support[lead], scores[code].total)
    rivals = sorted(
        (lead for lead in support if lead != best.lead), key=lambda lead: -support[lead]
    )
    against = support[rivals[0]] if rivals else 0.0
    confidence = (1 - math.exp(-top)) * top / (top + 0.6 * against)
    echoes = (lead for lead in rivals if support[lead] >= _ECHO * top)
    coordinators = tuple(dict.fromkeys((*best.coordinators, *echoes)))
    return Proposal(
        best.lead,
        coordinators,
        best.authority,
        best.code,
        round(confidence, 2),
        tuple(scores[best.code].phrases[:4]),
        tuple(rivals[:2]),
    )


def reason(proposal: Proposal, names: Mapping[str, str], language: messages.Language = "vi") -> str:
    """Why, in a sentence that a clerk would accept."""
    quoted = ", ".join(f"“{phrase}”" for phrase in proposal.phrases)
    if not proposal.lead:
        return messages.REASON_NOTHING.say(language)
    if proposal.needs_review:
        candidates = (proposal.lead, *proposal.rivals)
        listed = ", ".join(names.get(code, code) for code in candidates)
        return messages.REASON_VAGUE.say(language, phrases=quoted, candidates=listed)
    sentence = messages.REASON.say(language, phrases=quoted, lead=names.get(proposal.lead))
    if proposal.coordinators:
        listed = ", ".join(names.get(code, code) for code in proposal.coordinators)
        sentence += messages.REASON_WITH.say(language, coordinators=listed)
    return sentence


def assign(plan: Plan) -> list[Change]:
    """The cells that the program would fill: blank ones of rows nobody has locked or decided."""
    known, names = catalogue(plan), bodies.names(plan)
    changes = []
    formulas = plan.cells["questions"].formulas if "questions" in plan.cells else frozenset()
    for row, question in plan.questions.iterrows():
        decided = question["lead"] or question["lock"] or (row, "lead") in formulas
        decided = decided or question["status"] == SPLIT
        if decided or not question["content"]:
            continue
        proposal = route(question["content"], known)
        proposed: dict[str, object] = {
            "confidence": proposal.confidence,
            "reason": reason(proposal, names),
        }
        if not proposal.needs_review:
            proposed |= {
                "topic": proposal.topic,
                "lead": proposal.lead,
                "coordinators": "; ".join(proposal.coordinators),
                "authority": proposal.authority,
            }
            if question["status"] in ("", NEW):
                changes.append(
                    Change("questions", int(str(row)), "status", question["status"], ASSIGNED)
                )
        left_before = question["reason"].startswith(messages.LEFT_FOR_A_PERSON.vi)
        for column, new in proposed.items():
            old = plan.read("questions", int(str(row)), column)
            if (row, column) in formulas:
                continue
            free = old is None or (left_before and column in _OWN)
            if new != "" and new != old and free:
                changes.append(Change("questions", int(str(row)), column, old, new))
    return changes


_OWN = ("confidence", "reason")
"""What the program wrote when it left a question for a person, and may bring up to date."""


def route_all(
    texts: Iterable[tuple[str, str]], plan: Plan, language: messages.Language = "vi"
) -> Iterator[dict[str, object]]:
    """The answer to each (id, text), in the names that people read."""
    known, names = catalogue(plan), bodies.names(plan)
    for id_, text in texts:
        proposal = route(text, known)
        yield {
            "id": id_,
            "lead": names.get(proposal.lead) if not proposal.needs_review else None,
            "coordinators": [names.get(code, code) for code in proposal.coordinators],
            "authority": proposal.authority or None,
            "confidence": proposal.confidence,
            "needs_review": proposal.needs_review,
            "reason": reason(proposal, names, language),
        }
