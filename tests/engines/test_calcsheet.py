"""Sheets of a running Calc."""

from __future__ import annotations

import pytest
from drawn_in_calc import Opened

from xl_dialogue.messages import DialogueError


def test_sheets_are_found_renamed_hidden_and_added(drawn: Opened) -> None:
    book = drawn(lambda made: made.create_sheet("Khác"))
    assert [page.name for page in book.sheets] == ["Trang", "Khác"]
    assert (book.sheets["KHÁC"].index, "khác" in book.sheets) == (2, True)
    with pytest.raises(KeyError):
        book.sheets["Không có"]
    book.sheets.add("Giữa", after=book.sheets[0])
    book.sheets[2].visible = False
    book.sheets[0].name = "Đầu"
    assert [(page.name, page.visible) for page in book.sheets] == [
        ("Đầu", True), ("Giữa", True), ("Khác", False),
    ]  # fmt: skip
    with pytest.raises(DialogueError, match="named"):
        book.sheets[0].name = "Giữa"
    assert book.sheets[0].name == "Đầu"
    for name in ("a/b", ""):
        with pytest.raises(DialogueError, match="named"):
            book.sheets.add(name)


def test_a_sheet_that_took_anothers_name_is_the_one_found(drawn: Opened) -> None:
    book = drawn(lambda made: made.create_sheet("Khác"))
    assert book.sheets["Khác"].range("A1").value is None
    book.impl.doc.getSheets().removeByName("Khác")
    book.sheets.add("Khác").range("A1").value = "mới"
    assert book.sheets["Khác"].range("A1").value == "mới"


def test_a_sheet_and_a_cell_are_gone_to(drawn: Opened) -> None:
    book = drawn(lambda made: made.create_sheet("Khác"))
    book.sheets["Khác"].activate()
    book.sheets["Khác"].range("C5").select()
    assert (book.sheets.active.name, book.app.selection.address) == ("Khác", "$C$5")
    assert book.app.selection.sheet.name == "Khác"
    assert book.app.books.active.name == "Sổ.xlsx"
