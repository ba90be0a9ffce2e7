"""Plan <-> xlwings Book: the only module that touches a workbook's cells."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import pandas as pd
import xlwings as xw

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Cells, Plan, empty, plan_from
from xl_dialogue.plan.schema import Column, Sheet
from xl_dialogue.plan.sheets import BY_NAME, SHEETS
from xl_dialogue.plan.tour import Place
from xl_dialogue.vietnamese.text import folded

HEADER_SEARCH = 30
"""Rows from the top of a sheet among which its header is looked for."""


class _Grid(NamedTuple):
    """The used range of a sheet and where the declared columns stand in it."""

    rows: list[list[Any]]
    top: int
    left: int
    header: int
    """Index of the header in ``rows``."""
    places: dict[str, int]
    """Index in a row of each declared column that was found."""


# --- reading --------------------------------------------------------------------------------


def read(book: xw.Book) -> Plan:
    """The plan that the workbook holds.

    Errors: ``DialogueError`` when a sheet or an indispensable column is missing.
    """
    cells = {}
    pages = _pages(book)
    for sheet in SHEETS:
        found = pages.get(folded(sheet.title))
        if found is not None:
            cells[sheet.name] = _cells(found, sheet)
        elif not sheet.optional:
            raise DialogueError(messages.SHEET_MISSING, file=book.name, title=sheet.title)
    return plan_from(cells)


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


def _cells(found: xw.Sheet, sheet: Sheet) -> Cells:
    grid = _grid(found, sheet)
    body = grid.rows[grid.header + 1 :]
    first = grid.top + grid.header + 1
    end = _table_end(found, grid.top + grid.header)
    kept = [
        index
        for index, row in enumerate(body)
        if any(row[place] not in (None, "") for place in grid.places.values())
        and not (end and first + index == end.totals)
    ]
    index = pd.Index([first + i for i in kept], dtype="int64")
    values = pd.DataFrame(
        {
            column.name: pd.Series(
                [body[i][grid.places[column.name]] for i in kept]
                if column.name in grid.places
                else [None] * len(kept),
                index=index,
                dtype="object",
            )
            for column in sheet.columns
        },
        index=index,
    )
    letters = {name: _letter(grid.left + place) for name, place in grid.places.items()}
    if not kept or sheet.written_by_program:
        return Cells(values, letters)
    return Cells(
        values,
        letters,
        formulas=_formulas(found, sheet, grid, values),
        hidden=_hidden_rows(found, grid, first, int(index[-1])) & set(index),
        merged=_merged_rows(found, grid, first, int(index[-1])),
        beyond_table=frozenset(row for row in index if end and row > end.last),
    )


def _grid(found: xw.Sheet, sheet: Sheet) -> _Grid:
    used = found.used_range
    rows = used.options(ndim=2, err_to_str=True).value
    best: tuple[int, dict[str, int]] = (0, {})
    for index, row in enumerate(rows[:HEADER_SEARCH]):
        places = _places(row, sheet)
        if len(places) > len(best[1]):
            best = (index, places)
        if len(places) == len(sheet.columns):
            break
    grid = _Grid(rows, used.row, used.column, *best)
    _refuse_twice(grid, sheet)
    for column in sheet.columns:
        if column.indispensable and column.name not in grid.places:
            raise DialogueError(
                messages.COLUMN_MISSING,
                title=sheet.title,
                header=column.header,
                hint=_likely(column, grid),
            )
    return grid


def _places(row: list[Any], sheet: Sheet) -> dict[str, int]:
    """Where the columns stand if the row is the header; their own names before other offices'."""
    said = [folded(cell) if isinstance(cell, str) else "" for cell in row]
    places: dict[str, int] = {}
    for column in sheet.columns:
        for spoken in (column.header, *column.also):
            if folded(spoken) in said:
                places.setdefault(column.name, said.index(folded(spoken)))
    return places


def _refuse_twice(grid: _Grid, sheet: Sheet) -> None:
    """A header that stands twice might hide what somebody decided under the other."""
    row = grid.rows[grid.header] if grid.rows else []
    said = [folded(cell) if isinstance(cell, str) else "" for cell in row]
    for column in sheet.columns:
        at = [place for place, header in enumerate(said) if header == folded(column.header)]
        if len(at) > 1:
            cells = [f"{_letter(grid.left + place)}{grid.top + grid.header}" for place in at]
            raise DialogueError(
                messages.COLUMN_TWICE,
                title=sheet.title,
                header=column.header,
                first=cells[0],
                second=cells[1],
            )


