"""The first sheet: what to do, what is still missing, where everything is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from xl_dialogue.office.data import Row
from xl_dialogue.office.looks import (
    BODY,
    BOLD,
    BORDER,
    HEADER,
    HEADER_FILL,
    HIGHLIGHTS,
    LINK,
    NOTE,
    PALE_FILL,
    STYLE,
    SUBTITLE,
    TITLE,
)
from xl_dialogue.office.paper import set_up_printing
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import (
    ANSWERED,
    DELEGATES,
    DONE,
    FINDINGS,
    QUESTIONS,
    SHEETS,
    TASKS,
)

NAME = "Hướng dẫn"
_LAST = 5000

_STEPS = (
    "Trang Hội nghị: điền tên, ngày, giờ, địa điểm, người ký. Mọi văn bản lấy từ đây.",
    "Trang Nhóm đại biểu và Đại biểu: mỗi người một dòng; chọn nhóm trong danh sách.",
    "Trang Câu hỏi: mỗi câu một dòng, giữ nguyên lời người hỏi.",
    "Kiểm tra: xem trang Kiểm tra, bấm vào vị trí để tới ô cần sửa.",
    "Phân công: đọc cột Lý do; dòng nào người quyết thì đánh x vào cột Khóa.",
    "Lập giấy mời, thông báo kết luận; xem trang Nhật ký để biết ô nào đã được ghi.",
)
_NOTES = (
    "Sổ này dùng được cả khi macro bị chặn: danh sách chọn, màu, số đếm vẫn chạy.",
    "Thêm dòng: gõ ngay dưới dòng cuối của bảng. Được thêm cột riêng; đừng đổi tên cột có sẵn.",
    "Đại biểu, câu hỏi, người ký trong sổ mẫu là DỮ LIỆU MẪU, không phải người thật.",
)


class Count(NamedTuple):
    """A line of "what is still missing": the formula, and the same figure counted here."""

    label: str
    sheet: Sheet
    formula: str
    figure: Callable[[Sequence[Row]], int]


def add_guide(made: Workbook, contents: Mapping[str, Sequence[Row]]) -> dict[str, int]:
    """Put the guide first; gives the results of its formulas by cell."""
    page = made.create_sheet(NAME)
    page.sheet_properties.codeName = "shGuide"
    page.sheet_properties.tabColor = "C00000"
    page.sheet_view.showGridLines = False
    for letter, width in zip("ABCD", (4, 46, 16, 62), strict=True):
        page.column_dimensions[letter].width = width
    page["A1"], page["A1"].font = "HỘI NGHỊ ĐỐI THOẠI VỚI NGƯỜI LAO ĐỘNG", TITLE
    page["A2"], page["A2"].font = "Sổ kế hoạch: đại biểu, câu hỏi, nhiệm vụ, văn bản", NOTE
    row = _list(page, 4, "Làm theo thứ tự", _STEPS)
    row, results = _counts(page, row + 1, contents)
    row = _legend(page, row + 1)
    row = _sheets(page, row + 1)
    _list(page, row + 1, "Cần biết", _NOTES)
    set_up_printing(page, "", 90)
    page.freeze_panes = "A3"
    return results


def _list(page: Worksheet, row: int, title: str, lines: Sequence[str]) -> int:
    """Numbered sentences under a heading; gives the row after them."""
    _heading(page, row, title)
    for number, line in enumerate(lines, start=1):
        page.cell(row + number, 1, number).font = BOLD
        page.cell(row + number, 2, line).font = BODY
    return row + len(lines) + 1


def _heading(page: Worksheet, row: int, title: str) -> None:
    page.cell(row, 1, title).font = SUBTITLE
    for column in range(1, 5):
        page.cell(row, column).fill = PALE_FILL


# --- what is still missing ------------------------------------------------------------------


def _area(sheet: Sheet, column: str) -> str:
    letter = get_column_letter([c.name for c in sheet.columns].index(column) + 1)
    return f"'{sheet.title}'!${letter}$2:${letter}${_LAST}"


def _filled(sheet: Sheet, column: str) -> str:
    return f'{_area(sheet, column)},"?*"'


def _lines() -> list[Count]:
    def unlike(sheet: Sheet, key: str, column: str, value: str) -> Callable[[Sequence[Row]], int]:
        names = [c.name for c in sheet.columns]
        at, of = names.index(key), names.index(column)
        return lambda rows: sum(bool(row[at]) and (row[of] or "") != value for row in rows)

    def blank(sheet: Sheet, key: str, column: str) -> Count:
        header = sheet[column].header.lower()
        area = _area(sheet, column)
        names = [c.name for c in sheet.columns]
        at, of = names.index(key), names.index(column)
        return Count(
            f"{sheet.title} chưa có {header}",
            sheet,
            f'COUNTIFS({_filled(sheet, key)},{area},"")',
            lambda rows: sum(bool(row[at]) and row[of] is None for row in rows),
        )

    def other_than(label: str, sheet: Sheet, key: str, column: str, value: str) -> Count:
        formula = f'COUNTIFS({_filled(sheet, key)},{_area(sheet, column)},"<>{value}")'
        return Count(label, sheet, formula, unlike(sheet, key, column, value))

    return [
        Count("Đại biểu trong danh sách", DELEGATES, f"COUNTA({_area(DELEGATES, 'code')})", len),
        blank(DELEGATES, "code", "group"),
        Count("Câu hỏi đã nhận", QUESTIONS, f"COUNTA({_area(QUESTIONS, 'code')})", len),
        blank(QUESTIONS, "code", "lead"),
        other_than("Câu hỏi chưa trả lời xong", QUESTIONS, "code", "status", ANSWERED),
        blank(TASKS, "code", "lead"),
        blank(TASKS, "code", "deadline"),
        other_than("Nhiệm vụ chưa hoàn thành", TASKS, "code", "status", DONE),
        Count(
            "Lỗi trong lần kiểm tra gần nhất",
            FINDINGS,
            f'COUNTIF({_area(FINDINGS, "severity")},"Lỗi")',
            lambda rows: sum(row[0] == "Lỗi" for row in rows),
        ),
    ]


def _counts(
    page: Worksheet, row: int, contents: Mapping[str, Sequence[Row]]
) -> tuple[int, dict[str, int]]:
    _heading(page, row, "Còn thiếu gì")
    results: dict[str, int] = {}
    for line in _lines():
        row += 1
        page.cell(row, 2, line.label).font = BODY
        cell = page.cell(row, 3, f"={line.formula}")
        cell.font, cell.alignment = BOLD, Alignment(horizontal="center")
        results[cell.coordinate] = line.figure(contents[line.sheet.name])
        _link(page, f"D{row}", line.sheet.title)
    return row + 1, results


def _link(page: Worksheet, cell: str, title: str) -> None:
    page[cell] = f"Tới trang {title}"
    page[cell].font = LINK
    page[cell].hyperlink = Hyperlink(ref=cell, location=f"'{title}'!A1", display=title)


# --- colours and sheets ---------------------------------------------------------------------


def _legend(page: Worksheet, row: int) -> int:
    _heading(page, row, "Màu nói gì")
    for highlights in HIGHLIGHTS.values():
        for highlight in highlights:
            row += 1
            page.cell(row, 2, highlight.legend).font = BODY
            page.cell(row, 3).fill = highlight.fill
            page.cell(row, 3).border = BORDER
    return row + 1


def _sheets(page: Worksheet, row: int) -> int:
    """The table of sheets, each a link."""
    _heading(page, row, "Các trang")
    first = row + 1
    for column, header in enumerate(("Trang", "Ai ghi", "Dùng để làm gì"), start=2):
        cell = page.cell(first, column, header)
        cell.font, cell.fill, cell.border = HEADER, HEADER_FILL, BORDER
    for row, sheet in enumerate(SHEETS, start=first + 1):
        _link(page, f"B{row}", sheet.title)
        page.cell(row, 2).value = sheet.title
        page.cell(row, 3, "Chương trình" if sheet.written_by_program else "Cán bộ").font = BODY
        page.cell(row, 4, sheet.about).font = BODY
        for column in (2, 3, 4):
            page.cell(row, column).border = BORDER
            page.cell(row, column).alignment = Alignment(vertical="top", wrap_text=True)
    table = Table(displayName="tbl_guide", name="tbl_guide", ref=f"B{first}:D{row}")
    table.tableStyleInfo = TableStyleInfo(name=STYLE, showRowStripes=False)
    page.add_table(table)
    return row + 1
