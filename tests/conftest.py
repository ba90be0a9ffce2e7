from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from editing import confirm, edited
from running_office import RunningOffice
from tables import Alter

from xl_dialogue.office.sheets.workbook import workbook


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept of templates goes into a folder of this run's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def shipped() -> bytes:
    """The shipped workbook, made anew."""
    return workbook(sample=True)


@pytest.fixture
def plan_file(shipped: bytes, tmp_path: Path) -> Path:
    """A copy of the shipped workbook to work on."""
    path = tmp_path / "plan.xlsm"
    path.write_bytes(shipped)
    return path


@pytest.fixture
def confirmed(plan_file: Path) -> Path:
    """The shipped workbook with the day confirmed, as it is when invitations are issued."""
    with edited(plan_file) as book:
        confirm(book)
    return plan_file


@pytest.fixture
def altered(plan_file: Path) -> Callable[[Alter], Path]:
    """The shipped workbook after somebody has been at it."""

    def alter(change: Alter) -> Path:
        book = openpyxl.load_workbook(plan_file, keep_vba=True)
        change(book)
        book.save(plan_file)
        return plan_file

    return alter


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningOffice]:
    """The one LibreOffice of this test run, started by the first test that wants its app."""
    office = RunningOffice(tmp_path_factory.mktemp("office"))
    yield office
    office.stop()


@pytest.fixture
def calc_app(office: RunningOffice) -> Iterator[xw.App]:
    """A running Calc with nothing open in it, before the test and after."""
    app = office.app()
    yield app
    office.clear(app)
