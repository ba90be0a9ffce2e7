"""The figures of what is still missing: what LibreOffice reckons is what pandas counts."""

from __future__ import annotations

import pytest
from openpyxl import Workbook as Book
from worked_plans import DAYS, counted

from xl_dialogue.office.sheets.figures import LISTED
from xl_dialogue.office.sheets.ledger import SHOWN
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import DASHBOARD_TITLE


def shown_figures(book: Book) -> dict[str, int]:
    """Label -> number, from the list on `Tổng quan`."""
    page, labels = book[DASHBOARD_TITLE], {figure.label for figure in LISTED}
    return {b.value: a.value for a, b in page["A1:B60"] if b.value in labels}


@pytest.mark.parametrize("name", DAYS)
def test_every_figure_is_what_pandas_counts(
    plans: dict[str, Plan], reckoned: dict[str, Book], name: str
) -> None:
    wanted = counted(plans[name], DAYS[name])
    assert shown_figures(reckoned[name]) == {f.label: len(wanted[f.name]) for f in LISTED}


def test_the_altered_plan_has_rows_for_every_figure(reckoned: dict[str, Book]) -> None:
    figures = shown_figures(reckoned["worked"])
    assert [label for label, count in figures.items() if not count] == []
    assert sum(count > SHOWN for count in figures.values()) >= 3


def test_a_file_that_was_written_without_calculating_shows_no_stale_figure(
    reckoned: dict[str, Book],
) -> None:
    figures = shown_figures(reckoned["written"])
    assert figures["Câu hỏi chưa có đơn vị chủ trì"] == 137
    assert figures["Câu hỏi đã giao, đang chờ trả lời"] == 1


def test_a_cell_that_is_an_error_spoils_no_figure(reckoned: dict[str, Book]) -> None:
    figures = shown_figures(reckoned["today"])
    assert figures["Câu hỏi chưa có đơn vị chủ trì"] == 138
    assert figures["Nhiệm vụ chưa có đơn vị chủ trì"] == 2
    assert reckoned["today"][DASHBOARD_TITLE]["H5"].value == "450 / 450"
