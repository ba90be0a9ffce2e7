"""The catalogue of bodies and the distribution list."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue.messages import NO_SUCCESSOR
from xl_dialogue.plan import bodies
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.plan.schema import parts


@rule
def bodies_not_in_force(plan: Plan) -> Iterator[Finding]:
    names = bodies.names(plan)
    living = bodies.in_force(plan, plan.conference.date)
    after = bodies.successors(plan)
    for sheet, column in (("questions", "lead"), ("questions", "coordinators"), ("tasks", "lead")):
        for row, cell in down(plan.frames[sheet], column):
            for code in parts(cell):
                if code in names and code not in living:
                    heir = next((c for c in bodies.heirs(code, after) if c in living), "")
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
