"""The file that says of every line that was not added why, and of every cell what was changed."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.exchange.intake.deciding import Intake
from xl_dialogue.exchange.intake.records import Left
from xl_dialogue.exchange.outgoing import put
from xl_dialogue.messages import Text
from xl_dialogue.opc import write_atomically

if TYPE_CHECKING:
    from openpyxl import Workbook

_WIDTHS = (28, 18, 8, 44, 80, 40, 40)


def report(taken: Intake, plan: Path, now: dt.datetime) -> Path:
    """Written beside the plan, under the time of the run; gives its path."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    line = f"{messages.REPORT_PLACE.vi}|{messages.REPORT_LINE.vi}"
    _sheet(book, messages.REPORT_REJECTED, line, _lines(taken.read.rejected))
    _sheet(book, messages.REPORT_ALREADY, line, _lines(taken.already))
    _sheet(book, messages.REPORT_SKIPPED, line, _lines(taken.read.skipped))
    cell = f"{messages.REPORT_PLACE.vi}|{messages.REPORT_CELL.vi}"
    mended = (
        (*note.origin, note.column, note.before, note.after, note.why.say()) for note in taken.notes
    )
    _sheet(book, messages.REPORT_MENDED, cell, mended)
    content = io.BytesIO()
    book.save(content)
    time = f"{now:%Y-%m-%d %H%M%S}"
    path = plan.with_name(messages.REPORT_NAME.vi.format(plan=plan.stem, time=time))
    write_atomically(path, content.getvalue())
    return path


def _lines(left: Iterable[Left]) -> Iterable[Sequence[object]]:
    return ((*each.origin, each.why.say(), each.shown) for each in left)


def _sheet(book: Workbook, title: Text, header: str, rows: Iterable[Sequence[object]]) -> None:
    from openpyxl.cell import WriteOnlyCell

    page = book.create_sheet(title.vi)
    for number, width in enumerate(_WIDTHS[: header.count("|") + 1]):
        page.column_dimensions["ABCDEFG"[number]].width = width
    page.append(header.split("|"))
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(page)
            put(cell, value)
            cells.append(cell)
        page.append(cells)
