from __future__ import annotations

from xl_dialogue.questions.precedents import Memory, Precedent


def precedent(code: str, content: str, lead: str) -> Precedent:
    return Precedent(code, content, lead, "", (), "")


BIN = precedent(
    "CH01", "Khu trọ phường Mẫu ba ngày mới có xe gom rác, mùi hôi bay vào phòng", "UBND"
)
WATER = precedent(
    "CH02", "Nước máy phường Mẫu đục như nước gạo, có xe bồn nào chở nước không", "SXD"
)


def like(text: str, *known: Precedent) -> str:
    found = Memory(known).like(text)
    return found.code if found else ""


def test_the_same_question_in_other_spelling_is_recognised() -> None:
    assert (
        like("khu tro phuong Mau 3 ngay moi co xe gom rac, mui hoi bay vao phong", BIN, WATER)
        == "CH01"
    )


def test_a_question_on_another_matter_is_not() -> None:
    assert like("Phường Mẫu có xe buýt nào về khu trọ không", BIN, WATER) == ""


def test_two_leads_with_as_good_a_claim_decide_nothing() -> None:
    twin = precedent("CH03", BIN.content, "SXD")
    assert like(BIN.content, BIN, twin) == ""


def test_without_precedents_or_words_there_is_no_like() -> None:
    assert like("rác") == ""
    assert like("", BIN) == ""
