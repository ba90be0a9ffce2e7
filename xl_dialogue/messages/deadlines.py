"""The way to the conference: schedule, reminders, conclusions, who is invited for a question."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

# --- findings -------------------------------------------------------------------------------

SCHEDULE_TOO_TIGHT = Text(
    "Nhận câu hỏi đến hết {closing} thì không kịp hội nghị {date}: phân công, trả lời, tổng hợp "
    "cần {needed} ngày làm việc. Giữ ngày hội nghị thì khóa câu hỏi muộn nhất {latest}; giữ hạn "
    "câu hỏi thì sớm nhất họp được ngày {earliest}.",
    "Questions until {closing} are too late for a conference on {date}: assigning, answering and "
    "putting together take {needed} working days. Close by {latest}, or hold the conference on "
    "{earliest} at the earliest.",
)
ANSWERS_DUE_TOO_LATE = Text(
    "Hạn trả lời {due} không còn đủ {needed} ngày làm việc để tổng hợp trước hội nghị; muộn nhất "
    "{latest}.",
    "Answers on {due} leave less than {needed} working days to put them together; ask for them by "
    "{latest}.",
)
CONCLUSIONS_NOT_GIVEN = Text(
    "Còn {count} kết luận chưa thành nhiệm vụ; bấm Giao kết luận.",
    "{count} conclusions are no tasks yet; let them be given out.",
)
CONCLUSION_TASK_DIFFERS = Text(
    "Kết luận của câu hỏi {question} ghi {header} là “{said}”, nhiệm vụ này ghi “{here}”; sửa cho "
    "khớp.",
    "The conclusion on {question} has “{said}” as {header}, this task has “{here}”; make them "
    "agree.",
)

# --- the schedule ---------------------------------------------------------------------------

NO_CONFERENCE_DAY = Text(
    "Trang Hội nghị chưa có ngày hội nghị nên chưa tính lịch ngược được. Điền rồi làm lại.",
    "Sheet Hội nghị has no day of the conference to plan back from. Fill it in and try again.",
)
SCHEDULE_STEP_PLANNED = Text(
    "{step}: xong muộn nhất {weekday} {end} (bắt đầu {start}, {days} ngày làm việc){standing}",
    "{step}: by {weekday} {end} at the latest (begin on {start}, {days} working days){standing}",
)
SCHEDULE_STEP_FINISHED = Text(" · đã xong", " · finished")
SCHEDULE_STEP_DUE_NOW = Text(" · phải làm ngay", " · now")
SCHEDULE_STEP_LATE = Text(" · ĐÃ QUÁ HẠN", " · OVERDUE")
SCHEDULE_KEPT = Text(
    "Lịch ngược từ hội nghị {date}: kịp. Khóa câu hỏi {closing}, muộn nhất là {latest}; còn dư "
    "{spare} ngày làm việc.",
    "Planned back from {date}: it can be done. Questions close on {closing}, {latest} would be the "
    "latest; {spare} working days to spare.",
)
SCHEDULE_CLOSE_BY = Text(
    "Lịch ngược từ hội nghị {date}: khóa câu hỏi muộn nhất {latest}; trang Hội nghị chưa đặt hạn.",
    "Planned back from {date}: questions must close by {latest}; no deadline is set yet.",
)
SCHEDULE_IMPOSSIBLE = Text(
    "Lịch ngược từ hội nghị {date}: KHÔNG KỊP. Khóa câu hỏi {closing}, muộn nhất phải là "
    "{latest}. Giữ hạn ấy thì sớm nhất họp được ngày {earliest}. Chưa ghi hạn nào.",
    "Planned back from {date}: it CANNOT be done. Questions close on {closing}, {latest} would "
    "be the latest; {earliest} is the earliest day for the conference. No deadline is written.",
)
SCHEDULE_BEHIND = Text(
    "Tính đến {today}, việc “{step}” đáng lẽ xong ngày {end} mà sổ chưa ghi là xong. Xong ngay hôm "
    "nay thì sớm nhất họp được ngày {earliest} (chưa rút ngắn bước nào).",
    "As of {today}, “{step}” should have been finished on {end}, and nothing says it is. If it is "
    "finished today, {earliest} is the earliest day for the conference, no step being cut short.",
)
SCHEDULE_OVER = Text(
    "Hội nghị {date} đã qua; lịch dưới đây chỉ để xem lại.",
    "The conference of {date} is over; this is how it was to go.",
)
CONCLUSIONS_TO_GIVE = Text(
    "{count} kết luận thành nhiệm vụ mới ở cuối trang Nhiệm vụ; {known} kết luận đã giao từ trước.",
    "{count} conclusions become new tasks at the end of the sheet; {known} were given before.",
)

# --- reminders ------------------------------------------------------------------------------

REMIND_KEY = Text("Nhắc việc {code}", "Reminder {code}")
REMIND_ANSWER = Text("trả lời ý kiến, kiến nghị", "answer the petition")
REMIND_CONCLUSION = Text("thực hiện kết luận", "carry out the conclusion")
REMIND_TASK = Text("thực hiện nhiệm vụ", "carry out the task")
REMIND_IN = Text("còn {days} ngày", "{days} days left")
REMIND_TODAY = Text("đến hạn hôm nay", "due today")
REMIND_AFTER = Text("quá hạn {days} ngày", "{days} days overdue")
REMIND_ITEM = Text(
    "{code}: {work} “{said}”; hạn {due}, {standing}.", "{code}: {work} “{said}”; {due}, {standing}."
)
REMIND_NEAR = Text("sắp đến hạn", "nearly due")
REMIND_DUE = Text("đến hạn hôm nay", "due today")
REMIND_LATE = Text("đã quá hạn", "overdue")
REMIND_LONG = Text("quá hạn nhiều ngày", "long overdue")
REMIND_NEAR_OPENING = Text(
    "xin nhắc cơ quan, đơn vị các việc sắp đến hạn", "kindly reminds you of what is nearly due"
)
REMIND_DUE_OPENING = Text(
    "xin nhắc cơ quan, đơn vị các việc sau, trong đó có việc đến hạn hôm nay",
    "reminds you of the following, some of it due today",
)
REMIND_LATE_OPENING = Text(
    "đề nghị cơ quan, đơn vị thực hiện ngay các việc sau, trong đó có việc đã quá hạn",
    "asks you for the following, some of it overdue",
)
REMIND_LONG_OPENING = Text(
    "đề nghị lãnh đạo cơ quan, đơn vị trực tiếp chỉ đạo các việc sau, trong đó có việc đã quá hạn "
    "nhiều ngày",
    "asks your leadership to see to the following, some of it long overdue",
)
REMIND_NEAR_REQUEST = Text(
    "Đề nghị cơ quan, đơn vị hoàn thành đúng hạn. Việc nào đã xong, xin báo lại để cập nhật.",
    "Please finish in time, and tell us what is done already.",
)
REMIND_DUE_REQUEST = Text(
    "Đề nghị gửi kết quả trong ngày hôm nay. Việc nào đã xong, xin báo lại để cập nhật.",
    "Please send the results today, and tell us what is done already.",
)
REMIND_LATE_REQUEST = Text(
    "Đề nghị gửi kết quả ngay; việc chưa xong thì cho biết lý do và ngày hoàn thành.",
    "Please send the results at once, or tell us why not and by when.",
)
REMIND_LONG_REQUEST = Text(
    "Đề nghị báo cáo bằng văn bản, ngay trong hôm nay, lý do chậm và ngày hoàn thành.",
    "Please report in writing today why it is late and by when it will be done.",
)
REMIND_COPIED = Text(
    " Thư này đồng gửi lãnh đạo văn phòng để theo dõi.",
    " This letter goes in copy to the head of the office.",
)
REMIND_SUBJECT = Text(
    "Nhắc việc ({level}): {count} việc - {conference}", "Reminder ({level}): {count} - {conference}"
)
REMIND_BODY = Text(
    "Kính gửi {recipient},\n\nTính đến ngày {today}, {host} {opening} ({conference}):\n\n{items}\n"
    "\n{request}{copied}\n\nThông tin liên hệ: {contact}.\n\nTrân trọng./.",
    "To {recipient},\n\nAs of {today}, {host} {opening} ({conference}):\n\n{items}\n\n"
    "{request}{copied}\n\nContact: {contact}.\n",
)
NOBODY_TO_REMIND = Text(
    "Tính đến {today} không có việc nào sắp đến hạn hay quá hạn.",
    "As of {today} nothing is nearly due or overdue.",
)
REMINDERS_PLANNED = Text(
    "Tính đến {today}: {count} cơ quan có việc sắp đến hạn hoặc quá hạn; {late} cơ quan đã quá "
    "hạn, {long} cơ quan quá hạn trên {patience} ngày.",
    "As of {today}: {count} bodies have something nearly due or overdue; {late} are overdue, "
    "{long} of them by more than {patience} days.",
)
REMINDER_PLANNED = Text("{name}: {count} việc, {level}", "{name}: {count}, {level}")
REMINDERS_NOT_COPIED = Text(
    "Trang Hội nghị chưa điền “{label}” nên thư quá hạn nhiều ngày không có người đồng nhận.",
    "Sheet Hội nghị leaves “{label}” blank: nobody gets a copy of what is long overdue.",
)
REMINDERS_FOLDER = Text("Nhắc việc", "Nhắc việc")

# --- from questions to people ---------------------------------------------------------------

LOADS = Text(
    "{questions} câu hỏi (đã gộp câu trùng) có chủ trì, {bodies} cơ quan tham gia; {unassigned} "
    "câu chưa có chủ trì.",
    "{questions} questions (doubles merged) have a lead, {bodies} bodies take part; {unassigned} "
    "have none.",
)
LOAD = Text(
    "{name}: chủ trì {leads} (đã trả lời {answered}), phối hợp {coordinates}{invited}",
    "{name}: leads {leads} ({answered} answered), coordinates {coordinates}{invited}",
)
LOAD_NOT_INVITED = Text(" · CHƯA MỜI AI", " · NOBODY INVITED")
MORE_BODIES = Text("… và {count} cơ quan nữa.", "… and {count} bodies more.")
INVITE_MORE = Text(
    "{count} cơ quan chủ trì câu hỏi mà chưa có ai trong danh sách: {names}. Đề xuất mời cơ quan, "
    "trạng thái Dự kiến; duyệt xong thì đổi thành Mời. Nhóm: {group}.",
    "{count} bodies lead questions and have nobody on the list: {names}. They would be invited as "
    "agencies, planned; make it Mời once approved. Group: {group}.",
)
NOBODY_MORE = Text(
    "Cơ quan chủ trì nào cũng đã có người trong danh sách đại biểu ({planned} cơ quan còn ở trạng "
    "thái Dự kiến).",
    "Every body that leads has somebody on the list ({planned} are only planned).",
)
GROUP_TO_BE_CHOSEN = Text("chưa rõ, chọn tay", "to be chosen")
