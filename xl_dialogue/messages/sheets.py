"""Findings across sheets."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

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
MERGED_IN_A_CIRCLE = Text(
    "“{header}” dẫn vòng trở lại chính câu {code}; xóa ô này ở câu được giữ lại.",
    "“{header}” leads round to {code} itself; clear the cell of the question that is kept.",
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
STATUS_WITHOUT_LEAD = Text(
    "Trạng thái là “{status}” nhưng chưa có đơn vị chủ trì; chọn đơn vị hoặc để “Mới”.",
    "The status says “{status}” but there is no lead; choose one, or leave it new.",
)
RETURN_WITHOUT_REASON = Text(
    "Câu hỏi bị trả lại mà chưa ghi vì sao; ghi lý do vào cột “{header}”.",
    "The question was returned without a reason; write it under “{header}”.",
)
ANSWER_NOT_MARKED = Text(
    "Đã có nội dung trả lời nhưng trạng thái là “{status}”; chọn “Đã trả lời” nếu đã xong.",
    "There is an answer, but the status says “{status}”; mark it as answered if it is.",
)
ANSWER_DATE_NOT_MARKED = Text(
    "Có ngày trả lời nhưng trạng thái không phải “Đã trả lời” hay “Trả lại”.",
    "There is a day of the answer, but the status says neither answered nor returned.",
)
ANSWERED_BEFORE_RECEIVED = Text(
    "Ngày trả lời {answered} trước ngày nhận câu hỏi {received}.",
    "Answered on {answered}, before it was received on {received}.",
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
SYMBOL_FORM = Text(
    "Ký hiệu chỉ gồm phần đứng sau số và dấu gạch chéo, ví dụ GM-UBND; không có dấu cách, dấu /.",
    "A symbol is what follows number and slash, such as GM-UBND, without blanks or slashes.",
)
FIRST_NUMBER = Text(
    "Số đầu tiên phải là số nguyên từ 1 trở lên.",
    "The first number must be a whole one, 1 or more.",
)
AUTHORITY_FORM = Text(
    "Quyền hạn ký phải bắt đầu bằng chữ viết tắt có dấu chấm: TM., KT., TL., TUQ. hoặc Q., "
    "ví dụ “TL. CHỦ TỊCH”.",
    "The authority must begin with an abbreviation and its point: TM., KT., TL., TUQ. or Q., "
    "such as “TL. CHỦ TỊCH”.",
)
SIGNER_TITLED = Text(
    "Trước họ tên người ký không ghi “{titles}” (Nghị định 30); chỉ ghi “{name}”.",
    "A signer's name stands without “{titles}” (Decree 30): only “{name}”.",
)
