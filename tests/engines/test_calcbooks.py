"""The workbooks open in a running Calc."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw
from drawn_in_calc import Opened, fill

from xl_dialogue.messages import DialogueError


def test_a_book_that_is_open_is_not_opened_twice(drawn: Opened) -> None:
    book = drawn(fill)
    again = book.app.books.open(book.fullname)
    assert (len(book.app.books), again.name) == (1, "Sổ.xlsx")
    assert book.api.ReadOnly is False
    book.close()
    assert len(again.app.books) == 0


def test_what_calc_cannot_open_is_said(calc_app: xw.App, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(DialogueError) as stop:
        calc_app.books.open(tmp_path / "a.xlsx")
    assert "a.xlsx" in stop.value.say("vi")
    with pytest.raises(DialogueError, match="There is no file"):
        calc_app.impl.books.open(str(tmp_path / "b.xlsx"))


@pytest.mark.parametrize("area", ["C5:D6", "A1", "A7:C9", "2:3", "1:1"])
def test_asking_for_the_book_in_front_moves_nothing_on_the_screen(
    calc_app: xw.App, tmp_path: Path, area: str
) -> None:
    calc_app.impl.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
    book = calc_app.books.active
    view = book.impl.controller
    assert book.impl.is_seen
    book.sheets[0].range(area).select()
    view.setFirstVisibleRow(40)
    view.setFirstVisibleColumn(2)
    before = calc_app.selection.address
    assert calc_app.books.active.name == book.name
    assert calc_app.selection.address == before
    assert (view.getFirstVisibleRow(), view.getFirstVisibleColumn()) == (40, 2)


def test_without_a_book_the_person_is_told(calc_app: xw.App) -> None:
    with pytest.raises(DialogueError) as stop:
        _ = calc_app.books.active
    assert "Mở sổ kế hoạch" in stop.value.say("vi")
