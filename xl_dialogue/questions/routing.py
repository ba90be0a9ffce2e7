"""Which body must answer a question: by the workbook's own catalogue of topics, with the reason.

The person decides: what is vague is left alone, what is filled or locked is never touched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.plan import bodies
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import ASSIGNED, NEW
from xl_dialogue.questions.catalogue import Catalogue, catalogue
from xl_dialogue.questions.confidence import THRESHOLD, Evidence, confidence
from xl_dialogue.questions.phrases import Hit
from xl_dialogue.questions.words import words_of

_ECHO = 0.5
"""Share of the best topic's score from which another topic's lead is asked to coordinate."""
_LATER = 0.5
"""What a phrase weighs that stands in a second matter of the same text."""
_PART = 0.3
"""What is left of a phrase that is only a part of a longer one of another lead."""
_KIN = 0.3
"""What the other topics of the same lead add to its best."""
_SECOND = re.compile(
    r"(?:^|[\s(])(?:2[.)/]|b[.)]|ii[.)]|thứ hai|thu hai|hai là|việc thứ hai|chuyện hai)(?=[\s:,)]|$)"
    r"|(?<=[.;:\s])(?:ngoài ra|bên cạnh đó|đồng thời|ngoai ra|ben canh do|dong thoi|với lại)\b"
    r"|(?<=\S)\s+[-+•]\s",
    re.IGNORECASE,
)
"""Where a text comes to its second matter."""


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
    evidence: Evidence = Evidence(0, 0, 0, 0)

    @property
    def needs_review(self) -> bool:
        return self.confidence < THRESHOLD


NOTHING = Proposal("", (), "", "", 0.0, (), ())


class _Score:
    """What speaks for one topic."""

    def __init__(self) -> None:
        self.total = 0.0
        self.phrases: list[str] = []
        self.taken: set[int] = set()
        self.longest = 0


def _scores(text: str, known: Catalogue) -> tuple[dict[str, _Score], dict[str, float]]:
    """What speaks for each topic, and for each body that the asker names."""
    words = words_of(text, known.synonyms)
    scores: dict[str, _Score] = defaultdict(_Score)
    named: dict[str, float] = {}
    ruled_out: set[str] = set()
    later = _second_matter(text, known)
    found = []
    for hit in known.lexicon.hits(words):
        keyword = known.keywords[hit.phrase]
        weight = keyword.weight * hit.exactness * (_LATER if hit.places[0] >= later else 1)
        if keyword.body:
            named[keyword.body] = max(weight, named.get(keyword.body, 0))
        elif keyword.excludes:
            if hit.exactness >= 0.9:
                ruled_out.add(keyword.topic)
        else:
            found.append((weight, hit))
    covering = _covering(found, known)
    found = [
        (weight * (_PART if _is_part(hit, covering, known) else 1), hit) for weight, hit in found
    ]
    found.sort(key=lambda each: -each[0])
    for weight, hit in found:
        keyword = known.keywords[hit.phrase]
        score = scores[keyword.topic]
        if keyword.said not in score.phrases and score.taken.isdisjoint(hit.places):
            score.total += weight
            score.phrases.append(keyword.said)
            score.taken.update(hit.places)
            score.longest = max(score.longest, len(hit.places))
    return {code: score for code, score in scores.items() if code not in ruled_out}, named


def _covering(found: list[tuple[float, Hit]], known: Catalogue) -> Mapping[int, list[Hit]]:
    """Place of a word -> the phrases of several words that take it up."""
    covering: dict[int, list[Hit]] = defaultdict(list)
    for _, hit in found:
        if len(hit.places) > 1:
            for place in hit.places:
                covering[place].append(hit)
    return covering


def _is_part(hit: Hit, covering: Mapping[int, list[Hit]], known: Catalogue) -> bool:
    """Whether a longer phrase of another lead says all that this one says, and more."""
    lead = known.topics[known.keywords[hit.phrase].topic].lead
    return any(
        len(other.places) > len(hit.places)
        and set(hit.places) <= set(other.places)
        and known.topics[known.keywords[other.phrase].topic].lead != lead
        for other in covering.get(hit.places[0], ())
    )


def _second_matter(text: str, known: Catalogue) -> int:
    """How many words come before the text's second matter; no limit where there is one alone."""
    second = _SECOND.search(text)
    if second is None or second.start() < 15:
        return 10**9
    return len(words_of(text[: second.start()], known.synonyms))


def route(text: str, known: Catalogue) -> Proposal:
    """The body that the text calls for."""
    scores, named = _scores(text, known)
    if not scores:
        return NOTHING
    ranked = sorted(scores, key=lambda code: (-scores[code].total, code))
    support: dict[str, float] = defaultdict(float)
    first: dict[str, str] = {}
    for code in ranked:
        lead = known.topics[code].lead
        support[lead] += scores[code].total * (_KIN if lead in first else 1)
        first.setdefault(lead, code)
    for lead in first:
        support[lead] += named.get(lead, 0)
    leads = sorted(support, key=lambda lead: (-support[lead], lead))
    best = known.topics[first[leads[0]]]
    rivals = leads[1:]
    against = support[rivals[0]] if rivals else 0.0
    evidence = Evidence(
        support[best.lead], against, len(scores[best.code].phrases), scores[best.code].longest
    )
    echoes = (lead for lead in rivals if support[lead] >= _ECHO * support[best.lead])
    coordinators = tuple(dict.fromkeys((*best.coordinators, *echoes)))
    return Proposal(
        best.lead,
        coordinators,
        best.authority,
        best.code,
        round(confidence(evidence), 2),
        tuple(scores[best.code].phrases[:4]),
        tuple(rivals[:2]),
        evidence,
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
