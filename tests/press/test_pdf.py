"""From .docx to PDF: by the real LibreOffice, and by a stand-in that hangs and dies on demand."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from pdfs import StandIn, files, libreoffice, save_letters, texts

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.press.pdf import Converted, batch, converting, to_pdf
from xl_dialogue.press.pdf.libreoffice import LibreOffice
from xl_dialogue.press.pdf.word import Word

SOON = 1.5
"""Seconds after which the stand-in hangs for us; it starts within."""


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path)


def test_libreoffice_makes_the_pdf_and_never_touches_the_persons_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    docx = save_letters(tmp_path / "Giấy mời – số 1.docx", [["Kính gửi ông Đỗ"]])
    to_pdf(docx, tmp_path / "mới" / "Giấy mời.pdf", converter=libreoffice())
    assert texts(tmp_path / "mới" / "Giấy mời.pdf") == ["Kính gửi ông Đỗ"]
    assert not (tmp_path / ".config" / "libreoffice").exists()
    assert names(tmp_path / "mới") == ["Giấy mời.pdf"]


def test_libreoffice_makes_the_others_when_a_file_is_no_document(tmp_path: Path) -> None:
    docx = [
        save_letters(tmp_path / "a.docx", [["một"]]),
        tmp_path / "b.docx",
        save_letters(tmp_path / "c.docx", [["ba"]]),
    ]
    docx[1].write_bytes(b"PK\3\4 cut short")
    converted = batch(docx, tmp_path / "pdf", converter=libreoffice())
    assert [texts(pdf) for pdf in converted.files] == [["một"], ["ba"]]
    assert reasons(converted) == {"b.docx": messages.PDF_REFUSED}


def test_a_program_that_hangs_once_is_started_anew(stand_in: StandIn, tmp_path: Path) -> None:
    (docx,) = files(tmp_path, "hangs once")
    to_pdf(docx, tmp_path / "a.pdf", timeout=SOON, converter=stand_in.office)
    assert stand_in.calls == [1, 1]
    assert pages(tmp_path / "a.pdf") == 1


def test_a_program_that_dies_once_is_started_anew(stand_in: StandIn, tmp_path: Path) -> None:
    (docx,) = files(tmp_path, "dies once")
    to_pdf(docx, tmp_path / "a.pdf", converter=stand_in.office)
    assert stand_in.calls == [1, 1]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("hangs", messages.PDF_HUNG),
        ("dies", messages.PDF_REFUSED),
        ("unreadable", messages.PDF_REFUSED),
        ("torn", messages.PDF_REFUSED),
    ],
)
def test_what_fails_twice_is_said_and_leaves_nothing(
    stand_in: StandIn, tmp_path: Path, said: str, reason: messages.Text
) -> None:
    (docx,) = files(tmp_path / "thư", said)
    with pytest.raises(DialogueError) as error:
        to_pdf(docx, tmp_path / "pdf" / "a.pdf", timeout=SOON, converter=stand_in.office)
    assert error.value.text == reason
    assert str(docx) in error.value.say()
    assert stand_in.calls == [1, 1]
    assert names(tmp_path / "pdf") == []


def test_a_batch_names_what_hangs_breaks_or_dies_and_makes_the_others(
    stand_in: StandIn, tmp_path: Path
) -> None:
    docx = files(tmp_path / "thư", "", "hangs", "", "unreadable", "dies", "")
    told: list[tuple[int, int]] = []
    converted = batch(
        docx, tmp_path / "pdf", timeout=SOON, converter=stand_in.office,
        progress=lambda done, total: told.append((done, total)),
    )  # fmt: skip
    assert [pdf.name for pdf in converted.files] == ["thư 1.pdf", "thư 3.pdf", "thư 6.pdf"]
    assert reasons(converted) == {
        "thư 2.docx": messages.PDF_HUNG,
        "thư 4.docx": messages.PDF_REFUSED,
        "thư 5.docx": messages.PDF_REFUSED,
    }
    assert told == sorted(told)
    assert (told[0], told[-1]) == ((0, 6), (6, 6))


def test_many_files_go_in_lots_and_a_broken_program_is_not_started_for_each(
    stand_in: StandIn, tmp_path: Path
) -> None:
    batch(files(tmp_path / "a", *[""] * 120), tmp_path / "pdf", converter=stand_in.office)
    assert stand_in.calls == [50, 50, 20]
    dead = files(tmp_path / "b", *["dies"] * 120)
    converted = batch(dead, tmp_path / "pdf2", converter=stand_in.office)
    assert len(converted.refused) == 120
    assert len(stand_in.calls) == 3 + 6


def test_what_was_made_of_the_same_document_is_kept(stand_in: StandIn, tmp_path: Path) -> None:
    docx = files(tmp_path / "thư", "", "", "")
    batch(docx, tmp_path / "pdf", converter=stand_in.office)
    docx[1].write_text("another")
    (tmp_path / "pdf" / "thư 3.pdf").write_bytes(b"torn")
    converted = batch(docx, tmp_path / "pdf", converter=stand_in.office)
    assert stand_in.calls == [3, 2]
    assert [pdf.name for pdf in converted.kept] == ["thư 1.pdf"]
    assert len(converted.files) == 3
    batch(docx, tmp_path / "pdf", converter=stand_in.office)
    assert stand_in.calls == [3, 2]


def test_files_called_alike_in_two_folders_do_not_fall_together(
    stand_in: StandIn, tmp_path: Path
) -> None:
    docx = [*files(tmp_path / "a", ""), *files(tmp_path / "b", "")]
    converted = batch(docx, tmp_path / "pdf", converter=stand_in.office)
    assert [pdf.name for pdf in converted.files] == ["thư 1.pdf", "thư 1 (2).pdf"]


def test_a_pdf_that_somebody_has_open_is_named_and_the_others_are_made(
    stand_in: StandIn, tmp_path: Path
) -> None:
    (tmp_path / "pdf" / "thư 1.pdf").mkdir(parents=True)
    converted = batch(files(tmp_path / "thư", "", ""), tmp_path / "pdf", converter=stand_in.office)
    assert reasons(converted) == {"thư 1.docx": messages.PDF_OPEN}
    assert names(tmp_path / "pdf") == ["thư 1.pdf", "thư 2.pdf"]


def test_a_folder_that_takes_no_files_is_said(stand_in: StandIn, tmp_path: Path) -> None:
    (tmp_path / "pdf").write_text("a file")
    with pytest.raises(DialogueError) as error:
        batch(files(tmp_path / "thư", ""), tmp_path / "pdf", converter=stand_in.office)
    assert error.value.text == messages.FOLDER_REFUSED


def test_a_document_that_is_not_there_is_said(stand_in: StandIn, tmp_path: Path) -> None:
    with pytest.raises(DialogueError) as error:
        to_pdf(tmp_path / "a.docx", tmp_path / "a.pdf", converter=stand_in.office)
    assert error.value.text == messages.FILE_MISSING
    assert stand_in.calls == []


def test_a_document_of_a_batch_that_cannot_be_read_is_named(
    stand_in: StandIn, tmp_path: Path
) -> None:
    docx = files(tmp_path / "thư", "", "", "")
    docx[1].unlink()
    docx[1].mkdir()
    docx[2].unlink()
    converted = batch(docx, tmp_path / "pdf", converter=stand_in.office)
    assert [pdf.name for pdf in converted.files] == ["thư 1.pdf"]
    assert reasons(converted) == {
        "thư 2.docx": messages.PDF_SOURCE_LOCKED,
        "thư 3.docx": messages.FILE_MISSING,
    }


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="wants /proc to see which programs run")
def test_who_stops_in_the_middle_leaves_no_program_behind(
    stand_in: StandIn, tmp_path: Path
) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            assert running(tmp_path)
            raise KeyboardInterrupt

    docx = files(tmp_path / "thư", "", "hangs")
    with pytest.raises(KeyboardInterrupt):
        batch(docx, tmp_path / "pdf", converter=stand_in.office, progress=stop)
    assert not running(tmp_path)


def test_word_is_preferred_and_without_any_program_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(converting, "soffice", lambda: Path("soffice"))
    assert isinstance(converting.program_here(), LibreOffice)
    monkeypatch.setattr(converting, "windows_registry", lambda _key, _name: "{0002-4FF}")
    assert isinstance(converting.program_here(), Word)
    monkeypatch.setattr(converting, "windows_registry", lambda _key, _name: None)
    monkeypatch.setattr(converting, "soffice", lambda: None)
    with pytest.raises(DialogueError) as error:
        converting.program_here()
    assert error.value.text == messages.PDF_NO_PROGRAM


def reasons(converted: Converted) -> dict[str, messages.Text]:
    return {docx.name: said.text for docx, said in converted.refused.items()}


def pages(pdf: Path) -> int:
    with pikepdf.open(pdf) as there:
        return len(there.pages)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def running(folder: Path) -> bool:
    """Whether a program that lies in this folder runs."""
    told = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has ended since
            told.append(line.read_bytes())
    return any(str(folder).encode() in line for line in told)
