"""From the workbook's cells to the plan: headers found by their words, whole ranges at a time."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from xl_dialogue import messages
from xl_dialogue.addresses import letters
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.plan import Cells, Plan, empty, plan_from
from xl_dialogue.plan.schema import Column, Sheet
from xl_dialogue.plan.sheets import SHEETS
from xl_dialogue.vietnamese.text import folded

if TYPE_CHECKING:
    import xlwings as xw

HEADER_SEARCH = 30
"""Rows from the top of a sheet among which its header is looked for."""


class Grid(NamedTuple):
    """The used range of a sheet and where the declared columns stand in it."""

    rows: list[list[Any]]
    top: int
    left: int
    header: int
    """Index of the header in ``rows``."""
    places: dict[str, int]
    """Index in a row of each declared column that was found."""

    @property
    def first(self) -> int:
        """The Excel row below the header."""
        return self.top + self.header + 1

    @property
    def last(self) -> int:
        """The Excel row at the bottom of the used range."""
        return self.top + len(self.rows) - 1

    @property
    def right(self) -> int:
        return self.left + len(self.rows[0]) - 1


def read(book: xw.Book, day: dt.date | None = None) -> Plan:
    """The plan that the workbook holds, reckoned from the day, which is today unless told.

    Errors: ``DialogueError`` when a sheet or an indispensable column is missing.
    """
    cells = {}
    pages = _pages(book)
    for sheet in SHEETS:
        found = pages.get(folded(sheet.title))
        if found is not None:
            cells[sheet.name] = cells_of(found, sheet, grid_of(found, sheet))
        elif not sheet.optional:
            raise DialogueError(messages.SHEET_MISSING, file=book.name, title=sheet.title)
    return plan_from(cells, day)


def sheet_of(book: xw.Book, sheet: Sheet) -> xw.Sheet | None:
    """The sheet by its title, however it is spaced, cased or accented."""
    return _pages(book).get(folded(sheet.title))


def _pages(book: xw.Book) -> dict[str, xw.Sheet]:
    """The book's sheets by their folded names; of two alike, the one spelt as declared."""
    titles = {sheet.title for sheet in SHEETS}
    pages: dict[str, xw.Sheet] = {}
    for name, page in ((page.name, page) for page in book.sheets):
        if name in titles:
            pages[folded(name)] = page
        else:
            pages.setdefault(folded(name), page)
    return pages


def cells_of(found: xw.Sheet, sheet: Sheet, grid: Grid) -> Cells:
    body, first = grid.rows[grid.header + 1 :], grid.first
    end = _table_end(found, first - 1)
    kept = [
        index
        for index, row in enumerate(body)
        if any(row[place] not in (None, "") for place in grid.places.values())
        and not (end and first + index == end.totals)
    ]
    index = pd.Index([first + i for i in kept], dtype="int64")
    values = pd.DataFrame(
        {
            column.name: [body[i][grid.places[column.name]] for i in kept]
            if column.name in grid.places
            else [None] * len(kept)
            for column in sheet.columns
        },
        index=index,
        dtype="object",
    )
    known = {name: letters(grid.left + place) for name, place in grid.places.items()}
    if not kept or sheet.written_by_program:
        return Cells(values, known, first=first)
    return Cells(
        values,
        known,
        formulas=_formulas(found, sheet, grid, values),
        hidden=hidden_rows(found, grid, first, int(index[-1])) & set(index),
        merged=merged_rows(found, grid, first, int(index[-1])),
        beyond_table=frozenset(row for row in index if end and row > end.last),
        first=first,
    )


def grid_of(found: xw.Sheet, sheet: Sheet) -> Grid:
    """The sheet's cells and where its columns stand, in one call for the cells.

    Errors: ``DialogueError`` for a column that is indispensable and missing, or there twice.
    """
    used = found.used_range
    rows = used.options(ndim=2, err_to_str=True).value
    best: tuple[int, dict[str, int]] = (0, {})
    for index, row in enumerate(rows[:HEADER_SEARCH]):
        places = _places(row, sheet)
        if len(places) > len(best[1]):
            best = (index, places)
        if len(places) == len(sheet.columns):
            break
    grid = Grid(rows, used.row, used.column, *best)
    _refuse_twice(grid, sheet)
    for column in sheet.columns:
        if column.indispensable and column.name not in grid.places:
            raise column_missing(sheet, column, likely(column, grid))
    return grid


