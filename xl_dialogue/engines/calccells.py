"""The cells of a sheet of Calc: one call for a whole block, however many rows it has.

Beside the block itself only formats, errors and comments are asked for, column by column.
What Calc does on its own: ``setDataArray`` takes the comments of the cells along, so rows with
comments are written cell by cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xl_dialogue import messages
from xl_dialogue.addresses import Box, a1
from xl_dialogue.engines import calcvalues
from xl_dialogue.engines.blocks import runs
from xl_dialogue.engines.calcbridge import box_of, refused
from xl_dialogue.engines.calcformulas import from_calc, is_constant, to_calc
from xl_dialogue.engines.values import typed
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from xl_dialogue.engines.calcsheet import Sheet
    from xl_dialogue.engines.values import CellError, Content, Value

    Contents = Sequence[Sequence[Content]]
    Place = tuple[int, int]

_TRUTHS = ("=TRUE()", "=FALSE()")
_COMMENTS = 8
"""com.sun.star.sheet.CellFlags.ANNOTATION"""


# --- reading --------------------------------------------------------------------------------


def values(sheet: Sheet, area: Box) -> list[list[Value]]:
    """The values of a block, row by row; blank is ``None``."""
    cells = sheet.cells_at(area)
    rows, epoch = cells.getDataArray(), sheet.book.epoch
    kinds = _kinds_at(sheet, area, calcvalues.numbers(rows))
    kinds |= _typed_truths(sheet, area, rows, kinds)
    found: list[list[Value]] = [
        [held or None if type(held) is str else held for held in row] for row in rows
    ]
    for (row, column), kind in kinds.items():
        held = rows[row][column]
        if held is not None:
            found[row][column] = calcvalues.value(held, kind, epoch)
    for (row, column), error in _errors(sheet, cells, area, [*calcvalues.holes(rows)]):
        found[row][column] = error
    return found


def _kinds_at(sheet: Sheet, area: Box, places: Iterable[Place]) -> dict[Place, int]:
    """The types of number formats at these places, by index; plain ones may be missing."""
    kinds: dict[Place, int] = {}
    for column in calcvalues.columns(area, places):
        for part, kind in sheet.kinds(column):
            if kind & (calcvalues.DATE | calcvalues.TIME | calcvalues.LOGICAL):
                at = part.left - area.left
                kinds |= {(row - area.top, at): kind for row in part.rows}
    return kinds


def _typed_truths(
    sheet: Sheet, area: Box, rows: calcvalues.Rows, kinds: dict[Place, int]
) -> dict[Place, int]:
    """The truths that came from a file as ``=TRUE()``: they need no logical format there."""
    may_be = [(r, c) for r, c in calcvalues.numbers(rows) if rows[r][c] in (0, 1)]
    open_ = [at for at in may_be if not kinds.get(at, 0) & calcvalues.LOGICAL]
    truths: dict[Place, int] = {}
    for part in calcvalues.columns(area, open_):
        for row, (text,) in enumerate(sheet.cells_at(part).getFormulaArray(), part.top - area.top):
            if text in _TRUTHS:
                truths[row, part.left - area.left] = calcvalues.LOGICAL
    return truths


def _errors(
    sheet: Sheet, cells: Any, area: Box, places: list[Place]
) -> Iterator[tuple[Place, CellError]]:
    """The errors at these places: Calc names a whole block at once, or one by its number."""
    names = sheet.book.app.evaluated("FORMULA", cells) if places else None
    for row, column in places:
        named = calcvalues.error_named(names[row][column]) if isinstance(names, tuple) else None
        if named is None:
            cell = sheet.uno.getCellByPosition(area.left + column - 1, area.top + row - 1)
            named = calcvalues.error(cell.getError())
        yield (row, column), named


def formulas(sheet: Sheet, area: Box) -> tuple[tuple[str, ...], ...]:
    """As Excel gives them: the formula where there is one, else the constant as typed."""
    cells = sheet.cells_at(area)
    rows, epoch = cells.getDataArray(), sheet.book.epoch
    texts = cells.getFormulaArray()
    truths = [(r, c) for r, c in calcvalues.numbers(rows) if texts[r][c] in ("0", "1")]
    kinds = _kinds_at(sheet, area, truths)
    return tuple(
        tuple(
            _formula(text, held, kinds.get((row, column), 0), epoch)
            for column, (text, held) in enumerate(zip(row_texts, row_held, strict=True))
        )
        for row, (row_texts, row_held) in enumerate(zip(texts, rows, strict=True))
    )


def _formula(text: str, held: str | float | None, kind: int, epoch: dt.datetime) -> str:
    if text.startswith(("=", "{=")) and text != held:
        formula = from_calc(text)
        return formula[1:] if is_constant(formula) else formula
    if held is None:
        return text
    return typed(calcvalues.value(held, kind & calcvalues.LOGICAL, epoch), epoch)


# --- writing --------------------------------------------------------------------------------


def write(sheet: Sheet, area: Box, contents: Contents) -> None:
    """Put the contents into the block; nothing else of the sheet changes.

    Errors: ``DialogueError`` before anything is written, for a sheet or a book that is protected.
    """
    refuse_locked(sheet, area)
    formats = [*_formats(sheet, area, contents)]
    try:
        _write(sheet, area, contents)
    except refused() as error:
        sheet.book.refuse_closed()
        # what is left: some cells belong to an array
        cell = a1(area.top, area.left)
        raise DialogueError(messages.FORMULA_IN_COMMON, cell=cell) from error
    for code, part in formats:
        sheet.cells_at(part).NumberFormat = sheet.book.format_key(code)


def refuse_locked(sheet: Sheet, area: Box) -> None:
    """Calc may leave a locked cell as it is without a word."""
    if sheet.book.ReadOnly:
        raise DialogueError(messages.BOOK_READ_ONLY, file=sheet.book.name)
    if sheet.ProtectContents and sheet.is_locked(area):
        raise DialogueError(messages.SHEET_PROTECTED, title=sheet.name)


def _formats(sheet: Sheet, area: Box, contents: Contents) -> Iterator[tuple[str, Box]]:
    """The number formats that some of the cells need to show what they will hold."""
    measured = [
        (row, column)
        for row, cells in enumerate(contents)
        for column, content in enumerate(cells)
        if content is not None and not isinstance(content, str | tuple)
    ]
    kinds = _kinds_at(sheet, area, measured)
    wanted: list[list[str | None]] = [[None] * len(cells) for cells in contents]
    for row, column in measured:
        kind = kinds.get((row, column), 0)
        wanted[row][column] = calcvalues.fitting(contents[row][column], kind)
    return calcvalues.stretches(area, wanted) if measured else iter(())


def _write(sheet: Sheet, area: Box, contents: Contents) -> None:
    commented = _commented(sheet, area) if sheet.comments.getCount() else ()
    for top, bottom in runs(row for row in area.rows if row not in commented):
        band = area._replace(top=top, bottom=bottom)
        _put(sheet, band, contents[top - area.top : bottom - area.top + 1])
    for row in commented:
        _put_singly(sheet, row, area.left, contents[row - area.top])


def _commented(sheet: Sheet, area: Box) -> list[int]:
    """The rows in which a cell of the area has a comment."""
    found = sheet.cells_at(area).queryContentCells(_COMMENTS)
    return sorted({row for address in found.RangeAddresses for row in box_of(address).rows})


def _put(sheet: Sheet, area: Box, contents: Contents) -> None:
    epoch = sheet.book.epoch
    data = tuple(tuple(calcvalues.held(content, epoch) for content in row) for row in contents)
    sheet.cells_at(area).setDataArray(data)
    texts = [[calcvalues.formula(content) for content in row] for row in contents]
    marks = [[None if text is None else "=" for text in row] for row in texts]
    for _, part in calcvalues.stretches(area, marks):
        column = part.left - area.left
        filled = (texts[row - area.top][column] or "" for row in part.rows)
        sheet.cells_at(part).setFormulaArray(tuple((to_calc(text),) for text in filled))


def _put_singly(sheet: Sheet, row: int, left: int, contents: Sequence[Content]) -> None:
    """Slower, but the comments of the cells stay."""
    for column, content in enumerate(contents, left):
        cell = sheet.uno.getCellByPosition(column - 1, row - 1)
        held, formula = calcvalues.held(content, sheet.book.epoch), calcvalues.formula(content)
        if formula is not None:
            cell.setFormula(to_calc(formula))
        elif isinstance(held, float):
            cell.setValue(held)
        else:
            cell.setString(held)
