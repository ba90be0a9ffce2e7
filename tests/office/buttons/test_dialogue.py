"""What LibreOffice loads, taken out of the extension, with stand-ins for LibreOffice's modules."""

from __future__ import annotations

import importlib.util
import site
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from xl_dialogue import macros
from xl_dialogue.engines import calc
from xl_dialogue.office.buttons.extension import SERVICE, extension
from xl_dialogue.opc import Package

OURS = "{}.{}".format(*sys.version_info)
FILES = {
    "win32": ".xlwings/xlwings.conf",
    "darwin": "Library/Containers/com.microsoft.Excel/Data/xlwings.conf",
    "linux": ".xlwings/xlwings.conf",
}
KEYS = {"win32": "INTERPRETER_WIN", "darwin": "INTERPRETER_MAC", "linux": "INTERPRETER"}


@pytest.fixture
def dialogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The component, loaded as LibreOffice does: the folder ``pythonpath`` beside it is searched.

    The person's home is the folder ``home``.
    """
    package = Package(extension())
    for name in package.names:
        path = tmp_path / "extension" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(package.read(name))
    stand_in(monkeypatch, "uno")
    stand_in(monkeypatch, "unohelper", Base=type("Base", (), {}), ImplementationHelper=Helper)
    stand_in(monkeypatch, "com.sun.star.task", XJobExecutor=type("XJobExecutor", (), {}))
    monkeypatch.delitem(sys.modules, "xl_dialogue_settings", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path / "extension" / "pythonpath"))
    spec = importlib.util.spec_from_file_location(
        "uno_component", tmp_path / "extension" / "dialogue.py"
    )
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    return loaded


class Helper:
    """Notes what a component offers."""

    def __init__(self) -> None:
        self.offered: list[tuple[object, ...]] = []

    def addImplementation(self, *said: object) -> None:  # noqa: N802 - LibreOffice's own name
        self.offered.append(said)


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str, **members: object) -> None:
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        monkeypatch.setitem(sys.modules, ".".join(parts[:end]), ModuleType(parts[end - 1]))
    vars(sys.modules[name]).update(members)


def draw(path: Path, content: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_the_buttons_call_the_service_that_is_offered(dialogue: Any) -> None:
    assert dialogue.SERVICE == SERVICE
    assert dialogue.g_ImplementationHelper.offered == [(dialogue.Click, SERVICE, (SERVICE,))]


# --- the interpreter ------------------------------------------------------------------------


@pytest.mark.parametrize("platform", FILES)
def test_the_interpreter_is_the_one_that_setup_wrote_down(
    platform: str, dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    python = draw(tmp_path / "venv" / "python")
    pair = f'"{KEYS[platform]}","{python}"\n'
    draw(tmp_path / "home" / FILES[platform], f'"LICENSE_KEY","k"\n{pair}"INTERPRETER","/other"\n')
    assert dialogue.interpreter() == python


def test_on_a_mac_the_usual_place_counts_where_excels_own_says_nothing(
    dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    python = draw(tmp_path / "venv" / "python")
    draw(tmp_path / "home" / FILES["linux"], f'"INTERPRETER_MAC","{python}"\n')
    assert dialogue.interpreter() == python
    draw(tmp_path / "home" / FILES["darwin"], '"INTERPRETER_MAC","/gone/python"\n')
    assert dialogue.interpreter() == python


@pytest.mark.parametrize("platform", FILES)
@pytest.mark.parametrize("said", [None, "", '"INTERPRETER","/gone/python"\n'])
def test_without_an_interpreter_the_person_is_told_where_it_should_stand(
    said: str | None, platform: str, dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    file = tmp_path / "home" / FILES[platform]
    if said is not None:
        draw(file, said)
    with pytest.raises(dialogue.NotReadyError) as refused:
        dialogue.interpreter()
    assert str(file) in str(refused.value)


# --- its packages ---------------------------------------------------------------------------

VENVS = {
    "win32": ("Scripts/python.exe", "Lib/site-packages"),
    "darwin": ("bin/python", f"lib/python{OURS}/site-packages"),
    "linux": ("bin/python", f"lib/python{OURS}/site-packages"),
}
PLAIN = VENVS | {"win32": ("python.exe", "Lib/site-packages")}


def laid_out(top: Path, layout: tuple[str, str], cfg: str | None) -> Path:
    program, packages = layout
    (top / packages).mkdir(parents=True)
    if cfg is not None:
        draw(top / "pyvenv.cfg", cfg)
    return draw(top / program)


@pytest.mark.parametrize("platform", VENVS)
@pytest.mark.parametrize("name", ["version", "version_info"])
def test_an_environment_of_libreoffices_version_lends_its_packages(
    name: str, platform: str, dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    cfg = f"home = /usr/bin\n{name} = {OURS}.1\n"
    python = laid_out(tmp_path / "venv", VENVS[platform], cfg)
    assert dialogue.packages(python) == tmp_path / "venv" / VENVS[platform][1]


@pytest.mark.parametrize("platform", VENVS)
@pytest.mark.parametrize("cfg", ["home = /usr/bin\nversion = 3.1.4\n", "home = /usr/bin\n"])
def test_an_environment_of_another_version_is_refused_with_a_sentence(
    cfg: str, platform: str, dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    python = laid_out(tmp_path / "venv", VENVS[platform], cfg)
    with pytest.raises(dialogue.NotReadyError) as refused:
        dialogue.packages(python)
    assert f"Python {OURS}" in str(refused.value)
    assert str(python) in str(refused.value)


@pytest.mark.parametrize("platform", PLAIN)
def test_a_plain_installation_lends_its_packages_too(
    platform: str, dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    python = laid_out(tmp_path / "python", PLAIN[platform], None)
    draw(tmp_path / "python" / "python{}{}.dll".format(*sys.version_info))
    assert dialogue.packages(python) == tmp_path / "python" / PLAIN[platform][1]


@pytest.mark.parametrize("platform", PLAIN)
def test_a_plain_installation_of_another_version_is_refused(
    platform: str, dialogue: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    program, packages = PLAIN[platform]
    python = laid_out(tmp_path / "python", (program, packages.replace(OURS, "3.1")), None)
    draw(tmp_path / "python" / "python31.dll")
    with pytest.raises(dialogue.NotReadyError):
        dialogue.packages(python)


# --- a click --------------------------------------------------------------------------------


def test_packages_are_looked_for_once_only(dialogue: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: list[tuple[str, object]] = []
    book = object()
    app = SimpleNamespace(books=SimpleNamespace(active=book))
    monkeypatch.setattr(calc, "inside", lambda _: app)
    monkeypatch.setattr(macros, "press", lambda *said: pressed.append(said))
    monkeypatch.setattr(site, "addsitedir", lambda _: pytest.fail("they are there already"))
    dialogue.Click(None)._press("validate")
    assert pressed == [("validate", book)]
