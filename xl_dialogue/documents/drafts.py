"""The documents of a kind, and why rows of the plan get none."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from xl_dialogue import messages
from xl_dialogue.documents.issuing import common, unbroken
from xl_dialogue.documents.refusals import (
    lacking,
    missing,
    unfit,
    unprintable,
    without_recipients,
)
from xl_dialogue.documents.registry import Context, Kind, Subject
from xl_dialogue.documents.typesetting import set_in_lines
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import CONFERENCE


class Draft(NamedTuple):
    """One document to be printed: a name for its file, what stands in it, for whom it is."""

    name: str
    context: Context
    row: int | None
    code: str = ""
    recipient: str = ""


def drafts(plan: Plan, kind: Kind, *, final: bool = False) -> tuple[list[Draft], list[Finding]]:
    """The documents of a kind, and the findings for rows that get none.

    A document that lacks rows is a draft with a finding; ``final``, where it would get a number,
    there is none. Errors: ``DialogueError`` when the sheet `Hội nghị` leaves something
    indispensable blank.
    """
    _refuse_incomplete(plan)
    plan = replace(plan, conference=unbroken(plan.conference))
    stopped = unfit(plan, kind)
    if stopped:
        return [], stopped
    absent, refused = missing(plan, kind), unprintable(plan, kind)
    wrong = {finding.row for finding in refused if finding.row}
    shared = common(plan, kind)
    final = final and kind.numbered
    nobody = without_recipients(plan, kind)
    made, whole, told = [], [], [*absent, *refused]
    for subject in _subjects(plan, kind):
        draft = _draft(kind, subject, wrong, shared, plan)
        short = wrong & _rows(subject) | _rows_of(absent, kind)
        if short and (draft or not kind.each):
            told.append(lacking(kind, _name(kind, subject), short, held=final))
        if draft:
            made.append(draft)
            whole += [] if short else [draft]
    ready = made if not final else [] if nobody else whole
    return ready, [*told, *nobody] if made else told


def _rows_of(absent: list[Finding], kind: Kind) -> set[int]:
    """What lacks in the one document of a kind; of several nobody can say in which."""
    return set() if kind.each else {finding.row for finding in absent if finding.row}


def _draft(
    kind: Kind, subject: Subject, wrong: set[int], shared: Context, plan: Plan
) -> Draft | None:
    sound = _without(subject, wrong)
    if sound is None:
        return None
    context = set_in_lines({**shared, **kind.write(sound.records, plan)})
    return Draft(_name(kind, subject), context, sound.row, sound.code, sound.name)


def _name(kind: Kind, subject: Subject) -> str:
    return f"{subject.code} {subject.name}".strip() if kind.each else kind.label.vi


def _subjects(plan: Plan, kind: Kind) -> list[Subject]:
    rows = kind.rows(plan)
    if rows is None:
        return []
    return list(kind.each.divide(rows, plan)) if kind.each else [Subject("", "", rows)]


def _rows(subject: Subject) -> set[int]:
    """The Excel rows of which one document is made; none for a single row, which it is."""
    whole = isinstance(subject.records, pd.DataFrame)
    return {int(row) for row in subject.records.index} if whole else set()


def _without(subject: Subject, wrong: set[int]) -> Subject | None:
    """The subject without rows that must not be printed; None when nothing is left of it."""
    if not isinstance(subject.records, pd.DataFrame):
        return None if subject.row in wrong else subject
    sound = subject.records.drop(index=[row for row in subject.records.index if row in wrong])
    return None if sound.empty and len(subject.records) else subject._replace(records=sound)


def _refuse_incomplete(plan: Plan) -> None:
    for item in ITEMS:
        if item.required and getattr(plan.conference, item.name) in ("", None):
            row = plan.item_rows.get(item.name)
            value = plan.read(CONFERENCE.name, row, "value") if row else None
            text = messages.ITEM_MISSING if value is None else messages.ITEM_UNREADABLE
            cell = f"{plan.cells[CONFERENCE.name].letters['value']}{row}"
            facts = {"title": CONFERENCE.title, "label": item.header, "cell": cell}
            raise DialogueError(text, **facts, value=value)
