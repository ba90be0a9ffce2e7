"""Documents of the conference."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

ITEM_MISSING = Text(
    "Trang “{title}” còn bỏ trống mục “{label}”; văn bản nào cũng cần mục này. Điền rồi làm lại.",
    "Sheet “{title}” leaves “{label}” blank, which every document needs. Fill it in and try again.",
)
ITEM_UNREADABLE = Text(
    "Trang “{title}”, ô {cell}: mục “{label}” đang ghi “{value}”, không đọc được. Sửa rồi làm lại.",
    "Sheet “{title}”, {cell}: “{label}” says “{value}”, which cannot be read. Mend it first.",
)
ISSUING_MISSING = Text(
    "Trang “{title}”, dòng “{label}”: còn bỏ trống “{header}”, văn bản này cần có. "
    "Điền (hoặc thêm dòng này) rồi làm lại.",
    "Sheet “{title}”, row “{label}”: “{header}” is blank, and this document needs it. "
    "Fill it in (or add the row), then try again.",
)
TEMPLATE_FAULTY = Text(
    "Mẫu văn bản có lỗi, chưa in gì:\n{faults}",
    "The template is faulty, nothing was printed:\n{faults}",
)
NUMBER_WITHOUT_SYMBOL = Text(
    "Số “{number}” chưa ghi “{header}” nên không biết đã cấp trong dãy số nào; ghi đủ (ví dụ số "
    "20, ký hiệu GM-UBND).",
    "The number “{number}” has no symbol (“{header}”), so its series cannot be known; fill it in.",
)
NUMBER_UNREADABLE = Text(
    "“{header}” đang ghi “{number}”, không đọc được là số mấy; mỗi dòng một số, chỉ ghi số "
    "(ví dụ 30), ký hiệu để ở cột bên cạnh.",
    "“{header}” says “{number}”, which cannot be read; one number a row, figures alone (say 30), "
    "the symbol in the column beside.",
)
NOT_PRINTED = Text("Chưa in văn bản của dòng này: {why}", "Not printed: {why}")
