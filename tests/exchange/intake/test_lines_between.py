"""Headings, totals and signatures stand among the rows, in whichever column somebody typed them."""

from __future__ import annotations

from pathlib import Path

import offices
import pytest
from tables import plan_of

from xl_dialogue import messages
from xl_dialogue.exchange.intake.deciding import Intake, intake

PLAN = plan_of(delegates="code | full_name", questions="code | content")
HEADER = ("STT", "Họ và tên", "Đơn vị", "Điện thoại")
NAMELESS = ("STT", "Họ và tên", "Chức vụ", "Điện thoại")
ONE = (1, "Nông Văn Một", None, "0900000101")
TWO = (2, "Nông Thị Hai", None, "0900000102")


def taken(folder: Path, *lines: offices.Line) -> Intake:
    return intake(PLAN, [offices.workbook(folder / "a.xlsx", *lines)])


def column(done: Intake, name: str) -> list[object]:
    return [each.values.get(name, "") for each in done.added]


def skipped(done: Intake, row: int) -> messages.Text:
    return next(left.why.text for left in done.read.skipped if left.origin.row == row)


def test_a_section_typed_where_the_numbers_stand_names_the_unit(tmp_path: Path) -> None:
    done = taken(tmp_path, NAMELESS, ("I. Công ty Vidu",), ONE, ("II. Công ty Mẫu",), TWO)
    assert column(done, "unit") == ["Công ty Vidu", "Công ty Mẫu"]
    assert skipped(done, 2) == messages.SKIPPED_SECTION


def test_a_total_typed_where_the_numbers_stand_is_a_total(tmp_path: Path) -> None:
    assert skipped(taken(tmp_path, HEADER, ONE, ("Tổng cộng",)), 3) == messages.SKIPPED_TOTAL


def test_signatures_typed_where_the_numbers_stand_begin_there(tmp_path: Path) -> None:
    done = taken(tmp_path, HEADER, ONE, ("NGƯỜI LẬP BIỂU",), (None, "Lục Văn Ký"))
    assert column(done, "full_name") == ["Nông Văn Một"]
    assert skipped(done, 4) == messages.SKIPPED_SIGNATURE


@pytest.mark.parametrize("said", [("Đơn vị: Công ty Mẫu",), ("Đơn vị:", "Công ty Mẫu")])
@pytest.mark.parametrize("header", [NAMELESS, NAMELESS[1:]])
def test_what_is_said_above_a_second_table_goes_for_its_rows(
    header: offices.Line, said: offices.Line, tmp_path: Path
) -> None:
    one, two = (row[-len(header) :] for row in (ONE, TWO))
    done = taken(tmp_path, ("Đơn vị: Công ty Vidu",), header, one, (), said, header, two)
    assert column(done, "unit") == ["Công ty Vidu", "Công ty Mẫu"]
    assert skipped(done, 5) == messages.SKIPPED_SECTION


@pytest.mark.parametrize("name", ["Đại diện Công ty Vidu", "Thư ký"])
@pytest.mark.parametrize("reached", [("Công ty Vidu", None), (None, "0900000100")])
def test_who_can_be_reached_has_not_signed(
    name: str, reached: tuple[str | None, str | None], tmp_path: Path
) -> None:
    others = [(None, "Nông Văn Một", "Công ty Vidu"), (None, "Nông Thị Hai", "Công ty Vidu")]
    done = taken(tmp_path, HEADER, (None, name, *reached), *others)
    assert column(done, "full_name") == [name, "Nông Văn Một", "Nông Thị Hai"]


def test_rows_below_one_like_a_signature_are_rows_where_they_can_be_reached(tmp_path: Path) -> None:
    done = taken(tmp_path, HEADER, (None, "Thư ký"), (None, "Nông Văn Một", "Công ty Vidu"))
    assert column(done, "full_name") == ["Nông Văn Một"]


def test_a_name_among_signatures_calls_for_a_report(tmp_path: Path) -> None:
    assert taken(tmp_path, HEADER, (None, "Thư ký"), (None, "Nông Văn Một")).calls_for_a_report
    assert not taken(tmp_path, HEADER, (None, "Thư ký"), (None, "(Ký tên)")).calls_for_a_report


def test_a_ditto_below_a_blank_says_nothing(tmp_path: Path) -> None:
    rows = [(1, "Nông Văn Một", "Công ty Vidu"), TWO, (3, "Nông Văn Ba", "nt")]
    done = taken(tmp_path, HEADER, *rows)
    assert column(done, "unit") == ["Công ty Vidu", "", ""]
    assert messages.NOTED_DITTO_NOTHING in [note.why.text for note in done.notes]
