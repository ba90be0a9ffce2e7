"""An outcome in sentences: the same lines on the command line and in a message box."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue import messages
from xl_dialogue.book import cell_of
from xl_dialogue.messages import Language, Sayable
from xl_dialogue.outcome import Outcome
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.journal import as_text
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME, FORGOTTEN


def details(outcome: Outcome, language: Language, most: int) -> Iterator[str]:
    """Findings, then changes; at most so many of each."""
    for finding in outcome.findings[:most]:
        severity = finding.rule.severity.value.say(language)
        yield f"{severity:8} {_place(outcome.plan, finding)}: {finding.say(language)}"
    yield from _rest(len(outcome.findings) - most, language)
    changes = [change for change in outcome.changes if not _is_emptied(change)]
    for change in changes[:most]:
        yield f"{_place(outcome.plan, change)} {_changed(change)}"
    yield from _rest(len(changes) - most, language)


def summary(outcome: Outcome, language: Language) -> Iterator[str]:
    return (said.say(language) for said in outcome.summary)


def _rest(count: int, language: Language) -> Iterator[str]:
    if count > 0:
        yield messages.AND_MORE.say(language, count=count)


def _place(plan: Plan, at: Finding | Change) -> str:
    return f"{BY_NAME[at.sheet].title}!{cell_of(plan, at.sheet, at.row, at.column)}"


def _is_emptied(change: Change) -> bool:
    """Of somebody's data that go there is nothing to show."""
    return change.old == FORGOTTEN and change.new in (None, FORGOTTEN)


def _changed(change: Change) -> str:
    return f"{_header(change)}: “{as_text(change.old)}” → “{as_text(change.new)}”"


def as_json(outcome: Outcome, language: Language) -> dict[str, object]:
    """The outcome for other programs."""
    return {
        "findings": [_finding(outcome.plan, each, language) for each in outcome.findings],
        "changes": [_change(each) for each in outcome.changes],
        "files": [str(path) for path in outcome.files],
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "failures": outcome.failures,
        "stopped": outcome.stopped.say(language) if outcome.stopped else None,
        **{name: _spoken(value, language) for name, value in outcome.details.items()},
    }


def _spoken(detail: object, language: Language) -> object:
    """The detail with its sentences said."""
    if isinstance(detail, Sayable):
        return detail.say(language)
    if isinstance(detail, dict):
        return {name: _spoken(value, language) for name, value in detail.items()}
    return [_spoken(each, language) for each in detail] if isinstance(detail, list) else detail


def _finding(plan: Plan, finding: Finding, language: Language) -> dict[str, object]:
    return {
        "rule": finding.rule.code,
        "severity": finding.rule.severity.name.lower(),
        "sheet": BY_NAME[finding.sheet].title,
        "row": finding.row,
        "column": _header(finding),
        "cell": cell_of(plan, finding.sheet, finding.row, finding.column),
        "value": as_text(finding.value),
        "message": finding.say(language),
        "fix": None if finding.fix is None else as_text(finding.fix),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "sheet": BY_NAME[change.sheet].title,
        "row": change.row,
        "column": _header(change),
        "old": as_text(change.old),
        "new": as_text(change.new),
    }


def _header(at: Finding | Change) -> str | None:
    return BY_NAME[at.sheet][at.column].header if at.column else None
