"""Many letters in one document, as Word and Writer take it."""

from __future__ import annotations

import errno
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.shared import Mm
from docxtpl import InlineImage, RichText
from invitations import record, save_invitation
from PIL import Image
from test_fast import with_footnote

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.opc import Package
from xl_dialogue.press.letters import Letter
from xl_dialogue.press.onefile import Bound, one_file
from xl_dialogue.press.plain import docx_of
from xl_dialogue.press.template import Template

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "xl-dialogue"
VALIDATOR = CACHE / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
PEOPLE = ("Lan", "Bình", "Thu")


def batch(*people: str, **changed: object) -> list[Letter]:
    return [Letter(name, record(full_name=name, **changed)) for name in people]


def xml_of(bound: Bound, part: str = "word/document.xml") -> str:
    return Package(bound.path.read_bytes()).read(part).decode()


def complaints(path: Path) -> list[Any]:
    """What Microsoft's Open XML SDK says of the file."""
    if not VALIDATOR.exists():
        pytest.skip("no Open XML SDK; .ci/run says how to install it")
    said = subprocess.run(
        ["node", str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=60
    )
    errors: list[Any] = json.loads(said.stdout)["errors"]
    return errors


def pages_of(path: Path) -> list[str]:
    """The text of every page, as Writer prints it."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice; .ci/run says how to install it")
    home = path.parent / "writer"
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to"]
    outside = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    outside["PATH"] = "/usr/bin:/bin"
    subprocess.run(
        [*command, "pdf", "--outdir", str(path.parent), str(path)],
        check=True, capture_output=True, timeout=90, env=outside,
    )  # fmt: skip
    pdf = path.with_suffix(".pdf")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return text.stdout.decode().split("\f")[:-1]


@pytest.fixture
def rich(tmp_path: Path) -> Template:
    """A template with what must not come twice: pictures, bookmarks, lists, page numbers."""
    path = save_invitation(tmp_path / "mẫu.docx")
    document = Document(str(path))
    document.add_picture(picture("red"), width=Mm(5))
    document.add_paragraph("một", style="List Number")
    document.add_paragraph("hai", style="List Number")
    marked = document.add_paragraph("dấu")
    marked._p.append(parse_xml(f'<w:bookmarkStart {W} w:id="0" w:name="cho_ky"/>'))
    marked._p.append(parse_xml(f'<w:bookmarkEnd {W} w:id="0"/>'))
    for instruction in ("REF cho_ky", "NUMPAGES"):
        field = parse_xml(f'<w:fldSimple {W} w:instr=" {instruction} "/>')
        document.add_paragraph()._p.append(field)
    document.sections[0].different_first_page_header_footer = True
    document.save(str(path))
    return Template(path)


def picture(colour: str) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(file, "PNG")
    file.seek(0)
    return file


@pytest.fixture
def bound(rich: Template, tmp_path: Path) -> Bound:
    return one_file(rich, batch(*PEOPLE), tmp_path / "in.docx")


def test_every_letter_is_a_section_with_pages_from_one(bound: Bound) -> None:
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", xml_of(bound), re.DOTALL)
    assert len(sections) == len(PEOPLE)
    assert all('<w:pgNumType w:start="1"/>' in section for section in sections)
    assert all("<w:titlePg/>" in section for section in sections)
    assert bound.names == list(PEOPLE)


def test_headers_and_footers_are_the_letters_own(bound: Bound) -> None:
    document = Document(str(bound.path))
    assert [each.footer.paragraphs[0].text for each in document.sections] == list(PEOPLE)


def test_a_header_without_tags_is_shared(build: Callable[..., Path], tmp_path: Path) -> None:
    template = Template(build("{{ name }}", header="Mật"))
    letters = [Letter(name, {"name": name}) for name in PEOPLE]
    bound = one_file(template, letters, tmp_path / "in.docx")
    names = Package(bound.path.read_bytes()).names
    assert sum(name.startswith("word/header") for name in names) == 1
    assert len(set(re.findall(r"<w:headerReference [^>]*>", xml_of(bound)))) == 1


def test_each_letter_begins_with_its_bookmark(bound: Bound) -> None:
    marks = re.findall(r'w:name="(letter_\d+)"', xml_of(bound))
    assert marks == ["letter_00001", "letter_00002", "letter_00003"]


def test_ids_and_names_come_once(bound: Bound) -> None:
    text = xml_of(bound)
    for pattern in (
        r'<w:bookmarkStart [^>]*w:id="(\d+)"',
        r'<w:bookmarkStart [^>]*w:name="([^"]+)"',
        r'<wp:docPr [^>]*?id="(\d+)"',
    ):
        found = re.findall(pattern, text)
        assert len(found) >= len(PEOPLE)
        assert len(set(found)) == len(found)
    assert re.findall(r"REF (\w+)", text) == ["cho_ky_1", "cho_ky_2", "cho_ky_3"]


def test_numbered_lists_begin_anew(bound: Bound) -> None:
    used = re.findall(r'<w:numId w:val="(\d+)"/>', xml_of(bound))
    assert len(used) == 2 * len(PEOPLE)
    assert len(set(used)) == len(PEOPLE)
    numbering = xml_of(bound, "word/numbering.xml")
    assert all(f'<w:num w:numId="{number}">' in numbering for number in used)


def test_the_number_of_pages_is_the_letters(bound: Bound) -> None:
    assert "NUMPAGES" not in xml_of(bound)
    assert xml_of(bound).count("SECTIONPAGES") == len(PEOPLE)


def test_microsofts_sdk_has_no_complaint(bound: Bound) -> None:
    assert complaints(bound.path) == []


def test_writer_prints_a_page_for_each(rich: Template, tmp_path: Path) -> None:
    bound = one_file(rich, batch(*PEOPLE), tmp_path / "in.docx")
    pages = pages_of(bound.path)
    assert [re.findall(r"Kính mời: (\w+)", page) for page in pages] == [[name] for name in PEOPLE]
    assert [re.findall(r"(\d)\. (một|hai)", page) for page in pages] == (
        [[("1", "một"), ("2", "hai")]] * len(PEOPLE)
    )


def test_a_letter_that_cannot_be_printed_is_left_out(rich: Template, tmp_path: Path) -> None:
    letters = [*batch("Lan"), *batch("An", title=None), *batch("Lan")]
    bound = one_file(rich, letters, tmp_path / "in.docx")
    assert bound.refusals == [(1, "title", messages.VALUE_ABSENT)]
    assert bound.names == ["Lan", "Lan (2)"]
    assert len(Document(str(bound.path)).sections) == 2


def test_no_letter_no_file(rich: Template, tmp_path: Path) -> None:
    assert one_file(rich, batch("An", title=None), tmp_path / "in.docx").names == []
    assert not (tmp_path / "in.docx").exists()


def test_letters_that_docxtpl_makes_are_bound_with_the_others(
    rich: Template, tmp_path: Path
) -> None:
    letters = [*batch("Lan"), *batch("Bình", title="dòng một\ndòng hai"), *batch("Thu")]
    bound = one_file(rich, letters, tmp_path / "in.docx")
    assert [each.footer.paragraphs[0].text for each in Document(str(bound.path)).sections] == [
        "Lan", "Bình", "Thu",
    ]  # fmt: skip
    assert "<w:br/>" in xml_of(bound)
    assert complaints(bound.path) == []


def test_pictures_that_differ_are_each_in_the_file_once(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    template = Template(build("{{ name }} {{ seal }}", header="{{ name }}"))
    letters = []
    for name, colour in zip(PEOPLE, ("red", "blue", "red"), strict=True):
        seal = InlineImage(docx_of(template), picture(colour), width=Mm(9))
        letters.append(Letter(name, {"name": name, "seal": seal}))
    bound = one_file(template, letters, tmp_path / "in.docx")
    assert bound.refusals == []
    document = Document(str(bound.path))
    shown = [
        document.part.related_parts[blip].blob
        for blip in re.findall(r'r:embed="([^"]+)"', xml_of(bound))
    ]
    assert [Image.open(io.BytesIO(each)).getpixel((0, 0)) for each in shown] == [
        (255, 0, 0), (0, 0, 255), (255, 0, 0),
    ]  # fmt: skip
    names = Package(bound.path.read_bytes()).names
    assert sum(name.startswith("word/media/letter") for name in names) == 2
    assert complaints(bound.path) == []


def test_a_link_of_one_letter_leads_where_it_led(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    template = Template(build("{{r link }}"))
    letters = []
    for address in ("https://a.example/?x=1&y=2", "https://b.example/"):
        docx = docx_of(template)
        text = RichText()
        text.add("xem", url_id=docx.build_url_id(address))
        text.tpl = docx
        letters.append(Letter("x", {"link": text}))
    bound = one_file(template, letters, tmp_path / "in.docx")
    links = re.findall(r'<w:hyperlink r:id="([^"]+)"', xml_of(bound))
    part = Document(str(bound.path)).part
    assert [part.rels[link].target_ref for link in links] == [
        "https://a.example/?x=1&y=2", "https://b.example/",
    ]  # fmt: skip


def test_a_document_within_a_letter_is_refused(build: Callable[..., Path], tmp_path: Path) -> None:
    template = Template(build("{{p inside }}"))
    inside = docx_of(template).new_subdoc()
    bound = one_file(template, [Letter("x", {"inside": inside})], tmp_path / "in.docx")
    assert bound.refusals == [(0, "", messages.LETTER_NOT_BOUND)]


def test_footnotes_are_each_letters_own(invitation: Path, tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(with_footnote(invitation, "{{ full_name }}"))
    document = Document(str(path))
    reference = f'<w:r {W}><w:footnoteReference w:id="1"/></w:r>'
    document.paragraphs[0]._p.append(parse_xml(reference))
    document.save(str(path))
    bound = one_file(Template(path), batch(*PEOPLE), tmp_path / "in.docx")
    used = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', xml_of(bound))
    notes = re.findall(
        r'<w:footnote w:id="(\d+)">.*?<w:t[^>]*>(\w+)', xml_of(bound, "word/footnotes.xml")
    )
    assert notes == list(zip(used, PEOPLE, strict=True))


def test_a_header_that_only_a_later_section_has_does_not_reach_the_next_letter(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    path = build("{{ name }}")
    document = Document(str(path))
    document.add_section()
    document.sections[1].header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "Phụ lục của {{ name }}"
    document.add_paragraph("phụ lục")
    document.save(str(path))
    letters = [Letter(name, {"name": name}) for name in PEOPLE]
    bound = one_file(Template(path), letters, tmp_path / "in.docx")
    headers = [each.header.paragraphs[0].text for each in Document(str(bound.path)).sections]
    assert headers == [text for name in PEOPLE for text in ("", f"Phụ lục của {name}")]
    starts = re.findall(r'<w:sectPr.*?(w:start="1"|</w:sectPr>)', xml_of(bound), re.DOTALL)
    assert starts == ['w:start="1"', "</w:sectPr>"] * len(PEOPLE)
    assert complaints(bound.path) == []


def test_a_body_that_ends_with_a_table_gets_a_last_line(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    path = build("{{ name }}")
    document = Document(str(path))
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "ô"
    document.save(str(path))
    letters = [Letter(name, {"name": name}) for name in PEOPLE]
    bound = one_file(Template(path), letters, tmp_path / "in.docx")
    assert len(pages_of(bound.path)) == len(PEOPLE)
    assert complaints(bound.path) == []


def test_a_full_disk_leaves_nothing_half_and_the_old_file_whole(
    rich: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "in.docx"
    path.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("xl_dialogue.opc.Writer.close", full)
    with pytest.raises(DialogueError) as error:
        one_file(rich, batch(*PEOPLE), path)
    assert error.value.text == messages.PRINT_FILE_DISK_FULL
    assert path.read_bytes() == b"before"
    assert not list(tmp_path.glob(".press-*"))


def test_a_print_file_open_in_word_is_said(
    rich: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "open")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(DialogueError) as error:
        one_file(rich, batch(*PEOPLE), tmp_path / "in.docx")
    assert error.value.text == messages.PRINT_FILE_OPEN


def test_memory_does_not_grow_with_the_letters(rich: Template, tmp_path: Path) -> None:
    one_file(rich, batch(*PEOPLE), tmp_path / "warm.docx")
    few, many = (peak(rich, count, tmp_path / f"{count}.docx") for count in (50, 500))
    assert many < few + 400_000  # names, and lines of the directory


def peak(template: Template, count: int, path: Path) -> int:
    tracemalloc.start()
    try:
        assert len(one_file(template, endless(count), path).names) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def endless(count: int) -> Iterator[Letter]:
    people = (Letter(f"Đại biểu {number}", record(number=number)) for number in itertools.count())
    return itertools.islice(people, count)
