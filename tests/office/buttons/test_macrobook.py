"""The workbook and the add-in with their macros: what is in them and what keeps it there."""

from __future__ import annotations

import io
import re
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import pytest
from vbareader import modules_of

from xl_dialogue import __version__
from xl_dialogue.engines import closed
from xl_dialogue.office.build import products
from xl_dialogue.office.buttons import macrobook
from xl_dialogue.office.buttons.macrobook import SENTENCES, addin, modules
from xl_dialogue.office.buttons.ribbon import ribbon
from xl_dialogue.office.buttons.vbaproject import stored_source
from xl_dialogue.office.parts import TYPES, package_of
from xl_dialogue.office.sheets.workbook import workbook
from xl_dialogue.opc import Package
from xl_dialogue.share import ADDIN

MACROS = ["xl/vbaProject.bin", "customUI/customUI.xml"]
TOP = Path(__file__).parents[3]
OURS = Path(macrobook.__file__).parent / "vba"


def xlwings_folder() -> Path:
    found = find_spec("xlwings")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent


def installed(name: str) -> str:
    return (xlwings_folder() / name).read_text("ascii")


def opened(content: bytes) -> openpyxl.Workbook:
    """By openpyxl, which knows workbooks with macros but no add-ins."""
    package = Package(content)
    parts = {name: package.read(name) for name in package.names}
    parts[TYPES] = parts[TYPES].replace(b"excel.addin.macro", b"excel.sheet.macro")
    return openpyxl.load_workbook(io.BytesIO(package_of(parts)), keep_vba=True)


def macros_of(content: bytes) -> dict[str, bytes]:
    package = Package(content)
    return {name: package.read(name) for name in MACROS}


# --- what is in them ------------------------------------------------------------------------


def test_every_build_gives_the_same_bytes() -> None:
    assert addin() == addin()


def test_both_are_products(shipped: bytes) -> None:
    made = products()
    assert made["workbook/DialoguePlan.xlam"] == addin()
    assert made["workbook/DialoguePlan.xlsm"] == shipped


def test_a_new_plan_has_the_buttons_too(shipped: bytes) -> None:
    assert macros_of(workbook(sample=False)) == macros_of(shipped)


def test_the_addin_has_the_workbooks_ribbon_and_code(shipped: bytes) -> None:
    assert Package(addin()).read("customUI/customUI.xml") == ribbon()
    assert Package(shipped).read("customUI/customUI.xml") == ribbon()
    plan, added = modules_of(shipped), modules_of(addin())
    for module in ("Dialogue", "Host", "Watcher", "ThisWorkbook", "Dictionary"):
        assert plan[module] == added[module]


def test_the_addin_works_on_the_workbook_in_front_by_the_users_own_configuration() -> None:
    code = modules_of(addin())["xlwings"]
    assert 'Public Const PROJECT_NAME As String = "xlwings"' in code
    assert "ActiveWorkbook.Name" in code


def test_the_workbook_works_on_itself(shipped: bytes) -> None:
    code = modules_of(shipped)["xlwings"]
    assert 'Public Const PROJECT_NAME As String = "xlwings"' in code
    assert "ActiveWorkbook" not in re.sub(r"'.*", "", code)


def test_an_xlwings_that_names_its_configuration_otherwise_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(macrobook, "_installed", lambda _: "Option Explicit\n")
    with pytest.raises(ValueError, match="xlwings"):
        list(modules({}, "addin"))


def test_the_licences_of_what_is_not_ours_stay(shipped: bytes) -> None:
    for content in (shipped, addin()):
        code = modules_of(content)
        assert "BSD 3-clause license" in code["xlwings"]
        assert "Redistribution and use in source and binary forms" in code["xlwings"]
        assert "Tim Hall" in code["Dictionary"]


def test_nothing_of_the_paid_part_of_xlwings_is_in_it(shipped: bytes) -> None:
    assert set(modules_of(addin())) == {
        "ThisWorkbook", "shBlank", "shUi", "Dialogue", "Host", "Watcher", "xlwings",
        "Dictionary",
    }  # fmt: skip


def test_the_addin_shows_one_blank_sheet() -> None:
    book = opened(addin())
    assert {page.title: page.sheet_state for page in book} == {
        "DialoguePlan": "visible",
        "_ui": "veryHidden",
    }
    assert book["DialoguePlan"]["A1"].value is None


def test_what_vba_says_and_its_version_stand_on_a_sheet_nobody_sees(shipped: bytes) -> None:
    for content in (shipped, addin()):
        book = opened(content)
        said = {row[0]: row[1] for row in book["_ui"].iter_rows(values_only=True)}
        assert said == {code: text.vi for code, text in SENTENCES.items()} | {
            "version": __version__
        }


# --- the code -------------------------------------------------------------------------------


def test_every_sentence_is_said_by_vba_and_every_code_has_one() -> None:
    said = re.findall(r'(?:Sentence|Filled)\("(\w+)"', (OURS / "Dialogue.bas").read_text("ascii"))
    assert set(said) == set(SENTENCES)


