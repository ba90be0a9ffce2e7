"""What comes out of whole files: values as they were last calculated, in their places."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from arrivals import (
    LIST,
    calc,
    letter,
    old_number,
    old_stream,
    old_text,
    old_workbook,
    record,
    sheet,
    text_cell,
    workbook,
    zipped,
)

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.exchange.reading import guarded
from xl_dialogue.exchange.reading.tables import Table

SHEET = "xl/worksheets/sheet1.xml"


def table_of(tmp_path: Path, name: str, content: bytes) -> Table:
    path = tmp_path / name
    path.write_bytes(content)
    return guarded.opened(path).tables[-1]


def book_of(data: bytes, after: bytes = b"") -> bytes:
    return zipped(workbook() | {SHEET: sheet(data, after=after)})


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>12</v></c>', 12.0),
        ('<c r="A1" s="1"><v>44705</v></c>', dt.datetime(2022, 5, 24)),
        ('<c r="A1" s="1"><v>44705.3125</v></c>', dt.datetime(2022, 5, 24, 7, 30)),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="A1" t="s"><v>0</v></c>', "chung"),
        ('<c r="A1" t="str"><f>1&amp;1</f><v>11</v></c>', "11"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2.0),
        ('<c r="A1" t="d"><v>2022-05-24T00:00:00</v></c>', dt.datetime(2022, 5, 24)),
        ('<c r="A1" t="inlineStr"><is><r><t>Lê </t></r><r><t>Thị</t></r><rPh><t>x</t></rPh></is></c>', "Lê Thị"),
        ('<c r="A1" t="str"><v>hai_x000a_dòng &amp; _x0000_</v></c>', "hai\ndòng & "),
        ('<c r="A1" t="str"><v>0912345678</v></c>', "0912345678"),
    ],
)  # fmt: skip
def test_a_cell_of_excel(cell: str, value: object, tmp_path: Path) -> None:
    data = f'<row r="1">{cell}</row>'.encode()
    assert table_of(tmp_path, "a.xlsx", book_of(data)).rows == [[value]]


def test_cells_know_their_places_and_blank_edges_are_left_out(tmp_path: Path) -> None:
    data = b'<row r="3"><c r="B3"/>%s</row><row r="5">%s</row>' % (
        text_cell("C3", "x"), text_cell("D5", "y"),
    )  # fmt: skip
    merged = b'<mergeCells><mergeCell ref="C3:D4"/><mergeCell ref="Z90:Z91"/></mergeCells>'
    table = table_of(tmp_path, "a.xlsx", book_of(data, after=merged))
    assert table.rows == [["x", None], [None, None], [None, "y"]]
    assert (table.cell(0, 0), table.cell(2, 1)) == ("C3", "D5")
    assert table.merged == (Box(3, 3, 4, 4),)


def test_cells_without_addresses_follow_each_other(tmp_path: Path) -> None:
    data = b"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert table_of(tmp_path, "a.xlsx", book_of(data)).rows == [[1.0, 2.0], [3.0, None]]


def test_a_prefix_for_every_element_is_read_as_well(tmp_path: Path) -> None:
    parts = workbook()
    said = sheet(LIST).replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?")
    parts[SHEET] = said.replace(b"xmlns=", b"xmlns:x=")
    assert table_of(tmp_path, "a.xlsx", zipped(parts)).rows[1] == ["Lê Thị Mẫu", 1980.0]


def test_repeated_and_merged_cells_of_calc(tmp_path: Path) -> None:
    rows = (
        b'<table:table-row table:number-rows-repeated="2"><table:table-cell'
        b' table:number-columns-repeated="2" office:value-type="float" office:value="5"/>'
        b'<table:table-cell table:number-columns-spanned="2" office:value-type="date"'
        b' office:date-value="2022-05-24"/><table:covered-table-cell/></table:table-row>'
    )
    table = table_of(tmp_path, "a.ods", zipped(calc(rows)))
    assert table.rows == [[5.0, 5.0, dt.datetime(2022, 5, 24)]] * 2
    assert table.merged == (Box(1, 3, 1, 4),)


def test_a_comment_is_no_part_of_a_cell_of_calc(tmp_path: Path) -> None:
    rows = (
        b'<table:table-row><table:table-cell office:value-type="string"><office:annotation>'
        b'<text:p>ghi</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p>'
        b"<text:p>c</text:p></table:table-cell></table:table-row>"
    )
    assert table_of(tmp_path, "a.ods", zipped(calc(rows))).rows == [["a  b\nc"]]


def test_merged_cells_and_deleted_text_of_word(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{text}</w:p></w:tc>"

    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    said, gone = "<w:r><w:t>giữ</w:t></w:r>", "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
    rows = "".join(
        f"<w:tr>{''.join(cells)}</w:tr>"
        for cells in (
            (cell(said, down), cell(said, '<w:gridSpan w:val="2"/>')),
            (cell("", on), cell(said + gone), cell(said)),
        )
    )
    table = table_of(tmp_path, "a.docx", zipped(letter(f"<w:tbl>{rows}</w:tbl>".encode())))
    assert table.rows == [["giữ", "giữ", None], [None, "giữ", "giữ"]]
    assert set(table.merged) == {Box(1, 1, 2, 1), Box(1, 2, 1, 3)}


def word(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def grid(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_lines_over_a_table_of_word_are_rows_above_its_first(tmp_path: Path) -> None:
    table = grid(f"<w:tc>{word('a')}</w:tc><w:tc>{word('b')}{word('c')}</w:tc>")
    body = word("Tên") + word(" ") + word("Đơn vị:") + table + grid("<w:tc></w:tc>") + word("Ký")
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(letter(body.encode())))
    first, last = guarded.opened(path).tables
    assert (first.sheet, first.first_row) == ("Bảng 1", -1)
    assert first.rows == [["Tên", None], ["Đơn vị:", None], ["a", "b\nc"]]
    assert (last.sheet, last.rows) == ("Ngoài bảng", [["Ký"]])


def test_a_cell_of_word_that_is_wide_and_high_is_one_and_a_row_may_begin_later(
    tmp_path: Path,
) -> None:
    def cell(text: str, properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{word(text)}</w:tc>"

    wide = '<w:gridSpan w:val="2"/>'
    once = f"<w:tcPrChange><w:tcPr>{wide}</w:tcPr></w:tcPrChange>"
    rows = (
        cell("a", f'{wide}<w:vMerge w:val="restart"/>') + cell("b", once),
        cell("", f"{wide}<w:vMerge/>") + cell("c", ""),
        '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("d", ""),
    )
    table = table_of(tmp_path, "a.docx", zipped(letter(grid(*rows).encode())))
    assert table.rows == [["a", None, "b"], [None, None, "c"], [None, None, "d"]]
    assert table.merged == (Box(1, 1, 2, 2),)


def test_numbers_packed_by_old_excel(tmp_path: Path) -> None:
    packed = [0x3FF00000, (1234 << 2) | 2, (1234 << 2) | 3, ((-5 << 2) & 0xFFFFFFFF) | 2]
    cells = b"".join(
        record(0x027E, row.to_bytes(2, "little") + bytes(4) + value.to_bytes(4, "little"))
        for row, value in enumerate(packed)
    )
    table = table_of(tmp_path, "a.xls", old_workbook(old_stream(cells)))
    assert table.rows == [[1.0], [1234.0], [12.34], [-5.0]]


def test_texts_of_old_excel_go_on_in_the_next_record_and_change_their_width(tmp_path: Path) -> None:
    head = (2).to_bytes(4, "little") * 2
    first = head + b"\x04\0\0" + b"ab"
    rest = b"\1" + "ễc".encode("utf-16-le") + b"\x02\0\0de"
    texts = record(0x00FC, first) + record(0x003C, rest)
    cells = record(0x00FD, bytes(6) + bytes(4)) + record(0x00FD, b"\1\0" + bytes(4) + b"\1\0\0\0")
    table = table_of(tmp_path, "a.xls", old_workbook(old_stream(cells, before=texts)))
    assert table.rows == [["abễc"], ["de"]]


def test_a_chart_within_a_sheet_of_old_excel_ends_nothing(tmp_path: Path) -> None:
    chart = record(0x0809, b"\0\6\x20\0" + bytes(12)) + record(0x000A)
    cells = old_text(0, 0, "trước") + chart + old_number(1, 0, 2)
    assert table_of(tmp_path, "a.xls", old_workbook(old_stream(cells))).rows == [["trước"], [2.0]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_text_file_of_any_office(encoding: str, separator: str, tmp_path: Path) -> None:
    rows = [["Mã", "Tên, ghi"], ["Đ1", "Thanh; Xuân"], ["Đ2", "0912"]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    if encoding == "cp1258":  # it has no ã: the tone stands behind its letter
        text = text.replace("ã", "a\u0303")
    assert table_of(tmp_path, "a.csv", text.encode(encoding)).rows == rows


@pytest.mark.parametrize("name", ["sep=", "SEP="])
def test_the_separator_may_be_named_in_the_first_line(name: str, tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.csv", f"{name}|\r\na;b|c\r\nd;e|f\r\n".encode())
    assert table.rows == [["a;b", "c"], ["d;e", "f"]]
    assert table.cell(0, 0) == "A2"


def test_separators_in_quotes_and_in_one_long_line_part_nothing(tmp_path: Path) -> None:
    text = 'Họ và tên,Ghi chú\nMột,"a;b;c\nd;e;f;g"\nHai,"x;y;z"\n'
    table = table_of(tmp_path, "a.csv", text.encode())
    assert table.rows[1] == ["Một", "a;b;c\nd;e;f;g"]


def test_a_font_of_before_unicode_stays_letter_for_letter(tmp_path: Path) -> None:
    said = ["Hä vµ tªn", "NguyÔn V¨n Hoµng", "C«ng ty B¶o hiÓm", "Trô së chÝnh"]
    table = table_of(tmp_path, "a.csv", "\r\n".join(said).encode("latin-1"))
    assert table.rows == [[each] for each in said]


def test_the_same_list_saved_by_libreoffice_in_every_format_is_the_same(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in range(1, 400):  # more text than a record of old Excel holds
        page.append(
            [
                f"Nguyễn Văn {row} " + "ắ" * (row % 90),
                row / 7,
                row,
                dt.datetime(1980, 1, 1 + row % 28),
            ]
        )
    page.merge_cells("A400:B401")
    page["A400"] = "gộp"
    book.save(tmp_path / "a.xlsx")
    [wanted] = guarded.opened(tmp_path / "a.xlsx").tables
    for suffix in ("ods", "xls"):
        command = [program, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
                   "--convert-to", suffix, "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = tmp_path / f"a.{suffix}"
        assert guarded.opened(path).reports == []
        [found] = guarded.opened(path).tables
        assert found.merged == wanted.merged
        assert [row[0] for row in found.rows] == [row[0] for row in wanted.rows]
        for left, right in zip(found.rows[:-1], wanted.rows[:-1], strict=True):
            assert left[2:] == right[2:]
            assert left[1] == pytest.approx(right[1])


def test_the_digest_is_of_the_bytes_that_were_read(tmp_path: Path) -> None:
    import hashlib

    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(workbook()))
    assert guarded.opened(path).digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_formula_is_read_as_its_value_and_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        book_of(b'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>2</f><v>2</v></c></row>')
    )
    assert [said.text for said in guarded.opened(path).reports] == [messages.INCOMING_FORMULAS]
    assert guarded.opened(path).tables[0].rows == [[2.0, 2.0]]
