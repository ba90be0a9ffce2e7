"""PCs drawn for the tests: their environment and registry are dicts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

import openpyxl

from xl_dialogue import __version__, messages
from xl_dialogue.messages import Said
from xl_dialogue.office.buttons.macrobook import SENTENCES_SHEET, VERSION
from xl_dialogue.office.pc import environment
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import PC, places_here
from xl_dialogue.office.pc.removal import remove
from xl_dialogue.office.pc.setup import SetupRequest, setup
from xl_dialogue.opc import deflated, packed

IDENTIFIER = "vn.example.dialogue"


def registry(values: Mapping[str, object]) -> Callable[[str, str], object]:
    """``HKCU\\Key|Name`` -> value, whatever the capitals, as Windows has it."""
    folded = {name.lower(): value for name, value in values.items()}
    return lambda key, name: folded.get(f"{key}|{name}".lower())


def windows(user: str = "an", said: Mapping[str, object] | None = None, **environment: str) -> PC:
    home = rf"C:\Users\{user}"
    usual = {
        "USERPROFILE": home,
        "LOCALAPPDATA": rf"{home}\AppData\Local",
        "APPDATA": rf"{home}\AppData\Roaming",
        "PROGRAMDATA": r"C:\ProgramData",
        "PUBLIC": r"C:\Users\Public",
        "USERNAME": user,
        "USERDOMAIN": "UBND",
    }
    python = PureWindowsPath(r"C:\Python311\python.exe")
    return PC("win32", usual | environment, registry(said or {}), python, python.parent)


def linux(home: PurePath, **environment: str) -> PC:
    usual = {"HOME": str(home), "PATH": os.environ["PATH"]}
    python = Path(sys.executable)
    return PC("linux", usual | environment, registry({}), python, Path(sys.base_prefix))


def oxt(version: str = __version__) -> bytes:
    """The smallest extension that LibreOffice takes."""
    parts = {
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest"/>',
        "description.xml": '<description xmlns="http://openoffice.org/extensions/description/2006">'
        f'<identifier value="{IDENTIFIER}"/><version value="{version}"/></description>',
    }
    return packed(deflated(name, text.encode()) for name, text in parts.items())


def marked_workbook(path: Path, version: str = __version__) -> None:
    """A workbook that says its version where ours do."""
    book = openpyxl.Workbook()
    page = book.create_sheet(SENTENCES_SHEET)
    page.sheet_state = "veryHidden"
    page.append([VERSION, version])
    book.save(path)


def tree(top: Path) -> dict[str, bytes | None]:
    """Every folder (None) and file below; LibreOffice's own empty .config left out."""
    return {
        str(path.relative_to(top)): path.read_bytes() if path.is_file() else None
        for path in sorted(top.rglob("*"))
        if path.relative_to(top).parts[0] != ".config"
    }


def nobody(_: PC, _everyone: bool) -> LibreOffice | None:
    """A PC without LibreOffice."""
    return None


def drawn(top: Path, contents: dict[str, str]) -> Iterator[Path]:
    for name, content in contents.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        yield path


class Desk:
    """One person's home on a PC, and what the program has said."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.pc = linux(home)
        self.folder = home / "Documents" / "Doi thoai"
        self.conf = home / ".xlwings" / "xlwings.conf"
        self.office: LibreOffice | None = None
        self.install: environment.Installer = self.pretend
        self.lines: list[Said] = []

    @property
    def python(self) -> Path:
        return places_here(self.pc).interpreter

    def find(self, _: PC, _everyone: bool) -> LibreOffice | None:
        return self.office

    def pretend(self, _: Path, interpreter: Path, _source: Path | None) -> None:
        """An environment that costs nothing: a program that gives a sound Python's answer."""
        packages = dict.fromkeys(environment.packages(), "1")
        contents = environment.Contents("3.11.0", __version__, packages, has_pywin32=False)
        interpreter.parent.mkdir(parents=True)
        interpreter.write_text(f"#!/bin/sh\necho '{json.dumps(contents._asdict())}'\n")
        interpreter.chmod(0o755)

    def setup(self, **asked: Any) -> bool:
        self.lines = []
        request = SetupRequest(**asked)
        return setup(
            request, self.lines.append, pc=self.pc, install=self.install, find_office=self.find
        )

    def remove(self, **asked: Any) -> bool:
        self.lines = []
        request = SetupRequest(**asked)
        return remove(request, self.lines.append, pc=self.pc, find_office=self.find)

    def said(self, text: messages.Text) -> int:
        """How many lines begin with this sentence."""
        return sum(line.text is text for line in self.lines)

    def why(self) -> str:
        return "\n".join(line.say("en") for line in self.lines)
