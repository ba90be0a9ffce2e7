"""What Excel says before Python runs."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

CLICK_TITLE = Text("Đối thoại", "Dialogue")
CLICK_BUSY = Text(
    "Excel đang bận hoặc đang có ô gõ dở. Nhấn Enter để xong ô đó (hoặc Esc để bỏ), rồi bấm lại.",
    "Excel is busy or a cell is being edited. Press Enter (or Esc) first, then click again.",
)
CLICK_PROTECTED = Text(
    "Tệp “{file}” đang ở chế độ xem được bảo vệ (Protected View). Bấm “Bật chỉnh sửa” "
    "(Enable Editing) trên thanh màu vàng, rồi bấm lại.",
    "“{file}” is in Protected View. Choose Enable Editing on the yellow bar, then click again.",
)
CLICK_NO_BOOK = Text(
    "Chưa mở sổ nào. Mở sổ kế hoạch rồi bấm lại.",
    "No workbook is open. Open the plan, then click again.",
)
CLICK_BAD_BUTTON = Text(
    "Nút “{id}” không có trong chương trình. Cài lại chương trình rồi thử lại.",
    "The program has no button “{id}”. Install it again.",
)
CLICK_BAD_NAME = Text(
    "Tên tệp hoặc thư mục có dấu “;”, “=” hoặc “%”, nút lệnh không chạy được:\n{file}\n"
    "Lưu sổ với tên khác, trong thư mục khác.",
    "The name of the file or folder holds “;”, “=” or “%”, with which no button works:\n{file}\n"
    "Save the workbook under another name.",
)
CLICK_NO_SETUP = Text(
    "Máy này chưa cài phần chạy các nút lệnh. Nhờ người phụ trách máy chạy “xl-dialogue setup”.\n"
    "Không có nút lệnh, sổ vẫn dùng được: danh sách chọn, màu báo, số đếm và liên kết vẫn chạy.",
    "What runs the buttons is not installed on this PC. Ask for “xl-dialogue setup” to be run.\n"
    "Without buttons the workbook still works: dropdowns, colours, counts and links.",
)
CLICK_NO_PYTHON = Text(
    "Không thấy Python của chương trình ở:\n{path}\nPhần mềm đã bị gỡ hoặc chuyển chỗ; "
    "nhờ người phụ trách máy chạy lại “xl-dialogue setup”.\n"
    "Trong lúc chờ, sổ vẫn dùng được: danh sách chọn, màu báo, số đếm và liên kết vẫn chạy.",
    "The program's Python is not at:\n{path}\nIt was removed or moved; ask for "
    "“xl-dialogue setup” to be run again.\n"
    "Meanwhile the workbook still works: dropdowns, colours, counts and links.",
)
CLICK_FOREIGN = Text(
    "Sổ này (hoặc thư mục chứa nó) mang theo cách chạy Python khác với máy này: {what}.\n"
    "Để an toàn, nút lệnh không chạy trên sổ này. Chỉ khi tin người gửi: xóa trang hoặc tệp "
    "xlwings.conf và các trang có tên kết thúc bằng .py, rồi bấm lại.",
    "This workbook (or its folder) brings along another way to run Python: {what}.\n"
    "To be safe, no button works on it. Only if you trust the sender: delete the sheet or file "
    "xlwings.conf and the sheets whose names end in .py, then click again.",
)
CLICK_FAILED = Text(
    "Không chạy được lệnh: {detail}\nThử lại; nếu vẫn lỗi, "
    "nhờ người phụ trách máy chạy “xl-dialogue doctor”.",
    "The button did not work: {detail}\nTry again; if it fails again, "
    "ask for “xl-dialogue doctor” to be run.",
)
