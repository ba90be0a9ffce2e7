"""What can be wrong with a closed workbook."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

WORKBOOK_IS_FOLDER = Text(
    "“{path}” là một thư mục, không phải tệp Excel. Hãy chọn tệp .xlsx hoặc .xlsm bên trong.",
    "“{path}” is a folder, not a workbook. Choose the .xlsx or .xlsm file in it.",
)
WORKBOOK_UNREADABLE = Text(
    "Không đọc được tệp “{path}” ({detail}). Kiểm tra quyền truy cập rồi thử lại.",
    "The file “{path}” cannot be read ({detail}). Check its permissions and try again.",
)
WORKBOOK_EMPTY = Text(
    "Tệp “{path}” trống (0 byte). Có thể tệp chưa tải xong; hãy chép lại hoặc tải lại.",
    "The file “{path}” is empty (0 bytes). Copy or download it again.",
)
WORKBOOK_ENCRYPTED = Text(
    "Tệp “{path}” đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin), lưu rồi thử lại.",
    "The file “{path}” has a password. Take it off in Excel (File > Info), save and try again.",
)
WORKBOOK_OLD = Text(
    "Tệp “{path}” ở định dạng Excel cũ (.xls). Mở bằng Excel, lưu thành .xlsx rồi thử lại.",
    "The file “{path}” is in the old Excel format (.xls). Save it as .xlsx and try again.",
)
WORKBOOK_BINARY = Text(
    "Tệp “{path}” ở định dạng nhị phân (.xlsb). Mở bằng Excel, lưu thành .xlsx rồi thử lại.",
    "The file “{path}” is in the binary format (.xlsb). Save it as .xlsx and try again.",
)
WORKBOOK_IS_NONE = Text(
    "Tệp “{path}” không phải sổ tính Excel. Hãy chọn tệp .xlsx hoặc .xlsm.",
    "The file “{path}” is no Excel workbook. Choose an .xlsx or .xlsm file.",
)
WORKBOOK_DAMAGED = Text(
    "Tệp “{path}” bị hỏng hoặc bị cắt ngắn ({detail}). Mở bằng Excel để sửa, hoặc lấy bản khác.",
    "The file “{path}” is damaged or cut short ({detail}). Repair it in Excel or get another copy.",
)
WORKBOOK_PART_DAMAGED = Text(
    "Nội dung bên trong sổ tính bị hỏng ({detail}). Mở bằng Excel để sửa, hoặc lấy bản khác.",
    "The inside of the workbook is damaged ({detail}). Repair it in Excel or get another copy.",
)
WORKBOOK_WITH_DTD = Text(
    "Sổ tính chứa khai báo DTD mà Excel không bao giờ ghi; vì an toàn, tệp không được mở.",
    "The workbook holds a DTD, which Excel never writes; to be safe it is not opened.",
)
WORKBOOK_TOO_LARGE = Text(
    "Tệp “{path}” có phần “{part}” lớn bất thường sau khi giải nén; vì an toàn, tệp không được mở.",
    "In “{path}” the part “{part}” unpacks to an absurd size; to be safe it is not opened.",
)
WORKBOOK_OPEN = Text(
    "Tệp “{path}” đang mở ở Excel hoặc LibreOffice. Đóng lại rồi thử; nếu chắc chắn không ai mở, "
    "xoá tệp “{lock}” bên cạnh.",
    "“{path}” is open in Excel or LibreOffice. Close it and try again; if surely nobody has it "
    "open, delete “{lock}” beside it.",
)
WORKBOOK_CHANGED = Text(
    "Tệp “{path}” đã bị sửa, đổi tên hoặc xoá từ lúc đọc. Chưa lưu gì; hãy chạy lại.",
    "“{path}” was changed, renamed or deleted since it was read. Nothing was saved; run it again.",
)
WORKBOOK_BUSY = Text(
    "Không ghi được tệp “{path}”: tệp đang bị khoá hoặc chỉ đọc. Đóng chương trình đang mở tệp "
    "rồi thử lại.",
    "“{path}” cannot be written: it is locked or read-only. Close what has it open and try again.",
)
WORKBOOK_NOT_WRITTEN = Text(
    "Không ghi được tệp “{path}” ({detail}). Tệp cũ còn nguyên; kiểm tra ổ đĩa rồi thử lại.",
    "“{path}” cannot be written ({detail}). The old file is untouched; check the disk.",
)
WORKBOOK_OTHER_KIND = Text(
    "Không lưu được thành “{path}”: đuôi tệp phải giữ là {suffix}.",
    "It cannot be saved as “{path}”: the suffix must stay {suffix}.",
)
FORMULA_IN_COMMON = Text(
    "Ô {cell} có công thức dùng chung cho nhiều ô. Sửa các ô đó trong Excel.",
    "The formula in {cell} belongs to several cells. Change them in Excel.",
)
VALUE_NOT_STORABLE = Text(
    "Không ghi được giá trị “{value}” vào ô.",
    "A cell cannot hold the value “{value}”.",
)
DATE_TOO_EARLY = Text(
    "Excel không lưu được ngày {date}: ngày phải từ năm 1900 trở đi.",
    "Excel cannot hold the date {date}: it must be 1900 or later.",
)
TEXT_TOO_LONG = Text(
    "Nội dung dài {length} ký tự; một ô chỉ chứa được {longest} ký tự.",
    "The text has {length} characters; a cell holds {longest}.",
)
TABLE_NOT_RESIZABLE = Text(
    "Không đổi được cỡ bảng “{table}” thành {area}: phải giữ hàng tiêu đề và các cột, không có "
    "hàng tổng, không chồng lên bảng khác.",
    "The table “{table}” cannot become {area}: keep its header row and columns, have no total "
    "row, and do not run into another table.",
)
SHEET_NAME_REFUSED = Text(
    "Không đặt được tên trang tính “{name}”: tên dài 1-31 ký tự, không trùng, "
    "không có \\ / ? * [ ] :",
    "A sheet cannot be named “{name}”: 1-31 characters, not taken, without \\ / ? * [ ] :",
)
