"""Documents printed: apart, or all in one file; then as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.digest import sha256_of
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan.findings import Finding, Rule, once
from xl_dialogue.printing import outdated
from xl_dialogue.printing.batches import Batch, Made

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from xl_dialogue.press.letters import Letter
    from xl_dialogue.press.template import Template
    from xl_dialogue.press.values import Refusal


def print_batch(made: Made, request: Request, outcome: Outcome) -> None:
    """Every document that can be printed, and a finding for each that cannot.

    What was made is noted in ``made``, kind by kind: whatever stops a later one, it is known.
    """
    from xl_dialogue.press.letters import Letter

    batch = made.batch
    outcome.findings = once([*outcome.findings, *batch.refused])
    if not batch.ready or batch.template is None:
        outcome.say(batch.why_nothing, label=batch.kind.label)
        if batch.kind.each and not batch.is_stopped:
            outdated.clear_letters(made, [], outcome)
        return
    outdated.keep_issued(made, outcome)
    letters = [Letter(paper.draft.name, paper.draft.context) for paper in batch.ready]
    together = batch.kind.each and (request.one_file or request.pdf)
    if together:
        _print_together(made, batch.template, letters, request, outcome)
    if request.separate or not together:
        _print_apart(made, batch.template, letters, request, outcome)


def _print_apart(
    made: Made, template: Template, letters: list[Letter], request: Request, outcome: Outcome
) -> None:
    """A file for each, those to be looked at first."""
    from xl_dialogue.press.letters import print_letters
    from xl_dialogue.press.rehearsal import rehearsal

    batch = made.batch
    tried = [number for _, number in rehearsal(letters)]
    order = [*tried, *(number for number in range(len(letters)) if number not in tried)]
    ordered = [letters[at] for at in order]
    with _workers(request) as executor:
        printed = print_letters(template, ordered, batch.folder, request.progress, executor)
    files = printed.files
    made.files |= dict(zip(_printed(order, printed.refusals), files, strict=True))
    outcome.files += files
    _refuse(batch, [order[each.letter] for each in printed.refusals], printed.refusals, outcome)
    text = messages.PRINTED_EACH if batch.kind.each else messages.PRINTED
    outcome.say(
        text if files else messages.NOT_ONE_PRINTED,
        label=batch.kind.label,
        count=len(files),
        kept=len(printed.kept),
        folder=batch.folder,
        refused=len(letters) - len(files) + len({each.row for each in batch.refused}),
    )
    if batch.new and not files:
        outcome.say(messages.NUMBERS_WAIT, label=batch.kind.label)
    if printed.set_aside:
        kept = outdated.named(printed.set_aside)
        outcome.say(messages.EDITED_SET_ASIDE, count=len(printed.set_aside), files=kept)
    changed = set(files) - set(printed.kept)
    outdated.clear_pdfs(made, sorted(changed), outcome)
    if batch.kind.each and files:
        outdated.clear_letters(made, [*files, *printed.set_aside], outcome)
        outcome.say(messages.REHEARSED, files=", ".join(f"“{p.name}”" for p in files[: len(tried)]))
        if not made.bound and (changed or made.aside):
            outdated.clear_print_file(made, outcome)


def _print_together(
    made: Made, template: Template, letters: list[Letter], request: Request, outcome: Outcome
) -> None:
    """All in one file, a section for each."""
    from xl_dialogue.press.onefile import one_file

    batch = made.batch
    batch.out.mkdir(parents=True, exist_ok=True)
    before = sha256_of(batch.print_file) if batch.print_file.is_file() else ""
    with _workers(request) as executor:
        printed = one_file(template, letters, batch.print_file, request.progress, executor)
    if not request.separate:
        _refuse(batch, [each.letter for each in printed.refusals], printed.refusals, outcome)
    made.bound = _printed(range(len(letters)), printed.refusals)
    if not made.bound:  # nothing was written; what lies there is of another time
        return
    made.files |= dict.fromkeys(made.bound, batch.print_file)
    if sha256_of(batch.print_file) != before:
        outdated.clear_pdfs(made, [batch.print_file], outcome)
    outcome.files.append(batch.print_file)
    if request.separate and printed.refusals:
        outcome.say(messages.NOT_BOUND, label=batch.kind.label, count=len(printed.refusals))
    outcome.say(messages.PRINT_FILE, label=batch.kind.label, file=batch.print_file)


def convert(made: Made, request: Request, outcome: Outcome) -> None:
    """One PDF, and where asked for one of each document."""
    from xl_dialogue.press.names import safe_names
    from xl_dialogue.press.pdf import split, to_pdf

    batch = made.batch
    if not (made.bound if batch.kind.each else made.files):
        return
    whole = batch.print_file if batch.kind.each else made.files[0]
    pdf = whole.with_suffix(".pdf")
    to_pdf(whole, pdf, progress=request.progress)
    outcome.files.append(pdf)
    outcome.say(messages.PDF_MADE, label=batch.kind.label, count=1, folder=pdf.parent)
    if not batch.kind.each:
        made.pdfs[0] = pdf
    elif request.separate:
        files = safe_names([batch.ready[at].draft.name for at in made.bound])
        apart = split(pdf, files, batch.folder, progress=request.progress)
        made.pdfs |= dict(zip(made.bound, apart, strict=True))
        outcome.files += apart
        outcome.say(
            messages.PDF_MADE, label=batch.kind.label, count=len(apart), folder=batch.folder
        )


def _workers(request: Request) -> AbstractContextManager[Executor | None]:
    """Who makes the letters: this process, several, or a cluster."""
    from xl_dialogue.press.cluster import cluster, workers

    return cluster(request.cluster) if request.cluster else workers(request.workers)


def _printed(order: Sequence[int], refusals: Sequence[Refusal]) -> list[int]:
    refused = {refusal.letter for refusal in refusals}
    return [at for place, at in enumerate(order) if place not in refused]


def _refuse(
    batch: Batch, places: Sequence[int], refusals: Sequence[Refusal], outcome: Outcome
) -> None:
    for place, refusal in zip(places, refusals, strict=True):
        row = batch.ready[place].draft.row
        outcome.findings.append(
            Finding(Rule.NOT_PRINTED, batch.kind.sheet, row, None, {"why": refusal})
        )
