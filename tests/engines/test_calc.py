"""A running Calc as an xlwings app."""

from __future__ import annotations

import os
from pathlib import Path

import xlwings as xw
from drawn_in_calc import Opened, fill
from running_office import RunningOffice

from xl_dialogue.engines import calc


def test_the_screen_is_locked_once_and_given_back(drawn: Opened) -> None:
    book = drawn(fill)
    for wanted in (False, False, True, True):
        book.app.screen_updating = wanted
        assert (book.app.screen_updating, book.impl.doc.hasControllersLocked()) == (
            wanted,
            not wanted,
        )


def test_calculation_waits_while_it_is_manual(page: xw.Sheet) -> None:
    page.range("A1").value = [[1, "=A1*2"]]
    with page.book.app.properties(calculation="manual"):
        assert page.book.app.calculation == "manual"
    assert page.book.app.calculation == "automatic"
    page.book.app.calculate()
    assert page.range("B1").value == 2.0


def test_the_status_bar_is_given_back(drawn: Opened) -> None:
    app = drawn(fill).app
    app.status_bar = "Đang kiểm tra"
    app.status_bar = "Sắp xong"
    assert app.status_bar == "Sắp xong"
    app.status_bar = False
    assert app.status_bar is False


def test_an_alert_that_nobody_can_see_is_declined(page: xw.Sheet) -> None:
    app = page.book.app
    answers = [app.alert("Tiếp tục?", "Kiểm tra", kind) for kind in ("ok", "ok_cancel", "yes_no")]
    assert [*answers, app.alert("Dừng.", mode="critical")] == ["cancel"] * 4


def test_from_inside_the_office_its_books_are_the_same(page: xw.Sheet) -> None:
    inside = calc.inside(page.book.app.impl.context)
    assert (inside.pid, inside.engine.name) == (os.getpid(), "calc")
    assert [book.name for book in inside.books] == ["Sổ.xlsx"]


def test_what_one_click_leaves_in_the_status_bar_the_next_one_takes_away(
    office: RunningOffice, calc_app: xw.App, plan_file: Path
) -> None:
    calc_app.books.open(plan_file)
    calc_app.status_bar = "1/38 · Lỗi"
    later = calc.connect(office.port)
    assert later.status_bar == "1/38 · Lỗi"
    later.status_bar = False
    assert calc_app.status_bar is False
