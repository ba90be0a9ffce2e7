"""The same row twice adds nothing, however its file is called by now."""

from __future__ import annotations

import shutil
from pathlib import Path

import offices
import openpyxl
import pandas as pd
from offices import workbook
from tables import plan_of

from xl_dialogue.addresses import letters
from xl_dialogue.exchange.intake.deciding import Intake, intake
from xl_dialogue.plan.plan import Cells, Plan, plan_from
from xl_dialogue.plan.sheets import BY_NAME

EMPTY = plan_of(delegates="code | full_name", questions="code | content")


def after(done: Intake, **edited: object) -> Plan:
    """The plan that holds the rows, in which somebody may have written over some columns since."""
    cells = {}
    for name in ("delegates", "questions"):
        rows = [each.values | edited for each in done.added if each.sheet == name]
        columns = [column.name for column in BY_NAME[name].columns]
        values = pd.DataFrame(
            {column: [row.get(column) for row in rows] for column in columns},
            index=pd.Index(range(2, len(rows) + 2), dtype="int64"),
            dtype="object",
        )
        places = {column: letters(at) for at, column in enumerate(columns, 1)}
        cells[name] = Cells(values, places)
    return plan_from(cells)


def test_the_same_file_twice_adds_nothing(tmp_path: Path) -> None:
    for office in offices.OFFICES:
        path = office(tmp_path)
        first = intake(EMPTY, [path])
        again = intake(after(first), [path])
        assert (len(again.added), len(again.already)) == (0, len(first.added))


def test_not_even_under_another_name_and_that_is_told(tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    first = intake(EMPTY, [path])
    other = shutil.copy(path, tmp_path / "ban-sao.xlsx")
    again = intake(after(first), [Path(other)])
    assert again.added == []
    [said] = again.renamed
    assert said.say() == (
        "Tệp “ban-sao.xlsx” có nội dung như tệp “gon.xlsx” đã nhập trước; không thêm gì."
    )


def test_nor_after_somebody_has_mended_the_rows_in_the_plan(tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    mended = after(intake(EMPTY, [path]), full_name="Nông Văn Sửa", unit="Công ty Khác")
    assert intake(mended, [path]).added == []


def test_nor_when_it_is_given_twice_at_once(tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    done = intake(EMPTY, [path, path])
    assert (len(done.added), len(done.already)) == (2, 2)


def test_a_delegate_typed_by_hand_is_known_by_what_the_row_says(tmp_path: Path) -> None:
    plan = plan_of(
        delegates="""
            code | full_name    | unit         | phone
            D001 | nông văn một | Công ty VIDU | '0900000101
        """
    )
    done = intake(plan, [offices.tidy(tmp_path)])
    [line] = done.already
    assert line.why.say() == "Đã có ở dòng D001 (người gõ vào sổ)"


def test_a_namesake_with_another_phone_is_another_row(tmp_path: Path) -> None:
    plan = plan_of(
        delegates="""
            code | full_name    | unit         | phone
            D001 | Nông Văn Một | Công ty Vidu | '0900000999
        """
    )
    assert len(intake(plan, [offices.tidy(tmp_path)]).added) == 2


def test_what_nobody_signed_may_have_been_asked_by_two(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["Nội dung"], ["Tăng lương?"], ["Tăng lương?"])
    first = intake(EMPTY, [path])
    assert len(first.added) == 2
    assert intake(after(first), [path]).added == []


def test_what_one_person_asks_twice_is_asked_once(tmp_path: Path) -> None:
    line = ["Lục Văn Hỏi", "Tăng lương?"]
    done = intake(EMPTY, [workbook(tmp_path / "a.xlsx", ["Người hỏi", "Nội dung"], line, line)])
    assert (len(done.added), len(done.already)) == (1, 1)


def test_a_corrected_file_adds_what_it_corrects_and_says_so(tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    plan = after(intake(EMPTY, [path]))
    book = openpyxl.load_workbook(path)
    book["Sheet1"]["E2"] = "0900000777"
    book.save(path)
    done = intake(plan, [path])
    assert len(done.added) == 1
    assert any("Cùng tệp, cùng dòng với D001" in note.why.say() for note in done.notes)
