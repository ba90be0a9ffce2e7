"""The sheets `Tổng quan` and `Cần xử lý`: what they say, reckoned by LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from xl_dialogue import book as workbook
from xl_dialogue.engines import closed
from xl_dialogue.office.sheets.figures import FIGURES, LISTED, TALLY
from xl_dialogue.office.sheets.ledger import SHOWN
from xl_dialogue.office.sheets.todo import FIRST_LINE
from xl_dialogue.office.sheets.workbook import workbook as made
from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.plan import bodies, rules
from xl_dialogue.plan.conference import CONFIRMED, ITEMS
from xl_dialogue.plan.findings import Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import (
    ANSWERED,
    BY_NAME,
    DASHBOARD_TITLE,
    DONE,
    GUIDE_TITLE,
    SHEETS,
    TO_DO_TITLE,
)

Book = openpyxl.Workbook
LIVE = (GUIDE_TITLE, DASHBOARD_TITLE, TO_DO_TITLE, TALLY)
BUILT = dt.date(2022, 5, 1)
TODAY = dt.date.today()

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="the formulas are worked out by LibreOffice Calc: apt-get install libreoffice-calc poppler-utils",
)


# --- workbooks that somebody has worked in --------------------------------------------------


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
    put(book, "questions", 152, code="CH200", content="Hỏi thêm & <sau>?", lead="  ")
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


# --- LibreOffice ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def files(shipped: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("dashboards")
    empty = made(sample=False)
    contents = {
        "shipped": without_results(shipped),
        "worked": changed(shipped, worked_in),
        "today": changed(shipped, on_the_day),
        "undated": changed(empty, without_dates),
        "nothing": changed(empty, without_tasks),
        "written": written_by_us(shipped, folder / "closed.xlsm"),
    }
    paths = {name: folder / f"{name}.xlsm" for name in contents}
    for name, path in paths.items():
        path.write_bytes(contents[name])
    return paths


def converted(kind: str, folder: Path, *paths: Path) -> Path:
    """The files as LibreOffice saves them, all in one start of it; gives their folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder / kind]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=240)
    return folder / kind


@pytest.fixture(scope="module")
def reckoned(files: dict[str, Path]) -> dict[str, Book]:
    """Every workbook with the results that LibreOffice finds."""
    folder = next(iter(files.values())).parent
    out = converted("xlsx", folder, *files.values())
    return {name: openpyxl.load_workbook(out / f"{name}.xlsx", data_only=True) for name in files}


def plan_of(path: Path) -> Plan:
    book = closed.open(path)
    plan = workbook.read(book)
    book.close()
    return plan


# --- the same, counted by pandas ------------------------------------------------------------


def unrepresented(plan: Plan) -> list[int]:
    """The rows of the departments that the rule names."""
    named = {f.value for f in rules.judge(plan) if f.rule is Rule.LEAD_NOT_INVITED}
    return [int(row) for row, code in plan.departments["code"].items() if code in named]


def counted(plan: Plan, day: dt.date) -> dict[str, list[int]]:
    """Name of a figure -> the rows that pandas finds."""
    delegates, questions, tasks = plan.delegates, plan.questions, plan.tasks
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
        "no_due": (questions["conclusion"] != "") & questions["due"].isna(),
        "task_no_lead": tasks["lead"] == "",
        "task_no_date": tasks["deadline"].isna(),
        "task_overdue": before(tasks["deadline"]) & open_task,
        "task_open": open_task,
        "errors": findings["severity"] == "Lỗi",
        "warnings": findings["severity"] == "Nên xem",
    }
    rows = {name: [int(row) for row in mask.index[mask]] for name, mask in masks.items()}
    return rows | {"unrepresented": unrepresented(plan)}


def shown_figures(book: Book) -> dict[str, int]:
    """Label -> number, from the list on `Tổng quan`."""
    page, labels = book[DASHBOARD_TITLE], {figure.label for figure in LISTED}
    return {b.value: a.value for a, b in page["A1:B60"] if b.value in labels}


