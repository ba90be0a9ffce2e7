"""The program's own sheets: register, findings, journal; made and completed where need be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xl_dialogue.addresses import number
from xl_dialogue.book.reading import Grid, cells_of, grid_of, sheet_of
from xl_dialogue.book.writing import Link, as_cell, grow_table, runs
from xl_dialogue.plan.schema import Column, Sheet

if TYPE_CHECKING:
    import xlwings as xw


def append(book: xw.Book, sheet: Sheet, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows below the last of the program's own sheet, making the sheet if need be."""
    if rows:
        found, grid = _own(book, sheet)
        held = cells_of(found, sheet, grid)
        last = int(held.values.index[-1]) if len(held.values) else grid.first - 1
        _put(found, sheet, held.letters, last + 1, rows)


def replace(book: xw.Book, sheet: Sheet, rows: Sequence[Mapping[str, object]]) -> None:
    """Let the program's own sheet hold these rows and no others; columns of others stay."""
    found, grid = _own(book, sheet)
    held = cells_of(found, sheet, grid)
    if len(held.values):
        last = int(held.values.index[-1])
        for columns in runs(sorted(map(number, held.letters.values()))):
            found.range((grid.first, columns[0]), (last, columns[-1])).clear_contents()
    _put(found, sheet, held.letters, grid.first, rows)


def update(book: xw.Book, sheet: Sheet, cells: Mapping[int, Mapping[str, object]]) -> None:
    """Write these cells of the program's own sheet, by Excel row and column, and no others."""
    found, grid = _own(book, sheet)
    held = cells_of(found, sheet, grid)
    for column in sheet.columns:
        for run in runs(sorted(row for row in cells if column.name in cells[row])):
            values = [cells[row][column.name] for row in run]
            _fill(found, column, held.letters[column.name], run[0], values)
    if new := sorted(set(cells) - set(map(int, held.values.index))):
        grow_table(found, min(map(number, held.letters.values())), new[0], new[-1])


def _put(
    found: xw.Sheet,
    sheet: Sheet,
    letters: Mapping[str, str],
    first: int,
    rows: Sequence[Mapping[str, object]],
) -> None:
    last = first + len(rows) - 1
    for column in sheet.columns if rows else ():
        _fill(found, column, letters[column.name], first, [row.get(column.name) for row in rows])
    grow_table(found, min(map(number, letters.values())), first, last)


def _fill(
    found: xw.Sheet, column: Column, letter: str, first: int, values: Sequence[object]
) -> None:
    """The values below each other in a column."""
    block = [[as_cell(value)] for value in values]
    area = found.range(f"{letter}{first}:{letter}{first + len(values) - 1}")
    if any(isinstance(cell, Link) for (cell,) in block):
        area.formula = [[str(cell)] for (cell,) in block]
        return
    if column.kind == "text" and area.number_format != "@":
        area.number_format = "@"  # Excel would make dates and numbers of it
    area.value = block


def _own(book: xw.Book, sheet: Sheet) -> tuple[xw.Sheet, Grid]:
    """The program's own sheet with all its columns, made where they are missing."""
    found = sheet_of(book, sheet) or _new_sheet(book, sheet)
    grid = grid_of(found, sheet)
    missing = [column for column in sheet.columns if column.name not in grid.places]
    if missing and grid.places:
        _add_columns(found, grid, missing)
        grid = grid_of(found, sheet)
    return found, grid


def _add_columns(found: xw.Sheet, grid: Grid, missing: Sequence[Column]) -> None:
    """Columns of a later version, right of the others; in their table where there is room, so
    that they are sorted with it."""
    header = grid.first - 1
    table = next((each for each in found.tables if each.range.row == header), None)
    right = table.range.last_cell.column if table else grid.right
    is_free = all(
        cell in (None, "")
        for row in grid.rows
        for cell in row[right + 1 - grid.left : right + 1 + len(missing) - grid.left]
    )
    if not is_free:
        table, right = None, grid.right
    last = right + len(missing)
    headers = [column.header for column in missing]
    found.range((header, right + 1), (header, last)).value = [headers]
    if table:
        area = table.range
        table.resize(found.range((area.row, area.column), (area.last_cell.row, last)))


def _new_sheet(book: xw.Book, sheet: Sheet) -> xw.Sheet:
    found = book.sheets.add(sheet.title, after=book.sheets[-1])
    found.range("A1").value = [[column.header for column in sheet.columns]]
    return found
