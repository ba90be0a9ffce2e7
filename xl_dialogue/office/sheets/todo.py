"""The sheet `Cần xử lý`: under each figure of `Tổng quan` the rows that it counts, as links.

The blocks follow one another without gaps, however long each is just now: a line finds in the
hidden sheet which block it falls into, and which row of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from xl_dialogue.looks import (
    BODY,
    BORDER,
    GREY,
    HEADER,
    HEADER_FILL,
    LINK,
    NAVY,
    NOTE,
    PALE,
    QUIET,
    TAB_COLOURS,
    TITLE,
)
from xl_dialogue.office.sheets.figures import FIGURES, LISTED, VIEWS, Figure
from xl_dialogue.office.sheets.ledger import (
    COUNTS,
    LABELS,
    PLACES,
    SHOWN,
    STARTS,
    TITLES,
    VIEW_NUMBERS,
    Ledger,
)
from xl_dialogue.office.sheets.links import link, link_formula
from xl_dialogue.office.sheets.live import Live, Result, cut, cut_formula
from xl_dialogue.office.sheets.paper import set_up_printing
from xl_dialogue.office.sheets.ranges import FIRST_ROW, place, whole
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, TO_DO_TITLE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_LINE = 5
LINES = len(LISTED) * (SHOWN + 3)
_LONGEST, _UNIT_ROOM = 92, 26
"""Characters of a row's text, and of its unit, that one line of the page holds."""
_HEADERS = (("Dòng", 9), ("Mã", 14), ("Nội dung", 84), ("Đơn vị", 28), ("Hạn", 13))
_HIDDEN = "GHI"
"""Columns that say of a line which figure's it is, which of its lines, and the row it shows."""
_DONE = "Hiện không còn việc nào phải xử lý."
_HOW = (
    f"Bấm vào số dòng để tới dòng đó. Mỗi mục hiện nhiều nhất {SHOWN} dòng đầu; trang tự cập nhật."
)


class _Entry(NamedTuple):
    """A line of the sheet: whose block, which line of it, and the row it shows (0 for none)."""

    figure: Figure
    number: int
    row: int


def add_todo(made: Workbook, ledger: Ledger) -> dict[str, Result]:
    """Put the sheet after `Tổng quan`; gives the results of its formulas by cell."""
    page = made.create_sheet(TO_DO_TITLE, 2)
    page.sheet_properties.codeName = "shToDo"
    page.sheet_properties.tabColor = TAB_COLOURS[True]
    page.sheet_view.showGridLines = False
    live = Live(page)
    _head(live, ledger)
    lines = list(_lines(ledger))
    for number in range(LINES):
        _write(live, ledger, FIRST_LINE + number, lines[number] if number < len(lines) else None)
    _colour(page)
    set_up_printing(page, "", sum(width for _, width in _HEADERS))
    page.print_title_rows = f"{FIRST_LINE - 1}:{FIRST_LINE - 1}"
    return live.results


def first_line(start: str) -> str:
    """The row where the block begins whose start that cell of the hidden sheet holds."""
    return f"{FIRST_LINE - 1}+{start}"


def _head(live: Live, ledger: Ledger) -> None:
    page = live.page
    page["A1"], page["A1"].font = "VIỆC CẦN XỬ LÝ", TITLE
    none = f'IF({ledger.at["lines"]}=0,"{_DONE}","{_HOW}")'
    live.put("A2", none, _HOW if ledger.lines else _DONE).font = NOTE
    link(page, "E1", DASHBOARD_TITLE, f"Về {DASHBOARD_TITLE}")
    page["E1"].alignment = Alignment(horizontal="right")
    for column, (header, width) in enumerate(_HEADERS, start=1):
        cell = page.cell(FIRST_LINE - 1, column, header)
        cell.font, cell.fill, cell.border = HEADER, HEADER_FILL, BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center")
        page.column_dimensions[cell.column_letter].width = width
    for letter in _HIDDEN:
        page.column_dimensions[letter].hidden = True
    page.freeze_panes = f"A{FIRST_LINE}"


# --- one line -------------------------------------------------------------------------------


def _write(live: Live, ledger: Ledger, at: int, line: _Entry | None) -> None:
    """First, in hidden columns, what the line is; then what is seen of it."""
    which, number, row = (f"${letter}{at}" for letter in _HIDDEN)
    here, last = f"ROWS(G${FIRST_LINE}:G{at})", f"MIN({SHOWN},INDEX({COUNTS},{which}))"
    what = (
        f"IF({here}>{ledger.at['lines']},0,MATCH({here},{STARTS},1))",
        f"IF({which}=0,-1,{here}-INDEX({STARTS},{which}))",
        f"IF({number}<1,0,IF({number}>{last},0,INDEX({PLACES},{number},{which})))",
    )
    is_what = (FIGURES.index(line.figure) + 1, line.number, line.row) if line else (0, -1, 0)
    for letter, formula, result in zip(_HIDDEN, what, is_what, strict=True):
        live.put(f"{letter}{at}", formula, result)
    for letter, formula, seen in zip(
        "ABCDE", _formulas(which, number, row), _seen(ledger, line), strict=True
    ):
        cell = live.put(f"{letter}{at}", formula, seen)
        cell.font = BODY
        centred = "center" if letter in "AE" else None
        cell.alignment = Alignment(horizontal=centred, vertical="center")
    live.page[f"E{at}"].number_format = "dd/mm/yyyy"


