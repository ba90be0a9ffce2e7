"""The shipped plan after somebody has worked in it, and what pandas counts there."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd

from xl_dialogue import book as workbook
from xl_dialogue.engines import closed
from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.plan import rules
from xl_dialogue.plan.conference import CONFIRMED, ITEMS
from xl_dialogue.plan.counted import single
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import ANSWERED, BY_NAME, DONE, SHEETS, SPLIT

Book = openpyxl.Workbook
COLOURS = "Màu"
TODAY = dt.date.today()
DAYS = {"shipped": dt.date(2022, 5, 1), "worked": TODAY, "undated": TODAY, "written": TODAY}
"""The workbooks whose figures are compared, and the day that each is reckoned from."""


def put(book: Book, sheet: str, row: int, **cells: object) -> None:
    columns = [column.name for column in BY_NAME[sheet].columns]
    for name, value in cells.items():
        book[BY_NAME[sheet].title].cell(row, columns.index(name) + 1).value = value


def set_item(book: Book, name: str, value: object) -> None:
    row = [item.name for item in ITEMS].index(name) + 2
    book["Hội nghị"].cell(row, 2).value = value


def worked_in(book: Book) -> None:
    """Questions assigned, answered and late; delegates moved; tasks led; letters and findings."""
    leads = ("SXD", "SNV", "SNV", "BHXH", "SGTVT", "CACSO", "SYT", "CAT", "STC", "SXD", "SXD")
    past, later = TODAY - dt.timedelta(days=3), TODAY + dt.timedelta(days=3)
    for row in range(16, 90):
        put(book, "questions", row, lead=leads[row % len(leads)], status="Đã giao")
    for row in range(20, 30):
        put(book, "questions", row, due=past)
    put(book, "questions", 24, status=ANSWERED, conclusion="Giao Sở Xây dựng trả lời.")
    put(book, "questions", 25, due=TODAY)
    put(book, "questions", 26, due=later)
    put(book, "questions", 27, due=None, conclusion="Giao Sở Nội vụ trả lời.")
    put(book, "questions", 28, status=None)
    put(book, "questions", 31, status=SPLIT)
    for row in (32, 33, 70):
        put(book, "questions", row, duplicate_of="CH016")
    put(book, "questions", 152, code="CH200", content="Hỏi thêm & <sau>?", lead="  ")
    put(book, "questions", 153, code="CH201", lead="SNV")
    put(book, "delegates", 40, unit="Sở Xây dựng, Phòng Hạ tầng")
    put(book, "delegates", 41, unit="Phòng Vận tải, Sở GTVT", status="Vắng")
    for row in range(60, 103):
        put(book, "delegates", row, group=None)
    for row in range(110, 115):
        put(book, "delegates", row, status="Dự kiến")
    put(book, "delegates", 116, status="Vắng")
    put(book, "delegates", 117, status=None)
    put(book, "groups", 3, rank=99)
    put(book, "groups", 4, rank=None)
    put(book, "tasks", 4, deadline=past)
    put(book, "tasks", 5, deadline=past, status=DONE)
    put(book, "tasks", 20, lead="SNV")
    for row, kind in enumerate(("Giấy mời", "Thông báo kết luận", "Giấy mời"), start=2):
        put(book, "register", row, kind=kind)
    for row in range(2, 52):
        severity = "Lỗi" if row % 3 else "Nên xem"
        put(book, "findings", row, severity=severity, place=f"Câu hỏi!G{row}", message="Thiếu mã")
    set_item(book, "date", TODAY + dt.timedelta(days=5))
    set_item(book, "date_status", CONFIRMED)
    set_item(book, "question_deadline", TODAY + dt.timedelta(days=1))
    set_item(book, "expected_delegates", 460)
    tell_colours(book)


def tell_colours(book: Book) -> None:
    """On a sheet of its own what each rule of colour says of each row."""
    page, column = book.create_sheet(COLOURS), 0
    for sheet in SHEETS:
        for area in book[sheet.title].conditional_formatting:
            for rule in area.rules:
                column += 1
                page.cell(1, column, f"{sheet.name} {area.sqref} {rule.dxf.fill.bgColor.rgb}")
                for row in range(2, 154):
                    cell = rf"'{sheet.title}'!$\g<1>{row}"
                    said = re.sub(r"\$([A-Z]+)2\b", cell, rule.formula[0])
                    page.cell(row, column, f"={said}")


def on_the_day(book: Book) -> None:
    """And some cells are errors."""
    for sheet, column in (("questions", "status"), ("delegates", "unit"), ("tasks", "deadline")):
        put(book, sheet, 5, **{column: "=NA()"})
    set_item(book, "date", TODAY)
    set_item(book, "question_deadline", TODAY)


def without_dates(book: Book) -> None:
    for name in ("date", "question_deadline", "expected_delegates", "date_status"):
        set_item(book, name, None)


def without_tasks(book: Book) -> None:
    for row in range(2, 30):
        put(book, "tasks", row, code=None, content=None, lead=None, status=None)


def changed(content: bytes, change: Callable[[Book], None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content), keep_vba=True)
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def without_results(content: bytes) -> bytes:
    """The file as built, on the day it was built, but with no results to lean on."""
    package = Package(content)
    parts = {name: package.read(name) for name in package.names}
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>", part)
            parts[name] = part.replace(b"<f>TODAY()</f>", b"<f>DATE(2022,5,1)</f>")
    return packed(deflated(name, part) for name, part in parts.items())


def written_by_us(content: bytes, path: Path) -> bytes:
    """A lead put in by the closed-file engine, which leaves the other sheets' results as they are."""
    path.write_bytes(content)
    book = closed.open(path)
    book.sheets["Câu hỏi"].range("G3").value = "SYT"
    book.save()
    book.close()
    return path.read_bytes()


