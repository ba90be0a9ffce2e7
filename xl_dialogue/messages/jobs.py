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
SPLIT_INTO = Text(
    "{questions} câu hỏi gồm nhiều việc, tách thành {parts} dòng ở cuối trang; dòng gốc giữ lại "
    "với trạng thái “Đã tách” và không tính nữa.",
    "{questions} questions of several petitions, taken apart into {parts} rows at the end; the "
    "first rows stay, marked “Đã tách”, and count no more.",
)
DUPLICATES_PROPOSED = Text(
    "{count} câu hỏi có thể trùng với câu khác. Đúng thì chép mã sang cột “Trùng với”, sai thì "
    "chép sang “Không trùng với”.",
    "{count} questions may repeat another. Where that is right copy the code to “Trùng với”, where "
    "it is not to “Không trùng với”.",
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
NOTHING_TO_PRINT = Text(
    "{label}: chưa có gì để lập; bỏ qua.", "{label}: there is nothing to print; left out."
)
NOTHING_PRINTABLE = Text(
    "{label}: chưa lập được; sửa các lỗi đã nêu rồi làm lại.",
    "{label}: not made; mend the errors told, then try again.",
)
NOT_ONE_PRINTED = Text(
    "{label}: chưa lập được văn bản nào trong thư mục “{folder}”; lý do ở từng lỗi.",
    "{label}: nothing was made in “{folder}”; each error says why.",
)
NUMBERS_WAIT = Text(
    "{label}: số đã cấp vẫn ghi trong sổ; lập lại thì dùng đúng số đó.",
    "{label}: the numbers given stay in the register and are used when you print again.",
)
WOULD_NUMBER = Text(
    "{label}: sẽ cấp {count} số, từ {first} đến {last}; ghi vào trang Văn bản rồi lưu cả sổ.",
    "{label}: {count} numbers would be given, {first} to {last}; entered, and the book saved.",
)
NUMBERED = Text(
    "{label}: đã cấp {count} số mới, từ {first} đến {last}.",
    "{label}: {count} new numbers given, {first} to {last}.",
)
NUMBERS_KEPT = Text(
    "{label}: {count} văn bản giữ số đã cấp vì dữ liệu không đổi.",
    "{label}: {count} keep the numbers they have, their data being the same.",
)
SUPERSEDED = Text(
    "{label}: {count} văn bản đã cấp số nhưng dữ liệu nay đã khác (ví dụ số {example})"
    "; lập lại thành bản mới, số cũ vẫn ghi trong sổ và không dùng lại.",
    "{label}: {count} had numbers, but the data differ now (say {example}); made anew, "
    "the old numbers stay entered and are not used again.",
)
PRINT_FILE = Text("{label}: tệp để in một lần “{file}”.", "{label}: one file to print “{file}”.")
LETTERS_SET_ASIDE = Text(
    "{count} văn bản của lần trước nay không còn lập được chuyển vào thư mục “{folder}” "
    "(ví dụ {files}).",
    "{count} documents of before that are not made any more were moved to “{folder}” "
    "(say {files}).",
)
OUTDATED_SET_ASIDE = Text(
    "{label}: {count} tệp của lần trước nay không còn đúng (ví dụ {files}) được chuyển vào "
    "“{folder}”, để không in hay gửi nhầm.",
    "{label}: {count} files of before that hold no more (say {files}) were moved to “{folder}”, "
    "so that nobody prints or sends them.",
)
OTHERS_THERE = Text(
    "Trong thư mục “{folder}” còn {count} tệp không thuộc lần lập này (ví dụ {files}): xem rồi xóa "
    "trước khi in cả thư mục.",
    "“{folder}” holds {count} files that are not of this run (say {files}): look at them and "
    "remove them before the folder is printed.",
)
NOT_BOUND = Text(
    "{label}: {count} văn bản không đưa được vào tệp in chung; in từ tệp riêng.",
    "{label}: {count} could not be put into the print file; print them from their own files.",
)
PDF_MADE = Text("{label}: {count} tệp PDF trong “{folder}”.", "{label}: {count} PDF in “{folder}”.")
CALENDAR_MADE = Text("Lịch hội nghị: “{file}”.", "The conference for a calendar: “{file}”.")
REGISTER_LEFT = Text(
    "Chưa ghi được sổ Văn bản: {why} Các văn bản vẫn được lập.",
    "The register Văn bản was not written: {why} The documents were made.",
)
MAIL_UNNUMBERED = Text(
    "{label}: {count} văn bản chưa có số nên chưa gửi được. Hãy bấm Cấp số (lệnh issue) rồi gửi.",
    "{label}: {count} have no number yet and cannot be sent. Give them numbers (issue), then send.",
)
DRAFTS_UNNUMBERED = Text(
    "{label}: {count} thư nháp đính kèm văn bản chưa có số; cấp số rồi lập lại thư trước khi gửi.",
    "{label}: {count} drafts carry documents without numbers; issue them, then draft anew.",
)
MAILED_BEFORE = Text(
    "{count} thư đã gửi trước đây, nội dung không đổi (trang {title}, cột Gửi thư lúc); không gửi "
    "lại.",
    "{count} letters went before (sheet {title}) and do not go again.",
)
NO_MAIL_ADDRESS = Text(
    "{label}: {count} nơi chưa có email, không lập thư: {names}.",
    "{label}: {count} have no e-mail address, no mail is made: {names}.",
)
MAIL_WITHOUT_RECIPIENT = Text(
    "{labels}: văn bản chung, không gửi riêng cho từng nơi nên không lập được thư. Chọn loại khác "
    "(ví dụ invitation), hoặc lập văn bản mà không kèm thư.",
    "{labels}: one document for all, with no recipient to whom a mail could go. Choose another "
    "kind (say invitation), or print it without mail.",
)
NO_MAIL_FOR_ALL = Text(
    "{labels}: văn bản chung, không lập thư.", "{labels}: one for all, no mail is made."
)
NUMBERING_STOPPED = Text(
    "Chưa cấp số nào và chưa in: trang {title} có {count} dòng không đọc được số. Sửa các dòng nêu "
    "trên rồi cấp lại.",
    "No number was given and nothing printed: sheet {title} has {count} rows whose number cannot "
    "be read. Mend the rows named above, then issue again.",
)
NUMBERS_LOST = Text(
    "Chưa cấp số: tệp nhật ký “{log}” cho biết đã cấp đến số {highest}/{symbol}, mà trang {title} "
    "không còn ghi (trang bị xóa, đổi tên hoặc mất dòng). Lấy lại trang ấy từ bản sao lưu; hoặc "
    "ghi {next} vào cột “{header}” của trang {issuing}; nếu đó chỉ là cấp thử thì lưu sổ thành tên "
    "khác rồi cấp từ đầu.",
    "No number was given: the log “{log}” knows of numbers up to {highest}/{symbol} that sheet "
    "{title} does not hold any more (it, or rows of it, were deleted or renamed). Get the sheet "
    "from a backup; or write {next} into “{header}” of sheet {issuing}; or, if that was a trial, "
    "save the workbook under another name and begin anew.",
)
NOT_ISSUED_TENTATIVE = Text(
    "{labels}: chưa cấp số vì ngày hội nghị còn là dự kiến; chốt ngày ở trang {title} rồi cấp, "
    "hoặc lập bản thảo (Lập văn bản, lệnh merge).",
    "{labels}: no numbers while the date is tentative; confirm it on sheet {title}, or make "
    "drafts (merge).",
)
MAIL_REPLACES = Text(
    "Văn bản này thay văn bản{number} đã gửi trước đây.",
    "This document replaces the one{number} sent before.",
)
MAIL_SUBJECT = Text("{label}: {conference}", "{label}: {conference}")
MAIL_BODY = Text(
    "Kính gửi {recipient},\n\n{issuer} xin gửi kèm theo thư này: {label} ({conference}).\n{note}"
    "Thời gian: {time_line}.\nĐịa điểm: {venue}.\n\nThông tin liên hệ: {contact}.\n\nTrân trọng./.",
    "To {recipient},\n\n{issuer} sends herewith: {label} ({conference}).\n{note}"
    "Time: {time_line}.\nPlace: {venue}.\n\nContact: {contact}.\n",
)
MAIL_SERVER_MISSING = Text(
    "Trang “{title}” chưa điền “{label}” nên không gửi thư được. Điền rồi làm lại, hoặc chỉ lập "
    "thư nháp (--mail).",
    "Sheet “{title}” leaves “{label}” blank, so nothing can be sent. Fill it in, or only make "
    "drafts (--mail).",
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
