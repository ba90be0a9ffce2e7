"""What is meant to harm is read as words, or refused with a sentence; the other files are taken."""

from __future__ import annotations

from pathlib import Path

import offices
import openpyxl
import pytest
from tables import plan_of

from xl_dialogue.exchange.intake.deciding import intake
from xl_dialogue.exchange.intake.telling import summary
from xl_dialogue.opc import Package, deflated, packed

PLAN = plan_of(delegates="code | full_name", questions="code | content")
HEADER = ("Họ và tên", "Đơn vị")


def forge(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Put into a workbook what no office program lets anybody type."""
    package = Package(path.read_bytes())
    parts = {name: package.read(name) for name in package.names}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    path.write_bytes(packed(deflated(name, content) for name, content in parts.items()))


def test_formulas_as_text_stay_words(tmp_path: Path) -> None:
    path = offices.text_file(
        tmp_path / "a.csv", HEADER, ("Nông Văn Một", '=HYPERLINK("http://vidu.example","Bấm")')
    )
    [row] = intake(PLAN, [path]).added
    assert row.values["unit"] == '=HYPERLINK("http://vidu.example","Bấm")'


def test_a_formula_is_read_as_the_value_it_had(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "a.xlsx", HEADER, ("Nông Văn Một", "=1+1"))
    forge(path, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>2</v>")
    [row] = intake(PLAN, [path]).added
    assert row.values["unit"] == "2"


def test_braces_of_templates_stay_words(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "a.xlsx", HEADER, ("Nông Văn Một", "{{ 7*7 }}"))
    [row] = intake(PLAN, [path]).added
    assert row.values["unit"] == "{{ 7*7 }}"


def test_the_name_of_a_sheet_is_no_path(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "a.xlsx", HEADER, ("Nông Văn Một", "Vidu"), title="Trang")
    forge(path, "xl/workbook.xml", b'name="Trang"', b'name="../../Trang"')
    [row] = intake(PLAN, [path]).added
    assert str(row.values["source"]).startswith("a.xlsx › ..?..?Trang, ")


def test_nothing_of_a_hidden_sheet_is_taken(tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Trống")
    book["Sheet1"].sheet_state = "veryHidden"
    book.save(path)
    done = intake(PLAN, [path])
    assert (done.added, len(done.read.skipped)) == ([], 3)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b""), ("a.xlsx", b"PK\3\4 no package"), ("a.docx", b"<html>"), ("a.xls", b"\xd0\xcf\x11"),
     ("a.ods", b"\0" * 100), ("a.pdf", b"%PDF"), ("khong-co.xlsx", None)],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_a_sentence(
    name: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = intake(PLAN, [path])
    [said] = done.refused
    assert said.say().startswith(f"Không nhận tệp “{name}”: ")
    assert (done.read.count, done.files) == (0, [])


def test_what_in_a_file_was_left_alone_is_told_once_with_the_files(tmp_path: Path) -> None:
    paths = [
        offices.workbook(tmp_path / f"{name}.xlsx", HEADER, ("Nông Văn Một", "=1+1"))
        for name in "abcd"
    ]
    told = [said.say() for said in summary(intake(PLAN, paths))]
    [formulas] = [said for said in told if "Tệp có công thức" in said]
    assert formulas.startswith("“a.xlsx”, “b.xlsx”, “c.xlsx”, … (4): ")


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_taken(tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\3\4")
    done = intake(PLAN, [broken, offices.tidy(tmp_path)])
    assert len(done.added) == 2
    [said] = done.refused
    assert "hong.xlsx" in said.say()


def test_a_cell_that_no_workbook_could_hold_is_refused(tmp_path: Path) -> None:
    path = offices.text_file(tmp_path / "a.csv", ("Nội dung",), ("Đề nghị tăng lương. " * 5000,))
    [said] = intake(PLAN, [path]).refused
    assert "32767 ký tự" in said.say()
