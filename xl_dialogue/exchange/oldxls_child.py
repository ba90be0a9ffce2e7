"""The process that reads an .xls: bytes come in, a line of JSON a sheet goes out.

Run as a file by itself, it knows nothing of the package, so that it starts at once.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from typing import Any


def main(cells: int, area: int, sheets: int, text: int, memory: int) -> None:
    _bound(memory)
    content = sys.stdin.buffer.read()
    try:
        import python_calamine as calamine
    except ImportError:
        _say({"end": "missing"})
        return
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for about in book.sheets_metadata[: sheets + 1]:
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            page = book.get_sheet_by_name(about.name)
            area -= page.height * page.width
            if area < 0:
                _say({"end": "much"})
                return
            found = [
                [row, column, _plain(value)]
                for row, values in enumerate(page.iter_rows(), (page.start or (0, 0))[0])
                for column, value in enumerate(values, (page.start or (0, 0))[1])
                if value != ""
            ]
            cells -= len(found)
            text -= sum(len(value) for _, _, value in found if isinstance(value, str))
            if cells < 0 or text < 0:
                _say({"end": "much"})
                return
            hidden = about.visible != calamine.SheetVisibleEnum.Visible
            merged = page.merged_cell_ranges or []
            _say({"sheet": about.name, "hidden": hidden, "merged": merged, "cells": found})
    except calamine.PasswordError:
        _say({"end": "locked"})
    else:
        _say({"end": "well"})


def _bound(memory: int) -> None:
    """So much memory and not a byte more, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _plain(value: Any) -> Any:
    """What JSON can hold; a time is a part of a day, as Excel holds it."""
    if isinstance(value, dt.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, dt.date):
        return {"moment": dt.datetime(value.year, value.month, value.day).isoformat()}
    if isinstance(value, dt.time):
        value = dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if isinstance(value, dt.timedelta):
        return value / dt.timedelta(days=1)
    return value


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
