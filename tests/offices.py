"""Lists as offices really fill them in, made by code; people, phones and questions are invented."""

from __future__ import annotations

import csv
import datetime as dt
import io
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

import openpyxl
from docx import Document

from xl_dialogue.office.buttons.compoundfile import compound_file
from xl_dialogue.share import shared
from xl_dialogue.vietnamese.legacy import TCVN3, VNI

Line = Sequence[object]


def workbook(path: Path, *lines: Line, title: str = "Sheet1", merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for line in lines:
        page.append(list(line))
    for area in merged:
        page.merge_cells(area)
    book.save(path)
    return path


def text_file(path: Path, *lines: Line, encoding: str = "utf-8-sig", separator: str = ",") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(lines)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def word(path: Path, *tables: Sequence[Line], above: Sequence[str] = ()) -> Path:
    document = Document()
    for line in above:
        document.add_paragraph(line)
    for lines in tables:
        width = max(map(len, lines))
        table = document.add_table(rows=0, cols=width)
        for line in lines:
            cells = table.add_row().cells
            for cell, said in zip(cells, line, strict=False):
                cell.text = str(said)
        document.add_paragraph("")
    document.save(str(path))
    return path


def old_workbook(path: Path, *lines: Line) -> Path:
    """Excel 97: a stream of labels and numbers in a compound file. Source: MS-XLS 2.4."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def cell(row: int, column: int, value: object) -> bytes:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, int | float):
            return record(0x203, place + struct.pack("<d", value))
        said = str(value)
        return record(0x204, place + struct.pack("<HB", len(said), 1) + said.encode("utf-16-le"))

    begin = struct.pack("<HHHHII", 0x600, 0, 0x0DBB, 0x07CC, 0, 6)
    title = "DS"
    globals_ = begin[:2] + struct.pack("<H", 5) + begin[4:]
    head = record(0x809, globals_)
    sheet_at = len(head) + 4 + 8 + 2 * len(title) + 4
    bound = struct.pack("<IBBBB", sheet_at, 0, 0, len(title), 1) + title.encode("utf-16-le")
    body = b"".join(
        cell(row, column, value)
        for row, line in enumerate(lines)
        for column, value in enumerate(line)
        if value is not None
    )
    page = begin[:2] + struct.pack("<H", 0x10) + begin[4:]
    stream = head + record(0x85, bound) + record(0x0A, b"") + record(0x809, page) + body
    stream += record(0x0A, b"")
    path.write_bytes(compound_file({"Workbook": stream + bytes(max(0, 4096 - len(stream)))}))
    return path


def tcvn3(text: str) -> str:
    """As an office types it in an ABC font."""
    return _typed(text, {letter: code for code, letter in TCVN3.items()})


def vni(text: str) -> str:
    return _typed(text, {letter: code for code, letter in reversed(VNI.items())})


def _typed(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(letter, letter) for letter in normalize("NFC", text))


# --- delegates ------------------------------------------------------------------------------

_HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số điện thoại")


def tidy(folder: Path) -> Path:
    return workbook(
        folder / "gon.xlsx",
        _HEADER,
        (1, "Nông Văn Một", "Giám đốc", "Công ty Vidu", "0900000101"),
        (2, "Nông Thị Hai", "Kế toán", "Công ty Vidu", "0900000102"),
    )


def titled_and_signed(folder: Path) -> Path:
    return workbook(
        folder / "ky-ten.xlsx",
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN VIDU",),
        ("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ ĐỐI THOẠI",),
        (),
        _HEADER,
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        (1, "Nông Văn Một", "Chủ tịch", "CĐCS Vidu", "0900000101"),
        (2, "Nông Thị Hai", "Phó Chủ tịch", "CĐCS Vidu", "0900000102"),
        (None, "Tổng cộng: 2 người"),
        (),
        (None, None, None, "Vidu, ngày 5 tháng 5 năm 2022"),
        (None, "NGƯỜI LẬP BIỂU", None, "TM. BAN CHẤP HÀNH"),
        (None, None, None, "(Ký, ghi rõ họ tên)"),
        (None, "Lục Văn Ký", None, "Lục Thị Chủ"),
        merged=["A2:E2"],
    )


def two_row_header(folder: Path) -> Path:
    return workbook(
        folder / "hai-hang.xlsx",
        ("STT", "Họ và tên", "Giới tính", None, "Công tác", None, "Liên hệ"),
        (None, None, "Nam", "Nữ", "Chức vụ", "Đơn vị", "Số ĐT"),
        (1, "Nông Văn Một", "x", None, "Giám đốc", "Công ty Vidu", "0900000101"),
        (2, "Nông Thị Hai", None, "x", "Kế toán", "Công ty Vidu", "0900000102"),
        merged=["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
    )


def dittos(folder: Path) -> Path:
    return workbook(
        folder / "nhu-tren.xlsx",
        _HEADER,
        (1, "Nông Văn Một", "Công nhân", "Công ty Vidu", "0900000101"),
        (2, "Nông Thị Hai", "nt", "-nt-", "0900000102"),
        (3, "Nông Văn Ba", '"', "như trên", "0900000103"),
    )


def merged_units(folder: Path) -> Path:
    return workbook(
        folder / "o-gop.xlsx",
        ("STT", "Đơn vị", "Họ tên", "ĐT"),
        (1, "Công ty Vidu", "Nông Văn Một", "0900000101"),
        (2, None, "Nông Thị Hai", "0900000102"),
        (3, "Công ty Mẫu", "Nông Văn Ba", "0900000103"),
        merged=["B2:B3"],
    )


def ranks_in_names(folder: Path) -> Path:
    return workbook(
        folder / "hoc-ham.xlsx",
        _HEADER,
        (1, "Đ/c Thượng tá Nông Văn Một", "Phó Giám đốc", "Công an tỉnh", "+84 900 000 101"),
        (2, "Bà PGS.TS. Nông Thị Hai", "Giám đốc", "Bệnh viện Vidu", 900000102),
        (3, "Ô. Nông Văn Ba", "Công nhân", "Công ty Vidu", "0168 000 0103"),
    )


def sections(folder: Path) -> Path:
    return workbook(
        folder / "de-muc.xlsx",
        ("TT", "Họ và tên", "Chức vụ", "Điện thoại"),
        ("I", "Công ty Vidu", None, None),
        (1, "Nông Văn Một", "Giám đốc", "0900000101"),
        ("II", "Công ty Mẫu", None, None),
        (1, "Nông Thị Hai", "Kế toán", "0900000102"),
        (None, "Cộng", None, 2),
    )


_TYPED = (
    ("TT", "Họ và tên", "Chức vụ", "Đơn vị"),
    ("1", "Nông Văn Một", "Giám đốc", "Công ty Vidu"),
    ("2", "Trần Thị Bảo", "Kế toán trưởng", "Bảo hiểm xã hội huyện"),
)


def in_an_abc_font(folder: Path) -> Path:
    return workbook(folder / "abc.xlsx", *([tcvn3(cell) for cell in line] for line in _TYPED))


def in_a_vni_font(folder: Path) -> Path:
    return workbook(folder / "vni.xlsx", *([vni(cell) for cell in line] for line in _TYPED))


def decomposed(folder: Path) -> Path:
    lines = [_HEADER, ("1", "Nông Văn Một", "Giám đốc", "Sở Vidu", "0900000101")]
    apart = [[normalize("NFD", str(cell)) for cell in line] for line in lines]
    return workbook(folder / "to-hop.xlsx", *apart)


def family_and_given_names(folder: Path) -> Path:
    return workbook(
        folder / "ho-ten.xlsx",
        ("STT", "Họ và tên đệm", "Tên", "Nơi công tác"),
        (1, "Nông Văn", "Một", "Công ty Vidu"),
        (2, "Nông Thị", "Hai", "Công ty Vidu"),
    )


def of_excel_97(folder: Path) -> Path:
    return old_workbook(
        folder / "cu.xls",
        _HEADER,
        (1, "Nông Văn Một", "Giám đốc", "Công ty Vidu", "0900000101"),
        (2, "Nông Thị Hai", "Kế toán", "Công ty Vidu", 900000102),
    )


def semicolons_of_1258(folder: Path) -> Path:
    path = folder / "ansi.csv"
    lines = [_HEADER, ("1", "Nông Văn Một", "Giám đốc", "Xưởng Vidu", "0900000101")]
    text = "\r\n".join(";".join(line) for line in lines)
    path.write_bytes(as_1258(text))
    return path


def as_1258(text: str) -> bytes:
    """Letters of the code page as they are, tones behind them."""
    kept = []
    for letter in text:
        try:
            letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = normalize("NFD", letter)
            tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
            roof = "".join(mark for mark in marks if mark != tone)
            letter = normalize("NFC", base + roof) + tone
        kept.append(letter)
    return "".join(kept).encode("cp1258")


def tabs_of_utf16(folder: Path) -> Path:
    return text_file(
        folder / "unicode.txt",
        _HEADER,
        ("1", "Nông Văn Một", "Giám đốc", "Công ty Vidu", "0900000101"),
        encoding="utf-16",
        separator="\t",
    )


def printed_on_two_pages(folder: Path) -> Path:
    return workbook(
        folder / "hai-trang.xlsx",
        _HEADER,
        (1, "Nông Văn Một", "Giám đốc", "Công ty Vidu", "0900000101"),
        _HEADER,
        (2, "Nông Thị Hai", "Kế toán", "Công ty Vidu", "0900000102"),
        (3, None, "Công nhân", "Công ty Vidu", "0900000103"),
        (4, None, None, None, None),
    )


# --- questions ------------------------------------------------------------------------------


def question_list(folder: Path) -> Path:
    return workbook(
        folder / "cau-hoi.xlsx",
        ("CÔNG ĐOÀN CƠ SỞ VIDU",),
        ("Đơn vị: Công ty May Vidu",),
        ("TT", "Người kiến nghị", "Nội dung kiến nghị", "Ngày gửi"),
        (1, "Ông Lục Văn Hỏi", "Nhà ở cho công nhân bao giờ có?", "5/5/2022"),
        (2, "nt", "Đề nghị sửa đường vào nhà máy.", 44687),
        (3, "Lục Thị Đáp", "Tổng số 200 công nhân chưa có sổ", dt.datetime(2022, 5, 7)),
    )


def our_form(folder: Path) -> Path:
    """The product's own form, filled in as in Word."""
    from docxtpl import DocxTemplate

    draft = folder / "mau.docx"
    form = DocxTemplate(shared("templates") / "phieu-cau-hoi.docx")
    headers = {
        "asker": "Người hỏi", "title": "Chức vụ", "unit": "Đơn vị", "phone": "Điện thoại",
        "topic": "Lĩnh vực", "content": "Nội dung",
    }  # fmt: skip
    form.render({"header": headers, "numbers": ["1", "2", "3"], "sent_to": "Vidu"})
    form.save(draft)
    document = Document(str(draft))
    asker, questions = document.tables[-2:]
    for at, said in enumerate(("Lục Văn Hỏi", "Công nhân", "Công ty May Vidu", "0900000101")):
        asker.rows[at].cells[1].text = said
    questions.rows[1].cells[1].text = "nhà ở"
    questions.rows[1].cells[2].text = "Nhà ở cho công nhân bao giờ có?"
    questions.rows[2].cells[2].text = "Đề nghị sửa đường\nvào nhà máy."
    path = folder / "phieu.docx"
    document.save(str(path))
    draft.unlink()
    return path


def free_table_in_word(folder: Path) -> Path:
    return word(
        folder / "bang-tu-do.docx",
        (
            ("STT", "Đơn vị", "Ý kiến, kiến nghị"),
            ("1", "Công ty Vidu", "Nhà ở cho công nhân bao giờ có?"),
            ("2", "nt", "Đề nghị sửa đường vào nhà máy."),
        ),
        above=("TỔNG HỢP Ý KIẾN",),
    )


OFFICES: dict[Callable[[Path], Path], int] = {
    tidy: 2,
    titled_and_signed: 2,
    two_row_header: 2,
    dittos: 3,
    merged_units: 3,
    ranks_in_names: 3,
    sections: 2,
    in_an_abc_font: 2,
    in_a_vni_font: 2,
    decomposed: 1,
    family_and_given_names: 2,
    of_excel_97: 2,
    semicolons_of_1258: 1,
    tabs_of_utf16: 1,
    printed_on_two_pages: 2,
    question_list: 3,
    our_form: 2,
    free_table_in_word: 2,
}
"""How an office fills in its list -> the rows that are in it."""


def filled_rows(path: Path) -> int:
    """The rows of a workbook that hold anything, counted by another reader."""
    book: Any = openpyxl.load_workbook(path)
    return sum(
        any(cell.value not in (None, "") for cell in row)
        for page in book
        for row in page.iter_rows()
    )
