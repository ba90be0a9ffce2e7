"""The product's own Python environment on a PC: made, filled, asked what is in it."""

from __future__ import annotations

import compileall
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from xl_dialogue import __version__
from xl_dialogue.messages import (
    ENVIRONMENT_REFUSED,
    FILE_MISSING,
    PYTHON_FROM_STORE,
    DialogueError,
)
from xl_dialogue.share import shared

Installer = Callable[[Path, Path | None], None]
"""Environment to make; wheel, sdist, checkout or folder of wheels to fill it from."""

PACKAGES = ("xlwings", "pandas", "openpyxl", "lxml", "docxtpl", "jinja2", "holidays")
"""Those without which a job stops."""
_NAME = "xl-dialogue"
_SHARED = ("workbook", "templates")
_SECONDS = 900
_QUESTION = f"""
import importlib, importlib.metadata, importlib.util, json, sys
def version(name):
    try:
        importlib.import_module(name)
        return importlib.metadata.version(name)
    except Exception:
        return None
try:
    from xl_dialogue import __version__ as own
except Exception:
    own = None
print(json.dumps({{
    "python": ".".join(map(str, sys.version_info[:3])),
    "version": own,
    "packages": {{name: version(name) for name in {PACKAGES!r}}},
    "has_pywin32": importlib.util.find_spec("pythoncom") is not None,
}}))
"""


class Contents(NamedTuple):
    """What an interpreter says of itself."""

    python: str
    version: str | None
    """Of xl_dialogue; None where it cannot be imported."""
    packages: dict[str, str | None]
    has_pywin32: bool


def ask(interpreter: Path) -> Contents | None:
    """What is in the interpreter's environment; None when it does not run."""
    command = [str(interpreter), "-I", "-c", _QUESTION]
    try:
        answer = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
        return Contents(**json.loads(answer.stdout))
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return None


def runs(interpreter: Path, code: str) -> bool:
    """Whether the code ends well there."""
    try:
        command = [str(interpreter), "-I", "-c", code]
        return subprocess.run(command, capture_output=True, timeout=_SECONDS).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def install(environment: Path, source: Path | None) -> None:
    """Make the environment and fill it; without a source from the packages at work now.

    Errors: ``DialogueError``; nothing half made is left behind.
    """
    if source and not source.exists():
        raise DialogueError(FILE_MISSING, path=source)
    if "WindowsApps" in Path(sys.base_prefix).parts:
        raise DialogueError(PYTHON_FROM_STORE)
    packages = None if source else _closure()
    try:
        _make(environment, with_pip=packages is None)
        if packages is None:
            _python(environment, "-m", "pip", *_QUIET, *from_source(source))
        else:
            _copy(packages, environment)
    except (DialogueError, OSError):
        shutil.rmtree(environment, ignore_errors=True)
        raise


_QUIET = ("install", "--quiet", "--disable-pip-version-check", "--no-input")


def from_source(source: Path | None) -> list[str]:
    """The words by which pip installs the product; a folder of wheels needs no network."""
    if source is None:
        return [f"{_NAME}=={__version__}"]
    if source.is_dir() and not (source / "pyproject.toml").exists():
        return ["--no-index", "--find-links", str(source), f"{_NAME}=={__version__}"]
    return [str(source)]


def _make(environment: Path, *, with_pip: bool) -> None:
    words = ["-m", "venv", "--clear", *([] if with_pip else ["--without-pip"]), str(environment)]
    _run([sys.executable, *words])


def _python(environment: Path, *words: str) -> None:
    name = "python.exe" if sys.platform == "win32" else "python"
    _run([str(_programs(environment) / name), *words])


def _run(command: list[str]) -> None:
    try:
        ended = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DialogueError(ENVIRONMENT_REFUSED, detail=error) from error
    if ended.returncode:
        lines = [line for line in (ended.stderr + ended.stdout).splitlines() if line.strip()]
        raise DialogueError(ENVIRONMENT_REFUSED, detail=(lines or [""])[-1].strip())


# --- from the packages at work now: no network, no pip ---------------------------------------


def _closure() -> list[Distribution] | None:
    """The product and all it needs; None when they were not installed file by file.

    What is wanted on another platform only is not installed and so not found.
    """
    found: dict[str, Distribution] = {}
    names = [_NAME]
    while names:
        name = names.pop()
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        if package.files is None:
            return None
        if package.name not in found:
            found[package.name] = package
            names.extend(_needed(package))
    return list(found.values()) if found else None


def _needed(package: Distribution) -> Iterator[str]:
    for requirement in package.requires or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and not re.search(r";.*\bextra\b", requirement):
            yield name[0]


def _copy(packages: list[Distribution], environment: Path) -> None:
    library = Path(_path("purelib", environment))
    for package in packages:
        files = _own_files(package) if package.name == _NAME else _files(package)
        for source, place in files:
            target = library / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)  # with its time, by which Python knows what is compiled
    compileall.compile_dir(library, quiet=2)  # a button starts Python so that it compiles nothing
    _write_command(environment)


def _files(package: Distribution) -> Iterator[tuple[Path, str]]:
    """What lies in the library; programs stand outside and name their own interpreter."""
    for file in package.files or ():
        source = Path(str(package.locate_file(file)))
        if ".." not in file.parts and source.is_file():
            yield source, str(file)


def _own_files(package: Distribution) -> Iterator[tuple[Path, str]]:
    """Also where the product runs from a checkout."""
    for source, place in _files(package):
        if place.endswith(("METADATA", "LICENSE")):
            yield source, place
    code = Path(__file__).parents[2]
    yield from _tree(code, code.name)
    for folder in _SHARED:
        yield from _tree(shared(folder), f"{code.name}/share/{folder}")


def _tree(top: Path, place: str) -> Iterator[tuple[Path, str]]:
    for source in top.rglob("*"):
        if source.is_file() and "__pycache__" not in source.parts:
            yield source, f"{place}/{source.relative_to(top).as_posix()}"


def _write_command(environment: Path) -> None:
    """The command ``xl-dialogue``, which pip would have made."""
    programs = _programs(environment)
    if sys.platform == "win32":
        line = '@"%~dp0python.exe" -m xl_dialogue.cli %*\r\n'
        (programs / f"{_NAME}.cmd").write_text(line, encoding="ascii", newline="")
        return
    command = programs / _NAME
    line = '#!/bin/sh\nexec "$(dirname "$0")/python" -m xl_dialogue.cli "$@"\n'
    command.write_text(line, encoding="ascii")
    command.chmod(0o755)


def _programs(environment: Path) -> Path:
    return Path(_path("scripts", environment))


def _path(name: str, environment: Path) -> str:
    base = str(environment)
    return sysconfig.get_path(name, scheme="venv", vars={"base": base, "platbase": base})
