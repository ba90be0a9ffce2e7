"""LibreOffice as a program of this PC: where it lies and what it may see of ours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from xl_dialogue.lookup import Lookup, windows_registry

REGISTERED = r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath"
"""The key whose default value names the folder of its programs on Windows."""
PROGRAMS = (
    Path("/usr/lib/libreoffice/program"),
    Path("/opt/libreoffice/program"),
    Path("/Applications/LibreOffice.app/Contents/MacOS"),
    Path("C:/Program Files/LibreOffice/program"),
)
"""Where LibreOffice's programs usually are; ``uno.py`` lies with them, on a Mac beside them."""
_NAMES = ("soffice.com", "soffice.exe", "soffice")
"""On Windows the one first that is waited for."""


def soffice(
    environment: Mapping[str, str] = os.environ, lookup: Lookup = windows_registry
) -> Path | None:
    """The program that starts LibreOffice; None where there is none."""
    path = environment.get("PATH", "")
    on_path = shutil.which("soffice", path=path) or shutil.which("libreoffice", path=path)
    if on_path and not on_path.lower().endswith(".exe"):
        return Path(on_path)
    registered = lookup(REGISTERED, "")
    folders = (*([Path(str(registered))] if registered else []), *PROGRAMS)
    places = (folder / name for folder in folders for name in _NAMES)
    beside = [Path(on_path).with_suffix(".com"), Path(on_path)] if on_path else []
    return next((place for place in (*beside, *places) if place.exists()), None)


def outside_environments(given: Mapping[str, str]) -> dict[str, str]:
    """The variables without any virtual environment of Python on the path.

    LibreOffice's own Python takes the first one there for its home, and breaks down.
    """
    entries = given.get("PATH", "").split(os.pathsep)
    kept = [entry for entry in entries if not (Path(entry).parent / "pyvenv.cfg").exists()]
    return {**given, "PATH": os.pathsep.join(kept)}
