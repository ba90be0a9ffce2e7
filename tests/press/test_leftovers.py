"""Letters of before that are not made any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from invitations import record

from xl_dialogue.press.leftovers import leftovers
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.template import Template


def printed(invitation: Path, folder: Path, *names: str) -> list[Path]:
    letters = [Letter(name, record(full_name=name)) for name in names]
    return print_letters(Template(invitation), letters, folder).files


def files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))
    return sorted(name for name in found if not name.startswith("."))


def test_a_letter_not_made_any_more_goes_aside_with_its_pdf(
    invitation: Path, tmp_path: Path
) -> None:
    printed(invitation, tmp_path, "An", "Bình")
    (tmp_path / "An.pdf").write_bytes(b"%PDF")
    batch = printed(invitation, tmp_path, "Bình")
    found = leftovers(tmp_path, batch)
    assert found.aside == {tmp_path / "An.docx": tmp_path / "Bản cũ" / "An.docx"}
    assert files(tmp_path) == ["Bình.docx", "Bản cũ/An.docx", "Bản cũ/An.pdf"]
    assert leftovers(tmp_path, batch) == ({}, [])


def test_the_letters_aside_are_never_written_over(invitation: Path, tmp_path: Path) -> None:
    for _ in range(2):
        printed(invitation, tmp_path, "An")
        leftovers(tmp_path, [])
    assert files(tmp_path) == ["Bản cũ/An (2).docx", "Bản cũ/An.docx"]


def test_what_somebody_edited_or_put_there_stays_and_is_told(
    invitation: Path, tmp_path: Path
) -> None:
    [an] = printed(invitation, tmp_path, "An")
    an.write_bytes(an.read_bytes() + b"edited")
    other = tmp_path / "của tôi.docx"
    other.write_bytes(b"mine")
    assert leftovers(tmp_path, []) == ({}, [an, other])
    assert an.exists()


def test_what_another_program_keeps_open_stays(
    invitation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [an] = printed(invitation, tmp_path, "An")

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refused)
    assert leftovers(tmp_path, []) == ({}, [an])


def test_a_letter_whose_pdf_is_open_stays_with_it(
    invitation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [an] = printed(invitation, tmp_path, "An")
    (tmp_path / "An.pdf").write_bytes(b"%PDF")
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if path.suffix == ".pdf":
            raise PermissionError
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    assert leftovers(tmp_path, []) == ({}, [an])
    assert files(tmp_path) == ["An.docx", "An.pdf"]


def test_a_folder_called_like_a_letter_and_words_own_note_are_let_be(tmp_path: Path) -> None:
    (tmp_path / "Lan.docx").mkdir()
    (tmp_path / "~$An.docx").write_bytes(b"An")
    assert leftovers(tmp_path, []) == ({}, [])


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert leftovers(tmp_path / "none", []) == ({}, [])
