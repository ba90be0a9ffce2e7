from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tables import Alter

from xl_dialogue.office.workbook import workbook


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
def altered(plan_file: Path) -> Callable[[Alter], Path]:
    """The shipped workbook after somebody has been at it."""

    def alter(change: Alter) -> Path:
        book = openpyxl.load_workbook(plan_file, keep_vba=True)
        change(book)
        book.save(plan_file)
        return plan_file

    return alter
