"""A packet as an office treats it in LibreOffice Calc: sorted, widened, a row added, saved anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mailed
import pytest
import xlwings as xw
from tables import Alter

from xl_dialogue.engines import calcbridge

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97"}


@pytest.fixture
def plan(altered: Callable[[Alter], Path]) -> Path:
    return altered(mailed.few_questions)


@pytest.mark.parametrize("suffix", FILTERS)
def test_sorted_widened_filled_a_row_added_and_saved(
    plan: Path, calc_app: xw.App, suffix: str
) -> None:
    packet = mailed.packets(plan)["Sở Xây dựng"]
    reply = packet.with_name(f"tra loi{suffix}")
    desktop = calc_app.impl.desktop
    document = desktop.loadComponentFromURL(packet.as_uri(), "_blank", 0, ())
    try:
        page = document.Sheets.getByName("Câu hỏi")
        page.unprotect("")
        _sort_downwards(page)
        page.Columns.getByIndex(1).Width = 20_000
        _type(page, "CH001", 7, "Quý III có 200 căn\nQuý IV thêm 100")
        _type(page, "CH003", 6, "Đã trả lời")
        page.getCellByPosition(8, _row(page, "CH003")).Formula = "2022-05-20"
        page.getCellByPosition(1, 4).String = "Dòng tự thêm"
        document.storeToURL(reply.as_uri(), calcbridge.properties(FilterName=FILTERS[suffix]))
    finally:
        document.close(True)
    outcome = mailed.done("collect", plan, reply)
    assert mailed.cell(plan, "CH001", "answer") == "Quý III có 200 căn\nQuý IV thêm 100"
    assert mailed.cell(plan, "CH003", "status") == "Đã trả lời"
    assert mailed.cell(plan, "CH003", "answered_on") == dt.date(2022, 5, 20)
    assert len(outcome.changes) == 3
    [received] = outcome.details["received"]
    [remark] = received["remarks"]
    assert "Dòng thêm: “Dòng tự thêm”" in remark["message"].say()


@pytest.mark.parametrize("suffix", FILTERS)
def test_only_opened_and_saved_nothing_changes(plan: Path, calc_app: xw.App, suffix: str) -> None:
    for packet in mailed.packets(plan).values():
        reply = packet.with_name(f"{packet.stem} lai{suffix}")
        document = calc_app.impl.desktop.loadComponentFromURL(packet.as_uri(), "_blank", 0, ())
        document.storeToURL(reply.as_uri(), calcbridge.properties(FilterName=FILTERS[suffix]))
        document.close(True)
        outcome = mailed.done("collect", plan, reply)
        assert (outcome.changes, outcome.details["received"][0]["remarks"]) == ([], [])


def _sort_downwards(page: Any) -> None:
    """What a click on Z-A leaves: whole rows, the last code first."""
    area = page.getCellRangeByName("A2:J4")
    rows = [list(row) for row in area.getDataArray()]
    area.setDataArray(tuple(tuple(row) for row in reversed(rows)))


def _row(page: Any, code: str) -> int:
    return next(at for at in range(1, 9) if page.getCellByPosition(0, at).String == code)


def _type(page: Any, code: str, column: int, words: str) -> None:
    page.getCellByPosition(column, _row(page, code)).String = words
