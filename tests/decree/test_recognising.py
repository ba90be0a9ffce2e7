"""What kind of document it is, and the forms that are rarer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from drawn_documents import (
    BOTH,
    LEFT,
    annex,
    annex_head,
    body,
    codes,  # fmt: skip
    head,
    invitation,
    listing,
    minutes,
    new,
    paragraphs,
    plan,
    saved,
    signature,
    the,
    title,
    write,
)

from xl_dialogue.decree.letters import Role
from xl_dialogue.decree.lint import lint
from xl_dialogue.decree.reading import read
from xl_dialogue.decree.recognising import letters_of

if TYPE_CHECKING:
    from pathlib import Path


def page_start(number: str) -> Any:
    made = OxmlElement("w:pgNumType")
    made.set(qn("w:start"), number)
    return made


def roles(path: Path) -> list[Role]:
    return [letter.role for letter in letters_of(read(path))]


def test_a_party_document_is_recognised_and_not_measured(tmp_path: Path) -> None:
    made = new()
    left, right = made.add_table(1, 2).rows[0].cells
    write(left, "TỈNH ỦY CAO BẰNG", bold=True)
    write(left, "Số 94-KH/TU")
    write(right, "ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True)
    write(made, "KẾ HOẠCH", size=16, bold=True)
    lapses = lint(saved(made, tmp_path))
    assert [(lapse.rule.code, lapse.level.value) for lapse in lapses] == [("N01", "note")]
    assert "Đảng" in lapses[0].say()


def test_a_card_a_speech_and_a_form_have_nothing_of_the_decree_but_its_font(
    tmp_path: Path,
) -> None:
    made = new()
    made.sections[0].left_margin = Mm(10)
    write(made, "Số phiếu: 12", size=20)
    write(made, "PHIẾU CÂU HỎI", size=26, bold=True)
    write(made, "Ngày 24 tháng 5 năm 2022, tại Hội nghị: Kính thưa các đồng chí!", size=16)
    path = saved(made, tmp_path)
    assert (roles(path), codes(path)) == ([Role.NEITHER], {"N02"})
    the(made, "PHIẾU").runs[0].font.name = "Arial"
    assert codes(saved(made, tmp_path)) == {"N02", "P03"}


def test_of_what_has_quoc_hieu_alone_nobody_says_that_it_has_none(tmp_path: Path) -> None:
    made = new()
    write(made, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True)
    write(made, "Độc lập - Tự do - Hạnh phúc", size=14, bold=True)
    write(made, "Kính gửi các đồng chí!", size=14)
    [lapse] = [lapse for lapse in lint(saved(made, tmp_path)) if lapse.rule.code == "N02"]
    assert "Quốc hiệu" not in lapse.say()
    assert "không thấy tên loại, số ký hiệu, nơi nhận" in lapse.say()


def test_a_document_with_recipients_is_official_though_it_has_no_head(tmp_path: Path) -> None:
    made = new()
    write(made, "KẾ HOẠCH", bold=True)
    body(made, "Nội dung./.")
    signature(made, "- Như trên;", "- Lưu: VT, VP.")
    path = saved(made, tmp_path)
    assert roles(path) == [Role.NAMED]
    assert {"E01", "E02", "E04", "E05", "E08", "E10"} == codes(path)


def test_a_print_file_is_measured_letter_by_letter(tmp_path: Path) -> None:
    made, second = invitation(), invitation()
    the(second, "Chủ trì").runs[0].text = "Đồng chí Giám đốc Sở Nội vụ."
    made.add_page_break()
    section = made.element.body.sectPr
    for part in [child for child in second.element.body if child.tag != qn("w:sectPr")]:
        section.addprevious(part)
    lapses = [lapse for lapse in lint(saved(made, tmp_path)) if lapse.rule.code == "T01"]
    assert roles(saved(made, tmp_path)) == [Role.NAMED, Role.NAMED]
    assert [(lapse.place.letter, lapse.facts) for lapse in lapses] == [(2, {"wanted": "Chủ trì:"})]


def test_the_superior_of_two_bold_lines_is_told_from_a_long_name(tmp_path: Path) -> None:
    made = plan()
    upper, lower = the(made, "UBND TỈNH").runs[0], the(made, "SỞ NỘI VỤ").runs[0]
    upper.text, lower.text, upper.bold = "LIÊN ĐOÀN LAO ĐỘNG", "TỈNH CAO BẰNG", True
    letter = letters_of(read(saved(made, tmp_path)))[0]
    assert [piece.text for piece in letter.issuer] == ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH CAO BẰNG"]
    assert letter.superior == []


def test_an_annex_in_a_file_of_its_own_is_no_official_document(tmp_path: Path) -> None:
    assert roles(saved(annex(), tmp_path)) == [Role.APPENDIX]


def test_what_two_bodies_sign_side_by_side_needs_no_secretary(tmp_path: Path) -> None:
    made = minutes()
    for cell, power in zip(made.tables[1].rows[0].cells, ("CHỦ TỊCH", "GIÁM ĐỐC"), strict=True):
        cell.paragraphs[0].runs[0].text = power
    letter = letters_of(read(saved(made, tmp_path)))[0]
    assert [piece.text for piece in letter.powers] == ["CHỦ TỊCH", "GIÁM ĐỐC"]
    assert codes(saved(made, tmp_path)) == set()


def test_a_line_that_explains_an_annexs_title_is_not_in_capitals(tmp_path: Path) -> None:
    made = annex()
    the(made, "DANH SÁCH")._p.addnext(write(made, "Dự Hội nghị đối thoại", bold=True)._p)
    assert codes(saved(made, tmp_path)) == set()


def test_a_decision_has_its_authority_and_its_articles(tmp_path: Path) -> None:
    made = new()
    head(made, "Số: 07/QĐ-SNV", "Cao Bằng, ngày 15 tháng 02 năm 2022")
    title(made, "QUYẾT ĐỊNH", "Về việc thành lập Tổ giúp việc Hội nghị đối thoại năm 2022")
    write(made, "GIÁM ĐỐC SỞ NỘI VỤ", bold=True, before=6)
    ground = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    for text in (ground, "Theo đề nghị của Chánh Văn phòng Sở."):
        write(made, text, italic=True, align=BOTH, first=12.7, before=6)
    write(made, "QUYẾT ĐỊNH:", bold=True, before=6)
    body(made, "Điều 1. Thành lập Tổ giúp việc.", "Điều 2. Chánh Văn phòng thi hành./.")
    signature(made, "- Như Điều 2;", "- Lưu: VT, VP.")
    assert codes(saved(made, tmp_path)) == set()


def test_a_signature_may_stand_above_the_recipients_without_a_table(tmp_path: Path) -> None:
    made = new()
    head(made, "Số: 12/SNV-VP", "Cao Bằng, ngày 05 tháng 02 năm 2022", "V/v tổng hợp kiến nghị")
    write(made, "Kính gửi: Ủy ban nhân dân tỉnh Cao Bằng", before=12)
    body(made, "Sở Nội vụ trân trọng báo cáo./.")
    for text, above in (("TL. GIÁM ĐỐC", 0), ("CHÁNH VĂN PHÒNG", 0), ("Hoàng Văn Mẫu", 60)):
        write(made, text, bold=True, before=above).paragraph_format.left_indent = Mm(80)
    write(made, "Nơi nhận:", size=12, bold=True, italic=True, align=LEFT)
    for text in ("- Như trên;", "- Lưu: VT, VP."):
        write(made, text, size=11, align=LEFT)
    assert codes(saved(made, tmp_path)) == set()


def test_annexes_are_numbered_in_roman_and_counted_on_their_own(tmp_path: Path) -> None:
    made = plan()
    for label in ("Phụ lục I", "Phụ lục II"):
        section = made.add_section(WD_SECTION.NEW_PAGE)
        for old in section._sectPr.findall(qn("w:pgNumType")):
            section._sectPr.remove(old)
        section._sectPr.append(page_start("1"))
        annex_head(made)
        next(p for p in paragraphs(made) if p.text == "Phụ lục").runs[0].text = label
        listing(made)
    assert codes(saved(made, tmp_path)) == set()
    the(made, "Phụ lục II").runs[0].text = "Phụ lục"
    assert codes(saved(made, tmp_path)) == {"E23"}
    the(made, "Phụ lục").runs[0].text = "Phụ lục I"
    made.sections[1]._sectPr.find(qn("w:pgNumType")).set(qn("w:start"), "3")
    assert "P04" in codes(saved(made, tmp_path))
