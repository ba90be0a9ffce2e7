from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import openpyxl
from jobs_done import done, sheet
from tables import Alter

Altered = Callable[[Alter], Path]


def test_every_cell_written_is_in_the_journal_and_a_second_run_has_nothing_to_do(
    plan_file: Path,
) -> None:
    first = done("assign", plan_file)
    cells = sheet(plan_file, "Nhật ký")
    assert f"A{len(first.changes) + 1}" in cells
    assert (cells["B2"], cells["C2"], cells["D2"]) == (
        "19/05/2022 08:00:00",
        "Phân công",
        "Câu hỏi",
    )
    assert done("assign", plan_file).changes == []


def test_undo_keeps_what_somebody_changed_since(plan_file: Path) -> None:
    before = sheet(plan_file, "Câu hỏi")
    written = done("assign", plan_file).changes
    book = openpyxl.load_workbook(plan_file, keep_vba=True)
    book["Câu hỏi"]["G3"] = "CAT"
    book.save(plan_file)
    undone = done("undo", plan_file)
    after = sheet(plan_file, "Câu hỏi")
    assert len(undone.changes) == len(written) - 1
    assert {at for at in after if after[at] != before.get(at)} == {"G3"}
    assert done("undo", plan_file).changes == []


def test_undo_finds_its_rows_after_they_were_sorted(altered: Altered, plan_file: Path) -> None:
    done("assign", plan_file)

    def turn_round(book: openpyxl.Workbook) -> None:
        page = book["Câu hỏi"]
        rows = [[cell.value for cell in row] for row in page["A2:T151"]]
        for row, values in zip(page["A2:T151"], reversed(rows), strict=True):
            for cell, value in zip(row, values, strict=True):
                cell.value = value

    altered(turn_round)
    done("undo", plan_file)
    cells = sheet(plan_file, "Câu hỏi")
    assert sum(f"G{row}" in cells for row in range(2, 152)) == 12


def test_undo_gives_back_the_very_text_that_was_mended(altered: Altered) -> None:
    typed = {"B4": "5/5/2022", "B5": "ngày 06 tháng 5 năm 2022", "Q6": "30/6/2022"}

    def muddle(book: openpyxl.Workbook) -> None:
        for at, said in typed.items():
            book["Câu hỏi"][at] = said
        book["Chương trình"]["F4"] = "8h00"
        book["Chương trình"]["G4"] = "10"
        book["Đại biểu"]["H2"] = 900000001
        book["Hội nghị"]["B8"] = "7h30"

    path = altered(muddle)
    before = {
        title: sheet(path, title) for title in ("Câu hỏi", "Chương trình", "Đại biểu", "Hội nghị")
    }
    assert len(done("fix", path).changes) == 7
    assert sheet(path, "Chương trình")["F4"] == dt.time(8, 0)
    done("undo", path)
    assert {title: sheet(path, title) for title in before} == before


def test_an_undo_that_finds_nothing_says_so_and_gives_way_to_the_run_before(
    plan_file: Path, altered: Altered
) -> None:
    done("assign", plan_file)

    def rename(book: openpyxl.Workbook) -> None:
        for row in range(2, 152):
            book["Câu hỏi"].cell(row, 1, f"X{row}")

    altered(rename)
    first = done("undo", plan_file)
    assert first.summary[-1].facts["lost"] > 800
    assert done("undo", plan_file).summary[-1].text.en.startswith("There is no run")
