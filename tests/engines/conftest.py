from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from drawn_in_calc import Draw, Opened


@pytest.fixture
def drawn(calc_app: xw.App, tmp_path: Path) -> Opened:
    """A workbook drawn by a test, open in Calc."""

    def made(draw: Draw) -> xw.Book:
        book = openpyxl.Workbook()
        book.active.title = "Trang"
        draw(book)
        book.save(tmp_path / "Sổ.xlsx")
        return calc_app.books.open(tmp_path / "Sổ.xlsx")

    return made


@pytest.fixture
def page(drawn: Opened) -> xw.Sheet:
    """A blank sheet."""
    return drawn(lambda book: book.active).sheets[0]
