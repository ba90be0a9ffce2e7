"""The heads of a listing's columns."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn

from xl_dialogue.decree.widths import length
from xl_dialogue.office.word.letterhead import COLUMN_HEAD, LISTING
from xl_dialogue.office.word.templates import TEMPLATES
from xl_dialogue.share import TEMPLATES as FOLDER
from xl_dialogue.share import shared


def heads(template: str) -> list[tuple[str, float]]:
    """What stands above each column, and the room for it in mm."""
    return [
        (cell.text, cell.width.mm - 2 * LISTING.margin)
        for table in Document(str(shared(FOLDER) / template)).tables
        for row in table.rows
        if row._tr.find(f".//{qn('w:tblHeader')}") is not None
        for cell in row.cells
    ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_word_above_a_column_is_broken(template: str) -> None:
    for head, room in heads(template):
        for word in head.split(" "):
            shown = word.replace("\N{NO-BREAK SPACE}", " ")
            assert length(shown, COLUMN_HEAD.size, bold=True) <= room, head
