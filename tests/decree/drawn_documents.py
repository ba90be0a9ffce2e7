"""Correct documents of every form, laid out the way people do it in Word: tables, direct formatting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from xl_dialogue.decree.lint import lint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CENTRE, BOTH, LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT,
)  # fmt: skip
FACE = "Times New Roman"
LONG = (
    "Ủy ban nhân dân tỉnh tổ chức Hội nghị đối thoại với công nhân, viên chức, người lao động để "
    "lắng nghe tâm tư, nguyện vọng và giải quyết kịp thời các kiến nghị chính đáng"
)


def new() -> Any:
    """An empty document with the decree's page and its page number."""
    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    lay_page(made.sections[0])
    number_pages(made.sections[0])
    return made


def lay_page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def number_pages(section: Any) -> None:
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    paragraph._p.append(field)


def write(
    holder: Any, text: str, *, size: float = 14, bold: bool = False, italic: bool = False,
    align: Any = CENTRE, before: float = 0, first: float = 0,
) -> Any:  # fmt: skip
    """A paragraph of one run; a cell's first, empty one is used up."""
    free = [p for p in holder.paragraphs if not p.text and not p._p.findall(qn("w:pPr"))]
    paragraph = free[0] if hasattr(holder, "merge") and free else holder.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.first_line_indent = Mm(first) if first else None
    return paragraph


def draw_line(paragraph: Any, length: float) -> None:
    """A straight line as Word draws it, with the old form of it beside; length in mm."""
    emu = round(length * 36_000)
    paragraph.add_run()._r.append(
        parse_xml(f"""
<mc:AlternateContent {nsdecls("w")}
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:Choice Requires="wps"><w:drawing><wp:anchor>
 <wp:extent cx="{emu}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:off x="0"
 y="0"/><a:ext cx="{emu}" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>
 </a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line
 from="0,0" to="9pt,0"/></w:pict></mc:Fallback></mc:AlternateContent>""")
    )


def head(made: Any, number: str, date: str, about: str = "") -> None:
    table = made.add_table(2, 2)
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Mm(66), Mm(99)
    left, right = table.rows[0].cells
    write(left, "UBND TỈNH CAO BẰNG", size=13)
    draw_line(write(left, "SỞ NỘI VỤ", size=13, bold=True), 12)
    write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    draw_line(write(right, "Độc lập - Tự do - Hạnh phúc", bold=True), 61)
    left, right = table.rows[1].cells
    write(left, number, size=13)
    if about:
        write(left, about, size=12, before=6)
    if date:
        write(right, date, italic=True)


def title(made: Any, kind: str, subject: str) -> None:
    write(made, kind, bold=True, before=12)
    draw_line(write(made, subject, bold=True), 48)


def body(made: Any, *lines: str, bold: bool = False) -> None:
    for line in lines:
        write(made, line, align=BOTH, before=6, first=12.7, bold=bold)


