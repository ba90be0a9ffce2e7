"""Documents and press brought together: what would be printed, then the printing."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages, outdated
from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.kinds import KINDS, Kind
from xl_dialogue.documents.numbering import Paper, papers
from xl_dialogue.documents.recipients import told_apart
from xl_dialogue.messages import DialogueError, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.outdated import sha256
from xl_dialogue.plan import register
from xl_dialogue.plan.findings import Finding, Rule, once
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import ISSUING
from xl_dialogue.share import TEMPLATES, shared
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from xl_dialogue.press.letters import Letter
    from xl_dialogue.press.template import Template
    from xl_dialogue.press.values import Refusal


@dataclass(frozen=True)
class Batch:
    """The documents of one kind, ready to be printed."""

    kind: Kind
    template: Path
    out: Path
    ready: list[Paper]
    refused: list[Finding]
    """Rows that get no document, and why."""
    new: list[str]
    """Numbers that would be given."""

    @property
    def is_stopped(self) -> bool:
        """Nothing of the kind can be printed, whatever its rows say."""
        return any(finding.sheet == ISSUING.name for finding in self.refused)

    @property
    def why_nothing(self) -> Text:
        """What is said when no document is ready."""
        return messages.NOTHING_PRINTABLE if self.refused else messages.NOTHING_TO_PRINT

    def elsewhere(self, out: Path) -> Batch:
        return replace(self, out=out)

    @property
    def folder(self) -> Path:
        return self.out / self.kind.label.vi if self.kind.each else self.out

    @property
    def print_file(self) -> Path:
        """All documents of the kind in one."""
        return self.out / f"{self.kind.label.vi}.docx"


@dataclass
class Made:
    """What became of a batch: for each document printed, the file in which it is."""

    batch: Batch
    files: dict[int, Path] = field(default_factory=dict)
    """By the place of the document in the batch."""
    bound: list[int] = field(default_factory=list)
    """Places of the documents in the print file, in its order."""
    pdfs: dict[int, Path] = field(default_factory=dict)
    """The PDF of each document of which one was made, of these very words."""
    aside: dict[Path, Path] = field(default_factory=dict)
    """Letters of before that hold no more: where each lay, where it lies now."""

    def entries(self, by: str, now: dt.datetime) -> list[Entry]:
        """The documents printed, for the register; a letter of its own counts for more than the
        print file in which it is too."""
        digests = {path: sha256(path) for path in set(self.files.values())}
        when = f"{now:%d/%m/%Y %H:%M}"
        entries = []
        for at, path in sorted(self.files.items()):
            entry = self.batch.ready[at].entry._replace(made_by=by, made_at=when)
            file = self.named(path)
            if path != self.batch.print_file or entry.file in ("", file):
                entry = entry._replace(file=file, sha256=digests[path])
            entries.append(entry)
        return entries

    def named(self, path: Path) -> str:
        """The file as the register calls it."""
        return path.relative_to(self.batch.out).as_posix()

    def settled(self, rows: Sequence[Entry]) -> list[Entry]:
        """The register without drafts of those who get no letter any more, before it is entered
        what was printed."""
        whose = {paper.entry.code for paper in self.batch.ready}
        if not self.batch.kind.each:
            whose.add("")
        moved = {self.named(old): self.named(new) for old, new in self.aside.items()}
        return register.settled(rows, self.batch.kind.label.vi, whose, moved)


def batch(
    kind: Kind,
    plan: Plan,
    known: Sequence[Entry],
    request: Request,
    issuing: dt.date | None = None,
) -> Batch:
    """Everything of a kind that can be printed, under its numbers.

    Errors: ``DialogueError`` for a template that is missing or faulty, before anything is printed.
    """
    found, refused = drafts(plan, kind, final=issuing is not None)
    found, confused = told_apart(plan, kind, found)
    refused = sorted([*refused, *confused], key=lambda finding: finding.row or 0)
    ready = papers(known, found, kind, issue_of(plan, kind.label.vi), issuing=issuing)
    template = _template(kind, request)
    _refuse_faulty(template, kind, ready)
    held = {(entry.symbol, entry.number) for entry in known}
    numbered = [paper.entry for paper in ready if paper.entry.number]
    new = [entry.number for entry in numbered if (entry.symbol, entry.number) not in held]
    return Batch(kind, template, request.out, ready, refused, new)


def _template(kind: Kind, request: Request) -> Path:
    """The office's own template where there is one, else the product's."""
    if request.templates and not request.templates.is_dir():
        raise DialogueError(messages.FILE_MISSING, path=request.templates)
    own = request.templates / kind.template if request.templates else None
    return own if own and own.exists() else shared(TEMPLATES) / kind.template


def _refuse_faulty(template: Path, kind: Kind, ready: Sequence[Paper]) -> None:
    """Find a broken or misspelt tag before anything is printed, and one that is used wrongly.

    A template whose names are all known, and of which letters were made before, need not be gone
    through.
    """
    from xl_dialogue.press.template import Template

    if not ready:
        return
    known = set(ready[0].draft.context)
    try:
        read = Template(template)
    except DialogueError as stop:
        _tell_faults(template, ready)
        raise stop from None
    if not (read.variables <= known and read.prepared.is_compared):
        _tell_faults(template, ready)
    if kind.numbered and "number" not in read.variables:
        raise DialogueError(messages.TEMPLATE_WITHOUT_NUMBER, file=template.name, label=kind.label)


def _tell_faults(template: Path, ready: Sequence[Paper]) -> None:
    from xl_dialogue.press.faults import faults
    from xl_dialogue.press.usage import merged

    values = merged(paper.draft.context for paper in ready)
    broken = faults(template, values.keys(), values)
    if broken:
        raise DialogueError(
            messages.TEMPLATE_FAULTY, faults="\n".join(fault.say() for fault in broken)
        )


def tell_of_templates(request: Request, outcome: Outcome) -> None:
    """Templates of the office that no kind uses: a name misspelt would pass for our own."""
    from xl_dialogue.press.leftovers import documents

    if request.templates is None:
        return
    known = [kind.template for kind in KINDS.values()]
    for path in documents(request.templates):
        if path.name not in known:
            nearest = max(known, key=lambda name: _likeness(path.name, name))
            outcome.say(messages.TEMPLATE_UNUSED, file=path.name, nearest=nearest)


def _likeness(found: str, name: str) -> float:
    return difflib.SequenceMatcher(None, folded(found), folded(name)).ratio()


# --- printing -------------------------------------------------------------------------------


def print_batch(made: Made, request: Request, outcome: Outcome) -> None:
    """Every document that can be printed, and a finding for each that cannot.

    What was made is noted as it comes: whatever stops the printing, it is known until there.
    """
    from xl_dialogue.press.letters import Letter
    from xl_dialogue.press.template import Template

    batch = made.batch
    outcome.findings = once([*outcome.findings, *batch.refused])
    if not batch.ready:
        outcome.say(batch.why_nothing, label=batch.kind.label)
        if batch.kind.each and not batch.is_stopped:
            outdated.clear_letters(made, [], outcome)
        return
    outdated.keep_issued(made, outcome)
    template = Template(batch.template)
    letters = [Letter(paper.draft.name, paper.draft.context) for paper in batch.ready]
    together = batch.kind.each and (request.one_file or request.pdf)
    if together:
        _print_together(made, template, letters, request, outcome)
    if request.separate or not together:
        _print_apart(made, template, letters, request, outcome)


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
    done = _printed(order, printed.refusals)
    made.files |= dict(zip(done, printed.files, strict=True))
    outcome.files += printed.files
    _refuse(batch, [order[each.letter] for each in printed.refusals], printed.refusals, outcome)
    text = messages.PRINTED_EACH if batch.kind.each else messages.PRINTED
    outcome.say(
        text if printed.files else messages.NOT_ONE_PRINTED,
        label=batch.kind.label,
        count=len(printed.files),
        kept=len(printed.kept),
        folder=batch.folder,
        refused=len(letters) - len(printed.files) + len({each.row for each in batch.refused}),
    )
    if batch.new and not printed.files:
        outcome.say(messages.NUMBERS_WAIT, label=batch.kind.label)
    if printed.set_aside:
        files = outdated.named(printed.set_aside)
        outcome.say(messages.EDITED_SET_ASIDE, count=len(printed.set_aside), files=files)
    changed = set(printed.files) - set(printed.kept)
    outdated.clear_pdfs(made, sorted(changed), outcome)
    if batch.kind.each and printed.files:
        outdated.clear_letters(made, [*printed.files, *printed.set_aside], outcome)
        outcome.say(
            messages.REHEARSED, files=", ".join(f"“{p.name}”" for p in printed.files[: len(tried)])
        )
        if not made.bound and (changed or made.aside):
            outdated.clear_print_file(made, outcome)


def _print_together(
    made: Made, template: Template, letters: list[Letter], request: Request, outcome: Outcome
) -> None:
    """All in one file, a section for each."""
    from xl_dialogue.press.onefile import one_file

    batch = made.batch
    batch.out.mkdir(parents=True, exist_ok=True)
    before = sha256(batch.print_file) if batch.print_file.is_file() else ""
    with _workers(request) as executor:
        printed = one_file(template, letters, batch.print_file, request.progress, executor)
    if not request.separate:
        _refuse(batch, [each.letter for each in printed.refusals], printed.refusals, outcome)
    made.bound = _printed(range(len(letters)), printed.refusals)
    if not made.bound:  # nothing was written; what lies there is of another time
        return
    made.files |= dict.fromkeys(made.bound, batch.print_file)
    if sha256(batch.print_file) != before:
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
    sheet = batch.kind.draws_on[0]
    for place, refusal in zip(places, refusals, strict=True):
        row = batch.ready[place].draft.row
        outcome.findings.append(Finding(Rule.NOT_PRINTED, sheet, row, None, {"why": refusal}))


# --- what is told of numbers ----------------------------------------------------------------


def tell_of_numbers(batch: Batch, outcome: Outcome, *, beforehand: bool) -> None:
    """Which numbers are given, which kept, and which documents were issued saying otherwise."""
    label = batch.kind.label
    if batch.new:
        text = messages.WOULD_NUMBER if beforehand else messages.NUMBERED
        facts = {"count": len(batch.new), "first": batch.new[0], "last": batch.new[-1]}
        outcome.say(text, label=label, **facts)
    kept = sum(bool(paper.entry.number) for paper in batch.ready) - len(batch.new)
    if kept:
        outcome.say(messages.NUMBERS_KEPT, label=label, count=kept)
    changed = [paper.superseded for paper in batch.ready if paper.superseded]
    if changed:
        example = ", ".join(filter(None, (changed[0].number, changed[0].recipient)))
        facts = {"example": example}
        outcome.say(messages.SUPERSEDED, label=label, count=len(changed), **facts)
