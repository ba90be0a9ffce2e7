"""How the workbook looks: fonts, formats and colours."""

from __future__ import annotations

from openpyxl.styles import Border, Font, PatternFill, Side

from xl_dialogue.plan.schema import Column, Kind

FONT = "Times New Roman"
NAVY, PALE, GREY = "1F3864", "DCE6F1", "BFBFBF"
RED, BLUE, FAINT, DARK, QUIET = "C00000", "0563C1", "A6A6A6", "404040", "595959"
"""Letters of what must be acted on; of links; of nought; of what is read first; of notes."""

BODY = Font(name=FONT, size=12)
BOLD = Font(name=FONT, size=12, bold=True)
TITLE = Font(name=FONT, size=18, bold=True, color=NAVY)
SUBTITLE = Font(name=FONT, size=14, bold=True, color=NAVY)
NOTE = Font(name=FONT, size=12, italic=True, color=QUIET)
LINK = Font(name=FONT, size=12, underline="single", color=BLUE)
HEADER = Font(name=FONT, size=12, bold=True, color="FFFFFF")
HEADER_FILL = PatternFill("solid", fgColor=NAVY)
PALE_FILL = PatternFill("solid", fgColor=PALE)
RED_FILL, AMBER_FILL, GREEN_FILL, MUTED_FILL = (
    PatternFill("solid", bgColor=colour, fgColor=colour)
    for colour in ("FFC7CE", "FFEB9C", "E2EFDA", "EDEDED")
)
DARK_RED = Font(color="9C0006")
_EDGE = Side(style="thin", color=GREY)
BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
STYLE = "TableStyleLight9"
TAB_COLOURS = {False: NAVY, True: "7F7F7F"}
"""Sheets that people fill in, and those that the program writes."""

_FORMATS: dict[Kind, str] = {
    "date": "dd/mm/yyyy",
    "time": "hh:mm",
    "number": "0",
    "link": "General",
}


def format_of(column: Column) -> str:
    """Excel's number format; whatever is no figure is text, so that zeros stay."""
    return "0%" if column.name == "confidence" else _FORMATS.get(column.kind, "@")
