"""Packets: what stands in them, what is said when they go out and when their answers come in."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

PACKET_GUIDE = Text("Đọc trước", "Read first")
PACKET_LABEL = Text("Nhãn gói", "Label")
PACKET_MARK = Text("Dấu", "Mark")
PACKET_TO = Text("Gửi: {recipient}", "To: {recipient}")
PACKET_ANSWERS = Text(
    "Trang {title}: {rows} dòng, trong đó {own} dòng cần điền; điền các cột {headers}.",
    "Sheet {title}: {rows} rows, {own} of them to be filled in, in the columns {headers}.",
)
PACKET_SHOWN = Text("Trang {title}: {rows} dòng để biết.", "Sheet {title}: {rows} rows to know of.")
PACKET_UNTIL = Text("Xin gửi lại chậm nhất ngày {day}.", "Please send it back by {day}.")
PACKET_HOW = (
    Text("Chỉ điền vào các ô nền trắng; ô nền xám để xem.", "Fill in the white cells only."),
    Text(
        "Được lọc, kéo rộng cột; muốn sắp xếp thì bỏ bảo vệ trang trước (Review › Unprotect Sheet, "
        "không có mật khẩu). Không sửa cột Mã và cột Dấu, không đổi tên cột.",
        "Filter and widen as you like; to sort, unprotect the sheet first (no password). Leave "
        "codes, marks and headers as they are.",
    ),
    Text(
        "Không cần điền hết mới gửi: phần đã điền được nhận trước, phần còn lại gửi sau.",
        "What is filled in is taken; the rest may come later.",
    ),
    Text(
        "Cần thêm dòng hoặc thấy dòng không đúng: ghi trong thư trả lời, đừng thêm vào đây.",
        "Rows that are missing or wrong: say so in your mail, do not add them here.",
    ),
    Text(
        "Lưu rồi gửi lại chính tệp này (.xlsx; .ods, .xls cũng được). Tệp không có macro.",
        "Save and send back this very file (.xlsx; .ods and .xls will do). It has no macros.",
    ),
)
PACKET_CONTACT = Text("Đầu mối: {contact}", "Contact: {contact}")
PACKET_FILE = Text("Gói {recipient} {id}.xlsx", "Packet {recipient} {id}.xlsx")
PACKET_MAILS = Text("Gói", "Packet")
PACKET_SUBJECT = Text("{conference}: nội dung gửi {recipient}", "{conference}: for {recipient}")
PACKET_BODY = Text(
    "Kính gửi: {recipient}\n\nXin gửi kèm tệp “{file}” ({rows} dòng). Đề nghị mở trang “Đọc "
    "trước”, điền rồi gửi lại chính tệp này.\n{until}\nTrân trọng.",
    "To: {recipient}\n\nPlease find “{file}” attached ({rows} rows). Read its first sheet, fill it "
    "in and send it back.\n{until}\nKind regards.",
)

ID_LABEL = Text("Mã gói", "Id")
AUDIENCE_LABEL = Text("Loại", "Kind")
RECIPIENT_LABEL = Text("Nơi nhận", "Recipient")
VERSION_LABEL = Text("Phiên bản", "Version")
TIME_LABEL = Text("Lập lúc", "Made at")
CONTENT_LABEL = Text("Dấu nội dung", "Content")
SEAL_LABEL = Text("Dấu niêm", "Seal")
PACKET_LABELS = (
    ID_LABEL, AUDIENCE_LABEL, RECIPIENT_LABEL, VERSION_LABEL, TIME_LABEL, CONTENT_LABEL, SEAL_LABEL,
)  # fmt: skip
"""In the order of a label's parts."""
LABEL_KEEP = Text(
    "Để chương trình nhận ra gói khi gửi lại; xin đừng sửa trang này.",
    "By this the packet is known when it comes back; please leave it as it is.",
)

SEND_NOBODY = Text(
    "Chưa có dòng nào để gửi: giao câu hỏi, nhiệm vụ (hoặc điền đại biểu) trước.",
    "There is nothing to send: assign questions and tasks, or enter delegates, first.",
)
SEND_PLANNED = Text(
    "Sẽ lập {count} gói ({rows} dòng) trong thư mục “{folder}”.",
    "{count} packets ({rows} rows) would be made in “{folder}”.",
)
SEND_MADE = Text(
    "Đã lập {count} gói ({rows} dòng) trong thư mục “{folder}”. Bản gốc đã gửi giữ ở “{base}”, "
    "khóa ở “{key}” cạnh sổ: sao lưu cùng sổ, không gửi đi.",
    "{count} packets ({rows} rows) made in “{folder}”. What was sent is kept in “{base}”, the "
    "key in “{key}”, beside the workbook: keep them with it, send them to nobody.",
)
SEND_IMPERSONAL = Text(
    "Không có cột dữ liệu cá nhân nào: {count} nơi nhận ({recipients}).",
    "No column of personal data: {count} recipients ({recipients}).",
)
SEND_PERSONAL = Text(
    "CÓ DỮ LIỆU CÁ NHÂN, trang {title}: {headers} → {recipients}.",
    "PERSONAL DATA, sheet {title}: {headers} → {recipients}.",
)

