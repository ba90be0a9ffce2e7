"""Every rule: a correct document, altered in one place, breaks that rule and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from drawn_documents import (
    CENTRE,
    LEFT,
    LONG,
    RED,
    annex,
    annexed,
    body,
    codes,
    invitation,
    minutes,
    notice,
    official_letter,
    plan,
    report,
    saved,
    the,
    write,
)  # fmt: skip

from xl_dialogue.decree.lint import fails, lint
from xl_dialogue.decree.registry import RULES, Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Alteration = Callable[[Any], object]

FORMS = (invitation, official_letter, plan, notice, report, minutes, annex, annexed)
NATION, MOTTO = "CỘNG HÒA", "Độc lập"


@pytest.mark.parametrize("form", FORMS)
def test_a_correct_document_has_no_lapse(form: Callable[[], Any], tmp_path: Path) -> None:
    assert [lapse.say() for lapse in lint(saved(form(), tmp_path))] == []


# --- what is altered --------------------------------------------------------------------------


def font(beginning: str, **changes: Any) -> Alteration:
    """Set properties of the letters: ``size=15``, ``bold=False``, ``name="Arial"``."""

    def alter(made: Any) -> None:
        for run in the(made, beginning).runs:
            for name, value in changes.items():
                setattr(run.font, name, Pt(value) if name == "size" else value)

    return alter


def layout(beginning: str, **changes: Any) -> Alteration:
    def alter(made: Any) -> None:
        for name, value in changes.items():
            setattr(the(made, beginning).paragraph_format, name, value)

    return alter


def says(beginning: str, text: str) -> Alteration:
    """The first run says something else; what is drawn stays."""

    def alter(made: Any) -> None:
        the(made, beginning).runs[0].text = text

    return alter


def ends(beginning: str, wrong: str, right: str = "") -> Alteration:
    def alter(made: Any) -> None:
        run = the(made, beginning).runs[0]
        assert run.text.endswith(right)
        run.text = run.text.removesuffix(right) + wrong

    return alter


def gone(beginning: str) -> Alteration:
    """The paragraph is emptied, a line that hangs on it too; a cell keeps its paragraph."""

    def alter(made: Any) -> None:
        element = the(made, beginning)._p
        for run in element.findall(qn("w:r")):
            element.remove(run)

    return alter


def without_line(beginning: str) -> Alteration:
    def alter(made: Any) -> None:
        paragraph = the(made, beginning)
        paragraph._p.remove(paragraph.runs[-1]._r)

    return alter


def line_of(beginning: str, length: float) -> Alteration:
    def alter(made: Any) -> None:
        extent = next(e for e in the(made, beginning)._p.iter() if e.tag.endswith("}extent"))
        extent.set("cx", str(round(length * 36_000)))

    return alter


def page(**changes: Any) -> Alteration:
    def alter(made: Any) -> None:
        for name, value in changes.items():
            setattr(made.sections[0], name, value)

    return alter


def after(beginning: str, text: str, **how: Any) -> Alteration:
    """A new paragraph below one that stands in a cell."""

    def alter(made: Any) -> None:
        holder = next(c for t in made.tables for c in t._cells if beginning in c.text)
        write(holder, text, **how)

    return alter


def before(beginning: str, text: str, **how: Any) -> Alteration:
    def alter(made: Any) -> None:
        place = the(made, beginning)
        place._p.addprevious(write(made, text, **how)._p)

    return alter


def swapped(upper: str, lower: str) -> Alteration:
    def alter(made: Any) -> None:
        the(made, upper)._p.addprevious(the(made, lower)._p)

    return alter


def all_of(*alterations: Alteration) -> Alteration:
    def alter(made: Any) -> None:
        for alteration in alterations:
            alteration(made)

    return alter


def number_in_the_footer(made: Any) -> None:
    header, footer = made.sections[0].header, made.sections[0].footer
    footer.paragraphs[0]._p.append(header.paragraphs[0]._p.find(qn("w:fldSimple")))


ALTERATIONS: list[tuple[str, Callable[[], Any], Alteration]] = [
    ("P01", plan, page(page_width=Mm(216), page_height=Mm(279))),
    ("P01", plan, page(page_width=Mm(297), page_height=Mm(210), orientation=WD_ORIENT.LANDSCAPE)),
    ("P02", plan, page(left_margin=Mm(25))),
    ("P02", annex, page(top_margin=Mm(15))),
    ("P02", plan, page(gutter=Mm(10))),
    ("P03", plan, font("Căn cứ Luật", name="Arial")),
    ("P03", plan, font("1. Các phòng", name="Calibri")),
    ("P03", annex, font("(Kèm theo", name="Arial")),
    ("P03", plan, lambda made: setattr(the(made, "1. Các").runs[0].font.color, "rgb", RED)),
    ("P04", plan, page(different_first_page_header_footer=False)),
    ("P04", plan, lambda made: setattr(made.sections[0].header.paragraphs[0], "alignment", LEFT)),
    ("P04", plan, number_in_the_footer),
    ("E01", plan, gone(NATION)),
    ("E01", plan, font(NATION, size=14)),
    ("E01", plan, font(NATION, bold=False)),
    ("E01", plan, says(NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    ("E01", plan, says(NATION, "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM")),
    ("E02", plan, gone(MOTTO)),
    ("E02", plan, says(MOTTO, "Độc lập-Tự do-Hạnh phúc")),
    ("E26", plan, says(MOTTO, "Độc lập – Tự do – Hạnh phúc")),
    ("E02", plan, font(MOTTO, size=12)),
    ("E02", plan, without_line(MOTTO)),
    ("E02", plan, line_of(MOTTO, 30)),
    ("E02", plan, layout(MOTTO, line_spacing=1.5)),
    ("E03", plan, font("UBND TỈNH", bold=True)),
    ("E03", plan, font("UBND TỈNH", size=14)),
    ("E03", plan, all_of(line_of("SỞ NỘI VỤ", 25), says("SỞ NỘI VỤ", "UBND TỈNH CAO BẰNG"))),
    ("E04", plan, font("SỞ NỘI VỤ", size=14)),
    ("E04", plan, says("SỞ NỘI VỤ", "Sở Nội vụ")),
    ("E04", plan, without_line("SỞ NỘI VỤ")),
    ("E04", plan, line_of("SỞ NỘI VỤ", 40)),
    ("E05", plan, gone("Số:")),
    ("E05", plan, says("Số:", "Số: 5/KH-SNV")),
    ("E05", plan, says("Số:", "Số 15/KH-SNV")),
    ("E05", plan, says("Số:", "Số: 15/KH - SNV")),
    ("E05", plan, says("Số:", "Số: 15/kh-snv")),
    ("E05", plan, font("Số:", size=14)),
    ("E05", official_letter, font("Số:", italic=True)),
    ("E06", official_letter, says("Số:", "Số: 12/CV-SNV")),
    ("E06", official_letter, says("Số:", "Số: 12/SNV")),
    ("E07", plan, says("Số:", "Số: 15/SNV-KH")),
    ("E07", report, says("Số:", "Số: 15/TB-SNV")),
    ("E08", plan, gone("Cao Bằng, ngày")),
    ("E08", plan, font("Cao Bằng, ngày", italic=False)),
    ("E08", plan, says("Cao Bằng, ngày", "Cao Bằng, ngày 5 tháng 4 năm 2022")),
    ("E08", plan, says("Cao Bằng, ngày", "Cao Bằng, ngày 10 tháng 05 năm 2022")),
    ("E08", plan, says("Cao Bằng, ngày", "Cao Bằng, ngày 10 tháng 2 năm 2022")),
    ("E08", plan, says("Cao Bằng, ngày", "Cao Bằng ngày 10 tháng 4 năm 2022")),
    ("E09", plan, gone("KẾ HOẠCH")),
    ("E09", plan, says("KẾ HOẠCH", "Kế hoạch")),
    ("E09", plan, font("KẾ HOẠCH", size=16)),
    ("E09", plan, font("KẾ HOẠCH", bold=False)),
    ("E10", plan, gone("Tổ chức Hội nghị")),
    ("E10", plan, font("Tổ chức Hội nghị", bold=False)),
    ("E10", plan, without_line("Tổ chức Hội nghị")),
    ("E10", plan, line_of("Tổ chức Hội nghị", 90)),
    ("E11", official_letter, gone("V/v")),
    ("E11", official_letter, font("V/v", bold=True)),
    ("E11", official_letter, font("V/v", size=14)),
    ("E11", official_letter, layout("V/v", space_before=Pt(0))),
    ("E12", plan, font("Căn cứ Luật", italic=False)),
    ("E12", plan, ends("Căn cứ Luật", ",", ";")),
    ("E12", plan, says("Căn cứ Luật", "Căn cứ Quyết định của Tỉnh ủy;")),
    ("E13", plan, ends("1. Các phòng", "; Quyết định số 7/QĐ-TTg thi hành.", ".")),
    ("E13", plan, says("1. Các", "1. Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020.")),
    ("E14", plan, font("1. Các phòng", size=12)),
    ("E14", plan, font("1. Các phòng", italic=True)),
    ("E14", plan, layout(LONG, alignment=LEFT)),
    ("E14", plan, layout("1. Các phòng", first_line_indent=Mm(20))),
    ("E14", plan, layout("b)", space_before=Pt(3))),
    ("E14", plan, layout(LONG, line_spacing=2.0)),
    ("E14", plan, layout(LONG, line_spacing=Pt(11))),
    ("E15", plan, says("I. MỤC ĐÍCH", "I. Mục đích, yêu cầu")),
    ("E15", plan, font("I. MỤC ĐÍCH", bold=False)),
    ("E15", plan, says("I. MỤC ĐÍCH", "I/ MỤC ĐÍCH, YÊU CẦU")),
    ("E16", plan, font("1. Mục đích", bold=False)),
    ("E16", plan, says("1. Mục đích", "1) Mục đích")),
    ("E16", plan, font("1. Các phòng", bold=True)),
    ("E16", plan, says("đ) Thiết thực", "e) Thiết thực.")),
    ("E16", plan, says("b) Thông", "b. Thông tin đầy đủ;")),
    ("E17", plan, ends("2. Văn phòng", ".", "./.")),
    ("E18", invitation, says("KT. GIÁM ĐỐC", "KT GIÁM ĐỐC")),
    ("E18", invitation, says("KT. GIÁM ĐỐC", "Kt. Giám đốc")),
    ("E18", invitation, gone("PHÓ GIÁM ĐỐC")),
    ("E18", plan, font("GIÁM ĐỐC", bold=False)),
    ("E18", plan, says("GIÁM ĐỐC", "THỪA LỆNH GIÁM ĐỐC")),
    ("E19", plan, says("Hoàng Văn Mẫu", "TS. Hoàng Văn Mẫu")),
    ("E19", plan, says("Hoàng Văn Mẫu", "Ông Hoàng Văn Mẫu")),
    ("E19", plan, says("Hoàng Văn Mẫu", "HOÀNG VĂN MẪU")),
    ("E19", plan, font("Hoàng Văn Mẫu", italic=True)),
    ("E19", plan, gone("Hoàng Văn Mẫu")),
    ("E20", official_letter, all_of(gone("Kính gửi"), gone("- Liên đoàn"), gone("- Sở Xây"))),
    ("E20", official_letter, says("Kính gửi", "Kính gửi")),
    ("E20", official_letter, ends("- Liên đoàn", ",", ";")),
    ("E20", official_letter, font("- Liên đoàn", size=12)),
    ("E20", plan, before("Căn cứ Luật", "Kính gửi: Sở Xây dựng", align=CENTRE)),
    ("E21", plan, font("Nơi nhận", size=11)),
    ("E21", plan, font("Nơi nhận", italic=False)),
    ("E21", plan, layout("Nơi nhận", alignment=CENTRE)),
    ("E21", plan, says("Nơi nhận", "Nơi nhận")),
    ("E22", plan, font("- Ủy ban", size=12)),
    ("E22", plan, ends("- Ủy ban", ",", ";")),
    ("E22", plan, gone("- Lưu")),
    ("E22", plan, says("- Lưu", "- Lưu VT.")),
    ("E22", official_letter, says("- Như trên", "- Sở Xây dựng;")),
    ("E23", annexed, says("Phụ lục", "PHỤ LỤC")),
    ("E23", annexed, font("Phụ lục", size=13)),
    ("E23", annex, says("Phụ lục", "Phụ lục 1")),
    ("E23", annex, says("DANH SÁCH", "Danh sách đại biểu")),
    ("E23", annex, font("(Kèm theo", italic=False)),
    ("E23", annex, says("(Kèm theo", "(Kèm theo Kế hoạch của Sở Nội vụ)")),
    ("E23", annexed, ends("2. Văn phòng", "./.", " (có phụ lục kèm theo)./.")),
    ("E24", plan, after("Số: 15", "KHẨN", size=13, bold=True)),
    ("E25", plan, says("- Lưu", "- Lưu: VT, vx.")),
    ("E25", plan, after("- Lưu", "vx(12)", size=11, align=LEFT)),
    ("T01", invitation, gone("Chủ trì")),
    ("T01", invitation, swapped("Thời gian", "Địa điểm")),
    ("T01", invitation, before("Sở Nội vụ trân", "Kính gửi: Ông Nguyễn Văn Thử", align=CENTRE)),
    ("T02", invitation, says("Đề nghị đại biểu", "Liên hệ: Văn phòng Sở./.")),
    ("T02", invitation, says("Đề nghị đại biểu", "Đề nghị đại biểu mang theo giấy mời./.")),
    ("T02", invitation, says("Cao Bằng, ngày", "Cao Bằng, ngày 20 tháng 5 năm 2022")),
    ("T03", minutes, gone("Thư ký (người")),
    ("T03", minutes, all_of(says("THƯ KÝ", "CHỦ TỌA"), lambda made: _second(made, "THƯ KÝ"))),
    ("T03", minutes, after("Độc lập", "Cao Bằng, ngày 24 tháng 5 năm 2022", italic=True)),
    ("T04", plan, after("Số: 15", "V/v tổ chức Hội nghị", size=12, before=6)),
    ("T04", plan, lambda made: body(made, "Kế hoạch này thay thế kế hoạch trước đây.")),
    ("X01", plan, says("1. Các phòng", "1. Các phòng thực hiện {{ task }} theo chức năng.")),
    ("X01", plan, says("1. Các phòng", "1. Các phòng thực hiện None theo chức năng.")),
    ("X01", plan, says("1. Các phòng", "1. Các phòng  thực hiện theo chức năng.")),
    ("X01", plan, says("1. Các phòng", "1. Ca\u0301c phòng thực hiện theo chức năng.")),
    ("X01", plan, says("1. Các phòng", "1. §Ò nghÞ Liªn ®oµn Lao ®éng tØnh chñ tr×.")),
    ("X01", invitation, says("Địa điểm", "Địa điểm: ")),
    ("X02", plan, says("1. Các phòng", "1. Sở xây dựng thực hiện theo chức năng.")),
    ("X02", plan, says("1. Các phòng", "1. Ủy ban Nhân dân tỉnh thực hiện theo chức năng.")),
]  # fmt: skip


def _second(made: Any, text: str) -> None:
    cells = [p for t in made.tables for c in t._cells for p in c.paragraphs]
    [p for p in cells if p.text == "CHỦ TỌA"][-1].runs[0].text = text


@pytest.mark.parametrize(
    ("code", "form", "alter"),
    ALTERATIONS,
    ids=[f"{code}-{place}" for place, (code, _, _) in enumerate(ALTERATIONS)],
)
def test_one_alteration_breaks_one_rule(
    code: str, form: Callable[[], Any], alter: Alteration, tmp_path: Path
) -> None:
    made = form()
    alter(made)
    assert codes(saved(made, tmp_path)) == {code}


def test_every_rule_is_broken_by_some_alteration() -> None:
    assert {code for code, _, _ in ALTERATIONS} == set(RULES)
    assert len(RULES) == 36


def test_a_warning_does_not_fail(tmp_path: Path) -> None:
    made = plan()
    ends("2. Văn phòng", ".", "./.")(made)
    lapses = lint(saved(made, tmp_path))
    assert [lapse.level for lapse in lapses] == [Level.WARNING]
    assert not fails(lapses)
