"""The first group: what is in the plan, what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages
from xl_dialogue.jobs.applying import apply
from xl_dialogue.messages import Text
from xl_dialogue.outcome import Outcome, Request, Source
from xl_dialogue.plan import checks, journal, rules, tour
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import NO_PLAN, Plan
from xl_dialogue.plan.sheets import BY_NAME, FINDINGS
from xl_dialogue.registry import DATA, JOBS, job

if TYPE_CHECKING:
    import xlwings as xw


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
    said = intake_telling.summary(taken)
    outcome = apply(book, plan, taken.changes(plan), JOBS["import_"].label, request, said)
    outcome.details |= intake_telling.as_json(taken)
    outcome.sources += [Source(*each) for each in taken.files]
    outcome.failures = len(taken.refused)
    if not request.dry_run and not outcome.declined and taken.calls_for_a_report:
        with outcome.going_on():
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
    return validated(book, workbook.read(book), request)


def validated(book: xw.Book, plan: Plan, request: Request) -> Outcome:
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
    return apply(book, plan, checks.fixes(plan), JOBS["fix"].label, request)


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
