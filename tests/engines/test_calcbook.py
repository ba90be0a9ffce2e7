"""One workbook open in a running Calc."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from xl_dialogue.engines import calcbridge
from xl_dialogue.messages import DialogueError


def test_a_book_that_was_closed_meanwhile_is_said(page: xw.Sheet) -> None:
    cell = page.range("A1").impl
    page.impl.comments.getCount()
    page.book.close()
    with pytest.raises(DialogueError) as stop:
        cell.raw_value = "x"
    assert "Mở lại sổ" in stop.value.say("vi")


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".ods"])
def test_a_book_is_saved_where_it_was_asked(page: xw.Sheet, tmp_path: Path, suffix: str) -> None:
    page.range("A1").value = "đã ghi"
    target = tmp_path / f"Bản sao{suffix}"
    page.book.save(target)
    assert page.book.fullname == str(target)
    page.range("A2").value = "thêm"
    page.book.save()
    if suffix != ".ods":
        cells = openpyxl.load_workbook(target)["Trang"]
        assert (cells["A1"].value, cells["A2"].value) == ("đã ghi", "thêm")
    with pytest.raises(DialogueError, match="suffix"):
        page.book.save(tmp_path / "a.pdf")


def test_a_book_that_was_never_saved_has_a_title_and_no_folder(calc_app: xw.App) -> None:
    calc_app.impl.desktop.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, calcbridge.properties(Hidden=True)
    )
    book = calc_app.books.active
    assert Path(book.fullname) == Path(book.name)
    with pytest.raises(DialogueError, match="never saved"):
        book.save()


def test_a_book_that_another_person_has_open_is_read_only(calc_app: xw.App, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    lock = ",người khác,máy khác,24.11.2026 16:00,file:///khác;"
    (tmp_path / ".~lock.a.xlsx#").write_text(lock, encoding="utf-8")
    book = calc_app.books.open(tmp_path / "a.xlsx")
    assert book.api.ReadOnly
    with pytest.raises(DialogueError, match="open read-only"):
        book.sheets[0].range("A1").value = 1