def blocks(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Label -> the lines under it, from `Cần xử lý`."""
    labels = {figure.label for figure in LISTED}
    found: dict[str, list[tuple[Any, ...]]] = {}
    for line in book[TO_DO_TITLE].iter_rows(min_row=FIRST_LINE, max_col=5, values_only=True):
        if line[2] in labels:
            below = found[line[2]] = [line]
        elif line[2]:
            below.append(line)
    return found


DAYS = {"shipped": BUILT, "worked": TODAY, "undated": TODAY, "written": TODAY}


@needs_office
@pytest.mark.parametrize("name", DAYS)
def test_every_figure_is_what_pandas_counts(
    files: dict[str, Path], reckoned: dict[str, Book], name: str
) -> None:
    wanted = counted(plan_of(files[name]), DAYS[name])
    assert shown_figures(reckoned[name]) == {f.label: len(wanted[f.name]) for f in LISTED}


@needs_office
def test_the_altered_plan_has_rows_for_every_figure(reckoned: dict[str, Book]) -> None:
    figures = shown_figures(reckoned["worked"])
    assert [label for label, count in figures.items() if not count] == []
    assert sum(count > SHOWN for count in figures.values()) >= 3


@needs_office
@pytest.mark.parametrize("name", DAYS)
def test_a_block_lists_the_first_rows_and_says_how_many_more(
    files: dict[str, Path], reckoned: dict[str, Book], name: str
) -> None:
    plan = plan_of(files[name])
    wanted = counted(plan, DAYS[name])
    found = blocks(reckoned[name])
    for figure in LISTED:
        rows, frame = wanted[figure.name], plan.frames[figure.sheet.name]
        if not rows:
            assert figure.label not in found
            continue
        heading, *lines = found[figure.label]
        left_out = len(rows) - SHOWN
        said = [(None, f"và {left_out} dòng nữa")] if left_out > 0 else []
        assert heading[0] == len(rows)
        assert [(line[0] or None, line[2]) for line in lines[SHOWN:]] == said
        assert [line[:2] for line in lines[:SHOWN]] == [
            (row, frame.at[row, figure.view.code]) for row in rows[:SHOWN]
        ]
        for line, row in zip(lines, rows[:SHOWN], strict=False):
            assert frame.at[row, figure.view.words].startswith(line[2].removesuffix("…"))


@needs_office
def test_a_row_shows_whose_it_is_and_when_it_is_due(
    files: dict[str, Path], reckoned: dict[str, Book]
) -> None:
    plan = plan_of(files["worked"])
    lines = {
        line[0]: line for line in blocks(reckoned["worked"])["Câu hỏi quá hạn mà chưa trả lời"][1:]
    }
    assert set(lines) & set(range(20, 30)) == {20, 21, 22, 23, 28, 29}
    assert lines[20][3] == plan.questions.at[20, "lead"]
    assert lines[20][4].date() == plan.questions.at[20, "due"]


@needs_office
def test_links_lead_to_blocks_and_rows_that_exist(reckoned: dict[str, Book]) -> None:
    """A link is a sheet's name and a row that the hidden sheet holds: both must be there."""
    book = reckoned["worked"]
    tally, todo = book[TALLY], book[TO_DO_TITLE]
    for column, figure in enumerate(FIGURES, start=4):
        label, title, _, count, size, start = (tally.cell(row, column).value for row in range(1, 7))
        assert (label, title) == (figure.label, figure.sheet.title)
        if size:
            assert todo.cell(FIRST_LINE - 1 + start, 3).value == label
            assert todo.cell(FIRST_LINE - 1 + start, 1).value == count
        for row in (tally.cell(row, column).value for row in range(7, 7 + SHOWN)):
            assert not row or book[title].cell(row, 1).value


def test_a_link_is_made_of_a_sheet_and_a_row(shipped: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(shipped), keep_vba=True)
    figures = [b.value for _, b in book[DASHBOARD_TITLE]["A1:B60"] if "HYPERLINK" in str(b.value)]
    lines = [cell.value for (cell,) in book[TO_DO_TITLE][f"A{FIRST_LINE}:A60"]]
    assert len(figures) == len(LISTED)
    assert all(f"HYPERLINK(\"#'{TO_DO_TITLE}'!A\"&" in link for link in figures)
    assert all('HYPERLINK("#\'"&IF($I' in link for link in lines)
    assert book[TO_DO_TITLE]["E1"].hyperlink.location == f"'{DASHBOARD_TITLE}'!A1"


# --- in the file, and live ------------------------------------------------------------------


@needs_office
def test_the_results_in_the_file_are_those_that_libreoffice_finds(
    shipped: bytes, reckoned: dict[str, Book]
) -> None:
    in_file = openpyxl.load_workbook(io.BytesIO(shipped), data_only=True)
    live = openpyxl.load_workbook(io.BytesIO(shipped), keep_vba=True)
    differing, compared = [], 0
    for title in LIVE:
        for row in live[title].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    shown = in_file[title][cell.coordinate].value
                    found = reckoned["shipped"][title][cell.coordinate].value
                    compared += 1
                    if (shown or "") != (found or ""):
                        differing.append((title, cell.coordinate, shown, found))
    assert differing == []
    assert compared > 4000


@needs_office
def test_lists_below_their_first_cell_are_in_the_file_too(
    shipped: bytes, reckoned: dict[str, Book]
) -> None:
    in_file = openpyxl.load_workbook(io.BytesIO(shipped), data_only=True)[TALLY]
    found = reckoned["shipped"][TALLY]
    for row in range(7, 7 + SHOWN):
        for column in range(1, in_file.max_column + 1):
            assert (in_file.cell(row, column).value or "") == (found.cell(row, column).value or "")


@needs_office
def test_no_cell_is_an_error(reckoned: dict[str, Book]) -> None:
    wrong = [
        (name, title, cell.coordinate, cell.value)
        for name, book in reckoned.items()
        for title in LIVE
        for row in book[title].iter_rows()
        for cell in row
        if cell.data_type == "e" or str(cell.value).startswith(("#", "Err:"))
    ]
    assert wrong == []


@needs_office
def test_a_file_that_was_written_without_calculating_shows_no_stale_figure(
    reckoned: dict[str, Book],
) -> None:
    figures = shown_figures(reckoned["written"])
    assert figures["Câu hỏi chưa có đơn vị chủ trì"] == 137
    assert figures["Câu hỏi đã giao, đang chờ trả lời"] == 1


@needs_office
def test_a_cell_that_is_an_error_spoils_no_figure(reckoned: dict[str, Book]) -> None:
    figures = shown_figures(reckoned["today"])
    assert figures["Câu hỏi chưa có đơn vị chủ trì"] == 138
    assert figures["Nhiệm vụ chưa có đơn vị chủ trì"] == 2
    assert cards(reckoned["today"])[2][0] == "450 / 450"


# --- the page -------------------------------------------------------------------------------


def cards(book: Book) -> list[tuple[str, str]]:
    page = book[DASHBOARD_TITLE]
    return [(page[f"{letter}5"].value, page[f"{letter}6"].value) for letter in "ADHJ"]


def said(day: dt.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


@needs_office
def test_days_to_go_are_counted_from_today(reckoned: dict[str, Book]) -> None:
    day = TODAY + dt.timedelta(days=5)
    assert cards(reckoned["worked"])[:2] == [
        ("5 ngày", f"{said(day)}, đã chốt"),
        ("Hôm nay", f"Ngày cuối {said(TODAY)}"),
    ]


@needs_office
def test_the_day_itself_and_a_day_gone_by_are_said(reckoned: dict[str, Book]) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    assert cards(reckoned["today"])[:2] == [
        ("Hôm nay", f"{said(TODAY)}, mới là dự kiến"),
        ("Đã qua", f"Ngày cuối {said(yesterday)}"),
    ]


@needs_office
def test_what_is_not_known_yet_is_said_so(reckoned: dict[str, Book]) -> None:
    assert cards(reckoned["undated"]) == [
        ("–", "Chưa có ngày hội nghị"),
        ("–", "Chưa có hạn"),
        ("0 / –", "Chưa có số dự kiến"),
        ("0 / 0", "chưa nhận câu hỏi nào"),
    ]


@needs_office
def test_delegates_and_questions_are_measured_against_what_is_wanted(
    files: dict[str, Path], reckoned: dict[str, Book]
) -> None:
    plan = plan_of(files["worked"])
    invited, led = len(bodies.invited(plan)), int((plan.questions["lead"] != "").sum())
    assert cards(reckoned["worked"])[2:] == [
        (f"{invited} / 460", f"còn thiếu {460 - invited}"),
        (f"{led} / 151", f"còn {151 - led} câu chưa giao"),
    ]


def table(book: Book, header: str, columns: str) -> list[tuple[Any, ...]]:
    """The lines below the header in the first of the columns, down to the first blank one."""
    page = book[DASHBOARD_TITLE]
    top = next(c.row for (c,) in page[f"{columns[0]}20:{columns[0]}60"] if c.value == header)
    lines: list[tuple[Any, ...]] = []
    while page[f"{columns[0]}{top + 1 + len(lines)}"].value:
        row = top + 1 + len(lines)
        lines.append(tuple(page[f"{letter}{row}"].value for letter in columns))
    return lines


@needs_office
@pytest.mark.parametrize("name", ["shipped", "worked"])
def test_groups_stand_in_their_order_beside_their_quota(
    files: dict[str, Path], reckoned: dict[str, Book], name: str
) -> None:
    plan = plan_of(files[name])
    ordered = plan.groups.sort_values("rank", kind="stable", na_position="last")
    invited = bodies.invited(plan)["group"].value_counts()
    *groups, total = table(reckoned[name], "Nhóm", "AEF")
    assert groups == [
        (code, quota, int(invited.get(code, 0)))
        for code, quota in zip(ordered["code"], ordered["expected"], strict=True)
    ]
    assert total == ("Cộng", plan.groups["expected"].sum(), len(bodies.invited(plan)))


@needs_office
@pytest.mark.parametrize("name", ["shipped", "worked"])
def test_departments_are_ranked_by_their_questions(
    files: dict[str, Path], reckoned: dict[str, Book], name: str
) -> None:
    plan = plan_of(files[name])
    led = plan.questions["lead"].value_counts()
    codes = sorted((c for c in plan.departments["code"] if c in led), key=lambda c: -led[c])
    shown = table(reckoned[name], "Mã", "AEF")
    assert [line[:2] for line in shown] == [(code, led[code]) for code in codes[:10]]
    alone = {plan.departments.at[row, "code"] for row in unrepresented(plan)}
    assert {code for code, _, invited in shown if invited == 0} == alone & set(codes[:10])


@needs_office
def test_documents_are_counted_by_kind(reckoned: dict[str, Book]) -> None:
    assert table(reckoned["shipped"], "Loại văn bản", "HK") == [("Chưa lập văn bản nào", None)]
    page = reckoned["worked"]
    assert table(page, "Loại văn bản", "HK") == [("Giấy mời", 2), ("Thông báo kết luận", 1)]


@needs_office
def test_states_are_counted_with_those_that_say_none(
    files: dict[str, Path], reckoned: dict[str, Book]
) -> None:
    plan, page = plan_of(files["worked"]), reckoned["worked"][TALLY]
    found = {}
    for row in page.iter_rows(min_row=7, max_row=13):
        for cell, count in itertools.pairwise(row):
            if isinstance(cell.value, str) and isinstance(count.value, int):
                found[cell.column, cell.value] = count.value
    states = [
        (state or "Chưa ghi", int((plan.frames[name]["status"] == state).sum()))
        for name in ("questions", "delegates", "tasks")
        for state in (*BY_NAME[name]["status"].choices, "")
    ]
    chosen = {label for label, _ in states}
    assert [
        (label, n)
        for (_, label), n in sorted(found.items(), key=lambda i: i[0][0])
        if label in chosen
    ] == states


def test_a_chart_holds_its_points_in_the_file(shipped: bytes) -> None:
    package = Package(shipped)
    charts = [package.read(n).decode() for n in package.names if n.startswith("xl/charts/chart")]
    assert len(charts) == 4
    for chart in charts:
        values = re.findall(r"<(?:c:)?numCache>.*?</(?:c:)?numCache>", chart, re.DOTALL)
        labels = re.findall(r"<(?:c:)?strCache>.*?</(?:c:)?strCache>", chart, re.DOTALL)
        assert values
        assert all(re.search(r">[1-9]\d*</(?:c:)?v>", each) for each in values)
        assert all(each.count("pt idx") >= 4 for each in labels)


@needs_office
def test_nothing_to_do_is_said_so(reckoned: dict[str, Book]) -> None:
    page = reckoned["nothing"][TO_DO_TITLE]
    assert page["A2"].value == "Hiện không còn việc nào phải xử lý."
    assert blocks(reckoned["nothing"]) == {}


@needs_office
def test_the_page_is_one_sheet_of_paper(files: dict[str, Path], tmp_path: Path) -> None:
    def show_two_pages(book: Book) -> None:
        for page in book.worksheets:
            if page.title not in (DASHBOARD_TITLE, TO_DO_TITLE):
                page.sheet_state = "hidden"
        book.active = book.sheetnames.index(DASHBOARD_TITLE)

    path = tmp_path / "paper.xlsm"
    path.write_bytes(changed(files["worked"].read_bytes(), show_two_pages))
    pdf = converted("pdf", tmp_path, path) / "paper.pdf"
    command = ["pdftotext", "-layout", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    first, second, *_ = text.split("\f")
    assert "CÒN THIẾU GÌ?" in first
    assert "không mời riêng" in first
    assert "VIỆC CẦN XỬ LÝ" in second


# --- beside the plan ------------------------------------------------------------------------


def test_the_plan_is_read_as_if_the_pages_were_not_there(plan_file: Path) -> None:
    plan = plan_of(plan_file)
    assert set(plan.cells) == {sheet.name for sheet in SHEETS}
    assert len(plan.questions) == 150


def test_the_pages_follow_the_guide_and_the_counting_is_hidden(shipped: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(shipped), keep_vba=True)
    assert book.sheetnames[:3] == [GUIDE_TITLE, DASHBOARD_TITLE, TO_DO_TITLE]
    assert book[TALLY].sheet_state == "hidden"
    assert book[DASHBOARD_TITLE].page_setup.fitToHeight == 1
    assert book[TO_DO_TITLE].page_setup.fitToWidth == 1