# --- the same, counted by pandas ------------------------------------------------------------


def plan_of(path: Path) -> Plan:
    book = closed.open(path)
    plan = workbook.read(book)
    book.close()
    return plan


def unrepresented(plan: Plan) -> list[int]:
    """The rows of the departments that the rule names."""
    named = {f.value for f in rules.judge(plan) if f.rule is Rule.LEAD_NOT_INVITED}
    return [int(row) for row, code in plan.departments["code"].items() if code in named]


def asked(plan: Plan) -> pd.DataFrame:
    """The questions that count: each once, those that say something."""
    once = single(plan.questions)
    return once[once["content"] != ""]


def counted(plan: Plan, day: dt.date) -> dict[str, list[int]]:
    """Name of a figure -> the rows that pandas finds."""
    delegates, tasks, everything = plan.delegates, plan.tasks, plan.questions
    questions = asked(plan)
    findings = plan.findings

    def before(days: pd.Series) -> pd.Series:
        return days.map(lambda due: due is not None and due < day).astype(bool)

    open_question, open_task = questions["status"] != ANSWERED, tasks["status"] != DONE
    masks = {
        "delegates": delegates["full_name"] != "",
        "questions": questions["content"] != "",
        "no_group": delegates["group"] == "",
        "unassigned": questions["lead"] == "",
        "waiting": (questions["lead"] != "") & open_question,
        "overdue": before(questions["due"]) & open_question,
        "no_due": (everything["conclusion"] != "") & everything["due"].isna(),
        "task_no_lead": tasks["lead"] == "",
        "task_no_date": tasks["deadline"].isna(),
        "task_overdue": before(tasks["deadline"]) & open_task,
        "task_open": open_task,
        "errors": findings["severity"] == "Lỗi",
        "warnings": findings["severity"] == "Nên xem",
    }
    rows = {name: [int(row) for row in mask.index[mask]] for name, mask in masks.items()}
    return rows | {"unrepresented": unrepresented(plan)}
