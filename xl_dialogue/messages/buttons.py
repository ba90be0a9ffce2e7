"""What is said behind a button."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

BUTTON_UNKNOWN = Text(
    "Không có việc nào tên “{button}”. Phần bổ trợ và chương trình có thể khác phiên bản; "
    "cài lại cả hai.",
    "There is no job “{button}”. Add-in and program may differ in version; install both anew.",
)
BUTTON_RUNNING = Text("{job}: đang làm…", "{job}: working…")
BUTTON_PROGRESS = Text("{job}: {done}/{total}", "{job}: {done}/{total}")
GO_ON = Text(
    "{preview}\n\nBấm OK để làm, bấm Cancel (Hủy) để thôi. Chưa ghi gì.",
    "{preview}\n\nOK to go on, Cancel to leave everything as it is.",
)
SAVE_FIRST = Text(
    "Sổ chưa lưu trên máy này. Lưu vào một thư mục trên ổ đĩa của máy (không lưu trên OneDrive, "
    "SharePoint) rồi bấm lại.",
    "The workbook is not saved on this PC. Save it into a folder on the disk and click again.",
)
SOMETHING_BROKE = Text(
    "Việc “{job}” dừng vì một lỗi chưa lường trước ({error}).\nNhững gì anh/chị đã gõ vẫn còn; "
    "ô nào chương trình đã ghi thì có trong trang Nhật ký, bấm Hoàn tác để trả lại.\n"
    "Gửi tệp “{log}” cho người hỗ trợ.",
    "“{job}” stopped at an unforeseen error ({error}).\nWhat you typed is still there; cells that "
    "were written are in the journal, Undo takes them back.\nSend “{log}” to whoever helps you.",
)
EXCEL_BUSY = Text(
    "Excel đang bận: có ô đang gõ dở hoặc hộp thoại đang mở. Bấm Enter hoặc Esc, đóng hộp thoại "
    "rồi bấm lại. Chưa làm gì.",
    "Excel is busy: a cell is being edited or a dialog is open. Press Enter or Esc and click "
    "again. Nothing was done.",
)
EXCEL_NOT_RUNNING = Text(
    "Không thấy Excel đang chạy. Mở Excel rồi làm lại.",
    "Excel is not running. Start it and try again.",
)
BOOK_READ_ONLY = Text(
    "Sổ “{file}” đang mở ở chế độ chỉ đọc nên không ghi được. Lưu thành tệp khác (hoặc đóng ở máy "
    "đang mở) rồi bấm lại. Chưa ghi gì.",
    "“{file}” is open read-only. Save it under another name, or close it on the other PC, and "
    "click again. Nothing was written.",
)
SHEET_PROTECTED = Text(
    "Trang “{title}” đang được bảo vệ. Vào Xem lại > Bỏ bảo vệ trang tính rồi làm lại. "
    "Chưa ghi gì.",
    "Sheet “{title}” is protected. Unprotect it (Review) and try again. Nothing was written.",
)
SHEET_HIDDEN = Text(
    "Trang “{title}” đang bị ẩn. Bấm chuột phải vào tên một trang > Bỏ ẩn, rồi làm lại. "
    "Chưa ghi gì.",
    "Sheet “{title}” is hidden. Unhide it and try again. Nothing was written.",
)
ROWS_MERGED = Text(
    "Trang “{title}”: dòng {row}, nơi chương trình thêm dòng mới, có ô gộp. Bỏ gộp ô rồi làm lại.",
    "Sheet “{title}”: row {row}, where new rows would go, has merged cells. Unmerge them and try "
    "again.",
)
ROWS_HIDDEN = Text(
    "Trang “{title}” đang lọc hoặc ẩn {count} dòng sẽ được ghi (từ dòng {first}). Bỏ lọc "
    "(Dữ liệu > Xóa) hoặc bỏ ẩn dòng để thấy rồi làm lại. Chưa ghi gì.",
    "On “{title}” a filter or a person hides {count} rows that would be written (from row "
    "{first}). Show them and try again. Nothing was written.",
)
TOTALS_IN_THE_WAY = Text(
    "Bảng ở trang “{title}” đang bật hàng tổng nên không nối thêm dòng được. Tắt Hàng tổng "
    "(Thiết kế bảng) rồi làm lại. Chưa ghi gì.",
    "The table on “{title}” has a row of totals and cannot grow. Switch it off (Table Design) and "
    "try again. Nothing was written.",
)
NEEDS_A_WINDOW = Text(
    "Việc này chỉ làm được khi sổ đang mở trong Excel hoặc Calc; bấm nút trên thanh Đối thoại.",
    "This can only be done while the workbook is open in Excel or Calc; use its button.",
)
SEE_FINDINGS = Text(
    "Từng chỗ ghi ở trang Kiểm tra; bấm Lỗi sau để tới lần lượt từng ô.",
    "The sheet Kiểm tra lists each place; the button Lỗi sau takes you from cell to cell.",
)
NO_FINDINGS_LISTED = Text(
    "Trang Kiểm tra chưa có gì để tới: bấm Kiểm tra trước.",
    "The sheet Kiểm tra lists nothing to go to: validate first.",
)
FINDING_VISITED = Text("{number}/{total} · {said}", "{number}/{total} · {said}")
ABOUT = Text(
    "xl_dialogue {version} · hội nghị đối thoại giữa Chủ tịch tỉnh với người lao động, làm từ "
    "Excel.\nGiấy phép MIT; có dùng xlwings (BSD).\nPython: {interpreter}\n"
    "Nhật ký lỗi: {log}",
    "xl_dialogue {version} · a province's dialogue conference, run from Excel.\nMIT licence; uses "
    "xlwings (BSD).\nPython: {interpreter}\nErrors are logged in: {log}",
)
RIBBON_TAB = Text("Đối thoại", "Dialogue")
CALC_NOT_SET_UP = Text(
    "Máy này chưa cài xl_dialogue cho Calc (không thấy Python ghi trong “{path}”). Vẫn nhập liệu "
    "được; muốn dùng nút thì chạy xl-dialogue setup.",
    "xl_dialogue is not set up for Calc on this PC (no Python named in “{path}”). You can go on "
    "typing; run xl-dialogue setup for the buttons.",
)
CALC_OTHER_PYTHON = Text(
    "LibreOffice dùng {ours}, còn xl_dialogue đang cài cho Python khác ({path}). Cài lại "
    "xl-dialogue bằng đúng phiên bản Python của LibreOffice.",
    "LibreOffice runs {ours}, xl_dialogue is installed for another Python ({path}). Install it "
    "with LibreOffice's version of Python.",
)
CALC_BUTTON_BROKEN = Text(
    "Không bắt đầu được việc này: {error}\nChưa ghi gì. Chạy xl-dialogue doctor để biết thiếu gì.",
    "This could not be started: {error}\nNothing was written. xl-dialogue doctor tells what is "
    "missing.",
)
