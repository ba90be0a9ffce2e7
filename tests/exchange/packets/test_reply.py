"""What an office may do to a packet, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from mailed import KEY, cells, merged, said, sent, tables_of
from tables import plan_of

from xl_dialogue.exchange.packets.reply import label_of
from xl_dialogue.exchange.packets.sealing import Label, is_genuine
from xl_dialogue.exchange.reading.tables import Table
from xl_dialogue.messages import PACKET_LABELS

PLAN = plan_of(
    departments="""
        code | name
        SXD  | Sở Xây dựng
        SNV  | Sở Nội vụ
    """,
    questions="""
        code | content     | lead | coordinators | status  | answer  | answered_on
        CH01 | Nhà ở?      | SXD  |              | Đã giao |         |
        CH02 | Lương?      | SXD  |              | Đã giao | Đã nói  |
        CH03 | Hợp đồng?   | SNV  | SXD          | Đã giao |         |
    """,
)
PACKET = sent(PLAN)["SXD"]
STATUS, ANSWER, ANSWERED_ON, MARK = 6, 7, 8, 9
Rows = list[list[Any]]


def told(change: Callable[[Rows], object]) -> list[tuple[str, str]]:
    """What is remarked when somebody has done this to the rows; the first is the header."""
    [table] = tables_of(PACKET)
    change(table.rows)
    outcome = merged(PLAN, PACKET, [table])
    assert outcome.changes == []
    return said(outcome)


def taken(change: Callable[[Rows], object]) -> list[tuple[int, str, object]]:
    [table] = tables_of(PACKET)
    change(table.rows)
    outcome = merged(PLAN, PACKET, [table])
    assert outcome.remarks == []
    return cells(outcome)


def typed(row: int, column: int, value: object) -> Callable[[Rows], object]:
    return lambda rows: rows[row].__setitem__(column, value)


def test_nothing_done_nothing_said() -> None:
    assert taken(len) == []


def test_an_answer_is_taken() -> None:
    assert taken(typed(1, ANSWER, " Quý III có 200 căn. ")) == [
        (2, "answer", "Quý III có 200 căn.")
    ]


def test_a_choice_may_be_cased_as_people_do() -> None:
    assert taken(typed(1, STATUS, "đã TRẢ lời")) == [(2, "status", "Đã trả lời")]


def test_a_date_may_be_typed_as_text() -> None:
    [(row, column, value)] = taken(typed(1, ANSWERED_ON, "20/5/2022"))
    assert (row, column, f"{value:%d/%m/%Y}") == (2, "answered_on", "20/05/2022")


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (typed(1, STATUS, "Xong rồi"), "Câu hỏi!G2", "“Xong rồi” không ghi được"),
        (typed(1, ANSWERED_ON, "hôm qua"), "Câu hỏi!I2", "“hôm qua” không ghi được"),
        (typed(1, 1, "Nhà ở xã hội?"), "Câu hỏi!B2", "ô chỉ để xem bị sửa"),
        (typed(3, ANSWER, "Chúng tôi thấy…"), "Câu hỏi!H4", "ô chỉ để xem bị sửa"),
        (typed(1, MARK, "0badc0de"), "Câu hỏi!J2", "không phải dấu đã gửi"),
        (typed(1, MARK, None), "Câu hỏi!J2", "không phải dấu đã gửi"),
        (typed(0, ANSWER, "Trả lời của Sở"), "Câu hỏi!A1", "không còn cột “Nội dung trả lời”"),
        (lambda rows: rows.append([None, "Thêm?", *[None] * 8]), "Câu hỏi!A5", "Dòng thêm: “Thêm?”"),
        (lambda rows: rows.append(["CH99", "Lạ?", *[None] * 8]), "Câu hỏi!A5", "CH99 không có trong gói"),
        (lambda rows: rows.pop(2), "Câu hỏi", "1 dòng không còn trong tệp (CH02)"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_was_sent_is_told_with_its_place(
    change: Callable[[Rows], object], place: str, words: str
) -> None:
    remarks = told(change)
    assert any(at == place and words in sentence for at, sentence in remarks), remarks


def test_a_row_twice_with_other_words_is_not_taken() -> None:
    def double(rows: Rows) -> None:
        rows.append([*rows[1][:ANSWER], "Khác", *rows[1][ANSWER + 1 :]])

    assert told(double) == [
        ("Câu hỏi!A5", "Mã CH01 có nhiều dòng nói khác nhau: không nhận dòng nào.")
    ]


def test_a_row_twice_with_the_same_words_is_one() -> None:
    def double(rows: Rows) -> None:
        rows[1][ANSWER] = "Có"
        rows.append([*rows[1]])

    assert taken(double) == [(2, "answer", "Có")]


def test_a_column_twice_is_not_taken() -> None:
    def double(rows: Rows) -> None:
        for row in rows:
            row.append(row[ANSWER])
        rows[1][ANSWER] = "Có"

    assert "hai cột “Nội dung trả lời”" in told(double)[0][1]


def test_a_column_of_their_own_is_told_and_the_rest_taken() -> None:
    [table] = tables_of(PACKET)
    for row, value in zip(table.rows, ("Ghi chú riêng", "x", None, None), strict=True):
        row.append(value)
    table.rows[1][ANSWER] = "Có"
    outcome = merged(PLAN, PACKET, [table])
    assert [sentence for _, sentence in said(outcome)] == [
        "Cột thêm “Ghi chú riêng”: không có chỗ trong sổ, không nhận."
    ]
    assert cells(outcome) == [(2, "answer", "Có")]


def test_columns_may_be_moved() -> None:
    assert taken(lambda rows: [row.reverse() for row in rows]) == []


def test_rows_of_another_packet_are_not_taken() -> None:
    other = sent(PLAN)["SNV"]
    [table] = tables_of(other)
    table.rows[1][ANSWER] = "Có"
    assert merged(PLAN, PACKET, [table]).changes == []


def test_text_blanked_by_them_waits_for_a_person() -> None:
    [table] = tables_of(PACKET)
    table.rows[2][ANSWER] = None
    [conflict] = merged(PLAN, PACKET, [table]).conflicts
    assert (conflict.answer.base, conflict.ours, conflict.answer.theirs) == ("Đã nói", "Đã nói", "")


def test_a_sheet_that_is_gone_is_told() -> None:
    outcome = merged(PLAN, PACKET, [Table("Khác", [["a"]])])
    assert said(outcome) == [
        ("", "Không thấy trang Câu hỏi trong tệp: không nhận gì của trang đó.")
    ]


def test_the_label_is_found_on_whatever_sheet_it_stands() -> None:
    rows: Rows = [
        ["x", None],
        *([each.vi, part] for each, part in zip(PACKET_LABELS, PACKET.label, strict=True)),
    ]
    assert label_of([Table("Bìa", rows)]) == PACKET.label
    assert label_of([Table("Bìa", rows[:-1])]) is None


@pytest.mark.parametrize("part", Label._fields)
def test_a_label_with_another_word_in_it_is_no_longer_genuine(part: str) -> None:
    assert is_genuine(PACKET.label, KEY)
    assert not is_genuine(PACKET.label._replace(**{part: "khác"}), KEY)
    assert not is_genuine(PACKET.label, b"")
