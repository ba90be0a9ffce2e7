"""The master workbook, made from the declarations: the same bytes at every build."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from typing import TYPE_CHECKING, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

from xl_dialogue.looks import (
    BODY,
    BORDER,
    HEADER,
    HEADER_FILL,
    LINK,
    STYLE,
    TAB_COLOURS,
    format_of,
)
from xl_dialogue.office.buttons.macrobook import add_sentences, with_macros
from xl_dialogue.office.parts import Parts, package_of, settled
from xl_dialogue.office.sheets.counting import add_ledger
from xl_dialogue.office.sheets.dashboard import add_dashboard
from xl_dialogue.office.sheets.data import Row, rows_of
from xl_dialogue.office.sheets.guide import add_guide
from xl_dialogue.office.sheets.highlights import add_highlights
from xl_dialogue.office.sheets.live import Results, with_results
from xl_dialogue.office.sheets.paper import set_up_printing
from xl_dialogue.office.sheets.ranges import LAST_ROW, LEDGER_TITLE
from xl_dialogue.office.sheets.todo import add_todo
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.schema import Column, Sheet
from xl_dialogue.plan.sheets import (
    BY_NAME,
    CONFERENCE,
    DASHBOARD_TITLE,
    GUIDE_TITLE,
    SHEETS,
    TO_DO_TITLE,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEIGHT_BY_HAND = re.compile(rb'(<row r="(?!1")\d+"[^>]*?) customHeight="1"')
_RECKONED = dt.date(2022, 5, 1)
"""Results that depend on today's date stand in the file as of this day: the same at every build."""


def workbook(*, sample: bool) -> bytes:
    """The workbook as a file; without the sample people and questions unless asked for."""
    made = Workbook()
    made.code_name = "ThisWorkbook"
    normal = made._named_styles["Normal"]  # type: ignore[attr-defined]  # no public way to it
    normal.font = BODY
    made.remove(made.worksheets[0])
    contents = {sheet.name: rows_of(sheet, sample=sample) for sheet in SHEETS}
    for sheet in SHEETS:
        _add_sheet(made, sheet, contents[sheet.name])
    ledger = add_ledger(made, contents, _RECKONED)
    results: Results = {
        LEDGER_TITLE: ledger.live.results,
        GUIDE_TITLE: add_guide(made, ledger),
        DASHBOARD_TITLE: add_dashboard(made, ledger),
        TO_DO_TITLE: add_todo(made, ledger),
    }
    for sheet in SHEETS:
        made.defined_names[list_name(sheet)] = DefinedName(list_name(sheet), attr_text=_list(sheet))
    add_sentences(made)
    draft = io.BytesIO()
    made.save(draft)
    return package_of(with_macros(_finished(settled(draft.getvalue()), made, results), "workbook"))


# --- one sheet ------------------------------------------------------------------------------


def _add_sheet(made: Workbook, sheet: Sheet, rows: list[Row]) -> None:
    page = made.create_sheet(sheet.title)
    page.sheet_properties.codeName = f"sh{sheet.name.capitalize()}"
    page.sheet_properties.tabColor = TAB_COLOURS[sheet.written_by_program]
    page.append([column.header for column in sheet.columns])
    for row in rows:
        page.append(row)
    _dress(page, sheet, len(rows))
    _tabulate(page, sheet, len(rows))
    _guard(page, sheet)
    add_highlights(page, sheet)
    width = sum(column.width for column in sheet.columns)
    set_up_printing(page, sheet.title, width)
    page.print_title_rows, page.print_title_cols = "1:1", "A:A"


def _dress(page: Worksheet, sheet: Sheet, count: int) -> None:
    """Widths, formats and wrapping, down whole columns so that new rows have them too."""
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        width = page.column_dimensions[letter]
        width.width = column.width
        width.number_format = format_of(column)
        width.alignment = _alignment(column)
        width.font = LINK if column.kind == "link" else BODY
        header = page.cell(1, number)
        header.font, header.fill, header.border = HEADER, HEADER_FILL, BORDER
        header.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        for row in range(2, max(count, 1) + 2):
            cell = page.cell(row, number)
            cell.number_format = format_of(column)
            cell.alignment = _alignment(column)
            cell.font, cell.border = LINK if column.kind == "link" else BODY, BORDER
    for row in range(2, count + 2):
        page.row_dimensions[row].height = _height(page, sheet, row)
    page.row_dimensions[1].height = 34
    page.freeze_panes = "B2"
    if sheet is CONFERENCE:
        _dress_items(page)


