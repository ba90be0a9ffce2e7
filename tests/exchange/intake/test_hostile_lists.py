"""What is meant to harm is read as words, or refused with a sentence; the other files are taken."""

from __future__ import annotations

import zipfile
from pathlib import Path

import offices
import openpyxl
import pytest
from tables import plan_of

from xl_dialogue.exchange import incoming
from xl_dialogue.exchange.incoming import tables
from xl_dialogue.exchange.intake.deciding import intake
from xl_dialogue.messages import DialogueError

PLAN = plan_of(delegates="code | full_name", questions="code | content")
HEADER = ("Họ và tên", "Đơn vị")


def test_formulas_as_text_stay_words(tmp_path: Path) -> None:
    path = offices.text_file(
        tmp_path / "a.csv", HEADER, ("Nông Văn Một", '=HYPERLINK("http://vidu.example","Bấm")')
    )
    [row] = intake(PLAN, [path]).added
    assert row.values["unit"] == '=HYPERLINK("http://vidu.example","Bấm")'


def test_a_formula_is_read_as_the_value_it_had(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "a.xlsx", HEADER, ("Nông Văn Một", "=1+1"))
    [row] = intake(PLAN, [path]).added
    assert "=" not in str(row.values.get("unit", ""))


def test_braces_of_templates_stay_words(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "a.xlsx", HEADER, ("Nông Văn Một", "{{ 7*7 }}"))
    [row] = intake(PLAN, [path]).added
    assert row.values["unit"] == "{{ 7*7 }}"


def test_the_name_of_a_sheet_is_no_path(tmp_path: Path) -> None:
    path = offices.workbook(tmp_path / "a.xlsx", HEADER, ("Nông Văn Một", "Vidu"), title="..")
    [row] = intake(PLAN, [path]).added
    assert "/" not in str(row.values["source"])


def test_nothing_of_a_hidden_sheet_is_taken(tmp_path: Path) -> None:
    path = offices.tidy(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Trống")
    book["Sheet1"].sheet_state = "veryHidden"
    book.save(path)
    done = intake(PLAN, [path])
    assert (done.added, len(done.read.skipped)) == ([], 3)


def _zip(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return path


LAUGHS = b"""<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>
</w:document>"""
DEEP = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>'
    b"<w:tr><w:tc>" + b"<w:p>" * 20_000 + b"</w:p>" * 20_000 + b"</w:tc></w:tr></w:tbl></w:body>"
    b"</w:document>"
)


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
    with pytest.raises(DialogueError):
        tables(path)


@pytest.mark.parametrize(
    "part", [LAUGHS, DEEP, b"<x", b""], ids=["entities", "deep", "cut", "empty"]
)
def test_a_word_file_that_would_overrun_is_refused(part: bytes, tmp_path: Path) -> None:
    with pytest.raises(DialogueError):
        tables(_zip(tmp_path / "a.docx", word__document_xml=part))


def test_a_zip_that_would_fill_the_memory_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "_UNPACKED", 1000)
    path = _zip(tmp_path / "a.xlsx", xl__a_xml=bytes(1001))
    with pytest.raises(DialogueError, match="too large"):
        tables(path)


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_taken(tmp_path: Path) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK")
    done = intake(PLAN, [broken, offices.tidy(tmp_path)])
    assert len(done.added) == 2
    [said] = done.refused
    assert "hong.xlsx" in said.say()


def test_a_cell_of_a_million_letters_is_taken_quickly(tmp_path: Path) -> None:
    path = offices.text_file(tmp_path / "a.csv", ("Nội dung",), ("Đề nghị tăng lương. " * 5000,))
    assert len(intake(PLAN, [path]).added) == 1
