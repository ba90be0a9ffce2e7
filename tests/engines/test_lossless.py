"""Saving a closed workbook: only what was written differs."""

from __future__ import annotations

import csv
import datetime as dt
import re
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from drawn_workbooks import packed, parts_of, sheet, unpacked
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from xl_dialogue.engines import closed
from xl_dialogue.messages import DialogueError

SHEET = "xl/worksheets/sheet1.xml"
EXTENSIONS = (
    b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    b'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1">'
    b'<x14:dataValidation type="list"><x14:formula1><xm:f xmlns:xm="http://schemas.microsoft.com/'
    b"office/excel/2006/main\">'Danh m\xe1\xbb\xa5c'!$A$1:$A$9</xm:f></x14:formula1>"
    b"</x14:dataValidation></x14:dataValidations></ext></extLst>"
)
OTHERS = {
    "xl/slicers/slicer1.xml": b"<slicers/>",
    "xl/slicerCaches/slicerCache1.xml": b"<slicerCacheDefinition/>",
    "xl/pivotTables/pivotTable1.xml": b"<pivotTableDefinition/>",
    "xl/printerSettings/printerSettings1.bin": bytes(range(256)) * 9,
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 a project",
    "customUI/customUI.xml": b"<customUI/>",
    "_xmlsignatures/sig1.xml": b"<Signature/>",
    "xl/unknown/of-the-future.dat": b"\x00\x01 nobody knows",
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """As staff have it: a table, a validation, formulas, and parts we know nothing of."""
    workbook = openpyxl.Workbook()
    rows = workbook.active
    assert rows is not None
    rows.title = "Đại biểu"
    for row in (("Mã", "Họ tên", "Ngày", "Số"), ("DB01", "Nguyễn Văn Nam", dt.date(2022, 5, 24), 1),
                ("DB02", "Trần Thị Mai", dt.date(2022, 5, 25), "=D2+1")):  # fmt: skip
        rows.append(row)
    rows.add_table(Table(displayName="DaiBieu", ref="A1:D3"))
    rows.add_data_validation(DataValidation(type="list", formula1='"Mới,Cũ"', sqref="B2:B9"))
    workbook.create_sheet("Khác")["A1"] = "không ai đụng tới"
    workbook.save(tmp_path / "made.xlsx")
    parts = unpacked(tmp_path / "made.xlsx")
    parts[SHEET] = parts[SHEET].replace(b"</worksheet>", EXTENSIONS + b"</worksheet>")
    listed = parts["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    return packed(tmp_path / "Plan.xlsm", {**parts, **OTHERS, "xl/workbook.xml": listed})


def test_every_part_that_was_not_written_keeps_its_bytes(plan: Path) -> None:
    before = unpacked(plan)
    book = closed.open(plan)
    book.sheets["Đại biểu"].range("B2").value = "Lê Văn Sơn"
    book.save()
    after = unpacked(plan)
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {"xl/workbook.xml", SHEET}
    asked = after["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    assert asked == before["xl/workbook.xml"] != after["xl/workbook.xml"]


def test_a_cell_that_was_not_written_keeps_its_bytes(plan: Path) -> None:
    before = unpacked(plan)[SHEET]
    book = closed.open(plan)
    book.sheets[0].range("B2").value = "Lê <Sơn> & con"
    book.save()
    new = '<c r="B2" t="inlineStr"><is><t>Lê &lt;Sơn&gt; &amp; con</t></is></c>'.encode()
    assert unpacked(plan)[SHEET] == re.sub(rb'<c r="B2".*?</c>', lambda _: new, before, count=1)


def test_writing_what_is_there_already_changes_nothing(plan: Path) -> None:
    before, modified = plan.read_bytes(), plan.stat().st_mtime_ns
    book = closed.open(plan)
    whole = book.sheets[0].range("A1:C3")
    whole.value = whole.value
    book.sheets[0].range("D3").formula = "=D2+1"
    book.sheets[0].range("Z99").value = None
    book.save()
    assert plan.read_bytes() == before
    assert plan.stat().st_mtime_ns == modified
    assert not plan.with_name("Plan.bak.xlsm").exists()


def test_a_constant_over_a_formula_replaces_it_even_if_both_show_the_same(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
    book = closed.open(packed(tmp_path / "a.xlsx", parts_of(sheet(rows))))
    book.sheets[0].range("A1").value = 2
    book.save()
    assert book.sheets[0].range("A1").formula == "2"


def test_a_new_row_of_a_table_looks_like_the_row_above(plan: Path) -> None:
    book = closed.open(plan)
    found = book.sheets["Đại biểu"]
    dated = found.range("C3").number_format
    found.range("A4:C5").value = [
        ["DB03", "Phạm An", dt.datetime(2022, 5, 26)],
        ["DB04", "Vũ Bình", None],
    ]
    found.tables["DaiBieu"].resize(found.range("A1:D5"))
    book.save()
    assert found.tables[0].data_body_range.address == "$A$2:$D$5"
    assert found.range("C2:C4").number_format == dated
    assert found.used_range.address == "$A$1:$D$5"
    assert found.range("C4").value == dt.datetime(2022, 5, 26)
    assert b' ref="A1:D5"' in unpacked(plan)["xl/tables/table1.xml"]
    assert b'<dimension ref="A1:D5"' in unpacked(plan)[SHEET]


def test_a_date_in_a_cell_without_a_date_format_gets_one(plan: Path) -> None:
    book = closed.open(plan)
    book.sheets[0].range("F1:F2").value = [
        [dt.date(2022, 5, 24)],
        [dt.datetime(2022, 5, 24, 7, 30)],
    ]
    book.save()
    assert book.sheets[0].range("F1:F2").value == [
        dt.datetime(2022, 5, 24),
        dt.datetime(2022, 5, 24, 7, 30),
    ]
    assert book.sheets[0].range("F1").number_format == "m/d/yyyy"


@pytest.mark.parametrize("area", ["A1:D1", "A2:D3", "B1:D3", "A1:E3"])
def test_a_table_is_resized_only_below_its_own_header_and_columns(plan: Path, area: str) -> None:
    found = closed.open(plan).sheets[0]
    with pytest.raises(DialogueError):
        found.tables[0].resize(found.range(area))


def test_tables_are_described_as_excel_does(plan: Path) -> None:
    found = closed.open(plan).sheets[0].tables
    assert [table.name for table in found] == ["DaiBieu"]
    assert "daibieu" in found
    assert found[0].range.address == "$A$1:$D$3"
    assert found[0].header_row_range.value == ["Mã", "Họ tên", "Ngày", "Số"]
    assert found[0].show_totals is False
    assert found[0].parent.range("B2").table.name == "DaiBieu"


CHAIN = (
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<c r="A1" i="1"/><c r="A2"/><c r="A1" i="2"/></calcChain>'
)


def chained(path: Path) -> Path:
    formula = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row><row r="2"><c r="A2"><f>3</f></c></row>'
    )
    parts = parts_of(sheet(formula), sheet('<row r="1"><c r="A1"><f>2</f></c></row>'))
    line = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/calcChain" Target="calcChain.xml"/></Relationships>'
    )
    rels = str(parts["xl/_rels/workbook.xml.rels"]).replace("</Relationships>", line)
    override = '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>'
    types = str(parts["[Content_Types].xml"]).replace("</Types>", override)
    return packed(
        path,
        parts
        | {
            "xl/_rels/workbook.xml.rels": rels,
            "[Content_Types].xml": types,
            "xl/calcChain.xml": CHAIN,
        },
    )


def test_a_formula_that_was_overwritten_leaves_the_order_of_calculation(tmp_path: Path) -> None:
    path = chained(tmp_path / "a.xlsx")
    book = closed.open(path)
    book.sheets[0].range("A1").value = 5
    book.save()
    assert b'<c i="1" r="A2"/><c r="A1" i="2"/>' in unpacked(path)["xl/calcChain.xml"]


def test_an_empty_order_of_calculation_goes_with_all_that_refers_to_it(tmp_path: Path) -> None:
    path = chained(tmp_path / "a.xlsx")
    book = closed.open(path)
    book.sheets[0].range("A1:A2").value = [[1], [2]]
    book.sheets[1].range("A1").value = 3
    book.save()
    after = unpacked(path)
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["xl/_rels/workbook.xml.rels"] + after["[Content_Types].xml"]


JOINT = (
    '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f></c>'
    '<c r="C1"><f t="array" ref="C1:C2">TRANSPOSE(B1:B2)</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="C2"><v>2</v></c></row>'
)


@pytest.mark.parametrize(("area", "breaks"), [
    ("A1", True), ("A2", False), ("A1:A2", False), ("C2", True), ("C1", True), ("C1:C2", False),
])  # fmt: skip
def test_a_formula_that_others_need_is_not_overwritten(
    tmp_path: Path, area: str, breaks: bool
) -> None:
    book = closed.open(packed(tmp_path / "a.xlsx", parts_of(sheet(JOINT))))
    if breaks:
        with pytest.raises(DialogueError):
            book.sheets[0].range(area).value = 7
        return
    book.sheets[0].range(area).value = 7
    book.save()
    assert set(book.sheets[0].range(area).options(ndim=1).value) == {7.0}


def test_a_new_cell_takes_the_format_of_its_row_else_of_its_column(tmp_path: Path) -> None:
    rows = '<row r="1" s="2" customFormat="1"/><row r="2"><c r="A2"><v>1</v></c></row>'
    made = sheet(rows, before='<cols><col min="2" max="2" style="1" width="9"/></cols>')
    book = closed.open(packed(tmp_path / "a.xlsx", parts_of(made)))
    book.sheets[0].range("B1:B3").value = [[1], [2], [3]]
    book.save()
    assert [book.sheets[0].range(f"B{row}").number_format for row in (1, 2, 3)] == [
        "[$-42A]dd/mm/yyyy", "dd/mm/yyyy;@", "dd/mm/yyyy;@",
    ]  # fmt: skip


def test_a_workbook_without_styles_gets_some_when_a_date_is_written(tmp_path: Path) -> None:
    parts: dict[str, Any] = parts_of(sheet(""))
    del parts["xl/styles.xml"]
    book = closed.open(packed(tmp_path / "a.xlsx", parts))
    book.sheets[0].range("A1").value = dt.date(2022, 5, 24)
    book.save()
    assert book.sheets[0].range("A1").value == dt.datetime(2022, 5, 24)


def test_libreoffice_reads_what_was_saved(plan: Path, tmp_path: Path) -> None:
    book = closed.open(plan)
    found = book.sheets[0]
    found.range("A4:D4").value = ["'=DB03", "Đặng Ý\nNhi", dt.date(2022, 5, 26), "=D3*2"]
    found.tables[0].resize(found.range("A1:D4"))
    added = book.sheets.add("Thêm", before=book.sheets[0])
    added.range("A1").value = "mới"
    book.save()
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    every = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", every, "--outdir", tmp_path, plan],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    with (tmp_path / "Plan-Đại biểu.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["Mã", "DB01", "DB02", "=DB03"]
    assert (rows[3][1], rows[3][3]) == ("Đặng Ý\nNhi", "4")
    assert (tmp_path / "Plan-Thêm.csv").read_text(encoding="utf-8").strip() == "mới"
