"""A packet as a workbook: built new, without macros, only the answers' cells open."""

from __future__ import annotations

import io
import math
import re
from copy import copy
from typing import TYPE_CHECKING

from xl_dialogue import messages
from xl_dialogue.exchange.outgoing import put
from xl_dialogue.exchange.packets.wording import meant
from xl_dialogue.opc import Package, deflated, packed
from xl_dialogue.plan.sheets import BY_NAME
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    import openpyxl
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

    from xl_dialogue.exchange.packets.packing import Page, Row
    from xl_dialogue.exchange.packets.sealing import Sealed
    from xl_dialogue.plan.plan import Plan
    from xl_dialogue.plan.schema import Column

_MARK_WIDTH = 11
_TALLEST = 400.0
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_MADE = rb"\g<1>2022-05-01T00:00:00Z"


def workbook_of(packet: Sealed, plan: Plan) -> bytes:
    """The packet's file, the same bytes for the same packet and conference."""
    import openpyxl

    book = openpyxl.Workbook()
    guide = book.active
    assert guide is not None
    _put_guide(guide, packet, plan)
    for page, marks in zip(packet.packet.pages, packet.marks, strict=True):
        _put_page(book.create_sheet(BY_NAME[page.sheet].title), page, marks)
    _put_label(book.create_sheet(messages.PACKET_LABEL.vi), packet)
    for sheet in book.worksheets:
        _set_up_printing(sheet)
        _protect(sheet)
    return _settled(book)


def _settled(book: openpyxl.Workbook) -> bytes:
    """The bytes, naming nobody and no hour."""
    book.properties.creator = ""
    draft = io.BytesIO()
    book.save(draft)
    package = Package(draft.getvalue())
    return packed(
        deflated(name, _STAMP.sub(_MADE, package.read(name)), 3) for name in package.names
    )


# --- the first and the last sheet -----------------------------------------------------------


def _put_guide(page: Worksheet, packet: Sealed, plan: Plan) -> None:
    from openpyxl.styles import Alignment

    from xl_dialogue.looks import BODY, BOLD, NAVY, NOTE, SUBTITLE, TITLE

    page.title = messages.PACKET_GUIDE.vi
    page.sheet_view.showGridLines = False
    page.sheet_properties.tabColor = NAVY
    page.column_dimensions["A"].width = 110
    conference = plan.conference
    to = messages.PACKET_TO.say(recipient=packet.packet.recipient.name)
    told = [_told(each) for each in packet.packet.pages]
    lines = [(conference.name.upper(), TITLE), (to, SUBTITLE), *((line, BOLD) for line in told)]
    if conference.answer_deadline and any(each.answered for each in packet.packet.pages):
        day = short_date(conference.answer_deadline)
        lines.append((messages.PACKET_UNTIL.say(day=day), BOLD))
    if any(each.answered for each in packet.packet.pages):
        lines += [(f"• {line.vi}", BODY) for line in messages.PACKET_HOW]
    if conference.contact:
        lines.append((messages.PACKET_CONTACT.say(contact=conference.contact), NOTE))
    for number, (line, font) in enumerate(lines, 1):
        cell = page.cell(number, 1)
        put(cell, line)
        cell.font, cell.alignment = font, Alignment(vertical="center", wrap_text=True)
        size = float(font.size or 12)
        rows = max(1, math.ceil(len(line) * size / 12 / 105))
        page.row_dimensions[number].height = rows * size * 1.4 + 6


def _told(page: Page) -> str:
    title, rows = BY_NAME[page.sheet].title, len(page.rows)
    own = sum(row.answers for row in page.rows)
    if not own:
        return messages.PACKET_SHOWN.say(title=title, rows=rows)
    headers = ", ".join(column.header for column in page.declared if column.name in page.answered)
    return messages.PACKET_ANSWERS.say(title=title, rows=rows, own=own, headers=headers)


def _put_label(page: Worksheet, packet: Sealed) -> None:
    from xl_dialogue.looks import BODY, BOLD, NOTE

    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 18, 72
    for row, (said, value) in enumerate(zip(messages.PACKET_LABELS, packet.label, strict=True), 1):
        for column, (what, font) in enumerate(((said.vi, BOLD), (value, BODY)), 1):
            cell = page.cell(row, column)
            put(cell, what)
            cell.font, cell.number_format = font, "@"
    note = page.cell(len(packet.label) + 2, 1)
    put(note, messages.LABEL_KEEP.vi)
    note.font = NOTE


