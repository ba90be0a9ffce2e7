"""Every kind of document made from the shipped workbook, and the pages it makes."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from xl_dialogue import book as workbook
from xl_dialogue.documents.drafts import Draft, drafts
from xl_dialogue.documents.kinds import KINDS, Kind
from xl_dialogue.engines import closed
from xl_dialogue.jobs import JOBS
from xl_dialogue.office.word.letterhead import BODY
from xl_dialogue.outcome import Request
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.rehearsal import rehearsal
from xl_dialogue.press.template import Template
from xl_dialogue.share import TEMPLATES, shared

NOW = dt.datetime(2022, 5, 19, 8, 0)
_NAMESPACE = "{http://www.w3.org/1999/xhtml}"


class Paper(NamedTuple):
    """One printed document and what it was told to say."""

    kind: Kind
    draft: Draft
    file: Path


class Word(NamedTuple):
    """A word on a page, its box in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    width: float
    height: float
    words: list[Word]
    text: str
    """In the order in which it is printed, without any blank: lines break where they please."""


def made(plan_file: Path, folder: Path) -> list[Paper]:
    """Of each kind the shortest, the longest and the oddest document, questions assigned before."""
    book = closed.open(plan_file)
    JOBS["assign"].run(book, Request(now=NOW))
    plan = workbook.read(book)
    book.close()
    found = []
    for kind in KINDS.values():
        ready, _ = drafts(plan, kind)
        letters = [Letter(draft.name, draft.context) for draft in ready]
        chosen = [at for _, at in rehearsal(letters)]
        template = Template(shared(TEMPLATES) / kind.template)
        printed = print_letters(template, [letters[at] for at in chosen], folder / kind.name)
        assert printed.refusals == [], kind.name
        found += [
            Paper(kind, ready[at], file) for at, file in zip(chosen, printed.files, strict=True)
        ]
    return found


def longer(file: Path, lines: int, folder: Path) -> Path:
    """The document with so many lines more before its last words."""
    document = Document(str(file))
    last = next(p for p in document.paragraphs if p.text.rstrip().endswith("./."))
    for _ in range(lines):
        line = deepcopy(last._p)
        last._p.addprevious(line)
        added = Paragraph(line, last._parent)
        added.text, added.style = "Một dòng.", document.styles[BODY.name]
    path = folder / f"{file.stem}-{lines:02}.docx"
    document.save(str(path))
    return path


def pages(pdf: Path) -> list[Page]:
    """What stands where, as a PDF reader finds it."""
    boxes = ET.fromstring(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", _read(pdf, "-bbox")))
    return [
        Page(float(page.attrib["width"]), float(page.attrib["height"]), list(_words(page)), text)
        for page, text in zip(boxes.iter(f"{_NAMESPACE}page"), texts(pdf), strict=True)
    ]


def texts(pdf: Path) -> list[str]:
    """What each page says, in the order in which it is printed, without any blank."""
    return ["".join(text.split()) for text in _read(pdf, "-raw").removesuffix("\f").split("\f")]


def _read(pdf: Path, how: str) -> str:
    command = ["pdftotext", how, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _words(page: ET.Element) -> Iterator[Word]:
    for word in page.iter(f"{_NAMESPACE}word"):
        box = (float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax"))
        yield Word(word.text or "", *box)


def paragraphs(file: Path) -> list[str]:
    """What the paragraphs of a document say, without any blank."""
    body = Document(str(file)).element.body
    texts = ("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return [said for text in texts if (said := "".join(text.split()))]
