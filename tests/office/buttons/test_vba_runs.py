"""The VBA really runs: LibreOffice clicks every button, xlwings and Excel have stand-ins.

What is asserted is always a result: a module that does not compile makes every Sub do nothing,
without an error.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from conditional import compiled
from lxml import etree

from xl_dialogue.office.buttons import macrobook
from xl_dialogue.office.buttons.ribbon import ribbon
from xl_dialogue.office.buttons.vbaproject import Module, vba_project
from xl_dialogue.office.parts import Parts, package_of, settled

STAND_INS = Path(__file__).parent / "standins"
OFFICE = Path(__file__).parent / "vba_office.py"
BUTTONS = [node.get("id", "") for node in etree.fromstring(ribbon()).iter("{*}button")]
PYTHON = r"C:\ProgramData\xl-dialogue\venv\Scripts\python.exe"
INSTALLED = f"user:INTERPRETER_WIN={PYTHON}|user:ADD_WORKBOOK_TO_PYTHONPATH=False"

Call = tuple[str, list[object]]
Calls = Callable[[Path, Sequence[Call]], list[object]]


class Clicked(NamedTuple):
    """What came of a click: the command for Python, was the screen restored, what was said."""

    command: str
    restored: bool
    said: str


# --- LibreOffice ----------------------------------------------------------------------------


def python_with_uno() -> str | None:
    candidates = ["/usr/bin/python3", shutil.which("python3") or "", shutil.which("python") or ""]
    for candidate in filter(None, candidates):
        if Path(candidate).exists():
            tried = subprocess.run([candidate, "-c", "import uno"], capture_output=True)
            if not tried.returncode:
                return candidate
    return None


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calls]:
    """Runs functions of a workbook's VBA, each in a fresh copy, in a LibreOffice of our own."""
    python = python_with_uno()
    if python is None or shutil.which("soffice") is None:
        pytest.skip("no LibreOffice with python3-uno: apt-get install libreoffice-calc python3-uno")
    profile = tmp_path_factory.mktemp("libreoffice") / "profile"
    with subprocess.Popen(
        [python, OFFICE, profile], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        stderr=subprocess.DEVNULL,
    ) as office:  # fmt: skip
        assert office.stdin is not None
        assert office.stdout is not None
        asked, answered = office.stdin, office.stdout

        def run(file: Path, wanted: Sequence[Call]) -> list[object]:
            asked.write(json.dumps({"file": str(file), "calls": wanted}) + "\n")
            asked.flush()
            results: list[object] = json.loads(answered.readline())
            return results

        yield run
        asked.close()


# --- the workbook that is clicked -----------------------------------------------------------


def small_book(*titles: str) -> Parts:
    """A workbook with the sheet of sentences and these sheets."""
    made = openpyxl.Workbook()
    made.code_name = "ThisWorkbook"
    for title in titles:
        made.create_sheet(title)
    for number, page in enumerate(made.worksheets):
        page.sheet_properties.codeName = f"sh{number}"
    macrobook.add_sentences(made)
    draft = io.BytesIO()
    made.save(draft)
    return macrobook.with_macros(settled(draft.getvalue()), "workbook")


def written(path: Path, parts: Parts, modules: Sequence[Module]) -> Path:
    path.write_bytes(package_of({**parts, "xl/vbaProject.bin": vba_project(modules)}))
    return path


def on_trial(parts: Parts) -> list[Module]:
    """Our own modules as they are; for Excel and xlwings their stand-ins."""
    stand_ins = [
        Module(file.stem, file.read_text("ascii"), "class" if file.suffix == ".cls" else "module")
        for file in sorted(STAND_INS.iterdir())
    ]
    replaced = {"Dictionary", *(module.name for module in stand_ins)}
    ours = [m for m in macrobook.modules(parts, "workbook") if m.name not in replaced]
    assert {"Dialogue", "ThisWorkbook"} <= {module.name for module in ours}
    return ours + stand_ins


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parts = small_book()
    return written(tmp_path_factory.mktemp("vba") / "Plan.xlsm", parts, on_trial(parts))