def _likely(column: Column, grid: _Grid) -> str:
    """The header that may have been meant, where one looks like it."""
    taken = set(grid.places.values())
    row = grid.rows[grid.header] if grid.rows else []
    free = {
        folded(cell): (cell, place)
        for place, cell in enumerate(row)
        if isinstance(cell, str) and place not in taken
    }
    for near in difflib.get_close_matches(folded(column.header), free, n=1, cutoff=0.4):
        cell, place = free[near]
        where = f"{_letter(grid.left + place)}{grid.top + grid.header}"
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
    found: xw.Sheet, sheet: Sheet, grid: _Grid, values: pd.DataFrame
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


def _hidden_rows(found: xw.Sheet, grid: _Grid, first: int, last: int) -> frozenset[int]:
    """Rows that a filter or a person hides, whatever columns are hidden too."""
    left, right = grid.left, grid.left + len(grid.rows[grid.header]) - 1
    seen = found.range((first, left), (last, right)).get_special_cells("visible")
    assert isinstance(seen, list)
    rows = {row for area in seen for row in range(area.row, area.row + area.shape[0])}
    return frozenset(range(first, last + 1)) - rows


def _merged_rows(found: xw.Sheet, grid: _Grid, first: int, last: int) -> frozenset[int]:
    left, right = grid.left, grid.left + len(grid.rows[grid.header]) - 1
    merged = found.range((first, left), (last, right)).merge_cells
    if merged is not None or first == last:
        return frozenset() if merged is False else frozenset(range(first, last + 1))
    middle = (first + last) // 2
    return _merged_rows(found, grid, first, middle) | _merged_rows(found, grid, middle + 1, last)


def _letter(column: int) -> str:
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(65 + place) + letters
    return letters


def rows(book: xw.Book, sheet: Sheet) -> pd.DataFrame:
    """The rows of one sheet as they stand, labelled by Excel row; none where it is missing."""
    found = sheet_of(book, sheet)
    return _cells(found, sheet).values if found else empty(sheet)


# --- what may be written --------------------------------------------------------------------


def refuse_unwritable(book: xw.Book, plan: Plan, changes: Iterable[Change], *own: Sheet) -> None:
    """Make sure that every cell can be written, and seen by the person, before any is.

    ``own`` are the program's sheets that will be written too. Xlwings has no words for a
    read-only book and a protected sheet: every engine's ``api`` answers Excel's.
    Errors: ``DialogueError`` that says which sheet, and how to free it.
    """
    if book.api.ReadOnly:
        raise DialogueError(messages.BOOK_READ_ONLY, file=book.name)
    written: dict[str, set[int]] = {}
    for change in changes:
        written.setdefault(change.sheet, set()).add(change.row)
    for name, rows in written.items():
        _refuse_unseen(book, plan, BY_NAME[name], rows)
    for sheet in (*map(BY_NAME.__getitem__, written), *own):
        found = sheet_of(book, sheet)
        if found is not None and found.api.ProtectContents:
            raise DialogueError(messages.SHEET_PROTECTED, title=sheet.title)
    for sheet in own:
        _refuse_filtered(book, sheet)


def _refuse_unseen(book: xw.Book, plan: Plan, sheet: Sheet, rows: set[int]) -> None:
    found = sheet_of(book, sheet)
    if found is not None and not found.visible:
        raise DialogueError(messages.SHEET_HIDDEN, title=sheet.title)
    hidden = sorted(plan.cells[sheet.name].hidden & rows)
    if hidden:
        facts = {"title": sheet.title, "count": len(hidden), "first": hidden[0]}
        raise DialogueError(messages.ROWS_HIDDEN, **facts)


def _refuse_filtered(book: xw.Book, sheet: Sheet) -> None:
    """A block written over filtered rows would not land where it belongs."""
    found = sheet_of(book, sheet)
    if found is None:
        return
    grid = _grid(found, sheet)
    first, last = grid.top + grid.header, grid.top + len(grid.rows) - 1
    hidden = sorted(_hidden_rows(found, grid, first, last))
    if hidden:
        facts = {"title": sheet.title, "count": len(hidden), "first": hidden[0]}
        raise DialogueError(messages.ROWS_HIDDEN, **facts)


@contextmanager
def quietly(book: xw.Book) -> Iterator[None]:
    """Write without drawing or calculating at every cell; both go on afterwards as before."""
    with book.app.properties(screen_updating=False, calculation="manual"):
        yield


# --- writing --------------------------------------------------------------------------------


def write(book: xw.Book, plan: Plan, changes: Iterable[Change]) -> None:
    """Put the new values into their cells, whole runs at a time, and nothing else."""
    by_column: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        by_column.setdefault((change.sheet, change.column), []).append(change)
    for (name, column), group in by_column.items():
        found = sheet_of(book, BY_NAME[name])
        assert found is not None, name
        letter = plan.cells[name].letters[column]
        for run in _runs(sorted(group, key=lambda change: change.row)):
            area = found.range(f"{letter}{run[0].row}:{letter}{run[-1].row}")
            area.value = [[as_cell(change.new)] for change in run]


