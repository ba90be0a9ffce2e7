"""What the shipped workbook is filled with: the founding plan's facts, and the invented sample."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.schema import Column, Kind, Sheet
from xl_dialogue.plan.sheets import CONFERENCE

Row = list[object]

_HERE = Path(__file__).parent
_MADE_BY: dict[Kind, Callable[[str], object]] = {
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "number": float,
}


def rows_of(sheet: Sheet, *, sample: bool) -> list[Row]:
    """The sheet's rows, in the order of its columns; the sample only where asked for."""
    if sheet is CONFERENCE:
        return _conference()
    folders = ("facts", "sample") if sample else ("facts",)
    return [
        [_value(column, record.get(column.name, "")) for column in sheet.columns]
        for folder in folders
        for record in _records(_HERE / folder / f"{sheet.name}.csv")
    ]


def _records(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _conference() -> list[Row]:
    given = {record["key"]: record for record in _records(_HERE / "facts" / "conference.csv")}
    return [
        [
            item.header,
            _value(item, given.get(item.name, {}).get("value", "")),
            given.get(item.name, {}).get("note") or item.about or None,
        ]
        for item in ITEMS
    ]


def _value(column: Column, said: str) -> object:
    return _MADE_BY.get(column.kind, str)(said) if said else None
