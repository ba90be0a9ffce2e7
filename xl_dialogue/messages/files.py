"""Files and sheets that are missing or not as they must be."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

FILE_MISSING = Text(
    "Không tìm thấy tệp “{path}”. Kiểm tra lại tên và thư mục.",
    "There is no file “{path}”. Check its name and folder.",
)

SHEET_MISSING = Text(
    "Tệp “{file}” không có trang “{title}”. Thêm lại trang này (chép từ sổ mẫu) rồi làm lại.",
    "“{file}” has no sheet “{title}”. Put it back (copy it from the sample plan) and try again.",
)
COLUMN_MISSING = Text(
    "Trang “{title}” không có cột “{header}”. {hint}Sửa tiêu đề cột rồi làm lại.",
    "Sheet “{title}” has no column “{header}”. {hint}Mend the header and try again.",
)
COLUMN_TWICE = Text(
    "Trang “{title}” có hai cột “{header}”, ở ô {first} và {second}. Đổi tên hoặc bỏ một cột.",
    "Sheet “{title}” has two columns “{header}”, in {first} and {second}. Rename or drop one.",
)
COLUMN_LIKELY = Text("Có phải cột “{header}” ở ô {cell}? ", "Is it “{header}” in {cell}? ")
