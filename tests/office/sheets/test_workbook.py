"""The master workbook: what it holds, and that the committed one is the one declared."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook as Book

from xl_dialogue.office.build import products
from xl_dialogue.office.sheets.workbook import list_name, workbook
from xl_dialogue.opc import Package
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import BY_NAME, SHEETS

TOP = Path(__file__).parents[3]


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content), keep_vba=True)


def described(content: bytes) -> dict[str, Any]:
    """All that a person could notice, as the installed openpyxl reads it."""
    return {
        page.title: {
            "cells": {
                cell.coordinate: (
                    getattr(cell.value, "text", cell.value), cell.number_format, cell.font.b, cell.font.name, cell.fill.fgColor.rgb,
                    cell.hyperlink.location if cell.hyperlink else None,
                )
                for row in page.iter_rows()
                for cell in row
            },
            "widths": {letter: width.width for letter, width in page.column_dimensions.items()},
            "tables": dict(page.tables.items()),
            "validations": [
                (str(each.sqref), each.type, each.formula1, each.prompt, each.error)
                for each in page.data_validations.dataValidation
            ],
            "colours": [
                (str(area.sqref), rule.formula)
                for area in page.conditional_formatting
                for rule in area.rules
            ],
            "frozen": page.freeze_panes,
            "paper": (page.page_setup.orientation, page.print_title_rows),
        }
        for page in opened(content).worksheets
    }  # fmt: skip


def test_the_committed_workbook_is_the_one_declared(shipped: bytes) -> None:
    committed = (TOP / "workbook" / "DialoguePlan.xlsm").read_bytes()
    assert described(committed) == described(shipped)


def test_every_build_gives_the_same_bytes(shipped: bytes) -> None:
    assert workbook(sample=True) == shipped


def test_everything_made_from_text_is_committed() -> None:
    assert all((TOP / name).exists() for name in products())


def test_it_is_a_macro_workbook_that_says_so(shipped: bytes) -> None:
    types = Package(shipped).read("[Content_Types].xml")
    assert b"application/vnd.ms-excel.sheet.macroEnabled.main+xml" in types


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_is_a_table_with_its_headers_in_place(book: Book, sheet: Sheet) -> None:
    page = book[sheet.title]
    headers = [column.header for column in sheet.columns]
    [table] = page.tables.values()
    assert [cell.value for cell in page[1]] == headers
    assert [column.name for column in table.tableColumns] == headers
    assert page.freeze_panes == "B2"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.paperSize == int(page.PAPERSIZE_A4)


def guards(page: Any) -> dict[str, Any]:
    return {str(each.sqref).split(":")[0]: each for each in page.data_validations.dataValidation}


def test_choices_and_references_are_dropdowns(book: Book) -> None:
    for sheet in SHEETS:
        found = guards(book[sheet.title])
        for number, column in enumerate(sheet.columns, start=1):
            at = f"{openpyxl.utils.get_column_letter(number)}2"
            if column.choices:
                assert found[at].formula1 == '"' + ",".join(column.choices) + '"'
            if column.refers_to:
                source = list_name(BY_NAME[column.refers_to.split(".")[0]])
                assert found[at].formula1 == f"={source}"
                assert source in book.defined_names


def test_phones_and_codes_are_text(book: Book) -> None:
    page = book["Đại biểu"]
    assert {page["A2"].number_format, page["H2"].number_format} == {"@"}
    assert page["H2"].value == "0900000001"


def test_what_is_missing_is_counted_and_shown_before_anything_is_recalculated(
    book: Book, in_file: Book
) -> None:
    shown = {
        row[0].value: in_file["Hướng dẫn"][row[1].coordinate].value
        for row in book["Hướng dẫn"]["B1:C60"]
        if str(row[1].value).startswith("=")
    }
    assert shown["Đại biểu trong danh sách"] == 450
    assert shown["Câu hỏi chưa có đơn vị chủ trì"] == 138
    assert shown["Nhiệm vụ chưa có đơn vị chủ trì"] == 2
    assert None not in shown.values()


def test_a_new_plan_has_the_catalogue_and_nobody_in_it() -> None:
    book = opened(workbook(sample=False))
    filled = {
        sheet.name: sum(row[0].value is not None for row in book[sheet.title].iter_rows(min_row=2))
        for sheet in SHEETS
    }
    assert filled["delegates"] == filled["questions"] == filled["awards"] == 0
    assert (filled["groups"], filled["tasks"], filled["agenda"], filled["recipients"]) == (
        12,
        24,
        10,
        10,
    )
    assert filled["topics"] >= 60
