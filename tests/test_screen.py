"""A person at the screen: the extension's buttons in a real window of Calc, pressed by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw
from screen import Screen, wanted

from xl_dialogue.jobs import JOBS
from xl_dialogue.registry import buttons


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    wanted()
    with Screen(tmp_path) as shown:
        yield shown


def value(book: xw.Book, title: str, area: str) -> Any:
    return book.sheets[title].range(area).value


def test_a_clerk_clicks_through_the_work(screen: Screen, plan_file: Path) -> None:
    book = screen.open(plan_file)
    labels = [label for label, _ in screen.buttons() if label]
    assert labels == [each.label.vi for job in JOBS.values() for each in buttons(job)]

    screen.press("Kiểm tra")
    screen.answer("Kiểm tra")
    assert value(book, "Kiểm tra", "B2") == "Hội nghị!B7"
    assert book.sheets.active.name == "Hướng dẫn"

    screen.press("Lỗi sau")
    screen.until(lambda: book.sheets.active.name == "Hội nghị")
    assert book.app.selection.address == "$B$7"

    before = value(book, "Câu hỏi", "A1:T151")
    screen.press("Phân công")
    screen.answer("Phân công", "Escape")
    assert value(book, "Câu hỏi", "A1:T151") == before
    screen.press("Phân công")
    screen.answer("Phân công")
    screen.answer("Phân công")
    assert value(book, "Câu hỏi", "G3")
    assert book.app.selection.address == "$B$7"

    picture = screen.folder / "window.png"
    screen.photograph(picture)
    assert picture.stat().st_size > 20_000

    screen.press("Hoàn tác")
    screen.answer("Hoàn tác")
    screen.answer("Hoàn tác")
    assert value(book, "Câu hỏi", "A1:T151") == before

    screen.press("Thông báo kết luận")
    screen.answer("Thông báo kết luận")
    screen.answer("Thông báo kết luận")
    assert (plan_file.parent / "Văn bản" / "Thông báo kết luận.docx").exists()


def test_what_a_person_is_typing_is_entered_not_lost(screen: Screen, plan_file: Path) -> None:
    book = screen.open(plan_file)
    page = book.sheets["Đại biểu"]
    page.select()
    page.range("L3").select()
    screen.type("a", "b", "c")
    screen.press("Kiểm tra")
    screen.answer("Kiểm tra")
    assert page.range("L3").value == "abc"
