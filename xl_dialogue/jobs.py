"""Every job once: its name, its label, its place on the ribbon and what it does to an open book."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from xl_dialogue import book as workbook
from xl_dialogue import messages
from xl_dialogue.documents.kinds import KINDS, Draft, Kind, drafts
from xl_dialogue.messages import DialogueError, Text
from xl_dialogue.plan import checks, journal, rules
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.conference import TENTATIVE
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import BY_NAME, FINDINGS, JOURNAL
from xl_dialogue.questions import routing
from xl_dialogue.share import shared

if TYPE_CHECKING:
    from xl_dialogue.press.values import Refusal

DATA = Text("Dữ liệu", "Data")
QUESTIONS = Text("Câu hỏi", "Questions")
DOCUMENTS = Text("Văn bản", "Documents")
TOOLS = Text("Tiện ích", "Tools")


def _silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Request:
    """What is asked for besides the job itself."""

    dry_run: bool = False
    record: bool = False
    """Write the findings into the workbook."""
    kinds: tuple[str, ...] = ()
    out: Path = Path()
    templates: Path | None = None
    now: dt.datetime = field(default_factory=dt.datetime.now)
    progress: Callable[[int, int], None] = _silent


class Said(NamedTuple):
    """A sentence of the summary with its facts."""

    text: Text
    facts: dict[str, object]


@dataclass
class Outcome:
    """What a job found, changed and made; ``written`` tells whether the book must be saved."""

    plan: Plan
    findings: list[Finding] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    summary: list[Said] = field(default_factory=list)
    written: bool = False

    def say(self, text: Text, **facts: object) -> None:
        self.summary.append(Said(text, facts))

    @property
    def errors(self) -> int:
        return sum(finding.is_error for finding in self.findings)

    def add(self, other: Outcome) -> None:
        """Go on with what another job has done."""
        self.plan = other.plan
        self.findings += other.findings
        self.changes += other.changes
        self.files += other.files
        self.summary += other.summary
        self.written |= other.written


@dataclass(frozen=True)
class Job:
    """One entry of the registry: a subcommand, and a button where it has a picture."""

    name: str
    label: Text
    about: Text
    group: Text
    picture: str
    """The name of the button's built-in Office picture."""
    run: Callable[[xw.Book, Request], Outcome]


JOBS: dict[str, Job] = {}
_Run = Callable[[xw.Book, Request], Outcome]


def job(label: Text, about: Text, *, group: Text, picture: str) -> Callable[[_Run], _Run]:
    """Enter the decorated function in the registry under its own name."""

    def register(run: _Run) -> _Run:
        name = str(run.__name__)
        JOBS[name] = Job(name, label, about, group, picture, run)
        return run

    return register


# --- data -----------------------------------------------------------------------------------


