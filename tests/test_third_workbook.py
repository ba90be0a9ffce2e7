"""A workbook that nobody prepared: another office's columns, order, formats, sheets and parts."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from xl_dialogue import cli
from xl_dialogue.office.sheets.workbook import workbook
from xl_dialogue.opc import Package, deflated, packed

OWN_PARTS = {
    "xl/slicers/slicer1.xml": b"<slicers/>",
    "xl/pivotCache/pivotCacheDefinition1.xml": b"<pivotCacheDefinition/>",
    "xl/printerSettings/printerSettings1.bin": b"\x00\x01printer",
    "xl/threadedComments/threadedComment1.xml": b"<ThreadedComments/>",
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0macros",
    "customUI/customUI.xml": b"<customUI/>",
}
EXTENSION = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'


@pytest.fixture(scope="module")
def theirs() -> bytes:
    """The plan as that office keeps it."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(sample=True)))
    page = book["Câu hỏi"]
    values = [list(row) for row in page.iter_rows(values_only=True)]
    table = page.tables.pop("tbl_questions")
    assert table.ref
    book.remove(page)
    page = book.create_sheet("CÂU HỎI", 4)
    page["A1"] = "TỔNG HỢP CÂU HỎI CỦA CƠ QUAN KHÁC"
    for number, row in enumerate(values):
        own = "Phụ trách" if number == 0 else f"Cán bộ {number}"
        page.append([own, *reversed(row), None if number == 0 else f"=LEN(B{number + 2})"])
    page["A5"].fill = PatternFill("solid", fgColor="FFFF00")
    page.row_dimensions[7].height = 71.5
    extra = book.create_sheet("Tính riêng")
    extra.append(["Số câu", "=COUNTA('CÂU HỎI'!B3:B500)"])
    file = io.BytesIO()
    book.save(file)
    package = Package(file.getvalue())
    members = [deflated(name, _extended(name, package.read(name))) for name in package.names]
    return packed([*members, *(deflated(name, content) for name, content in OWN_PARTS.items())])


def _extended(name: str, content: bytes) -> bytes:
    if name.startswith("xl/worksheets/sheet") and b"extLst" not in content:
        return content.replace(b"</worksheet>", EXTENSION + b"</worksheet>")
    return content


def cells(path: Path) -> dict[tuple[str, str], tuple[object, ...]]:
    with warnings.catch_warnings(action="ignore"):  # openpyxl tells what it would lose
        book = openpyxl.load_workbook(path)
    return {
        (page.title, cell.coordinate): (
            getattr(cell.value, "text", cell.value),  # an array formula is an object of its own
            cell.number_format,
            cell.fill.fgColor.rgb,
        )
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None or cell.has_style
    }


def test_only_the_assigned_cells_the_journal_and_the_register_change(
    theirs: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "Sổ của cơ quan khác.xlsm"
    plan.write_bytes(theirs)
    before, parts_before = cells(plan), Package(theirs)
    assert cli.main(["validate", str(plan)]) == 1
    assert plan.read_bytes() == theirs
    assert cli.main(["assign", str(plan)]) == 0
    assert cli.main(["merge", str(plan), "invitation", "--out", str(tmp_path / "out")]) == 0
    assert len(list((tmp_path / "out" / "Giấy mời").glob("*.docx"))) == 450
    capsys.readouterr()

    after, parts_after = cells(plan), Package(plan.read_bytes())
    headers = {
        re.sub(r"\d", "", at): str(value[0])
        for (title, at), value in after.items()
        if title == "CÂU HỎI" and re.sub(r"\D", "", at) == "2"
    }
    changed = {place for place in before | after if before.get(place) != after.get(place)}
    touched = {headers[re.sub(r"\d", "", at)] for title, at in changed if title == "CÂU HỎI"}
    assert {title for title, _ in changed} == {"CÂU HỎI", "Nhật ký", "Văn bản"}
    assert touched == {
        "Lĩnh vực", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thẩm quyền", "Độ tin cậy", "Lý do",
        "Trạng thái",
    }  # fmt: skip

    different = {
        name for name in parts_before.names if parts_before.read(name) != parts_after.read(name)
    }
    assert parts_after.names == parts_before.names
    assert not different & set(OWN_PARTS)
    kinds = {re.sub(r"\d+", "", name) for name in different}
    assert kinds == {"xl/worksheets/sheet.xml", "xl/tables/table.xml"}
    assert len(different) == 5  # three sheets, the two tables that grew
    for name in different:
        if "worksheets" in name:
            assert EXTENSION in parts_after.read(name)


def test_undo_brings_every_cell_back(theirs: bytes, tmp_path: Path) -> None:
    plan = tmp_path / "plan.xlsm"
    plan.write_bytes(theirs)
    before = cells(plan)
    cli.main(["assign", str(plan)])
    cli.main(["undo", str(plan)])
    after = cells(plan)
    changed = {
        title for title, at in before | after if before.get((title, at)) != after.get((title, at))
    }
    assert changed == {"Nhật ký"}
    assert zipfile.is_zipfile(plan)
