"""What is said of lists and forms of other offices as they are taken in."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

INTAKE_FOLDER_EMPTY = Text(
    "Chưa có tệp nào để nhập. Chép danh sách đại biểu, phiếu câu hỏi (.xlsx, .xls, .ods, .csv, "
    ".docx) vào thư mục “{folder}” rồi bấm lại.",
    "There is nothing to take in. Put lists and forms (.xlsx, .xls, .ods, .csv, .docx) into "
    "“{folder}” and click again.",
)
INTAKE_COUNTED = Text(
    "Đọc {files} tệp, {rows} dòng: {added} dòng mới, {already} dòng đã có, {rejected} dòng không "
    "nhận được, {skipped} dòng bỏ qua (tiêu đề, cộng, chữ ký).",
    "{files} files read, {rows} lines: {added} new, {already} there already, {rejected} rejected, "
    "{skipped} skipped (titles, totals, signatures).",
)
INTAKE_REJECTED = Text("Không nhận {where}: {why}", "Rejected, {where}: {why}")
INTAKE_MAPPED = Text(
    "{where}, tiêu đề ở dòng {row}, vào trang {title}: {taken}.{left}",
    "{where}, header in row {row}, into {title}: {taken}.{left}",
)
INTAKE_LEFT_COLUMNS = Text(" Không lấy: {columns}.", " Not taken: {columns}.")
INTAKE_MENDED = Text(
    "{count} ô được chuẩn hóa (bảng mã cũ, ngày, điện thoại, Ông/Bà, “như trên”).",
    "{count} cells are put into form (old encodings, dates, phones, honorifics, dittos).",
)
INTAKE_RENAMED = Text(
    "Tệp “{file}” có nội dung như tệp “{other}” đã nhập trước; không thêm gì.",
    "“{file}” says what “{other}” said before; nothing is added.",
)
INTAKE_REPORT = Text(
    "Từng dòng không nhận, đã có, bỏ qua và từng ô được chuẩn hóa: “{file}”.",
    "Every line rejected, there already or skipped, every cell put into form: “{file}”.",
)
INTAKE_ORIGIN = Text("{where}, dòng {row}", "{where}, row {row}")
INTAKE_LEFT_ALONE = Text("{files}: {what}", "{files}: {what}")
WORD_TABLE = Text("Bảng {number}", "Table {number}")
WORD_LINES = Text("Ngoài bảng", "Outside tables")
TYPED_BY_HAND = Text("người gõ vào sổ", "typed into the plan")

REPORT_REJECTED = Text("Không nhận", "Rejected")
REPORT_ALREADY = Text("Đã có", "There already")
REPORT_SKIPPED = Text("Bỏ qua", "Skipped")
REPORT_MENDED = Text("Chuẩn hóa", "Put into form")
REPORT_NAME = Text("{plan} - nhập {time}.xlsx", "{plan} - intake {time}.xlsx")
REPORT_PLACE = Text("Tệp|Trang|Dòng", "File|Sheet|Row")
REPORT_LINE = Text("Lý do|Nội dung dòng", "Reason|The line")
REPORT_CELL = Text("Cột|Trong tệp|Trong sổ|Vì sao", "Column|In the file|In the plan|Why")

SKIPPED_TITLE = Text("Phần đầu danh sách", "What stands above the list")
SKIPPED_HEADER = Text("Tiêu đề cột", "Header")
SKIPPED_COLUMN_NUMBERS = Text("Số thứ tự của cột", "Numbers of the columns")
SKIPPED_TOTAL = Text("Dòng cộng", "Total")
SKIPPED_SECTION = Text("Đề mục trong danh sách", "Heading of a section")
SKIPPED_SIGNATURE = Text("Phần ký", "Signatures")
SKIPPED_REMARK = Text("Ghi chú cuối danh sách", "Remark")
SKIPPED_EMPTY = Text("Dòng để trống, chỉ có số thứ tự", "Numbered and left blank")
SKIPPED_PART_OF_ABOVE = Text("Phần tiếp của dòng trên (ô gộp)", "Belongs to the row above (merged)")
SKIPPED_HIDDEN = Text("Trang bị ẩn: không lấy gì", "Of a hidden sheet: nothing is taken")
SKIPPED_FORM = Text("Phần người hỏi của phiếu", "The form's part about the asker")
SKIPPED_NO_HEADER = Text(
    "Không thấy tiêu đề cột Họ và tên hay Nội dung", "No header with a name or a content"
)
REJECTED_BLANK = Text("Thiếu {header}", "{header} is blank")
REJECTED_DITTO = Text(
    "{header} chỉ ghi như trên mà không rõ trên là gì",
    "{header} says ditto, it is not clear of what",
)
REJECTED_NO_WORDS = Text("{header} không đọc được: “{value}”", "{header} cannot be read: “{value}”")
ALREADY = Text("Đã có ở dòng {code} ({origin})", "There already in {code} ({origin})")

NOTED_LEGACY = Text("Chuyển từ bảng mã {encoding} sang Unicode", "From {encoding} to Unicode")
NOTED_NFD = Text("Chữ và dấu rời nhau, đã ghép lại", "Letters and marks joined")
NOTED_SPACES = Text("Bỏ khoảng trắng, ký tự thừa", "Spare spaces and characters dropped")
NOTED_PHONE = Text("Số điện thoại viết theo một dạng", "Phone in one form")
NOTED_OLD_PHONE = Text("Đổi đầu số di động 11 số cũ", "Old prefix of a mobile changed")
NOTED_DATE = Text("Ngày dạng chữ hoặc số đổi thành ngày", "Text or number to a date")
NOTED_CHOICE = Text("Viết như trong danh sách chọn", "As the choice is spelt")
NOTED_CODE = Text("Đổi tên thành mã trong danh mục", "Name to its code")
NOTED_NOT_LISTED = Text("Không có trong danh mục của sổ nên để trống", "Not listed, left blank")
NOTED_HONORIFIC = Text(
    "Tách xưng hô, học hàm, cấp bậc khỏi họ tên", "Honorific and ranks parted from the name"
)
NOTED_DITTO = Text("“Như trên”: lấy của dòng trên", "Ditto: taken from the row above")
NOTED_DITTO_NOTHING = Text("“Như trên” mà dòng trên để trống", "Ditto of a blank")
NOTED_ANONYMOUS = Text("Người hỏi đề nghị không nêu tên", "The asker asked not to be named")
NOTED_SAME_PLACE = Text(
    "Cùng tệp, cùng dòng với {code} nhưng nội dung khác: xem có phải bản sửa",
    "From the place of {code}, with other words: see whether it is a correction",
)
