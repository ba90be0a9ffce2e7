"""Plan <-> xlwings Book: the only room that touches a workbook's cells."""

from xl_dialogue.book.leavings import cells_saying, save_without
from xl_dialogue.book.own import append, replace, update
from xl_dialogue.book.places import cell_of, go, place, titles
from xl_dialogue.book.reading import column_missing, read, rows, sheet_of
from xl_dialogue.book.writing import Link, blocks, quietly, refuse_unwritable, write

__all__ = [
    "Link", "append", "blocks", "cell_of", "cells_saying", "column_missing", "go", "place",
    "quietly", "read", "refuse_unwritable", "replace", "rows", "save_without", "sheet_of", "titles",
    "update", "write",
]  # fmt: skip
