"""What the command line says."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

PRODUCT = Text(
    "Hội nghị đối thoại giữa Chủ tịch tỉnh với người lao động, làm từ Excel.",
    "A province's dialogue conference, run from Excel.",
)
PACKAGE_MISSING = Text(
    "Thiếu gói “{name}” của Python. Chạy “xl-dialogue doctor” để biết còn thiếu gì, rồi cài lại "
    "bằng “xl-dialogue setup”.",
    "The Python package “{name}” is missing. “xl-dialogue doctor” tells what else is; install "
    "anew by “xl-dialogue setup”.",
)
INTERRUPTED = Text(
    "Đã dừng theo yêu cầu. Làm lại lệnh cũ để đi tiếp từ chỗ dừng.",
    "Stopped as asked. Give the same command again to go on from here.",
)
FILES_REFUSED = Text(
    "Không đọc hoặc ghi được tệp: {detail}. Kiểm tra tên, thư mục và quyền ghi.",
    "A file cannot be read or written: {detail}. Check its name, its folder and your rights.",
)
DAY_UNREADABLE = Text(
    "“{said}” không phải một ngày; viết ngày/tháng/năm, ví dụ 20/5/2022.",
    "“{said}” is no day; write day/month/year, such as 20/5/2022.",
)
COUNT_UNREADABLE = Text(
    "“{said}” không phải một số từ 1 trở lên.", "“{said}” is no number from 1 on."
)
KIND_UNKNOWN = Text(
    "Không có loại văn bản “{kind}”. Các loại: {known}.",
    "There is no kind of document “{kind}”. The kinds: {known}.",
)
CSV_COLUMNS = Text(
    "Tệp “{path}” phải có hai cột id và text ở dòng đầu.",
    "“{path}” needs the columns id and text in its first line.",
)
CSV_UNREADABLE = Text(
    "Không đọc được “{path}”; lưu lại theo dạng CSV UTF-8.",
    "“{path}” cannot be read; save it again as CSV UTF-8.",
)
FILE_EXISTS = Text(
    "Đã có tệp “{path}”; chọn tên khác, chương trình không ghi đè.",
    "“{path}” is there already; choose another name, nothing is overwritten.",
)
PLAN_MADE = Text(
    "Đã lập sổ kế hoạch mới: {path}. Bắt đầu từ trang Hội nghị.",
    "A new plan is made: {path}. Begin with the sheet Hội nghị.",
)
DEMO_OPEN = Text(
    "Mở {plan} để xem trang Kiểm tra, Câu hỏi; giấy mời và thông báo ở {folder}.",
    "Open {plan} and see Kiểm tra and Câu hỏi; the letters are in {folder}.",
)
AND_MORE = Text("… và {count} dòng nữa.", "… and {count} more.")
NO_KIND_ASKED = Text(
    "Chưa nói lập loại văn bản nào. Ghi tên loại, hoặc --all. Các loại: {known}.",
    "No kind of document was asked for. Name one, or --all. The kinds: {known}.",
)
KIND_LISTED = Text(
    "{name}: {label}. Ký: {signer}. Gửi: {recipients}. Lấy từ trang: {sheets}.",
    "{name}: {label}. Signed: {signer}. For: {recipients}. Draws on: {sheets}.",
)
NOBODY = Text("không có", "nobody")
DISTRIBUTION_LIST = Text("theo trang Nơi nhận", "the distribution list")
PASSWORD_ASKED = Text("Mật khẩu gửi thư của {user}: ", "Mail password of {user}: ")
DECREE_KEPT = Text(
    "Đã xem {count} tệp: không có lỗi thể thức theo Nghị định 30.",
    "{count} files checked: none breaks Decree 30.",
)
DECREE_NO_ERROR = Text(
    "Đã xem {count} tệp: không có lỗi bắt buộc sửa, nhưng có {remarks} điều nên xem ở trên.",
    "{count} files checked: no errors, but {remarks} things to look at above.",
)
