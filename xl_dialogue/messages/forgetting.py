"""What is said when the time of people's data is over."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

FORGET_NO_DATE = Text(
    "Chưa biết xóa dữ liệu của hội nghị trước ngày nào. Điền mục “{label}” ở trang “{title}” "
    "(hoặc thêm --before NGÀY). Chưa xóa gì.",
    "Before which day? Fill in “{label}” on “{title}”, or give --before DATE. Nothing was removed.",
)
FORGET_UNREADABLE = Text(
    "Mục “{label}” ở trang “{title}” ghi “{said}”, không phải ngày. Ghi lại, ví dụ 1/1/2026. "
    "Chưa xóa gì.",
    "“{label}” on “{title}” says “{said}”, which is no day. Nothing was removed.",
)
FORGET_TOO_EARLY = Text(
    "Chưa tới ngày {before} (hôm nay {today}): chưa hết hạn lưu nên chưa xóa gì.",
    "{before} has not come yet (today is {today}): nothing was removed.",
)
FORGET_NO_DAY = Text(
    "Mục “{label}” ở trang “{title}” để trống hoặc không đọc được nên không biết hội nghị đã xong "
    "chưa. Chưa xóa gì.",
    "“{label}” on “{title}” is blank or cannot be read: is the conference over? Nothing was "
    "removed.",
)
FORGET_TENTATIVE = Text(
    "Ngày hội nghị {day} còn ghi “{status}” ở mục “{label}”, trang “{title}”. Hội nghị đã họp thì "
    "đổi thành “Đã chốt” rồi làm lại. Chưa xóa gì.",
    "The day {day} is still marked “{status}” (“{label}” on “{title}”). Confirm it if the "
    "conference was held. Nothing was removed.",
)
FORGET_NOT_OVER = Text(
    "Hội nghị ngày {day}, không trước ngày {before}: dữ liệu còn trong hạn lưu. Chưa xóa gì.",
    "The conference is on {day}, not before {before}: its data stay. Nothing was removed.",
)
FORGET_DUE = Text(
    "Hội nghị ngày {day}, trước ngày {before}: đã hết hạn lưu dữ liệu cá nhân.",
    "The conference of {day} was before {before}: the time of its personal data is over.",
)
FORGET_FOR_GOOD = Text(
    "Xóa rồi không Hoàn tác được; danh sách cần lưu trữ thì nộp lưu trước khi bấm OK.",
    "No undo brings this back; hand over what the archive needs before you agree.",
)
FORGET_UNANSWERED = Text(
    "Lưu ý: {count} câu hỏi chưa trả lời; xóa xong thì không còn biết ai hỏi.",
    "Mind: {count} questions are not answered yet; nobody will know who asked them.",
)
FORGET_COLUMNS = Text("Trang “{title}”: {columns}.", "Sheet “{title}”: {columns}.")
FORGET_IN_TEXT = Text(
    "Trong lời văn ở {count} ô khác (trang {titles}), tên được thay bằng “{mark}”.",
    "In the text of {count} other cells ({titles}) names give way to “{mark}”.",
)
FORGET_NOTED = Text(
    "Trang “{title}”: che tên trong {count} dòng.",
    "Sheet “{title}”: names masked in {count} rows.",
)
FORGET_FINDINGS = Text(
    "Trang “{title}”: bỏ {count} dòng; bấm Kiểm tra để lập lại.",
    "Sheet “{title}”: {count} rows removed; validate makes them anew.",
)
FORGET_KEPT = Text(
    "Dòng, mã, chức vụ, đơn vị, nhóm, câu hỏi, trả lời và các con số giữ nguyên.",
    "Rows, codes, titles, units, groups, questions, answers and all figures stay.",
)
FORGET_FILES = Text(
    "Xóa {count} tệp trong “{folder}” ({names}).",
    "{count} files of “{folder}” are deleted ({names}).",
)
FORGET_RECORD = Text(
    "Che địa chỉ trong sổ thư đã gửi “{path}”.", "Addresses are masked in the record “{path}”."
)
FORGET_OTHERS = Text(
    "CÒN tên người: {count} tệp trong “{folder}” ({names}).",
    "STILL with names: {count} files in “{folder}” ({names}).",
)
FORGET_OTHERS_LEFT = Text(
    "Chương trình không xóa các tệp còn tên: bản đã ban hành thì nộp lưu trữ, còn lại thì tự xóa.",
    "Files with names are left to you: archive what was issued, delete the rest.",
)
FORGET_UNREAD = Text(
    "Không dò được bên trong {count} tệp ở “{folder}” ({names}): tự xem.",
    "{count} files in “{folder}” cannot be looked into ({names}): see for yourself.",
)
FORGET_CUT = Text(
    "Chỉ dò {most} tệp đầu tiên trong thư mục của sổ; phần còn lại tự xem.",
    "Only the first {most} files of the folder were looked into.",
)
FORGET_ELSEWHERE = Text(
    "Tệp đã chép, gửi đi hoặc để ở thư mục khác thì chương trình không thấy.",
    "Files copied, sent or kept in other folders are not seen by the program.",
)
FORGET_STAYS = Text(
    "CÒN ở trang “{title}”: {count} ô ({cells}). Đó là tên ghi theo chức trách hoặc do người gõ: "
    "tự xem rồi sửa.",
    "STILL on “{title}”: {count} cells ({cells}). They name somebody by office, or were typed by a "
    "person: look at them.",
)
FORGET_PART = Text(
    "CÒN ở phần “{part}” của tệp sổ (ghi chú ô, thuộc tính, PivotTable…): mở Excel, vào Tệp > "
    "Thông tin > Kiểm tra tài liệu để bỏ.",
    "STILL in the part “{part}” of the workbook (comments, properties, pivots): let Excel's "
    "Document Inspector remove it.",
)
FORGOT_CHECKED = Text(
    "Đã dò lại mọi phần của tệp sổ: không còn giá trị nào đã xóa.",
    "Every part of the workbook was searched again: none of the removed values is left.",
)
FORGOT_LEFT = Text(
    "Chưa xóa được “{path}” (chương trình khác đang giữ): tự xóa.",
    "“{path}” could not be removed, another program holds it: delete it.",
)
FORGOT = Text(
    "Đã xóa dữ liệu cá nhân: {count} ô, {files} tệp.",
    "Personal data removed: {count} cells, {files} files.",
)
FORGOT_NOTHING = Text(
    "Không còn dữ liệu cá nhân nào để xóa trong sổ này; chưa ghi gì.",
    "This workbook holds no personal data any more; nothing was written.",
)
UNDO_FORGOTTEN = Text(
    "{count} ô là dữ liệu cá nhân đã xóa khi hết hạn lưu: không trả lại được.",
    "{count} cells held personal data, removed when their time was over: they cannot come back.",
)
NAME_FORGOTTEN = Text(
    "{header} ở dòng này đã xóa khi hết hạn lưu dữ liệu cá nhân; không lập văn bản được.",
    "“{header}” was removed when its time was over; nothing can be printed of it.",
)
