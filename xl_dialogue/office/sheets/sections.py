"""What a page of figures is made of: headings, tables of short lines, letters and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string, get_column_letter

from xl_dialogue.looks import FONT, GREY, NAVY, QUIET, RED

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CENTRED = Alignment(horizontal="center", vertical="center")
LEFT = Alignment(vertical="center")
HAIRLINE = Border(bottom=Side(style="hair", color=GREY))


def letters(
    size: float, *, bold: bool = False, italic: bool = False, colour: str = "000000"
) -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour)


def columns(span: str) -> list[str]:
    """The letters from ``A:C``."""
    first, last = map(column_index_from_string, span.split(":"))
    return [get_column_letter(column) for column in range(first, last + 1)]


def heading(page: Worksheet, span: str, row: int, title: str) -> None:
    """A title over a line from the first column to the last."""
    for letter in columns(span):
        page[f"{letter}{row}"].border = Border(bottom=Side(style="medium", color=NAVY))
    cell = page[f"{span[0]}{row}"]
    cell.value, cell.font, cell.alignment = title, letters(13, bold=True, colour=NAVY), LEFT
    page.row_dimensions[row].height = 22


def headers(page: Worksheet, row: int, *centred: str, **said: str) -> None:
    """The small headers of a table, by column."""
    for letter, header in said.items():
        cell = page[f"{letter}{row}"]
        cell.value, cell.font = header, letters(10, bold=True, colour=QUIET)
        cell.alignment = CENTRED if letter in centred else LEFT
    page.row_dimensions[row].height = 18


def table_line(page: Worksheet, row: int, span: str, *centred: str, total: bool = False) -> None:
    """The looks of a line of a table, or of its sum."""
    for letter in columns(span):
        cell = page[f"{letter}{row}"]
        cell.font = letters(11, bold=total)
        cell.alignment = CENTRED if letter in centred else LEFT
        if total:
            cell.border = Border(top=Side(style="thin", color=NAVY))
    page.row_dimensions[row].height = 19


def rule_lines(page: Worksheet, area: str, *, red: str = "") -> None:
    """A hairline under each line that says something; red letters too where ``red`` holds."""
    first = area.split(":")[0]
    if red:
        colour(page, area, red, RED, border=HAIRLINE)
    colour(page, area, f'${first}<>""', None, border=HAIRLINE)


def colour(
    page: Worksheet,
    area: str,
    formula: str,
    shade: str | None,
    *,
    border: Border | None = None,
    underline: bool = False,
) -> None:
    """Letters of that colour where the formula holds; the first rule of an area goes first."""
    font = Font(color=shade, underline="single" if underline else None) if shade else None
    look = DifferentialStyle(font=font, border=border)
    page.conditional_formatting.add(area, Rule("expression", formula=[formula], dxf=look))
