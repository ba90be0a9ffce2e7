"""The fifth group: taking back, and help."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from xl_dialogue import __version__, log, messages
from xl_dialogue import book as workbook
from xl_dialogue.jobs.applying import may_write, show
from xl_dialogue.messages import Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import journal
from xl_dialogue.plan.plan import NO_PLAN
from xl_dialogue.plan.sheets import GUIDE_TITLE, JOURNAL
from xl_dialogue.registry import JOBS, TOOLS, job

if TYPE_CHECKING:
    import xlwings as xw


@job(
    Text("Hoàn tác", "Undo"),
    Text("Trả lại các ô của lượt ghi gần nhất", "Take the last run back"),
    group=TOOLS,
    picture="Undo",
    takes=("dry_run",),
    large=True,
)
def undo(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    reversal = journal.undo(plan)
    if reversal is None:
        outcome = Outcome(plan)
        outcome.say(messages.NOTHING_TO_UNDO)
        return outcome
    kept, lost = len(reversal.changed_since), reversal.lost
    preview = Outcome(plan, changes=reversal.changes)
    entry = journal.last_run(plan).iloc[0]
    preview.say(messages.UNDO_OF, run=reversal.run, job=entry["job"], time=entry["time"])
    preview.say(messages.WOULD_CHANGE, job=JOBS["undo"].label, count=len(reversal.changes))
    if kept or lost:
        preview.say(messages.UNDO_WOULD_LEAVE, run=reversal.run, kept=kept, lost=lost)
    if reversal.forgotten:
        preview.say(messages.UNDO_FORGOTTEN, count=reversal.forgotten)
    if request.dry_run:
        return preview
    if not may_write(book, preview, request):
        return Outcome(plan, declined=True)
    named = f"{journal.UNDO} {reversal.run}"
    nothing = {"run": journal.next_run(plan), "job": named}
    rows = journal.entries(plan, reversal.changes, named, request.now) or [nothing]
    with workbook.quietly(book):  # cut short between the two, it can be done again
        workbook.write(book, plan, reversal.changes)
        workbook.append(book, JOURNAL, rows)
    run = journal.next_run(plan)
    outcome = Outcome(plan, changes=reversal.changes, written=True, run=run)
    outcome.say(
        messages.UNDONE,
        run=reversal.run,
        count=len(reversal.changes),
        kept=kept,
        lost=lost,
    )
    if reversal.forgotten:
        outcome.say(messages.UNDO_FORGOTTEN, count=reversal.forgotten)
    return outcome


@job(
    Text("Hướng dẫn", "Guide"),
    Text("Mở trang hướng dẫn", "Open the guide"),
    group=TOOLS,
    picture="Help",
    moves=True,
)
def guide(book: xw.Book, _: Request) -> Outcome:
    return show(book, GUIDE_TITLE)


@job(
    Text("Giới thiệu", "About"),
    Text("Phiên bản, bản quyền, nơi ghi nhật ký lỗi", "Version, licence, where errors are logged"),
    group=TOOLS,
    picture="Info",
)
def about(_: xw.Book, __: Request) -> Outcome:
    outcome = Outcome(NO_PLAN)
    outcome.say(messages.ABOUT, version=__version__, interpreter=sys.executable, log=log.file())
    return outcome
