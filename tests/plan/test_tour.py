from __future__ import annotations

import pandas as pd
import pytest

from xl_dialogue.plan.tour import Place, Stop, next_stop, stops

LIST = "Kiểm tra"


def listed(table: str) -> list[Stop]:
    """The sheet `Kiểm tra` drawn: place | severity | message; its first row is Excel's row 2."""
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    index = range(2, len(rows) + 2)
    listing = pd.DataFrame(rows, columns=["place", "severity", "message"], index=index)
    return stops(listing, ["Hội nghị", "Câu hỏi", "Đại biểu", LIST])


FOUND = listed("""
    Hội nghị!B7 | Lỗi     | ngày dự kiến
    Câu hỏi!G5  | Lỗi     | không có mã
    Câu hỏi!B9  | Nên xem | ngày là chữ
    Câu hỏi!G5  | Nên xem | viết tắt
    Đại biểu!C3 | Nên xem | viết hoa
""")


def test_a_cell_with_several_findings_is_one_stop_that_says_them_all() -> None:
    assert [(stop.title, stop.cell, stop.listed) for stop in FOUND] == [
        ("Hội nghị", "B7", 2),
        ("Câu hỏi", "G5", 3),
        ("Câu hỏi", "B9", 4),
        ("Đại biểu", "C3", 6),
    ]
    assert FOUND[1].said == "Lỗi: không có mã · Nên xem: viết tắt"


@pytest.mark.parametrize(
    ("at", "step", "cell"),
    [
        (("Hội nghị", "B7"), 1, "G5"),
        (("Câu hỏi", "G5"), 1, "B9"),
        (("Câu hỏi", "G5"), -1, "B7"),
        (("Đại biểu", "C3"), 1, "B7"),  # after the last comes the first
        (("Hội nghị", "B7"), -1, "C3"),
        (("Câu hỏi", "A6"), 1, "B9"),  # beside a finding: the next one below on the sheet
        (("Câu hỏi", "A6"), -1, "G5"),
        (("Nhiệm vụ", "A1"), 1, "B7"),  # a sheet without findings: from the start
        ((LIST, "A4"), 1, "B9"),  # on the list: the finding of the row
        ((LIST, "A1"), 1, "B7"),
        ((LIST, "A5"), 1, "B9"),  # a second finding of a cell that was listed before
        ((LIST, "B40"), -1, "C3"),
    ],
)
def test_the_next_stop_follows_from_where_the_person_is(
    at: tuple[str, str], step: int, cell: str
) -> None:
    assert next_stop(FOUND, Place(*at), step, LIST).cell == cell


def test_going_on_visits_every_stop_and_comes_round() -> None:
    at, seen = FOUND[0].place, []
    for _ in FOUND:
        at = next_stop(FOUND, at, 1, LIST).place
        seen.append(at)
    assert sorted(seen) == sorted(stop.place for stop in FOUND)
    assert at == FOUND[0].place


@pytest.mark.parametrize("place", ["Cả sổ", "Đã xóa!A1", "Câu hỏi!", "Câu hỏi!7", "Câu hỏi!AAAA1"])
def test_a_place_that_is_not_there_is_passed_over(place: str) -> None:
    assert listed(f"{place} | Lỗi | không rõ") == []
