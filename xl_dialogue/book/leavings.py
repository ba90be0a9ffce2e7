"""What must not stay in a workbook: where it still stands, and a save that leaves none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dialogue.addresses import letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import xlwings as xw

    Says = Callable[[str], bool]


def cells_saying(book: xw.Book, says: Says) -> Iterator[tuple[str, str]]:
    """Sheet and address of every cell that says it, on anybody's sheet.

    Of a formula its own text counts: what it gives follows the cells that it is worked out from.
    """
    for title, used in [(page.name, page.used_range) for page in book.sheets]:
        values = used.options(ndim=2, err_to_str=True).value
        formulas, top, left = used.formula, used.row, used.column
        block = formulas if isinstance(formulas, list | tuple) else ((formulas,),)
        for down, (row, texts) in enumerate(zip(values, block, strict=True)):
            for across, (value, text) in enumerate(zip(row, texts, strict=True)):
                said = text if _is_formula(text) else value
                if isinstance(said, str | float) and says(_said(said)):
                    yield title, f"{letters(left + across)}{top + down}"


def save_without(book: xw.Book, says: Says) -> None:
    """Save the book; what it keeps behind its cells goes too.

    A closed file keeps parts as they are, and must be told; a program writes the file anew.
    """
    if hasattr(book.impl, "forgets"):
        book.impl.forgets = says
    book.save()


def _is_formula(text: object) -> bool:
    return isinstance(text, str) and text.startswith("=")


def _said(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.15g}"
