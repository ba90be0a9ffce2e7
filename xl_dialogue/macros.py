"""Behind every button, in Excel and in Calc: the job is done, whatever happens is said."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import xlwings as xw

from xl_dialogue import log, messages, telling
from xl_dialogue.jobs import asked
from xl_dialogue.messages import DialogueError
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.registry import Job

DOCUMENTS, TEMPLATES = "Văn bản", "templates"
"""Folders beside the workbook: where documents go, where the office keeps templates of its own."""
_MOST, _WIDEST = 8, 150
"""Lines of a kind in a message box, and characters in one."""
_BUSY = (-2146777998, -2147418111)
"""What Excel answers while somebody types: VBA_E_IGNORE and RPC_E_CALL_REJECTED."""
_PAUSE = 0.2
"""Seconds between two looks of the status bar: each costs a call."""


def click(button: str) -> None:
    """Excel's entry: RunPython has told xlwings which workbook is in front."""
    press(button, xw.Book.caller())


def press(button: str, book: xw.Book) -> None:
    """Do what the button says to the book. Raises nothing: the person would see a traceback."""
    app, title = book.app, messages.RIBBON_TAB.say()
    left = False
    try:
        job, kinds = asked(button)
        title = job.label.say()
        app.status_bar = messages.BUTTON_RUNNING.say(job=title)
        outcome = job.run(book, _request(book, job, kinds))
        left = _report(app, job, outcome)
    except DialogueError as stop:
        app.alert(stop.say(), title, mode="critical")
    except Exception as error:  # noqa: BLE001 - nobody is behind us to catch it
        log.note(button, error)
        app.alert(_unforeseen(title, error), title, mode="critical")
    finally:
        if not left:
            app.status_bar = False


def _request(book: xw.Book, job: Job, kinds: tuple[str, ...]) -> Request:
    """What a click asks for: preview first, findings into the book, documents beside it."""
    if "out" not in job.takes:
        return Request(record=True, kinds=kinds, agrees=_asking(book.app, job))
    home = _folder(book)
    own = home / TEMPLATES
    return Request(
        record=True,
        kinds=kinds,
        out=home / DOCUMENTS,
        templates=own if own.is_dir() else None,
        progress=_counting(book.app, job),
        agrees=_asking(book.app, job),
    )


def _folder(book: xw.Book) -> Path:
    """Where the workbook lies. Errors: ``DialogueError`` when that is not on this PC's disk."""
    try:
        path = Path(book.fullname)
    except Exception as error:  # xlwings raises what it likes for a place in a cloud
        raise DialogueError(messages.SAVE_FIRST) from error
    if not path.is_absolute() or not path.exists():
        raise DialogueError(messages.SAVE_FIRST)
    return path.parent


def _asking(app: xw.App, job: Job) -> Callable[[Outcome], bool]:
    def agrees(preview: Outcome) -> bool:
        text = messages.GO_ON.say(preview=_told(preview))
        return app.alert(text, job.label.say(), "ok_cancel") == "ok"

    return agrees


def _counting(app: xw.App, job: Job) -> Callable[[int, int], None]:
    shown = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - shown >= _PAUSE:
            shown = time.monotonic()
            said = messages.BUTTON_PROGRESS.say(job=job.label, done=done, total=total)
            app.status_bar = said

    return progress


def _report(app: xw.App, job: Job, outcome: Outcome) -> bool:
    """Say what came of it; ``True`` when the status bar still says something."""
    if outcome.declined:
        return False
    if job.moves:
        said = _told(outcome)
        app.status_bar = said or False
        return bool(said)
    told = _told(outcome)
    if "record" in job.takes and outcome.findings:
        told = "\n".join((*telling.summary(outcome, "vi"), messages.SEE_FINDINGS.say()))
    app.alert(told, job.label.say(), mode="info")
    return False


def _told(outcome: Outcome) -> str:
    """What fits a message box: the summary, then the first lines of what it sums up."""
    details = telling.details(outcome, "vi", _MOST)
    cut = (line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…" for line in details)
    return "\n".join((*telling.summary(outcome, "vi"), *cut))


def _unforeseen(title: str, error: Exception) -> str:
    if getattr(error, "hresult", None) in _BUSY:
        return messages.EXCEL_BUSY.say()
    said = type(error).__name__
    return messages.SOMETHING_BROKE.say(job=title, error=said, log=log.file())
