"""Every job once: its name, its label, its place on the ribbon and what it does to an open book."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import __version__, log, messages, posting, printing
from xl_dialogue import book as workbook
from xl_dialogue.documents import inviting
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.documents.reminders import reminders
from xl_dialogue.messages import DialogueError, Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import (
    bodies,
    checks,
    conclusions,
    deadlines,
    journal,
    progress,
    register,
    rules,
    tour,
)
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.conference import TENTATIVE
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import NO_PLAN, Plan
from xl_dialogue.plan.register import Entry
from xl_dialogue.plan.sheets import (
    BY_NAME,
    DASHBOARD_TITLE,
    FINDINGS,
    GUIDE_TITLE,
    JOURNAL,
    REGISTER,
    SPLIT,
    TO_DO_TITLE,
)
from xl_dialogue.printing import Batch
from xl_dialogue.registry import (
    DATA,
    DOCUMENTS,
    FOLLOW_UP,
    JOBS,
    QUESTIONS,
    TOOLS,
    Button,
    Group,
    Job,
    Option,
    buttons,
    job,
    menu,
)  # fmt: skip

if TYPE_CHECKING:
    import xlwings as xw

__all__ = ["JOBS", "asked", "jobs_of"]


def jobs_of(group: Group) -> list[Job]:
    """The jobs of a group, in the order of their buttons."""
    return [job for job in JOBS.values() if job.group is group]


def asked(button: str) -> tuple[Job, Button]:
    """The button with this id, and its job. Errors: ``DialogueError`` when no button has it."""
    for entry in JOBS.values():
        for found in (*buttons(entry), *menu(entry)):
            if found.id == button:
                return entry, found
    raise DialogueError(messages.BUTTON_UNKNOWN, button=button)


# --- data -----------------------------------------------------------------------------------


@job(
    Text("Nhập danh sách", "Take in"),
    Text("Nhập danh sách, phiếu câu hỏi từ tệp", "Take in lists and question forms from files"),
    group=DATA,
    picture="FileOpen",
    takes=("files", "sheet", "dry_run"),
    large=True,
)
def import_(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.exchange.intake import telling as intake_telling
    from xl_dialogue.exchange.intake.deciding import intake
    from xl_dialogue.exchange.intake.report import report

    plan = workbook.read(book)
    if not request.files:
        outcome = Outcome(plan)
        outcome.say(messages.INTAKE_FOLDER_EMPTY, folder=request.inbox or "")
        return outcome
    taken = intake(plan, request.files, request.sheet)
    said = intake_telling.summary(taken, len(request.files))
    outcome = _apply(book, plan, taken.changes(plan), JOBS["import_"].label, request, said)
    outcome.details |= intake_telling.as_json(taken)
    if not request.dry_run and not outcome.declined and (taken.added or taken.read.rejected):
        path = report(taken, Path(book.fullname), request.now)
        outcome.files.append(path)
        outcome.say(messages.INTAKE_REPORT, file=path.name)
    return outcome


@job(
    Text("Kiểm tra", "Validate"),
    Text("Tìm những chỗ sai, thiếu, mâu thuẫn", "Find what is wrong, missing or at odds"),
    group=DATA,
    picture="DataValidation",
    takes=("record",),
    large=True,
)
def validate(book: xw.Book, request: Request) -> Outcome:
    return _validate(book, workbook.read(book), request)


def _validate(book: xw.Book, plan: Plan, request: Request) -> Outcome:
    outcome = Outcome(plan, findings=in_order(checks.check(plan) + rules.judge(plan)))
    text = messages.VALIDATED if outcome.findings else messages.NOTHING_WRONG
    outcome.say(text, errors=outcome.errors, warnings=outcome.warnings)
    if request.record and not request.dry_run:
        workbook.refuse_unwritable(book, plan, (), FINDINGS)
        with workbook.quietly(book):
            workbook.replace(book, FINDINGS, [as_row(plan, each) for each in outcome.findings])
        outcome.written = True
    return outcome


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then by sheet and row as they stand in the workbook."""
    place = {name: number for number, name in enumerate(BY_NAME)}
    return sorted(findings, key=lambda each: (not each.is_error, place[each.sheet], each.row or 0))


