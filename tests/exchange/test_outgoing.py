"""Text that goes out stays text, in a workbook and in a CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.exchange import outgoing
from xl_dialogue.exchange.reading import guarded
from xl_dialogue.formulas import is_taken_for_a_formula


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


@given(st.text(max_size=50))
def test_no_text_of_a_csv_begins_like_a_formula(text: str) -> None:
    made = io.StringIO()
    csv.writer(made).writerow(["x", outgoing.csv_text(text)])
    [[_, said]] = csv.reader(io.StringIO(made.getvalue()))
    number = said.lstrip("+-").replace(".", "", 1).replace(",", "", 1).isdecimal()
    assert number or not is_taken_for_a_formula(said)


def test_numbers_of_a_csv_stay_numbers() -> None:
    assert [outgoing.csv_text(each) for each in ("-5", "+84,5", "-5+cmd|x")] == [
        "-5",
        "+84,5",
        "'-5+cmd|x",
    ]