def _height(page: Worksheet, sheet: Sheet, row: int) -> float:
    """Room for the longest cell of the row, in points; Excel fits it again at the next edit."""
    lines = (
        math.ceil(max(len(_shown(page, row, number)), column.room) / (column.width * 1.05))
        for number, column in enumerate(sheet.columns, start=1)
    )
    return 16.0 * max(1, *lines) + 2


def _shown(page: Worksheet, row: int, column: int) -> str:
    return str(page.cell(row, column).value or "")


def _alignment(column: Column) -> Alignment:
    centred = column.kind in ("date", "time", "number") or column.width <= 9
    return Alignment(horizontal="center" if centred else None, vertical="top", wrap_text=True)


def _dress_items(page: Worksheet) -> None:
    """Each item of the conference has the format of its own kind."""
    for row, item in enumerate(ITEMS, start=2):
        page.cell(row, 1).font = Font(name=BODY.name, size=BODY.size, bold=item.required)
        value = page.cell(row, 2)
        value.number_format = format_of(item)
        value.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)


def _tabulate(page: Worksheet, sheet: Sheet, count: int) -> None:
    """The Excel table; Excel wants a row in it even when there is nothing to say."""
    area = f"A1:{get_column_letter(len(sheet.columns))}{max(count, 1) + 1}"
    table = Table(displayName=sheet.table, name=sheet.table, ref=area)
    table.tableStyleInfo = TableStyleInfo(name=STYLE, showRowStripes=True)
    page.add_table(table)


# --- dropdowns and hints --------------------------------------------------------------------


def list_name(sheet: Sheet) -> str:
    """The defined name of what may be chosen from the sheet's first column."""
    return f"ds_{sheet.name}"


def _list(sheet: Sheet) -> str:
    first = f"'{sheet.title}'!$A$2"
    return f"OFFSET({first},0,0,MAX(1,COUNTA({first}:$A${LAST_ROW})),1)"


def _guard(page: Worksheet, sheet: Sheet) -> None:
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        _guard_cells(page, column, f"{letter}2:{letter}{LAST_ROW}")
    if sheet is CONFERENCE:
        page.data_validations.dataValidation.clear()
        for row, item in enumerate(ITEMS, start=2):
            _guard_cells(page, item, f"B{row}")


def _guard_cells(page: Worksheet, column: Column, area: str) -> None:
    guard = _validation(column)
    if guard is None:
        return
    if column.about:
        guard.showInputMessage = True
        guard.promptTitle, guard.prompt = column.header[:32], column.about[:255]
    guard.errorTitle = column.header[:32]
    guard.add(area)
    page.add_data_validation(guard)


def _validation(column: Column) -> DataValidation | None:
    if column.refers_to:
        source = f"={list_name(BY_NAME[column.refers_to.split('.')[0]])}"
        error = "Chọn mã trong danh sách, hoặc thêm vào danh mục trước."
        return _list_of(source, error, strict=not column.many)
    if column.choices:
        error = "Chỉ chọn: " + ", ".join(column.choices)
        return _list_of('"' + ",".join(column.choices) + '"', error, strict=True)
    if column.kind == "date":
        return _typed("date", "36526", "Gõ ngày theo dạng ngày/tháng/năm, ví dụ 24/5/2022.")
    if column.kind == "time":
        return _typed("time", "0", "Gõ giờ theo dạng 07:30.")
    if column.kind == "number":
        return _typed("decimal", "0", "Gõ một số không âm.")
    return DataValidation(allow_blank=True) if column.about else None


def _list_of(source: str, error: str, *, strict: bool) -> DataValidation:
    return DataValidation(
        type="list", formula1=source, allow_blank=True, showErrorMessage=strict, error=error
    )


def _typed(kind: Literal["date", "time", "decimal"], least: str, error: str) -> DataValidation:
    return DataValidation(
        type=kind, operator="greaterThanOrEqual", formula1=least, allow_blank=True,
        showErrorMessage=True, errorStyle="warning", error=error,
    )  # fmt: skip


# --- the package ----------------------------------------------------------------------------


def _finished(parts: Parts, made: Workbook, results: Results) -> Parts:
    """The sheets as Excel would have left them: results beside formulas, rows that fit again."""
    declared = {sheet.title for sheet in SHEETS}
    for number, title in enumerate(made.sheetnames, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        if title in declared:
            parts[name] = _HEIGHT_BY_HAND.sub(rb"\g<1>", parts[name])
        parts[name] = with_results(parts[name], results.get(title, {}))
    return parts
