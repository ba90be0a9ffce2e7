"""Which body must answer a question: by the workbook's own catalogue of topics, with the reason.

The person decides: what is vague is left alone, what is filled or locked is never touched.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.counted import single
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import ASSIGNED, NEW
from xl_dialogue.questions.catalogue import Catalogue, Topic, catalogue
from xl_dialogue.questions.confidence import THRESHOLD, Evidence, confidence
from xl_dialogue.questions.coordination import Coordinator, coordinators
from xl_dialogue.questions.precedents import Like, Memory, Precedent, decided_by_staff, of_today
from xl_dialogue.questions.reasons import reason
from xl_dialogue.questions.scoring import Scores, scores

_KIN = 0.3
"""What the other topics of the same lead add to its best."""
_OPINION = 4 / 3
"""What the second opinion weighs beside the phrases."""
_CANDIDATES = 3
"""Leads offered where a person must decide."""
_SHOWN = 4
"""Phrases told of."""


class Proposal(NamedTuple):
    """Who should answer, how sure that is, and the phrases that decided.

    ``lead`` is a department's code, ``""`` where nothing in the catalogue fits;
    ``confidence`` lies between 0 and 1.
    """

    lead: str = ""
    beside: tuple[Coordinator, ...] = ()
    authority: str = ""
    topic: str = ""
    confidence: float = 0.0
    phrases: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    """Other leads that the text might call for, likeliest first."""
    basis: str = ""
    like: Like | None = None
    """The question already assigned that decided."""
    evidence: Evidence = Evidence()

    @property
    def needs_review(self) -> bool:
        return self.confidence < THRESHOLD

    @property
    def coordinators(self) -> tuple[str, ...]:
        return tuple(one.body for one in self.beside)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The leads that come into question, likeliest first."""
        return (self.lead, *self.rivals)[:_CANDIDATES] if self.lead else ()


NOTHING = Proposal()


def route(
    text: str, known: Catalogue, *, asker: str = "", memory: Memory | None = None
) -> Proposal:
    """The body that the text calls for; ``asker`` is what else is known of who asks."""
    like = memory.like(text) if memory else None
    found = scores(text, known)
    if not found.topics:
        return _as_before(like, NOTHING, known) if like else NOTHING
    support, best = _support(found, known)
    opinion = _opinion(found.words, known)
    judged = {lead: support[lead] + opinion.get(lead, 0.0) for lead in support}
    leads = sorted(judged, key=lambda lead: (-judged[lead], lead))
    topic, rivals = best[leads[0]], leads[1:]
    evidence = _evidence(topic, found, support, opinion)
    proposal = Proposal(
        topic.lead,
        coordinators(topic, found, support, (text, asker), known),
        topic.authority,
        topic.code,
        round(confidence(evidence), 2),
        tuple(found.topics[topic.code].phrases[:_SHOWN]),
        tuple(rivals),
        topic.basis,
        evidence=evidence,
    )
    return _as_before(like, proposal, known) if like else proposal


def _support(found: Scores, known: Catalogue) -> tuple[dict[str, float], dict[str, Topic]]:
    """What speaks for each lead, and the topic that says most for it."""
    support: dict[str, float] = defaultdict(float)
    best: dict[str, Topic] = {}
    for code in sorted(found.topics, key=lambda code: (-found.topics[code].total, code)):
        topic = known.topics[code]
        support[topic.lead] += found.topics[code].total * (_KIN if topic.lead in best else 1)
        best.setdefault(topic.lead, topic)
    for lead in best:
        support[lead] += found.named.get(lead, 0.0)
    return support, best


def _opinion(words: Sequence[str], known: Catalogue) -> dict[str, float]:
    """What the second opinion says for each lead: what it says for the likeliest of its topics."""
    said: dict[str, float] = {}
    for lead, weight in zip(known.shipped, known.opinions.of(words), strict=False):
        if lead and weight > said.get(lead, -math.inf):
            said[lead] = weight
    return {lead: weight * _OPINION for lead, weight in said.items()}


