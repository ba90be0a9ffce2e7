"""The Word templates: what the decree asks of them, and how they look once filled in."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from xl_dialogue.documents.typesetting import RULES, set_in_lines
from xl_dialogue.office.word.letterhead import SUBJECT_RULES
from xl_dialogue.office.word.templates import TEMPLATES
from xl_dialogue.opc import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.styles.style import ParagraphStyle

COMMITTED = Path(__file__).parents[3] / "templates"
INVITATION, NOTICE = "giay-moi.docx", "thong-bao-ket-luan.docx"

LETTERHEAD = {
    "issuer_lines": ["ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG"],
    "place": "Cao Bằng",
    "date_line": "ngày      tháng 5 năm 2022",
    "parent_lines": [],
    "authority_lines": ["TL. CHỦ TỊCH"],
    "signer_title": "CHÁNH VĂN PHÒNG",
    "signer_name": "Hoàng Văn Mẫu",
    "recipients": ["Như trên;", "Thường trực Tỉnh ủy;", "Lưu: VT, VX."],
}
INVITED = LETTERHEAD | {
    "number": "45",
    "symbol": "GM-UBND",
    "subject": "Dự Hội nghị gặp gỡ, đối thoại với công nhân, viên chức, lao động năm 2022",
    "issuer": "Ủy ban nhân dân tỉnh Cao Bằng",
    "invitee": "Đồng chí Nguyễn Văn Thử, Chủ tịch Công đoàn cơ sở Công ty Ví dụ",
    "role": "dự và đưa tin",
    "conference": "Hội nghị gặp gỡ, đối thoại với công nhân tỉnh Cao Bằng năm 2022",
    "chair": "Đồng chí Trần Thị Ví Dụ, Chủ tịch Ủy ban nhân dân tỉnh",
    "time_line": "07 giờ 30 phút, thứ Ba, ngày 24 tháng 5 năm 2022",
    "venue": "Hội trường Trung tâm Hội nghị tỉnh, phường Hợp Giang, thành phố Cao Bằng",
    "requests": ["Có mặt trước 15 phút", "Mang theo giấy mời;", "Mặc trang phục lịch sự."],
    "contact": "Phòng Khoa giáo - Văn xã, điện thoại 0206 000 0000",
}
CONCLUDED = LETTERHEAD | {
    "number": "123",
    "symbol": "TB-UBND",
    "subject": "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại Hội nghị đối thoại năm 2022",
    "day": "Ngày 24 tháng 5 năm 2022",
    "venue": "Trung tâm Hội nghị Ví Dụ",
    "chair": "Chủ tịch Ủy ban nhân dân tỉnh",
    "conference": "Hội nghị đối thoại với người lao động năm 2022",
    "received": "37",
    "answered": "29",
    "general_conclusions": ["Các ngành coi đối thoại là việc làm thường xuyên."],
    "items": [],
    "host": "Văn phòng Ủy ban nhân dân tỉnh",
}
TASKS_LEAD = "Giao các cơ quan, đơn vị thực hiện các nhiệm vụ sau:"


def tasks(count: int) -> list[dict[str, str]]:
    return [
        {
            "number": str(task),
            "conclusion": f"Giải quyết dứt điểm kiến nghị {task} về chế độ bảo hiểm xã hội",
            "lead": "Bảo hiểm xã hội tỉnh",
            "coordinators": "Sở Nội vụ; Liên đoàn Lao động tỉnh" if task % 3 else "",
            "deadline": "30/06/2022",
            "product": "Báo cáo",
        }
        for task in range(1, count + 1)
    ]


LETTERS: dict[str, tuple[str, dict[str, Any]]] = {
    "normal": (INVITATION, INVITED),
    "draft": (INVITATION, INVITED | {"number": ""}),
    "hostile": (INVITATION, INVITED | {"invitee": 'Công ty <b>Ví dụ</b> & "Con" {{ 7 * 7 }}'}),
    "long": (INVITATION, INVITED | {"subject": "Dự đối thoại " * 23, "conference": "gặp gỡ " * 43}),
    "own title": (INVITATION, INVITED | {"authority_lines": [], "signer_title": "GIÁM ĐỐC"}),
    "no general": (NOTICE, CONCLUDED | {"items": tasks(1), "general_conclusions": []}),
    "neither": (NOTICE, CONCLUDED | {"general_conclusions": []}),
}
LETTERS |= {
    f"requests {count}": (
        INVITATION,
        INVITED | {"requests": [f"Yêu cầu thứ {request}" for request in range(count)]},
    )
    for count in range(1, 41)
}
LETTERS |= {
    f"tasks {count}": (NOTICE, CONCLUDED | {"items": tasks(count)}) for count in (0, 1, 12, 300)
}


def filled(template: bytes, context: dict[str, Any]) -> bytes:
    letter = DocxTemplate(io.BytesIO(template))
    letter.render(
        dict(set_in_lines(context)),
        SandboxedEnvironment(autoescape=True, undefined=StrictUndefined),
    )
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def converted(kind: str, folder: Path, files: dict[str, bytes]) -> dict[str, Path]:
    """The files as LibreOffice saves them, all in one start of it."""
    drafts = [folder / f"{name}.docx" for name in files]
    for draft, content in zip(drafts, files.values(), strict=True):
        draft.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder / "out"]
    subprocess.run([*command, *drafts], check=True, capture_output=True, timeout=240)
    return {name: folder / "out" / f"{name}.{kind}" for name in files}


def pages(pdf: Path) -> list[str]:
    """The text of each page, without any blank: lines break where they please."""
    command = ["pdftotext", "-raw", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def values(thing: object) -> Iterator[str]:
    """Every word that was handed over, its blanks and last stop taken off."""
    match thing:
        case dict():
            for part in thing.values():
                yield from values(part)
        case list():
            for part in thing:
                yield from values(part)
        case _:
            yield "".join(str(thing).split()).rstrip(".;")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The pages of every letter above, as printed."""
    files = {
        name: filled(TEMPLATES[template](), context)
        for name, (template, context) in LETTERS.items()
    }
    folder = tmp_path_factory.mktemp("letters")
    return {name: pages(pdf) for name, pdf in converted("pdf", folder, files).items()}


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