def test_every_mark_that_vba_fills_in_is_in_its_sentence() -> None:
    code = (OURS / "Dialogue.bas").read_text("ascii")
    marks = dict(re.findall(r'Filled\("(\w+)", "\{(\w+)\}"', code))
    assert marks == {
        code: found[1]
        for code, text in SENTENCES.items()
        if (found := re.search(r"\{(\w+)\}", text.vi))
    }


def test_every_setting_that_xlwings_reads_for_a_click_is_compared() -> None:
    """Else a foreign workbook could bring it along: a folder of modules, a program to start."""
    source = installed("xlwings_custom_addin.bas")
    read = set()
    for procedure in ("RunPython", "ExecuteWindows", "ShowError"):
        [body] = re.findall(
            rf"(?ms)^(?:Public )?(?:Function|Sub) {procedure}\(.*?^End (?:Function|Sub)", source
        )
        read |= set(re.findall(r'GetConfig\("([^"]+)"', body))
    [joined] = re.findall(
        r"(?s)SETTINGS As String = (.+?)\r?\n\r?\n", (OURS / "Dialogue.bas").read_text("ascii")
    )
    compared = set("".join(re.findall(r'"([^"]*)"', joined)).split("|"))
    assert {name for name in read if "_MAC" not in name} <= compared


def test_no_event_makes_libreoffice_compile_what_it_cannot(shipped: bytes) -> None:
    """At an event of a document it compiles all modules, and opens its editor at the first `#If`."""
    documents = [code for code in modules_of(shipped).values() if 'VB_Base = "0{00020' in code]
    assert len(documents) > 5
    assert not [code for code in documents if re.search(r"(?m)^(?!').*\b(?:Sub|Function)\b", code)]


def test_the_stand_ins_of_the_tests_have_the_signatures_of_what_they_replace() -> None:
    def heads(source: str) -> set[str]:
        return {
            re.sub(r"^Public ", "", line).strip()
            for line in source.splitlines()
            if re.match(r"(?:Public )?(?:Sub|Function) ", line)
        }

    stand_ins = Path(__file__).parent / "standins"
    assert heads((stand_ins / "Host.bas").read_text("ascii")) == heads(
        (OURS / "Host.bas").read_text("ascii")
    )
    assert heads((stand_ins / "xlwings.bas").read_text("ascii")) <= heads(
        installed("xlwings_custom_addin.bas")
    )


def test_a_module_is_stored_as_in_the_projects_that_xlwings_ships() -> None:
    """Which Excel itself opens: the same attributes in the same order."""

    def heads(code: str) -> list[str]:
        return [line for line in code.splitlines() if line.startswith("Attribute VB_")][1:]

    shipped_with_it = xlwings_folder() / "quickstart_addin_ribbon.xlam"
    theirs, ours = modules_of(shipped_with_it.read_bytes()), modules_of(addin())
    assert heads(ours["Dictionary"]) == heads(theirs["Dictionary"])
    assert heads(ours["ThisWorkbook"]) == heads(theirs["ThisWorkbook"])
    assert heads(ours["shBlank"]) == heads(theirs["Sheet2"])


# --- what keeps it there --------------------------------------------------------------------


def test_openpyxl_keeps_ribbon_and_vba(shipped: bytes) -> None:
    for content in (shipped, addin()):
        again = io.BytesIO()
        opened(content).save(again)
        assert macros_of(again.getvalue()) == macros_of(content)
        relations = Package(again.getvalue()).read("_rels/.rels")
        assert b"2006/relationships/ui/extensibility" in relations


def test_a_closed_plan_is_saved_with_its_macros_untouched(plan_file: Path) -> None:
    before = plan_file.read_bytes()
    book = closed.open(plan_file)
    book.sheets["Câu hỏi"].range("B2").value = "Đường vào nhà máy?"
    book.save()
    after = plan_file.read_bytes()
    assert after != before
    assert macros_of(after) == macros_of(before)
    for name in ("_rels/.rels", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        assert Package(after).read(name) == Package(before).read(name)
    assert modules_of(after) == modules_of(before)


@pytest.mark.parametrize("suffix", ["xlsm", "xlam"])
def test_the_committed_file_has_the_present_buttons_and_code(suffix: str) -> None:
    """All but xlwings' own modules, whose version is that of the PC it was built on."""
    committed = (TOP / "workbook" / f"DialoguePlan.{suffix}").read_bytes()
    present = modules_of(addin())
    found = modules_of(committed)
    assert Package(committed).read("customUI/customUI.xml") == ribbon()
    for module in ("Dialogue", "Host", "Watcher", "ThisWorkbook"):
        assert found[module] == present[module]


def test_the_workbook_looks_for_the_add_in_by_its_file_name() -> None:
    assert f'ADDIN_FILE As String = "{ADDIN}"' in modules_of(addin())["Host"]


def test_every_module_of_the_workbook_is_its_source(shipped: bytes) -> None:
    package = Package(shipped)
    parts = {name: package.read(name) for name in package.names}
    made = {module.name: stored_source(module) for module in modules(parts, "workbook")}
    assert modules_of(shipped) == made
