"""Every sentence the product says, in Vietnamese and in English."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol, runtime_checkable

Language = Literal["vi", "en"]


@runtime_checkable
class Sayable(Protocol):
    """What has a sentence of its own: a text, a refusal, a fault of a template."""

    def say(self, language: Language = "vi") -> str: ...


class Text(NamedTuple):
    """One sentence in both languages; ``{fact}`` marks what is filled in."""

    vi: str
    en: str

    def say(self, language: Language = "vi", **facts: object) -> str:
        """The sentence with its facts filled in; a fact that can speak does so in its language."""
        said = {
            name: fact.say(language) if isinstance(fact, Sayable) else fact
            for name, fact in facts.items()
        }
        return str(getattr(self, language)).format(**said)


class DialogueError(Exception):
    """What stops a job: no file, no template, no Excel. Bad data is a Finding, never this."""

    def __init__(self, text: Text, **facts: object) -> None:
        super().__init__(text.say("en", **facts))
        self.text = text
        self.facts = facts

    def say(self, language: Language = "vi") -> str:
        return self.text.say(language, **self.facts)


# --- files ---------------------------------------------------------------------------------

FILE_MISSING = Text(
    "Không tìm thấy tệp “{path}”. Kiểm tra lại tên và thư mục.",
    "There is no file “{path}”. Check its name and folder.",
)

SHEET_MISSING = Text(
    "Tệp “{file}” không có trang “{title}”. Thêm lại trang này (chép từ sổ mẫu) rồi làm lại.",
    "“{file}” has no sheet “{title}”. Put it back (copy it from the sample plan) and try again.",
)
COLUMN_MISSING = Text(
    "Trang “{title}” không có cột “{header}”. {hint}Sửa tiêu đề cột rồi làm lại.",
    "Sheet “{title}” has no column “{header}”. {hint}Mend the header and try again.",
)
COLUMN_TWICE = Text(
    "Trang “{title}” có hai cột “{header}”, ở ô {first} và {second}. Đổi tên hoặc bỏ một cột.",
    "Sheet “{title}” has two columns “{header}”, in {first} and {second}. Rename or drop one.",
)
COLUMN_LIKELY = Text("Có phải cột “{header}” ở ô {cell}? ", "Is it “{header}” in {cell}? ")

# --- findings: one column -------------------------------------------------------------------

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
    "Có ô trộn (merge) trong bảng; bỏ trộn và điền đủ từng dòng.",
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

# --- findings: across sheets ----------------------------------------------------------------

QUOTAS_DO_NOT_ADD_UP = Text(
    "Tổng chỉ tiêu các nhóm là {total}, hội nghị dự kiến {expected} đại biểu; cân lại.",
    "The groups' quotas add up to {total}, the conference expects {expected}; balance them.",
)
GROUP_OFF_QUOTA = Text(
    "Nhóm {group} có {count} đại biểu mời, chỉ tiêu {expected}.",
    "Group {group} has {count} delegates to invite, its quota is {expected}.",
)
DELEGATES_OFF_TOTAL = Text(
    "Danh sách có {count} đại biểu mời, hội nghị dự kiến {expected}.",
    "{count} delegates are to be invited, the conference expects {expected}.",
)
UNIT_WITHOUT_DELEGATE = Text(
    "“{unit}” có trong thành phần mời nhưng chưa có ai trong danh sách đại biểu.",
    "“{unit}” is to be invited but nobody on the list of delegates is from there.",
)
SAME_NAME_AND_UNIT = Text("cùng họ tên, đơn vị", "same name and unit")
SAME_NAME_AND_PHONE = Text("cùng họ tên, điện thoại", "same name and phone")
AT_LEAST_ONE = Text("ít nhất 1", "at least 1")
POSSIBLE_DUPLICATE = Text(
    "Có thể trùng với dòng {first} ({why}); xem lại, người trùng tên là chuyện thường.",
    "Maybe the same person as row {first} ({why}); check: namesakes are common.",
)
QUESTION_LATE = Text(
    "Câu hỏi nhận ngày {received}, hạn là trước ngày {deadline} (muộn nhất {last}).",
    "Received on {received}; due before {deadline} (by {last}).",
)
QUESTIONS_UNASSIGNED = Text(
    "Còn {count} câu hỏi chưa có đơn vị chủ trì; bấm Phân công rồi xem các câu cần người quyết.",
    "{count} questions have no lead yet; assign, then decide those left for a person.",
)
COORDINATOR_IS_LEAD = Text(
    "“{part}” vừa chủ trì vừa phối hợp; bỏ khỏi cột phối hợp.",
    "“{part}” both leads and coordinates; take it out of the coordinators.",
)
AUTHORITY_MISSING = Text(
    "Đã có đơn vị chủ trì nhưng chưa ghi thẩm quyền.",
    "There is a lead but no authority.",
)
LEAD_NOT_INVITED = Text(
    "{name} chủ trì {count} câu hỏi nhưng chưa có đại biểu được mời; lập giấy mời bổ sung.",
    "{name} leads {count} questions but has no invited delegate; invite one.",
)
TASK_LEAD_NOT_INVITED = Text(
    "{name} được giao {count} nhiệm vụ nhưng không có trong thành phần mời.",
    "{name} has {count} tasks but is not among those invited.",
)
BODY_NOT_IN_FORCE = Text(
    "{name} không hoạt động dưới tên này vào ngày hội nghị; kế thừa: {successor}.",
    "{name} does not exist under this name on the day of the conference; successor: {successor}.",
)
NO_SUCCESSOR = Text("chưa ghi", "not stated")
ANSWER_MISSING = Text(
    "Trạng thái là “Đã trả lời” nhưng chưa có nội dung trả lời; không đưa vào báo cáo.",
    "The status says answered but there is no answer; it is left out of the report.",
)
CONCLUSION_INCOMPLETE = Text(
    "Có kết luận nhưng thiếu {missing}; thông báo kết luận cần đủ.",
    "There is a conclusion without {missing}; the notice needs it.",
)
CONCLUSION_NOT_ANSWERED = Text(
    "Có kết luận nhưng câu trả lời chưa xong; chưa đưa vào thông báo kết luận.",
    "There is a conclusion but no finished answer; it is left out of the notice.",
)
DUE_BEFORE_CONFERENCE = Text(
    "Hạn thực hiện kết luận {due} phải sau ngày hội nghị {date}.",
    "The conclusion is due on {due}, which must be after the conference on {date}.",
)
TASK_WITHOUT_LEAD = Text(
    "Nhiệm vụ chưa có đơn vị chủ trì.",
    "The task has no lead.",
)
TASK_WITHOUT_DEADLINE = Text(
    "Nhiệm vụ chưa có hạn.",
    "The task has no deadline.",
)
TWINS_WITH_TWO_LEADS = Text(
    "Cùng sản phẩm với {twin} nhưng khác chủ trì ({lead} và {other}); chỉ để một chủ trì.",
    "The same product as {twin} under another lead ({lead}, {other}); keep one lead.",
)
TASK_DUE_TOO_LATE = Text(
    "Việc chuẩn bị có hạn {deadline}, phải trước ngày hội nghị {date}.",
    "A preparation is due on {deadline}, which must be before the conference on {date}.",
)
TASK_DUE_TOO_EARLY = Text(
    "Việc sau hội nghị có hạn {deadline}, phải sau ngày hội nghị {date}.",
    "A task for afterwards is due on {deadline}, which must be after {date}.",
)
SUMMARY_NOT_BEFORE_DEADLINE = Text(
    "Hạn {deadline} chưa bảo đảm “trước ngày {limit}”: muộn nhất là {last}.",
    "Due on {deadline}, which is not before {limit}: {last} at the latest.",
)
AGENDA_OVERLAP = Text(
    "Bắt đầu {start} khi mục {other} còn kéo dài đến {end}.",
    "Starts at {start} while item {other} lasts until {end}.",
)
AGENDA_OVERRUN = Text(
    "Chương trình kéo dài đến {end}, hội nghị kết thúc lúc {limit}.",
    "The agenda lasts until {end}, the conference ends at {limit}.",
)
AGENDA_BEFORE_START = Text(
    "Mục bắt đầu {start}, hội nghị mới mở lúc {limit}.",
    "The item starts at {start}, the conference only at {limit}.",
)
AGENDA_WITHOUT_TIME = Text(
    "Mục chưa có giờ bắt đầu hoặc số phút.",
    "The item has no start or no length.",
)
PERFORMER_UNKNOWN = Text(
    "Mục chương trình chưa rõ cơ quan thực hiện; ghi mã cơ quan.",
    "Nobody is named to perform the item; give the body's code.",
)
PERFORMER_NOT_INVITED = Text(
    "{name} thực hiện mục này nhưng chưa có đại biểu được mời.",
    "{name} performs this item but has no invited delegate.",
)
SPEECH_UNPREPARED = Text(
    "Mục này cần bài phát biểu nhưng chưa có nhiệm vụ chuẩn bị; ghi mã nhiệm vụ.",
    "The item needs a speech that no task prepares; give the task's code.",
)
SPEECH_WITHOUT_ITEM = Text(
    "Có nhiệm vụ chuẩn bị “{speech}” nhưng chương trình không có mục nào như vậy.",
    "A task prepares “{speech}”, which is nowhere on the agenda.",
)
INVITATION_LATE = Text(
    "Giấy mời ngày {date} chưa đủ 3 ngày làm việc trước hội nghị; muộn nhất {last}.",
    "Invitations of {date} leave less than 3 working days; send them by {last}.",
)
DATE_TENTATIVE = Text(
    "Ngày hội nghị còn là dự kiến: giấy mời và chương trình chỉ là dự thảo; chốt ngày trước.",
    "The date is tentative: invitations and agenda are drafts until it is confirmed.",
)
DEADLINE_AFTER_CONFERENCE = Text(
    "Hạn gửi câu hỏi phải trước ngày hội nghị.",
    "Questions must be due before the conference.",
)
NAME_DIFFERS = Text(
    "Ghi là “{found}”, tên thống nhất là “{official}”.",
    "It says “{found}”; the agreed name is “{official}”.",
)
ABBREVIATION_DIFFERS = Text(
    "Viết tắt “{found}”, nơi khác viết “{usual}”; dùng một cách.",
    "The abbreviation “{found}” is “{usual}” elsewhere; use one.",
)
RECIPIENT_MISSING = Text(
    "{name} được giao việc nhưng không có trong Nơi nhận.",
    "{name} has tasks but is not on the distribution list.",
)
NO_FILE_COPY = Text(
    "Nơi nhận phải kết thúc bằng dòng “Lưu: …”.",
    "The distribution list must end with the line “Lưu: …”.",
)
CIRCULAR_SUCCESSOR = Text(
    "Cơ quan kế thừa vòng tròn: {chain}.",
    "The successors go round in a circle: {chain}.",
)

# --- routing --------------------------------------------------------------------------------

REASON = Text("{phrases} → {lead}", "{phrases} → {lead}")
REASON_WITH = Text("; phối hợp: {coordinators}", "; with {coordinators}")
LEFT_FOR_A_PERSON = Text("Cần người quyết: ", "For a person to decide: ")
REASON_VAGUE = Text(
    LEFT_FOR_A_PERSON.vi + "{phrases} chưa đủ rõ; có thể là {candidates}",
    LEFT_FOR_A_PERSON.en + "{phrases} is not enough; perhaps {candidates}",
)
REASON_NOTHING = Text(
    LEFT_FOR_A_PERSON.vi + "không thấy cụm từ nào của danh mục lĩnh vực",
    LEFT_FOR_A_PERSON.en + "no phrase of the catalogue occurs",
)

# --- press: templates and letters -----------------------------------------------------------

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
DISK_FULL = Text(
    "Ổ đĩa đã đầy: mới in được {done}/{total} thư vào “{folder}”. Giải phóng chỗ rồi in tiếp.",
    "The disk is full: {done} of {total} letters are in “{folder}”. Make room and print again.",
)
FOLDER_REFUSED = Text(
    "Không ghi được vào thư mục “{folder}” (đã in {done}/{total} thư). Chọn thư mục khác.",
    "The folder “{folder}” takes no files ({done} of {total} letters done). Choose another.",
)
RECORDS_UNREADABLE = Text(
    "Tệp “{path}” phải là danh sách JSON, mỗi bản ghi có trường “{name}”.",
    "The file “{path}” must be a JSON list of records that have a field “{name}”.",
)
LETTERS_PRINTED = Text(
    "Đã có {done}/{total} thư, trong đó {kept} thư giữ nguyên từ trước.",
    "{done} of {total} letters are there, {kept} of them kept from before.",
)

# --- documents ------------------------------------------------------------------------------

ITEM_MISSING = Text(
    "Trang “{title}” còn bỏ trống mục “{label}”; văn bản nào cũng cần mục này. Điền rồi làm lại.",
    "Sheet “{title}” leaves “{label}” blank, which every document needs. Fill it in and try again.",
)
ITEM_UNREADABLE = Text(
    "Trang “{title}”, ô {cell}: mục “{label}” đang ghi “{value}”, không đọc được. Sửa rồi làm lại.",
    "Sheet “{title}”, {cell}: “{label}” says “{value}”, which cannot be read. Mend it first.",
)
TEMPLATE_FAULTY = Text(
    "Mẫu văn bản có lỗi, chưa in gì:\n{faults}",
    "The template is faulty, nothing was printed:\n{faults}",
)
NOT_PRINTED = Text("Chưa in văn bản của dòng này: {why}", "Not printed: {why}")

# --- what the jobs say ----------------------------------------------------------------------

VALIDATED = Text(
    "Kiểm tra xong: {errors} lỗi, {warnings} điều nên xem.",
    "Checked: {errors} errors, {warnings} warnings.",
)
NOTHING_WRONG = Text("Kiểm tra xong: không thấy gì sai.", "Checked: nothing wrong.")
CHANGED = Text("{job}: đã ghi {count} ô; xem trang Nhật ký.", "{job}: {count} cells written.")
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
WOULD_PRINT = Text("{label}: {count} văn bản sẽ được lập.", "{label}: {count} would be made.")
NOTHING_TO_UNDO = Text("Không có lượt ghi nào để hoàn tác.", "There is no run to undo.")
UNDONE = Text(
    "Đã trả lại {count} ô của lượt {run}; {kept} ô giữ nguyên vì ô hoặc dòng đã khác; "
    "{lost} ô không còn tìm thấy (dòng bị xóa hoặc đổi mã).",
    "{count} cells of run {run} taken back; {kept} kept, the cell or its row is another by now; "
    "{lost} not to be found (row deleted or its code changed).",
)

# --- the command line -----------------------------------------------------------------------

PRODUCT = Text(
    "Hội nghị đối thoại giữa Chủ tịch tỉnh với người lao động, làm từ Excel.",
    "A province's dialogue conference, run from Excel.",
)
INTERRUPTED = Text(
    "Đã dừng theo yêu cầu. Làm lại lệnh cũ để đi tiếp từ chỗ dừng.",
    "Stopped as asked. Give the same command again to go on from here.",
)
FILES_REFUSED = Text(
    "Không đọc hoặc ghi được tệp: {detail}. Kiểm tra tên, thư mục và quyền ghi.",
    "A file cannot be read or written: {detail}. Check its name, its folder and your rights.",
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

# --- a closed workbook ---------------------------------------------------------------------

WORKBOOK_IS_FOLDER = Text(
    "“{path}” là một thư mục, không phải tệp Excel. Hãy chọn tệp .xlsx hoặc .xlsm bên trong.",
    "“{path}” is a folder, not a workbook. Choose the .xlsx or .xlsm file in it.",
)
WORKBOOK_UNREADABLE = Text(
    "Không đọc được tệp “{path}” ({detail}). Kiểm tra quyền truy cập rồi thử lại.",
    "The file “{path}” cannot be read ({detail}). Check its permissions and try again.",
)
WORKBOOK_EMPTY = Text(
    "Tệp “{path}” trống (0 byte). Có thể tệp chưa tải xong; hãy chép lại hoặc tải lại.",
    "The file “{path}” is empty (0 bytes). Copy or download it again.",
)
WORKBOOK_ENCRYPTED = Text(
    "Tệp “{path}” đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin), lưu rồi thử lại.",
    "The file “{path}” has a password. Take it off in Excel (File > Info), save and try again.",
)
WORKBOOK_OLD = Text(
    "Tệp “{path}” ở định dạng Excel cũ (.xls). Mở bằng Excel, lưu thành .xlsx rồi thử lại.",
    "The file “{path}” is in the old Excel format (.xls). Save it as .xlsx and try again.",
)
WORKBOOK_BINARY = Text(
    "Tệp “{path}” ở định dạng nhị phân (.xlsb). Mở bằng Excel, lưu thành .xlsx rồi thử lại.",
    "The file “{path}” is in the binary format (.xlsb). Save it as .xlsx and try again.",
)
WORKBOOK_IS_NONE = Text(
    "Tệp “{path}” không phải sổ tính Excel. Hãy chọn tệp .xlsx hoặc .xlsm.",
    "The file “{path}” is no Excel workbook. Choose an .xlsx or .xlsm file.",
)
WORKBOOK_DAMAGED = Text(
    "Tệp “{path}” bị hỏng hoặc bị cắt ngắn ({detail}). Mở bằng Excel để sửa, hoặc lấy bản khác.",
    "The file “{path}” is damaged or cut short ({detail}). Repair it in Excel or get another copy.",
)
WORKBOOK_PART_DAMAGED = Text(
    "Nội dung bên trong sổ tính bị hỏng ({detail}). Mở bằng Excel để sửa, hoặc lấy bản khác.",
    "The inside of the workbook is damaged ({detail}). Repair it in Excel or get another copy.",
)
WORKBOOK_WITH_DTD = Text(
    "Sổ tính chứa khai báo DTD mà Excel không bao giờ ghi; vì an toàn, tệp không được mở.",
    "The workbook holds a DTD, which Excel never writes; to be safe it is not opened.",
)
WORKBOOK_TOO_LARGE = Text(
    "Tệp “{path}” có phần “{part}” lớn bất thường sau khi giải nén; vì an toàn, tệp không được mở.",
    "In “{path}” the part “{part}” unpacks to an absurd size; to be safe it is not opened.",
)
WORKBOOK_OPEN = Text(
    "Tệp “{path}” đang mở ở Excel hoặc LibreOffice. Đóng lại rồi thử; nếu chắc chắn không ai mở, "
    "xoá tệp “{lock}” bên cạnh.",
    "“{path}” is open in Excel or LibreOffice. Close it and try again; if surely nobody has it "
    "open, delete “{lock}” beside it.",
)
WORKBOOK_CHANGED = Text(
    "Tệp “{path}” đã bị sửa, đổi tên hoặc xoá từ lúc đọc. Chưa lưu gì; hãy chạy lại.",
    "“{path}” was changed, renamed or deleted since it was read. Nothing was saved; run it again.",
)
WORKBOOK_BUSY = Text(
    "Không ghi được tệp “{path}”: tệp đang bị khoá hoặc chỉ đọc. Đóng chương trình đang mở tệp "
    "rồi thử lại.",
    "“{path}” cannot be written: it is locked or read-only. Close what has it open and try again.",
)
WORKBOOK_NOT_WRITTEN = Text(
    "Không ghi được tệp “{path}” ({detail}). Tệp cũ còn nguyên; kiểm tra ổ đĩa rồi thử lại.",
    "“{path}” cannot be written ({detail}). The old file is untouched; check the disk.",
)
WORKBOOK_OTHER_KIND = Text(
    "Không lưu được thành “{path}”: đuôi tệp phải giữ là {suffix}.",
    "It cannot be saved as “{path}”: the suffix must stay {suffix}.",
)
FORMULA_IN_COMMON = Text(
    "Ô {cell} có công thức dùng chung cho nhiều ô. Sửa các ô đó trong Excel.",
    "The formula in {cell} belongs to several cells. Change them in Excel.",
)
VALUE_NOT_STORABLE = Text(
    "Không ghi được giá trị “{value}” vào ô.",
    "A cell cannot hold the value “{value}”.",
)
DATE_TOO_EARLY = Text(
    "Excel không lưu được ngày {date}: ngày phải từ năm 1900 trở đi.",
    "Excel cannot hold the date {date}: it must be 1900 or later.",
)
TEXT_TOO_LONG = Text(
    "Nội dung dài {length} ký tự; một ô chỉ chứa được {longest} ký tự.",
    "The text has {length} characters; a cell holds {longest}.",
)
TABLE_NOT_RESIZABLE = Text(
    "Không đổi được cỡ bảng “{table}” thành {area}: phải giữ hàng tiêu đề và các cột, không có "
    "hàng tổng, không chồng lên bảng khác.",
    "The table “{table}” cannot become {area}: keep its header row and columns, have no total "
    "row, and do not run into another table.",
)
SHEET_NAME_REFUSED = Text(
    "Không đặt được tên trang tính “{name}”: tên dài 1-31 ký tự, không trùng, "
    "không có \\ / ? * [ ] :",
    "A sheet cannot be named “{name}”: 1-31 characters, not taken, without \\ / ? * [ ] :",
)
