"""A workbook in a spreadsheet program that is running: Excel, or LibreOffice Calc."""

from __future__ import annotations

import sys
from pathlib import Path

import xlwings as xw

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError


def book(program: str, path: Path, port: int | None) -> xw.Book:
    """The workbook as it is open there, opened if it is not.

    Errors: ``DialogueError`` when there is no such file, or the program is not running.
    """
    if not path.exists():
        raise DialogueError(messages.FILE_MISSING, path=path)
    app = _excel() if program == "excel" else _calc(port)
    return app.books.open(path.resolve())


def _excel() -> xw.App:
    app = xw.apps.active if sys.platform in ("win32", "darwin") else None
    if app is None:
        raise DialogueError(messages.EXCEL_NOT_RUNNING)
    return app


def _calc(port: int | None) -> xw.App:
    from xl_dialogue.engines import calc

    return calc.connect(port or calc.PORT)
