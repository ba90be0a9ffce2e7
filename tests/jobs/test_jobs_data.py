from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from jobs_done import done, sheet
from tables import Alter

from xl_dialogue.plan.findings import Rule

Altered = Callable[[Alter], Path]


def test_validation_leaves_the_file_alone(plan_file: Path, shipped: bytes) -> None:
    assert done("validate", plan_file).errors
    assert plan_file.read_bytes() == shipped


def test_the_founding_plans_contradictions_are_found(plan_file: Path) -> None:
    rules = {finding.rule for finding in done("validate", plan_file).findings}
    assert rules >= {
        Rule.DATE_TENTATIVE, Rule.TASK_WITHOUT_LEAD, Rule.TASK_WITHOUT_DEADLINE, Rule.NAME_DIFFERS,
        Rule.SPEECH_WITHOUT_ITEM, Rule.LEAD_NOT_INVITED, Rule.TASK_LEAD_NOT_INVITED,
        Rule.ABBREVIATION_DIFFERS,
    }  # fmt: skip


def test_findings_are_written_as_links_to_their_cells(plan_file: Path) -> None:
    outcome = done("validate", plan_file, record=True)
    cells = sheet(plan_file, "Kiểm tra")
    assert cells["B2"] == '=HYPERLINK("#\'Hội nghị\'!B7","Hội nghị!B7")'
    assert f"A{len(outcome.findings) + 1}" in cells
    assert f"A{len(outcome.findings) + 2}" not in cells


def test_what_is_safe_is_mended_once_and_a_name_never_respelt(altered: Altered) -> None:
    def muddle(book: openpyxl.Workbook) -> None:
        page = book["Đại biểu"]
        page["C2"], page["H2"], page["J3"] = "ĐỖ  THỊ HOÀ", "+84 900 000 001", "xác nhận"
        book["Câu hỏi"]["B4"] = "5/5/2022"

    path = altered(muddle)
    assert len(done("fix", path).changes) == 4
    cells = sheet(path, "Đại biểu")
    assert (cells["C2"], cells["H2"], cells["J3"]) == ("ĐỖ THỊ HOÀ", "0900000001", "Xác nhận")
    assert sheet(path, "Câu hỏi")["B4"] == dt.datetime(2022, 5, 5)
    assert done("fix", path).changes == []


@pytest.mark.parametrize("name", ["fix", "assign", "undo"])
def test_a_preview_writes_nothing(plan_file: Path, shipped: bytes, name: str) -> None:
    done(name, plan_file, dry_run=True)
    assert plan_file.read_bytes() == shipped


def test_a_formula_is_never_mended_into_its_value(altered: Altered) -> None:
    path = altered(lambda book: book["Đại biểu"].cell(4, 5, '="  Phó  "&"phòng "'))
    before = sheet(path, "Đại biểu")
    done("fix", path)
    assert sheet(path, "Đại biểu") == before
