"""Documents of the conference."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

INVITATION = Text("Giấy mời", "Invitation")
ANSWER_REPORT = Text("Báo cáo tổng hợp trả lời", "Report of answers")
"""Kinds whose rows in the register tell how far the plan has come."""

ITEM_MISSING = Text(
    "Trang “{title}” còn bỏ trống mục “{label}”; văn bản nào cũng cần mục này. Điền rồi làm lại.",
    "Sheet “{title}” leaves “{label}” blank, which every document needs. Fill it in and try again.",
)
ITEM_UNREADABLE = Text(
    "Trang “{title}”, ô {cell}: mục “{label}” đang ghi “{value}”, không đọc được. Sửa rồi làm lại.",
    "Sheet “{title}”, {cell}: “{label}” says “{value}”, which cannot be read. Mend it first.",
)
ISSUING_BLANK = Text(
    "“{label}” chưa lập được: trang Ban hành còn bỏ trống “{header}”. Điền (hoặc thêm dòng "
    "“{label}”) rồi làm lại.",
    "“{label}” was not made: the sheet Ban hành leaves “{header}” blank. Fill it in (or add the "
    "row “{label}”), then try again.",
)
NO_RECIPIENTS = Text(
    "“{label}” chưa có nơi nhận nào. Điền trang Nơi nhận, hoặc cột “Nơi nhận” của văn bản này ở "
    "trang Ban hành.",
    "“{label}” has no distribution list. Fill in the sheet Nơi nhận, or the column “Nơi nhận” "
    "of the sheet Ban hành.",
)
LEFT_OUT = Text(
    "“{document}” thiếu {count} dòng còn lỗi hoặc chưa đủ (dòng {rows}); sửa rồi lập lại.",
    "“{document}” lacks {count} rows that are faulty or incomplete (row {rows}); mend them, then "
    "make it again.",
)
HELD_BACK = Text(
    "“{document}” chưa được cấp số vì sẽ thiếu {count} dòng (dòng {rows}); sửa rồi cấp số lại.",
    "“{document}” got no number, for it would lack {count} rows (row {rows}); mend them, then "
    "issue it.",
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
