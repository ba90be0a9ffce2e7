"""Workbooks of Excel (.xlsx, .xlsm, .xls) and of LibreOffice (.ods), read by calamine."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.exchange.incoming import Table, Value
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def tables_of(path: Path) -> list[Table]:
    """Errors: ``DialogueError`` for a damaged or locked file."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        seen = {each.name for each in book.sheets_metadata if "Visible" in str(each.visible)[-8:]}
        pages = [book.get_sheet_by_name(name) for name in book.sheet_names]
        return [_table(page, hidden=page.name not in seen) for page in pages if page.start]
    except calamine.PasswordError:
        raise DialogueError(messages.INTAKE_LOCKED, file=path.name) from None
    except (calamine.CalamineError, OSError, ValueError, TypeError, OverflowError):
        raise DialogueError(messages.INTAKE_UNREADABLE, file=path.name) from None


def _table(page: CalamineSheet, *, hidden: bool) -> Table:
    top, left = page.start or (0, 0)
    rows = [[_plain(cell) for cell in row] for row in page.to_python(skip_empty_area=True)]
    merged = tuple(
        Box(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in page.merged_cell_ranges or ()
    )
    return Table(page.name, rows, top + 1, left + 1, merged, hidden)


def _plain(cell: Any) -> Value:
    """Dates with a time of day, times as they are read, lengths of time left out."""
    match cell:
        case "" | dt.timedelta():
            return None
        case dt.datetime():
            return cell
        case dt.date():
            return dt.datetime(cell.year, cell.month, cell.day)
        case dt.time():
            return f"{cell:%H:%M}"
        case bool() | str():
            return cell
        case _:
            return float(cell)