def run_texts(content: bytes) -> list[str]:
    body = docx.Document(io.BytesIO(content)).element.body
    return [text.text or "" for text in body.iter(qn("w:t"))]


# --- the files ---


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


# --- the decree ---


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


# --- the letters, printed ---


def test_a_normal_invitation_has_one_page_and_no_number_on_it(
    letters: dict[str, list[str]],
) -> None:
    (page,) = letters["normal"]
    assert page.startswith("ỦYBANNHÂNDÂN")


@pytest.mark.parametrize("name", LETTERS)
def test_every_word_is_printed(letters: dict[str, list[str]], name: str) -> None:
    printed = "".join(letters[name])
    assert [value for value in values(LETTERS[name][1]) if value not in printed] == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_signature_never_stands_alone(letters: dict[str, list[str]], name: str) -> None:
    last = letters[name][-1]
    text, _, signature = last.partition("./.")
    assert text
    assert "Nơinhận:" in signature
    assert "HoàngVănMẫu" in signature


def test_the_requests_tried_reach_over_the_page_at_every_height(
    letters: dict[str, list[str]],
) -> None:
    counts = {len(letters[f"requests {count}"]) for count in range(1, 41)}
    assert {1, 2} <= counts


def test_a_page_after_the_first_has_its_number_on_top(letters: dict[str, list[str]]) -> None:
    first_page, *others = letters["tasks 300"]
    assert first_page.startswith("ỦYBAN")
    for number, page in enumerate(others, 2):
        assert page.startswith(f"{number}TT")


def test_a_draft_leaves_room_for_the_number(letters: dict[str, list[str]]) -> None:
    assert "Số:/GM-UBND" in letters["draft"][0]
    room = "\N{NO-BREAK SPACE}" * 6
    assert f"Số: {room}/GM-UBND" in run_texts(filled(TEMPLATES[INVITATION](), LETTERS["draft"][1]))


def test_each_request_ends_in_its_own_stop(letters: dict[str, list[str]]) -> None:
    asked = "-Cómặttrước15phút;-Mangtheogiấymời;-Mặctrangphụclịchsự."
    assert asked in letters["normal"][0]


def test_a_signer_in_his_own_right_has_no_authority_above(letters: dict[str, list[str]]) -> None:
    assert "GIÁMĐỐCHoàngVănMẫu" in letters["own title"][0]


@pytest.mark.parametrize("count", [1, 12, 300])
def test_the_heads_of_the_tasks_stand_on_every_page(
    letters: dict[str, list[str]], count: int
) -> None:
    printed = letters[f"tasks {count}"]
    assert ["TTNộidungkếtluận" in page for page in printed] == [True] * len(printed)


@pytest.mark.parametrize("name", ["tasks 0", "neither"])
def test_without_tasks_there_is_no_table(letters: dict[str, list[str]], name: str) -> None:
    printed = "".join(letters[name])
    assert "TTNộidungkếtluận" not in printed
    assert "Giaocáccơquan" not in printed


def test_the_tasks_take_the_next_number_after_the_general_conclusions(
    letters: dict[str, list[str]],
) -> None:
    lead = "".join(TASKS_LEAD.split())
    assert f"2.{lead}" in letters["tasks 1"][0]
    assert f"sau:{lead}" in letters["no general"][0]


def test_templates_saved_again_by_an_office_still_make_letters(tmp_path: Path) -> None:
    built = {Path(name).stem: build() for name, build in TEMPLATES.items()}
    (tmp_path / "out").mkdir()
    saved = converted("docx", tmp_path, built)
    for name, context in ((INVITATION, INVITED), (NOTICE, CONCLUDED | {"items": tasks(2)})):
        template = saved[Path(name).stem].read_bytes()
        assert run_texts(filled(template, context)) == run_texts(filled(TEMPLATES[name](), context))
