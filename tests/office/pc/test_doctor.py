"""The doctor: every check of a PC, and what is found before any of them looks."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cases import a_case, found, sentence
from pcs import Desk, linux, nobody, oxt

from xl_dialogue.office.pc import checks_everywhere
from xl_dialogue.office.pc import doctor as doctoring
from xl_dialogue.office.pc.checkup import CHECKS
from xl_dialogue.office.pc.doctor import doctor
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import PC, Places, places_here
from xl_dialogue.office.pc.receipt import Receipt
from xl_dialogue.share import shared

WINDOWS_ONLY = {name for name, each in CHECKS.items() if each.windows_only}


def test_after_setup_nothing_is_wrong(
    desk: Desk, release: Path, own_office: LibreOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    (release / "workbook" / "DialoguePlan.oxt").write_bytes(oxt())
    template = shared("templates") / "giay-moi.docx"
    (release / "templates" / "giay-moi.docx").write_bytes(template.read_bytes())
    for module in (doctoring, checks_everywhere):
        monkeypatch.setattr(module, "shared", lambda name: release / name)
    desk.office = own_office
    monkeypatch.setattr(LibreOffice, "python", desk.python)  # the pretended one is 3.11.0
    assert desk.setup()
    found = doctor(pc=desk.pc, find_office=desk.find)
    # the pretended Python has no uno; what else there is depends on no machine
    doubtful = [check for check in found if check.state.name != "FINE"]
    assert [check.name for check in doubtful] in ([], ["uno"]), [c.say() for c in doubtful]
    assert {check.name for check in found} == CHECKS.keys() - WINDOWS_ONLY


def test_before_setup_nothing_is_wrong_but_setup_is_advised(tmp_path: Path) -> None:
    found = doctor(pc=linux(tmp_path), find_office=nobody)
    assert not any(check.is_wrong for check in found)
    advised = {check.name for check in found if check.advice and "setup" in check.advice.say("en")}
    assert "interpreter" in advised


def test_checks_of_windows_are_left_out_elsewhere(tmp_path: Path) -> None:
    names = {check.name for check in doctor(pc=linux(tmp_path), find_office=nobody)}
    assert not names & WINDOWS_ONLY
    assert {"macros", "defender", "addin"} <= WINDOWS_ONLY


def test_a_sound_windows_pc_is_fine_throughout(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    for name in CHECKS.keys() - {"libreoffice", "font"}:
        assert set(found(case, name)) <= {"fine"}, sentence(case, name)


def test_a_check_is_told_in_both_languages_and_to_programs(tmp_path: Path) -> None:
    case = replace(a_case(tmp_path), interpreter=None)
    check = next(CHECKS["interpreter"].checks(case))
    assert check.say().startswith("Nên xem  Nút lệnh chưa dùng được")
    assert check.say().endswith("Chạy “xl-dialogue setup”.")
    told = json.loads(json.dumps(check.as_json("en")))
    assert (told["name"], told["state"]) == ("interpreter", "attention")
    assert told["advice"] == "Run “xl-dialogue setup”."


LEFT_OUT = ("xlwings", "pandas", "docxtpl", "docx", "openpyxl", "lxml", "jinja2", "holidays")


def without_packages(code: str, home: Path) -> str:
    """What a Python says that has none of the packages."""
    bare = f"import sys; sys.modules |= dict.fromkeys({LEFT_OUT!r})"
    surroundings = os.environ | {"HOME": str(home), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", f"{bare}\n{code}"]
    said = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=True)
    return said.stdout


def test_setup_and_doctor_can_be_asked_for_where_packages_are_missing(tmp_path: Path) -> None:
    code = "import xl_dialogue.office.pc.doctor, xl_dialogue.office.pc.removal; print('fine')"
    assert without_packages(code, tmp_path) == "fine\n"


def test_the_doctor_looks_on_where_packages_are_missing_and_names_them(tmp_path: Path) -> None:
    code = """
        from xl_dialogue.office.pc.doctor import doctor
        for check in doctor(find_office=lambda pc, everyone: None):
            print(check.name, check.state.name, check.fact.say("en"))
    """
    said = without_packages(inspect.cleandoc(code), tmp_path)
    assert "templates UNKNOWN This could not be looked at" in said
    assert "misses the package docx" in said
    assert "\nfont " in said


@pytest.mark.parametrize("everyone", [True, False])
def test_everyones_setup_is_found_by_a_person_without_one(
    everyone: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn_places(pc: PC, *, everyone: bool = False) -> Places[Path]:
        where = places_here(pc, everyone=everyone)
        return replace(where, product=tmp_path / ("everyone" if everyone else "own"))

    monkeypatch.setattr(doctoring, "places_here", drawn_places)
    pc = linux(tmp_path / "home")
    for common in {True, everyone}:
        where = drawn_places(pc, everyone=common)
        where.product.mkdir()
        Receipt(folder=f"of {common}").save(where.receipt)
    case = doctoring.admit(pc, nobody)
    assert case.places.is_common is everyone
    assert case.made.folder == f"of {everyone}"
