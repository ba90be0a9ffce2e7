"""The plan in memory: typed frames labelled by Excel row, and the cells they were read from."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import pandas as pd

from xl_dialogue.plan.conference import ITEMS, Conference
from xl_dialogue.plan.schema import Column, Kind, Sheet
from xl_dialogue.plan.sheets import CONFERENCE, SHEETS
from xl_dialogue.vietnamese.dates import date_from_text, time_from_text
from xl_dialogue.vietnamese.text import folded, is_turned, without_turning_signs

_THOUSANDS = re.compile(r"[0-9]{1,3}([.,][0-9]{3})+")
EXCEL_EPOCH = dt.datetime(1899, 12, 30)


@dataclass(frozen=True)
class Cells:
    """One sheet as it was read: what stands in the cells, nothing converted.

    ``values`` holds objects, labelled by Excel row, one column per declared column.
    """

    values: pd.DataFrame
    letters: Mapping[str, str]
    """Excel's letter of each column that the sheet has."""
    formulas: frozenset[tuple[int, str]] = frozenset()
    """Row and column of cells where a formula stands in place of text."""
    hidden: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()
    beyond_table: frozenset[int] = frozenset()
    """Rows below the end of the sheet's table."""
    first: int = 2
    """The row below the header."""

    def absent(self, sheet: Sheet) -> list[Column]:
        return [column for column in sheet.columns if column.name not in self.letters]


@dataclass(frozen=True)
class Plan:
    """Everything the workbook says; ``plan.delegates`` is the frame of the sheet so named.

    Text is composed (NFC) and stripped, blank is ``""``; dates are ``datetime.date`` or
    ``None``, times ``datetime.time`` or ``None``, numbers floats with NaN for blank.
    """

    conference: Conference
    frames: Mapping[str, pd.DataFrame]
    cells: Mapping[str, Cells]
    item_rows: Mapping[str, int]
    """The Excel row of each item of the conference."""
    day: dt.date = field(default_factory=dt.date.today)
    """The day of reckoning: what is late is late as of this day."""

    def read(self, sheet: str, row: int, column: str) -> object:
        """The cell as it stands in the workbook; ``None`` for a blank one."""
        value = self.cells[sheet].values.at[row, column]
        return None if isinstance(value, str) and not value.strip() else value

    def is_formula(self, sheet: str, row: int, column: str) -> bool:
        """Whether a formula stands in the cell in place of text."""
        return sheet in self.cells and (row, column) in self.cells[sheet].formulas

    def __getattr__(self, name: str) -> pd.DataFrame:
        frames: Mapping[str, pd.DataFrame] = self.__dict__.get("frames", {})
        if name not in frames:
            raise AttributeError(name)
        return frames[name]


def text(value: object) -> str:
    """The cell as a reader sees it."""
    if value is None:
        return ""
    if isinstance(value, str):
        value = value.strip()
        if value.isascii():
            return value
        if is_turned(value):
            value = without_turning_signs(value).strip()
        return unicodedata.normalize("NFC", value)
    if isinstance(value, float):
        return "" if value != value else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return f"{value:%d/%m/%Y}" if value.time() == dt.time() else f"{value:%d/%m/%Y %H:%M}"
    return str(value)


def date(value: object) -> dt.date | None:
    """The day that a cell means, also where it was typed as text."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return date_from_text(value) if isinstance(value, str) else None


def time(value: object) -> dt.time | None:
    """The time of day that a cell means: a time, Excel's fraction of a day, or text."""
    if isinstance(value, dt.time):
        return value
    if isinstance(value, dt.datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, float) and 0 <= value < 1:
        return (EXCEL_EPOCH + dt.timedelta(minutes=round(value * 24 * 60))).time()
    return time_from_text(value) if isinstance(value, str) else None


def number(value: object) -> float:
    """The number, NaN for what is none or has no end, and for 1.234 as text: it may mean 1234."""
    if isinstance(value, str) and not may_be_thousands(value):
        value = value.strip().replace(",", ".")
    elif isinstance(value, bool) or not isinstance(value, int | float):
        return math.nan
    try:
        said = float(value)
    except (ValueError, OverflowError):
        return math.nan
    return said if math.isfinite(said) else math.nan


def may_be_thousands(said: str) -> bool:
    """1.234 is one and a bit, or one thousand and more: nobody can tell."""
    return _THOUSANDS.fullmatch(said.strip()) is not None


_TYPED: dict[Kind, Callable[[object], object]] = {"date": date, "time": time, "number": number}


def typed(values: list[object], kind: Kind) -> pd.Series:
    """The cells of one column in the type of its kind; text unless another is declared."""
    of_kind = _TYPED.get(kind, text)
    dtype = "float64" if kind == "number" else "object"
    return pd.Series([of_kind(value) for value in values], dtype=dtype)


def _frame(sheet: Sheet, values: pd.DataFrame) -> pd.DataFrame:
    columns = {
        column.name: typed(values[column.name].tolist(), column.kind).array
        for column in sheet.columns
    }
    return pd.DataFrame(columns, index=values.index)


def _conference(values: pd.DataFrame) -> tuple[Conference, dict[str, int]]:
    """The items found by their label, wherever they stand."""
    labels = {folded(item.header): item for item in ITEMS}
    found: dict[str, object] = {}
    rows: dict[str, int] = {}
    for row, label, value in zip(values.index, values["item"], values["value"], strict=True):
        item = labels.get(folded(text(label)))
        if item is not None and item.name not in rows:
            rows[item.name] = int(row)
            found[item.name] = typed([value], item.kind).iloc[0]
    blank_as_none = {f.name for f in fields(Conference) if f.default is None}
    known: dict[str, Any] = {
        name: None if name in blank_as_none and value != value else value
        for name, value in found.items()
    }
    return Conference(**known), rows


NO_PLAN = Plan(Conference(), {}, {}, {})
"""What a job knows that has read nothing."""


def plan_from(cells: Mapping[str, Cells], day: dt.date | None = None) -> Plan:
    """Type the cells of every sheet that was read; a sheet that was not is empty."""
    frames = {}
    for sheet in SHEETS:
        read = cells.get(sheet.name)
        values = read.values if read else empty(sheet)
        frames[sheet.name] = _frame(sheet, values)
    conference, item_rows = _conference(
        cells[CONFERENCE.name].values if CONFERENCE.name in cells else empty(CONFERENCE)
    )
    return Plan(conference, frames, cells, item_rows, day or dt.date.today())


def down(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[int, Any]]:
    """Row and cell, or row and cells, from the top."""
    cells = [frame[column].tolist() for column in columns]
    values = cells[0] if len(cells) == 1 else zip(*cells, strict=True)
    return zip(map(int, frame.index), values, strict=True)


def empty(sheet: Sheet) -> pd.DataFrame:
    return pd.DataFrame({column.name: pd.Series(dtype="object") for column in sheet.columns})
