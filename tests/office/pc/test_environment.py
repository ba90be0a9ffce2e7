"""The Python of the buttons, really made."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePath

import pytest
from pcs import Desk, drawn, tree

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.office.pc import environment


def test_a_real_environment_is_made_without_network_and_runs_a_job(desk: Desk) -> None:
    desk.install = environment.install
    assert desk.setup()
    contents = environment.ask(desk.python)
    assert contents is not None
    assert contents.version == __version__
    assert all(contents.packages.values())
    command = [desk.python.with_name("xl-dialogue"), "new", desk.home / "plan.xlsm"]
    said = subprocess.run(command, capture_output=True, cwd=desk.home, check=True)
    assert "plan.xlsm" in said.stdout.decode()
    assert not list(desk.home.rglob("*.pth"))  # no way back to where it was installed from
    assert desk.setup()
    assert desk.said(messages.STEP_DONE) == 0
    (desk.home / "plan.xlsm").unlink()
    assert desk.remove()
    assert tree(desk.home) == {}


def test_a_real_environment_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(drawn(tmp_path, {"venv/bin/half": "made"}))
    made = tmp_path / "venv"
    with pytest.raises(DialogueError, match="no file"):
        environment.install(made, made / "bin" / "python", tmp_path / "missing.whl")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(DialogueError, match="could not be made"):
        environment.install(made, made / "bin" / "python", None)
    assert tree(tmp_path) == {}


def test_the_python_of_the_store_is_refused(desk: Desk) -> None:
    desk.pc = replace(desk.pc, base=PurePath("/Program Files/WindowsApps/Python.3.11"))
    assert not desk.setup()
    assert "python.org" in desk.why()
    assert not desk.python.exists()


def test_a_python_that_misses_a_package_is_not_copied_but_pip_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_pandas(name: str) -> Distribution:
        if name == "pandas":
            raise PackageNotFoundError(name)
        return distribution(name)

    asked: list[list[str]] = []
    monkeypatch.setattr(environment, "distribution", without_pandas)
    monkeypatch.setattr(environment, "said", asked.append)
    environment.install(tmp_path / "venv", tmp_path / "venv" / "bin" / "python", None)
    assert asked[-1][1:4] == ["-m", "pip", "install"]
    assert not list((tmp_path / "venv").rglob("*"))


def test_a_folder_of_wheels_needs_no_network(tmp_path: Path) -> None:
    assert "--no-index" in environment.from_source(tmp_path)
    assert environment.from_source(tmp_path / "a.whl") == [str(tmp_path / "a.whl")]
    (tmp_path / "pyproject.toml").touch()
    assert environment.from_source(tmp_path) == [str(tmp_path)]
    assert environment.from_source(None) == [f"xl-dialogue=={__version__}"]
