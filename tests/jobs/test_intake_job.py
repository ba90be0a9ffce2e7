"""Lists become rows of the workbook: previewed, journalled, undone, the rest told of in a file."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import offices
import openpyxl
import pytest
from jobs_done import done
from tables import Alter

from xl_dialogue import cli
from xl_dialogue.addresses import letters
from xl_dialogue.exchange import audit
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome
from xl_dialogue.plan.sheets import QUESTIONS

Altered = Callable[[Alter], Path]


def taken(path: Path, *files: Path, **request: Any) -> Outcome:
    return done("import_", path, files=files, **request)


def page(path: Path, title: str) -> Any:
    return openpyxl.load_workbook(path, keep_vba=True)[title]


def row(path: Path, title: str, number: int) -> dict[str, object]:
    found = page(path, title)
    return {
        found.cell(1, at).value: found.cell(number, at).value
        for at in range(1, found.max_column + 1)
        if found.cell(number, at).value is not None
    }


def test_new_rows_stand_below_the_last_and_in_its_table(plan_file: Path, tmp_path: Path) -> None:
    taken(plan_file, offices.question_list(tmp_path))
    found = row(plan_file, "Câu hỏi", 152)
    assert str(found.pop("Nguồn")).startswith("cau-hoi.xlsx › Sheet1, dòng 4 #")
    assert found == {
        "Mã": "CH151",
        "Ngày nhận": dt.datetime(2022, 5, 5),
        "Người hỏi": "Lục Văn Hỏi",
        "Đơn vị": "Công ty May Vidu",
        "Nội dung": "Nhà ở cho công nhân bao giờ có?",
        "Trạng thái": "Mới",
    }
    table = page(plan_file, "Câu hỏi").tables["tbl_questions"]
    assert table.ref == f"A1:{letters(len(QUESTIONS.columns))}154"


def test_their_cells_look_like_those_above(plan_file: Path, tmp_path: Path) -> None:
    taken(plan_file, offices.question_list(tmp_path))
    found = page(plan_file, "Câu hỏi")
    for column in "ABE":
        above, new = found[f"{column}151"], found[f"{column}152"]
        assert (new.number_format, new.border.top.style) == (
            above.number_format, above.border.top.style,
        )  # fmt: skip


def test_what_looks_like_a_formula_is_written_as_words(plan_file: Path, tmp_path: Path) -> None:
    path = offices.text_file(tmp_path / "a.csv", ("Nội dung", "Đơn vị"), ("=1+1 là mấy?", "@Vidu"))
    taken(plan_file, path)
    found = page(plan_file, "Câu hỏi")
    assert (found["E152"].value, found["E152"].data_type) == ("=1+1 là mấy?", "s")
    assert found["D152"].value == "@Vidu"


def test_why_lines_are_rejected_is_told_in_the_preview_too(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "la.csv"
    file.write_text("a,b\n" + "1,2\n" * 20, encoding="utf-8")
    assert cli.main(["import", str(plan_file), str(file), "--dry-run"]) == cli.FINE
    said = capsys.readouterr().out
    assert "Không nhận la.csv, dòng 1: Không thấy tiêu đề cột" in said
    assert "… và 9 dòng nữa" in said


def test_a_refused_file_is_told_by_the_commands_end(plan_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "hong.xlsx"
    file.write_bytes(b"PK\3\4 broken")
    assert cli.main(["import", str(plan_file), str(file)]) == cli.WRONG


def test_a_preview_writes_nothing(plan_file: Path, shipped: bytes, tmp_path: Path) -> None:
    outcome = taken(plan_file, offices.tidy(tmp_path), dry_run=True)
    assert len(outcome.changes) == 12
    assert plan_file.read_bytes() == shipped
    assert outcome.files == []


def test_undo_takes_the_rows_away_and_their_codes_are_not_given_again(
    plan_file: Path, tmp_path: Path
) -> None:
    path = offices.tidy(tmp_path)
    written = taken(plan_file, path)
    assert len(done("undo", plan_file).changes) == len(written.changes)
    assert row(plan_file, "Đại biểu", 452) == {}
    again = taken(plan_file, path)
    assert row(plan_file, "Đại biểu", 452)["Mã"] == "D453"
    assert len(again.changes) == len(written.changes)


def test_the_same_file_twice_adds_nothing(plan_file: Path, tmp_path: Path) -> None:
    files = [office(tmp_path) for office in (offices.tidy, offices.our_form)]
    assert taken(plan_file, *files).written
    outcome = taken(plan_file, *files)
    assert (outcome.written, outcome.changes) == (False, [])


def test_new_questions_are_assigned_like_others(plan_file: Path, tmp_path: Path) -> None:
    taken(plan_file, offices.question_list(tmp_path))
    done("assign", plan_file)
    assert "Lý do" in row(plan_file, "Câu hỏi", 152)


def test_what_was_not_added_stands_in_a_file_beside_the_plan(
    plan_file: Path, tmp_path: Path
) -> None:
    outcome = taken(plan_file, offices.printed_on_two_pages(tmp_path))
    [path] = outcome.files
    assert path == plan_file.with_name("plan - nhập 2022-05-19 080000.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Không nhận", "Đã có", "Bỏ qua", "Chuẩn hóa"]
    [_, *lines] = book["Không nhận"].iter_rows(values_only=True)
    assert lines == [
        ("hai-trang.xlsx", "Sheet1", 5, "Thiếu Họ và tên", "3 | Công nhân | Công ty Vidu | 0900000103"),
    ]  # fmt: skip
    assert book["Bỏ qua"].max_row == 4


def test_rows_are_kept_where_the_disk_refuses_the_file_about_them(
    plan_file: Path, tmp_path: Path
) -> None:
    plan_file.with_name("plan - nhập 2022-05-19 080000.xlsx").mkdir()
    outcome = taken(plan_file, offices.tidy(tmp_path))
    assert (outcome.written, outcome.files) == (True, [])
    assert outcome.stopped is not None
    assert row(plan_file, "Đại biểu", 452)["Mã"] == "D451"


def test_a_formula_in_a_rejected_row_is_no_formula_in_the_file(
    plan_file: Path, tmp_path: Path
) -> None:
    path = offices.text_file(
        tmp_path / "a.csv", ("Họ và tên", "Đơn vị", "ĐT"), ("", "=cmd|calc", "0")
    )
    [report] = taken(plan_file, path).files
    cell = openpyxl.load_workbook(report)["Không nhận"]["E2"]
    assert (cell.value, cell.data_type) == ("=cmd|calc | 0", "s")


def test_a_sheet_may_be_said(plan_file: Path, tmp_path: Path) -> None:
    path = offices.text_file(tmp_path / "a.csv", ("Họ và tên", "Nội dung"), ("Lục Văn Hỏi", "Nhà?"))
    outcome = taken(plan_file, path, sheet="delegates", dry_run=True)
    assert {change.sheet for change in outcome.changes} == {"delegates"}


def test_a_row_of_totals_is_not_written_over(altered: Altered, tmp_path: Path) -> None:
    def total(book: openpyxl.Workbook) -> None:
        table = book["Đại biểu"].tables["tbl_delegates"]
        table.ref, table.totalsRowShown, table.totalsRowCount = "A1:M452", True, 1

    path = altered(total)
    with pytest.raises(DialogueError, match="totals"):
        taken(path, offices.tidy(tmp_path))


def test_merged_cells_below_the_table_are_not_written_over(
    altered: Altered, tmp_path: Path
) -> None:
    path = altered(lambda book: book["Đại biểu"].merge_cells("A452:C452"))
    with pytest.raises(DialogueError, match="merged"):
        taken(path, offices.tidy(tmp_path))


def test_a_plan_without_the_column_for_it_takes_rows_all_the_same(
    altered: Altered, tmp_path: Path
) -> None:
    def older(book: openpyxl.Workbook) -> None:
        people = book["Đại biểu"]
        people["M1"] = None
        table = people.tables["tbl_delegates"]
        table.ref = "A1:L451"
        table.tableColumns.pop()
        table.autoFilter.ref = "A1:L451"

    path = altered(older)
    files = [offices.tidy(tmp_path)]
    assert taken(path, *files).written
    assert taken(path, *files).changes == []


def test_an_empty_plan_begins_with_the_first_code(tmp_path: Path) -> None:
    path = tmp_path / "moi.xlsm"
    assert cli.main(["new", str(path)]) == cli.FINE
    taken(path, offices.tidy(tmp_path), offices.question_list(tmp_path))
    assert row(path, "Đại biểu", 2)["Mã"] == "D001"
    assert row(path, "Câu hỏi", 2)["Mã"] == "CH001"


def test_the_log_names_the_files_and_their_digests(plan_file: Path, tmp_path: Path) -> None:
    files = [offices.tidy(tmp_path), offices.question_list(tmp_path)]
    assert cli.main(["import", str(plan_file), *map(str, files)]) == cli.FINE
    *_, line = audit.log_of(plan_file).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["sources"] == [
        {"file": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in files
    ]


def test_what_was_left_alone_is_told(plan_file: Path, tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Nháp").sheet_state = "hidden"
    book.save(path)
    told = [said.say() for said in taken(plan_file, path, dry_run=True).summary]
    assert any(said.startswith("“gon.xlsx”: Trang ẩn “Nháp”") for said in told)


def test_json_tells_of_every_line(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = offices.printed_on_two_pages(tmp_path)
    assert cli.main(["import", str(plan_file), str(path), "--dry-run", "--json"]) == cli.FINE
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"rows": 6, "added": 2, "already": 0, "rejected": 1, "skipped": 3}
    assert told["rejected"][0]["row"] == 5
    assert told["lists"][0]["columns"]["Số điện thoại"] == "Điện thoại"


def test_who_asks_in_english_is_told_in_english(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = offices.workbook(
        tmp_path / "a.xlsx", ("Họ và tên", "Điện thoại", "Cỡ áo"), ("", "0", "L")
    )
    command = ["import", str(plan_file), str(path), "--dry-run", "--lang", "en"]
    assert cli.main(command) == cli.FINE
    assert " Not taken: “Cỡ áo”." in capsys.readouterr().out
    assert cli.main([*command, "--json"]) == cli.FINE
    [rejected] = json.loads(capsys.readouterr().out)["rejected"]
    assert rejected["why"] == "Họ và tên is blank"
