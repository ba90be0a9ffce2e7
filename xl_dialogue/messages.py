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


class Said(NamedTuple):
    """A sentence with its facts, to be said in either language."""

    text: Text
    facts: dict[str, object]

    def say(self, language: Language = "vi") -> str:
        return self.text.say(language, **self.facts)


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
    "Nhiệm vụ chưa có đơn vị chủ trì; chọn đơn vị.",
    "The task has no lead.",
)
TASK_WITHOUT_DEADLINE = Text(
    "Nhiệm vụ chưa có hạn; ghi hạn.",
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
NOTHING_TO_CHANGE = Text(
    "{job}: không có ô nào cần đổi; chưa ghi gì.", "{job}: no cell needs a change."
)
UNDO_OF = Text("Lượt {run}: {job}, {time}.", "Run {run}: {job}, {time}.")
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
WOULD_PRINT = Text(
    "{label}: {count} văn bản sẽ được lập trong thư mục “{folder}”.",
    "{label}: {count} would be made in “{folder}”.",
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

# --- behind a button ------------------------------------------------------------------------

BUTTON_UNKNOWN = Text(
    "Không có việc nào tên “{button}”. Phần bổ trợ và chương trình có thể khác phiên bản; "
    "cài lại cả hai.",
    "There is no job “{button}”. Add-in and program may differ in version; install both anew.",
)
BUTTON_RUNNING = Text("{job}: đang làm…", "{job}: working…")
BUTTON_PROGRESS = Text("{job}: {done}/{total}", "{job}: {done}/{total}")
GO_ON = Text(
    "{preview}\n\nBấm OK để làm, bấm Cancel (Hủy) để thôi. Chưa ghi gì.",
    "{preview}\n\nOK to go on, Cancel to leave everything as it is.",
)
SAVE_FIRST = Text(
    "Sổ chưa lưu trên máy này. Lưu vào một thư mục trên ổ đĩa của máy (không lưu trên OneDrive, "
    "SharePoint) rồi bấm lại.",
    "The workbook is not saved on this PC. Save it into a folder on the disk and click again.",
)
SOMETHING_BROKE = Text(
    "Việc “{job}” dừng vì một lỗi chưa lường trước ({error}).\nNhững gì anh/chị đã gõ vẫn còn; "
    "ô nào chương trình đã ghi thì có trong trang Nhật ký, bấm Hoàn tác để trả lại.\n"
    "Gửi tệp “{log}” cho người hỗ trợ.",
    "“{job}” stopped at an unforeseen error ({error}).\nWhat you typed is still there; cells that "
    "were written are in the journal, Undo takes them back.\nSend “{log}” to whoever helps you.",
)
EXCEL_BUSY = Text(
    "Excel đang bận: có ô đang gõ dở hoặc hộp thoại đang mở. Bấm Enter hoặc Esc, đóng hộp thoại "
    "rồi bấm lại. Chưa làm gì.",
    "Excel is busy: a cell is being edited or a dialog is open. Press Enter or Esc and click "
    "again. Nothing was done.",
)
EXCEL_NOT_RUNNING = Text(
    "Không thấy Excel đang chạy. Mở Excel rồi làm lại.",
    "Excel is not running. Start it and try again.",
)
BOOK_READ_ONLY = Text(
    "Sổ “{file}” đang mở ở chế độ chỉ đọc nên không ghi được. Lưu thành tệp khác (hoặc đóng ở máy "
    "đang mở) rồi bấm lại. Chưa ghi gì.",
    "“{file}” is open read-only. Save it under another name, or close it on the other PC, and "
    "click again. Nothing was written.",
)
SHEET_PROTECTED = Text(
    "Trang “{title}” đang được bảo vệ. Vào Xem lại > Bỏ bảo vệ trang tính rồi làm lại. "
    "Chưa ghi gì.",
    "Sheet “{title}” is protected. Unprotect it (Review) and try again. Nothing was written.",
)
SHEET_HIDDEN = Text(
    "Trang “{title}” đang bị ẩn. Bấm chuột phải vào tên một trang > Bỏ ẩn, rồi làm lại. "
    "Chưa ghi gì.",
    "Sheet “{title}” is hidden. Unhide it and try again. Nothing was written.",
)
ROWS_HIDDEN = Text(
    "Trang “{title}” đang lọc hoặc ẩn {count} dòng sẽ được ghi (từ dòng {first}). Bỏ lọc "
    "(Dữ liệu > Xóa) hoặc bỏ ẩn dòng để thấy rồi làm lại. Chưa ghi gì.",
    "On “{title}” a filter or a person hides {count} rows that would be written (from row "
    "{first}). Show them and try again. Nothing was written.",
)
TOTALS_IN_THE_WAY = Text(
    "Bảng ở trang “{title}” đang bật hàng tổng nên không nối thêm dòng được. Tắt Hàng tổng "
    "(Thiết kế bảng) rồi làm lại. Chưa ghi gì.",
    "The table on “{title}” has a row of totals and cannot grow. Switch it off (Table Design) and "
    "try again. Nothing was written.",
)
NEEDS_A_WINDOW = Text(
    "Việc này chỉ làm được khi sổ đang mở trong Excel hoặc Calc; bấm nút trên thanh Đối thoại.",
    "This can only be done while the workbook is open in Excel or Calc; use its button.",
)
SEE_FINDINGS = Text(
    "Từng chỗ ghi ở trang Kiểm tra; bấm Lỗi sau để tới lần lượt từng ô.",
    "The sheet Kiểm tra lists each place; the button Lỗi sau takes you from cell to cell.",
)
NO_FINDINGS_LISTED = Text(
    "Trang Kiểm tra chưa có gì để tới: bấm Kiểm tra trước.",
    "The sheet Kiểm tra lists nothing to go to: validate first.",
)
FINDING_VISITED = Text("{number}/{total} · {said}", "{number}/{total} · {said}")
ABOUT = Text(
    "xl_dialogue {version} · hội nghị đối thoại giữa Chủ tịch tỉnh với người lao động, làm từ "
    "Excel.\nGiấy phép MIT; có dùng xlwings (BSD).\nPython: {interpreter}\n"
    "Nhật ký lỗi: {log}",
    "xl_dialogue {version} · a province's dialogue conference, run from Excel.\nMIT licence; uses "
    "xlwings (BSD).\nPython: {interpreter}\nErrors are logged in: {log}",
)
RIBBON_TAB = Text("Đối thoại", "Dialogue")
CALC_NOT_SET_UP = Text(
    "Máy này chưa cài xl_dialogue cho Calc (không thấy Python ghi trong “{path}”). Vẫn nhập liệu "
    "được; muốn dùng nút thì chạy xl-dialogue setup.",
    "xl_dialogue is not set up for Calc on this PC (no Python named in “{path}”). You can go on "
    "typing; run xl-dialogue setup for the buttons.",
)
CALC_OTHER_PYTHON = Text(
    "LibreOffice dùng {ours}, còn xl_dialogue đang cài cho Python khác ({path}). Cài lại "
    "xl-dialogue bằng đúng phiên bản Python của LibreOffice.",
    "LibreOffice runs {ours}, xl_dialogue is installed for another Python ({path}). Install it "
    "with LibreOffice's version of Python.",
)
CALC_BUTTON_BROKEN = Text(
    "Không bắt đầu được việc này: {error}\nChưa ghi gì. Chạy xl-dialogue doctor để biết thiếu gì.",
    "This could not be started: {error}\nNothing was written. xl-dialogue doctor tells what is "
    "missing.",
)

# --- the command line -----------------------------------------------------------------------

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

# --- what Excel says before Python runs -----------------------------------------------------

CLICK_TITLE = Text("Đối thoại", "Dialogue")
CLICK_BUSY = Text(
    "Excel đang bận hoặc đang có ô gõ dở. Nhấn Enter để xong ô đó (hoặc Esc để bỏ), rồi bấm lại.",
    "Excel is busy or a cell is being edited. Press Enter (or Esc) first, then click again.",
)
CLICK_PROTECTED = Text(
    "Tệp “{file}” đang ở chế độ xem được bảo vệ (Protected View). Bấm “Bật chỉnh sửa” "
    "(Enable Editing) trên thanh màu vàng, rồi bấm lại.",
    "“{file}” is in Protected View. Choose Enable Editing on the yellow bar, then click again.",
)
CLICK_NO_BOOK = Text(
    "Chưa mở sổ nào. Mở sổ kế hoạch rồi bấm lại.",
    "No workbook is open. Open the plan, then click again.",
)
CLICK_BAD_BUTTON = Text(
    "Nút “{id}” không có trong chương trình. Cài lại chương trình rồi thử lại.",
    "The program has no button “{id}”. Install it again.",
)
CLICK_BAD_NAME = Text(
    "Tên tệp hoặc thư mục có dấu “;”, “=” hoặc “%”, nút lệnh không chạy được:\n{file}\n"
    "Lưu sổ với tên khác, trong thư mục khác.",
    "The name of the file or folder holds “;”, “=” or “%”, with which no button works:\n{file}\n"
    "Save the workbook under another name.",
)
CLICK_NO_SETUP = Text(
    "Máy này chưa cài phần chạy các nút lệnh. Nhờ người phụ trách máy chạy “xl-dialogue setup”.\n"
    "Không có nút lệnh, sổ vẫn dùng được: danh sách chọn, màu báo, số đếm và liên kết vẫn chạy.",
    "What runs the buttons is not installed on this PC. Ask for “xl-dialogue setup” to be run.\n"
    "Without buttons the workbook still works: dropdowns, colours, counts and links.",
)
CLICK_NO_PYTHON = Text(
    "Không thấy Python của chương trình ở:\n{path}\nPhần mềm đã bị gỡ hoặc chuyển chỗ; "
    "nhờ người phụ trách máy chạy lại “xl-dialogue setup”.\n"
    "Trong lúc chờ, sổ vẫn dùng được: danh sách chọn, màu báo, số đếm và liên kết vẫn chạy.",
    "The program's Python is not at:\n{path}\nIt was removed or moved; ask for "
    "“xl-dialogue setup” to be run again.\n"
    "Meanwhile the workbook still works: dropdowns, colours, counts and links.",
)
CLICK_FOREIGN = Text(
    "Sổ này (hoặc thư mục chứa nó) mang theo cách chạy Python khác với máy này: {what}.\n"
    "Để an toàn, nút lệnh không chạy trên sổ này. Chỉ khi tin người gửi: xóa trang hoặc tệp "
    "xlwings.conf và các trang có tên kết thúc bằng .py, rồi bấm lại.",
    "This workbook (or its folder) brings along another way to run Python: {what}.\n"
    "To be safe, no button works on it. Only if you trust the sender: delete the sheet or file "
    "xlwings.conf and the sheets whose names end in .py, then click again.",
)
CLICK_FAILED = Text(
    "Không chạy được lệnh: {detail}\nThử lại; nếu vẫn lỗi, "
    "nhờ người phụ trách máy chạy “xl-dialogue doctor”.",
    "The button did not work: {detail}\nTry again; if it fails again, "
    "ask for “xl-dialogue doctor” to be run.",
)

# --- setting up a PC and looking it over ----------------------------------------------------

PATH_REFUSED = Text(
    "Không dùng được đường dẫn “{path}”: Excel không gọi được Python khi đường dẫn có {signs}. "
    "Chọn thư mục khác bằng --folder.",
    "“{path}” cannot be used: Excel cannot start Python from a path with {signs} in it. "
    "Choose another folder by --folder.",
)
PRODUCT_REFUSED = Text(
    "Không cài được vào “{path}”: Excel không gọi được Python khi đường dẫn có {signs}. "
    "Dùng tài khoản máy tính có tên không chứa dấu đó, hoặc nhờ quản trị máy cài bằng "
    "“xl-dialogue setup --for-everyone”.",
    "“{path}” cannot hold the program: Excel cannot start Python from a path with {signs} in it. "
    "Use an account whose name is without it, or have the administrator run "
    "“xl-dialogue setup --for-everyone”.",
)
RECEIPT_DAMAGED = Text(
    "Biên bản cài đặt “{path}” bị hỏng. Đổi tên tệp này rồi chạy lại “xl-dialogue setup”.",
    "The receipt “{path}” is damaged. Rename that file and run “xl-dialogue setup” again.",
)
PYTHON_FROM_STORE = Text(
    "Python này cài từ Microsoft Store, Windows giấu thư mục của nó nên Excel không gọi được. "
    "Cài Python từ python.org rồi làm lại.",
    "This Python is from the Microsoft Store; Windows hides its folders, so Excel cannot start it. "
    "Install Python from python.org and try again.",
)
ENVIRONMENT_REFUSED = Text(
    "không lập được môi trường Python ({detail}). Kiểm tra mạng, hoặc chép sẵn một thư mục tệp "
    ".whl rồi chạy lại với --from THƯ-MỤC.",
    "the Python environment could not be made ({detail}). Check the network, or bring a folder of "
    ".whl files and run again with --from FOLDER.",
)
ACCESS_REFUSED = Text(
    "không đặt được quyền cho thư mục “{path}”. Mở cửa sổ lệnh bằng “Run as administrator” rồi "
    "chạy lại.",
    "the rights of the folder “{path}” could not be set. Run again from a window opened by "
    "“Run as administrator”.",
)
INTERPRETER_MISSING = Text(
    "chưa có Python ở “{path}”. Sửa bước lập môi trường Python ở trên rồi chạy lại.",
    "there is no Python at “{path}”. Mend the step above that makes it and run again.",
)
EXTENSION_DAMAGED = Text(
    "tệp “{path}” không phải phần mở rộng của LibreOffice. Lấy lại tệp này từ bộ cài.",
    "“{path}” is no extension of LibreOffice. Get the file anew.",
)
EXTENSION_REFUSED = Text(
    "LibreOffice không nhận ({detail}). Đóng hết cửa sổ LibreOffice rồi chạy lại.",
    "LibreOffice refused ({detail}). Close all its windows and run again.",
)
STEP_BUSY = Text(
    "không ghi được ({detail}). Đóng Excel, Word đang mở tệp, kiểm tra quyền ghi rồi chạy lại.",
    "it cannot be written ({detail}). Close the Excel or Word that has it open, check your rights "
    "and run again.",
)
STEP_DONE = Text("Xong: {step}", "Done: {step}")
STEP_THERE = Text("Đã có sẵn: {step}", "There already: {step}")
STEP_PLANNED = Text("Sẽ làm: {step}", "Would do: {step}")
STEP_LEFT_OUT = Text("Bỏ qua: {step}; {why}", "Left out: {step}; {why}")
STEP_FAILED = Text("CHƯA ĐƯỢC: {step}; {why}", "FAILED: {step}; {why}")
STEP_ENVIRONMENT = Text("môi trường Python riêng ở {path}", "a Python of its own in {path}")
STEP_FILE = Text("tệp {path}", "the file {path}")
STEP_FILE_BESIDE = Text(
    "{path} đã khác nên giữ nguyên, bản mới để bên cạnh tên là “{beside}”",
    "{path} is another by now and stays, the new one lies beside it as “{beside}”",
)
STEP_ADDIN = Text("phần bổ trợ của Excel ở {path}", "Excel's add-in at {path}")
STEP_SETTINGS = Text(
    "đường dẫn Python của các nút lệnh, ghi trong {path}",
    "where the buttons find Python, written into {path}",
)
STEP_EXTENSION = Text("phần mở rộng của LibreOffice Calc", "the extension of LibreOffice Calc")
STEP_DELETE = Text("xóa {path}", "{path} taken away")
STEP_RESTORE = Text("trả lại {path} như trước", "{path} as it was before")
STEP_WITHDRAW = Text(
    "gỡ phần mở rộng khỏi LibreOffice Calc", "the extension taken out of LibreOffice Calc"
)
STEP_CHANGED_BY_PERSON = Text(
    "nội dung đã có người sửa nên giữ nguyên.", "a person has changed it, so it stays."
)
STEP_NOT_SHIPPED = Text("bản này chưa kèm phần đó.", "this release does not bring it.")
STEP_ADDIN_STRANGE = Text(
    "ở đó có tệp cùng tên nhưng khác nội dung. Chuyển tệp đó đi nơi khác rồi chạy lại.",
    "there is another file of that name. Move it elsewhere and run again.",
)
STEP_NO_LIBREOFFICE = Text(
    "không thấy LibreOffice trên máy này.", "there is no LibreOffice on this PC."
)
STEP_AT_WORK = Text(
    "chương trình đang chạy từ chính thư mục này. Đóng cửa sổ lệnh rồi xóa thư mục bằng tay.",
    "the program is running from there. Close this window and delete the folder by hand.",
)
SETUP_DONE = Text(
    "Đã cài xong. Mở sổ trong thư mục “{folder}”; khởi động lại Excel hoặc Calc để thấy nút lệnh.",
    "All is set up. Open the workbook in “{folder}”; start Excel or Calc anew to see the buttons.",
)
SETUP_EVERYONE = Text(
    "Mỗi người dùng máy này chạy thêm một lần: “{command}” setup",
    "Everyone who uses this PC runs once: “{command}” setup",
)
SETUP_INCOMPLETE = Text(
    "Còn {count} bước chưa được; làm theo các dòng CHƯA ĐƯỢC ở trên rồi chạy lại.",
    "{count} steps failed; do what the lines FAILED above say and run again.",
)
SETUP_PLANNED = Text(
    "Chưa làm gì; trên đây là các bước sẽ làm.", "Nothing was done; these are the steps."
)
NOTHING_TO_REMOVE = Text(
    "Không có gì để gỡ: không thấy biên bản cài đặt “{path}”.",
    "There is nothing to remove: no receipt at “{path}”.",
)
REMOVED = Text(
    "Đã gỡ xong; tệp có người sửa vẫn còn nguyên.",
    "All is removed; what a person has changed is still there.",
)

STATE_FINE = Text("Ổn", "Fine")
STATE_ATTENTION = Text("Nên xem", "Look")
STATE_WRONG = Text("SAI", "WRONG")
STATE_UNKNOWN = Text("Chưa rõ", "Unknown")
CHECKED = Text("{state:8} {fact}", "{state:8} {fact}")
CHECKED_WITH_ADVICE = Text("{state:8} {fact} {advice}", "{state:8} {fact} {advice}")
RUN_SETUP = Text("Chạy “xl-dialogue setup”.", "Run “xl-dialogue setup”.")
LOOK_PYTHON = Text("Python {version} ở {path}.", "Python {version} at {path}.")
LOOK_PACKAGES = Text("Đủ thư viện: {packages}.", "All packages are there: {packages}.")
LOOK_PACKAGES_MISSING = Text("Thiếu thư viện: {packages}.", "Packages are missing: {packages}.")
LOOK_INTERPRETER = Text(
    "Nút lệnh dùng Python ở {path}, bản {version}.",
    "The buttons use the Python at {path}, version {version}.",
)
LOOK_NOT_SET_UP = Text(
    "Nút lệnh chưa dùng được: {path} chưa ghi nơi có Python.",
    "No button works yet: {path} does not say where Python is.",
)
LOOK_INTERPRETER_GONE = Text(
    "Nút lệnh không chạy: không còn Python ở {path}.",
    "No button works: there is no Python any more at {path}.",
)
LOOK_INTERPRETER_OTHER = Text(
    "Nút lệnh dùng bản {found} ở {path}, chương trình này là bản {version}.",
    "The buttons use version {found} at {path}, this program is version {version}.",
)
LOOK_INTERPRETER_EMPTY = Text(
    "Nút lệnh không chạy: Python ở {path} không có xl_dialogue.",
    "No button works: the Python at {path} has no xl_dialogue.",
)
LOOK_FOLDER_CODE = Text(
    "Tệp Python lạ nằm cạnh sổ có thể bị chạy theo: ADD_WORKBOOK_TO_PYTHONPATH chưa tắt.",
    "A strange Python file beside the workbook might run: ADD_WORKBOOK_TO_PYTHONPATH is not off.",
)
LOOK_NO_FOLDER_CODE = Text(
    "Không chạy mã nằm cạnh sổ.", "No code that lies beside the workbook is run."
)
LOOK_PATHS = Text("Các đường dẫn đều dùng được.", "All paths can be used.")
LOOK_PATH_MARKS = Text(
    "Đường dẫn {path} có chữ có dấu, Excel có thể không đọc được.",
    "The path {path} has letters that Excel may not be able to read.",
)
LOOK_PATH_MARKS_ADVICE = Text(
    "Nếu nút lệnh không chạy: dùng tài khoản Windows có tên không dấu, hoặc dùng Calc.",
    "If no button works: use a Windows account with a plain name, or Calc.",
)
LOOK_PATH_SIGNS = Text(
    "Đường dẫn hoặc tên {path} có dấu {signs} làm hỏng lệnh gọi Python.",
    "The path or name {path} has {signs} in it, which breaks the call of Python.",
)
LOOK_PATH_SIGNS_ADVICE = Text("Đổi tên, bỏ các dấu đó.", "Rename it without these signs.")
LOOK_WORKBOOK = Text("Sổ {path}: bản {version}.", "The workbook {path}: version {version}.")
LOOK_WORKBOOK_OTHER = Text(
    "Sổ {path} là bản {found}, chương trình là bản {version}.",
    "The workbook {path} is version {found}, the program {version}.",
)
LOOK_WORKBOOK_OTHER_ADVICE = Text(
    "Dữ liệu vẫn dùng được; nút lệnh lấy từ phần bổ trợ mới của Excel hoặc Calc.",
    "Its data can be used; take the buttons of the new add-in or of Calc.",
)
LOOK_WORKBOOK_UNMARKED = Text(
    "Sổ {path} không ghi là bản nào.", "The workbook {path} does not say its version."
)
LOOK_WORKBOOK_MISSING = Text("Không thấy sổ {path}.", "There is no workbook {path}.")
LOOK_WORKBOOK_MISSING_ADVICE = Text(
    "Nếu đã chuyển sổ đi nơi khác thì bỏ qua dòng này.",
    "If you have moved it, do not mind this line.",
)
LOOK_FOLDER = Text("Ghi được vào thư mục {path}.", "The folder {path} takes files.")
LOOK_FOLDER_REFUSED = Text(
    "Không ghi được vào thư mục {path} ({detail}).",
    "The folder {path} takes no files ({detail}).",
)
LOOK_FOLDER_ADVICE = Text(
    "Chọn thư mục khác: “xl-dialogue setup --folder THƯ-MỤC”.",
    "Choose another one: “xl-dialogue setup --folder FOLDER”.",
)
LOOK_TEMPLATES = Text("{count} mẫu văn bản đều đọc được.", "All {count} templates can be read.")
LOOK_TEMPLATE_FAULT = Text("Mẫu văn bản có lỗi: {fault}", "A template is faulty: {fault}")
LOOK_TEMPLATE_ADVICE = Text(
    "Sửa mẫu bằng Word, hoặc xóa tệp đó rồi chạy lại “xl-dialogue setup”.",
    "Mend it in Word, or delete it and run “xl-dialogue setup” again.",
)
LOOK_LIBREOFFICE = Text("LibreOffice ở {path}.", "LibreOffice at {path}.")
LOOK_UNO = Text("Điều khiển được LibreOffice từ Python này.", "This Python can drive LibreOffice.")
LOOK_NO_UNO = Text(
    "Lệnh có --app calc không chạy: Python này không điều khiển được LibreOffice từ bên ngoài. Nút "
    "trong Calc không cần điều này.",
    "--app calc does not work: this Python cannot drive LibreOffice from outside. The buttons "
    "inside Calc do not need it.",
)
LOOK_NO_UNO_ADVICE = Text(
    "Trên Debian, Ubuntu: cài gói python3-uno, dùng Python của hệ thống. Excel không cần.",
    "On Debian or Ubuntu install python3-uno and use the system's Python. Excel does not need it.",
)
LOOK_CALC_PYTHON = Text(
    "Nút trong Calc và môi trường của xl_dialogue cùng dùng Python {ours}.",
    "The buttons inside Calc and xl_dialogue's environment both use Python {ours}.",
)
LOOK_CALC_PYTHON_OTHER = Text(
    "Nút trong Calc không chạy: LibreOffice dùng Python {ours}, xl_dialogue cài cho Python "
    "{found}.",
    "The buttons inside Calc do not work: LibreOffice uses Python {ours}, xl_dialogue is installed "
    "for Python {found}.",
)
LOOK_CALC_PYTHON_ADVICE = Text(
    "Chỉ cần khi dùng Calc: chạy “xl-dialogue setup” bằng Python đúng phiên bản của LibreOffice "
    "(từ 3.11), hoặc cài LibreOffice bản mới hơn.",
    "Needed for Calc only: run “xl-dialogue setup” with LibreOffice's version of Python (3.11 or "
    "later), or install a newer LibreOffice.",
)
LOOK_CALC_PYTHON_UNKNOWN = Text(
    "Không hỏi được LibreOffice dùng Python nào: {path} không chạy.",
    "What Python LibreOffice uses could not be asked: {path} does not run.",
)
LOOK_NOT_TAKEN = Text(
    "Chưa xem được mục này: Python {path} thiếu thư viện {name}.",
    "This could not be looked at: the Python {path} misses the package {name}.",
)
LOOK_NO_LIBREOFFICE = Text(
    "Không thấy LibreOffice; chỉ cần khi dùng Calc hoặc in ra PDF.",
    "There is no LibreOffice; it is needed for Calc and for PDF only.",
)
LOOK_EXTENSION = Text(
    "Calc có phần mở rộng, bản {version}.", "Calc has the extension, version {version}."
)
LOOK_EXTENSION_OTHER = Text(
    "Calc có phần mở rộng bản {found}, chương trình là bản {version}.",
    "Calc has version {found} of the extension, the program is {version}.",
)
LOOK_EXTENSION_MISSING = Text("Calc chưa có phần mở rộng.", "Calc does not have the extension.")
LOOK_EXTENSION_UNKNOWN = Text(
    "Không hỏi được LibreOffice về phần mở rộng: {detail}",
    "LibreOffice could not be asked about the extension: {detail}",
)
LOOK_FONT = Text("Có phông chữ {name}.", "The font {name} is there.")
LOOK_FONT_MISSING = Text(
    "Không thấy phông Times New Roman hoặc Liberation Serif; văn bản sẽ ngắt trang khác đi.",
    "Neither Times New Roman nor Liberation Serif is there; pages will break elsewhere.",
)
LOOK_FONT_ADVICE = Text(
    "Cài phông Times New Roman; trên Debian, Ubuntu: gói fonts-liberation2.",
    "Install Times New Roman; on Debian or Ubuntu the package fonts-liberation2.",
)
LOOK_PYWIN32 = Text("Có pywin32 để điều khiển Excel.", "pywin32 is there to drive Excel.")
LOOK_PYWIN32_MISSING = Text(
    "Thiếu pywin32: Python không điều khiển được Excel.",
    "pywin32 is missing: Python cannot drive Excel.",
)
LOOK_EXCEL = Text("Excel {bits} ở {path}.", "Excel {bits} at {path}.")
LOOK_EXCEL_MISSING = Text(
    "Không thấy Excel; vẫn dùng được Calc và dòng lệnh.",
    "There is no Excel; Calc and the command line can be used.",
)
LOOK_MACROS = Text("Excel cho chạy macro của phần bổ trợ.", "Excel lets the add-in's macros run.")
LOOK_MACROS_ALL = Text(
    "Excel đang cho mọi macro chạy, kể cả của tệp lạ (VBAWarnings = 1).",
    "Excel lets every macro run, those of strange files too (VBAWarnings = 1).",
)
LOOK_MACROS_ALL_ADVICE = Text(
    "Chọn lại “Disable all macros with notification” trong Trust Center; phần bổ trợ vẫn chạy.",
    "Choose “Disable all macros with notification” in the Trust Center; the add-in still runs.",
)
LOOK_MACROS_ADDIN_ONLY = Text(
    "Excel chặn macro nằm trong sổ (VBAWarnings = {value}); chỉ phần bổ trợ chạy được.",
    "Excel blocks macros inside workbooks (VBAWarnings = {value}); the add-in alone works.",
)
LOOK_USE_ADDIN = Text(
    "Dùng nút lệnh của phần bổ trợ do “xl-dialogue setup” cài.",
    "Use the buttons of the add-in that “xl-dialogue setup” installs.",
)
LOOK_PLACES_OFF = Text(
    "Máy này tắt mọi “Trusted Location” của Excel nên phần bổ trợ không chạy.",
    "This PC has switched off all trusted locations of Excel, so the add-in does not run.",
)
LOOK_PLACES_OFF_ADVICE = Text(
    "Nhờ bộ phận CNTT cho phép thư mục XLSTART, hoặc dùng Calc hay dòng lệnh.",
    "Ask IT to allow the folder XLSTART, or use Calc or the command line.",
)
LOOK_INTERNET_BLOCKED = Text(
    "Excel chặn macro trong tệp nhận qua thư hoặc tải về.",
    "Excel blocks macros in files that came by mail or from the web.",
)
LOOK_DEFENDER = Text(
    "Defender không chặn Excel gọi Python.", "Defender does not keep Excel from starting Python."
)
LOOK_DEFENDER_BLOCKS = Text(
    "Defender chặn Excel gọi chương trình khác (quy tắc ASR {rule}), nút lệnh trong Excel không "
    "chạy.",
    "Defender keeps Excel from starting programs (ASR rule {rule}); no button in Excel works.",
)
LOOK_DEFENDER_WARNS = Text(
    "Defender hỏi trước khi cho Excel gọi chương trình khác (quy tắc ASR {rule}).",
    "Defender asks before Excel may start a program (ASR rule {rule}).",
)
LOOK_DEFENDER_ADVICE = Text(
    "Nhờ bộ phận CNTT cho ngoại lệ của quy tắc này đối với {path}; trong lúc chờ dùng Calc hoặc "
    "dòng lệnh.",
    "Ask IT for an exclusion from this rule for {path}; until then use Calc or the command line.",
)
LOOK_ADDIN = Text("Phần bổ trợ của Excel đúng bản, ở {path}.", "The add-in is right, at {path}.")
LOOK_ADDIN_OTHER = Text(
    "Phần bổ trợ của Excel ở {path} khác với bản đi kèm chương trình.",
    "The add-in at {path} is not the one that this program brings.",
)
LOOK_ADDIN_MISSING = Text(
    "Chưa có phần bổ trợ của Excel ở {path}.", "There is no add-in at {path}."
)
LOOK_MARKED = Text(
    "Tệp {path} mang dấu “từ Internet”, Excel sẽ chặn macro của nó.",
    "The file {path} is marked as from the web; Excel will block its macros.",
)
LOOK_MARKED_ADVICE = Text(
    "Bấm phải vào tệp, Properties, đánh dấu Unblock, OK.",
    "Right-click the file, Properties, tick Unblock, OK.",
)
LOOK_UNMARKED = Text(
    "Tệp của chương trình không mang dấu “từ Internet”.",
    "None of the program's files is marked as from the web.",
)

# --- a running Calc ------------------------------------------------------------------------

UNO_MISSING = Text(
    "Máy này chưa có phần nối Python với LibreOffice (mô-đun uno). Cài LibreOffice kèm gói "
    "python3-uno, hoặc bấm nút trên thanh Đối thoại ngay trong Calc.",
    "Python cannot speak with LibreOffice here: the module uno is missing. Install LibreOffice "
    "with python3-uno, or use the buttons inside Calc.",
)
CALC_NOT_LISTENING = Text(
    "Không thấy LibreOffice đang chờ ở cổng {port}. Đóng LibreOffice, mở lại bằng lệnh: "
    'soffice --accept="socket,host={host},port={port};urp;" rồi làm lại.',
    "No LibreOffice listens on port {port}. Close LibreOffice, start it by: "
    'soffice --accept="socket,host={host},port={port};urp;" and try again.',
)
CALC_WITHOUT_BOOK = Text(
    "Chưa có sổ tính nào mở trong Calc. Mở sổ kế hoạch rồi làm lại.",
    "No workbook is open in Calc. Open the plan and try again.",
)
CALC_CANNOT_OPEN = Text(
    "Calc không mở được tệp “{path}”: tệp hỏng, có mật khẩu hoặc không phải sổ tính.",
    "Calc cannot open “{path}”: it is damaged, has a password, or is no workbook.",
)
CALC_GONE = Text(
    "Sổ hoặc Calc đã bị đóng giữa chừng. Mở lại sổ, xem những gì đã ghi rồi làm lại.",
    "The workbook or Calc was closed meanwhile. Open it, see what was written, and try again.",
)
CALC_REFUSED = Text(
    "Calc không làm được việc vừa yêu cầu ({detail}). Lưu sổ, đóng Calc rồi mở lại và làm lại.",
    "Calc refused what it was asked ({detail}). Save the workbook, restart Calc and try again.",
)
CALC_NEVER_SAVED = Text(
    "Sổ “{file}” chưa được lưu lần nào. Lưu sổ thành tệp rồi làm lại.",
    "“{file}” was never saved. Save it to a file and try again.",
)