COLLECT_FOLDER_EMPTY = Text(
    "Chưa có tệp nào để thu. Chép các gói đơn vị gửi lại (.xlsx, .ods, .xls) vào thư mục "
    "“{folder}” rồi bấm lại.",
    "There is nothing to collect. Put what came back into “{folder}” and click again.",
)
COLLECTED = Text(
    "Thu {files} tệp: nhận {taken} ô, {same} ô đã có từ trước, {conflicts} ô chờ người chọn ở "
    "trang {title}, {left} điều không nhận.",
    "{files} files: {taken} cells taken, {same} there already, {conflicts} for a person to settle "
    "on {title}, {left} things not taken.",
)
COLLECT_REMARK = Text("{place}: {said}", "{place}: {said}")
COLLECT_MORE = Text(
    "… và {count} điều nữa, xem biên nhận.", "… and {count} more, see the receipts."
)
SETTLED = Text(
    "Theo lựa chọn ở trang {title}: {count} chỗ đã xử lý, còn {open} chỗ chưa chọn.",
    "By the choices on {title}: {count} settled, {open} still open.",
)
SETTLE_NOTHING = Text(
    "Trang {title}: chưa có lựa chọn mới nào; còn {open} chỗ chưa chọn.",
    "{title}: no new choice; {open} still open.",
)

KEY_LOST = Text(
    "Tệp khóa “{key}” không còn hoặc bị hỏng, mà các gói trong “{folder}” đã gửi bằng khóa ấy: "
    "không gửi gì. Chép lại tệp khóa từ bản sao lưu; không còn bản nào thì đổi tên “{folder}” rồi "
    "gửi lại từ đầu, các gói đã gửi sẽ không thu về được nữa.",
    "“{key}” is lost or damaged, and the packets in “{folder}” went out under that key: nothing is "
    "sent. Bring the key back from a copy; where there is none, rename “{folder}” and send anew: "
    "what is out by now can then not be collected.",
)
REPLY_NO_LABEL = Text(
    "Không thấy trang “Nhãn gói”: tệp không phải gói đã gửi, hoặc trang đó bị xóa. Xin đơn vị điền "
    "vào chính tệp đã nhận, hoặc dùng Nhập danh sách.",
    "No label: this is no packet, or its label was deleted. Ask for the file that was sent.",
)
REPLY_UNKNOWN = Text(
    "Gói {id} không do sổ này gửi, hoặc thư mục “{folder}” không còn cạnh sổ. Mở đúng sổ đã gửi.",
    "Packet {id} was not sent from this workbook, or “{folder}” is no longer beside it.",
)
REPLY_FORGED = Text(
    "Nhãn gói bị sửa hoặc khóa “{key}” không phải khóa lúc gửi: không nhận gì. Hỏi lại người gửi.",
    "The label was altered, or “{key}” is not the key of then: nothing is taken. Ask the sender.",
)
REPLY_VERSION = Text(
    "Gói theo phiên bản {version}, chương trình này theo phiên bản {ours}: gửi lại gói mới.",
    "The packet is of version {version}, this program of version {ours}: send a new packet.",
)
REPLY_SHEET_MISSING = Text(
    "Không thấy trang {title} trong tệp: không nhận gì của trang đó.",
    "There is no sheet {title} in the file: nothing of it is taken.",
)
REPLY_HEADER_CHANGED = Text(
    "Trang {title} không còn cột “{header}”: không nhận gì của cột đó.",
    "{title} has no column “{header}” any more: nothing of it is taken.",
)
REPLY_HEADER_TWICE = Text(
    "Có hai cột “{header}”, không rõ cột nào đúng: không nhận gì của cột đó.",
    "The column “{header}” is there twice: nothing of it is taken.",
)
REPLY_COLUMN_ADDED = Text(
    "Cột thêm “{header}”: không có chỗ trong sổ, không nhận.",
    "“{header}” is a column of their own: it is not taken.",
)
REPLY_ROW_ADDED = Text(
    "Dòng thêm: “{said}”. Không nhận; cần thì nhập vào sổ.",
    "A row of their own: “{said}”. It is not taken; type it into the plan if it is wanted.",
)
REPLY_ROW_FOREIGN = Text(
    "Mã {code} không có trong gói này (dòng của gói khác hoặc mã bị sửa): không nhận.",
    "{code} is not in this packet (of another, or altered): not taken.",
)
REPLY_ROW_TWICE = Text(
    "Mã {code} có nhiều dòng nói khác nhau: không nhận dòng nào.",
    "{code} is there several times with different words: none is taken.",
)
REPLY_ROW_MISSING = Text(
    "{count} dòng không còn trong tệp ({codes}): sổ giữ nguyên, không xóa gì.",
    "{count} rows are no longer in the file ({codes}): the plan keeps them.",
)
REPLY_MARK_CHANGED = Text(
    "Dấu của dòng {code} không phải dấu đã gửi (dòng chép từ gói khác?): không nhận dòng này.",
    "The mark of {code} is not the one sent (copied from another packet?): not taken.",
)
REPLY_LOCKED_EDITED = Text(
    "{code}, {header}: ô chỉ để xem bị sửa thành “{said}”; không nhận.",
    "{code}, {header}: a cell that is only shown was changed to “{said}”; not taken.",
)
REPLY_NOT_READABLE = Text(
    "{code}, {header}: “{said}” không ghi được vào cột này{choices}; không nhận.",
    "{code}, {header}: “{said}” cannot stand in this column{choices}; not taken.",
)
REPLY_CHOICES = Text(" (chọn: {choices})", " (choose: {choices})")
REPLY_ROW_GONE = Text(
    "{code} không còn trong sổ (đã xóa, hoặc mã có hai dòng): không nhận.",
    "{code} is no longer in the plan, or there twice: not taken.",
)
REPLY_COLUMN_GONE = Text(
    "Sổ không còn cột {header}: không nhận.", "The plan has no column {header}: not taken."
)
REPLY_SUPERSEDED = Text(
    "Gói này đã có bản gửi sau; phần điền được vẫn nhận.",
    "A later packet was sent since; what fits is taken all the same.",
)
SETTLE_LOST = Text(
    "{code}: dòng {row} hoặc cột {column} không còn trong sổ; chưa xử lý.",
    "{code}: row {row} or column {column} is no longer in the plan; left open.",
)
SETTLE_MOVED = Text(
    "{code}: ô đã đổi sau khi ghi xung đột, cột “Của ta” được ghi lại; xem và chọn lại.",
    "{code}: the cell has changed since; “Của ta” is brought up to date, please choose again.",
)

