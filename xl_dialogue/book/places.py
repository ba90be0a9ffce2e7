"""Where the person is in the workbook, and taking the person elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.addresses import letters
from xl_dialogue.messages import DialogueError
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.tour import Place

if TYPE_CHECKING:
    import xlwings as xw


def place(book: xw.Book) -> Place:
    """The cell where the person is. Errors: ``DialogueError`` where nobody looks at the book."""
    chosen = _chosen(book)
    cell = f"{letters(chosen.column)}{chosen.row}" if chosen is not None else "A1"
    return Place(book.sheets.active.name, cell)


def titles(book: xw.Book) -> list[str]:
    """The sheets that the person sees."""
    return [page.name for page in book.sheets if page.visible]


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
    known = plan.cells[sheet].letters if sheet in plan.cells else {}
    letter = known.get(column or "", next(iter(known.values()), "A"))
    return f"{letter}{row or 1}"
