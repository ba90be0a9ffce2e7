"""The first sheet: what to do, what is still missing, where everything is."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from xl_dialogue.looks import (
    AMBER_FILL,
    BODY,
    BOLD,
    BORDER,
    HEADER,
    HEADER_FILL,
    NOTE,
    PALE_FILL,
    RED,
    STYLE,
    SUBTITLE,
    TITLE,
)
from xl_dialogue.office.sheets.figures import BY_FIGURE
from xl_dialogue.office.sheets.highlights import HIGHLIGHTS
from xl_dialogue.office.sheets.ledger import Ledger
from xl_dialogue.office.sheets.links import link
from xl_dialogue.office.sheets.live import Live, Result
from xl_dialogue.office.sheets.paper import set_up_printing
from xl_dialogue.office.sheets.sections import CENTRED, LEFT
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, GUIDE_TITLE, SHEETS, TO_DO_TITLE

_LINE = 18
"""The height of a line, in points."""
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
    "Nếu không thấy thẻ Đối thoại hoặc bấm nút không chạy: macro đang bị chặn hoặc máy chưa cài: "
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


def add_guide(made: Workbook, ledger: Ledger) -> dict[str, Result]:
    """Put the guide first; gives the results of its formulas by cell."""
    page = made.create_sheet(GUIDE_TITLE, 0)
    page.sheet_properties.codeName = "shGuide"
    page.sheet_properties.tabColor = RED
    page.sheet_view.showGridLines = False
    for letter, width in zip("ABCD", (4, 46, 16, 62), strict=True):
        page.column_dimensions[letter].width = width
    page["A1"], page["A1"].font = "HỘI NGHỊ ĐỐI THOẠI VỚI NGƯỜI LAO ĐỘNG", TITLE
    page["A2"], page["A2"].font = "Sổ kế hoạch: đại biểu, câu hỏi, nhiệm vụ, văn bản", NOTE
    page.row_dimensions[1].height, page.row_dimensions[2].height = 30, 24
    page["A1"].alignment = page["A2"].alignment = LEFT
    _warn(page, 3, _NO_BUTTONS)
    row = _list(page, 5, "Làm theo thứ tự", _STEPS)
    live = Live(page)
    row = _counts(live, row + 1, ledger)
    row = _legend(page, row + 1)
    row = _sheets(page, row + 1)
    _list(page, row + 1, "Cần biết", _NOTES)
    set_up_printing(page, "", 90)
    page.page_setup.fitToHeight = 1
    page.freeze_panes = "A4"
    return live.results


def _warn(page: Worksheet, row: int, said: str) -> None:
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
    cell = page.cell(row, 1, said)
    cell.font, cell.fill = BODY, AMBER_FILL
    cell.alignment = Alignment("left", "center", wrap_text=True, indent=1)
    page.row_dimensions[row].height = 42


def _list(page: Worksheet, row: int, title: str, lines: Sequence[str]) -> int:
    """Numbered sentences under a heading; gives the row after them."""
    _heading(page, row, title)
    for number, line in enumerate(lines, start=1):
        _say(page, row + number, 1, number, BOLD).alignment = CENTRED
        _say(page, row + number, 2, line)
    return row + len(lines) + 1


def _heading(page: Worksheet, row: int, title: str) -> None:
    page.cell(row, 1, title).font = SUBTITLE
    for column in range(1, 5):
        page.cell(row, column).fill = PALE_FILL
        page.cell(row, column).alignment = LEFT
    page.row_dimensions[row].height = 24


def _say(page: Worksheet, row: int, column: int, said: str | int, font: Font = BODY) -> Cell:
    """A cell of a line, which has room above and below its letters."""
    cell = page.cell(row, column, said)
    cell.font, cell.alignment = font, LEFT
    page.row_dimensions[row].height = _LINE
    return cell


# --- what is still missing ------------------------------------------------------------------


def _counts(live: Live, row: int, ledger: Ledger) -> int:
    """The most telling figures of `Tổng quan`, and the way there."""
    page = live.page
    _heading(page, row, "Còn thiếu gì")
    for name in _TELLING:
        row += 1
        figure = BY_FIGURE[name]
        _say(page, row, 2, figure.label)
        cell = live.put(f"C{row}", ledger.at[name], ledger.counts[name])
        cell.font, cell.alignment = BOLD, CENTRED
        _link(page, row, 4, figure.sheet.title, _to(figure.sheet.title))
    row += 1
    _say(page, row, 2, "Xem đủ trên một trang")
    _link(page, row, 4, DASHBOARD_TITLE, _to(DASHBOARD_TITLE))
    return row + 1


def _link(page: Worksheet, row: int, column: int, title: str, said: str) -> None:
    cell = page.cell(row, column)
    link(page, cell.coordinate, title, said)
    cell.alignment = LEFT


def _to(title: str) -> str:
    return f"Tới trang {title}"


# --- colours and sheets ---------------------------------------------------------------------


def _legend(page: Worksheet, row: int) -> int:
    _heading(page, row, "Màu nói gì")
    for at, highlight in enumerate(HIGHLIGHTS, start=row + 1):
        _say(page, at, 2, highlight.legend)
        page.cell(at, 3).fill = highlight.fill
        page.cell(at, 3).border = BORDER
    return row + len(HIGHLIGHTS) + 1


def _sheets(page: Worksheet, row: int) -> int:
    """The table of sheets, each a link."""
    _heading(page, row, "Các trang")
    first = row + 1
    for column, header in enumerate(("Trang", "Ai ghi", "Dùng để làm gì"), start=2):
        cell = _say(page, first, column, header, HEADER)
        cell.fill, cell.border = HEADER_FILL, BORDER
    filled_in = (
        (sheet.title, "Chương trình" if sheet.written_by_program else "Cán bộ", sheet.about)
        for sheet in SHEETS
    )
    for row, (title, by, about) in enumerate((*_LIVE, *filled_in), start=first + 1):
        _link(page, row, 2, title, title)
        _say(page, row, 3, by)
        _say(page, row, 4, about)
        for column in (2, 3, 4):
            page.cell(row, column).border = BORDER
    table = Table(displayName="tbl_guide", name="tbl_guide", ref=f"B{first}:D{row}")
    table.tableStyleInfo = TableStyleInfo(name=STYLE, showRowStripes=False)
    page.add_table(table)
    return row + 1
