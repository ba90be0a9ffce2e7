"""Workbooks that a test draws with openpyxl to have them open in a running Calc."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import xlwings as xw

Draw = Callable[[openpyxl.Workbook], object]
Opened = Callable[[Draw], xw.Book]


def fill(book: openpyxl.Workbook) -> None:
    page = book.active
    page.append(["Sở Xây dựng", 12, 1.5, True, False, None, "0912", "'q", "=1+1"])
    page["I1"].data_type = "s"
    page.append(["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#VALUE!", "#NULL!"])
    page.append([44705] * 9)
    formats = [
        "dd/mm/yyyy", "m/yyyy", "[$-42A]dd/mm/yyyy", '"ngày" d', "d/m/yyyy h:mm", "h:mm", "[h]:mm",
        "mm:ss", "General",
    ]  # fmt: skip
    for row in (3, 4):
        for cell, code in zip(page[3], formats, strict=True):
            found = page.cell(row, cell.column, 44705.3125)
            found.number_format = code
    page.append(["#N/A", 0, 1, True, False, True, 1])
    page["A5"].data_type = "s"
    for at, code in {"D5": "@", "E5": "0.00", "F5": "dd/mm/yyyy", "G5": "@"}.items():
        page[at].number_format = code
