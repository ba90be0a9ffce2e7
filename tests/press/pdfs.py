"""Drawn letters in one file, drawn PDFs, and a program that stands in for LibreOffice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from xl_dialogue.press.pdf.libreoffice import LibreOffice
from xl_dialogue.soffice import soffice

STAND_IN = """#!{python}
import shutil, sys, time
from pathlib import Path
words = sys.argv[1:]
place = words.index("--outdir") + 1
calls = Path({calls!r})
with calls.open("a") as told:
    told.write(f"{{len(words) - place - 1}}\\n")
first = calls.read_text().count("\\n") == 1
for file in map(Path, words[place + 1:]):
    said = file.read_text().split("|")[-1]
    if said == "hangs" or (said == "hangs once" and first):
        time.sleep(60)
    if said == "dies" or (said == "dies once" and first):
        sys.exit(1)
    if said == "torn":
        (Path(words[place]) / f"{{file.stem}}.pdf").write_bytes(b"%PDF-1.7 torn")
    elif said != "unreadable":
        shutil.copy({pdf!r}, Path(words[place]) / f"{{file.stem}}.pdf")
"""
"""What it does with a file stands in the file, after the last bar."""


def libreoffice() -> LibreOffice:
    """The real one; without it the tests that want it are skipped."""
    program = soffice()
    if program is None:
        pytest.skip(
            "LibreOffice Writer not found: install libreoffice-writer, "
            "for example by apt-get install libreoffice-writer"
        )
    return LibreOffice(program)


class StandIn:
    """A program called as LibreOffice is; ``calls`` are the numbers of files it was given."""

    def __init__(self, folder: Path) -> None:
        self._calls, program = folder / "calls", folder / "soffice"
        blank = save_pdf(folder / "blank.pdf", [[]])
        script = STAND_IN.format(python=sys.executable, calls=str(self._calls), pdf=str(blank))
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
        self.office = LibreOffice(program)

    @property
    def calls(self) -> list[int]:
        return [*map(int, self._calls.read_text().split())] if self._calls.exists() else []


def files(folder: Path, *said: str) -> list[Path]:
    """A file for each word, told apart by what it holds."""
    folder.mkdir(exist_ok=True)
    made = [folder / f"thư {number}.docx" for number in range(1, len(said) + 1)]
    for number, (path, text) in enumerate(zip(made, said, strict=True)):
        path.write_text(f"{number}|{text}", encoding="utf-8")
    return made


def save_letters(path: Path, letters: Sequence[Sequence[str]]) -> Path:
    """One file of letters, each a section with its mark and the texts of its pages."""
    document = Document()
    for number, pages in enumerate(letters, 1):
        if number > 1:
            document.add_section(WD_SECTION.NEW_PAGE)
        for page, text in enumerate(pages):
            paragraph = document.add_paragraph(text)
            paragraph.paragraph_format.page_break_before = page > 0
            if page == 0:
                _mark(paragraph._p, number)
    document.save(str(path))
    return path


def _mark(paragraph: object, number: int) -> None:
    for tag, name in (("w:bookmarkStart", f"letter_{number:05}"), ("w:bookmarkEnd", "")):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if name:
            mark.set(qn("w:name"), name)
        paragraph.append(mark)


def save_pdf(path: Path, marks: Iterable[Iterable[str]], *, where: str = "outline") -> Path:
    """A blank page for each list of marks, which Word (outline) or LibreOffice put there."""
    with pikepdf.new() as pdf:
        targets = {}
        for names in marks:
            pdf.add_blank_page()
            page = pdf.pages[-1].obj
            targets |= {name: pikepdf.Array([page, pikepdf.Name.Fit]) for name in names}
        if where == "outline":
            with pdf.open_outline() as outline:
                for name, target in targets.items():
                    item = pikepdf.OutlineItem(name)
                    item.destination = target
                    outline.root.append(item)
        elif where == "names":
            tree = pikepdf.NameTree.new(pdf)
            for name, target in targets.items():
                tree[name] = pdf.make_indirect(pikepdf.Dictionary(D=target))
            pdf.Root.Names = pikepdf.Dictionary(Dests=tree.obj)
        else:
            spelt = {"/" + name.replace("_", "5F"): target for name, target in targets.items()}
            pdf.Root.Dests = pikepdf.Dictionary(spelt)
        pdf.save(path)
    return path


def texts(pdf: Path) -> list[str]:
    """The text of each page."""
    command = ["pdftotext", "-raw", pdf, "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def picture(pdf: Path) -> Any:
    """The first page in grey, 300 dots an inch."""
    command = ["pdftoppm", "-gray", "-r", "300", "-singlefile", pdf, pdf.with_suffix("")]
    subprocess.run(command, check=True)
    kind, size, depth, dots = pdf.with_suffix(".pgm").read_bytes().split(b"\n", 3)
    assert (kind, depth) == (b"P5", b"255")
    width, height = map(int, size.split())
    return np.frombuffer(dots, dtype=np.uint8).reshape(height, width)
