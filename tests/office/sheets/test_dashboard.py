"""The sheet `Tổng quan`: its cards, its tables, and that it is one page."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book
from running_office import RunningOffice
from worked_plans import TODAY, asked, changed, plan_of, unrepresented

from xl_dialogue.engines.calcbridge import properties
from xl_dialogue.office.sheets.counting import UNSAID
from xl_dialogue.office.sheets.ledger import STATES, TOP, states_of
from xl_dialogue.office.sheets.ranges import LEDGER_TITLE
from xl_dialogue.plan import bodies
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import (
    BY_NAME,
    DASHBOARD_TITLE,
    GUIDE_TITLE,
    SHEETS,
    SPLIT,
    TO_DO_TITLE,
)


def cards(book: Book) -> list[tuple[str, str]]:
    page = book[DASHBOARD_TITLE]
    return [(page[f"{letter}5"].value, page[f"{letter}6"].value) for letter in "ADHJ"]


def said(day: dt.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def test_days_to_go_are_counted_from_today(reckoned: dict[str, Book]) -> None:
    day = TODAY + dt.timedelta(days=5)
    assert cards(reckoned["worked"])[:2] == [
        ("5 ngày", f"{said(day)}, đã chốt"),
        ("Hôm nay", f"Ngày cuối {said(TODAY)}"),
    ]


def test_the_day_itself_and_a_day_gone_by_are_said(reckoned: dict[str, Book]) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    assert cards(reckoned["today"])[:2] == [
        ("Hôm nay", f"{said(TODAY)}, mới là dự kiến"),
        ("Đã qua", f"Ngày cuối {said(yesterday)}"),
    ]


def test_what_is_not_known_yet_is_said_so(reckoned: dict[str, Book]) -> None:
    assert cards(reckoned["undated"]) == [
        ("–", "Chưa có ngày hội nghị"),
        ("–", "Chưa có hạn"),
        ("0 / –", "Chưa có số dự kiến"),
        ("0 / 0", "chưa nhận câu hỏi nào"),
    ]


def test_delegates_and_questions_are_measured_against_what_is_wanted(
    plans: dict[str, Plan], reckoned: dict[str, Book]
) -> None:
    plan = plans["worked"]
    invited, led = len(bodies.invited(plan)), int((asked(plan)["lead"] != "").sum())
    assert cards(reckoned["worked"])[2:] == [
        (f"{invited} / 460", f"còn thiếu {460 - invited}"),
        (f"{led} / 147", f"còn {147 - led} câu chưa giao"),
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


@pytest.mark.parametrize("name", ["shipped", "worked"])
def test_groups_stand_in_their_order_beside_their_quota(
    plans: dict[str, Plan], reckoned: dict[str, Book], name: str
) -> None:
    plan = plans[name]
    ordered = plan.groups.sort_values("rank", kind="stable", na_position="last")
    invited = bodies.invited(plan)["group"].value_counts()
    *groups, total = table(reckoned[name], "Nhóm", "AEF")
    assert groups == [
        (code, quota, int(invited.get(code, 0)))
        for code, quota in zip(ordered["code"], ordered["expected"], strict=True)
    ]
    assert total == ("Cộng", plan.groups["expected"].sum(), len(bodies.invited(plan)))


@pytest.mark.parametrize("name", ["shipped", "worked"])
def test_departments_are_ranked_by_their_questions(
    plans: dict[str, Plan], reckoned: dict[str, Book], name: str
) -> None:
    plan = plans[name]
    led = asked(plan)["lead"].value_counts()
    codes = sorted((c for c in plan.departments["code"] if c in led), key=lambda c: -led[c])
    shown = table(reckoned[name], "Mã", "AEF")
    assert [line[:2] for line in shown] == [(code, led[code]) for code in codes[:10]]
    alone = {plan.departments.at[row, "code"] for row in unrepresented(plan)}
    assert {code for code, _, invited in shown if invited == 0} == alone & set(codes[:10])


def test_documents_are_counted_by_kind(reckoned: dict[str, Book]) -> None:
    assert table(reckoned["shipped"], "Loại văn bản", "HK") == [("Chưa lập văn bản nào", None)]
    page = reckoned["worked"]
    assert table(page, "Loại văn bản", "HK") == [("Giấy mời", 2), ("Thông báo kết luận", 1)]


def test_states_are_counted_with_those_that_say_none(
    plans: dict[str, Plan], reckoned: dict[str, Book]
) -> None:
    plan, page = plans["worked"], reckoned["worked"][LEDGER_TITLE]
    found = {}
    for row in page.iter_rows(min_row=TOP, max_row=TOP + 6):
        for cell, count in itertools.pairwise(row):
            if isinstance(cell.value, str) and isinstance(count.value, int):
                found[cell.column, cell.value] = count.value
    frames = plan.frames | {"questions": asked(plan)}
    states = [
        (state or "Chưa ghi", int((frames[name]["status"] == state).sum()))
        for name in ("questions", "delegates", "tasks")
        for state in (*BY_NAME[name]["status"].choices, "")
        if state != SPLIT
    ]
    chosen = {label for label, _ in states}
    assert [
        (label, n)
        for (_, label), n in sorted(found.items(), key=lambda i: i[0][0])
        if label in chosen
    ] == states


@pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="the printed page is read by pdftotext: apt-get install poppler-utils",
)
def test_the_page_is_one_sheet_of_paper(
    office: RunningOffice, files: dict[str, Path], tmp_path: Path
) -> None:
    def show_two_pages(book: Book) -> None:
        for page in book.worksheets:
            if page.title not in (DASHBOARD_TITLE, TO_DO_TITLE):
                page.sheet_state = "hidden"
        book.active = book.sheetnames.index(DASHBOARD_TITLE)

    path = tmp_path / "paper.xlsm"
    path.write_bytes(changed(files["worked"].read_bytes(), show_two_pages))
    pdf = tmp_path / "paper.pdf"
    opened = office.app().books.open(path)
    opened.api.doc.storeToURL(pdf.as_uri(), properties(FilterName="calc_pdf_Export"))
    opened.close()
    command = ["pdftotext", "-layout", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    first, second, *_ = text.split("\f")
    assert "CÒN THIẾU GÌ?" in first
    assert "không mời riêng" in first
    assert "VIỆC CẦN XỬ LÝ" in second


_LABEL = 12
"""Points of height that LibreOffice wants for a label of 9 points; with less it leaves some out."""


def test_every_bar_of_the_states_has_room_for_its_label(book: Book) -> None:
    page = book[DASHBOARD_TITLE]
    charts = [chart for chart in page._charts if chart.title]
    assert len(charts) == len(STATES)
    for chart, sheet in zip(charts, STATES.values(), strict=True):
        rows = range(chart.anchor._from.row + 1, chart.anchor.to.row + 1)
        height = sum(page.row_dimensions[row].height for row in rows)
        labels = (*states_of(sheet), UNSAID)
        assert height * chart.layout.manualLayout.h / len(labels) >= _LABEL


# --- beside the plan ------------------------------------------------------------------------


def test_the_plan_is_read_as_if_the_pages_were_not_there(plan_file: Path) -> None:
    plan = plan_of(plan_file)
    assert set(plan.cells) == {sheet.name for sheet in SHEETS}
    assert len(plan.questions) == 150


def test_the_pages_follow_the_guide_and_the_counting_is_hidden(book: Book) -> None:
    assert book.sheetnames[:3] == [GUIDE_TITLE, DASHBOARD_TITLE, TO_DO_TITLE]
    assert book[LEDGER_TITLE].sheet_state == "hidden"
    assert book[DASHBOARD_TITLE].page_setup.fitToHeight == 1
    assert book[TO_DO_TITLE].page_setup.fitToWidth == 1
