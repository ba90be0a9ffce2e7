"""A question of several petitions becomes rows of its own: decided here, written by the job."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue.plan.changes import Change
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
    """The cells of the new rows, below the last, and the state of the questions taken apart.

    A part is known by its question's code and its number: CH012.1, CH012.2.
    """
    frame = plan.questions
    if frame.empty:
        return []
    lead_of = lead_by(catalogue(plan))
    formulas = plan.cells["questions"].formulas
    taken = set(frame["code"])
    changes: list[Change] = []
    row = int(frame.index[-1]) + 1
    for at, question in frame.iterrows():
        parent = int(str(at))
        is_open = question["status"] in _OPEN and not any(question[name] for name in _SETTLED)
        if not is_open or not question["code"] or (parent, "content") in formulas:
            continue
        parts = split(question["content"], lead_of)
        if len(parts) < 2:
            continue
        old = plan.read("questions", parent, "status")
        changes.append(Change("questions", parent, "status", old, SPLIT))
        for part, code in zip(parts, _codes(question["code"], taken), strict=False):
            cells: dict[str, object] = {"code": code, "content": part}
            cells |= {name: question[name] for name in _COPIED}
            cells |= {"status": NEW, "part_of": question["code"]}
            changes += [
                Change("questions", row, name, None, value)
                for name, value in cells.items()
                if value not in ("", None)
            ]
            row += 1
    return changes


def _codes(parent: str, taken: set[str]) -> Iterator[str]:
    """Codes that nobody has, in order."""
    number = 0
    while True:
        number += 1
        code = f"{parent}.{number}"
        if code not in taken:
            taken.add(code)
            yield code