def as_row(plan: Plan, finding: Finding) -> dict[str, object]:
    """The finding as a row of the sheet `Kiểm tra`, its place a link."""
    cell = workbook.cell_of(plan, finding.sheet, finding.row, finding.column)
    return {
        "severity": finding.rule.severity.value.vi,
        "place": workbook.Link.to(BY_NAME[finding.sheet].title, cell),
        "value": journal.as_text(finding.value),
        "message": finding.say(),
        "fix": journal.as_text(finding.fix),
        "rule": finding.rule.code,
    }


@job(
    Text("Sửa lỗi", "Fix"),
    Text("Sửa những lỗi hình thức sửa được an toàn", "Mend the slips that are safe to mend"),
    group=DATA,
    picture="Spelling",
    takes=("dry_run",),
    large=True,
)
def fix(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    return _apply(book, plan, checks.fixes(plan), JOBS["fix"].label, request)


@job(
    Text("Lỗi trước", "Previous finding"),
    Text("Tới chỗ cần xem liền trước", "Go to the finding before this one"),
    group=DATA,
    picture="ReviewPreviousComment",
    moves=True,
)
def previous_finding(book: xw.Book, _: Request) -> Outcome:
    return _visit(book, -1)


@job(
    Text("Lỗi sau", "Next finding"),
    Text("Tới chỗ cần xem kế tiếp", "Go to the finding after this one"),
    group=DATA,
    picture="ReviewNextComment",
    moves=True,
)
def next_finding(book: xw.Book, _: Request) -> Outcome:
    return _visit(book, 1)


def _visit(book: xw.Book, step: int) -> Outcome:
    """Take the person to the next place of the last check, and say what is the matter there."""
    outcome = Outcome(NO_PLAN)
    listed = workbook.rows(book, FINDINGS)
    stops = tour.stops(listed, workbook.titles(book))
    if not stops:
        outcome.say(messages.NO_FINDINGS_LISTED)
        return outcome
    stop = tour.next_stop(stops, workbook.place(book), step, FINDINGS.title)
    workbook.go(book, stop.title, stop.cell)
    number = stops.index(stop) + 1
    outcome.say(messages.FINDING_VISITED, number=number, total=len(stops), said=stop.said)
    return outcome


# --- questions ------------------------------------------------------------------------------


@job(
    Text("Tách câu hỏi", "Split"),
    Text("Tách câu hỏi gồm nhiều việc thành từng dòng", "Give each of several petitions its row"),
    group=QUESTIONS,
    picture="TableSplitCells",
    takes=("dry_run",),
)
def split(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.questions import dividing

    plan = workbook.read(book)
    outcome = _apply(book, plan, dividing.divide(plan), JOBS["split"].label, request)
    taken_apart = sum(change.new == SPLIT for change in outcome.changes)
    parts = sum(change.column == "part_of" for change in outcome.changes)
    outcome.say(messages.SPLIT_INTO, questions=taken_apart, parts=parts)
    return outcome


@job(
    Text("Tìm câu trùng", "Duplicates"),
    Text("Đề xuất những câu hỏi cùng một việc", "Propose questions that ask the same"),
    group=QUESTIONS,
    picture="RemoveDuplicates",
    takes=("dry_run",),
)
def duplicates(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.questions import merging

    plan = workbook.read(book)
    outcome = _apply(book, plan, merging.propose(plan), JOBS["duplicates"].label, request)
    proposed = sum(
        change.column == "maybe_duplicate_of" and change.new != "" for change in outcome.changes
    )
    outcome.say(messages.DUPLICATES_PROPOSED, count=proposed)
    return outcome


@job(
    Text("Phân công", "Assign"),
    Text("Đề xuất đơn vị chủ trì, phối hợp cho câu hỏi", "Propose who answers each question"),
    group=QUESTIONS,
    picture="AssignTask",
    takes=("dry_run", "earlier"),
    large=True,
)
def assign(book: xw.Book, request: Request) -> Outcome:
    return _assign(book, workbook.read(book), request)


def _assign(book: xw.Book, plan: Plan, request: Request) -> Outcome:
    from xl_dialogue.questions import precedents, routing

    earlier = [each for old in request.earlier for each in precedents.decided_by_staff(old)]
    proposed = routing.assign(plan, earlier)
    outcome = _apply(book, plan, proposed, JOBS["assign"].label, request)
    led = sum(change.column == "lead" for change in outcome.changes)
    asked = plan.questions[plan.questions["status"] != SPLIT]
    open_before = int(((asked["lead"] == "") & (asked["content"] != "")).sum())
    outcome.say(messages.ASSIGNED, assigned=led, left=open_before - led)
    return outcome


def _column_missing(sheet: str, column: str) -> DialogueError:
    facts = {"title": BY_NAME[sheet].title, "header": BY_NAME[sheet][column].header, "hint": ""}
    return DialogueError(messages.COLUMN_MISSING, **facts)


@job(
    Text("Học từ chỗ sửa", "Learn"),
    Text(
        "Thêm từ khóa vào lĩnh vực từ những câu người dùng đã giao khác đề xuất",
        "Add keywords to the topics from questions that staff have assigned otherwise",
    ),
    group=QUESTIONS,
    picture="Lightbulb",
    takes=("dry_run",),
)
def learn(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.questions import learning

    plan = workbook.read(book)
    lessons, untaught = learning.learn(plan)
    names = bodies.names(plan)
    told = [
        Said(
            messages.LEARNT,
            {
                "topic": lesson.topic,
                "phrase": lesson.phrase,
                "codes": ", ".join(lesson.questions),
                "lead": names[lesson.lead],
            },
        )
        for lesson in lessons
    ] + [
        Said(messages.NOT_LEARNT, {"code": each.code, "lead": names[each.lead]})
        for each in untaught
    ]
    if not lessons:
        told.append(Said(messages.NOTHING_TO_LEARN, {}))
    changes = learning.changes(plan, lessons)
    return _apply(book, plan, changes, JOBS["learn"].label, request, told)


def _apply(
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
    if changes and not _may_write(book, preview, request):
        return Outcome(plan, declined=True)
    if changes:
        _write(book, plan, changes, journal.entries(plan, changes, label.vi, request.now))
    run = journal.next_run(plan) if changes else 0
    outcome = Outcome(plan, changes=changes, summary=[*beforehand], written=bool(changes), run=run)
    text = messages.CHANGED if changes else messages.NOTHING_TO_CHANGE
    outcome.say(text, job=label, count=len(changes))
    return outcome


def _may_write(book: xw.Book, preview: Outcome, request: Request) -> bool:
    """Whether the person agrees to what the preview says.

    Errors: ``DialogueError`` when a cell could not be written or seen.
    """
    workbook.refuse_unwritable(book, preview.plan, preview.changes, JOURNAL)
    return request.agrees(preview)


def _write(
    book: xw.Book, plan: Plan, changes: list[Change], rows: Sequence[Mapping[str, object]]
) -> None:
    """The journal first: whatever happens then, what was written can be taken back."""
    with workbook.quietly(book):
        workbook.append(book, JOURNAL, rows)
        workbook.write(book, plan, changes)


@job(
    Text("Khối lượng", "Workload"),
    Text("Mỗi cơ quan mấy câu, câu nào luật đã trả lời", "Who has how much, what the law answers"),
    group=QUESTIONS,
    picture="OrganizationChartInsert",
)
def workload(book: xw.Book, _: Request) -> Outcome:
    from xl_dialogue.questions import settled

    plan = workbook.read(book)
    return Outcome(plan, summary=[*inviting.told_of_loads(plan), *settled.told(plan)])


@job(
    Text("Mời bổ sung", "Invite more"),
    Text("Cơ quan phải trả lời mà chưa mời ai", "Who must answer and has nobody invited"),
    group=QUESTIONS,
    picture="ReplyToAllAttendeesWithMessage",
    takes=("dry_run",),
)
def invite_more(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    changes, told = inviting.proposed(plan), [inviting.told_of_uninvited(plan)]
    return _apply(book, plan, changes, JOBS["invite_more"].label, request, told)


# --- documents ------------------------------------------------------------------------------


PRINTING: tuple[Option, ...] = (
    "kinds", "out", "templates", "dry_run", "one_file", "pdf", "mail", "again", "calendar",
    "workers", "cluster",
)  # fmt: skip
"""What is asked of a job that prints."""


@job(
    Text("Lập văn bản", "Merge"),
    Text("Lập văn bản từ sổ ra tệp Word, chưa cấp số", "Print documents to Word, without numbers"),
    group=DOCUMENTS,
    picture="MailMergeStartLetters",
    takes=PRINTING,
    large=True,
)
def merge(book: xw.Book, request: Request) -> Outcome:
    return _print(book, request)


@job(
    Text("Cấp số", "Issue"),
    Text("Lập văn bản có số và ngày, ghi vào sổ", "Print under numbers, entered in the register"),
    group=DOCUMENTS,
    picture="Numbering",
    takes=PRINTING,
)
def issue(book: xw.Book, request: Request) -> Outcome:
    return _print(book, request, issuing=request.now.date())


@job(
    Text("PDF", "PDF"),
    Text("Lập văn bản rồi chuyển sang PDF", "Print documents, then turn them into PDF"),
    group=DOCUMENTS,
    picture="FileSaveAsPdfOrXps",
    takes=tuple(option for option in PRINTING if option != "pdf"),
)
def pdf(book: xw.Book, request: Request) -> Outcome:
    return _print(book, replace(request, pdf=True))


@job(
    Text("Thư nháp", "Mail"),
    Text("Lập văn bản và thư nháp cho từng nơi nhận", "Print documents, and a draft mail for each"),
    group=DOCUMENTS,
    picture="EnvelopesAndLabelsDialog",
    takes=PRINTING,
    suits=lambda kind: kind.each is not None,
)
def mail(book: xw.Book, request: Request) -> Outcome:
    return _print(book, replace(request, mail=request.mail or "drafts"))


def _print(book: xw.Book, request: Request, issuing: dt.date | None = None) -> Outcome:
    plan = workbook.read(book, request.today)
    if request.mail:  # each gets its own letter, never the print file of all
        request = replace(request, separate=True)
    known = register.entries(plan)
    batches, numbered = _batches(plan, known, request, issuing)
    if request.mail == "send":
        posting.refuse_unready(batches, plan)
    preview = _print_preview(plan, batches)
    outcome = Outcome(plan)
    for told in (preview, outcome):
        if plan.conference.date_status == TENTATIVE:
            told.say(messages.DATE_TENTATIVE)
        if request.mail == "drafts":
            posting.tell_of_drafts(batches, told)
    if request.dry_run:
        return _rehearsed(book, batches, known, request, preview)
    refusal = _register_refusal(book, plan)
    if issuing and refusal:
        raise refusal
    if not request.agrees(preview):
        return Outcome(plan, declined=True)
    if issuing and numbered != known:
        _enter(book, numbered)
        book.save()  # before anything is printed: a number on paper is never given twice
    made = [printing.print_batch(batch, request, outcome) for batch in batches]
    for batch in batches:
        printing.tell_of_numbers(batch, outcome, beforehand=False)
    entries = [entry for each in made for entry in each.entries(getpass.getuser(), request.now)]
    rows = register.entered(numbered, entries)
    for each in made:
        rows = each.settled(rows)
    _register(book, outcome, known, rows, refusal)
    if issuing and outcome.written:
        book.save()  # whatever becomes of PDF and mail: what was printed is entered
    if request.pdf:
        for each in made:
            printing.convert(each, request, outcome)
    if request.calendar:
        posting.put_calendar(plan, request, outcome)
    if request.mail:
        gone = posting.post(made, plan, rows, request, Path(book.fullname), outcome)
        _register(book, outcome, rows, register.mailed(rows, gone, request.now), refusal)
    return outcome


def _rehearsed(
    book: xw.Book, batches: list[Batch], known: list[Entry], request: Request, preview: Outcome
) -> Outcome:
    """The preview; for mail that is to be sent also what server and addresses say."""
    if request.mail == "send":
        with tempfile.TemporaryDirectory() as folder:
            aside = replace(request, out=Path(folder))
            made = [
                printing.print_batch(b.elsewhere(aside.out), aside, Outcome(preview.plan))
                for b in batches
            ]
            posting.post(made, preview.plan, known, aside, Path(book.fullname), preview)
    return preview


def _batches(
    plan: Plan, known: list[Entry], request: Request, issuing: dt.date | None
) -> tuple[list[Batch], list[Entry]]:
    """The documents asked for, and the register with their numbers."""
    batches = []
    for name in request.kinds:
        so_far = register.known_to(plan, known)
        batch = printing.batch(KINDS[name], so_far, known, request, issuing)
        known = register.entered(known, [p.entry for p in batch.ready if p.entry.number])
        batches.append(batch)
    return batches, known


def _print_preview(plan: Plan, batches: list[Batch]) -> Outcome:
    preview = Outcome(plan, findings=[each for batch in batches for each in batch.refused])
    for batch in batches:
        facts = {"label": batch.kind.label, "count": len(batch.ready), "folder": batch.folder}
        preview.say(messages.WOULD_PRINT if batch.ready else messages.NOTHING_TO_PRINT, **facts)
        printing.tell_of_numbers(batch, preview, beforehand=True)
    return preview


def _register_refusal(book: xw.Book, plan: Plan) -> DialogueError | None:
    """Why the register cannot be written, if it cannot."""
    try:
        workbook.refuse_unwritable(book, plan, (), REGISTER)
    except DialogueError as refusal:
        return refusal
    return None


def _register(
    book: xw.Book,
    outcome: Outcome,
    known: list[Entry],
    rows: list[Entry],
    refusal: DialogueError | None,
) -> None:
    """Enter what was printed; drafts are worth having even where the register is not to be had."""
    if rows == known:
        return
    if refusal:
        outcome.say(messages.REGISTER_LEFT, why=refusal)
        return
    _enter(book, rows)
    outcome.written = True


def _enter(book: xw.Book, rows: list[Entry]) -> None:
    with workbook.quietly(book):
        workbook.replace(book, REGISTER, [row._asdict() for row in rows])


@job(
    Text("Làm trọn", "Run"),
    Text("Kiểm tra, phân công rồi lập văn bản", "Validate, assign, then merge"),
    group=DOCUMENTS,
    takes=("record", "out", "templates"),
)
def run(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    outcome = _validate(book, plan, request)
    outcome.add(_assign(book, plan, request))
    outcome.add(merge(book, request))
    return outcome


# --- follow-up ------------------------------------------------------------------------------


@job(
    Text("Tổng quan", "Overview"),
    Text("Xem một trang: còn thiếu gì, ai chưa trả lời", "See on one page what is still missing"),
    group=FOLLOW_UP,
    picture="ChartInsert",
    large=True,
    moves=True,
)
def overview(book: xw.Book, _: Request) -> Outcome:
    return _show(book, DASHBOARD_TITLE)


@job(
    Text("Cần xử lý", "To do"),
    Text("Xem từng dòng còn phải làm", "See every row that is still to be dealt with"),
    group=FOLLOW_UP,
    picture="FilterToggleFilter",
    large=True,
    moves=True,
)
def to_do(book: xw.Book, _: Request) -> Outcome:
    return _show(book, TO_DO_TITLE)


def _show(book: xw.Book, title: str) -> Outcome:
    workbook.go(book, title, "A1")
    return Outcome(NO_PLAN)


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
    outcome = _apply(book, plan, changes, JOBS["schedule"].label, request, told)
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
        raise _column_missing("tasks", "question")
    changes = conclusions.to_give(plan)
    new = len({change.row for change in changes})
    facts: dict[str, object] = {"count": new, "known": len(conclusions.given(plan))}
    told = [Said(messages.CONCLUSIONS_TO_GIVE, facts)]
    return _apply(book, plan, changes, JOBS["follow"].label, request, told)


# --- tools ----------------------------------------------------------------------------------


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
    if request.dry_run:
        return preview
    if not _may_write(book, preview, request):
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
    return outcome


@job(
    Text("Hướng dẫn", "Guide"),
    Text("Mở trang hướng dẫn", "Open the guide"),
    group=TOOLS,
    picture="Help",
    moves=True,
)
def guide(book: xw.Book, _: Request) -> Outcome:
    return _show(book, GUIDE_TITLE)


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
