from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dialogue.questions.splitting import split


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. Nhà trẻ bao giờ có? 2. Đề nghị tăng lương tối thiểu.", 2),
        ("1- Nhà trẻ bao giờ có?\n2- Đề nghị tăng lương.\n3- Xin hỗ trợ tiền điện khu trọ.", 3),
        ("Câu 1: Khi nào có nhà trẻ? Câu 2: Mức đóng BHXH năm nay bao nhiêu?", 2),
        ("a) Bệnh viện thiếu thuốc. b) Trạm xá không có bác sĩ. c) Đường sạt lở.", 3),
        ("I/ Về lương: đề nghị nâng lương. II/ Về nhà ở: đề nghị xây nhà cho thuê.", 2),
        ("Một là, đề nghị trả nợ bảo hiểm; hai là, đề nghị tăng chuyến xe buýt.", 2),
        ("mot la luong thap xin tang, hai la khu tro mat nuoc xin cap nuoc deu", 2),
        ("Xin có hai kiến nghị: Thứ nhất, sửa đường liên xã. Thứ hai, cấp nước sạch.", 2),
        ("+ Đề nghị tăng phụ cấp thôn đội\n+ Đề nghị lắp đèn đường\n+ Đề nghị phủ sóng", 3),
        ("Công ty nợ lương ba tháng. Ngoài ra, đường vào xưởng ổ gà, đề nghị sửa.", 2),
        ("Đề nghị sửa cầu treo hư hỏng. Đồng thời đề nghị thêm giáo viên cho điểm trường.", 2),
        ("Em hỏi chế độ ốm đau. Nhân đây cũng đề nghị mở tuyến xe buýt tới khu Đề Thám.", 2),
        ("Đề nghị hai nội dung: xây nhà trẻ cho con công nhân; lắp đèn đường vào khu trọ.", 2),
        ("Về y tế: trạm xá thiếu thuốc. Về giáo dục: trường thiếu giáo viên tiếng Anh.", 2),
    ],
)
def test_petitions_that_are_counted_up_or_turned_to_are_taken_apart(text: str, parts: int) -> None:
    assert len(split(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂🙂",
        "1.",
        "1) Đề nghị sửa đường.",
        "- Đề nghị lắp đèn đường ở tổ 5",
        "Please fix the road. Also, the school needs a teacher.",
        "Đề nghị kiểm tra việc xả thải của nhà máy, đồng thời xử lý nghiêm các vi phạm.",
        "Đề nghị sửa đường vào xóm. Đồng thời mở rộng đường cho xe tải đi được.",
        "Hồ sơ gồm: 1. đơn đề nghị, 2. bản sao căn cước, 3. sổ bảo hiểm. Sao chưa giải quyết?",
        "Theo Điều 1 và Điều 2 của Nghị định 61, tôi có được hưởng phụ cấp không?",
        "Tôi làm ca 1, ca 2, ca 3 luân phiên, xin hỏi phụ cấp ca đêm tính ra sao?",
        "Ngày 1/7/2021 tôi nghỉ việc, ngày 2/8/2021 nộp hồ sơ, nay chưa có trợ cấp.",
        "Đề nghị hỗ trợ các đối tượng: a) công nhân mất việc; b) giáo viên hợp đồng.",
        "Tôi ngã ở mỏ, gãy tay. Công ty không khai báo. Tôi nằm viện hai tháng. Ai chịu?",
        "Thứ hai tuần trước tôi nộp hồ sơ, thứ ba họ trả lại. Bao giờ tôi có sổ đỏ?",
        "Bệnh viện thiếu thuốc vì: thứ nhất đấu thầu chậm, thứ hai chậm giao. Đề nghị gỡ.",
        "Thi đua - khen thưởng chỉ dành cho lãnh đạo - đề nghị xem lại",
        "Có 2 lý do tôi xin tăng phụ cấp: 1) đường xa, 2) xăng đắt. Mong tỉnh xem xét.",
    ],
)
def test_background_reasons_and_examples_of_one_matter_stay_with_it(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("times", [50, 500])
def test_however_often_a_text_turns_little_of_it_is_read_again(times: int) -> None:
    read: list[str] = []

    def lead_of(text: str) -> str:
        read.append(text)
        return "SXD"

    petition = "Đề nghị sửa đường vào bản. " * 20
    assert len(split(f"{petition} Ngoài ra, " * times + petition, lead_of)) == 1
    assert len(read) <= 120
    assert max(map(len, read), default=0) <= 2_000


def test_each_part_is_read_alone_without_its_number_and_without_courtesies() -> None:
    text = "Kính gửi hội nghị: (1) Xin sửa đường vào bản; (2) Xin kéo điện. Xin trân trọng cảm ơn!"
    assert split(text) == ["Xin sửa đường vào bản", "Xin kéo điện."]


def test_sentences_that_ask_different_bodies_are_apart_where_it_is_known_who_answers() -> None:
    text = "Bao giờ sửa đường vào nhà máy? Khi nào tăng lương cơ sở cho viên chức?"

    def lead_of(said: str) -> str:
        return "SGT" if "đường" in said else "SNV" if "lương" in said else ""

    assert split(text) == [text]
    assert len(split(text, lead_of)) == 2
    assert len(split(text + " Việc ấy ai lo?", lead_of)) == 2


@given(st.text(max_size=300))
def test_nothing_that_is_asked_is_lost_or_invented(text: str) -> None:
    parts, whole = split(text), normalize("NFC", text)
    assert parts
    assert all(part in whole for part in parts)


def test_a_text_without_end_is_read_to_its_end() -> None:
    words = "đề nghị tỉnh xem xét " * 1_000
    assert split(words) == [words.strip()]
    assert len(split(f"1. {words} 2. {words}")) == 2