RECEIPT_FILE = Text("Biên nhận {recipient} {id}.docx", "Receipt {recipient} {id}.docx")
RECEIPT_FOLDER = Text("Biên nhận", "Receipts")
RECEIPT_TITLE = Text("BIÊN NHẬN NỘI DUNG TRẢ LỜI", "RECEIPT")
RECEIPT_FROM = Text("Đơn vị: {recipient}", "From: {recipient}")
RECEIPT_OF = Text("Tệp: {file}", "File: {file}")
RECEIPT_HASH = Text("SHA-256: {sha256}", "SHA-256: {sha256}")
RECEIPT_TIME = Text("Thu lúc: {time}", "Collected: {time}")
RECEIPT_TAKEN = Text("Đã nhận ({count} ô)", "Taken ({count} cells)")
RECEIPT_SAME = Text("Đã có từ trước: {count} ô.", "There before: {count} cells.")
RECEIPT_CONFLICTS = Text("Chờ xem xét ({count} ô)", "To be settled ({count} cells)")
RECEIPT_LEFT = Text("Không nhận ({count} điều)", "Not taken ({count})")
RECEIPT_HEAD = Text("Mã|Cột|Nội dung", "Code|Column|Content")
RECEIPT_CONFLICT_HEAD = Text("Mã|Cột|Của ta|Của đơn vị", "Code|Column|Ours|Yours")
RECEIPT_LEFT_HEAD = Text("Ở đâu|Vì sao", "Where|Why")
RECEIPT_SUBJECT = Text(
    "{conference}: biên nhận của {recipient}", "{conference}: receipt for {recipient}"
)
RECEIPT_BODY = Text(
    "Kính gửi: {recipient}\n\nĐã nhận tệp “{file}”: nhận {taken} ô, {conflicts} ô chờ xem xét, "
    "{left} điều không nhận được; chi tiết trong biên nhận kèm theo.\nTrân trọng.",
    "To: {recipient}\n\n“{file}” has arrived: {taken} cells taken, {conflicts} to be settled, "
    "{left} not taken; see the receipt attached.\nKind regards.",
)
