"""LibreOffice on a PC: where it is, and its extensions through its own program unopkg."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

from xl_dialogue.messages import EXTENSION_DAMAGED, EXTENSION_REFUSED, DialogueError
from xl_dialogue.office.pc.places import PC
from xl_dialogue.office.pc.programs import ProgramError, said
from xl_dialogue.opc import Package
from xl_dialogue.soffice import PROGRAMS, REGISTERED, outside_environments

_LISTED = re.compile(r"^Identifier: (.+)$\s+^\s+Version: (.+)$", re.MULTILINE)
_DECLARED = re.compile(rb"<(identifier|version)\s+value=\"([^\"]+)\"")
_SECONDS = 180


@dataclass(frozen=True)
class LibreOffice:
    """One installation."""

    program: Path
    """The folder of its programs."""
    shared: bool
    """Whether extensions go to everyone; LibreOffice wants that of root."""
    arguments: tuple[str, ...] = ()
    """More words for unopkg, such as another profile's place."""

    @property
    def unopkg(self) -> Path:
        console = self.program / "unopkg.com"  # on Windows the one that is waited for
        return console if console.exists() else self.program / "unopkg"

    @property
    def python(self) -> Path:
        """Its own Python, which buttons in Calc run in; on Linux often the system's."""
        beside = (self.program, self.program.parent / "Resources")
        own = (folder / name for folder in beside for name in ("python.exe", "python"))
        return next((path for path in own if path.exists()), Path("/usr/bin/python3"))


def installed(pc: PC, everyone: bool = False) -> LibreOffice | None:
    """The LibreOffice of this PC; None where there is none."""
    on_path = shutil.which("unopkg", path=pc.environment.get("PATH"))
    registered = pc.lookup(REGISTERED, "")
    places = (
        *([Path(str(registered))] if registered else []),
        *PROGRAMS,
        *([Path(on_path).resolve().parent] if on_path else []),
    )
    shared = everyone or pc.is_root
    found = (LibreOffice(place, shared) for place in places)
    return next((office for office in found if office.unopkg.exists()), None)


def identity(extension: Path) -> tuple[str, str]:
    """Identifier and version, as the extension's description has them.

    Errors: ``DialogueError`` when the file is no extension.
    """
    try:
        said = Package(extension.read_bytes()).read("description.xml")
        declared = dict(_DECLARED.findall(said))
        return declared[b"identifier"].decode(), declared[b"version"].decode()
    except (zipfile.BadZipFile, KeyError) as error:
        raise DialogueError(EXTENSION_DAMAGED, path=extension) from error


def deployed(office: LibreOffice) -> dict[str, str]:
    """Identifier -> version of every extension; the person's own before everyone's."""
    everyones = _unopkg(replace(office, shared=True), "list")
    own = "" if office.shared else _unopkg(office, "list")
    return dict(_LISTED.findall(everyones + own))


def add(office: LibreOffice, extension: Path) -> None:
    """Put the extension there, in place of an older one."""
    _unopkg(office, "add", "--force", "--suppress-license", str(extension))


def remove(office: LibreOffice, identifier: str) -> None:
    _unopkg(office, "remove", identifier)


def _unopkg(office: LibreOffice, job: str, *words: str) -> str:
    shared = ("--shared",) if office.shared else ()
    command = [str(office.unopkg), job, *shared, *words, *office.arguments]
    try:
        return said(command, _SECONDS, outside_environments(os.environ))
    except ProgramError as error:
        raise DialogueError(EXTENSION_REFUSED, detail=error.lines[0]) from error
