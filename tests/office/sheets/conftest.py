from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from running_office import RunningOffice
from worked_plans import (
    DAYS,
    changed,
    on_the_day,
    plan_of,
    without_dates,
    without_results,
    without_tasks,
    worked_in,
    written_by_us,
)

from xl_dialogue.office.sheets.workbook import workbook
from xl_dialogue.plan.plan import Plan

Book = openpyxl.Workbook


@pytest.fixture(scope="session")
def book(shipped: bytes) -> Book:
    """The shipped workbook with its formulas, to look at."""
    return openpyxl.load_workbook(io.BytesIO(shipped), keep_vba=True)


@pytest.fixture(scope="session")
def in_file(shipped: bytes) -> Book:
    """The shipped workbook with the results that stand in the file."""
    return openpyxl.load_workbook(io.BytesIO(shipped), data_only=True)


@pytest.fixture(scope="session")
def files(shipped: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workbook after different people have been at it."""
    folder = tmp_path_factory.mktemp("dashboards")
    empty = workbook(sample=False)
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


@pytest.fixture(scope="session")
def plans(files: dict[str, Path]) -> dict[str, Plan]:
    """The plans in those of them whose figures are compared."""
    return {name: plan_of(files[name]) for name in DAYS}


@pytest.fixture(scope="session")
def reckoned(office: RunningOffice, files: dict[str, Path]) -> dict[str, Book]:
    """Every workbook with the results that LibreOffice finds."""
    found = {}
    for name, path in files.items():
        result = path.with_suffix(".xlsx")
        opened = office.app().books.open(path)
        opened.save(result)
        opened.close()
        found[name] = openpyxl.load_workbook(result, data_only=True)
    return found
