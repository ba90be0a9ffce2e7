"""The border to a running Calc: a connection, and what is said when there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from drawn_in_calc import Opened
from openpyxl.worksheet.table import Table
from running_office import RunningOffice, free_port

from xl_dialogue import messages
from xl_dialogue.engines import calc, calcbridge
from xl_dialogue.messages import DialogueError


def test_nobody_listening_is_said_with_how_to_start(office: RunningOffice) -> None:
    port = free_port()
    with pytest.raises(DialogueError) as stop:
        calc.connect(port)
    assert f'soffice --accept="socket,host=127.0.0.1,port={port};urp;"' in stop.value.say("vi")


def test_an_office_without_python_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    calcbridge.uno.cache_clear()
    monkeypatch.setitem(sys.modules, "uno", None)
    with pytest.raises(DialogueError) as stop:
        calc.connect()
    calcbridge.uno.cache_clear()
    assert "python3-uno" in stop.value.say("vi")


def test_an_office_that_died_is_started_anew(tmp_path_factory: Any) -> None:
    office = RunningOffice(tmp_path_factory.mktemp("dying"))
    try:
        office.app()
        assert office.process is not None
        office.stop()
        assert len(office.app().books) == 0
    finally:
        office.stop()


# --- nothing of UNO's own comes out ---------------------------------------------------------


ASKED: dict[str, Callable[[xw.Sheet], object]] = {
    "a range is selected": lambda page: page.range("B2").select(),
    "cells are read": lambda page: page.range("B2").value,
    "cells are written": lambda page: setattr(page.range("B2"), "value", 1),
    "formulas are read": lambda page: page.range("B2").formula,
    "cells are cleared": lambda page: page.range("B2").clear_contents(),
    "merges are asked for": lambda page: page.range("B2").merge_cells,
    "a format is asked for": lambda page: page.range("B2").number_format,
    "a format is set": lambda page: setattr(page.range("B2"), "number_format", "0.00"),
    "what is seen is asked for": lambda page: page.range("A1:B2").get_special_cells("visible"),
    "a sheet is renamed": lambda page: setattr(page, "name", "Khác"),
    "a sheet is hidden": lambda page: setattr(page, "visible", False),
    "a sheet is gone to": lambda page: page.select(),
    "whether a sheet is seen": lambda page: page.visible,
    "whether a sheet is protected": lambda page: page.api.ProtectContents,
    "how far a sheet is used": lambda page: page.used_range,
    "a sheet is added": lambda page: page.book.sheets.add("Mới"),
    "sheets are counted": lambda page: len(page.book.sheets),
    "tables are counted": lambda page: len(page.tables),
    "where the book lies": lambda page: page.book.fullname,
    "whether the book is read-only": lambda page: page.book.api.ReadOnly,
    "the book is saved": lambda page: page.book.save(),
    "the sheet in front": lambda page: page.book.sheets.active,
    "the screen is locked": lambda page: setattr(page.book.app, "screen_updating", False),
    "calculation is stopped": lambda page: setattr(page.book.app, "calculation", "manual"),
}
OF_THE_OFFICE: dict[str, Callable[[xw.Sheet], object]] = {
    "the selection": lambda page: page.book.app.selection,
    "the book in front": lambda page: page.book.app.books.active,
    "something is said": lambda page: page.book.app.alert("x"),
    "the status bar": lambda page: setattr(page.book.app, "status_bar", "x"),
}


def with_table(book: openpyxl.Workbook) -> None:
    for row in (["Mã", "Tên"], [1, "a"], [2, "b"]):
        book.active.append(row)
    book.active.add_table(Table(displayName="tbl_a", ref="A1:B3"))


def said(do: Callable[[], object]) -> object:
    try:
        return do()
    except DialogueError as stop:
        return stop.text


def test_whatever_is_asked_of_a_closed_book_is_answered_by_a_sentence(drawn: Opened) -> None:
    page = drawn(with_table).sheets[0]
    listed = page.tables[0]
    page.impl.uno.getName()
    page.book.close()
    every = {**ASKED, "a table is resized": lambda page: listed.resize(page.range("A1:B3"))}
    every.pop("the screen is locked")  # of whatever book is in front then
    every.pop("calculation is stopped")
    found = {why: said(partial(do, page)) for why, do in every.items()}
    assert found == dict.fromkeys(every, messages.CALC_GONE)


def test_whatever_is_asked_of_an_office_that_died_is_answered_by_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, plan_file: Path
) -> None:
    office = RunningOffice(tmp_path_factory.mktemp("dying"))
    page = office.app().books.open(plan_file).sheets["Câu hỏi"]
    locked, listed = page.book.app, page.tables[0]
    locked.screen_updating = False
    office.end()
    every = {**ASKED, **OF_THE_OFFICE}
    every["the screen is given back"] = lambda page: setattr(page.book.app, "screen_updating", True)
    every["a table is resized"] = lambda page: listed.resize(page.range("A1:S9"))
    every.pop("the screen is locked")
    found = {why: said(partial(do, page)) for why, do in every.items()}
    assert found == dict.fromkeys(every, messages.CALC_GONE)


def test_what_calc_itself_refuses_is_said_with_its_own_words(page: xw.Sheet) -> None:
    gone = page.book.sheets.add("Khác")
    page.book.impl.doc.getSheets().removeByName("Khác")
    with pytest.raises(DialogueError, match="Calc refused what it was asked"):
        gone.range("A1").value = 1
