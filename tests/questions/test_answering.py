"""The answers to the texts of a file."""

from __future__ import annotations

import pytest
from questions.routed import shipped_plan

from xl_dialogue.questions.answering import answer_all

ASKED = [
    ("1", "Công ty nợ BHXH sáu tháng, công nhân không chốt được sổ, đề nghị giải quyết."),
    ("2", "1. Đề nghị sửa đường vào khu công nghiệp. 2. Công ty nợ lương ba tháng nay."),
    ("3", "cong ty no bhxh sau thang, cong nhan khong chot duoc so, de nghi giai quyet"),
    ("4", ""),
    ("5", "Xin hỏi."),
]


@pytest.mark.parametrize("processes", [2, 4, 9])
def test_several_processes_say_what_one_says(processes: int) -> None:
    plan = shipped_plan()
    [*alone] = answer_all(ASKED, plan)
    assert [answer["duplicate_of"] for answer in alone] == [None, None, "1", None, None]
    assert [bool(answer["parts"]) for answer in alone] == [False, True, False, False, False]
    assert list(answer_all(ASKED, plan, processes=processes)) == alone


def test_of_no_texts_nothing_is_said_however_many_processes() -> None:
    assert list(answer_all([], shipped_plan(), processes=3)) == []