@job(
    Text("Kiểm tra", "Validate"),
    Text("Tìm những chỗ sai, thiếu, mâu thuẫn", "Find what is wrong, missing or at odds"),
    group=DATA,
    picture="DataValidation",
)
def validate(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    outcome = Outcome(plan, findings=in_order(checks.check(plan) + rules.judge(plan)))
    warnings = len(outcome.findings) - outcome.errors
    text = messages.VALIDATED if outcome.findings else messages.NOTHING_WRONG
    outcome.say(text, errors=outcome.errors, warnings=warnings)
    if request.record and not request.dry_run:
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
    picture="AutoCorrect",
)
def fix(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    return _apply(book, plan, checks.fixes(plan), "fix", request)


# --- questions ------------------------------------------------------------------------------


@job(
    Text("Phân công", "Assign"),
    Text("Đề xuất đơn vị chủ trì, phối hợp cho câu hỏi", "Propose who answers each question"),
    group=QUESTIONS,
    picture="AssignTask",
)
def assign(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    outcome = _apply(book, plan, routing.assign(plan), "assign", request)
    led = sum(change.column == "lead" for change in outcome.changes)
    open_before = int(((plan.questions["lead"] == "") & (plan.questions["content"] != "")).sum())
    outcome.say(messages.ASSIGNED, assigned=led, left=open_before - led)
    return outcome


def _apply(
    book: xw.Book, plan: Plan, changes: list[Change], name: str, request: Request
) -> Outcome:
    """Write the changes and say so in the journal, unless only a preview was asked for."""
    outcome = Outcome(plan, changes=changes)
    if changes and not request.dry_run:
        rows = journal.entries(plan, changes, JOBS[name].label.vi, request.now)
        workbook.write(book, plan, changes)
        workbook.append(book, JOURNAL, rows)
        outcome.written = True
    text = messages.WOULD_CHANGE if request.dry_run else messages.CHANGED
    outcome.say(text, job=JOBS[name].label, count=len(changes))
    return outcome


# --- documents ------------------------------------------------------------------------------


@job(
    Text("Lập văn bản", "Merge"),
    Text("In giấy mời, thông báo kết luận ra tệp Word", "Print invitations and the notice to Word"),
    group=DOCUMENTS,
    picture="MailMergeStartLetters",
)
def merge(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    outcome = Outcome(plan)
    if plan.conference.date_status == TENTATIVE:
        outcome.say(messages.DATE_TENTATIVE)
    for name in request.kinds:
        _print(KINDS[name], plan, request, outcome)
    return outcome


def _print(kind: Kind, plan: Plan, request: Request, outcome: Outcome) -> None:
    """One kind: every letter that can be printed, and a finding for each that cannot."""
    from xl_dialogue.press.letters import Letter, print_letters
    from xl_dialogue.press.rehearsal import rehearsal
    from xl_dialogue.press.template import Template

    ready, refused = drafts(plan, kind)
    outcome.findings += refused
    template = _template(kind, request)
    _refuse_faulty(template, ready)
    if request.dry_run:
        outcome.say(messages.WOULD_PRINT, label=kind.label, count=len(ready))
        return
    letters = [Letter(draft.name, draft.context) for draft in ready]
    tried = [number for _, number in rehearsal(letters)]
    order = [*tried, *(number for number in range(len(letters)) if number not in tried)]
    folder = request.out / kind.label.vi if kind.each else request.out
    batch = [letters[number] for number in order]
    printed = print_letters(Template(template), batch, folder, request.progress)
    outcome.findings += [
        _not_printed(kind, ready[order[each.letter]], each) for each in printed.refusals
    ]
    outcome.files += printed.files
    outcome.say(
        messages.PRINTED_EACH if kind.each else messages.PRINTED,
        label=kind.label,
        count=len(printed.files),
        kept=len(printed.kept),
        folder=folder,
        refused=len(ready) - len(printed.files) + len({each.row for each in refused}),
    )
    if kind.each:
        files = ", ".join(f"“{path.name}”" for path in printed.files[: len(tried)])
        outcome.say(messages.REHEARSED, files=files)


def _refuse_faulty(template: Path, ready: list[Draft]) -> None:
    """Find a broken or misspelt tag before anything is printed."""
    from xl_dialogue.press.faults import faults

    broken = faults(template, set(ready[0].context)) if ready else []
    if broken:
        said = "\n".join(fault.say() for fault in broken)
        raise DialogueError(messages.TEMPLATE_FAULTY, faults=said)


def _template(kind: Kind, request: Request) -> Path:
    """The office's own template where there is one, else the product's."""
    if request.templates and not request.templates.is_dir():
        raise DialogueError(messages.FILE_MISSING, path=request.templates)
    own = request.templates / kind.template if request.templates else None
    return own if own and own.exists() else shared("templates") / kind.template


def _not_printed(kind: Kind, draft: Draft, refusal: Refusal) -> Finding:
    facts = {"why": refusal}
    return Finding(Rule.NOT_PRINTED, kind.draws_on, draft.row, None, facts)


@job(
    Text("Làm trọn", "Run"),
    Text("Kiểm tra, phân công rồi lập văn bản", "Validate, assign, then merge"),
    group=DOCUMENTS,
    picture="",
)
def run(book: xw.Book, request: Request) -> Outcome:
    outcome = validate(book, request)
    outcome.add(assign(book, request))
    outcome.add(merge(book, request))
    return outcome


# --- tools ----------------------------------------------------------------------------------


@job(
    Text("Hoàn tác", "Undo"),
    Text("Trả lại các ô của lượt ghi gần nhất", "Take the last run back"),
    group=TOOLS,
    picture="Undo",
)
def undo(book: xw.Book, request: Request) -> Outcome:
    plan = workbook.read(book)
    reversal = journal.undo(plan)
    if reversal is None:
        outcome = Outcome(plan)
        outcome.say(messages.NOTHING_TO_UNDO)
        return outcome
    outcome = Outcome(plan, changes=reversal.changes)
    if not request.dry_run:
        label = f"{journal.UNDO} {reversal.run}"
        nothing = {"run": journal.next_run(plan), "job": label}
        rows = journal.entries(plan, reversal.changes, label, request.now) or [nothing]
        workbook.write(book, plan, reversal.changes)
        workbook.append(book, JOURNAL, rows)
        outcome.written = True
    outcome.say(
        messages.UNDONE,
        run=reversal.run,
        count=len(reversal.changes),
        kept=len(reversal.changed_since),
        lost=reversal.lost,
    )
    return outcome
