"""What the log beside the workbook says of itself."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

AUDIT_KEPT = Text(
    "Nhật ký “{log}”: {count} dòng, không dòng nào bị sửa, cắt hay đổi chỗ.",
    "The log “{log}”: {count} lines, none changed, cut or moved.",
)
AUDIT_MISSING = Text(
    "Chưa có nhật ký “{log}” bên cạnh sổ; nó được lập ở lần ghi đầu tiên.",
    "There is no log “{log}” beside the workbook yet; the first job that writes makes it.",
)
AUDIT_CHANGED = Text(
    "Dòng {line}: nội dung đã bị sửa sau khi ghi. Lấy lại tệp nhật ký từ bản sao lưu để đối chiếu.",
    "Line {line}: changed after it was written. Compare it with a backup of the log.",
)
AUDIT_CUT = Text(
    "Trước dòng {line}: thiếu {count} dòng đã bị cắt bỏ. Đối chiếu với bản sao lưu.",
    "Before line {line}: {count} lines were cut out. Compare with a backup.",
)
AUDIT_REORDERED = Text(
    "Dòng {line}: không đúng chỗ, đã bị đổi thứ tự hoặc chép lại. Đối chiếu với bản sao lưu.",
    "Line {line}: not in its place, moved or copied. Compare with a backup.",
)
AUDIT_UNREADABLE = Text(
    "Dòng {line}: không đọc được, không phải do chương trình ghi. Đối chiếu với bản sao lưu.",
    "Line {line}: cannot be read, the program did not write it. Compare with a backup.",
)
AUDIT_TORN = Text(
    "Dòng {line}, dòng cuối, bị cắt dở vì máy tắt khi đang ghi; lần ghi sau sẽ ghi nhận việc này.",
    "Line {line}, the last, was cut short by a crash; the next line will say so.",
)
AUDIT_MENDED = Text(
    "Dòng {line} bị cắt dở vì máy tắt khi đang ghi; dòng sau đã ghi nhận.",
    "Line {line} was cut short by a crash; the line after it says so.",
)
AUDIT_NOT_IN_LOG = Text(
    "Lượt {run} có trong trang Nhật ký mà không có trong tệp nhật ký: cuối tệp có thể đã bị cắt, "
    "hoặc máy tắt ngay sau khi lưu sổ.",
    "Run {run} is in the sheet Nhật ký and not in the log: its end may have been cut off, or the "
    "PC went off right after the workbook was saved.",
)
AUDIT_NO_RUNS = Text(
    "Trang Nhật ký có {count} lượt mà tệp nhật ký không có lượt nào: tệp có thể đã bị xóa, hoặc sổ "
    "được chép đi mà không kèm tệp nhật ký.",
    "The sheet Nhật ký has {count} runs and the log none: it may have been deleted, or the "
    "workbook was copied without it.",
)
AUDIT_NOT_IN_BOOK = Text(
    "Lượt {run} có trong tệp nhật ký mà không có trong trang Nhật ký: sổ có thể chưa được lưu, "
    "hoặc dòng đã bị xóa khỏi trang.",
    "Run {run} is in the log and not in the sheet Nhật ký: the workbook may not have been saved, "
    "or its rows were deleted.",
)
AUDIT_COUNTS_DIFFER = Text(
    "Lượt {run}: trang Nhật ký ghi {book} ô, tệp nhật ký ghi {log} ô; một trong hai đã bị sửa.",
    "Run {run}: {book} cells by the sheet Nhật ký, {log} by the log; one of them was changed.",
)
AUDIT_SAVED_SINCE = Text(
    "Sau dòng cuối, sổ đã được lưu bằng chương trình khác (ví dụ sửa tay trong Excel).",
    "Since the last line the workbook was saved by another program (say by hand in Excel).",
)
AUDIT_NOT_WRITTEN = Text(
    "Không ghi được nhật ký “{log}” ({detail}); việc vẫn đã làm. Kiểm tra quyền ghi vào thư mục.",
    "The log “{log}” was not written ({detail}); the job is done. Check the folder's permissions.",
)