def _formulas(which: str, number: str, row: str) -> tuple[str, str, str, str, str]:
    """Link, code, words, unit and date of the line; a heading has its count and its label."""
    page = f'IF({row}>0,INDEX({TITLES},{which}),"{DASHBOARD_TITLE}")'
    count = f'IF({number}=0,INDEX({COUNTS},{which}),"")'
    to_row = link_formula(page, f"MAX({row},1)", f"IF({row}>0,{row},{count})")
    date = _of_row(3, which, row)
    of_row = (
        f'{_of_row(0, which, row)}&""',
        cut_formula(_of_row(1, which, row), _LONGEST),
        cut_formula(_of_row(2, which, row), _UNIT_ROOM),
        f'IF(ISNUMBER({date}),{date},"")',
    )
    others = ('""', _heading(which, number), '""', '""')
    code, words, unit, due = (
        f'IF({row}>0,IFERROR({shown},""),{other})'
        for shown, other in zip(of_row, others, strict=True)
    )
    return to_row, code, words, unit, due


def _of_row(part: int, which: str, row: str) -> str:
    """The row's cell in the column that the figure shows as that part."""
    columns = ",".join(
        whole(sheet, name) if (name := view[part]) else '""' for sheet, view in VIEWS
    )
    return f"INDEX(CHOOSE(INDEX({VIEW_NUMBERS},{which}),{columns}),{row})"


def _heading(which: str, number: str) -> str:
    """The label over a block, or below it how many rows were left out."""
    count = f"INDEX({COUNTS},{which})"
    more = f'"và "&({count}-{SHOWN})&" dòng nữa"'
    below = f'IF(AND({number}={SHOWN + 1},{count}>{SHOWN}),{more},"")'
    return f'IF({which}=0,"",IF({number}=0,INDEX({LABELS},{which}),{below}))'


# --- the same, reckoned here ----------------------------------------------------------------


def _lines(ledger: Ledger) -> Iterator[_Entry]:
    """The lines of all blocks, from the top."""
    for figure in LISTED:
        rows = ledger.rows[figure.name]
        if rows:
            below = [0] * (1 + (len(rows) > SHOWN))
            for number, row in enumerate([0, *rows[:SHOWN], *below]):
                yield _Entry(figure, number, row)


def _seen(ledger: Ledger, line: _Entry | None) -> tuple[Result, Result, Result, Result, Result]:
    """What the line's formulas give."""
    if line is None:
        return "", "", "", "", ""
    sheet, rows = line.figure.sheet, ledger.rows[line.figure.name]
    if line.row:
        cells = ledger.contents[sheet.name][line.row - FIRST_ROW]
        code, words, unit, date = (
            cells[place(sheet, name)] if name else None for name in line.figure.view
        )
        due = date if isinstance(date, dt.date) else ""
        return line.row, text(code), cut(text(words), _LONGEST), cut(text(unit), _UNIT_ROOM), due
    if line.number == 0:
        return len(rows), "", line.figure.label, "", ""
    left_out = len(rows) - SHOWN if line.number == SHOWN + 1 else 0
    return "", "", f"và {left_out} dòng nữa" if left_out > 0 else "", "", ""


# --- colours --------------------------------------------------------------------------------


def _colour(page: Worksheet) -> None:
    """Headings stand out; the lines of rows are ruled, blank ones are not."""
    last = FIRST_LINE + LINES - 1
    line = Border(bottom=Side(style="thin", color=GREY))
    head = DifferentialStyle(
        font=Font(bold=True, color=NAVY), fill=PatternFill("solid", bgColor=PALE)
    )
    link = DifferentialStyle(font=Font(underline="single", color=LINK.color), border=line)
    ruled, more = (
        DifferentialStyle(border=line),
        DifferentialStyle(font=Font(italic=True, color=QUIET)),
    )
    is_head, is_row = f"$H{FIRST_LINE}=0", f"$I{FIRST_LINE}>0"
    for area, formula, look in (
        (f"A{FIRST_LINE}:A{last}", is_head, head),
        (f"A{FIRST_LINE}:A{last}", is_row, link),
        (f"B{FIRST_LINE}:E{last}", is_head, head),
        (f"B{FIRST_LINE}:E{last}", is_row, ruled),
        (f"B{FIRST_LINE}:E{last}", f"$H{FIRST_LINE}>{SHOWN}", more),
    ):
        page.conditional_formatting.add(area, Rule("expression", formula=[formula], dxf=look))
