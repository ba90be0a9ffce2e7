"""What the doctor says of Python, paths, files and fonts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cases import SOUND, a_case, found, sentence
from pcs import drawn, linux, marked_workbook

from xl_dialogue import __version__
from xl_dialogue.office.pc import checks_everywhere, environment
from xl_dialogue.office.pc.checks_everywhere import version_in


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (SOUND._replace(version="0.0.9"), "version 0.0.9"),
        (SOUND._replace(version=None), "has no xl_dialogue"),
        (None, "has no xl_dialogue"),
    ],
)
def test_a_python_that_buttons_cannot_use_is_wrong(
    contents: environment.Contents | None, said: str, tmp_path: Path
) -> None:
    case = replace(a_case(tmp_path), contents=contents)
    assert found(case, "interpreter") == ["wrong"]
    assert said in sentence(case, "interpreter")


def test_a_python_that_is_gone_is_wrong(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    assert case.interpreter is not None
    case.interpreter.unlink()
    assert "any more" in sentence(case, "interpreter")


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    broken = SOUND._replace(packages=SOUND.packages | {"pandas": None})
    case = replace(a_case(tmp_path), contents=broken)
    assert "missing: pandas." in sentence(case, "packages")


def test_the_python_of_the_store_is_wrong(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    base = case.pc.base / "WindowsApps" / "Python"
    assert found(replace(case, pc=replace(case.pc, base=base)), "python") == ["fine", "wrong"]


def test_code_beside_the_workbook_is_wrong_unless_switched_off(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    pairs = dict(case.settings)
    del pairs["ADD_WORKBOOK_TO_PYTHONPATH"]
    assert found(replace(case, settings=pairs), "folder-code") == ["wrong"]


def test_a_python_without_the_packages_is_said_to_miss_each(tmp_path: Path) -> None:
    made = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", made], check=True)
    own = environment.ask(Path(made, "bin", "python"))
    case = replace(a_case(tmp_path), interpreter=None, contents=None, own=own)
    assert found(case, "packages") == ["wrong"]
    assert "missing: docxtpl, holidays, icalendar, jinja2," in sentence(case, "packages")


def test_a_profile_with_marks_is_said(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    where = replace(case.places, settings=tmp_path / "Hạnh" / "xlwings.conf")
    assert found(replace(case, places=where), "paths") == ["attention"]


@pytest.mark.parametrize("name", ["Đối thoại = 2026.xlsm", "a;b.xlsx"])
def test_a_workbooks_name_that_xlwings_breaks_on_is_wrong(name: str, tmp_path: Path) -> None:
    case = a_case(tmp_path)
    (case.folder / name).touch()
    assert found(case, "paths") == ["wrong"]
    assert name in sentence(case, "paths")


def test_a_workbook_of_another_version_is_said(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    marked_workbook(case.folder / "DialoguePlan.xlsm", "0.0.9")
    assert found(case, "workbook") == ["attention"]
    assert "version 0.0.9" in sentence(case, "workbook")


def test_a_workbook_that_was_moved_away_is_nothing_wrong(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    (case.folder / "DialoguePlan.xlsm").unlink()
    assert found(case, "workbook") == ["attention"]


@pytest.mark.parametrize("content", [b"", b"no workbook", None])
def test_a_workbook_that_does_not_say_its_version_is_unknown(
    content: bytes | None, tmp_path: Path
) -> None:
    case = a_case(tmp_path)
    plan = case.folder / "DialoguePlan.xlsm"
    plan.unlink() if content is None else plan.write_bytes(content)
    assert version_in(plan) is None
    if content is not None:
        assert found(case, "workbook") == ["unknown"]


def test_the_shipped_workbook_says_its_version(plan_file: Path) -> None:
    assert version_in(plan_file) == __version__


def test_a_folder_that_takes_no_files_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_case(tmp_path)

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert found(case, "folder") == ["wrong"]


def test_a_damaged_template_of_the_persons_own_is_wrong(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    list(drawn(case.folder, {"templates/giay-moi.docx": "no .docx"}))
    assert found(case, "templates") == ["wrong"]
    assert "giay-moi.docx" in sentence(case, "templates")


def test_a_setting_that_vba_does_not_take_for_false_is_wrong(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    for value, state in (("FALSE", "fine"), ("0", "wrong")):
        pairs = dict(case.settings) | {"ADD_WORKBOOK_TO_PYTHONPATH": value}
        assert found(replace(case, settings=pairs), "folder-code") == [state]


def test_a_list_of_fonts_that_cannot_be_had_stops_nothing(tmp_path: Path) -> None:
    listing = next(drawn(tmp_path, {"fc-list": "#!/bin/sh\nexit 1\n"}))
    listing.chmod(0o755)
    assert checks_everywhere.font_of(linux(tmp_path, PATH=str(tmp_path))) is None


def test_a_missing_font_is_said(tmp_path: Path) -> None:
    assert found(a_case(tmp_path), "font") == ["attention"]
    fonts = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts|Times New Roman (TrueType)"
    (tmp_path / "other").mkdir()
    assert found(a_case(tmp_path / "other", {fonts: "times.ttf"}), "font") == ["fine"]
