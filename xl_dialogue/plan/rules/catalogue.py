"""The catalogue of bodies and the distribution list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_dialogue.messages import NO_SUCCESSOR
from xl_dialogue.plan import bodies
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.plan.schema import parts
from xl_dialogue.vietnamese.text import folded_lines

SHARED_BY_MANY = 3
"""Leads that claim one keyword, from which it no longer tells who is meant."""


@rule
def bodies_not_in_force(plan: Plan) -> Iterator[Finding]:
    names = bodies.names(plan)
    living = bodies.in_force(plan, plan.conference.date)
    after = bodies.successors(plan)
    for sheet, column in (("questions", "lead"), ("questions", "coordinators"), ("tasks", "lead")):
        for row, cell in down(plan.frames[sheet], column):
            for code in parts(cell):
                if code in names and code not in living:
                    heir = bodies.heir_in_force(code, after, living)
                    facts = {
                        "name": names[code],
                        "successor": f"{names[heir]} ({heir})" if heir else NO_SUCCESSOR,
                    }
                    yield Finding(Rule.BODY_NOT_IN_FORCE, sheet, row, column, facts, code)


@rule
def circular_successors(plan: Plan) -> Iterator[Finding]:
    after = bodies.successors(plan)
    for row, code in down(plan.departments, "code"):
        chain = list(bodies.heirs(code, after))
        if after.get(chain[-1] if chain else "") == code:
            facts = {"chain": " → ".join((*chain, code))}
            yield Finding(Rule.CIRCULAR_SUCCESSOR, "departments", row, "successor", facts, code)


@rule
def topics_without_lead(plan: Plan) -> Iterator[Finding]:
    names = bodies.names(plan)
    living = bodies.in_force(plan, plan.conference.date)
    after = bodies.successors(plan)
    for row, (name, lead, later) in down(plan.topics, "name", "lead", "successor"):
        heir = any(bodies.heir_in_force(code, after, living) for code in (lead, later))
        if lead in names and not heir:
            yield Finding(Rule.TOPIC_WITHOUT_LEAD, "topics", row, "lead", {"topic": name}, lead)


@rule
def shared_keywords(plan: Plan) -> Iterator[Finding]:
    claims: dict[str, dict[str, tuple[int, str, str]]] = defaultdict(dict)
    for row, (code, lead, keywords) in down(plan.topics, "code", "lead", "keywords"):
        phrases = parts(keywords)
        for phrase, key in zip(phrases, folded_lines("\n".join(phrases)), strict=False):
            claims[key].setdefault(code, (row, lead, phrase))
    for topics in claims.values():
        if len(topics) < SHARED_BY_MANY:
            continue
        row, _, phrase = next(iter(topics.values()))
        if len({lead for _, lead, _ in topics.values()}) >= SHARED_BY_MANY:
            facts = {"phrase": phrase, "count": len(topics), "topics": ", ".join(topics)}
            yield Finding(Rule.KEYWORD_SHARED, "topics", row, "keywords", facts, phrase)


@rule
def distribution(plan: Plan) -> Iterator[Finding]:
    frame, names = plan.recipients, bodies.names(plan)
    block = dict(zip(plan.departments["code"], plan.departments["block"], strict=True))
    covered = {code for cell in frame["bodies"] for code in parts(cell)}
    told: set[str] = set()
    for row, (lead, others) in down(plan.tasks, "lead", "coordinators"):
        for code in (*parts(lead), *parts(others)):
            if code in names and code not in told and not {code, block[code]} & covered:
                told.add(code)
                facts = {"name": names[code]}
                yield Finding(Rule.RECIPIENT_MISSING, "tasks", row, "lead", facts, code)
    last = frame["name"].iloc[-1] if len(frame) else ""
    if "recipients" in plan.cells and not last.startswith("Lưu"):
        end = int(frame.index[-1]) if len(frame) else None
        yield Finding(Rule.NO_FILE_COPY, "recipients", end, "name", {}, last)
