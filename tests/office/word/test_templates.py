"""The Word templates: as built, and as the decree asks."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from sample_letters import (
    NOTICE,
    run_texts,
)

from xl_dialogue.documents.typesetting import RULES
from xl_dialogue.office.word.letterhead import SUBJECT_RULES
from xl_dialogue.office.word.templates import TEMPLATES
from xl_dialogue.opc import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.styles.style import ParagraphStyle

COMMITTED = Path(__file__).parents[3] / "templates"


@pytest.fixture(params=TEMPLATES)
def template(request: pytest.FixtureRequest) -> Document:
    return docx.Document(io.BytesIO(TEMPLATES[request.param]()))


def inherited(style: ParagraphStyle) -> Iterator[ParagraphStyle]:
    """The style and those it is based on, the nearest first."""
    nearest: ParagraphStyle | None = style
    while nearest is not None:
        yield nearest
        nearest = nearest.base_style


def first(values: Iterator[Any]) -> Any:
    return next((value for value in values if value is not None), None)


# --- the files ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_built_the_same_every_time(name: str) -> None:
    assert TEMPLATES[name]() == TEMPLATES[name]()


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_template_that_is_kept_is_the_one_that_is_built(name: str) -> None:
    # Part by part: another zlib may pack the same parts in other bytes.
    kept, built = Package((COMMITTED / name).read_bytes()), Package(TEMPLATES[name]())
    assert [(part, kept.read(part)) for part in kept.names] == [
        (part, built.read(part)) for part in built.names
    ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_tag_stands_in_one_run(name: str) -> None:
    texts = run_texts(TEMPLATES[name]())
    whole = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
    assert any(whole.search(text) for text in texts)
    assert [text for text in texts if re.search(r"[{}]", whole.sub("", text))] == []


def test_nothing_is_formatted_by_hand(template: Document) -> None:
    for properties in template.element.body.iter(qn("w:pPr")):
        tags = [child.tag for child in properties if child.tag != qn("w:sectPr")]
        assert tags == [qn("w:pStyle")]
    assert list(template.element.body.iter(qn("w:rPr"))) == []


def test_every_style_that_is_used_is_declared(template: Document) -> None:
    declared = [style.style_id for style in template.styles]
    used = {
        element.get(qn("w:val"))
        for tag in ("w:pStyle", "w:tblStyle")
        for element in template.element.body.iter(qn(tag))
    }
    assert used <= set(declared)
    assert len(declared) == len(set(declared))


# --- the decree -----------------------------------------------------------------------------


def test_the_paper_is_a4_with_the_margins_of_the_decree(template: Document) -> None:
    near = Mm(0.1)
    for paper in template.sections:
        assert abs(paper.page_width - Mm(210)) < near
        assert abs(paper.page_height - Mm(297)) < near
        assert Mm(20) - near < paper.top_margin < Mm(25) + near
        assert Mm(20) - near < paper.bottom_margin < Mm(25) + near
        assert Mm(30) - near < paper.left_margin < Mm(35) + near
        assert Mm(15) - near < paper.right_margin < Mm(20) + near


@pytest.mark.parametrize(
    ("name", "sizes", "bold", "italic"),
    [
        ("Quốc hiệu", (12, 13), True, False),
        ("Tiêu ngữ", (13, 14), True, False),
        ("Cơ quan ban hành", (12, 13), True, False),
        ("Số ký hiệu", (13, 13), False, False),
        ("Địa danh ngày tháng", (13, 14), False, True),
        ("Tên loại", (13, 14), True, False),
        ("Trích yếu", (13, 14), True, False),
        ("Căn cứ", (13, 14), False, True),
        ("Thân văn bản", (13, 14), False, False),
        ("Lời dẫn", (13, 14), False, False),
        ("Lời dẫn bảng", (13, 14), False, False),
        ("Đoạn kết", (13, 14), False, False),
        ("Mục", (13, 14), True, False),
        ("Bảng - đầu cột", (13, 14), True, False),
        ("Bảng - chữ", (13, 14), False, False),
        ("Bảng - giữa", (13, 14), False, False),
        ("Quyền hạn ký", (13, 14), True, False),
        ("Họ tên người ký", (13, 14), True, False),
        ("Nơi nhận", (12, 12), True, True),
        ("Nơi nhận - danh sách", (11, 11), False, False),
        ("Số trang", (13, 14), False, False),
    ],
)
def test_a_style_has_the_letters_of_the_decree(
    template: Document, name: str, sizes: tuple[int, int], bold: bool, italic: bool
) -> None:
    line = list(inherited(template.styles[name]))
    low, high = sizes
    assert Pt(low) <= first(style.font.size for style in line) <= Pt(high)
    assert first(style.font.bold for style in line) is bold
    assert first(style.font.italic for style in line) is italic


def test_every_letter_is_times_new_roman(template: Document) -> None:
    fonts = list(template.styles.element.iter(qn("w:rFonts")))
    kinds = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
    assert fonts
    assert {font.get(qn(kind)) for font in fonts for kind in kinds} == {"Times New Roman"}


@pytest.mark.parametrize("name", ["Thân văn bản", "Căn cứ", "Lời dẫn", "Đoạn kết"])
def test_a_paragraph_is_set_as_the_decree_asks(template: Document, name: str) -> None:
    line = [style.paragraph_format for style in inherited(template.styles[name])]
    assert first(form.alignment for form in line) == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert abs(first(form.first_line_indent for form in line) - Mm(12.7)) < Mm(0.1)
    assert first(form.space_before for form in line) >= Pt(6)
    assert 1.0 <= first(form.line_spacing for form in line) <= 1.5


@pytest.mark.parametrize(
    ("name", "column", "shortest", "longest"),
    [
        ("Kẻ dưới tiêu ngữ", 99, 60, 61),
        ("Kẻ dưới cơ quan", 66, 43 / 3, 37 / 2),
        *(
            (f"Kẻ dưới trích yếu {length} mm", 165, length - 0.1, length + 0.1)
            for length in SUBJECT_RULES
        ),
    ],
)
def test_a_rule_is_as_long_as_the_decree_asks(
    template: Document, name: str, column: float, shortest: float, longest: float
) -> None:
    # "Độc lập - Tự do - Hạnh phúc" is 60.5 mm long in bold 14, "ỦY BAN NHÂN DÂN" 43 and
    # "TỈNH CAO BẰNG" 37 in bold 13; which line suits a subject is told with it.
    form = template.styles[name].paragraph_format
    length = Mm(column) - form.left_indent - form.right_indent
    assert Mm(shortest) <= length <= Mm(longest)
    assert abs(form.left_indent - form.right_indent) <= Mm(0.1)


def test_templates_have_a_line_for_every_length_that_documents_ask_for() -> None:
    assert SUBJECT_RULES == RULES


def test_the_page_number_stands_in_the_middle_of_the_header(template: Document) -> None:
    if template.core_properties.title in ("Thẻ đại biểu", "Biển tên"):  # to be cut out
        assert [paper.header.paragraphs[0].text for paper in template.sections] == [""]
        return
    for paper in template.sections:
        (number,) = paper.header.paragraphs
        fields = [field.get(qn("w:instr")) for field in number._p.iter(qn("w:fldSimple"))]
        assert number.style.name == "Số trang"
        assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert fields == [" PAGE "]
        assert paper.different_first_page_header_footer


def test_word_reads_vietnamese_and_no_older_version(template: Document) -> None:
    languages = {mark.get(qn("w:val")) for mark in template.styles.element.iter(qn("w:lang"))}
    modes = [
        setting.get(qn("w:val"))
        for setting in template.settings.element.iter(qn("w:compatSetting"))
        if setting.get(qn("w:name")) == "compatibilityMode"
    ]
    assert (languages, modes) == ({"vi-VN"}, ["15"])


def test_no_row_is_cut_and_the_heads_of_the_tasks_stand_again() -> None:
    notice = docx.Document(io.BytesIO(TEMPLATES[NOTICE]()))
    _, listing, _ = notice.tables
    rows = [row._tr for table in notice.tables for row in table.rows]
    assert all(list(row.iter(qn("w:cantSplit"))) for row in rows)
    repeated = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in listing.rows]
    assert repeated == [True, False, False, False]
