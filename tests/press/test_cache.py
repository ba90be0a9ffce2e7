"""What is known of a template is kept for the next run, and believed only when it fits."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from invitations import record

from xl_dialogue.press import cache
from xl_dialogue.press.prepared import Prepared
from xl_dialogue.press.press import Press
from xl_dialogue.press.template import Template

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def entry() -> Path:
    [file] = Path(cache.folder()).glob("*.json")
    return file


def prepared_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the template has to be read with docxtpl."""
    anew: list[object] = []
    prepare = Template._prepare

    def told(self: Template) -> Prepared:
        anew.append(self)
        return prepare(self)

    with monkeypatch.context() as patch:
        patch.setattr(Template, "_prepare", told)
        Template(path)
    return bool(anew)


def test_who_has_no_home_gets_no_folder_called_so(
    invitation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    there = {*tmp_path.iterdir()}
    assert prepared_anew(invitation, monkeypatch)
    assert {*tmp_path.iterdir()} == there


def test_where_the_packages_cannot_be_looked_through_nothing_is_kept(
    invitation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> list[object]:
        raise PermissionError

    monkeypatch.setattr(cache, "_origin", refuse)
    assert prepared_anew(invitation, monkeypatch)
    assert prepared_anew(invitation, monkeypatch)


def test_a_template_is_read_once(invitation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepared_anew(invitation, monkeypatch)
    assert not prepared_anew(invitation, monkeypatch)


def test_what_is_kept_is_what_was_read(invitation: Path) -> None:
    first, second = Template(invitation).prepared, Template(invitation).prepared
    assert first is not second
    assert first == second


def test_letters_are_compared_once_ever(invitation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Press(Template(invitation)).letter(record())
    assert Template(invitation).prepared.is_compared
    monkeypatch.setattr(Press, "_plain", None)
    assert Press(Template(invitation)).letter(record())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda text: text[:-9],
        lambda text: text.replace("GI\\u1ea4Y", "T\\u1edc"),
        lambda _: "[1, 2]",
        lambda _: f"{cache._seal('[]')}\n[]",
        lambda _: f"{cache._seal('{}')}\n{{}}",
    ],
)
def test_a_torn_or_foreign_entry_is_passed_over(
    invitation: Path, spoil: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Template(invitation)
    entry().write_text(spoil(entry().read_text("utf-8")), "utf-8")
    assert prepared_anew(invitation, monkeypatch)


def test_an_entry_of_another_version_or_template_is_passed_over(
    invitation: Path, build: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    Template(invitation)
    other = Template(build("khác"))
    shutil.copy(cache._file(Template(invitation).digest), cache._file(other.digest))
    assert prepared_anew(other.path, monkeypatch)
    monkeypatch.setattr(cache, "_versions", lambda: ["docxtpl-0.0.dist-info"])
    assert prepared_anew(invitation, monkeypatch)


def test_only_the_latest_few_are_kept(build: Callable[..., Path]) -> None:
    for number in range(cache._ENTRIES + 3):
        Template(build(f"mẫu {number}"))
    assert len(list(Path(cache.folder()).iterdir())) == cache._ENTRIES


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "LOCALAPPDATA"])
def test_the_cache_lies_where_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv(name, str(tmp_path / "nơi khác"))
    assert tmp_path / "nơi khác" in Path(cache.folder()).parents


def test_without_a_place_for_it_letters_are_printed_all_the_same(
    invitation: Path, home: Path
) -> None:
    home.write_text("no folder")
    assert Press(Template(invitation)).letter(record())


def test_the_next_run_imports_nothing_that_costs_more_than_letters(
    invitation: Path, tmp_path: Path
) -> None:
    heavy = {"docxtpl", "docx", "jinja2", "lxml", "zipfile", "argparse", "pathlib", "hashlib"}
    Press(Template(invitation)).letter(record())
    records = tmp_path / "records.json"
    records.write_text(json.dumps([{**record(), "name": "Lan"}]), "utf-8")
    program = (
        "import sys; before = set(sys.modules); from xl_dialogue.press.__main__ import main;"
        f"main({[str(invitation), str(records), str(tmp_path / 'ra')]!r});"
        f"print({heavy | {'xl_dialogue.messages.every'}!r} & (set(sys.modules) - before))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines()[-1] == "set()"
