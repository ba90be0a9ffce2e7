"""The documents of a kind that would be printed, under which numbers; and what was made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.digest import sha256_of
from xl_dialogue.documents.drafts import drafts
from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.kinds import Kind
from xl_dialogue.documents.numbering import Paper, papers
from xl_dialogue.documents.recipients import told_apart
from xl_dialogue.messages import Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import register
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import ISSUING
from xl_dialogue.printing.templates import sound, template_of

if TYPE_CHECKING:
    from xl_dialogue.press.template import Template


@dataclass(frozen=True)
class Batch:
    """The documents of one kind, ready to be printed."""

    kind: Kind
    template: Template | None
    """Read and found sound; none where nothing is to be printed."""
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
        digests = {path: sha256_of(path) for path in set(self.files.values())}
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
        what was printed; where the whole kind is stopped, as it was."""
        if self.batch.is_stopped:
            return list(rows)
        whose = {paper.entry.code for paper in self.batch.ready}
        if not self.batch.kind.each:
            whose.add("")
        moved = {self.named(old): self.named(new) for old, new in self.aside.items()}
        return register.settled(rows, self.batch.kind.label.vi, whose, moved)


def batch_of(
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
    path = template_of(kind, request)
    template = sound(path, kind, ready) if ready else None
    held = {(entry.symbol, entry.number) for entry in known}
    numbered = [paper.entry for paper in ready if paper.entry.number]
    new = [entry.number for entry in numbered if (entry.symbol, entry.number) not in held]
    return Batch(kind, template, request.out, ready, refused, new)


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