def column_missing(sheet: Sheet, column: Column, hint: str = "") -> DialogueError:
    """A column that the sheet must have; ``hint`` is the header that may have been meant."""
    facts = {"title": sheet.title, "header": column.header, "hint": hint}
    return DialogueError(messages.COLUMN_MISSING, **facts)


def _places(row: list[Any], sheet: Sheet) -> dict[str, int]:
    """Where the columns stand if the row is the header; their own names before other offices'."""
    said = [folded(cell) if isinstance(cell, str) else "" for cell in row]
    places: dict[str, int] = {}
    for column in sheet.columns:
        for spoken in (column.header, *column.also):
            if folded(spoken) in said:
                places.setdefault(column.name, said.index(folded(spoken)))
    return places


def _refuse_twice(grid: Grid, sheet: Sheet) -> None:
    """A header that stands twice might hide what somebody decided under the other."""
    row = grid.rows[grid.header] if grid.rows else []
    said = [folded(cell) if isinstance(cell, str) else "" for cell in row]
    for column in sheet.columns:
        at = [place for place, header in enumerate(said) if header == folded(column.header)]
        if len(at) > 1:
            cells = [f"{letters(grid.left + place)}{grid.top + grid.header}" for place in at]
            raise DialogueError(
                messages.COLUMN_TWICE,
                title=sheet.title,
                header=column.header,
                first=cells[0],
                second=cells[1],
            )


def likely(column: Column, grid: Grid, cutoff: float = 0.4) -> str:
    """The header that may have been meant, where one looks so much like it."""
    taken = set(grid.places.values())
    row = grid.rows[grid.header] if grid.rows else []
    free = {
        folded(cell): (cell, place)
        for place, cell in enumerate(row)
        if isinstance(cell, str) and place not in taken
    }
    for near in difflib.get_close_matches(folded(column.header), free, n=1, cutoff=cutoff):
        cell, place = free[near]
        where = f"{letters(grid.left + place)}{grid.top + grid.header}"
        return messages.COLUMN_LIKELY.say("vi", header=cell, cell=where)
    return ""


class _End(NamedTuple):
    last: int
    """The table's last row of data."""
    totals: int
    """Its row of totals, 0 without one."""


def _table_end(found: xw.Sheet, header_row: int) -> _End | None:
    for table in found.tables:
        area = table.range
        if area.row == header_row:
            bottom = area.row + area.rows.count - 1
            return _End(bottom - 1, bottom) if table.show_totals else _End(bottom, 0)
    return None


def _formulas(
    found: xw.Sheet, sheet: Sheet, grid: Grid, values: pd.DataFrame
) -> frozenset[tuple[int, str]]:
    """Where a formula stands in a column of text, codes or names."""
    rows = _rows_of(found.used_range.formula)
    return frozenset(
        (row, column.name)
        for column in sheet.columns
        if column.name in grid.places
        for row in values.index
        if isinstance(cell := rows[row - grid.top][grid.places[column.name]], str)
        and cell.startswith("=")
        and values.at[row, column.name] != cell
    )


def _rows_of(block: object) -> Sequence[Sequence[object]]:
    """A block as xlwings gives formulas: a single cell comes bare."""
    return block if isinstance(block, list | tuple) else ((block,),)


def hidden_rows(found: xw.Sheet, grid: Grid, first: int, last: int) -> frozenset[int]:
    """Rows that a filter or a person hides, whatever columns are hidden too.

    Of a protected sheet Excel does not say; nothing is written there either.
    """
    if found.api.ProtectContents:
        return frozenset()
    seen = found.range((first, grid.left), (last, grid.right)).get_special_cells("visible")
    assert isinstance(seen, list)
    rows = {row for area in seen for row in range(area.row, area.row + area.shape[0])}
    return frozenset(range(first, last + 1)) - rows


def merged_rows(found: xw.Sheet, grid: Grid, first: int, last: int) -> frozenset[int]:
    merged = found.range((first, grid.left), (last, grid.right)).merge_cells
    if merged is not None or first == last:
        return frozenset() if merged is False else frozenset(range(first, last + 1))
    middle = (first + last) // 2
    return merged_rows(found, grid, first, middle) | merged_rows(found, grid, middle + 1, last)


def rows(book: xw.Book, sheet: Sheet) -> pd.DataFrame:
    """The rows of one sheet as they stand, labelled by Excel row; none where it is missing."""
    found = sheet_of(book, sheet)
    return cells_of(found, sheet, grid_of(found, sheet)).values if found else empty(sheet)
