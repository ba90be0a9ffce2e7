"""A letter as an office keeps it in Word: split runs, tables, header, loop, condition."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement


def save_invitation(path: Path) -> Path:
    document = Document()
    _head(document)
    document.add_paragraph("GIẤY MỜI").runs[0].bold = True
    _split(document.add_paragraph("Kính mời: "), "{{", " full_", "name }}", ", {{ title }}")
    document.add_paragraph("Nghiên cứu & phát triển <kinh tế>, {{ place }}")
    document.add_paragraph("{%p if online %}")
    document.add_paragraph("Họp trực tuyến.")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for line in lines %}")
    document.add_paragraph("- {{ line }}")
    document.add_paragraph("{%p endfor %}")
    _tasks(document)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Số {{ number }}"
    section.header.paragraphs[0]._p.append(_page_number())
    section.footer.paragraphs[0].text = "{{ full_name }}"
    document.save(str(path))
    return path


def save_paragraphs(path: Path, *paragraphs: str, header: str = "") -> Path:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.save(str(path))
    return path


def record(**changed: object) -> dict[str, object]:
    """What the invitation needs, about an invented person."""
    return {
        "full_name": "Nguyễn Thị Lan",
        "title": "Chủ tịch Công đoàn",
        "place": "Hội trường A",
        "online": False,
        "lines": ["Mang theo giấy mời", "Đến trước 15 phút"],
        "tasks": [{"content": "Rà soát", "lead": "Sở Nội vụ"}, {"content": "Trả lời", "lead": "—"}],
        "number": 12,
        **changed,
    }


def text_of(letter: bytes | Path) -> str:
    """The paragraphs of the body, of tables, header and footer, as a reader sees them."""
    document = Document(io.BytesIO(letter) if isinstance(letter, bytes) else str(letter))
    section = document.sections[0]
    places = (document.element.body, section.header._element, section.footer._element)
    return "\n".join(text for place in places for text in _paragraphs(place))


def _paragraphs(place: Any) -> list[str]:
    return ["".join(text.text or "" for text in p.xpath(".//w:t")) for p in place.iter(_name("p"))]


def _name(tag: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + tag


def _split(paragraph: Any, *runs: str) -> None:
    for text in runs:
        paragraph.add_run(text).italic = True


def _head(document: Any) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = "ỦY BAN NHÂN DÂN\nSố: {{ number }}/GM-UBND"
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def _tasks(document: Any) -> None:
    table = document.add_table(rows=4, cols=2)
    rows = (
        ("Nội dung", "Chủ trì"),
        ("{%tr for task in tasks %}", ""),
        ("{{ task.content }}", "{{ task.lead }}"),
        ("{%tr endfor %}", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _page_number() -> Any:
    field = OxmlElement("w:fldSimple")
    field.set(_name("instr"), "PAGE")
    return field
