"""Nothing stays in a saved file of what its cells no longer show."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from xl_dialogue.engines import closed
from xl_dialogue.engines.leavings import (
    shown_strings,
    without_copies,
    without_results,
    without_spare,
)
from xl_dialogue.opc import Package

NAME = "Lê Văn Mẫu"


def says(text: str) -> bool:
    return NAME in text


def test_strings_that_no_cell_shows_are_blanked_and_the_others_keep_their_numbers() -> None:
    strings = b"<sst><si><t>a</t></si><si><r><t>b</t></r></si><si/><si><t>d</t></si></sst>"
    assert without_spare(strings, {0, 3}) == (
        b"<sst><si><t>a</t></si><si><t/></si><si><t/></si><si><t>d</t></si></sst>"
    )


def test_the_strings_that_cells_show() -> None:
    sheet = (
        b'<row r="1"><c r="A1" s="1" t="s"><v>4</v></c><c r="B1"><v>7</v></c>'
        b'<c r="C1" t="str"><f>A1</f><v>8</v></c><c r="D1" t="s"><v>0</v></c></row>'
    )
    assert shown_strings(sheet) == {0, 4}


def test_a_formula_loses_the_result_that_says_it_and_no_other() -> None:
    def sheet(first: str) -> bytes:
        return (
            f'<row r="1"><c r="A1" t="str"><f>B1</f>{first}</c><c r="B1" t="str"><f>C1</f>'
            f'<v>Khác</v></c><c r="C1" t="inlineStr"><is><t>{NAME}</t></is></c></row>'
        ).encode()

    assert without_results(sheet(f"<v>Ông {NAME}</v>"), says) == sheet("")


def test_a_chart_loses_its_copy() -> None:
    chart = f"<c:pt idx='0'><c:v>{NAME}</c:v></c:pt><c:pt idx='1'><c:v>b</c:v></c:pt>".encode()
    assert without_copies(chart, says) == chart.replace(NAME.encode(), b"")


def test_a_closed_file_saved_so_holds_it_nowhere_and_reads_as_before(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    made = openpyxl.Workbook()
    assert made.active is not None
    for cell, value in {"A1": NAME, "A2": "Ở lại", "A3": "Cũng vậy"}.items():
        made.active[cell] = value
    made.save(path)
    book = closed.open(path)
    book.sheets[0]["A1"].value = None
    book.impl.forgets = says
    book.save()
    assert [book.sheets[0][cell].value for cell in ("A1", "A2", "A3")] == [
        None,
        "Ở lại",
        "Cũng vậy",
    ]
    book.close()
    package = Package(path.read_bytes())
    assert not [name for name in package.names if NAME in package.read(name).decode()]
    assert openpyxl.load_workbook(path).worksheets[0]["A3"].value == "Cũng vậy"


def test_without_being_told_a_save_keeps_every_other_part_as_it_is(plan_file: Path) -> None:
    before = Package(plan_file.read_bytes())
    book = closed.open(plan_file)
    book.sheets["Đại biểu"]["C2"].value = "Tên mới"
    book.save()
    book.close()
    after = Package(plan_file.read_bytes())
    other = {name for name in before.names if "worksheets/sheet" not in name}
    assert {after.read(name) == before.read(name) for name in other - {"xl/workbook.xml"}} == {True}
