"""The first sheet: what to do, what is still missing, where everything is."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from xl_dialogue.office.sheets.figures import BY_FIGURE
from xl_dialogue.office.sheets.ledger import Tally
from xl_dialogue.office.sheets.live import Live, Result
from xl_dialogue.office.sheets.looks import (
    AMBER,
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
from xl_dialogue.office.sheets.paper import set_up_printing
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, GUIDE_TITLE, SHEETS, TO_DO_TITLE

_TELLING = ("delegates", "questions", "unassigned", "waiting", "overdue", "task_no_lead", "errors")
_STEPS = (
    "Trang Hội nghị: điền tên, ngày, giờ, địa điểm, người ký. Mọi văn bản lấy từ đây.",
    "Trang Nhóm đại biểu và Đại biểu: mỗi người một dòng; chọn nhóm trong danh sách.",
    "Trang Câu hỏi: mỗi câu một dòng, giữ nguyên lời người hỏi.",
    "Bấm Kiểm tra: trang Kiểm tra ghi từng chỗ; bấm Lỗi sau để tới lần lượt từng ô.",
    "Bấm Sửa lỗi: chỉ những lỗi hình thức chắc chắn; xem trước rồi mới ghi.",
    "Bấm Phân công: đọc cột Lý do; dòng nào người quyết thì đánh x vào cột Khóa.",
    "Bấm Giấy mời, Thông báo kết luận: văn bản nằm trong thư mục Văn bản cạnh sổ.",
    "Làm nhầm thì bấm Hoàn tác; trang Nhật ký ghi mọi ô chương trình đã ghi.",
)
_NO_BUTTONS = (
    "Không thấy thẻ Đối thoại, hay bấm nút không được? Macro đang bị chặn hoặc máy chưa cài: "
    "nhờ người phụ trách chạy xl-dialogue setup. Nhập liệu, danh sách chọn, màu, Tổng quan vẫn "
    "dùng được."
)
"""Stands on top: where macros are blocked nothing else can say it."""
_LIVE = (
    (DASHBOARD_TITLE, "Tự cập nhật", "Một trang: còn bao nhiêu ngày, còn thiếu gì; in để treo"),
    (TO_DO_TITLE, "Tự cập nhật", "Từng dòng còn phải xử lý; bấm vào số dòng để tới nơi"),
)
_NOTES = (
    "Thêm dòng: gõ ngay dưới dòng cuối của bảng. Được thêm cột riêng; đừng đổi tên cột có sẵn.",
    "Đại biểu, câu hỏi, người ký trong sổ mẫu là DỮ LIỆU MẪU, không phải người thật.",
)


def add_guide(made: Workbook, tally: Tally) -> dict[str, Result]:
    """Put the guide first; gives the results of its formulas by cell."""
    page = made.create_sheet(GUIDE_TITLE, 0)
    page.sheet_properties.codeName = "shGuide"
    page.sheet_properties.tabColor = "C00000"
    page.sheet_view.showGridLines = False
    for letter, width in zip("ABCD", (4, 46, 16, 62), strict=True):
        page.column_dimensions[letter].width = width
    page["A1"], page["A1"].font = "HỘI NGHỊ ĐỐI THOẠI VỚI NGƯỜI LAO ĐỘNG", TITLE
    page["A2"], page["A2"].font = "Sổ kế hoạch: đại biểu, câu hỏi, nhiệm vụ, văn bản", NOTE
    page.row_dimensions[1].height = 28
    _warn(page, 3, _NO_BUTTONS)
    row = _list(page, 5, "Làm theo thứ tự", _STEPS)
    live = Live(page)
    row = _counts(live, row + 1, tally)
    row = _legend(page, row + 1)
    row = _sheets(page, row + 1)
    _list(page, row + 1, "Cần biết", _NOTES)
    set_up_printing(page, "", 90)
    page.freeze_panes = "A4"
    return live.results


def _warn(page: Worksheet, row: int, said: str) -> None:
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
    cell = page.cell(row, 1, said)
    cell.font, cell.fill = BODY, AMBER
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    page.row_dimensions[row].height = 38


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


def _counts(live: Live, row: int, tally: Tally) -> int:
    """The most telling figures of `Tổng quan`, and the way there."""
    page = live.page
    _heading(page, row, "Còn thiếu gì")
    for name in _TELLING:
        row += 1
        figure = BY_FIGURE[name]
        page.cell(row, 2, figure.label).font = BODY
        cell = live.put(f"C{row}", tally.at[name], tally.counts[name])
        cell.font, cell.alignment = BOLD, Alignment(horizontal="center")
        _link(page, f"D{row}", figure.sheet.title)
    row += 1
    page.cell(row, 2, "Xem đủ trên một trang").font = BODY
    _link(page, f"D{row}", DASHBOARD_TITLE)
    return row + 1


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
    filled_in = (
        (sheet.title, "Chương trình" if sheet.written_by_program else "Cán bộ", sheet.about)
        for sheet in SHEETS
    )
    for row, (title, by, about) in enumerate((*_LIVE, *filled_in), start=first + 1):
        _link(page, f"B{row}", title)
        page.cell(row, 2).value = title
        page.cell(row, 3, by).font = BODY
        page.cell(row, 4, about).font = BODY
        for column in (2, 3, 4):
            page.cell(row, column).border = BORDER
            page.cell(row, column).alignment = Alignment(vertical="top", wrap_text=True)
    table = Table(displayName="tbl_guide", name="tbl_guide", ref=f"B{first}:D{row}")
    table.tableStyleInfo = TableStyleInfo(name=STYLE, showRowStripes=False)
    page.add_table(table)
    return row + 1
