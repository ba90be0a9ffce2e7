"""An outcome in sentences: the same lines on the command line and in a message box."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue import messages
from xl_dialogue.book import cell_of
from xl_dialogue.messages import Language
from xl_dialogue.outcome import Outcome
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.journal import as_text
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME


def details(outcome: Outcome, language: Language, most: int) -> Iterator[str]:
    """Findings, then changes; at most so many of each."""
    for finding in outcome.findings[:most]:
        severity = finding.rule.severity.value.say(language)
        yield f"{severity:8} {_place(outcome.plan, finding)}: {finding.say(language)}"
    yield from _rest(len(outcome.findings) - most, language)
    for change in outcome.changes[:most]:
        yield f"{_place(outcome.plan, change)} {_changed(change)}"
    yield from _rest(len(outcome.changes) - most, language)


def summary(outcome: Outcome, language: Language) -> Iterator[str]:
    for text, facts in outcome.summary:
        yield text.say(language, **facts)


def _rest(count: int, language: Language) -> Iterator[str]:
    if count > 0:
        yield messages.AND_MORE.say(language, count=count)


def _place(plan: Plan, at: Finding | Change) -> str:
    return f"{BY_NAME[at.sheet].title}!{cell_of(plan, at.sheet, at.row, at.column)}"


def _changed(change: Change) -> str:
    header = BY_NAME[change.sheet][change.column].header
    return f"{header}: “{as_text(change.old)}” → “{as_text(change.new)}”"


def as_json(outcome: Outcome, language: Language) -> dict[str, object]:
    """The outcome for other programs."""

    def header(sheet: str, column: str | None) -> str | None:
        return BY_NAME[sheet][column].header if column else None

    return {
        "findings": [
            {
                "rule": each.rule.code,
                "severity": each.rule.severity.name.lower(),
                "sheet": BY_NAME[each.sheet].title,
                "row": each.row,
                "column": header(each.sheet, each.column),
                "cell": cell_of(outcome.plan, each.sheet, each.row, each.column),
                "value": as_text(each.value),
                "message": each.say(language),
                "fix": None if each.fix is None else as_text(each.fix),
            }
            for each in outcome.findings
        ],
        "changes": [
            {
                "sheet": BY_NAME[each.sheet].title,
                "row": each.row,
                "column": header(each.sheet, each.column),
                "old": as_text(each.old),
                "new": as_text(each.new),
            }
            for each in outcome.changes
        ],
        "files": [str(path) for path in outcome.files],
        "errors": outcome.errors,
        "warnings": len(outcome.findings) - outcome.errors,
    }