def signature(made: Any, *recipients: str, powers: tuple[str, ...] = ("GIÁM ĐỐC",)) -> None:
    left, right = made.add_table(1, 2).rows[0].cells
    write(left, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for recipient in recipients:
        write(left, recipient, size=11, align=LEFT)
    for power in powers:
        write(right, power, bold=True)
    write(right, "Hoàng Văn Mẫu", bold=True, before=60)


def invitation() -> Any:
    made = new()
    head(made, "Số: 45/GM-SNV", "Cao Bằng, ngày 12 tháng 5 năm 2022")
    title(made, "GIẤY MỜI", "Dự Hội nghị đối thoại với người lao động năm 2022")
    body(
        made,
        "Sở Nội vụ trân trọng kính mời: Ông Nguyễn Văn Thử, Công nhân Công ty Ví dụ",
        "Tới dự Hội nghị đối thoại với công nhân, viên chức, người lao động năm 2022.",
        "Chủ trì: Đồng chí Giám đốc Sở Nội vụ.",
        "Thời gian: 07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022.",
        "Địa điểm: Trung tâm Hội nghị Ví Dụ.",
        "Đề nghị đại biểu có mặt trước 15 phút. Liên hệ: Văn phòng Sở, điện thoại 0206 000 0000./.",
    )
    signature(made, "- Như trên;", "- Lưu: VT, VP.", powers=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"))
    return made


def official_letter() -> Any:
    made = new()
    head(
        made, "Số: 12/SNV-VP", "Cao Bằng, ngày 05 tháng 02 năm 2022",
        "V/v tổng hợp kiến nghị của người lao động",
    )  # fmt: skip
    write(made, "Kính gửi:", align=LEFT, before=12).paragraph_format.left_indent = Mm(30)
    for line in ("- Liên đoàn Lao động tỉnh;", "- Sở Xây dựng."):
        write(made, line, align=LEFT).paragraph_format.left_indent = Mm(50)
    body(made, f"{LONG}.", "Sở Nội vụ đề nghị các cơ quan phối hợp thực hiện./.")
    signature(made, "- Như trên;", "- Lưu: VT, VP.")
    return made


def plan(kind: str = "KẾ HOẠCH", short: str = "KH") -> Any:
    made = new()
    head(made, f"Số: 15/{short}-SNV", "Cao Bằng, ngày 10 tháng 5 năm 2022")
    title(made, kind, "Tổ chức Hội nghị đối thoại với người lao động năm 2022")
    grounds = (
        "Căn cứ Luật Công đoàn ngày 20 tháng 6 năm 2012;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Thực hiện Kế hoạch số 94-KH/TU ngày 03 tháng 01 năm 2022 của Tỉnh ủy.",
    )
    for ground in grounds:
        write(made, ground, align=BOTH, before=6, first=12.7, italic=True)
    body(made, f"{LONG}, như sau:")
    body(made, "I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    body(made, "1. Mục đích", bold=True)
    body(made, f"{LONG}.", f"a) {LONG};", "b) Thông tin đầy đủ;", "c) Đúng thời gian;",
         "d) Tiết kiệm;", "đ) Thiết thực.")  # fmt: skip
    body(made, "II. TỔ CHỨC THỰC HIỆN", bold=True)
    body(made, "1. Các phòng thực hiện Nghị định số 30/2020/NĐ-CP theo chức năng.",
         "2. Văn phòng Sở theo dõi, đôn đốc, tổng hợp (có phụ lục kèm theo)./.")  # fmt: skip
    signature(made, "- Ủy ban nhân dân tỉnh;", "- Lưu: VT, VP.")
    return made


def notice() -> Any:
    return plan("THÔNG BÁO", "TB")


def report() -> Any:
    return plan("BÁO CÁO", "BC")


def minutes() -> Any:
    made = new()
    head(made, "Số: 03/BB-SNV", "")
    title(made, "BIÊN BẢN", "Hội nghị đối thoại với người lao động năm 2022")
    body(
        made,
        "Thời gian bắt đầu: 07 giờ 30 phút, ngày 24 tháng 5 năm 2022.",
        "Địa điểm: Trung tâm Hội nghị Ví Dụ.",
        "Thành phần tham dự: 120 đại biểu.",
        "Chủ trì (chủ tọa): Đồng chí Hoàng Văn Mẫu.",
        "Thư ký (người ghi biên bản): Bà Lê Thị Ví Dụ.",
        "Nội dung: Trao đổi, giải đáp các kiến nghị của người lao động.",
        "Hội nghị kết thúc vào 11 giờ 30 phút, ngày 24 tháng 5 năm 2022./.",
    )
    left, right = made.add_table(1, 2).rows[0].cells
    write(left, "THƯ KÝ", bold=True)
    write(left, "Lê Thị Ví Dụ", bold=True, before=60)
    write(right, "CHỦ TỌA", bold=True)
    write(right, "Hoàng Văn Mẫu", bold=True, before=60)
    write(made, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for recipient in ("- Như thành phần tham dự;", "- Lưu: VT, Hồ sơ."):
        write(made, recipient, size=11, align=LEFT)
    return made


def annex() -> Any:
    made = new()
    annex_head(made)
    listing(made)
    return made


def annex_head(made: Any) -> None:
    write(made, "Phụ lục", bold=True)
    write(made, "DANH SÁCH ĐẠI BIỂU", bold=True)
    reference = "(Kèm theo Kế hoạch số 15/KH-SNV ngày 10 tháng 5 năm 2022 của Sở Nội vụ)"
    write(made, reference, italic=True)


def listing(made: Any) -> None:
    table = made.add_table(2, 2)
    table.style = "Table Grid"
    for cell, text in zip(table._cells, ("TT", "Họ và tên", "1", "Nguyễn Văn Thử"), strict=True):
        write(cell, text, size=13)


def annexed() -> Any:
    """A plan with its annex in the same file."""
    made = plan()
    section = made.add_section(WD_SECTION.NEW_PAGE)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.append(start)
    annex_head(made)
    listing(made)
    return made


def paragraphs(made: Any) -> Iterator[Any]:
    """Also those in tables and the header."""
    for section in made.sections:
        yield from section.header.paragraphs
    for element in made.element.body.iter(qn("w:p")):
        yield docx.text.paragraph.Paragraph(element, made._body)


def the(made: Any, beginning: str) -> Any:
    """The first paragraph that begins so."""
    return next(p for p in paragraphs(made) if p.text.startswith(beginning))


def codes(path: Path, **options: bool) -> set[str]:
    """The rules the file breaks."""
    return {lapse.rule.code for lapse in lint(path, **options)}


def saved(made: Any, folder: Path, name: str = "document.docx") -> Path:
    path = folder / name
    made.save(path)
    return path


RED = RGBColor(0xC0, 0, 0)
