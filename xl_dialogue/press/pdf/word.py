"""PDFs by a Word of our own on Windows: unseen, silent, without macros, ended when it hangs.

Everything beyond the border is ``Any``: COM has no stubs.
Source: Word VBA reference, Documents.Open and Document.ExportAsFixedFormat.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

from xl_dialogue.press.pdf.ending import Ending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

REGISTERED = r"HKLM\SOFTWARE\Classes\Word.Application\CLSID"
"""The key whose default value is there where Word is installed."""
_MACROS_OFF = 3  # msoAutomationSecurityForceDisable
_NO_ALERTS = 0  # wdAlertsNone
_UNSAVED = 0  # wdDoNotSaveChanges
_PDF, _FOR_PRINT, _ALL, _CONTENT = 17, 0, 0, 0
_WORD_BOOKMARKS = 2  # wdExportCreateWordBookmarks
_NO_PASSWORD = "-"
"""Given to a file without one it is ignored; a file with another is refused, nobody is asked."""


def own_word() -> Any:
    """A new Word, not the one the person may be writing in."""
    import_module("pythoncom").CoInitialize()
    return import_module("win32com.client").DispatchEx("Word.Application")


def process_of(word: Any) -> int:
    """The id of its process, by the window of an empty document."""
    document = word.Documents.Add()
    window = document.Windows(1).Hwnd
    document.Close(_UNSAVED)
    return int(import_module("win32process").GetWindowThreadProcessId(window)[1])


def kill(process: int) -> None:
    os.kill(process, signal.SIGTERM)


class Word:
    """Word, told through COM in a thread of its own: a call that hangs cannot be taken back."""

    def __init__(
        self,
        start: Callable[[], Any] = own_word,
        process: Callable[[Any], int] = process_of,
        end: Callable[[int], None] = kill,
    ) -> None:
        self._start, self._process, self._end = start, process, end

    def make(
        self, files: Sequence[Path], folder: Path, seconds: float, made: Callable[[int], None]
    ) -> Ending:
        said: SimpleQueue[int | Ending] = SimpleQueue()
        processes: list[int] = []
        work = Thread(target=self._work, args=(files, folder, said, processes), daemon=True)
        work.start()
        ending = None
        try:
            while not isinstance(ending := said.get(timeout=seconds), Ending):
                made(ending)
        except Empty:
            return Ending.HUNG
        finally:
            if not isinstance(ending, Ending):
                self._end_all(processes)
        return ending

    def _work(
        self,
        files: Sequence[Path],
        folder: Path,
        said: SimpleQueue[int | Ending],
        processes: list[int],
    ) -> None:
        """Say after every file how many PDFs there are, and at last how it ended."""
        try:
            word = self._start()
            _silence(word)
            processes.append(self._process(word))
            for count in _exports(word, files, folder):
                said.put(count)
            word.Quit(_UNSAVED)
            said.put(Ending.DONE)
        except Exception:  # noqa: BLE001 - COM raises what it likes, and whatever it is, Word is lost
            self._end_all(processes)
            said.put(Ending.DIED)

    def _end_all(self, processes: list[int]) -> None:
        while processes:
            with suppress(OSError):  # it has ended by itself
                self._end(processes.pop())


def _silence(word: Any) -> None:
    word.Visible = False
    word.DisplayAlerts = _NO_ALERTS
    word.AutomationSecurity = _MACROS_OFF


def _exports(word: Any, files: Sequence[Path], folder: Path) -> Iterator[int]:
    """How many PDFs there are, after each file; one that Word refuses is passed over."""
    count = 0
    for file in files:
        try:
            _export(word, file, folder / f"{file.stem}.pdf")
            count += 1
        except Exception:  # noqa: BLE001 - what COM raises over a file; a lost Word raises below
            _ = word.Version
        yield count


def _export(word: Any, file: Path, pdf: Path) -> None:
    """The arguments by place: COM bound late need not know their names."""
    # FileName, ConfirmConversions, ReadOnly, AddToRecentFiles, PasswordDocument
    document = word.Documents.Open(str(file), False, True, False, _NO_PASSWORD)
    try:
        # OutputFileName, ExportFormat, OpenAfterExport, OptimizeFor, Range, From, To, Item,
        # IncludeDocProps, KeepIRM, CreateBookmarks
        document.ExportAsFixedFormat(
            str(pdf), _PDF, False, _FOR_PRINT, _ALL, 1, 1, _CONTENT, True, True, _WORD_BOOKMARKS
        )
    finally:
        document.Close(_UNSAVED)
