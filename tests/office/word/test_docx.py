"""The writer of Word documents, word by word."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Pt

from xl_dialogue.office.word.docx import Page, document, paragraph
from xl_dialogue.office.word.styles import Style, style_id, style_sheet

PLAIN = Style("Normal")
BODY = Style("Thân văn bản", size=13, before=6)
A4 = Page(width=210, height=297, top=20, bottom=20, left=30, right=15, header=10)


def written(*texts: str) -> list[str]:
    body = [paragraph(BODY, text) for text in texts]
    content = document("Thử", body, A4, PLAIN, (PLAIN, BODY), ())
    return [line.text for line in docx.Document(io.BytesIO(content)).paragraphs]


def test_words_are_never_taken_for_markup() -> None:
    assert written("Công ty <A> & “B”", "  cách  ") == ["Công ty <A> & “B”", "  cách  "]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Quốc hiệu", "QuocHieu"),
        ("Địa danh ngày tháng", "DiaDanhNgayThang"),
        ("Bảng - đầu cột", "BangDauCot"),
    ],
)
def test_a_style_is_known_by_its_name_without_marks(name: str, identifier: str) -> None:
    assert style_id(name) == identifier


def test_a_style_that_follows_another_says_only_what_differs() -> None:
    lead = BODY._replace(name="Lời dẫn", keep_next=True, base=BODY)
    sheet = style_sheet((PLAIN, BODY, lead), ())
    assert sheet.endswith(
        '<w:basedOn w:val="ThanVanBan"/><w:uiPriority w:val="1"/><w:qFormat/>'
        '<w:pPr><w:keepNext w:val="1"/></w:pPr><w:rPr></w:rPr></w:style>'
    )


def test_sizes_and_spaces_arrive_in_points() -> None:
    content = document("Thử", [paragraph(BODY)], A4, PLAIN, (PLAIN, BODY), ())
    style = docx.Document(io.BytesIO(content)).styles["Thân văn bản"]
    assert (style.font.size, style.paragraph_format.space_before) == (Pt(13), Pt(6))
