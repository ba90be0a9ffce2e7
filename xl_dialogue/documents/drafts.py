"""The documents of a kind, and why rows of the plan get none."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from xl_dialogue import messages
from xl_dialogue.documents.issuing import common, issue_of
from xl_dialogue.documents.registry import Context, Kind, Subject
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.checks import check_sheet
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE, ISSUING


class Draft(NamedTuple):
    """One document to be printed: a name for its file, what stands in it, for whom it is."""

    name: str
    context: Context
    row: int | None
    code: str = ""
    recipient: str = ""


def drafts(plan: Plan, kind: Kind) -> tuple[list[Draft], list[Finding]]:
    """The documents of a kind, and the findings for rows that get none.

    Errors: ``DialogueError`` when the sheet `Hội nghị` or `Ban hành` leaves something
    indispensable blank.
    """
    _refuse_incomplete(plan)
    _refuse_unsigned(plan, kind)
    refused = unprintable(plan, kind)
    wrong = {finding.row for finding in refused if finding.row}
    shared = common(plan, kind)
    sound = [kept for subject in _subjects(plan, kind) if (kept := _without(subject, wrong))]
    ready = [
        Draft(
            f"{subject.code} {subject.name}".strip() if kind.each else kind.label.vi,
            {**shared, **kind.write(subject.records, plan)},
            subject.row,
            subject.code,
            subject.name,
        )
        for subject in sound
    ]
    return ready, refused


def _subjects(plan: Plan, kind: Kind) -> list[Subject]:
    rows = kind.rows(plan)
    if rows is None:
        return []
    return list(kind.each.divide(rows, plan)) if kind.each else [Subject("", "", rows)]


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


def _refuse_unsigned(plan: Plan, kind: Kind) -> None:
    issue = issue_of(plan, kind.label.vi)
    for column in kind.needs:
        if not getattr(issue, column):
            facts = {"title": ISSUING.title, "label": kind.label, "header": ISSUING[column].header}
            raise DialogueError(messages.ISSUING_MISSING, **facts)


def unprintable(plan: Plan, kind: Kind) -> list[Finding]:
    """Why rows must not be printed: an error, or a number for words, in a column that is used."""
    sheet, printed = BY_NAME[kind.draws_on[0]], kind.rows(plan)
    if sheet.name not in plan.cells or printed is None:
        return []
    rows = set(printed.index)
    wrong = [
        finding
        for finding in check_sheet(plan, sheet)
        if finding.is_error and finding.row in rows and finding.column in kind.uses
    ]
    told = {(finding.row, finding.column) for finding in wrong}
    for column in (sheet[name] for name in kind.uses if sheet[name].kind == "text"):
        values = plan.cells[sheet.name].values[column.name]
        wrong += [
            Finding(Rule.NOT_WORDS, sheet.name, row, column.name, {"header": column.header}, value)
            for row, value in zip(map(int, values.index), values, strict=True)
            if row in rows and isinstance(value, float) and (row, column.name) not in told
        ]
    return sorted(wrong, key=lambda finding: finding.row or 0)
