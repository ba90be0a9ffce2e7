"""Workbooks of Excel 97-2003 from outside, read by calamine in a process of its own.

Their reader is a library that nobody can count in: the process gets so much memory, so many
seconds and nothing else, and may die without harm. On Windows only the seconds are bounded.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue import messages
from xl_dialogue.addresses import Box
from xl_dialogue.exchange import limits
from xl_dialogue.exchange.tables import Arrived, Grid
from xl_dialogue.exchange.xlsx import SETTINGS
from xl_dialogue.messages import DialogueError

if TYPE_CHECKING:
    from xl_dialogue.exchange.limits import Meter
    from xl_dialogue.exchange.tables import Value

SECONDS = 4.0
MEMORY = 448 * 2**20
_CHILD = Path(__file__).with_name("oldxls_child.py")
_MACROS = ("_VBA_PROJECT_CUR", "VBA")


def read(content: bytes, meter: Meter) -> Arrived:
    """Errors: ``DialogueError`` that says what is wrong."""
    if not sys.executable:
        raise DialogueError(messages.INCOMING_OLD_FORMAT)
    arrived = Arrived()
    if any(name.encode("utf-16-le") + b"\0\0" in content for name in _MACROS):
        arrived.report(messages.INCOMING_MACROS)
    for page in _told(content):
        _take(page, arrived, meter)
    return arrived


def _told(content: bytes) -> list[dict[str, Any]]:
    """What the child says: a line of JSON a sheet."""
    limit = (limits.CELLS, limits.AREA, limits.SHEETS, limits.TEXT, MEMORY)
    command = [sys.executable, "-I", str(_CHILD), *map(str, limit)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=False,
            creationflags=hidden,
        )  # fmt: skip
        answers = [json.loads(line) for line in done.stdout.splitlines()]
    except subprocess.TimeoutExpired:
        raise DialogueError(messages.INCOMING_OLD_FORMAT) from None
    except (OSError, ValueError) as error:
        raise DialogueError(messages.INCOMING_OLD_FORMAT) from error
    last = answers.pop() if answers else {}
    if last.get("end") == "locked":
        raise DialogueError(messages.INCOMING_ENCRYPTED)
    if last.get("end") == "much":
        raise DialogueError(messages.INCOMING_TOO_MANY_CELLS, most=limits.CELLS)
    if last.get("end") == "missing":
        raise DialogueError(messages.PACKAGE_MISSING, name="python-calamine")
    if done.returncode or last.get("end") != "well":
        raise DialogueError(messages.INCOMING_OLD_FORMAT)
    return answers


def _take(page: dict[str, Any], arrived: Arrived, meter: Meter) -> None:
    title, hidden = page["sheet"], page["hidden"]
    if title.strip().lower() == SETTINGS:
        arrived.report(messages.INCOMING_SETTINGS)
        return
    if hidden:
        arrived.report(messages.INCOMING_HIDDEN, sheet=title)
    grid = Grid(title, meter, hidden=hidden)
    grid.merged = [
        Box(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in page["merged"]
    ]
    for row, column, value in page["cells"]:
        grid.put(row + 1, column + 1, _value(value))
    arrived.take(grid)


def _value(said: Any) -> Value:
    if isinstance(said, dict):
        return dt.datetime.fromisoformat(said["moment"])
    return float(said) if isinstance(said, int) and not isinstance(said, bool) else said
