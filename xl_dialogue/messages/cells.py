"""Findings about one column, and how rows are repaired."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

REQUIRED = Text(
    "Bỏ trống “{header}”; cần điền.",
    "“{header}” is blank; fill it in.",
)
REPEATED = Text(
    "“{header}” trùng với dòng {first}; mỗi dòng cần một giá trị riêng.",
    "“{header}” repeats row {first}; each row needs its own.",
)
NOT_A_CHOICE = Text(
    "“{header}” chỉ nhận: {choices}.",
    "“{header}” takes only: {choices}.",
)
UNLISTED = Text(
    "“{part}” không có trong trang “{listed_in}”; chọn mã trong danh sách hoặc thêm vào đó.",
    "“{part}” is not on sheet “{listed_in}”; choose a code from its list or add it there.",
)
SEVERAL = Text(
    "“{header}” chỉ nhận một giá trị; đang có {count}. Chuyển phần còn lại sang cột phối hợp.",
    "“{header}” takes one value and has {count}. Move the others to the coordinators.",
)
DATE_AS_TEXT = Text(
    "Ngày đang là chữ, Excel không sắp xếp được; ghi lại thành ngày.",
    "The date is text, which Excel cannot sort; make it a date.",
)
NOT_A_DATE = Text(
    "“{header}” không phải là ngày; ghi theo dạng ngày/tháng/năm.",
    "“{header}” is no date; write it as day/month/year.",
)
NOT_A_TIME = Text(
    "“{header}” không phải là giờ; ghi theo dạng 07:30.",
    "“{header}” is no time of day; write it as 07:30.",
)
TIME_AS_TEXT = Text(
    "Giờ đang là chữ; ghi lại thành giờ.",
    "The time is text; make it a time.",
)
NOT_A_NUMBER = Text(
    "“{header}” không phải là số không âm.",
    "“{header}” is no number of zero or more.",
)
NUMBER_AS_TEXT = Text(
    "Số đang là chữ, Excel không cộng được; ghi lại thành số.",
    "The number is text, which Excel cannot add up; make it a number.",
)
NOT_A_PHONE = Text(
    "Số điện thoại không đúng; xem lại với đơn vị.",
    "This is no phone number; ask the unit.",
)
PHONE_FORM = Text(
    "Số điện thoại chưa theo dạng thống nhất (chữ số liền, đủ số 0 đầu).",
    "The phone is not in the common form (digits only, leading zero).",
)
PHONE_CONVERTED = Text(
    "Đầu số cũ; từ 2018 số này là {number}. Hỏi lại đơn vị rồi sửa.",
    "An old prefix; since 2018 the number is {number}. Ask the unit, then mend it.",
)
SEVERAL_PHONES = Text(
    "Có {count} số điện thoại trong một ô; giữ một số, chuyển số kia sang ghi chú.",
    "{count} phone numbers in one cell; keep one, move the other to the notes.",
)
PHONE_WITH_TEXT = Text(
    "Ô điện thoại có kèm chữ; chỉ giữ số, chuyển phần chữ sang ghi chú.",
    "The phone has words with it; keep the number, move the words to the notes.",
)
NOT_AN_EMAIL = Text(
    "Địa chỉ thư điện tử không đúng dạng.",
    "This is no e-mail address.",
)
LEGACY_TEXT = Text(
    "Chữ theo bảng mã cũ ({encoding}); có thể là: “{converted}”. Xem rồi gõ lại bằng Unicode.",
    "Text in an old encoding ({encoding}); it may be “{converted}”. Check and retype it.",
)
DECOMPOSED_TEXT = Text(
    "Dấu thanh tách rời khỏi chữ (Unicode tổ hợp); tìm và so sánh sẽ sai.",
    "Marks stand apart from their letters (decomposed Unicode); searching goes wrong.",
)
UNTIDY_TEXT = Text(
    "Thừa khoảng trắng hoặc có ký tự ẩn.",
    "Spare spaces or hidden characters.",
)
TURNING_SIGNS = Text(
    "Có ký tự ẩn làm chữ in ngược chiều; khi in chương trình bỏ các ký tự này.",
    "Hidden signs turn the letters round; they are left out of what is printed.",
)
DITTO = Text(
    "“{header}” chỉ ghi “như trên”, văn bản in ra đúng như vậy; ghi đủ.",
    "“{header}” only says ditto, and would be printed so; write it out.",
)
FORMULA = Text(
    "Ô chứa công thức ở chỗ cần chữ; dán lại thành giá trị.",
    "A formula where text belongs; paste it as a value.",
)
ERROR_CELL = Text(
    "Ô đang báo lỗi của Excel; sửa công thức hoặc gõ lại giá trị.",
    "The cell shows an error of Excel; mend its formula or type the value.",
)
NOT_WORDS = Text(
    "“{header}” cần chữ, ô này đang là ngày, số hoặc TRUE/FALSE; gõ lại bằng chữ.",
    "“{header}” wants words; the cell holds a date, a number or TRUE/FALSE. Type it again.",
)
STRAY_HONORIFIC = Text(
    "Ô họ tên có kèm “{stray}”; để riêng ở cột “Xưng hô” hoặc “Chức vụ”.",
    "The name carries “{stray}”; keep that under “Xưng hô” or “Chức vụ”.",
)
SHOUTED_NAME = Text(
    "Họ tên viết hoa toàn bộ sẽ in đúng như vậy trên giấy mời; xem lại cách viết.",
    "A name in capitals prints so on the invitation; check its spelling.",
)
HIDDEN_ROW = Text(
    "Dòng đang bị ẩn (lọc hoặc ẩn tay) nhưng vẫn được tính; bỏ lọc để xem.",
    "The row is hidden (filtered or by hand) but still counts; show it.",
)
MERGED_CELLS = Text(
    "Có ô đã gộp trong bảng; bỏ gộp ô rồi điền đủ từng dòng.",
    "Merged cells inside the table; unmerge them and fill every row.",
)
BEYOND_TABLE = Text(
    "Dòng nằm ngoài bảng, dưới dòng cuối; kéo bảng xuống hoặc chuyển dòng này vào bảng.",
    "The row stands below the table's end; extend the table or move the row into it.",
)
COLUMN_ABSENT = Text(
    "Trang không có cột “{header}”; các phép kiểm cần cột này được bỏ qua.",
    "The sheet has no column “{header}”; what needs it was not checked.",
)
