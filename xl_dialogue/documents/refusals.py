"""Why a kind, or a row of the plan, must not be printed: values with their place."""

from __future__ import annotations

from collections.abc import Collection

from xl_dialogue.documents.issuing import distribution, issue_of
from xl_dialogue.documents.petitions import EACH_LEAD
from xl_dialogue.documents.registry import Kind
from xl_dialogue.messages import some_of
from xl_dialogue.plan.checks import check_sheet
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules import catalogue, issuing
from xl_dialogue.plan.sheets import BY_NAME, FORGOTTEN, ISSUING, RECIPIENTS

_TOLD = 12
"""Rows that a sentence names."""


def unfit(plan: Plan, kind: Kind) -> list[Finding]:
    """Why nothing of the kind can be printed: what `Ban hành` leaves blank, or says wrongly."""
    issue = issue_of(plan, kind.label.vi)
    blank = [
        Finding(
            Rule.ISSUING_BLANK, ISSUING.name, issue.row, column,
            {"label": kind.label, "header": ISSUING[column].header},
        )
        for column in kind.needs
        if not getattr(issue, column)
    ]  # fmt: skip
    if not kind.numbered or issue.row is None:
        return blank
    said = [*check_sheet(plan, ISSUING), *issuing.of_row(plan, issue.row)]
    return blank + [each for each in said if each.is_error and each.row == issue.row]


def unprintable(plan: Plan, kind: Kind) -> list[Finding]:
    """Why rows must not be printed: an error, or a number for words, in a column that is used."""
    sheet, printed = BY_NAME[kind.sheet], kind.rows(plan)
    if sheet.name not in plan.cells or printed is None:
        return []
    rows = set(printed.index)
    wrong = [
        finding
        for finding in check_sheet(plan, sheet)
        if finding.is_error and finding.row in rows and finding.column in kind.uses
    ]
    wrong += [
        Finding(Rule.NAME_FORGOTTEN, sheet.name, row, column, {"header": sheet[column].header})
        for column in kind.uses
        for row, name in down(printed, column)
        if name == FORGOTTEN
    ]
    told = {(finding.row, finding.column) for finding in wrong}
    for column in (sheet[name] for name in kind.uses if sheet[name].kind == "text"):
        values = plan.cells[sheet.name].values[column.name]
        wrong += [
            Finding(Rule.NOT_WORDS, sheet.name, row, column.name, {"header": column.header}, value)
            for row, value in zip(map(int, values.index), values, strict=True)
            if row in rows and isinstance(value, float) and (row, column.name) not in told
        ]
    if kind.each is EACH_LEAD:
        wrong += [
            dissolved
            for dissolved in catalogue.bodies_not_in_force(plan)
            if (dissolved.sheet, dissolved.column) == (sheet.name, "lead") and dissolved.row in rows
        ]
    return sorted(wrong, key=lambda finding: finding.row or 0)


def missing(plan: Plan, kind: Kind) -> list[Finding]:
    """Why rows that belong in the kind are none of those that it prints."""
    if kind.wanted is None:
        return []
    printed = kind.rows(plan)
    there = set() if printed is None else set(printed.index)
    absent = set(kind.wanted.rows(plan).index) - there
    if not absent:
        return []
    return [each for each in kind.wanted.because(plan) if each.row in absent]


def without_recipients(plan: Plan, kind: Kind) -> list[Finding]:
    """An official document goes to somebody. Source: Decree 30, Appendix I, II.9."""
    if not kind.numbered or RECIPIENTS.name not in plan.cells:
        return []
    if distribution(plan, issue_of(plan, kind.label.vi)):
        return []
    return [Finding(Rule.NO_RECIPIENTS, RECIPIENTS.name, None, None, {"label": kind.label})]


def lacking(kind: Kind, document: str, rows: Collection[int], *, held: bool) -> Finding:
    """The document has not all that belongs in it, and so perhaps no number."""
    facts = {"document": document, "count": len(rows), "rows": some_of(sorted(rows), _TOLD)}
    rule = Rule.HELD_BACK if held else Rule.LEFT_OUT
    return Finding(rule, kind.sheet, min(rows), None, facts)