def _evidence(
    topic: Topic, found: Scores, support: Mapping[str, float], opinion: Mapping[str, float]
) -> Evidence:
    """What speaks for the topic's lead and against it."""
    lead = topic.lead
    against = max((weight for other, weight in support.items() if other != lead), default=0.0)
    firm = found.topics[topic.code].firm
    if lead not in opinion:
        return Evidence(support[lead], against, firm)
    doubt = max((weight for other, weight in opinion.items() if other != lead), default=0.0)
    ahead = (
        support[lead]
        + opinion[lead]
        - max(
            (
                support.get(each, 0.0) + opinion.get(each, 0.0)
                for each in {*support, *opinion} - {lead}
            ),
            default=0.0,
        )
    )
    return Evidence(support[lead], against, firm, opinion[lead] - doubt, ahead)


def _as_before(like: Like, proposal: Proposal, known: Catalogue) -> Proposal:
    """The question goes where its like went."""
    before = like.precedent
    if before.lead not in known.living:
        return proposal
    agreed = proposal.lead == before.lead
    rivals = dict.fromkeys((proposal.lead, *proposal.rivals))
    return proposal._replace(
        lead=before.lead,
        beside=tuple(Coordinator(code, messages.WITH_BY_TOPIC) for code in before.coordinators)
        or (proposal.beside if agreed else ()),
        authority=before.authority or (proposal.authority if agreed else ""),
        topic=proposal.topic if agreed else before.topic,
        confidence=max(round(like.share, 2), THRESHOLD),
        rivals=tuple(lead for lead in rivals if lead and lead != before.lead),
        like=like,
    )


_OWN = ("confidence", "reason")
"""What the program wrote when it left a question for a person, and may bring up to date."""


def assign(plan: Plan, earlier: Iterable[Precedent] = ()) -> list[Change]:
    """The cells that the program would fill: blank ones of rows nobody has locked or decided.

    Nothing of what was taken apart or merged into another question.
    """
    known = catalogue(plan)
    memory = Memory([*decided_by_staff(plan), *of_today(earlier, plan)], known.synonyms)
    changes = []
    asked = single(plan.questions)
    for row, question in zip(map(int, asked.index), asked.to_dict("records"), strict=True):
        decided = question["lead"] or question["lock"]
        if decided or plan.is_formula("questions", row, "lead") or not question["content"]:
            continue
        proposal = route(question["content"], known, asker=question["unit"], memory=memory)
        left_before = question["reason"].startswith(messages.LEFT_FOR_A_PERSON.vi)
        for column, new in _cells(proposal, known).items():
            old = plan.read("questions", row, column)
            free = old is None or (left_before and column in _OWN)
            if free and new not in ("", old):
                changes.append(Change("questions", row, column, old, new))
        if not proposal.needs_review and question["status"] in ("", NEW):
            changes.append(Change("questions", row, "status", question["status"], ASSIGNED))
    return [each for each in changes if not plan.is_formula(each.sheet, each.row, each.column)]


def _cells(proposal: Proposal, known: Catalogue) -> dict[str, object]:
    """What the row would say."""
    told: dict[str, object] = {
        "confidence": proposal.confidence,
        "reason": reason(proposal, known.names),
    }
    if proposal.needs_review:
        return told
    return {
        "topic": proposal.topic,
        "lead": proposal.lead,
        "coordinators": "; ".join(proposal.coordinators),
        "authority": proposal.authority,
        **told,
    }


def route_all(
    texts: Iterable[tuple[str, str]],
    plan: Plan,
    language: messages.Language = "vi",
    earlier: Iterable[Precedent] = (),
    known: Catalogue | None = None,
) -> Iterator[dict[str, object]]:
    """The answer to each (id, text), in the names that people read; ``known`` is the plan's own."""
    known = known or catalogue(plan)
    names = known.names
    memory = Memory([*decided_by_staff(plan), *of_today(earlier, plan)], known.synonyms)
    for id_, text in texts:
        proposal = route(text, known, memory=memory)
        yield {
            "id": id_,
            "lead": names.get(proposal.lead) if not proposal.needs_review else None,
            "coordinators": [names.get(code, code) for code in proposal.coordinators],
            "authority": proposal.authority or None,
            "confidence": proposal.confidence,
            "needs_review": proposal.needs_review,
            "candidates": [names.get(code, code) for code in proposal.candidates],
            "reason": reason(proposal, names, language),
        }
