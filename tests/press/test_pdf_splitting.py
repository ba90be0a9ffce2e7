"""One PDF of all letters taken apart, marked by Word or by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from pdfs import libreoffice, picture, save_letters, save_pdf, texts

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.press.letters import Letter
from xl_dialogue.press.onefile import one_file
from xl_dialogue.press.pdf import split, to_pdf
from xl_dialogue.press.template import Template

LETTERS = [["Kính gửi bà Ánh"], ["Kính gửi ông Đỗ", "trang hai"], ["Kính gửi bà Ỷ"]]
NAMES = ["001 Ánh", "002 Đỗ/Sở", "003 Ỷ"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters as LibreOffice prints them, all in one PDF."""
    folder = tmp_path_factory.mktemp("printed")
    docx = save_letters(folder / "all.docx", LETTERS)
    to_pdf(docx, folder / "all.pdf", converter=libreoffice())
    return folder / "all.pdf"


def test_each_letter_becomes_a_pdf_of_its_own_pages(printed: Path, tmp_path: Path) -> None:
    files = split(printed, NAMES, tmp_path)
    assert [texts(file) for file in files] == LETTERS
    assert [file.name for file in files] == ["001 Ánh.pdf", "002 Đỗ-Sở.pdf", "003 Ỷ.pdf"]
    assert sorted(tmp_path.iterdir()) == files


def test_a_letter_is_titled_by_its_name_and_says_nothing_of_the_others(
    printed: Path, tmp_path: Path
) -> None:
    for file, name in zip(split(printed, NAMES, tmp_path), NAMES, strict=True):
        with pikepdf.open(file) as letter, pikepdf.open(printed) as whole:
            assert str(letter.docinfo["/Title"]) == name
            assert letter.docinfo["/Producer"] == whole.docinfo["/Producer"]
            assert letter.pdf_version == whole.pdf_version
            assert "/Dests" not in letter.Root
            assert "/XlDialogueSource" not in letter.docinfo


def test_a_letter_carries_only_the_fonts_that_it_uses(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        fonts = {f"/F{n}": pdf.make_stream(bytes(100_000)) for n in (1, 2)}
        shared = pdf.make_indirect(pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts)))
        targets = {}
        for number in (1, 2):
            page = pdf.add_blank_page()
            page.obj.Resources = shared
            page.obj.Contents = pdf.make_stream(b"BT /F%d 12 Tf ET" % number)
            target = pikepdf.Array([page.obj, pikepdf.Name.Fit])
            targets[f"/letter5F{number:05}"] = target
        pdf.Root.Dests = pikepdf.Dictionary(targets)
        pdf.save(tmp_path / "all.pdf", compress_streams=False)
    files = split(tmp_path / "all.pdf", ["a", "b"], tmp_path / "apart")
    for file, used in zip(files, ("/F1", "/F2"), strict=True):
        with pikepdf.open(file) as letter:
            assert list(letter.pages[0].resources.Font.keys()) == [used]


def test_the_one_print_file_is_taken_apart_and_its_codes_can_be_read(
    build: Callable[..., Path], tmp_path: Path
) -> None:
    template = Template(build("Kính gửi {{ name }}", "{{r code|qr }}", header="{{ name }}"))
    letters = [Letter(name, {"name": name, "code": f"D{n:03}"}) for n, name in enumerate(NAMES)]
    bound = one_file(template, letters, tmp_path / "all.docx")
    to_pdf(bound.path, tmp_path / "all.pdf", converter=libreoffice())
    files = split(tmp_path / "all.pdf", bound.names, tmp_path / "apart")
    assert [texts(file) for file in files] == [[f"{name} Kính gửi {name}"] for name in NAMES]
    read = [zxingcpp.read_barcode(picture(file)) for file in files]
    assert [code and code.text for code in read] == ["D000", "D001", "D002"]


@pytest.mark.parametrize("where", ["outline", "destinations", "names"])
def test_the_marks_are_read_wherever_the_program_put_them(where: str, tmp_path: Path) -> None:
    marks = [["letter_00001", "_GoBack"], [], ["letter_00002"], ["letter_00003", "Mục_1"], []]
    pdf = save_pdf(tmp_path / "all.pdf", marks, where=where)
    told: list[tuple[int, int]] = []
    files = split(
        pdf, ["a", "b", "c"], tmp_path / "apart",
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip
    assert [pages(file) for file in files] == [2, 1, 2]
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([[], []], 0),
        ([["letter_00001"], []], 1),
        ([["letter_00001"], ["letter_00003"]], 2),
        ([["letter_00001"], ["letter_00002"], ["letter_00003"]], 3),
        ([["letter_00001", "letter_00002"], []], 2),
        ([["letter_00002"], ["letter_00001"]], 2),
        ([[], ["letter_00001"], ["letter_00002"]], 2),
    ],
)
def test_marks_that_are_not_those_of_so_many_letters_are_said_and_nothing_is_written(
    marks: list[list[str]], found: int, tmp_path: Path
) -> None:
    pdf = save_pdf(tmp_path / "all.pdf", marks)
    with pytest.raises(DialogueError) as error:
        split(pdf, ["a", "b"], tmp_path / "apart")
    assert error.value.text == messages.PDF_NOT_MARKED
    assert (error.value.facts["found"], error.value.facts["wanted"]) == (found, 2)
    assert not (tmp_path / "apart").exists()


def test_a_pdf_that_is_missing_or_damaged_is_said(tmp_path: Path) -> None:
    for content, text in ((None, messages.FILE_MISSING), (b"%PDF-1.7", messages.PDF_DAMAGED)):
        if content is not None:
            (tmp_path / "all.pdf").write_bytes(content)
        with pytest.raises(DialogueError) as error:
            split(tmp_path / "all.pdf", ["a"], tmp_path / "apart")
        assert error.value.text == text


def test_a_letter_open_in_another_program_is_said(tmp_path: Path) -> None:
    pdf = save_pdf(tmp_path / "all.pdf", [["letter_00001"], ["letter_00002"]])
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(DialogueError) as error:
        split(pdf, ["a", "b"], tmp_path)
    assert error.value.text == messages.PDF_OPEN
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "all.pdf", "b.pdf"]


def pages(pdf: Path) -> int:
    with pikepdf.open(pdf) as there:
        return len(there.pages)
