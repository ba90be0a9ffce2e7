"""The fourth group: what is still missing, by when, and who is reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages, posting
from xl_dialogue.documents.reminders import reminders
from xl_dialogue.jobs.applying import apply, show
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import conclusions, deadlines, progress, rules
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, TASKS, TO_DO_TITLE
from xl_dialogue.registry import FOLLOW_UP, JOBS, job

if TYPE_CHECKING:
    import xlwings as xw


@job(
    Text("Tổng quan", "Overview"),
    Text("Xem một trang: còn thiếu gì, ai chưa trả lời", "See on one page what is still missing"),
    group=FOLLOW_UP,
    picture="ChartInsert",
    large=True,
    moves=True,
)
def overview(book: xw.Book, _: Request) -> Outcome:
    return show(book, DASHBOARD_TITLE)


@job(
    Text("Cần xử lý", "To do"),
    Text("Xem từng dòng còn phải làm", "See every row that is still to be dealt with"),
    group=FOLLOW_UP,
    picture="FilterToggleFilter",
    large=True,
    moves=True,
)
def to_do(book: xw.Book, _: Request) -> Outcome:
    return show(book, TO_DO_TITLE)


@job(
    Text("Lịch ngược", "Schedule"),
    Text("Tính ngược hạn từng bước, ghi hạn còn trống", "Plan back from the conference"),
    group=FOLLOW_UP,
    picture="ViewAppointmentInCalendar",
    takes=("dry_run", "day"),
)
def schedule(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book, request.today)
    planned = deadlines.schedule_of(plan)
    if planned is None:
        outcome = Outcome(plan)
        outcome.say(messages.NO_CONFERENCE_DAY)
        return outcome
    minded = [*rules.deadlines.closing_too_late(plan), *rules.deadlines.answers_due_too_late(plan)]
    told = [*progress.outlook(plan, planned)]
    is_over = plan.conference.date is not None and plan.conference.date < plan.day
    changes = [] if minded or is_over else [*deadlines.proposed(plan, planned)]
    outcome = apply(book, plan, changes, JOBS["schedule"].label, request, told)
    outcome.findings += minded
    return outcome


@job(
    Text("Nhắc việc", "Remind"),
    Text("Thư nháp nhắc từng cơ quan việc đến hạn, quá hạn", "Draft a reminder for each body"),
    group=FOLLOW_UP,
    picture="ReminderSound",
    takes=("out", "dry_run", "day"),
)
def remind(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book, request.today)
    found = reminders(plan)
    outcome = Outcome(plan, summary=[*posting.told_of_reminders(found, plan)])
    if request.dry_run:
        return outcome
    if found and not request.agrees(outcome):
        return Outcome(plan, declined=True)
    posting.remind(found, plan, request, outcome)
    return outcome


@job(
    Text("Giao kết luận", "Follow"),
    Text("Kết luận thành nhiệm vụ, có đơn vị và hạn", "Make tasks of the conclusions"),
    group=FOLLOW_UP,
    picture="NewTaskRequest2",
    takes=("dry_run",),
)
def follow(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    if "question" not in plan.cells["tasks"].letters:  # nothing would tell which were given
        raise workbook.column_missing(TASKS, TASKS["question"])
    changes = conclusions.to_give(plan)
    new = len({change.row for change in changes})
    facts: dict[str, object] = {"count": new, "known": len(conclusions.given(plan))}
    told = [Said(messages.CONCLUSIONS_TO_GIVE, facts)]
    return apply(book, plan, changes, JOBS["follow"].label, request, told)
