"""What jobs share: changes decided become cells, after OK; and a look at a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import journal
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import NO_PLAN, Plan
from xl_dialogue.plan.sheets import JOURNAL

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.plan.schema import Sheet


def apply(
    book: xw.Book,
    plan: Plan,
    changes: list[Change],
    label: Text,
    request: Request,
    beforehand: Sequence[Said] = (),
) -> Outcome:
    """Write the changes and say so in the journal, unless only a preview was asked for.

    What is said beforehand stands in the preview and in the outcome.
    """
    preview = Outcome(plan, changes=changes, summary=[*beforehand])
    preview.say(messages.WOULD_CHANGE, job=label, count=len(changes))
    if request.dry_run:
        return preview
    if changes and not may_write(book, preview, request):
        return Outcome(plan, declined=True)
    if changes:
        write(book, plan, changes, journal.entries(plan, changes, label.vi, request.now))
    run = journal.next_run(plan) if changes else 0
    outcome = Outcome(plan, changes=changes, summary=[*beforehand], written=bool(changes), run=run)
    text = messages.CHANGED if changes else messages.NOTHING_TO_CHANGE
    outcome.say(text, job=label, count=len(changes))
    return outcome


def may_write(book: xw.Book, preview: Outcome, request: Request, *own: Sheet) -> bool:
    """Whether the person agrees to what the preview says.

    ``own`` are the program's sheets that will be written; the journal, if none is named.
    Errors: ``DialogueError`` when a cell could not be written or seen.
    """
    workbook.refuse_unwritable(book, preview.plan, preview.changes, *(own or (JOURNAL,)))
    return request.agrees(preview)


def write(
    book: xw.Book, plan: Plan, changes: list[Change], rows: Sequence[Mapping[str, object]]
) -> None:
    """The journal first: whatever happens then, what was written can be taken back."""
    with workbook.quietly(book):
        workbook.append(book, JOURNAL, rows)
        workbook.write(book, plan, changes)


def show(book: xw.Book, title: str) -> Outcome:
    workbook.go(book, title, "A1")
    return Outcome(NO_PLAN)
