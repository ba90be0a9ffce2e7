"""Why a question goes where, what the corrections teach, and what a law answers already."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

REASON = Text("{phrases} → {lead}", "{phrases} → {lead}")
REASON_BASIS = Text(" ({basis})", " ({basis})")
REASON_LIKE = Text(
    "giống câu {code} đã giao ({share}%) → {lead}", "like question {code}, led ({share}%) → {lead}"
)
REASON_WITH = Text("; phối hợp: {coordinators}", "; with {coordinators}")
WITH_BY_TOPIC = Text("{name}", "{name}")
WITH_FOR_ASKER = Text(
    "{name} (vì người hỏi là đoàn viên, người lao động)", "{name} (the asker is a worker or member)"
)
WITH_FOR_MONEY = Text("{name} (vì liên quan kinh phí)", "{name} (public money)")
WITH_FOR_PLACE = Text("{name} (nơi có việc được hỏi)", "{name} (where it happens)")
WITH_AS_NAMED = Text("{name} (được nêu tên)", "{name} (named in the question)")
WITH_FOR_PHRASE = Text("{name} (vì cũng nói “{phrase}”)", "{name} (for “{phrase}”)")
LEFT_FOR_A_PERSON = Text("Cần người quyết: ", "For a person to decide: ")
REASON_VAGUE = Text(
    LEFT_FOR_A_PERSON.vi + "{phrases} chưa đủ rõ; có thể là {candidates}",
    LEFT_FOR_A_PERSON.en + "{phrases} is not enough; perhaps {candidates}",
)
REASON_NOTHING = Text(
    LEFT_FOR_A_PERSON.vi + "không thấy cụm từ nào của danh mục lĩnh vực",
    LEFT_FOR_A_PERSON.en + "no phrase of the catalogue occurs",
)
LIKENESS = Text(
    "Cùng: {shared}. Riêng câu này: {own}. Riêng câu kia: {others}",
    "Both: {shared}. Only this one: {own}. Only the other: {others}",
)
LIKENESS_NONE = Text("không có", "nothing")
LEARNT = Text(
    "Lĩnh vực {topic}: thêm từ khóa “{phrase}” (học từ câu {codes}, đã giao {lead}).",
    "Topic {topic}: keyword “{phrase}” (from question {codes}, led by {lead}).",
)
NOTHING_TO_LEARN = Text(
    "Không có chỗ nào người dùng giao khác đề xuất mà thêm từ khóa được.",
    "No correction from which a keyword could be learnt.",
)
NOT_LEARNT = Text(
    "Câu {code} đã giao {lead} nhưng chưa tìm được cụm từ nào đủ riêng: nên tự thêm từ khóa "
    "hoặc lĩnh vực.",
    "Question {code}, led by {lead}: no phrase is particular enough; add a keyword by hand.",
)
KEYWORD_SHARED = Text(
    "Từ khóa “{phrase}” có ở {count} lĩnh vực của các cơ quan khác nhau ({topics}): không còn "
    "phân biệt được ai chủ trì.",
    "Keyword “{phrase}” is claimed by {count} topics of different leads ({topics}).",
)
TOPIC_WITHOUT_LEAD = Text(
    "Lĩnh vực “{topic}” không có cơ quan chủ trì còn hoạt động vào ngày hội nghị: chương trình bỏ "
    "qua lĩnh vực này khi phân công.",
    "Topic “{topic}” has no lead in force on the day: it is left out of the assignment.",
)
ANSWER_BY_LAW = Text("Nội dung này đã được quy định tại {law}.", "This is settled by {law}.")
ANSWER_BY_LAW_CENTRAL = Text(
    "Nội dung này đã được quy định tại {law}, thuộc thẩm quyền của trung ương; tỉnh giải thích quy "
    "định hiện hành và tổng hợp ý kiến để kiến nghị cấp có thẩm quyền.",
    "This is settled by {law}, which is for the central authorities; the province explains it and "
    "hands the opinion on.",
)
SETTLED_BY_LAW = Text(
    "{count} câu thuộc lĩnh vực luật đã quy định, có thể trả lời bằng viện dẫn (đọc lại từng câu):",
    "{count} questions are of topics that a law settles; read each before it is answered so:",
)
SETTLED_TOPIC = Text("{topic}: {codes}. {answer}", "{topic}: {codes}. {answer}")
