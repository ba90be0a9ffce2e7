"""Word told through COM; a stand-in answers here, for Word itself runs on Windows alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pdfs import files

from xl_dialogue.press.pdf.ending import Ending
from xl_dialogue.press.pdf.word import Word

PROCESS = 4711
READ_ONLY, EXPORT_FORMAT, BOOKMARKS = 2, 1, 10
"""Places among the arguments of Open and ExportAsFixedFormat."""


class LostError(Exception):
    """As COM says that there is no Word any more."""


class FakeWord:
    """What the product tells Word; a file that says so is refused, hangs, or takes Word along."""

    def __init__(self) -> None:
        self.opened: list[tuple[Any, ...]] = []
        self.exported: list[tuple[Any, ...]] = []
        self.closed: list[int] = []
        self.ended: list[int] = []
        self.has_quit = False
        self.lost = Event()

    @property
    def Documents(self) -> FakeWord:  # noqa: N802 - Word's own names
        return self

    @property
    def Version(self) -> str:  # noqa: N802
        if self.lost.is_set():
            raise LostError
        return "16.0"

    def Open(self, *arguments: Any) -> FakeWord:  # noqa: N802
        self.opened.append(arguments)
        match Path(arguments[0]).read_text().split("|")[-1]:
            case "refused":
                raise LostError
            case "dies":
                self.lost.set()
                raise LostError
            case "hangs":
                self.lost.wait(60)
                raise LostError
        return self

    def ExportAsFixedFormat(self, *arguments: Any) -> None:  # noqa: N802
        Path(arguments[0]).write_bytes(b"%PDF")
        self.exported.append(arguments)

    def Close(self, saved: int) -> None:  # noqa: N802
        self.closed.append(saved)

    def Quit(self, _saved: int) -> None:  # noqa: N802
        self.has_quit = True

    def end(self, process: int) -> None:
        self.ended.append(process)
        self.lost.set()

    def office(self) -> Word:
        return Word(lambda: self, lambda _word: PROCESS, self.end)


def test_word_is_unseen_silent_without_macros_and_reads_only(tmp_path: Path) -> None:
    word, counts = FakeWord(), list[int]()
    docx = files(tmp_path, "", "")
    assert word.office().make(docx, tmp_path, 5, counts.append) is Ending.DONE
    told: Any = word
    assert (told.Visible, told.DisplayAlerts, told.AutomationSecurity) == (False, 0, 3)
    assert [(words[0], words[READ_ONLY]) for words in word.opened] == [
        (str(docx[0]), True), (str(docx[1]), True)
    ]  # fmt: skip
    assert {(words[EXPORT_FORMAT], words[BOOKMARKS]) for words in word.exported} == {(17, 2)}
    assert word.closed == [0, 0]
    assert word.has_quit
    assert word.ended == []
    assert counts == [1, 2]
    assert all(path.with_suffix(".pdf").exists() for path in docx)


def test_a_file_that_word_refuses_is_passed_over(tmp_path: Path) -> None:
    word, docx = FakeWord(), files(tmp_path, "", "refused", "")
    assert word.office().make(docx, tmp_path, 5, ignore) is Ending.DONE
    assert [path.with_suffix(".pdf").exists() for path in docx] == [True, False, True]


def test_a_word_that_hangs_is_ended_by_its_process(tmp_path: Path) -> None:
    word, docx = FakeWord(), files(tmp_path, "", "hangs", "")
    started = time.monotonic()
    assert word.office().make(docx, tmp_path, 0.5, ignore) is Ending.HUNG
    assert time.monotonic() - started < 10
    assert word.ended == [PROCESS]
    assert docx[0].with_suffix(".pdf").exists()
    assert not docx[2].with_suffix(".pdf").exists()


def test_a_word_that_is_lost_is_told_from_a_file_it_refuses(tmp_path: Path) -> None:
    word = FakeWord()
    assert word.office().make(files(tmp_path, "dies", ""), tmp_path, 5, ignore) is Ending.DIED
    assert word.ended == [PROCESS]


def test_a_word_that_does_not_start_ends_the_run(tmp_path: Path) -> None:
    def fail() -> Any:
        raise LostError

    assert Word(fail).make(files(tmp_path, ""), tmp_path, 5, ignore) is Ending.DIED


def test_a_word_that_hangs_at_its_start_is_not_waited_for(tmp_path: Path) -> None:
    release = Event()
    word = Word(lambda: release.wait(60), lambda _word: PROCESS, ignore)
    assert word.make(files(tmp_path, ""), tmp_path, 0.2, ignore) is Ending.HUNG
    release.set()


def test_who_stops_in_the_middle_leaves_no_word_behind(tmp_path: Path) -> None:
    word = FakeWord()
    with pytest.raises(KeyboardInterrupt):
        word.office().make(files(tmp_path, "", "hangs"), tmp_path, 5, stop)
    assert word.ended == [PROCESS]


def stop(_count: int) -> None:
    raise KeyboardInterrupt


ignore: Callable[[int], None] = lambda _count: None  # noqa: E731 - said where it is handed over
