"""Where things lie on a PC, computed from its platform, environment and registry alone."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Generic, TypeVar

from xl_dialogue import __version__
from xl_dialogue.lookup import Lookup, windows_registry
from xl_dialogue.office.pc import settings
from xl_dialogue.share import PRODUCT
from xl_dialogue.vietnamese.text import folded

FOLDER = "Doi thoai"
"""Without marks: its path goes through programs that read the old code page only."""
_SHELL_FOLDERS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
_MAC_STARTUP = (
    "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
)
_BREAKS_PATHS, _BREAKS_NAMES = frozenset(';%"'), frozenset(";=")
"""xlwings parts paths at ``;``, expands ``%NAME%`` and hands a workbook on as ``name=value``; its
settings file quotes with ``"``."""
_P = TypeVar("_P", bound=PurePath, covariant=True)


@dataclass(frozen=True)
class PC:
    """What is known of the computer before anything is looked for on it."""

    platform: str
    """As ``sys.platform`` says it."""
    environment: Mapping[str, str]
    """On Windows with names in capitals, as ``os.environ`` has them there."""
    lookup: Lookup
    python: PurePath
    """The interpreter at work."""
    base: PurePath
    """The Python that it comes from."""
    user_dirs: str = ""
    """Content of ``~/.config/user-dirs.dirs`` where there is one."""
    is_root: bool = False

    @property
    def is_windows(self) -> bool:
        return self.platform == "win32"

    @property
    def at_work(self) -> Path:
        """The interpreter at work, on the computer at work."""
        return Path(str(self.python))

    @property
    def is_from_store(self) -> bool:
        """Windows hides the folders of such a Python from Excel."""
        return "WindowsApps" in self.base.parts

    @property
    def home(self) -> PurePath:
        """The person's own folder."""
        if self.is_windows:
            return PureWindowsPath(self.environment.get("USERPROFILE", "C:\\"))
        return PurePosixPath(self.environment.get("HOME", "/"))


@dataclass(frozen=True)
class Places(Generic[_P]):
    """The folders and files of the product on one PC."""

    product: _P
    """What no person need look into: the environment and the receipt."""
    documents: _P
    settings: _P
    """The xlwings.conf that Excel's button reads for this person."""
    startup: _P | None
    """Where Excel loads add-ins from and trusts them; None where there is no such place."""
    programs: str
    """The folder of the programs in a Python environment."""
    suffix: str
    is_common: bool
    """For everyone on the PC."""

    @property
    def folder(self) -> _P:
        """Where the workbook goes unless the person chooses another place."""
        return self.documents / FOLDER

    @property
    def environment(self) -> _P:
        """Named by version, so that the one at work stays whole until the next one stands."""
        return self.product / f"venv-{__version__}"

    @property
    def receipt(self) -> _P:
        return self.product / "receipt.json"

    @property
    def interpreter(self) -> _P:
        return self.environment / self.programs / f"python{self.suffix}"


def this_pc() -> PC:
    user_dirs = Path.home() / ".config" / "user-dirs.dirs"
    return PC(
        platform=sys.platform,
        environment=dict(os.environ),
        lookup=windows_registry,
        python=Path(sys.executable),
        base=Path(sys.base_prefix),
        user_dirs=user_dirs.read_text("utf-8", "replace") if user_dirs.is_file() else "",
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def places(pc: PC, *, everyone: bool = False) -> Places[PurePath]:
    """The places for this person, or for everyone who uses the PC."""
    return _on_windows(pc, everyone) if pc.is_windows else _on_posix(pc, everyone)


def places_here(pc: PC, *, everyone: bool = False) -> Places[Path]:
    """The same as paths of the computer at work."""
    pure = places(pc, everyone=everyone)
    return Places(
        product=Path(pure.product),
        documents=Path(pure.documents),
        settings=Path(pure.settings),
        startup=Path(pure.startup) if pure.startup else None,
        programs=pure.programs,
        suffix=pure.suffix,
        is_common=pure.is_common,
    )


def unsafe_in(path: PurePath) -> str:
    """The signs in a path, or in a workbook's name, that xlwings breaks on; blank if none."""
    is_workbook = path.suffix.lower() in (".xlsx", ".xlsm")
    text, signs = (path.name, _BREAKS_NAMES) if is_workbook else (str(path), _BREAKS_PATHS)
    return " ".join(sorted(signs & set(text)))


def excel_program(pc: PC) -> PurePath | None:
    """EXCEL.EXE as Windows finds it; None where there is no Excel."""
    for root in ("HKLM", "HKCU"):
        found = pc.lookup(rf"{root}\{_APP_PATHS}", "")
        if found:
            return PureWindowsPath(str(found).strip('"'))
    return None


def plain_user_name(name: str) -> str:
    """The name in ASCII; one with marks gets a few signs more, since Hà and Hạ are two persons."""
    if name.isascii():
        return name
    letters = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")
    return f"{letters}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"


def _on_windows(pc: PC, everyone: bool) -> Places[PurePath]:
    environment = pc.environment
    shared = PureWindowsPath(environment.get("PROGRAMDATA", r"C:\ProgramData")) / PRODUCT
    own = environment.get("LOCALAPPDATA", "")
    if everyone:
        product = shared
    elif own and own.isascii():
        product = PureWindowsPath(own) / PRODUCT
    else:
        name = plain_user_name(environment.get("USERNAME", "") or pc.home.name)
        product = shared.with_name(f"{PRODUCT}-{name}")  # beside: everyone's is closed to others
    return Places(
        product=product,
        documents=_windows_documents(pc, everyone),
        settings=pc.home / settings.files(pc.platform)[0],
        startup=_windows_startup(pc, everyone),
        programs="Scripts",
        suffix=".exe",
        is_common=everyone,
    )


def _windows_documents(pc: PC, everyone: bool) -> PureWindowsPath:
    """Documents, also where OneDrive has taken it over."""
    if everyone:
        public = pc.environment.get("PUBLIC", r"C:\Users\Public")
        return PureWindowsPath(public) / "Documents"
    personal = pc.lookup(_SHELL_FOLDERS, "Personal")
    if not personal:
        return PureWindowsPath(pc.home / "Documents")
    return PureWindowsPath(
        re.sub(
            r"%(\w+)%",
            lambda name: pc.environment.get(name[1].upper(), name[0]),
            str(personal),
        )
    )


def _windows_startup(pc: PC, everyone: bool) -> PureWindowsPath | None:
    """Both are among Excel's default trusted locations."""
    if everyone:
        excel = excel_program(pc)
        return PureWindowsPath(excel.parent / "XLSTART") if excel else None
    roaming = pc.environment.get("APPDATA", str(pc.home / "AppData" / "Roaming"))
    return PureWindowsPath(roaming) / "Microsoft" / "Excel" / "XLSTART"


def _on_posix(pc: PC, everyone: bool) -> Places[PurePath]:
    top = PurePosixPath("/usr/local") if everyone else pc.home / ".local"
    named = re.search(r'^XDG_DOCUMENTS_DIR="(.+)"$', pc.user_dirs, re.MULTILINE)
    documents = named[1].replace("$HOME", str(pc.home)) if named else pc.home / "Documents"
    return Places(
        product=top / "share" / PRODUCT,
        documents=PurePosixPath(documents),
        settings=pc.home / settings.files(pc.platform)[0],
        startup=pc.home / _MAC_STARTUP if pc.platform == "darwin" else None,
        programs="bin",
        suffix="",
        is_common=everyone,
    )
