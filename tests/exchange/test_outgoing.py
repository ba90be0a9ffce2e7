"""Text that goes out in a workbook stays text."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from xl_dialogue.exchange import outgoing
from xl_dialogue.exchange.reading import guarded


@pytest.mark.parametrize(
    "text",
    ["=cmd|'/c calc'!A0", "=1+1", "+1+1", "-5", "@SUM(1;1)", "＝1", "\t=1", "{{7*7}}", "x\x00y"],
)
def test_text_in_a_workbook_comes_back_as_text_without_a_formula(text: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    outgoing.put(page["A1"], text)
    book.save(tmp_path / "a.xlsx")
    found = guarded.opened(tmp_path / "a.xlsx")
    assert found.reports == []
    assert found.tables[0].rows == [[outgoing.plain(text)]]
