"""The sheet `Tổng quan`: what is still missing, on one page that can be pinned on the wall."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment
from openpyxl.worksheet.header_footer import HeaderFooterItem

from xl_dialogue.looks import BLUE, DARK, FAINT, NAVY, QUIET, RED
from xl_dialogue.office.sheets.cards import add_cards
from xl_dialogue.office.sheets.charts import Bars, bar_chart
from xl_dialogue.office.sheets.counting import UNSAID, item, said
from xl_dialogue.office.sheets.figures import LISTED, Figure
from xl_dialogue.office.sheets.ledger import (
    STATE_COLUMNS,
    STATES,
    TOP,
    Ledger,
    ref_area,
    states_of,
)
from xl_dialogue.office.sheets.links import link_formula
from xl_dialogue.office.sheets.live import Live, Result
from xl_dialogue.office.sheets.paper import set_up_printing
from xl_dialogue.office.sheets.sections import (
    CENTRED,
    HAIRLINE,
    LEFT,
    colour,
    columns,
    heading,
    letters,
)
from xl_dialogue.office.sheets.standings import LEADS_SHOWN, add_documents, add_groups, add_leads
from xl_dialogue.office.sheets.todo import first_line
from xl_dialogue.plan.plan import text
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, TO_DO_TITLE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (10.5, 11, 10, 10, 8, 8, 2.5, 13.5, 13.5, 13.5, 13.5)
_FIRST_FIGURE = 9
_TITLE = 2
"""Labels of a chart that its title takes the place of."""
_NARROW = 8
"""The height of a row that only keeps two parts of the page apart."""


def add_dashboard(made: Workbook, ledger: Ledger) -> dict[str, Result]:
    """Put the sheet after the guide; gives the results of its formulas by cell."""
    page = made.create_sheet(DASHBOARD_TITLE, 1)
    page.sheet_properties.codeName = "shDashboard"
    page.sheet_properties.tabColor = RED
    page.sheet_view.showGridLines = False
    for letter, width in zip(columns("A:K"), _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    live = Live(page)
    _title(live, ledger)
    add_cards(live, ledger)
    below = _figures(live, ledger)
    _states(page, ledger)
    page.row_dimensions[below].height = _NARROW
    below = add_groups(live, ledger, below + 1)
    page.row_dimensions[below].height = _NARROW
    add_leads(live, ledger, below + 1)
    add_documents(live, ledger, below + 1)
    _print_on_one_page(page, f"A1:K{below + LEADS_SHOWN + 2}")
    return live.results


def _print_on_one_page(page: Worksheet, area: str) -> None:
    set_up_printing(page, "", sum(map(int, _WIDTHS[:6])))
    page.page_setup.fitToHeight = 1
    page.print_area = area
    page.page_margins.top = page.page_margins.bottom = 0.5
    page.oddFooter = HeaderFooterItem()


def _title(live: Live, ledger: Ledger) -> None:
    """What the page is, as of which day, and the conference's name."""
    page = live.page
    page["A1"], page["A1"].font = "TỔNG QUAN: CÒN THIẾU GÌ?", letters(20, bold=True, colour=NAVY)
    page.merge_cells("H1:K1")
    today = live.put_today("H1", ledger.day)
    today.number_format = '"Tính đến ngày "dd/mm/yyyy'
    today.font = letters(10, colour=QUIET)
    today.alignment = Alignment(horizontal="right", vertical="center")
    page.merge_cells("A2:K2")
    name = live.put("A2", f'IFERROR({item("name")}&"","")', text(said(ledger, "name")))
    name.font = letters(12, colour=DARK)
    name.alignment = Alignment(vertical="top", wrap_text=True)
    for row, height in enumerate((30, 34, _NARROW), start=1):
        page.row_dimensions[row].height = height


# --- what is to be done ---------------------------------------------------------------------


def _figures(live: Live, ledger: Ledger) -> int:
    """The figures, each a link to its block; gives the row after them."""
    page, last = live.page, _FIRST_FIGURE + len(LISTED) - 1
    heading(page, "A:F", _FIRST_FIGURE - 1, "Cần xử lý (bấm để xem từng dòng)")
    for row, figure in enumerate(LISTED, start=_FIRST_FIGURE):
        _figure(live, ledger, row, figure)
    nought, some = f"$A{_FIRST_FIGURE}=0", f"$A{_FIRST_FIGURE}>0"
    colour(page, f"B{_FIRST_FIGURE}:F{last}", nought, FAINT)
    colour(page, f"B{_FIRST_FIGURE}:F{last}", some, BLUE, underline=True)
    return last + 1


def _figure(live: Live, ledger: Ledger, row: int, figure: Figure) -> None:
    page = live.page
    count = live.put(f"A{row}", ledger.at[figure.name], ledger.counts[figure.name])
    count.font, count.alignment = letters(13, bold=True, colour=NAVY), CENTRED
    line = f"IF($A{row}=0,1,{first_line(ledger.at[f'{figure.name}.start'])})"
    link = link_formula(f'"{TO_DO_TITLE}"', line, f'"{figure.label}"')
    page.merge_cells(f"B{row}:F{row}")
    label = live.put(f"B{row}", link, figure.label)
    label.font, label.alignment = letters(11), LEFT
    for letter in columns("A:F"):
        page[f"{letter}{row}"].border = HAIRLINE
    page.row_dimensions[row].height = 23
    colour(page, f"A{row}", f"$A{row}=0", FAINT)
    if figure.urgent:
        colour(page, f"A{row}", f"$A{row}>0", RED)


def _states(page: Worksheet, ledger: Ledger) -> None:
    """Beside the figures a chart for each sheet that has states, the higher the more of them."""
    heading(page, "H:K", _FIRST_FIGURE - 1, "Theo trạng thái")
    heights = [len(states_of(sheet)) + _TITLE for sheet in STATES.values()]
    edges = [
        _FIRST_FIGURE + round(len(LISTED) * below / sum(heights))
        for below in accumulate(heights, initial=0)
    ]
    for (name, sheet), (top, below) in zip(STATES.items(), pairwise(edges), strict=True):
        labels = (*states_of(sheet), UNSAID)
        column, last = STATE_COLUMNS[name], TOP + len(labels) - 1
        counted = ref_area(column + 1, TOP, last)
        bars = Bars(sheet.title, NAVY, counted, ledger.states[name])
        where = ref_area(column, TOP, last), labels
        area = f"H{top}:K{below - 1}"
        page.add_chart(bar_chart(sheet.title, where, bars, area=area, beside=0.25))
