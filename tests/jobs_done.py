"""Jobs done on closed workbooks, and what they said and wrote."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document

from xl_dialogue.engines import closed
from xl_dialogue.jobs import JOBS
from xl_dialogue.outcome import Outcome, Request

NOW = dt.datetime(2022, 5, 19, 8, 0)
NOTICE = "conclusion_notice"


def done(name: str, path: Path, *kinds: str, **request: Any) -> Outcome:
    """A job on a closed workbook, which is saved when something was written."""
    book = closed.open(path)
    asked = {"kinds": kinds, "out": path.parent, "now": NOW} | request
    outcome = JOBS[name].run(book, Request(**asked))
    if outcome.written:
        book.save()
    book.close()
    return outcome


def told(outcome: Outcome) -> str:
    return "\n".join(said.say() for said in outcome.summary)


def sheet(path: Path, title: str) -> dict[str, object]:
    """The cells that are not blank."""
    page = openpyxl.load_workbook(path, keep_vba=True)[title]
    return {
        cell.coordinate: cell.value
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def registered(path: Path) -> list[tuple[object, ...]]:
    """Number, day, kind, recipient and file of each row."""
    page = openpyxl.load_workbook(path, keep_vba=True)["Văn bản"]
    rows = page.iter_rows(min_row=2, max_col=6, values_only=True)
    return [(n, day and day.date(), kind, to, file) for n, _, day, kind, to, file in rows if kind]


def head(path: Path) -> str:
    table = Document(str(path)).tables[0]
    return "\n".join(cell.text for row in table.rows for cell in row.cells)
