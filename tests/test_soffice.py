"""Where LibreOffice's program is looked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from xl_dialogue import soffice as module
from xl_dialogue.soffice import REGISTERED, outside_environments, soffice


def program(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.touch()
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one usual place on this PC, empty for now."""
    monkeypatch.setattr(module, "PROGRAMS", (tmp_path / "usual",))
    return tmp_path / "usual"


def nothing(_key: str, _name: str) -> object:
    return None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows finds programs by their endings")
def test_the_program_on_the_path_comes_first(tmp_path: Path, usual: Path) -> None:
    found = program(tmp_path / "bin", "soffice")
    program(usual, "soffice")
    assert soffice({"PATH": str(tmp_path / "bin")}, nothing) == found


def test_windows_knows_the_folder_and_its_console_program_is_taken(tmp_path: Path) -> None:
    program(tmp_path / "LibreOffice", "soffice.exe")
    console = program(tmp_path / "LibreOffice", "soffice.com")
    said = {(REGISTERED, ""): str(tmp_path / "LibreOffice")}
    assert soffice({}, lambda key, name: said.get((key, name))) == console


def test_then_the_usual_place_and_else_there_is_none(usual: Path) -> None:
    assert soffice({}, nothing) is None
    found = program(usual, "soffice")
    assert soffice({}, nothing) == found


def test_no_virtual_environment_stays_on_the_path(tmp_path: Path) -> None:
    program(tmp_path / "venv", "pyvenv.cfg")
    path = os.pathsep.join([str(tmp_path / "venv" / "bin"), str(tmp_path / "bin")])
    given = {"PATH": path, "HOME": "/home/an"}
    assert outside_environments(given) == {"PATH": str(tmp_path / "bin"), "HOME": "/home/an"}