def click(
    button: str, circumstances: str = "", settings: str = INSTALLED, files: str = PYTHON
) -> Call:
    return "Trial.Click", [button, circumstances, settings, files]


def clicked(result: object) -> Clicked:
    command, restored, said = str(result).split("\n", 2)
    return Clicked(command, restored == "True", said)


def told(code: str, **facts: str) -> str:
    return f"Đối thoại: {macrobook.SENTENCES[code].say('vi', **facts)}"


# --- every button ---------------------------------------------------------------------------


def test_every_button_asks_python_for_its_own_job(calls: Calls, plan: Path) -> None:
    results = calls(plan, [click(button) for button in BUTTONS])
    assert len(BUTTONS) > 5
    assert [clicked(result) for result in results] == [
        Clicked(f"import xl_dialogue.macros; xl_dialogue.macros.click('{button}')", False, "")
        for button in BUTTONS
    ]


REFUSED = {
    "a cell is being edited": (click("validate", "busy"), told("busy")),
    "a file in Protected View is in front": (
        click("validate", "addin,protected"), told("protected", file="Mail.xlsx"),
    ),
    "no workbook is open": (click("validate", "addin,no_book"), told("no_book")),
    "the button would end the command": (click("x');evil('"), told("bad_button", id="x');evil('")),
    "the button has no name": (click(""), told("bad_button", id="")),
    "nothing is installed": (click("validate", settings=""), told("no_setup")),
    "the interpreter has gone": (click("validate", files=""), told("no_python", path=PYTHON)),
    "the add-in finds an interpreter in a foreign workbook only": (
        click("validate", "addin", rf"sheet:INTERPRETER_WIN={PYTHON}"), told("no_setup"),
    ),
    "the add-in is set to look for modules beside any workbook": (
        click("validate", "addin", rf"user:INTERPRETER_WIN={PYTHON}"), told("no_setup"),
    ),
    "a foreign workbook names another interpreter": (
        click("validate", "addin", rf"{INSTALLED}|sheet:INTERPRETER_WIN=C:\evil.exe"),
        told("foreign", what="xlwings.conf: INTERPRETER_WIN"),
    ),
    "a foreign workbook adds a folder of modules": (
        click("validate", "addin", rf"{INSTALLED}|sheet:PYTHONPATH=\\far\away"),
        told("foreign", what="xlwings.conf: PYTHONPATH"),
    ),
    "a foreign workbook has its own folder searched": (
        click("validate", "addin", f"{INSTALLED}|sheet:ADD_WORKBOOK_TO_PYTHONPATH=True"),
        told("foreign", what="xlwings.conf: ADD_WORKBOOK_TO_PYTHONPATH"),
    ),
    "a file beside a foreign workbook names another interpreter": (
        click("validate", "addin", rf"{INSTALLED}|directory:INTERPRETER_WIN=C:\evil.exe"),
        told("foreign", what="xlwings.conf: INTERPRETER_WIN"),
    ),
    "a file beside the plan names another interpreter": (
        click("validate", "", rf"{INSTALLED}|directory:INTERPRETER_WIN=C:\evil.exe"),
        told("foreign", what="xlwings.conf: INTERPRETER_WIN"),
    ),
}  # fmt: skip


def test_a_button_that_may_not_run_says_why_and_runs_nothing(calls: Calls, plan: Path) -> None:
    results = calls(plan, [call for call, _ in REFUSED.values()])
    said = dict(zip(REFUSED, map(clicked, results), strict=True))
    assert said == {why: Clicked("", False, sentence) for why, (_, sentence) in REFUSED.items()}


ALLOWED = {
    "a foreign workbook names the interpreter of this PC": click(
        "validate", "addin", f"{INSTALLED}|sheet:INTERPRETER_WIN={PYTHON.upper()}"
    ),
    "the plan brings its own configuration": click(
        "validate", "", rf"sheet:INTERPRETER_WIN={PYTHON}|user:INTERPRETER_WIN=C:\other.exe"
    ),
}


def test_what_is_this_pcs_own_is_trusted(calls: Calls, plan: Path) -> None:
    results = calls(plan, list(ALLOWED.values()))
    said = {why: clicked(result).said for why, result in zip(ALLOWED, results, strict=True)}
    assert said == dict.fromkeys(ALLOWED, "")


