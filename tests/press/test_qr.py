"""QR codes: what is drawn, what a telephone reads off the paper, and what Word is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import segno
import validator
import zxingcpp
from docx import Document
from docx.oxml.parser import parse_xml
from invitations import text_of
from jinja2 import UndefinedError
from pdfs import libreoffice, picture

from xl_dialogue import messages
from xl_dialogue.opc import Package
from xl_dialogue.press.fast import FastPress
from xl_dialogue.press.pdf import to_pdf
from xl_dialogue.press.plain import plain_letter
from xl_dialogue.press.press import Press, same_documents
from xl_dialogue.press.qr import QrError, qr
from xl_dialogue.press.tags import Tags
from xl_dialogue.press.template import Template

CODES = ["D001", "D450", "Đại biểu số 7 – Nguyễn Thị Lan & Đỗ <Ỷ>"]
LONGEST = "x" * 213
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.mark.parametrize("code", [*CODES, LONGEST, 7])
def test_the_outlines_enclose_exactly_the_dark_modules(code: str | int) -> None:
    path = drawn(qr(code)).find(f".//{A}path")
    drawing = windings(path)
    wanted = segno.make(str(code), error="m", micro=False, boost_error=False, encoding="utf-8")
    assert drawing == [[*row] for row in wanted.matrix_iter(border=4)]


def test_the_shape_is_20_mm_wide_and_black_and_says_what_it_is() -> None:
    run = drawn(qr('A "1" & <2>'))
    xml = qr("D001")
    assert xml.count('cx="720000" cy="720000"') == 2
    assert '<a:srgbClr val="000000"/>' in xml
    assert "r:embed" not in xml
    (properties,) = run.iter("{*}docPr")
    assert properties.get("descr") == 'Mã QR: A "1" & <2>'


@pytest.mark.parametrize("blank", ["", "  "])
def test_of_a_blank_nothing_is_printed(blank: str) -> None:
    assert qr(blank) == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a\nb", messages.VALUE_UNPRINTABLE),
        ("a\x00", messages.VALUE_UNPRINTABLE),
        (LONGEST + "x", messages.QR_TOO_LONG),
        ("ế" * 5_000, messages.QR_TOO_LONG),
        (None, messages.VALUE_NOT_TEXT),
        (True, messages.VALUE_NOT_TEXT),
        (1.5, messages.VALUE_NOT_TEXT),
        (["D001"], messages.VALUE_NOT_TEXT),
    ],
)
def test_what_cannot_be_printed_is_refused_with_the_reason(
    text: object, reason: messages.Text
) -> None:
    with pytest.raises(QrError) as error:
        qr(text)
    assert error.value.reason == reason


def test_a_missing_code_is_named_as_any_other_field() -> None:
    with pytest.raises(UndefinedError) as error:
        Tags().from_string("{{ code|qr }}").render()
    assert error.value.message == "code"


@pytest.mark.parametrize("code", [*CODES, ""])
def test_both_ways_give_the_same_document(build: Callable[..., Path], code: str) -> None:
    tags = ("{{r code|qr }}", "Mã {{ code }}: {{r code|qr }}.", "{{ code|qr }}")
    template = Template(build(*tags, header="{{r code|qr }}"))
    fast, plain = (make({"code": code}) for make in (FastPress(template).letter, slowly(template)))
    assert same_documents(fast, plain, [part.name for part in template.parts])
    assert f"Mã {code}: ." in text_of(fast)


def test_every_drawing_has_a_number_of_its_own(tmp_path: Path) -> None:
    template = Template(with_pictures(tmp_path))
    letters = [
        make({"code": code, "codes": CODES})
        for make in (FastPress(template).letter, slowly(template), Press(template).letter)
        for code in ("D001", "")
    ]
    for letter in letters:
        found = numbers(letter)
        assert len(set(found)) == len(found)
    assert [len(numbers(letter)) for letter in letters] == [8, 6] * 3


def test_the_press_falls_back_where_docxtpl_numbers_otherwise(tmp_path: Path) -> None:
    template, context = Template(with_pictures(tmp_path)), {"code": "D001", "codes": CODES}
    letter, plain = Press(template).letter(context), slowly(template)(context)
    assert same_documents(letter, plain, [part.name for part in template.parts])


@pytest.mark.parametrize(
    "text",
    [
        "{{r code|qr }}",
        "{{ code|qr }}",
        "a {{code|qr}} b",
        "{% if code %}{{ code | qr }}{% endif %}",
    ],
)
def test_a_code_stands_beside_the_text_however_it_is_typed(
    build: Callable[..., Path], text: str
) -> None:
    letter = Press(Template(build(text))).letter({"code": "D001"})
    body = parse_xml(Package(letter).read("word/document.xml"))
    (drawing,) = body.iter("{*}AlternateContent")
    assert drawing.getparent().tag == f"{{{W}}}r"
    assert drawing.getparent().getparent().tag == f"{{{W}}}p"


def test_codes_of_a_list_and_a_chosen_code(build: Callable[..., Path]) -> None:
    template = Template(build("{%p for code in codes %}", "{{r code|qr }}", "{%p endfor %}"))
    letter = Press(template).letter({"codes": CODES})
    assert numbers(letter) == [1001, 1002, 1003]


def test_the_open_xml_sdk_finds_a_letter_with_codes_valid(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    template = Template(build("{{r code|qr }}", "{{ code|qr }}", header="{{r code|qr }}"))
    path = tmp_path / "letter.docx"
    path.write_bytes(FastPress(template).letter({"code": CODES[2]}))
    assert validator.errors(path) == []


def test_what_is_printed_can_be_read_off_the_paper(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    template = Template(build("{%p for code in codes %}", "{{r code|qr }}", "{%p endfor %}"))
    docx = tmp_path / "letter.docx"
    docx.write_bytes(Press(template).letter({"codes": [*CODES, LONGEST]}))
    to_pdf(docx, tmp_path / "letter.pdf", converter=libreoffice())
    found = zxingcpp.read_barcodes(picture(tmp_path / "letter.pdf"))
    assert sorted(code.text for code in found) == sorted([*CODES, LONGEST])
    assert {(str(code.format), code.ec_level) for code in found} == {("QR Code", "M")}


def slowly(template: Template) -> Callable[[dict[str, object]], bytes]:
    return lambda context: plain_letter(template, context)


def drawn(run: str) -> Any:
    return parse_xml(str(run).replace("<w:r>", f'<w:r xmlns:w="{W}">', 1))


def numbers(letter: bytes) -> list[int]:
    package = Package(letter)
    parts = [name for name in package.names if re.match("word/(document|header|footer)", name)]
    return [
        int(properties.get("id"))
        for name in parts
        for properties in parse_xml(package.read(name)).iter("{*}docPr")
    ]


def with_pictures(folder: Path) -> Path:
    """A template with pictures of its own before and after its codes, and codes around the text."""
    logo = folder / "logo.png"
    segno.make("logo").save(str(logo))
    document = Document()
    document.add_picture(str(logo))
    document.add_paragraph("{{r code|qr }}")
    document.add_paragraph("{%p for one in codes %}")
    document.add_paragraph("{{r one|qr }}")
    document.add_paragraph("{%p endfor %}")
    document.add_picture(str(logo))
    document.sections[0].header.paragraphs[0].text = "{{r code|qr }}"
    document.sections[0].footer.paragraphs[0].add_run().add_picture(str(logo))
    document.save(str(folder / "mau.docx"))
    return folder / "mau.docx"


def windings(path: Any) -> list[list[int]]:
    """How often the outlines go around the middle of each module."""
    width, height = int(path.get("w")), int(path.get("h"))
    around = np.zeros((height, width), dtype=int)
    for outline in outlines(path):
        for (x, y), (to_x, to_y) in zip(outline, [*outline[1:], outline[0]], strict=True):
            assert (x == to_x) != (y == to_y)
            if x == to_x:
                around[min(y, to_y) : max(y, to_y), x:] += 1 if to_y < y else -1
    return around.tolist()


def outlines(path: Any) -> list[list[tuple[int, int]]]:
    found: list[list[tuple[int, int]]] = []
    for step in path:
        if step.tag == f"{A}moveTo":
            found.append([])
        found[-1] += [(int(point.get("x")), int(point.get("y"))) for point in step]
    return found
