"""What staff change in a workbook between two runs, by openpyxl."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from xl_dialogue.plan.conference import CONFIRMED, ITEMS
from xl_dialogue.plan.sheets import BY_NAME, REGISTER


@contextmanager
def edited(path: Path) -> Iterator[openpyxl.Workbook]:
    """The workbook, saved when the block ends."""
    book = openpyxl.load_workbook(path, keep_vba=True)
    yield book
    book.save(path)


def set_item(book: openpyxl.Workbook, name: str, value: object) -> None:
    """An item of the conference."""
    page = book["Hội nghị"]
    label = next(item.header for item in ITEMS if item.name == name)
    row = next(row for row in range(1, 80) if page.cell(row, 1).value == label)
    page.cell(row, 2).value = value


def confirm(book: openpyxl.Workbook) -> None:
    """The day is no longer tentative."""
    set_item(book, "date_status", CONFIRMED)


def put(page: Worksheet, row: int, **cells: object) -> None:
    """Cells of a row by the names of their columns."""
    [sheet] = [sheet for sheet in BY_NAME.values() if sheet.title == page.title]
    names = [column.name for column in sheet.columns]
    for name, value in cells.items():
        page.cell(row, names.index(name) + 1).value = value


def keep(page: Worksheet, rows: int) -> None:
    """The first rows and no others, the table over them."""
    page.delete_rows(rows + 2, page.max_row)
    for table in page.tables.values():
        start, end = table.ref.split(":")
        table.ref = f"{start}:{end.rstrip('0123456789')}{rows + 1}"
        if table.autoFilter:
            table.autoFilter.ref = table.ref


def register_rows(path: Path, *names: str) -> list[Sequence[object]]:
    """These columns of the register, row by row, blank rows too."""
    page = openpyxl.load_workbook(path, keep_vba=True)["Văn bản"]
    header = [cell.value for cell in page[1]]
    places = [header.index(REGISTER[name].header) for name in names]
    rows = page.iter_rows(min_row=2, values_only=True)
    return [tuple(row[place] for place in places) for row in rows]