# --- the sheets to be filled in -------------------------------------------------------------


def _put_page(page: Worksheet, leaf: Page, marks: tuple[str, ...]) -> None:
    from openpyxl.utils import get_column_letter

    from xl_dialogue.looks import NAVY

    page.sheet_properties.tabColor = NAVY
    declared = leaf.declared
    _put_headers(page, declared)
    dress = _Dress(declared)
    for at, (row, mark) in enumerate(zip(leaf.rows, marks, strict=True), 2):
        for number, (column, said) in enumerate(zip(declared, row.cells, strict=True), 1):
            cell = page.cell(at, number)
            dress.put_on(cell, column, is_open=row.answers and column.name in leaf.answered)
            put(cell, meant(said, column.kind))
        cell = page.cell(at, len(declared) + 1)
        dress.put_on(cell, None, is_open=False)
        put(cell, mark)
        page.row_dimensions[at].height = _height(declared, row)
    last = get_column_letter(len(declared) + 1)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{last}{len(leaf.rows) + 1}"
    page.print_title_rows = "1:1"
    _offer_choices(page, leaf)


def _put_headers(page: Worksheet, declared: list[Column]) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    from xl_dialogue.looks import BORDER, HEADER, HEADER_FILL

    headers = [(column.header, column.width) for column in declared]
    for number, (header, width) in enumerate((*headers, (messages.PACKET_MARK.vi, _MARK_WIDTH)), 1):
        cell = page.cell(1, number)
        put(cell, header)
        cell.font, cell.fill, cell.border = HEADER, HEADER_FILL, BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(number)].width = width
    page.row_dimensions[1].height = 34


class _Dress:
    """How cells look: grey what is shown, white what is answered.

    Each look is put together once: openpyxl compares every part of every cell's.
    """

    def __init__(self, declared: list[Column]) -> None:
        from openpyxl.styles import Alignment, Font, Protection

        from xl_dialogue.looks import BODY, BORDER, FAINT, FONT, MUTED_FILL, format_of

        self._body, self._border, self._fill = BODY, BORDER, MUTED_FILL
        self._faint = Font(name=FONT, size=9, color=FAINT)
        self._open = Protection(locked=False)
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._formats = {column.name: format_of(column) for column in declared}
        self._looks: dict[tuple[str, bool], StyleArray] = {}

    def put_on(self, cell: Cell | MergedCell, column: Column | None, *, is_open: bool) -> None:
        """A column's cell, or without one that of a mark."""
        key = (column.name if column else "", is_open)
        if key in self._looks:
            cell._style = copy(self._looks[key])  # type: ignore[union-attr]  # no public way to it
            return
        cell.font = self._body if column else self._faint
        cell.border, cell.alignment = self._border, self._wrapped
        cell.number_format = self._formats[column.name] if column else "@"
        if is_open:
            cell.protection = self._open
        else:
            cell.fill = self._fill
        self._looks[key] = copy(cell._style)  # type: ignore[union-attr]


def _height(declared: list[Column], row: Row) -> float:
    """Room for the longest cell of the row, in points."""
    lines = (
        sum(max(1, math.ceil(len(line) / (column.width * 1.05))) for line in said.split("\n"))
        for column, said in zip(declared, row.cells, strict=True)
    )
    return min(16.0 * max(lines) + 2, _TALLEST)


def _set_up_printing(page: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    page.page_setup.paperSize, page.page_setup.orientation = page.PAPERSIZE_A4, "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _offer_choices(page: Worksheet, leaf: Page) -> None:
    """Dropdowns and hints over the answers' columns."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(leaf.declared, 1):
        if column.name not in leaf.answered or not (column.choices or column.about):
            continue
        choices = f'"{",".join(column.choices)}"' if column.choices else None
        guard = DataValidation(type="list" if choices else None, formula1=choices, allow_blank=True)
        if column.about:
            guard.showInputMessage = True
            guard.promptTitle, guard.prompt = column.header[:32], column.about[:255]
        letter = get_column_letter(number)
        guard.add(f"{letter}2:{letter}{len(leaf.rows) + 1}")
        page.add_data_validation(guard)


def _protect(page: Worksheet) -> None:
    """Against slips: there is no password. Filters, widths and heights stay the recipient's."""
    guard = page.protection
    guard.sheet = True
    guard.sort = guard.autoFilter = guard.formatColumns = guard.formatRows = False
