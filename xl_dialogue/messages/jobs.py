"""What the jobs say when they are done."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

VALIDATED = Text(
    "Kiểm tra xong: {errors} lỗi, {warnings} điều nên xem.",
    "Checked: {errors} errors, {warnings} warnings.",
)
NOTHING_WRONG = Text("Kiểm tra xong: không thấy gì sai.", "Checked: nothing wrong.")
CHANGED = Text("{job}: đã ghi {count} ô; xem trang Nhật ký.", "{job}: {count} cells written.")
NOTHING_TO_CHANGE = Text(
    "{job}: không có ô nào cần đổi; chưa ghi gì.", "{job}: no cell needs a change."
)
UNDO_OF = Text("Lượt {run}: {job}, {time}.", "Run {run}: {job}, {time}.")
WOULD_CHANGE = Text("{job}: {count} ô sẽ đổi; chưa ghi gì.", "{job}: {count} cells would change.")
ASSIGNED = Text(
    "Đã có đơn vị chủ trì cho {assigned} câu hỏi; còn {left} câu cần người quyết.",
    "{assigned} questions have a lead now; {left} are left for a person.",
)
PRINTED = Text("{label}: đã lập trong thư mục “{folder}”.", "{label}: made in “{folder}”.")
PRINTED_EACH = Text(
    "{label}: {count} văn bản trong thư mục “{folder}” ({kept} giữ nguyên từ lần trước, "
    "{refused} chưa in được).",
    "{label}: {count} documents in “{folder}” ({kept} kept from before, {refused} not printed).",
)
REHEARSED = Text(
    "Xem trước khi in cả loạt: {files}.",
    "Look at these before you print them all: {files}.",
)
WOULD_PRINT = Text(
    "{label}: {count} văn bản sẽ được lập trong thư mục “{folder}”.",
    "{label}: {count} would be made in “{folder}”.",
)
UNDO_WOULD_LEAVE = Text(
    "Lượt {run}: {kept} ô sẽ giữ nguyên vì đã khác, {lost} ô không còn tìm thấy. "
    "Sau đó lượt này coi như đã hoàn tác.",
    "Run {run}: {kept} cells stay as they are by now, {lost} are not to be found. The run then "
    "counts as taken back.",
)
NOTHING_TO_UNDO = Text("Không có lượt ghi nào để hoàn tác.", "There is no run to undo.")
UNDONE = Text(
    "Đã trả lại {count} ô của lượt {run}; {kept} ô giữ nguyên vì ô hoặc dòng đã khác; "
    "{lost} ô không còn tìm thấy (dòng bị xóa hoặc đổi mã).",
    "{count} cells of run {run} taken back; {kept} kept, the cell or its row is another by now; "
    "{lost} not to be found (row deleted or its code changed).",
)
