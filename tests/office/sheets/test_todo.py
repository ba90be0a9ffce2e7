"""The sheet `Cần xử lý`: under each figure the rows that it counts, as links."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import Workbook as Book
from worked_plans import DAYS, counted

from xl_dialogue.office.sheets.figures import FIGURES, LISTED
from xl_dialogue.office.sheets.ledger import FIRST_FIGURE, LAST, SHOWN, TOP
from xl_dialogue.office.sheets.ranges import LEDGER_TITLE
from xl_dialogue.office.sheets.todo import FIRST_LINE
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, TO_DO_TITLE


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


@pytest.mark.parametrize("name", DAYS)
def test_a_block_lists_the_first_rows_and_says_how_many_more(
    plans: dict[str, Plan], reckoned: dict[str, Book], name: str
) -> None:
    plan = plans[name]
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


def test_a_row_shows_whose_it_is_and_when_it_is_due(
    plans: dict[str, Plan], reckoned: dict[str, Book]
) -> None:
    plan = plans["worked"]
    lines = {
        line[0]: line for line in blocks(reckoned["worked"])["Câu hỏi quá hạn mà chưa trả lời"][1:]
    }
    assert set(lines) & set(range(20, 30)) == {20, 21, 22, 23, 28, 29}
    assert lines[20][3] == plan.questions.at[20, "lead"]
    assert lines[20][4].date() == plan.questions.at[20, "due"]


def test_links_lead_to_blocks_and_rows_that_exist(reckoned: dict[str, Book]) -> None:
    """A link is a sheet's name and a row that the hidden sheet holds: both must be there."""
    book = reckoned["worked"]
    ledger, todo = book[LEDGER_TITLE], book[TO_DO_TITLE]
    for column, figure in enumerate(FIGURES, start=FIRST_FIGURE):
        label, title, _, count, size, start = (
            ledger.cell(row, column).value for row in range(1, TOP)
        )
        assert (label, title) == (figure.label, figure.sheet.title)
        if size:
            assert todo.cell(FIRST_LINE - 1 + start, 3).value == label
            assert todo.cell(FIRST_LINE - 1 + start, 1).value == count
        for row in (ledger.cell(row, column).value for row in range(TOP, LAST + 1)):
            assert not row or book[title].cell(row, 1).value


def test_a_link_is_made_of_a_sheet_and_a_row(book: Book) -> None:
    figures = [b.value for _, b in book[DASHBOARD_TITLE]["A1:B60"] if "HYPERLINK" in str(b.value)]
    lines = [cell.value for (cell,) in book[TO_DO_TITLE][f"A{FIRST_LINE}:A60"]]
    assert len(figures) == len(LISTED)
    assert all(f'HYPERLINK("#\'"&"{TO_DO_TITLE}"&"\'!A"&' in link for link in figures)
    assert all('HYPERLINK("#\'"&IF($I' in link for link in lines)
    assert book[TO_DO_TITLE]["E1"].hyperlink.location == f"'{DASHBOARD_TITLE}'!A1"


def test_nothing_to_do_is_said_so(reckoned: dict[str, Book]) -> None:
    page = reckoned["nothing"][TO_DO_TITLE]
    assert page["A2"].value == "Hiện không còn việc nào phải xử lý."
    assert blocks(reckoned["nothing"]) == {}
