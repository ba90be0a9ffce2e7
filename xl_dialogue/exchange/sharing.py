"""Copies of the plan to be shared: built new, personal data out or masked, then searched for it."""

from __future__ import annotations

import html
import io
from typing import TYPE_CHECKING, NamedTuple

from xl_dialogue import messages
from xl_dialogue.exchange.outgoing import put
from xl_dialogue.exchange.personal import (
    SHARED,
    Finder,
    known_values,
    removed_values,
    withheld,
)
from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.opc import Package
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.journal import as_text
from xl_dialogue.plan.sheets import BY_NAME, CONFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import openpyxl
    from openpyxl.worksheet.worksheet import Worksheet

    from xl_dialogue.exchange.personal import Audience
    from xl_dialogue.plan.plan import Plan
    from xl_dialogue.plan.schema import Column, Sheet

_WIDEST = 80


class Copy(NamedTuple):
    """A workbook to be shared, and what it holds and withholds."""

    content: bytes
    said: list[Said]


def copy_for(plan: Plan, audience: Audience) -> Copy:
    """Errors: ``DialogueError`` when personal data would leave all the same."""
    import openpyxl

    values = removed_values(plan, audience)
    finder, book, said = Finder(values), openpyxl.Workbook(), list[Said]()
    first = book.active
    for name in SHARED[audience]:
        sheet = BY_NAME[name]
        said.append(_put_sheet(book, plan, sheet, audience, finder))
    if first is not None:
        book.remove(first)
    content = _saved(book)
    refuse_leaks(content, Finder(values - known_values(plan, audience)))
    return Copy(content, said)


def refuse_leaks(content: bytes, finder: Finder) -> None:
    """Errors: ``DialogueError`` when any part of the package holds a value that was taken out."""
    package = Package(content)
    for name in package.names:
        text = html.unescape(package.read(name).decode("utf-8", "replace"))
        if finder.found_in(text):
            raise DialogueError(messages.SHARE_LEAKS, part=name)


def _put_sheet(
    book: openpyxl.Workbook, plan: Plan, sheet: Sheet, audience: Audience, finder: Finder
) -> Said:
    hidden = withheld(sheet, audience)
    kept = [column for column in sheet.columns if column not in hidden]
    page = book.create_sheet(sheet.title)
    _put_header(page, kept)
    rows = list(_rows(plan, sheet, kept))
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            if isinstance(value, str) and kept[column - 1].kind != "name":
                value = finder.masked(value, patterns=sheet is not CONFERENCE)
            put(page.cell(number, column), value)
    facts = {"sheet": sheet.title, "count": len(rows)}
    if not hidden:
        return Said(messages.SHARE_SHEET, facts)
    headers = ", ".join(column.header for column in hidden)
    return Said(messages.SHARE_SHEET_WITHOUT, {**facts, "headers": headers})


def _put_header(page: Worksheet, columns: list[Column]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, 1):
        cell = page.cell(1, number)
        put(cell, column.header)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        page.column_dimensions[get_column_letter(number)].width = min(column.width, _WIDEST)
    page.freeze_panes = "A2"


def _rows(plan: Plan, sheet: Sheet, columns: list[Column]) -> Iterator[list[object]]:
    own = {plan.item_rows.get(item.name) for item in ITEMS if item.personal}
    frame = plan.frames[sheet.name]
    for row in frame.index:
        if sheet is CONFERENCE and row in own:
            continue
        yield [as_text(plan.read(sheet.name, row, column.name)) for column in columns]


def _saved(book: openpyxl.Workbook) -> bytes:
    """The workbook's bytes, its properties naming nobody."""
    book.properties.creator = ""
    book.properties.lastModifiedBy = None
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
