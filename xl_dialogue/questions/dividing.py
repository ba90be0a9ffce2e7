"""A question of several petitions becomes rows of its own: decided here, written by the job."""

from __future__ import annotations

from xl_dialogue.plan.appending import appended
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.codes import part_codes
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import ASSIGNED, NEW, SPLIT
from xl_dialogue.questions.catalogue import Catalogue, catalogue
from xl_dialogue.questions.routing import route
from xl_dialogue.questions.splitting import LeadOf, split

_COPIED = ("received", "asker", "unit", "source")
"""What the parts have from the question that they were asked in."""
_OPEN = ("", NEW, ASSIGNED)
_SETTLED = ("lock", "answer", "conclusion", "duplicate_of", "part_of")
"""Where one of these is filled somebody has decided: the question is left whole."""


def lead_by(known: Catalogue) -> LeadOf:
    """Who answers a text by the catalogue, as far as that is sure."""

    def lead_of(text: str) -> str:
        proposal = route(text, known)
        return "" if proposal.needs_review else proposal.lead

    return lead_of


def divide(plan: Plan) -> list[Change]:
    """The states of the questions taken apart, and the cells of the new rows below the last.

    A part is known by its question's code and its number: CH012.1, CH012.2.
    """
    lead_of, states, rows = lead_by(catalogue(plan)), list[Change](), list[dict[str, object]]()
    used = set(plan.questions["code"])
    for row, question in zip(
        map(int, plan.questions.index), plan.questions.to_dict("records"), strict=True
    ):
        is_open = question["status"] in _OPEN and not any(question[name] for name in _SETTLED)
        calculated = any(plan.is_formula("questions", row, name) for name in ("content", "status"))
        if not is_open or not question["code"] or calculated:
            continue
        found = split(question["content"], lead_of)
        if len(found) < 2:
            continue
        old = plan.read("questions", row, "status")
        states.append(Change("questions", row, "status", old, SPLIT))
        for part, code in zip(found, part_codes(question["code"], used), strict=False):
            copied = {name: question[name] for name in _COPIED}
            own = {"code": code, "content": part, "status": NEW, "part_of": question["code"]}
            rows.append(copied | own)
            used.add(code)
    return [*states, *(appended(plan, "questions", rows) if rows else ())]
