"""The product's own Python environment on a PC: made, filled, asked what is in it."""

from __future__ import annotations

import compileall
import json
import re
import shutil
import sys
import sysconfig
from collections.abc import Callable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from xl_dialogue import __version__
from xl_dialogue.messages import ENVIRONMENT_REFUSED, FILE_MISSING, DialogueError
from xl_dialogue.office.pc.programs import ProgramError, said
from xl_dialogue.share import PRODUCT, TEMPLATES, shared

Installer = Callable[[Path, Path, Path | None], None]
"""Environment to make; its interpreter; wheel, sdist, checkout or folder of wheels to fill it
from."""

_QUESTION = """
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
print(json.dumps({
    "python": ".".join(map(str, sys.version_info[:3])),
    "version": own,
    "packages": {name: version(name) for name in sys.argv[1:]},
    "has_pywin32": importlib.util.find_spec("pythoncom") is not None,
}))
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
    try:
        answer = said([str(interpreter), "-I", "-c", _QUESTION, *packages()])
        return Contents(**json.loads(answer))
    except (ProgramError, ValueError, TypeError):
        return None


def packages() -> list[str]:
    """Those without which a job stops; none are known where the product is not installed."""
    try:
        return list(_needed(distribution(PRODUCT)))
    except PackageNotFoundError:
        return []


def runs(interpreter: Path, code: str) -> bool:
    """Whether the code ends well there."""
    try:
        said([str(interpreter), "-I", "-c", code])
    except ProgramError:
        return False
    return True


def install(environment: Path, interpreter: Path, source: Path | None) -> None:
    """Make the environment and fill it; without a source from the packages at work now.

    Errors: ``DialogueError``; nothing half made is left behind.
    """
    if source and not source.exists():
        raise DialogueError(FILE_MISSING, path=source)
    found = None if source else _closure()
    try:
        _make(environment, with_pip=found is None)
        if found is None:
            _run([str(interpreter), "-m", "pip", *_QUIET, *from_source(source)])
        else:
            _copy(found, environment)
            _write_command(interpreter.parent)
    except (DialogueError, OSError):
        shutil.rmtree(environment, ignore_errors=True)
        raise


_QUIET = ("install", "--quiet", "--disable-pip-version-check", "--no-input")


def from_source(source: Path | None) -> list[str]:
    """The words by which pip installs the product; a folder of wheels needs no network."""
    if source is None:
        return [f"{PRODUCT}=={__version__}"]
    if source.is_dir() and not (source / "pyproject.toml").exists():
        return ["--no-index", "--find-links", str(source), f"{PRODUCT}=={__version__}"]
    return [str(source)]


def _make(environment: Path, *, with_pip: bool) -> None:
    words = ["-m", "venv", "--clear", *([] if with_pip else ["--without-pip"]), str(environment)]
    _run([sys.executable, *words])


def _run(command: list[str]) -> None:
    try:
        said(command)
    except ProgramError as error:
        raise DialogueError(ENVIRONMENT_REFUSED, detail=error.lines[-1]) from error


# --- from the packages at work now: no network, no pip ---------------------------------------


def _closure() -> list[Distribution] | None:
    """The product and all it needs; None when it cannot be copied whole.

    That is so where a package is missing or was not installed file by file. What is wanted on
    another platform only is not installed and so not found.
    """
    found: dict[str, Distribution] = {}
    names, direct = [PRODUCT], packages()
    while names:
        name = names.pop()
        try:
            package = distribution(name)
        except PackageNotFoundError:
            if name in direct:
                return None
            continue
        if package.files is None:
            return None
        if package.name not in found:
            found[package.name] = package
            names.extend(_needed(package))
    return list(found.values()) if found else None


def _needed(package: Distribution) -> Iterator[str]:
    """Names alone: a parser of requirements would be one more package to bring."""
    for requirement in package.requires or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and not re.search(r";.*\bextra\b", requirement):
            yield name[0]


def _copy(found: list[Distribution], environment: Path) -> None:
    base = str(environment)
    library = Path(sysconfig.get_path("purelib", "venv", {"base": base, "platbase": base}))
    for package in found:
        files = _own_files(package) if package.name == PRODUCT else _files(package)
        for source, place in files:
            target = library / place
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)  # with its time, by which Python knows what is compiled
    compileall.compile_dir(library, quiet=2)  # a button starts Python so that it compiles nothing


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
    for folder in ("workbook", TEMPLATES):
        yield from _tree(shared(folder), f"{code.name}/share/{folder}")


def _tree(top: Path, place: str) -> Iterator[tuple[Path, str]]:
    for source in top.rglob("*"):
        if source.is_file() and "__pycache__" not in source.parts:
            yield source, f"{place}/{source.relative_to(top).as_posix()}"


def _write_command(programs: Path) -> None:
    """The command ``xl-dialogue``, which pip would have made."""
    if sys.platform == "win32":
        line = '@"%~dp0python.exe" -m xl_dialogue.cli %*\r\n'
        (programs / f"{PRODUCT}.cmd").write_text(line, encoding="ascii", newline="")
        return
    command = programs / PRODUCT
    line = '#!/bin/sh\nexec "$(dirname "$0")/python" -m xl_dialogue.cli "$@"\n'
    command.write_text(line, encoding="ascii")
    command.chmod(0o755)
