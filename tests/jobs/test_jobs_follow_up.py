from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from jobs_done import done, sheet
from tables import Alter

from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.findings import Rule

Altered = Callable[[Alter], Path]


def task_table(path: Path) -> str:
    book = openpyxl.load_workbook(path, keep_vba=True)
    return str(book["Nhiệm vụ"].tables["tbl_tasks"].ref)


def test_the_schedule_dates_the_tasks_that_have_no_day_and_undo_takes_it_back(
    plan_file: Path,
) -> None:
    before = sheet(plan_file, "Nhiệm vụ")
    outcome = done("schedule", plan_file, day=dt.date(2022, 5, 10))
    written = {change.row: change.new for change in outcome.changes}
    assert written[5] == dt.date(2022, 5, 23)
    assert 10 not in written, "NV09 has its day"
    assert sheet(plan_file, "Nhiệm vụ")["F5"] == dt.datetime(2022, 5, 23)
    done("undo", plan_file)
    assert sheet(plan_file, "Nhiệm vụ") == before


def test_a_schedule_that_cannot_be_kept_says_so_and_dates_nothing(altered: Altered) -> None:
    def close_later(book: openpyxl.Workbook) -> None:
        page = book["Hội nghị"]
        [row] = [cells for cells in page.iter_rows() if cells[0].value == "Hạn gửi câu hỏi"]
        row[1].value = dt.datetime(2022, 5, 21)

    outcome = done("schedule", altered(close_later), day=dt.date(2022, 5, 10))
    assert [finding.rule for finding in outcome.findings] == [Rule.SCHEDULE_TOO_TIGHT]
    assert outcome.changes == []
    assert "sớm nhất họp được ngày 26/5/2022" in outcome.summary[0].say()


def test_a_conference_that_is_over_is_only_looked_back_at(plan_file: Path) -> None:
    outcome = done("schedule", plan_file, day=dt.date(2023, 1, 5))
    assert outcome.changes == []
    assert "đã qua" in outcome.summary[0].say()


def test_conclusions_become_tasks_once_and_undo_takes_the_rows_away(plan_file: Path) -> None:
    before = sheet(plan_file, "Nhiệm vụ")
    outcome = done("follow", plan_file)
    assert {change.row for change in outcome.changes} == set(range(26, 38))
    assert task_table(plan_file) == "A1:L37"
    assert sheet(plan_file, "Nhiệm vụ")["A26"] == "NV25"
    assert done("follow", plan_file).changes == []
    done("undo", plan_file)
    assert sheet(plan_file, "Nhiệm vụ") == before


def test_rows_taken_back_leave_their_place_to_the_next(plan_file: Path) -> None:
    done("follow", plan_file)
    done("undo", plan_file)
    outcome = done("follow", plan_file)
    assert min(change.row for change in outcome.changes) == 26
    assert task_table(plan_file) == "A1:L37"
    assert sheet(plan_file, "Nhiệm vụ")["A26"] == "NV37", "NV25 may stand on a paper"


def test_a_workbook_without_the_column_for_new_tasks_is_refused_before_anything_is_written(
    altered: Altered,
) -> None:
    def drop(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["L1"] = "Khác"

    with pytest.raises(DialogueError) as stop:
        done("follow", altered(drop))
    assert "Từ câu hỏi" in stop.value.say("vi")


def test_a_row_of_totals_is_in_the_way_of_new_rows(altered: Altered) -> None:
    def total(book: openpyxl.Workbook) -> None:
        table = book["Nhiệm vụ"].tables["tbl_tasks"]
        table.ref, table.totalsRowCount = "A1:L26", 1
        book["Nhiệm vụ"]["A26"] = "Tổng"

    with pytest.raises(DialogueError, match="total"):
        done("follow", altered(total))
