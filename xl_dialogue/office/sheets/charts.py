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

from xl_dialogue.office.sheets.looks import FONT, NAVY

FORMAT = "0;;"
"""A bar of nought is not labelled; the cells of a chart's values have this format too."""


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
    chart = BarChart()
    chart.type, chart.gapWidth, chart.overlap = "bar", 35 if len(series) == 1 else 25, 0
    chart.title = _title(title) if title else None
    chart.series = [_series(number, each, labels) for number, each in enumerate(series)]
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete, chart.y_axis.delete = False, True
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.number_format = "General"
    chart.x_axis.txPr = _text(900)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill="BFBFBF"))
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    chart.visible_cells_only = False
    chart.varyColors = chart.roundedCorners = False
    chart.y_axis.axPos = "b"
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    if len(series) == 1:
        chart.legend = None
    elif chart.legend is not None:
        chart.legend.position, chart.legend.txPr = "b", _text(900)
    foot = 0.02 if len(series) == 1 else 0.09
    head = 0.26 if title else 0.02
    chart.layout = Layout(
        manualLayout=ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge",
            x=beside, y=head, w=0.88 - beside, h=1 - head - foot,
        )
    )  # fmt: skip
    chart.anchor = _anchor(area)  # type: ignore[assignment]  # a cell or an anchor
    return chart


def _series(number: int, bars: Bars, labels: tuple[str, Sequence[str]]) -> Series:
    where, said = labels
    made = Series(
        idx=number,
        order=number,
        val=NumDataSource(
            numRef=NumRef(
                f=bars.cells,
                numCache=NumData(
                    formatCode=FORMAT,
                    ptCount=len(bars.values),
                    pt=[NumVal(idx=n, v=f"{value:g}") for n, value in enumerate(bars.values)],
                ),
            )
        ),
        cat=AxDataSource(
            strRef=StrRef(
                f=where,
                strCache=StrData(
                    ptCount=len(said), pt=[StrVal(idx=n, v=label) for n, label in enumerate(said)]
                ),
            )
        ),
        tx=SeriesLabel(v=bars.name),
    )
    made.graphicalProperties = GraphicalProperties(solidFill=bars.colour)
    made.graphicalProperties.line.noFill = True
    made.invertIfNegative = False
    made.dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False,
        showPercent=False, dLblPos="outEnd", txPr=_text(900),
    )  # fmt: skip
    return made


def _letters(size: int, *, bold: bool = False, colour: str = "404040") -> CharacterProperties:
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
