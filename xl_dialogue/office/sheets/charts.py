"""Bar charts in the workbook's own restrained look, their points held in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.worksheet.cell_range import CellRange

from xl_dialogue.looks import DARK, FONT, GREY, NAVY

FORMAT = "0;;"
"""A bar of nought is not labelled; the cells of a chart's values have this format too."""


_HEAD = 0.85
"""Rows of cells that a title takes up."""


class Bars(NamedTuple):
    """One series: its name, its colour, where its values stand and what they are just now."""

    name: str
    colour: str
    cells: str
    values: Sequence[float]


def bar_chart(
    title: str, labels: tuple[str, Sequence[str]], *series: Bars, area: str, beside: float
) -> BarChart:
    """Lying bars in the cells of that area, the first label on top, each bar with its value.

    ``beside`` is the share of the chart's width that the labels take.
    """
    chart, is_single = BarChart(), len(series) == 1
    chart.type, chart.gapWidth, chart.overlap = "bar", 35 if is_single else 25, 0
    chart.visible_cells_only = chart.varyColors = chart.roundedCorners = False
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.title = _title(title) if title else None
    chart.series = [_series(number, each, labels) for number, each in enumerate(series)]
    _dress_axes(chart)
    if is_single:
        chart.legend = None
    elif chart.legend is not None:
        chart.legend.position, chart.legend.txPr = "b", _text(900)
    rows = CellRange(area).size["rows"]
    head, foot = _HEAD / rows if title else 0.02, 0.02 if is_single else 0.09
    chart.layout = _inside(beside, head, 0.88 - beside, 1 - head - foot)
    chart.anchor = _anchor(area)  # type: ignore[assignment]  # a cell or an anchor
    return chart


def _dress_axes(chart: BarChart) -> None:
    """Labels from the top down along a thin line; no scale, for each bar has its value."""
    labels, scale = chart.x_axis, chart.y_axis
    labels.delete, scale.delete = False, True
    labels.scaling.orientation, labels.majorTickMark = "maxMin", "none"
    labels.number_format, labels.txPr = "General", _text(900)
    labels.tickLblSkip = 1
    labels.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=GREY))
    scale.majorGridlines, scale.scaling.min, scale.axPos = None, 0, "b"


def _inside(x: float, y: float, width: float, height: float) -> Layout:
    """Where the bars stand, in shares of the chart."""
    place = ManualLayout(
        layoutTarget="inner", xMode="edge", yMode="edge", x=x, y=y, w=width, h=height
    )
    return Layout(manualLayout=place)


def _series(number: int, bars: Bars, labels: tuple[str, Sequence[str]]) -> Series:
    made = Series(
        idx=number, order=number, tx=SeriesLabel(v=bars.name),
        val=_values(bars.cells, bars.values), cat=_labels(*labels),
    )  # fmt: skip
    made.graphicalProperties = GraphicalProperties(solidFill=bars.colour)
    made.graphicalProperties.line.noFill = True
    made.invertIfNegative = False
    made.dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False,
        showPercent=False, dLblPos="outEnd", txPr=_text(900),
    )  # fmt: skip
    return made


# --- points, held in the file ---------------------------------------------------------------


def _values(cells: str, values: Sequence[float]) -> NumDataSource:
    points = [NumVal(idx=n, v=f"{value:g}") for n, value in enumerate(values)]
    held = NumData(formatCode=FORMAT, ptCount=len(points), pt=points)
    return NumDataSource(numRef=NumRef(f=cells, numCache=held))


def _labels(cells: str, said: Sequence[str]) -> AxDataSource:
    points = [StrVal(idx=n, v=label) for n, label in enumerate(said)]
    return AxDataSource(strRef=StrRef(f=cells, strCache=StrData(ptCount=len(points), pt=points)))


# --- letters and place ----------------------------------------------------------------------


def _letters(size: int, *, bold: bool = False, colour: str = DARK) -> CharacterProperties:
    """Letters of that size in hundredths of a point."""
    return CharacterProperties(latin=Font(typeface=FONT), sz=size, b=bold, solidFill=colour)


def _text(size: int) -> RichText:
    return RichText(
        p=[Paragraph(pPr=ParagraphProperties(defRPr=_letters(size)), endParaRPr=_letters(size))]
    )


def _title(said: str) -> Title:
    letters = _letters(1100, bold=True, colour=NAVY)
    run = RegularTextRun(rPr=letters, t=said)
    words = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[run])])
    return Title(tx=Text(rich=words), overlay=False)


def _anchor(area: str) -> TwoCellAnchor:
    cells = CellRange(area)
    return TwoCellAnchor(
        editAs="twoCell",
        _from=AnchorMarker(col=cells.min_col - 1, row=cells.min_row - 1),
        to=AnchorMarker(col=cells.max_col, row=cells.max_row),
    )
