"""What the doctor says of Excel, its macros and add-in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from cases import EXCEL, HAS_EXCEL, SOUND, a_case, found, sentence
from pcs import registry

from xl_dialogue.office.pc.checks_windows import RULE

SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"HKCU\Software\Policies\Microsoft\Office\16.0\Excel\Security"
ASR = r"HKLM\Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"


def test_without_pywin32_excel_cannot_be_driven(tmp_path: Path) -> None:
    case = replace(a_case(tmp_path), contents=SOUND._replace(has_pywin32=False))
    assert found(case, "pywin32") == ["wrong"]


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
