"""From what a job has decided to the workbook's cells: those cells and no others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.addresses import number
from xl_dialogue.book.reading import (
    Grid,
    column_missing,
    grid_of,
    hidden_rows,
    likely,
    merged_rows,
    sheet_of,
)
from xl_dialogue.formulas import is_taken_for_a_formula
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.appending import rows_beyond
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import Sheet
from xl_dialogue.plan.sheets import BY_NAME

if TYPE_CHECKING:
    import xlwings as xw

_RENAMED = 0.75
"""Headers so much alike are one."""

# --- what may be written --------------------------------------------------------------------


def refuse_unwritable(book: xw.Book, plan: Plan, changes: Iterable[Change], *own: Sheet) -> None:
    """Make sure that every cell can be written, and seen by the person, before any is.

    ``own`` are the program's sheets that will be written too. Xlwings has no words for a
    read-only book and a protected sheet: every engine's ``api`` answers Excel's.
    Errors: ``DialogueError`` that says which sheet, and how to free it.
    """
    if book.api.ReadOnly:
        raise DialogueError(messages.BOOK_READ_ONLY, file=book.name)
    changes = list(changes)
    written: dict[str, set[int]] = {}
    for change in changes:
        written.setdefault(change.sheet, set()).add(change.row)
    for name, rows in written.items():
        _refuse_unseen(book, plan, BY_NAME[name], rows)
        _refuse_homeless(plan, BY_NAME[name], changes)
    for sheet in (*map(BY_NAME.__getitem__, written), *own):
        found = sheet_of(book, sheet)
        if found is not None and found.api.ProtectContents:
            raise DialogueError(messages.SHEET_PROTECTED, title=sheet.title)
    for sheet in own:
        _refuse_unfit(book, sheet)


def _refuse_unseen(book: xw.Book, plan: Plan, sheet: Sheet, rows: set[int]) -> None:
    found = sheet_of(book, sheet)
    if found is not None and not found.visible:
        raise DialogueError(messages.SHEET_HIDDEN, title=sheet.title)
    _refuse_hidden(sheet, plan.cells[sheet.name].hidden & rows)
    new = rows_beyond(plan, sheet.name, rows)
    if found is not None and new:
        _refuse_no_room(found, sheet, new[0], new[-1])


def _refuse_no_room(found: xw.Sheet, sheet: Sheet, first: int, last: int) -> None:
    """New rows below the others must be free and seen, as those that are there."""
    grid = grid_of(found, sheet)
    _refuse_totals(found, sheet, grid)
    _refuse_hidden(sheet, hidden_rows(found, grid, first, last))
    if merged := merged_rows(found, grid, first, last):
        raise DialogueError(messages.ROWS_MERGED, title=sheet.title, row=min(merged))


def _refuse_homeless(plan: Plan, sheet: Sheet, changes: Iterable[Change]) -> None:
    """What has no column in this workbook."""
    for change in changes:
        if change.sheet == sheet.name and change.column not in plan.cells[sheet.name].letters:
            raise column_missing(sheet, sheet[change.column])


def _refuse_unfit(book: xw.Book, sheet: Sheet) -> None:
    """A block written over filtered rows, or over a row of totals, would not land right.

    Columns that are missing are added, unless somebody seems to have renamed one.
    """
    found = sheet_of(book, sheet)
    if found is None:
        return
    grid = grid_of(found, sheet)
    for column in sheet.columns:
        if column.name in grid.places:
            continue
        hint = likely(column, grid, _RENAMED)
        if hint or not grid.places or _is_taken(column.name, sheet, grid):
            raise column_missing(sheet, column, hint)
    _refuse_hidden(sheet, hidden_rows(found, grid, grid.first - 1, grid.last))
    _refuse_totals(found, sheet, grid)


def _is_taken(missing: str, sheet: Sheet, grid: Grid) -> bool:
    """Between the neighbours of the missing column stands another, which may be it renamed."""
    names = [column.name for column in sheet.columns]
    at = names.index(missing)
    before = [grid.places[name] for name in names[:at] if name in grid.places]
    after = [grid.places[name] for name in names[at + 1 :] if name in grid.places]
    if not before or not after:
        return False
    between = set(range(max(before) + 1, min(after))) - set(grid.places.values())
    return any(grid.rows[grid.header][place] not in (None, "") for place in between)


def _refuse_totals(found: xw.Sheet, sheet: Sheet, grid: Grid) -> None:
    if any(table.show_totals for table in found.tables if table.range.row == grid.first - 1):
        raise DialogueError(messages.TOTALS_IN_THE_WAY, title=sheet.title)


def _refuse_hidden(sheet: Sheet, hidden: frozenset[int]) -> None:
    if hidden:
        facts = {"title": sheet.title, "count": len(hidden), "first": min(hidden)}
        raise DialogueError(messages.ROWS_HIDDEN, **facts)


@contextmanager
def quietly(book: xw.Book) -> Iterator[None]:
    """Write without drawing or calculating at every cell; both go on afterwards as before."""
    with book.app.properties(screen_updating=False, calculation="manual"):
        yield


# --- writing --------------------------------------------------------------------------------


def write(book: xw.Book, plan: Plan, changes: Iterable[Change]) -> None:
    """Put the new values into their cells, whole blocks at a time, and nothing else."""
    by_sheet: dict[str, dict[tuple[int, int], object]] = {}
    for change in changes:
        column = number(plan.cells[change.sheet].letters[change.column])
        by_sheet.setdefault(change.sheet, {})[change.row, column] = as_cell(change.new)
    for name, cells in by_sheet.items():
        found = sheet_of(book, BY_NAME[name])
        assert found is not None, name
        for top, left, block in blocks(cells):
            bottom, right = top + len(block) - 1, left + len(block[0]) - 1
            found.range((top, left), (bottom, right)).value = block
        if new := rows_beyond(plan, name, {row for row, _ in cells}):
            columns = map(number, plan.cells[name].letters.values())
            grow_table(found, min(columns), new[0], new[-1])


def blocks(
    cells: Mapping[tuple[int, int], object],
) -> Iterator[tuple[int, int, list[list[object]]]]:
    """The cells, by row and column, as rectangles: few, since each costs a call or more.

    Gives the top row, the left column and the rows of each.
    """
    open_: dict[tuple[int, int], tuple[int, list[list[object]]]] = {}
    for row, group in groupby(sorted(cells), key=lambda at: at[0]):
        columns = [column for _, column in group]
        strips = {(run[0], run[-1]) for run in runs(columns)}
        for left, last in [strip for strip in open_ if strip not in strips]:
            top, block = open_.pop((left, last))
            yield top, left, block
        for left, last in sorted(strips):
            top, block = open_.get((left, last), (row, []))
            if top + len(block) != row:
                yield top, left, block
                top, block = row, []
            block.append([cells[row, column] for column in range(left, last + 1)])
            open_[left, last] = top, block
    yield from ((top, left, block) for (left, _), (top, block) in open_.items())


def runs(numbers: list[int]) -> Iterator[list[int]]:
    """Neighbours together."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def as_cell(value: object) -> object:
    """The value as it may be typed: text that looks like a formula stays text."""
    if isinstance(value, dt.time):
        return (value.hour * 60 + value.minute) / (24 * 60)
    if isinstance(value, str) and not isinstance(value, Link):
        is_quoted = is_taken_for_a_formula(value) or value.startswith("'")
        return f"'{value}" if is_quoted else value or None
    return value


def grow_table(found: xw.Sheet, column: int, first: int, last: int) -> None:
    """Let the table over the column, which ends above the first of new rows, take them in."""
    for table in found.tables:
        area = table.range
        right = area.column + area.shape[1] - 1
        if area.row < first <= area.row + area.shape[0] and area.column <= column <= right:
            bottom = max(last, area.row + 1)
            table.resize(found.range((area.row, area.column), (bottom, area.last_cell.column)))


class Link(str):
    """A cell that jumps to another: ``=HYPERLINK("#'Sheet'!A1","Sheet!A1")``."""

    __slots__ = ()

    @classmethod
    def to(cls, title: str, cell: str) -> Link:
        quoted = title.replace("'", "''")
        return cls(f'=HYPERLINK("#\'{quoted}\'!{cell}","{title}!{cell}")')
