"""Behind every button, in Excel and in Calc: the job is done, whatever happens is said."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from xl_dialogue import log, messages, recording, telling
from xl_dialogue.jobs import asked
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome, Request, files_refused
from xl_dialogue.registry import Button, Job
from xl_dialogue.share import TEMPLATES

DOCUMENTS = "Văn bản"
"""The folder beside the workbook into which documents go, where the job names no other."""
INBOX = "Nhập"
"""The folder beside the workbook in which lists and forms are put, to be taken in."""
_MOST, _WIDEST = 8, 150
"""Lines of a kind in a message box, and characters in one."""
_BUSY = (-2146777998, -2147418111)
"""What Excel answers while somebody types: VBA_E_IGNORE and RPC_E_CALL_REJECTED."""
_PAUSE = 0.2
"""Seconds between two looks of the status bar: each costs a call."""


class _Told(NamedTuple):
    """What the person is to read: a message box, or the status bar."""

    box: str = ""
    bar: str = ""
    mode: str = "info"


def click(button: str) -> None:
    """Excel's entry: RunPython has told xlwings which workbook is in front."""
    try:
        book = xw.Book.caller()
    except Exception as error:  # noqa: BLE001 - Excel is not to be reached, so neither its boxes
        log.note(button, error)
        _say_alone(_unforeseen(button, error))
    else:
        press(button, book)


def press(button: str, book: xw.Book) -> None:
    """Do what the button says to the book. Raises nothing: the person would see a traceback."""
    title = messages.RIBBON_TAB.say()
    try:
        job, pressed = asked(button)
        title = pressed.label.say()
        told = _do(book, job, pressed)
    except DialogueError as stop:
        told = _Told(stop.say(), mode="critical")
    except Exception as error:  # noqa: BLE001 - nobody is behind us to catch it
        log.note(button, error)
        told = _Told(_unforeseen(title, error), mode="critical")
    try:
        book.app.status_bar = told.bar or False
        if told.box:
            book.app.alert(told.box, title, mode=told.mode)
    except Exception as error:  # noqa: BLE001 - the program has gone, or is busy again
        log.note(button, error)


def _do(book: xw.Book, job: Job, button: Button) -> _Told:
    book.app.status_bar = messages.BUTTON_RUNNING.say(job=button.label)
    if job.moves:  # it writes nothing of which the log would tell
        return _Told(bar=_told(job.run(book, _request(book, job, button))))
    with recording.trail(book, job.name) as trail:
        outcome = job.run(book, _request(book, job, button))
        trail.note(outcome)
    if outcome.declined:
        return _Told()
    if outcome.stopped:
        return _Told(f"{_told(outcome)}\n{outcome.stopped.say()}", mode="critical")
    if "record" in job.takes and outcome.findings:
        return _Told("\n".join((*telling.summary(outcome, "vi"), messages.SEE_FINDINGS.say())))
    return _Told(_told(outcome))


def _request(book: xw.Book, job: Job, button: Button) -> Request:
    """What a click asks for: preview first, findings into the book, documents beside it.

    Of letters a file each, to be mailed, and one of all, to be printed.
    """
    request = Request(
        record=True,
        kinds=button.kinds,
        progress=_counting(book.app, button),
        agrees=_asking(book.app, button),
    )
    if not {"files", "replies", "out"} & set(job.takes):
        return request
    home = recording.saved_place(book).parent
    if "out" not in job.takes:
        settle = "settle" in job.takes
        return _with_inbox(replace(request, settle=settle), home / (job.folder or INBOX))
    own = home / TEMPLATES
    return replace(
        request,
        out=home / (job.folder or DOCUMENTS),
        templates=own if own.is_dir() else None,
        one_file=True,
    )


def _with_inbox(request: Request, inbox: Path) -> Request:
    """A click cannot name files: whatever lies in the folder is meant."""
    from xl_dialogue.exchange.reading.guarded import is_expected

    inbox.mkdir(exist_ok=True)
    files = tuple(sorted(path for path in inbox.iterdir() if path.is_file() and is_expected(path)))
    return replace(request, files=files, inbox=inbox)


def _asking(app: xw.App, button: Button) -> Callable[[Outcome], bool]:
    def agrees(preview: Outcome) -> bool:
        text = messages.GO_ON.say(preview=_told(preview))
        return app.alert(text, button.label.say(), "ok_cancel") == "ok"

    return agrees


def _counting(app: xw.App, button: Button) -> Callable[[int, int], None]:
    shown = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - shown >= _PAUSE:
            shown = time.monotonic()
            said = messages.BUTTON_PROGRESS.say(job=button.label, done=done, total=total)
            app.status_bar = said

    return progress


def _told(outcome: Outcome) -> str:
    """What fits a message box: the summary, then the first lines of what it sums up."""
    details = telling.details(outcome, "vi", _MOST)
    cut = (line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…" for line in details)
    return "\n".join((*telling.summary(outcome, "vi"), *cut))


def _unforeseen(title: str, error: Exception) -> str:
    if getattr(error, "hresult", None) in _BUSY:
        return messages.EXCEL_BUSY.say()
    if isinstance(error, OSError) and error.filename:
        return files_refused(error).say()
    said = type(error).__name__
    return messages.SOMETHING_BROKE.say(job=title, error=said, log=log.file())


def _say_alone(said: str) -> None:
    """A message box of Windows' own."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, said, messages.RIBBON_TAB.vi, 0x30)
    else:
        sys.stderr.write(f"{said}\n")
