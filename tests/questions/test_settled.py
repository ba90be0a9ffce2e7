"""What the law answers already is told by the topics of which the catalogue names the law."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tables import plan_of

from xl_dialogue.office.sheets import data
from xl_dialogue.questions.settled import settled, told

PLAN = plan_of(
    topics="""
        code | name          | settled_by                   | authority
        LV1  | Tuổi nghỉ hưu | Điều 169 Bộ luật Lao động    | Trung ương
        LV2  | Phép năm      | Điều 113 Bộ luật Lao động    | Doanh nghiệp
        LV3  | Nhà ở         |                              | Tỉnh
    """,
    questions="""
        code | content | topic | status     | duplicate_of
        CH1  | Hưu?    | LV1   |            |
        CH2  | Hưu?    | LV1   | Đã trả lời |
        CH3  | Hưu?    | LV1   |            | CH1
        CH4  | Nhà?    | LV3   |            |
        CH5  | Phép?   | LV2   | Đã giao    |
        CH6  | Gì?     |       |            |
        CH7  | Hưu?    | LV1   | Trả lại    |
    """,
)


def test_open_questions_of_a_topic_whose_law_is_named_are_found_once() -> None:
    assert [(each.code, each.law) for each in settled(PLAN)] == [
        ("CH1", "Điều 169 Bộ luật Lao động"),
        ("CH5", "Điều 113 Bộ luật Lao động"),
    ]


def test_what_only_the_centre_can_change_is_said_to_be_the_centres() -> None:
    central, ordinary = (each.standard_answer() for each in settled(PLAN))
    assert central.startswith("Nội dung này đã được quy định tại Điều 169")
    assert "trung ương" in central
    assert "trung ương" not in ordinary


def test_they_are_told_topic_by_topic() -> None:
    said = [each.say() for each in told(PLAN)]
    assert said[0].startswith("2 câu thuộc lĩnh vực luật đã quy định")
    assert said[1].startswith("Tuổi nghỉ hưu: CH1. Nội dung này")


def test_the_shipped_catalogue_names_exact_provisions_only() -> None:
    path = Path(data.__file__).parent / "facts" / "topics.csv"
    with path.open(encoding="utf-8", newline="") as file:
        laws = {row["code"]: row["settled_by"] for row in csv.DictReader(file) if row["settled_by"]}
    assert len(laws) >= 7
    for code, law in laws.items():
        assert re.match(r"Điều \d+ .*(Luật|luật|Nghị định|Nghị quyết) .*\d{4}", law), code
