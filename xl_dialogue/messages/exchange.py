"""Files from outside: why one is refused, and what in one is left alone."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

INCOMING_REFUSED = Text("Không nhận tệp “{file}”: {why}", "“{file}” is not taken in: {why}")

INCOMING_NO_FILE = Text(
    "đây không phải tệp đọc được. Chép tệp về máy này rồi chọn lại.",
    "it is no file that can be read. Copy it to this PC and choose it again.",
)
INCOMING_EMPTY = Text(
    "tệp trống (0 byte). Tải lại, hoặc xin đơn vị gửi lại.",
    "the file is empty (0 bytes). Download it again or ask for another copy.",
)
INCOMING_TOO_LARGE = Text(
    "tệp lớn hơn {most} MB. Xin đơn vị bỏ hình ảnh, tệp đính kèm bên trong rồi gửi lại.",
    "the file is larger than {most} MB. Ask for a copy without pictures and attachments.",
)
INCOMING_TOO_MANY_PARTS = Text(
    "bên trong có hơn {most} phần, không phải tệp do Excel, Word hay LibreOffice ghi. "
    "Xin đơn vị lưu lại thành .xlsx.",
    "it has more than {most} parts, which no office program writes. Ask for it saved as .xlsx.",
)
INCOMING_BOMB = Text(
    "khi giải nén tệp phình to bất thường; vì an toàn, tệp không được mở. Hỏi lại người gửi.",
    "it unpacks to an absurd size; to be safe it is not opened. Ask whoever sent it.",
)
INCOMING_LIES = Text(
    "phần “{part}” không đúng như tệp khai báo (tệp bị sửa hoặc hỏng khi truyền). "
    "Xin đơn vị gửi lại.",
    "the part “{part}” is not what the file says of it (altered, or hurt on its way). "
    "Ask for it to be sent again.",
)
INCOMING_DAMAGED = Text(
    "tệp bị hỏng ({detail}). Mở bằng Excel, lưu lại thành .xlsx, hoặc xin đơn vị gửi lại.",
    "it is damaged ({detail}). Open it in Excel and save it as .xlsx, or ask for another copy.",
)
INCOMING_PATH_NAME = Text(
    "bên trong có phần mang tên nguy hiểm “{part}”; vì an toàn, tệp không được mở. "
    "Hỏi lại người gửi.",
    "a part has the dangerous name “{part}”; to be safe it is not opened. Ask whoever sent it.",
)
INCOMING_PART_TWICE = Text(
    "phần “{part}” có hai lần, không rõ phần nào thật. Mở bằng Excel, lưu lại rồi gửi.",
    "the part “{part}” is there twice, and nobody knows which counts. Save it anew in Excel.",
)
INCOMING_PART_MISSING = Text(
    "thiếu phần “{part}”. Mở bằng Excel để sửa, lưu lại, hoặc xin đơn vị gửi lại.",
    "the part “{part}” is missing. Repair it in Excel, or ask for another copy.",
)
INCOMING_SHEET_MISSING = Text(
    "trang “{sheet}” có tên mà không có nội dung. Mở bằng Excel để sửa rồi lưu lại.",
    "the sheet “{sheet}” is named but not there. Repair the file in Excel and save it.",
)
INCOMING_ENCRYPTED = Text(
    "tệp đặt mật khẩu. Xin đơn vị bỏ mật khẩu (Tệp > Thông tin), lưu rồi gửi lại.",
    "it has a password. Ask for a copy without one (File > Info).",
)
INCOMING_WITH_DTD = Text(
    "phần “{part}” có khai báo DTD mà chương trình văn phòng không bao giờ ghi; vì an toàn, tệp "
    "không được mở. Hỏi lại người gửi.",
    "the part “{part}” holds a DTD, which no office program writes; to be safe the file is not "
    "opened. Ask whoever sent it.",
)
INCOMING_TOO_DEEP = Text(
    "phần “{part}” lồng nhau quá sâu; vì an toàn, tệp không được mở. Hỏi lại người gửi.",
    "the part “{part}” is nested too deeply; to be safe it is not opened. Ask whoever sent it.",
)
INCOMING_TOO_MUCH_MARKUP = Text(
    "tệp có quá nhiều định dạng hoặc ô trống đã kẻ khung. Chép riêng bảng cần gửi sang tệp mới.",
    "it holds too much formatting. Copy the table alone into a new file.",
)
INCOMING_TOO_MANY_SHEETS = Text(
    "tệp có hơn {most} trang hoặc bảng. Chép riêng bảng cần gửi sang tệp mới.",
    "it has more than {most} sheets or tables. Copy the table alone into a new file.",
)
INCOMING_TOO_MANY_CELLS = Text(
    "tệp có hơn {most} ô có nội dung. Chia thành nhiều tệp nhỏ hơn.",
    "it has more than {most} filled cells. Split it into smaller files.",
)
INCOMING_TOO_MUCH_TEXT = Text(
    "tệp có quá nhiều chữ cho một bảng. Chia thành nhiều tệp nhỏ hơn.",
    "it holds too much text for a table. Split it into smaller files.",
)
INCOMING_TOO_WIDE = Text(
    "bảng ở trang “{sheet}” kéo quá xa, tới ô {cell}. Xóa những ô lạc ở xa rồi lưu lại.",
    "the table on “{sheet}” reaches too far, to {cell}. Delete the stray cells and save again.",
)
INCOMING_LONG_CELL = Text(
    "có ô dài hơn {most} ký tự, Excel không chứa được. Rút ngắn ô đó rồi gửi lại.",
    "a cell is longer than {most} characters, more than Excel holds. Shorten it and send again.",
)
INCOMING_NO_TEXT = Text(
    "đây không phải tệp văn bản. Mở bằng Excel, lưu thành .xlsx rồi gửi lại.",
    "it is no text file. Open it in Excel, save it as .xlsx and send it again.",
)
INCOMING_NO_OFFICE = Text(
    "đây không phải tệp .xlsx, .xls, .ods, .csv hay .docx. Xin đơn vị gửi một trong các loại đó.",
    "it is no .xlsx, .xls, .ods, .csv or .docx file. Ask for one of these.",
)
INCOMING_BINARY = Text(
    "tệp ở định dạng nhị phân .xlsb. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
    "it is in the binary format .xlsb. Save it as .xlsx in Excel and choose it again.",
)
INCOMING_OLD_FORMAT = Text(
    "không đọc được tệp Excel cũ (.xls) này. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
    "this old Excel file (.xls) cannot be read. Save it as .xlsx in Excel and choose it again.",
)
INCOMING_OLD_WORD = Text(
    "tệp ở định dạng Word cũ (.doc). Mở bằng Word, lưu thành .docx rồi chọn lại.",
    "it is in the old Word format (.doc). Save it as .docx in Word and choose it again.",
)
INCOMING_WEB_PAGE = Text(
    "đây là trang web hoặc XML đổi đuôi. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
    "it is a web page or XML under another name. Save it as .xlsx in Excel and choose it again.",
)

INCOMING_MACROS = Text(
    "Tệp có macro: macro không được chạy, chỉ lấy dữ liệu trong ô.",
    "The file holds macros: they are not run, only the cells are taken.",
)
INCOMING_EMBEDDED = Text(
    "Tệp có đối tượng nhúng: không mở, chỉ lấy dữ liệu trong ô.",
    "The file holds embedded objects: they are not opened, only the cells are taken.",
)
INCOMING_EXTERNAL = Text(
    "Tệp liên kết tới tệp khác: liên kết không được mở, chỉ lấy giá trị đã có sẵn.",
    "The file links to other files: the links are not followed, only present values are taken.",
)
INCOMING_CONNECTED = Text(
    "Tệp có kết nối lấy dữ liệu từ ngoài: không kết nối, chỉ lấy giá trị đã có sẵn.",
    "The file has data connections: they are not used, only present values are taken.",
)
INCOMING_DDE = Text(
    "Tệp có lệnh gọi chương trình khác (DDE): không thực hiện. Nên hỏi lại người gửi.",
    "The file would call another program (DDE): it is not done. Better ask whoever sent it.",
)
INCOMING_SETTINGS = Text(
    "Tệp có trang “xlwings.conf” chỉ định chương trình để chạy: bỏ qua. Nên hỏi lại người gửi.",
    "The file has a sheet “xlwings.conf” that names a program to run: it is ignored. "
    "Better ask whoever sent it.",
)
INCOMING_HIDDEN = Text(
    "Trang ẩn “{sheet}”: không lấy dữ liệu. Cần thì bỏ ẩn trang, lưu rồi nhập lại.",
    "Hidden sheet “{sheet}”: nothing is taken from it. If it is wanted, unhide it and save.",
)
INCOMING_FORMULAS = Text(
    "Tệp có công thức: chỉ lấy giá trị đã tính, công thức không được chép theo.",
    "The file holds formulas: only their values are taken, never the formulas.",
)
INCOMING_UNCALCULATED = Text(
    "Có công thức chưa tính ra giá trị nên đọc là ô trống. Mở bằng Excel, lưu lại rồi nhập.",
    "Some formulas have no value yet and read as blank. Open and save the file in Excel first.",
)
INCOMING_OTHER_SUFFIX = Text(
    "Đuôi tệp không đúng với nội dung: tệp được đọc như .{kind}.",
    "The suffix does not fit the content: the file is read as .{kind}.",
)

SHARE_MADE = Text(
    "Bản chia sẻ: “{path}”. Xem lại một lần trước khi gửi.",
    "The copy to share: “{path}”. Look it over once before it goes out.",
)
SHARE_SHEET = Text("Trang “{sheet}”: {count} dòng.", "Sheet “{sheet}”: {count} rows.")
SHARE_SHEET_WITHOUT = Text(
    "Trang “{sheet}”: {count} dòng, không có cột {headers}.",
    "Sheet “{sheet}”: {count} rows, without the columns {headers}.",
)
SHARE_LEAKS = Text(
    "Chưa lập bản chia sẻ: phần “{part}” vẫn còn dữ liệu cá nhân. Xóa dữ liệu đó khỏi các ô rồi "
    "làm lại.",
    "The copy was not made: the part “{part}” still holds personal data. Take it out of the cells.",
)
