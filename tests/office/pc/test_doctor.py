"""The doctor: what each check says of a PC that is drawn here."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pcs import Desk, drawn, linux, marked_workbook, nobody, oxt, registry, windows

from xl_dialogue import __version__
from xl_dialogue.office.pc import checks_everywhere, environment, settings
from xl_dialogue.office.pc import doctor as doctoring
from xl_dialogue.office.pc.checks_everywhere import version_in
from xl_dialogue.office.pc.checks_windows import RULE
from xl_dialogue.office.pc.checkup import CHECKS, Case
from xl_dialogue.office.pc.doctor import doctor
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import PC, Places, places_here
from xl_dialogue.office.pc.receipt import Receipt
from xl_dialogue.share import shared

SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"HKCU\Software\Policies\Microsoft\Office\16.0\Excel\Security"
EXCEL = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"
WINDOWS_ONLY = {name for name, each in CHECKS.items() if each.windows_only}
HAS_EXCEL = {r"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe|": EXCEL}
ASR = r"HKLM\Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"

SOUND = environment.Contents(
    "3.11.9", __version__, dict.fromkeys(environment.packages(), "1"), True
)


def a_case(tmp_path: Path, said: Mapping[str, object] | None = None) -> Case:
    """A Windows PC on which all is well, its folders below the given one."""
    where = Places(
        product=tmp_path / "product", documents=tmp_path, settings=tmp_path / "xlwings.conf",
        startup=tmp_path / "XLSTART", programs="Scripts", suffix=".exe", is_common=False,
    )  # fmt: skip
    python = next(drawn(tmp_path, {"python.exe": "Python"}))
    list(drawn(tmp_path, {"XLSTART/DialoguePlan.xlam": "add-in"}))
    (tmp_path / "Doi thoai").mkdir()
    marked_workbook(tmp_path / "Doi thoai" / "DialoguePlan.xlsm")
    return Case(
        pc=windows(said=HAS_EXCEL | dict(said or {})), places=where,
        made=Receipt(folder=str(tmp_path / "Doi thoai")),
        settings=settings.wanted("win32", str(python)), interpreter=python,
        contents=SOUND, own=SOUND, office=None, startups=(tmp_path / "XLSTART",),
        addin=next(drawn(tmp_path, {"release/DialoguePlan.xlam": "add-in"})),
        extension=tmp_path / "none.oxt",
    )  # fmt: skip


def found(case: Case, name: str) -> list[str]:
    """The states that a check gives."""
    return [look.state.name.lower() for look in CHECKS[name].look(case)]


def sentence(case: Case, name: str) -> str:
    """What a check says, with its advice."""
    return "\n".join(check.say("en") for check in CHECKS[name].checks(case))


# --- the whole ------------------------------------------------------------------------------


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


# --- Python ---------------------------------------------------------------------------------


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


def test_without_pywin32_excel_cannot_be_driven(tmp_path: Path) -> None:
    case = replace(a_case(tmp_path), contents=SOUND._replace(has_pywin32=False))
    assert found(case, "pywin32") == ["wrong"]


def test_the_python_of_the_store_is_wrong(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    base = case.pc.base / "WindowsApps" / "Python"
    assert found(replace(case, pc=replace(case.pc, base=base)), "python") == ["fine", "wrong"]


def test_code_beside_the_workbook_is_wrong_unless_switched_off(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    pairs = dict(case.settings)
    del pairs["ADD_WORKBOOK_TO_PYTHONPATH"]
    assert found(replace(case, settings=pairs), "folder-code") == ["wrong"]


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


def test_a_python_without_the_packages_is_said_to_miss_each(tmp_path: Path) -> None:
    made = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", made], check=True)
    own = environment.ask(Path(made, "bin", "python"))
    case = replace(a_case(tmp_path), interpreter=None, contents=None, own=own)
    assert found(case, "packages") == ["wrong"]
    assert "missing: docxtpl, holidays, icalendar, jinja2," in sentence(case, "packages")


# --- paths and files ------------------------------------------------------------------------


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


# --- LibreOffice and fonts ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("listed", "state"),
    [
        (f"Identifier: vn.example.dialogue\n  Version: {__version__}\n", "fine"),
        ("Identifier: vn.example.dialogue\n  Version: 0.0.9\n", "wrong"),
        ("Identifier: other\n  Version: 1\n", "attention"),
        (None, "unknown"),
    ],
)
def test_calcs_extension_is_looked_for(listed: str | None, state: str, tmp_path: Path) -> None:
    said = "exit 1" if listed is None else f"cat <<'END'\n{listed}END"
    program = next(drawn(tmp_path, {"lo/unopkg": f"#!/bin/sh\n{said}\n"}))
    program.chmod(0o755)
    extension = tmp_path / "DialoguePlan.oxt"
    extension.write_bytes(oxt())
    office = LibreOffice(program.parent, shared=False)
    case = replace(a_case(tmp_path), office=office, extension=extension)
    assert found(case, "extension") == [state]


@pytest.mark.parametrize(
    ("version", "state"),
    [("3.11.2", "fine"), ("3.12.0", "attention"), ("3.8.18", "attention"), (None, "unknown")],
)
def test_buttons_in_calc_need_libreoffices_own_version_of_python(
    version: str | None, state: str, tmp_path: Path
) -> None:
    answer = json.dumps(SOUND._replace(python=version or "", version=None)._asdict())
    script = f"#!/bin/sh\necho '{answer}'\n" if version else "#!/bin/sh\nexit 1\n"
    program = next(drawn(tmp_path, {"lo/python": script}))
    program.chmod(0o755)
    office = LibreOffice(program.parent, shared=False)
    assert found(replace(a_case(tmp_path), office=office), "calc-python") == [state]


def test_only_commands_that_drive_calc_from_outside_need_uno(tmp_path: Path) -> None:
    failing = next(drawn(tmp_path, {"python": "#!/bin/sh\nexit 1\n"}))
    failing.chmod(0o755)
    case = replace(a_case(tmp_path), office=LibreOffice(tmp_path, shared=False))
    case = replace(case, interpreter=failing, pc=linux(tmp_path))
    assert found(case, "uno") == ["attention"]
    assert "--app calc" in sentence(case, "uno")


def test_a_list_of_fonts_that_cannot_be_had_stops_nothing(tmp_path: Path) -> None:
    listing = next(drawn(tmp_path, {"fc-list": "#!/bin/sh\nexit 1\n"}))
    listing.chmod(0o755)
    assert checks_everywhere.font_of(linux(tmp_path, PATH=str(tmp_path))) is None


def test_a_missing_font_is_said(tmp_path: Path) -> None:
    assert found(a_case(tmp_path), "font") == ["attention"]
    fonts = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts|Times New Roman (TrueType)"
    (tmp_path / "other").mkdir()
    assert found(a_case(tmp_path / "other", {fonts: "times.ttf"}), "font") == ["fine"]


# --- Excel's macros -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ({}, ["fine"]),
        ({rf"HKCU\{SECURITY}|VBAWarnings": 2}, ["fine"]),
        ({rf"HKCU\{SECURITY}|VBAWarnings": 1}, ["attention"]),
        ({rf"{POLICY}|VBAWarnings": 4}, ["attention"]),
        ({rf"{POLICY}|VBAWarnings": 4, rf"HKCU\{SECURITY}|VBAWarnings": 2}, ["attention"]),
        ({rf"{POLICY}\Trusted Locations|AllLocationsDisabled": 1}, ["wrong"]),
        ({rf"{POLICY}|blockcontentexecutionfrominternet": 1}, ["fine", "attention"]),
    ],
)
def test_the_policy_on_macros_is_said(
    said: dict[str, object], states: list[str], tmp_path: Path
) -> None:
    assert found(a_case(tmp_path, said), "macros") == states


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, "fine"),
        ({f"{ASR}|{RULE}": "0"}, "fine"),
        ({f"{ASR}|{RULE}": "1"}, "wrong"),
        ({f"{ASR}|{RULE}": "2"}, "fine"),
        ({f"{ASR}|{RULE}": "6"}, "attention"),
        ({ASR.replace(r"\Policies", "") + f"|{RULE}": 1}, "wrong"),
        (
            {
                r"HKLM\Software\Policies\Microsoft\Windows Defender\Policy Manager|ASRRules": f"x=2|{RULE.upper()}=1"
            },
            "wrong",
        ),
    ],
)
def test_defenders_rule_against_child_processes_is_said(
    said: dict[str, object], state: str, tmp_path: Path
) -> None:
    case = a_case(tmp_path, said)
    assert found(case, "defender") == [state]
    if state != "fine":
        assert RULE in sentence(case, "defender")
        assert str(case.interpreter) in sentence(case, "defender")


@pytest.mark.parametrize(
    ("path", "platform", "bits"),
    [
        (EXCEL, None, "64-bit"),
        (EXCEL.replace("Files", "Files (x86)"), None, "32-bit"),
        (EXCEL, "x86", "32-bit"),
    ],
)
def test_excel_is_found_with_its_bits(
    path: str, platform: str | None, bits: str, tmp_path: Path
) -> None:
    office = r"HKLM\Software\Microsoft\Office\ClickToRun\Configuration|Platform"
    case = a_case(tmp_path, {next(iter(HAS_EXCEL)): path, office: platform})
    assert f"Excel {bits} at {path}" in sentence(case, "excel")


def test_without_excel_the_rest_still_works(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    bare = replace(case, pc=replace(case.pc, lookup=registry({})))
    assert found(bare, "excel") == ["attention"]
    assert found(bare, "addin") == []


def test_an_add_in_that_is_another_or_missing_is_said(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    (tmp_path / "XLSTART" / "DialoguePlan.xlam").write_bytes(b"older")
    assert found(case, "addin") == ["wrong"]
    (tmp_path / "XLSTART" / "DialoguePlan.xlam").unlink()
    assert found(case, "addin") == ["attention"]


@pytest.mark.parametrize(
    ("stream", "state"),
    [("[ZoneTransfer]\nZoneId=3\n", "wrong"), ("[ZoneTransfer]\nZoneId=1\n", "fine"), ("", "fine")],
)
def test_a_file_marked_as_from_the_web_is_said(stream: str, state: str, tmp_path: Path) -> None:
    case = a_case(tmp_path)
    (case.folder / "DialoguePlan.xlsm:Zone.Identifier").write_text(stream, encoding="utf-8")
    assert found(case, "mark-of-the-web") == [state]


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
