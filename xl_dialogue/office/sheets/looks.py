"""How the workbook looks: fonts, formats, and the colours that say what needs attention."""

from __future__ import annotations

from typing import NamedTuple

from openpyxl.styles import Border, Font, PatternFill, Side

from xl_dialogue.plan.schema import Column, Kind
from xl_dialogue.plan.sheets import ANSWERED, DONE

FONT = "Times New Roman"
NAVY, PALE, GREY = "1F3864", "DCE6F1", "BFBFBF"

BODY = Font(name=FONT, size=12)
BOLD = Font(name=FONT, size=12, bold=True)
TITLE = Font(name=FONT, size=18, bold=True, color=NAVY)
SUBTITLE = Font(name=FONT, size=14, bold=True, color=NAVY)
NOTE = Font(name=FONT, size=12, italic=True, color="595959")
LINK = Font(name=FONT, size=12, underline="single", color="0563C1")
HEADER = Font(name=FONT, size=12, bold=True, color="FFFFFF")
HEADER_FILL = PatternFill("solid", fgColor=NAVY)
PALE_FILL = PatternFill("solid", fgColor=PALE)
_LINE = Side(style="thin", color=GREY)
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
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


class Highlight(NamedTuple):
    """Cells of a row that take a colour; ``{column}`` stands for the row's cell there."""

    columns: tuple[str, str]
    formula: str
    fill: PatternFill
    font: Font | None
    legend: str


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", bgColor=colour, fgColor=colour)


RED, AMBER, GREEN, MUTED = _fill("FFC7CE"), _fill("FFEB9C"), _fill("E2EFDA"), _fill("EDEDED")
_DARK_RED = Font(color="9C0006")

HIGHLIGHTS: dict[str, tuple[Highlight, ...]] = {
    "questions": (
        Highlight(
            ("lead", "lead"), 'AND({content}<>"",{lead}="")', AMBER, None,
            "Câu hỏi chưa có đơn vị chủ trì",
        ),
        Highlight(
            ("due", "due"), f'AND({{due}}<>"",{{due}}<TODAY(),{{status}}<>"{ANSWERED}")', RED, _DARK_RED,
            "Quá hạn mà chưa trả lời",
        ),
        Highlight(("status", "status"), f'{{status}}="{ANSWERED}"', GREEN, None, "Đã trả lời"),
        Highlight(("lock", "lock"), '{lock}<>""', MUTED, None, "Dòng đã khóa"),
    ),
    "tasks": (
        Highlight(
            ("lead", "lead"), 'AND({content}<>"",{lead}="")', AMBER, None, "Nhiệm vụ chưa có chủ trì"
        ),
        Highlight(
            ("deadline", "deadline"),
            f'AND({{deadline}}<>"",{{deadline}}<TODAY(),{{status}}<>"{DONE}")', RED, _DARK_RED,
            "Nhiệm vụ quá hạn",
        ),
        Highlight(("status", "status"), f'{{status}}="{DONE}"', GREEN, None, "Hoàn thành"),
    ),
    "delegates": (
        Highlight(("status", "status"), '{status}="Xác nhận"', GREEN, None, "Đại biểu đã xác nhận"),
        Highlight(("code", "note"), '{status}="Vắng"', MUTED, None, "Đại biểu vắng"),
    ),
    "findings": (
        Highlight(("severity", "severity"), '{severity}="Lỗi"', RED, _DARK_RED, "Lỗi phải sửa"),
        Highlight(("severity", "severity"), '{severity}="Nên xem"', AMBER, None, "Điều nên xem"),
    ),
}  # fmt: skip
