"""Templates and letters."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

TEMPLATE_DAMAGED = Text(
    "Tệp mẫu “{path}” hỏng hoặc không phải tệp Word .docx. Mở bằng Word, lưu lại dạng .docx.",
    "The template “{path}” is damaged or no Word .docx. Open it in Word and save it as .docx.",
)
TEMPLATE_TOO_LARGE = Text(
    "Tệp mẫu “{path}” quá lớn. Bỏ bớt hình ảnh rồi thử lại.",
    "The template “{path}” is too large. Take pictures out of it and try again.",
)
TEMPLATE_TAG_BROKEN = Text(
    "Tệp mẫu “{path}” có thẻ viết sai ({detail}). Kiểm tra mẫu để biết thẻ nào, ở đoạn nào.",
    "A tag in the template “{path}” is wrong ({detail}). Check the template to see which.",
)
TAG_FAULT = Text(
    "{file}, {part}, đoạn {paragraph} “{text}”, thẻ {tag}: {reason}",
    "{file}, {part}, paragraph {paragraph} “{text}”, tag {tag}: {reason}",
)
TAG_UNCLOSED = Text("thiếu dấu đóng “{closing}”.", "its end “{closing}” is missing.")
TAG_UNOPENED = Text("thiếu dấu mở “{{{{” hoặc “{{%”.", "its beginning “{{{{” or “{{%” is missing.")
TAG_BRACES = Text(
    "phải nằm giữa hai cặp ngoặc nhọn {{{{ }}}}, nếu không sẽ in nguyên chữ ấy.",
    "it must stand between {{{{ and }}}}, or it is printed as it is.",
)
TAG_CURLY_QUOTES = Text(
    "dùng dấu nháy cong; gõ lại bằng dấu nháy thẳng ' hoặc \".",
    "it has curly quotes; type straight ones, ' or \".",
)
TAG_UNREADABLE = Text("viết sai ({detail}).", "it cannot be read ({detail}).")
TAG_NOT_ALLOWED = Text(
    "“{detail}” không được dùng trong mẫu.", "“{detail}” may not be used in a template."
)
TAG_WITHOUT_END = Text("thiếu thẻ kết thúc {{% {closing} %}}.", "{{% {closing} %}} is missing.")
TAG_WITHOUT_START = Text("thừa: không có thẻ mở tương ứng.", "nothing was opened before it.")
TAG_NAME_UNKNOWN = Text("không có trường “{name}”.", "there is no field “{name}”.")
TAG_NAME_LIKELY = Text(
    "không có trường “{name}”; có phải “{nearest}”?",
    "there is no field “{name}”; is it “{nearest}”?",
)
TAG_PRINTS_LIST = Text(
    "“{name}” là danh sách nhiều dòng, không in thẳng được; dùng {{%p for dong in {name} %}}, "
    "{{{{ dong }}}} và {{%p endfor %}}.",
    "“{name}” is a list and cannot be printed as it is; use {{%p for line in {name} %}}, "
    "{{{{ line }}}} and {{%p endfor %}}.",
)
TAG_PRINTS_RECORD = Text(
    "“{name}” gồm nhiều trường; ghi rõ trường nào, ví dụ {{{{ {name}.{field} }}}}.",
    "“{name}” has several fields; say which, such as {{{{ {name}.{field} }}}}.",
)
TAG_NO_LIST = Text(
    "“{name}” là một đoạn chữ, không lặp từng dòng được; in bằng {{{{ {name} }}}}.",
    "“{name}” is text and cannot be gone through; print it with {{{{ {name} }}}}.",
)
TAG_NO_FIELDS = Text(
    "“{name}” là một đoạn chữ, không có trường “{field}”; in bằng {{{{ {name} }}}}.",
    "“{name}” is text and has no field “{field}”; print it with {{{{ {name} }}}}.",
)
TAG_FIELD_UNKNOWN = Text("“{name}” không có trường “{field}”.", "“{name}” has no field “{field}”.")
TAG_FIELD_LIKELY = Text(
    "“{name}” không có trường “{field}”; có phải “{nearest}”?",
    "“{name}” has no field “{field}”; is it “{nearest}”?",
)
GRAMMAR_NAME = Text(
    "thừa “{what}”: tên trường viết liền, không dấu cách, không dấu tiếng Việt",
    "“{what}” is too much: the name of a field has no blanks and no Vietnamese marks",
)
GRAMMAR_VALUE = Text(
    "thừa số hoặc chữ trong dấu nháy: tên trường viết liền, không dấu cách",
    "a number or words in quotes are too much: the name of a field has no blanks",
)
GRAMMAR_FILTER = Text("không có phép “{what}”", "there is nothing called “{what}”")
GRAMMAR_WORD = Text("không có lệnh “{what}”", "there is no command “{what}”")
GRAMMAR_SIGN = Text("có dấu lạ “{what}”", "“{what}” does not belong there")
GRAMMAR_UNFINISHED = Text("thẻ viết chưa hết", "it is not finished")
GRAMMAR_OTHER = Text("không đọc được; gõ lại cả thẻ", "nobody can read it; type it again")
TEMPLATE_WITHOUT_NUMBER = Text(
    "Mẫu “{file}” không có thẻ {{{{ number }}}}, mà “{label}” là văn bản có số: thêm "
    "“Số: {{{{ number }}}}/{{{{ symbol }}}}” vào mẫu rồi làm lại.",
    "The template “{file}” has no tag {{{{ number }}}}, but “{label}” bears a number: put "
    "“Số: {{{{ number }}}}/{{{{ symbol }}}}” into it, then try again.",
)
TEMPLATE_UNUSED = Text(
    "Mẫu “{file}” không được dùng vì tên không đúng; có phải “{nearest}”?",
    "The template “{file}” was not used, no kind has one of that name; is it “{nearest}”?",
)
PART_BODY = Text("phần nội dung", "body")
PART_HEADER = Text("đầu trang", "header")
PART_FOOTER = Text("chân trang", "footer")
PART_FOOTNOTES = Text("chú thích cuối trang", "footnotes")
REFUSED = Text(
    "Thư số {number}, trường “{field}”: {reason}", "Letter {number}, field “{field}”: {reason}"
)
LETTER_REFUSED = Text("Thư số {number}: {reason}", "Letter {number}: {reason}")
VALUE_ABSENT = Text("chưa có giá trị.", "it has no value.")
VALUE_NOT_TEXT = Text("giá trị không phải là chữ.", "its value is not text.")
VALUE_UNPRINTABLE = Text(
    "có ký tự điều khiển không in được; gõ lại.",
    "it holds a control character that cannot be printed; type it anew.",
)
VALUE_UNUSABLE = Text(
    "mẫu dùng một giá trị không đúng kiểu; kiểm tra dữ liệu và mẫu.",
    "the template cannot use one of its values; check the data and the template.",
)
FIELD_MISSING = Text("mẫu cần trường này nhưng dữ liệu không có.", "the data does not have it.")
LETTER_OPEN = Text(
    "tệp đang mở trong Word hoặc bị khóa; đóng tệp rồi in lại.",
    "its file is open in Word or locked; close it and print again.",
)
NAME_OF_FOLDER = Text(
    "ở đó đã có một thư mục trùng tên tệp; đổi tên thư mục đó rồi in lại.",
    "a folder has the name of its file; rename the folder and print again.",
)
NAME_TOO_LONG = Text(
    "đường dẫn của tệp quá dài; chọn thư mục có đường dẫn ngắn hơn.",
    "the path of its file is too long; choose a folder with a shorter path.",
)
WORKERS_FAILED = Text(
    "Tiến trình phụ in thư bị dừng ({detail}). Các thư đã in vẫn còn; bấm in lại để in tiếp.",
    "A helper that makes letters has stopped ({detail}). What is printed stays; print again.",
)
LETTER_NOT_BOUND = Text(
    "có tài liệu con hoặc biểu đồ riêng, không ghép được vào tệp in chung; in riêng thư này.",
    "it holds a document or chart of its own and cannot be bound with others; print it alone.",
)
PRINT_FILE_IMPOSSIBLE = Text(
    "Không ghép được các thư vào một tệp in: mẫu không do Word ghi hoặc quá nhiều thư. "
    "Mở mẫu bằng Word rồi lưu lại, hoặc chia thành nhiều đợt.",
    "The letters cannot be bound into one file: the template was not written by Word, or there "
    "are too many. Open the template in Word and save it, or print in several lots.",
)
PRINT_FILE_OPEN = Text(
    "Tệp in “{path}” đang mở trong Word hoặc bị khóa. Đóng tệp rồi in lại.",
    "The print file “{path}” is open in Word or locked. Close it and print again.",
)
PRINT_FILE_DISK_FULL = Text(
    "Ổ đĩa đã đầy, chưa ghi được tệp in “{path}”. Giải phóng chỗ rồi in lại.",
    "The disk is full: the print file “{path}” was not written. Make room and print again.",
)
PRINT_FILE_REFUSED = Text(
    "Không ghi được tệp in “{path}”. Chọn thư mục khác rồi in lại.",
    "The print file “{path}” cannot be written. Choose another folder and print again.",
)
DISK_FULL = Text(
    "Ổ đĩa đã đầy: mới in được {done}/{total} thư vào “{folder}”. Giải phóng chỗ rồi in tiếp.",
    "The disk is full: {done} of {total} letters are in “{folder}”. Make room and print again.",
)
FOLDER_REFUSED = Text(
    "Không ghi được vào thư mục “{folder}” (đã in {done}/{total} thư). Chọn thư mục khác.",
    "The folder “{folder}” takes no files ({done} of {total} letters done). Choose another.",
)
SET_ASIDE = Text("bản cũ", "old")
EDITED_SET_ASIDE = Text(
    "{count} văn bản đã có người sửa được giữ lại, thêm chữ “(bản cũ …)” vào tên: {files}.",
    "{count} documents that somebody had edited are kept, “(bản cũ …)” added to their names: "
    "{files}.",
)
RECORDS_UNREADABLE = Text(
    "Tệp “{path}” phải là danh sách JSON, mỗi bản ghi có trường “{name}”.",
    "The file “{path}” must be a JSON list of records that have a field “{name}”.",
)
LETTERS_PRINTED = Text(
    "Đã có {done}/{total} thư, trong đó {kept} thư giữ nguyên từ trước.",
    "{done} of {total} letters are there, {kept} of them kept from before.",
)
LETTERS_BOUND = Text(
    "Đã ghép {done}/{total} thư vào tệp in “{path}”.",
    "{done} of {total} letters are bound into the print file “{path}”.",
)
CLUSTER_NOT_INSTALLED = Text(
    'Chưa cài phần chạy trên nhiều máy. Cài bằng lệnh: pip install "xl-dialogue[cluster]"',
    'What runs on several computers is not installed: pip install "xl-dialogue[cluster]"',
)
CLUSTER_UNREACHABLE = Text(
    "Không kết nối được với cụm máy tại “{address}”. Kiểm tra địa chỉ và xem cụm máy đã chạy chưa.",
    "No cluster answers at “{address}”. Check the address, and whether the cluster is running.",
)
