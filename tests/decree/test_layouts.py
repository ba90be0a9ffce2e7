"""The same letter laid out in other ways: what counts is what a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from drawn_documents import (
    BOTH,
    CENTRE,
    LEFT,
    body,
    codes,  # fmt: skip
    draw_line,
    new,
    paragraphs,
    plan,
    saved,
    signature,
    the,
    title,
    write,
)

from xl_dialogue.decree.lint import lint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NUMBER, DATE = "Số: 15/KH-SNV", "Cao Bằng, ngày 10 tháng 5 năm 2022"


def element(name: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def style(made: Any, name: str, kind: int = 1, base: str = "Normal") -> Any:
    added = made.styles.add_style(name, kind)
    added.base_style = made.styles[base]
    return added


def tabbed(made: Any, *runs: tuple[str, dict[str, Any]]) -> Any:
    """A line whose left and right parts stand at tabs."""
    paragraph = made.add_paragraph()
    for text, how in runs:
        run = paragraph.add_run(text)
        run.font.size = Pt(how.get("size", 13))
        run.bold, run.italic = how.get("bold", False), how.get("italic", False)
    return paragraph


def test_a_head_laid_out_with_tabs_is_read_like_one_in_a_table(tmp_path: Path) -> None:
    made = new()
    bold = {"bold": True}
    tabbed(made, ("UBND TỈNH CAO BẰNG\t", {}), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold))
    line = tabbed(
        made, ("SỞ NỘI VỤ\t", bold), ("Độc lập - Tự do - Hạnh phúc", {"bold": True, "size": 14})
    )
    draw_line(line, 12)
    draw_line(line, 61)
    tabbed(made, (f"{NUMBER}\t", {}), (DATE, {"italic": True, "size": 14}))
    title(made, "KẾ HOẠCH", "Tổ chức Hội nghị đối thoại với người lao động năm 2022")
    body(made, "Sở Nội vụ tổ chức Hội nghị./.")
    tabbed(made, ("Nơi nhận:", {"size": 12, "bold": True, "italic": True}),
           ("\tGIÁM ĐỐC", {"size": 14, "bold": True}))  # fmt: skip
    tabbed(made, ("- Như trên;", {"size": 11}))
    tabbed(made, ("- Lưu: VT, VP.", {"size": 11}), ("\tHoàng Văn Mẫu", {"size": 14, "bold": True}))
    assert [lapse.say() for lapse in lint(saved(made, tmp_path))] == []


def test_a_font_of_the_theme_is_looked_up_in_the_theme(tmp_path: Path) -> None:
    made = plan()
    fonts = the(made, "1. Các phòng").runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:asciiTheme"), "minorHAnsi")
    fonts.set(qn("w:hAnsiTheme"), "minorHAnsi")
    fonts.set(qn("w:ascii"), "Times New Roman")
    lapses = lint(saved(made, tmp_path))
    assert [(lapse.rule.code, lapse.facts["font"]) for lapse in lapses] == [("P03", "Cambria")]


def test_only_the_letters_that_are_there_ask_for_a_font(tmp_path: Path) -> None:
    made = plan()
    fonts = the(made, "1. Các phòng").runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:cs"), "Arial")
    fonts.set(qn("w:eastAsia"), "Arial")
    assert codes(saved(made, tmp_path)) == set()


def test_bold_that_comes_from_a_style_counts(tmp_path: Path) -> None:
    made = plan()
    strong = style(made, "Đậm")
    strong.font.bold = True
    paragraph = the(made, "1. Mục đích")
    paragraph.style, paragraph.runs[0].bold = strong, None
    assert codes(saved(made, tmp_path)) == set()


def test_bold_of_two_styles_cancels_out(tmp_path: Path) -> None:
    made = plan()
    style(made, "Đậm").font.bold = True
    style(made, "Chữ đậm", 2, "Default Paragraph Font").font.bold = True
    paragraph = the(made, "1. Mục đích")
    paragraph.style, paragraph.runs[0].bold = made.styles["Đậm"], None
    paragraph.runs[0].style = made.styles["Chữ đậm"]
    assert codes(saved(made, tmp_path)) == {"E16"}


def test_small_letters_printed_as_capitals_are_capitals(tmp_path: Path) -> None:
    made = plan()
    run = the(made, "KẾ HOẠCH").runs[0]
    run.text, run.font.all_caps = "Kế hoạch", True
    assert codes(saved(made, tmp_path)) == set()


def test_a_style_is_followed_to_the_style_it_is_based_on(tmp_path: Path) -> None:
    made = plan()
    style(made, "Gốc").font.size = Pt(16)
    own = style(made, "Con", base="Gốc")
    paragraph = the(made, "1. Các phòng")
    paragraph.style, paragraph.runs[0].font.size = own, None
    lapses = lint(saved(made, tmp_path))
    assert [(lapse.rule.code, lapse.facts["size"]) for lapse in lapses] == [("E14", "16")]


def test_hidden_and_deleted_text_is_not_seen(tmp_path: Path) -> None:
    made = plan()
    paragraph = the(made, "1. Các phòng")
    hidden = paragraph.add_run(" {{ sót }}")
    hidden.font.hidden = True
    deleted = element("del", id="1", author="A")
    deleted.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>None</w:delText></w:r>"))
    paragraph._p.append(deleted)
    assert codes(saved(made, tmp_path)) == set()


def test_text_in_a_content_control_is_seen(tmp_path: Path) -> None:
    made = plan()
    paragraph = the(made, "1. Các phòng")
    control, content = element("sdt"), element("sdtContent")
    content.append(parse_xml(f"<w:r {nsdecls('w')}><w:t> None</w:t></w:r>"))
    control.append(content)
    paragraph._p.append(control)
    assert "X01" in codes(saved(made, tmp_path))


def test_a_field_shows_its_result_not_its_instruction(tmp_path: Path) -> None:
    made = plan()
    paragraph = the(made, "1. Các phòng")
    for kind in ("begin", "None", "separate", " Đồng bộ.", "end"):
        run = paragraph.add_run()
        run.font.size = Pt(14)
        if kind in ("begin", "separate", "end"):
            run._r.append(element("fldChar", fldCharType=kind))
        elif kind == "None":
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>{{{{ None }}}}</w:instrText>"))
        else:
            run.text = kind
    assert codes(saved(made, tmp_path)) == set()


def test_a_text_box_is_read_once_though_it_is_stored_twice(tmp_path: Path) -> None:
    made = plan()
    box = f"""<mc:AlternateContent {nsdecls("w")}
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>
 <w:txbxContent><w:p><w:r><w:t>None</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>
 </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>
 <w:t>None</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
 </mc:AlternateContent>"""
    the(made, "1. Các phòng").add_run()._r.append(parse_xml(box))
    lapses = [lapse for lapse in lint(saved(made, tmp_path)) if lapse.rule.code == "X01"]
    assert [lapse.again for lapse in lapses] == [0]


def test_urgency_in_a_box_has_its_frame(tmp_path: Path) -> None:
    made = plan()
    cell = made.tables[0].rows[1].cells[0]
    paragraph = write(cell, "KHẨN", size=13, bold=True)
    borders = element("pBdr")
    for edge in ("top", "left", "bottom", "right"):
        borders.append(element(edge, val="single", sz="6"))
    paragraph._p.get_or_add_pPr().append(borders)
    assert codes(saved(made, tmp_path)) == set()


def bordered(paragraph: Any) -> None:
    """The line as the bottom border of an empty paragraph between wide indents."""
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="6"))
    paragraph._p.get_or_add_pPr().append(borders)
    side = (165 - 48) / 2
    paragraph.paragraph_format.left_indent = Mm(side)
    paragraph.paragraph_format.right_indent = Mm(side)


def old_line(paragraph: Any) -> None:
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    line = f'<w:pict {nsdecls("w")} {vml}><v:line from="0,3pt" to="136pt,3pt"/></w:pict>'
    paragraph.add_run()._r.append(parse_xml(line))


def signs(paragraph: Any) -> None:
    paragraph.add_run("_" * 19).font.size = Pt(14)


@pytest.mark.parametrize("draw", [bordered, old_line, signs])
def test_a_line_counts_however_it_is_drawn(draw: Callable[[Any], None], tmp_path: Path) -> None:
    made = plan()
    subject = the(made, "Tổ chức Hội nghị")
    subject._p.remove(subject.runs[-1]._r)
    below = write(made, "", align=CENTRE)
    draw(below)
    subject._p.addnext(below._p)
    assert codes(saved(made, tmp_path)) == set()


def test_an_automatic_list_is_read_with_its_labels(tmp_path: Path) -> None:
    """Word counts in the English alphabet: e) after d), where the decree has đ)."""
    made = plan()
    numbering = made.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
    )
    for paragraph in [p for p in paragraphs(made) if p.text[1:2] == ")"]:
        paragraph.runs[0].text = paragraph.runs[0].text[3:]
        listing = element("numPr")
        listing.append(element("ilvl", val="0"))
        listing.append(element("numId", val="77"))
        paragraph._p.get_or_add_pPr().append(listing)
    lapses = lint(saved(made, tmp_path))
    assert [(lapse.rule.code, lapse.facts) for lapse in lapses] == [
        ("E16", {"found": "e", "wanted": "đ"})
    ]


def test_a_short_line_that_is_not_justified_looks_the_same(tmp_path: Path) -> None:
    made = plan()
    the(made, "1. Các phòng").alignment = LEFT
    assert codes(saved(made, tmp_path)) == set()


def test_a_draft_may_leave_number_and_day_to_the_pen(tmp_path: Path) -> None:
    made = plan()
    the(made, "Số:").runs[0].text = "Số:      /KH-SNV"
    the(made, "Cao Bằng, ngày").runs[0].text = "Cao Bằng, ngày      tháng 5 năm 2022"
    assert codes(saved(made, tmp_path)) == set()


def test_the_number_may_be_asked_for_in_a_frame_in_the_middle(tmp_path: Path) -> None:
    made = plan()
    paragraph = made.sections[0].header.paragraphs[0]
    paragraph.alignment = LEFT
    paragraph._p.get_or_add_pPr().append(element("framePr", hAnchor="margin", xAlign="center"))
    assert codes(saved(made, tmp_path)) == set()


def test_a_document_of_several_pages_needs_page_numbers(tmp_path: Path) -> None:
    made = plan()
    number = made.sections[0].header.paragraphs[0]
    number._p.remove(number._p.find(qn("w:fldSimple")))
    place = the(made, "II. TỔ CHỨC")
    for _ in range(60):
        place._p.addprevious(write(made, "Một đoạn.", align=BOTH, before=6, first=12.7)._p)
    assert codes(saved(made, tmp_path)) == {"P04"}


def test_a_list_of_names_or_of_labels_has_no_headings(tmp_path: Path) -> None:
    made = plan()
    place = the(made, "II. TỔ CHỨC")
    for text in ("1. Sở Nội vụ", "2. Sở Y tế", "3. Thời gian: ngày 24 tháng 5 năm 2022"):
        place._p.addprevious(write(made, text, align=BOTH, before=6, first=12.7)._p)
    assert codes(saved(made, tmp_path)) == set()


def test_a_draft_may_say_that_it_is_one(tmp_path: Path) -> None:
    made = plan()
    issuer = the(made, "UBND TỈNH")
    issuer._p.addprevious(write(made, "DỰ THẢO LẦN 2", size=13, italic=True)._p)
    assert codes(saved(made, tmp_path)) == set()


def test_a_paragraph_as_long_as_a_book_is_read_in_time(tmp_path: Path) -> None:
    made = plan()
    the(made, "1. Các phòng").runs[0].text = "1. " + "Thực  hiện " * 60_000
    the(made, "Tổ chức Hội nghị").runs[0].text = "Hội nghị " * 60_000
    assert "X01" in codes(saved(made, tmp_path))


def test_the_border_of_a_cell_may_be_the_line(tmp_path: Path) -> None:
    made = plan()
    motto = the(made, "Độc lập")
    motto._p.remove(motto.runs[-1]._r)
    borders = element("tcBorders")
    borders.append(element("bottom", val="single", sz="6"))
    cell = made.tables[0].rows[0].cells[1]
    cell.width = Mm(68)
    cell._tc.get_or_add_tcPr().append(borders)
    assert codes(saved(made, tmp_path)) == set()


def test_a_head_may_lie_in_a_single_row_with_breaks_and_an_underlined_motto(
    tmp_path: Path,
) -> None:
    made = new()
    left, right = made.add_table(1, 2).rows[0].cells
    issuer = write(left, "UBND TỈNH CAO BẰNG\n", size=13)
    own = issuer.add_run("SỞ NỘI VỤ")
    own.bold, own.font.size = True, Pt(13)
    draw_line(issuer, 12)
    write(left, NUMBER, size=13, before=12)
    write(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    write(right, "Độc lập - Tự do - Hạnh phúc", bold=True).runs[0].underline = True
    write(right, DATE, italic=True, before=12)
    title(made, "KẾ HOẠCH", "Tổ chức Hội nghị đối thoại với người lao động năm 2022")
    body(made, "Sở Nội vụ tổ chức Hội nghị./.")
    signature(made, "- Như trên;", "- Lưu: VT, VP.")
    assert codes(saved(made, tmp_path)) == set()


def test_lines_of_signs_dashes_and_dots_are_what_offices_type(tmp_path: Path) -> None:
    made = new()
    table = made.add_table(2, 2)
    left, right = table.rows[0].cells
    write(left, "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", size=13, bold=True)
    write(left, "_______", size=13)
    write(right, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    write(right, "Độc lập – Tự do – Hạnh phúc", bold=True)
    write(right, "________________________")
    left, right = table.rows[1].cells
    write(left, "Số: ........../KH-UBND", size=13)
    write(right, "Cao Bằng, ngày ... tháng ... năm 2022", italic=True)
    title(made, "KẾ HOẠCH", "Tổ chức Hội nghị đối thoại với người lao động năm 2022")
    body(made, "Ủy ban nhân dân tỉnh tổ chức Hội nghị./.")
    powers = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    signature(made, "- Thường trực Tỉnh ủy;", "- Lưu: VT, VX(M).", powers=powers)
    assert codes(saved(made, tmp_path)) == {"E26"}  # a dash, as Word makes of a hyphen
