"""Why a question goes where."""

from __future__ import annotations

from xl_dialogue.messages.words import Text

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
LIKENESS = Text(
    "Cùng: {shared}. Riêng câu này: {own}. Riêng câu kia: {others}",
    "Both: {shared}. Only this one: {own}. Only the other: {others}",
)
LIKENESS_NONE = Text("không có", "nothing")
