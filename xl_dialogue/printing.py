"""Documents and press brought together: what would be printed, then the printing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.documents.kinds import Draft, Kind, drafts
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.share import TEMPLATES, shared

if TYPE_CHECKING:
    from xl_dialogue.press.values import Refusal


@dataclass(frozen=True)
class Batch:
    """The documents of one kind, ready to be printed."""

    kind: Kind
    template: Path
    folder: Path
    ready: list[Draft]
    refused: list[Finding]
    """Rows that get no document, and why."""


def batch(kind: Kind, plan: Plan, request: Request) -> Batch:
    """Everything of a kind that can be printed.

    Errors: ``DialogueError`` for a template that is missing or faulty, before anything is printed.
    """
    ready, refused = drafts(plan, kind)
    template = _template(kind, request)
    _refuse_faulty(template, ready)
    folder = request.out / kind.label.vi if kind.each else request.out
    return Batch(kind, template, folder, ready, refused)


def _template(kind: Kind, request: Request) -> Path:
    """The office's own template where there is one, else the product's."""
    if request.templates and not request.templates.is_dir():
        raise DialogueError(messages.FILE_MISSING, path=request.templates)
    own = request.templates / kind.template if request.templates else None
    return own if own and own.exists() else shared(TEMPLATES) / kind.template


def _refuse_faulty(template: Path, ready: list[Draft]) -> None:
    """Find a broken or misspelt tag before anything is printed."""
    from xl_dialogue.press.faults import faults

    broken = faults(template, set(ready[0].context)) if ready else []
    if broken:
        said = "\n".join(fault.say() for fault in broken)
        raise DialogueError(messages.TEMPLATE_FAULTY, faults=said)


def print_batch(batch: Batch, request: Request, outcome: Outcome) -> None:
    """Every letter that can be printed, and a finding for each that cannot."""
    from xl_dialogue.press.letters import Letter, print_letters
    from xl_dialogue.press.rehearsal import rehearsal
    from xl_dialogue.press.template import Template

    kind = batch.kind
    letters = [Letter(draft.name, draft.context) for draft in batch.ready]
    tried = [number for _, number in rehearsal(letters)]
    order = [*tried, *(number for number in range(len(letters)) if number not in tried)]
    printed = print_letters(
        Template(batch.template), [letters[at] for at in order], batch.folder, request.progress
    )
    outcome.findings += batch.refused
    outcome.findings += [
        _not_printed(kind, batch.ready[order[each.letter]], each) for each in printed.refusals
    ]
    outcome.files += printed.files
    outcome.say(
        messages.PRINTED_EACH if kind.each else messages.PRINTED,
        label=kind.label,
        count=len(printed.files),
        kept=len(printed.kept),
        folder=batch.folder,
        refused=len(letters) - len(printed.files) + len({each.row for each in batch.refused}),
    )
    if printed.set_aside:
        names = ", ".join(f"“{path.name}”" for path in printed.set_aside[:3])
        outcome.say(messages.EDITED_SET_ASIDE, count=len(printed.set_aside), files=names)
    if kind.each:
        files = ", ".join(f"“{path.name}”" for path in printed.files[: len(tried)])
        outcome.say(messages.REHEARSED, files=files)


def _not_printed(kind: Kind, draft: Draft, refusal: Refusal) -> Finding:
    facts = {"why": refusal}
    return Finding(Rule.NOT_PRINTED, kind.draws_on, draft.row, None, facts)