def _runs(changes: list[Change]) -> Iterator[list[Change]]:
    run: list[Change] = []
    for change in changes:
        if run and change.row != run[-1].row + 1:
            yield run
            run = []
        run.append(change)
    yield run


def as_cell(value: object) -> object:
    """The value as it may be typed: text that looks like a formula stays text."""
    if isinstance(value, dt.time):
        return (value.hour * 60 + value.minute) / (24 * 60)
    if isinstance(value, str) and not isinstance(value, Link):
        return f"'{value}" if value[:1] in ("=", "+", "-", "@", "'") else value or None
    return value


def append(book: xw.Book, sheet: Sheet, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows below the last of the program's own sheet, making the sheet if need be."""
    if rows:
        found = sheet_of(book, sheet) or _new_sheet(book, sheet)
        held = _cells(found, sheet)
        last = int(held.values.index[-1]) if len(held.values) else _header_row(found, sheet)
        _put(found, sheet, held.letters, last + 1, rows)


def replace(book: xw.Book, sheet: Sheet, rows: Sequence[Mapping[str, object]]) -> None:
    """Let the program's own sheet hold these rows and no others."""
    found = sheet_of(book, sheet) or _new_sheet(book, sheet)
    held = _cells(found, sheet)
    first = _header_row(found, sheet) + 1
    if len(held.values):
        places = sorted(held.letters.values(), key=lambda letter: (len(letter), letter))
        found.range(f"{places[0]}{first}:{places[-1]}{held.values.index[-1]}").clear_contents()
    _put(found, sheet, held.letters, first, rows)


def _put(
    found: xw.Sheet,
    sheet: Sheet,
    letters: Mapping[str, str],
    first: int,
    rows: Sequence[Mapping[str, object]],
) -> None:
    last = first + len(rows) - 1
    for column in sheet.columns:
        letter = letters.get(column.name)
        if not rows or letter is None:
            continue
        block = [[as_cell(row.get(column.name))] for row in rows]
        area = found.range(f"{letter}{first}:{letter}{last}")
        if any(isinstance(cell, Link) for (cell,) in block):
            area.formula = [[str(cell)] for (cell,) in block]
        else:
            area.value = block
    for table in found.tables:
        area = table.range
        if area.row <= first:
            bottom = max(last, area.row + 1)
            table.resize(found.range((area.row, area.column), (bottom, area.last_cell.column)))


class Link(str):
    """A cell that jumps to another: ``=HYPERLINK("#'Sheet'!A1","Sheet!A1")``."""

    __slots__ = ()

    @classmethod
    def to(cls, title: str, cell: str) -> Link:
        quoted = title.replace("'", "''")
        return cls(f'=HYPERLINK("#\'{quoted}\'!{cell}","{title}!{cell}")')


def _header_row(found: xw.Sheet, sheet: Sheet) -> int:
    grid = _grid(found, sheet)
    return grid.top + grid.header


def _new_sheet(book: xw.Book, sheet: Sheet) -> xw.Sheet:
    found = book.sheets.add(sheet.title, after=book.sheets[-1])
    found.range("A1").value = [[column.header for column in sheet.columns]]
    return found


# --- places ---------------------------------------------------------------------------------


def place(book: xw.Book) -> Place:
    """The cell where the person is. Errors: ``DialogueError`` where nobody looks at the book."""
    chosen = _chosen(book)
    cell = f"{_letter(chosen.column)}{chosen.row}" if chosen is not None else "A1"
    return Place(book.sheets.active.name, cell)


def go(book: xw.Book, title: str, cell: str) -> None:
    """Take the person to a cell. Errors: ``DialogueError`` where nobody looks at the book."""
    _chosen(book)
    if title not in [page.name for page in book.sheets]:
        raise DialogueError(messages.SHEET_MISSING, file=book.name, title=title)
    page = book.sheets[title]
    if not page.visible:
        raise DialogueError(messages.SHEET_HIDDEN, title=title)
    page.select()
    page.range(cell).select()


def _chosen(book: xw.Book) -> xw.Range | None:
    """The selected cells; ``None`` for a picture or a chart."""
    try:
        return book.app.selection
    except NotImplementedError:
        raise DialogueError(messages.NEEDS_A_WINDOW) from None


def cell_of(plan: Plan, sheet: str, row: int | None, column: str | None) -> str:
    """The address that a finding points at: ``E5``, or ``A1`` for the whole sheet."""
    letters = plan.cells[sheet].letters if sheet in plan.cells else {}
    letter = letters.get(column or "", next(iter(letters.values()), "A"))
    return f"{letter}{row or 1}"