def test_what_breaks_off_leaves_nothing_on_the_screen(calls: Calls, plan: Path) -> None:
    results = calls(plan, [click("fix", "python_fails"), click("fix", "vba_breaks")])
    python, vba = map(clicked, results)
    assert (python.restored, python.said) == (True, "")
    assert (vba.restored, vba.said) == (True, told("failed", detail="broken"))


def test_code_embedded_in_a_foreign_workbook_is_refused(calls: Calls, tmp_path: Path) -> None:
    parts = small_book("Khác", "evil.PY")
    [result] = calls(written(tmp_path / "a.xlsm", parts, on_trial(parts)), [click("fix", "addin")])
    assert clicked(result) == Clicked("", False, told("foreign", what="evil.PY"))


@pytest.mark.parametrize("name", ["a;b.xlsm", "a=b.xlsm", "a%b%.xlsm"])
def test_a_name_that_xlwings_would_cut_is_refused(calls: Calls, tmp_path: Path, name: str) -> None:
    parts = small_book()
    [result] = calls(written(tmp_path / name, parts, on_trial(parts)), [click("fix")])
    assert clicked(result).command == ""
    assert clicked(result).said.startswith(
        "Đối thoại: Tên tệp hoặc thư mục có dấu “;”, “=” hoặc “%”"
    )


def test_the_workbooks_tab_steps_back_where_the_addin_shows_its_own(
    calls: Calls, plan: Path
) -> None:
    seen = [
        ("Trial.IsVisible", [addin, loaded]) for addin in (False, True) for loaded in (False, True)
    ]
    assert calls(plan, seen) == ["True", "False", "True", "True"]


def test_the_ribbon_looks_again_when_a_workbook_comes_to_the_front(
    calls: Calls, plan: Path
) -> None:
    assert calls(plan, [("Trial.Refreshed", [False]), ("Trial.Refreshed", [True])]) == ["0", "1"]


def test_sentences_that_were_lost_leave_their_codes(calls: Calls, tmp_path: Path) -> None:
    parts = small_book()
    renamed = parts["xl/workbook.xml"].replace(b'name="_ui"', b'name="other"')
    path = written(tmp_path / "a.xlsm", {**parts, "xl/workbook.xml": renamed}, on_trial(parts))
    [result] = calls(path, [click("fix", "busy")])
    assert clicked(result).said == "title: busy"


# --- the project as it is shipped -----------------------------------------------------------


def whole(host: macrobook.Host, parts: Parts) -> list[Module]:
    """Every module as it is shipped, its conditions evaluated for Windows."""
    return [
        module._replace(source=compiled(module.source))
        for module in macrobook.modules(parts, host)
        if module.name != "Dictionary"
    ]


@pytest.mark.parametrize("host", ["workbook", "addin"])
def test_all_modules_compile_together(calls: Calls, tmp_path: Path, host: macrobook.Host) -> None:
    parts = small_book()
    path = written(tmp_path / "a.xlsm", parts, whole(host, parts))
    assert calls(path, [("Dialogue.Sentence", ["no_book"])]) == [macrobook.SENTENCES["no_book"].vi]


def test_one_line_that_does_not_compile_is_noticed(calls: Calls, tmp_path: Path) -> None:
    parts = small_book()
    broken = [
        module._replace(source=module.source.replace("End If", "", 1))
        if module.name == "Host" else module
        for module in whole("workbook", parts)
    ]  # fmt: skip
    path = written(tmp_path / "a.xlsm", parts, broken)
    assert calls(path, [("Dialogue.Sentence", ["no_book"])]) != [macrobook.SENTENCES["no_book"].vi]


def test_conditions_are_evaluated_as_windows_does() -> None:
    source = '#Const A = "x"\n#If A = "x" Then\none\n#If Mac Or Not VBA7 Then\ntwo\n#Else\nthree\n#End If\n#ElseIf A = "y" Then\nfour\n#End If\nfive\n'
    assert compiled(source).split() == ["one", "three", "five"]
