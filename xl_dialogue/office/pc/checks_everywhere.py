"""What the doctor looks at on every PC."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.office.pc.checkup import Case, Look, attention, check, fine, unknown, wrong
from xl_dialogue.office.pc.environment import Contents
from xl_dialogue.office.pc.places import PC, unsafe_in
from xl_dialogue.office.pc.programs import ProgramError, said
from xl_dialogue.share import TEMPLATES, WORKBOOK, shared

_FONTS = ("Times New Roman", "Liberation Serif", "Tinos")
"""Times and those whose letters are as wide."""
_FONT_LIST = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_MAC_FONT = "/System/Library/Fonts/Supplemental/Times New Roman.ttf"
_SECONDS = 60


@check("python")
def python(case: Case) -> Iterator[Look]:
    if case.own:
        yield fine(messages.LOOK_PYTHON, version=case.own.python, path=case.pc.python)
    if case.pc.is_from_store:
        yield wrong(messages.PYTHON_FROM_STORE, messages.RUN_SETUP)


@check("packages")
def packages(case: Case) -> Iterator[Look]:
    """Of the Python that buttons start, else of the one at work."""
    contents = case.contents or case.own
    if contents is None or not contents.packages:
        return
    missing = [name for name, version in contents.packages.items() if version is None]
    if missing:
        yield wrong(messages.LOOK_PACKAGES_MISSING, messages.RUN_SETUP, packages=", ".join(missing))
    else:
        there = ", ".join(f"{name} {version}" for name, version in contents.packages.items())
        yield fine(messages.LOOK_PACKAGES, packages=there)


@check("interpreter")
def interpreter(case: Case) -> Iterator[Look]:
    """Excel's and Calc's buttons start what xlwings.conf names."""
    path = case.interpreter
    if path is None:
        setup = messages.RUN_SETUP
        yield attention(messages.LOOK_NOT_SET_UP, setup, path=case.places.settings)
    elif not path.exists():
        yield wrong(messages.LOOK_INTERPRETER_GONE, messages.RUN_SETUP, path=path)
    else:
        yield _version_of(path, case.contents)


def _version_of(path: Path, contents: Contents | None) -> Look:
    if contents is None or contents.version is None:
        return wrong(messages.LOOK_INTERPRETER_EMPTY, messages.RUN_SETUP, path=path)
    if contents.version != __version__:
        facts = {"path": path, "found": contents.version, "version": __version__}
        return wrong(messages.LOOK_INTERPRETER_OTHER, messages.RUN_SETUP, **facts)
    return fine(messages.LOOK_INTERPRETER, path=path, version=contents.version)


@check("folder-code")
def folder_code(case: Case) -> Iterator[Look]:
    """xlwings would import modules from beside the workbook unless told not to."""
    if case.interpreter is None:
        return
    if case.settings.get("ADD_WORKBOOK_TO_PYTHONPATH", "").lower() != "false":
        yield wrong(messages.LOOK_FOLDER_CODE, messages.RUN_SETUP)
    else:
        yield fine(messages.LOOK_NO_FOLDER_CODE)


@check("paths")
def paths(case: Case) -> Iterator[Look]:
    """VBA reads the settings in the old code page; xlwings cuts its arguments at signs."""
    found = [*_with_signs(case), *_with_marks(case)]
    yield from found or [fine(messages.LOOK_PATHS)]


def _with_signs(case: Case) -> Iterator[Look]:
    plans = sorted(case.folder.glob("*.xls[mx]"))
    for path in (case.folder, case.interpreter or case.places.interpreter, *plans):
        if signs := unsafe_in(path):
            facts = {"path": path, "signs": signs}
            yield wrong(messages.LOOK_PATH_SIGNS, messages.LOOK_PATH_SIGNS_ADVICE, **facts)


def _with_marks(case: Case) -> Iterator[Look]:
    for path in (case.places.settings, case.interpreter):
        if case.pc.is_windows and path and not str(path).isascii():
            yield attention(messages.LOOK_PATH_MARKS, messages.LOOK_PATH_MARKS_ADVICE, path=path)


@check("folder")
def folder(case: Case) -> Iterator[Look]:
    """Asked by writing: what the system says of rights is not to be relied on."""
    if not case.folder.is_dir():
        return
    try:
        with tempfile.TemporaryFile(dir=case.folder):
            pass
    except OSError as error:
        facts = {"path": case.folder, "detail": error}
        yield wrong(messages.LOOK_FOLDER_REFUSED, messages.LOOK_FOLDER_ADVICE, **facts)
    else:
        yield fine(messages.LOOK_FOLDER, path=case.folder)


@check("workbook")
def workbook(case: Case) -> Iterator[Look]:
    if not case.made.folder:
        return
    path = case.folder / WORKBOOK
    if not path.exists():
        advice = messages.LOOK_WORKBOOK_MISSING_ADVICE
        yield attention(messages.LOOK_WORKBOOK_MISSING, advice, path=path)
        return
    found = version_in(path)
    if found is None:
        yield unknown(messages.LOOK_WORKBOOK_UNMARKED, path=path)
    elif found != __version__:
        yield attention(
            messages.LOOK_WORKBOOK_OTHER, messages.LOOK_WORKBOOK_OTHER_ADVICE,
            path=path, found=found, version=__version__,
        )  # fmt: skip
    else:
        yield fine(messages.LOOK_WORKBOOK, path=path, version=found)


def version_in(path: Path) -> str | None:
    """The version on the hidden sheet of a workbook or add-in; None where it does not say."""
    from openpyxl import load_workbook

    from xl_dialogue.office.buttons.macrobook import SENTENCES_SHEET, VERSION

    try:
        book = load_workbook(path, read_only=True)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None
    try:
        page = book[SENTENCES_SHEET]
        rows = page.iter_rows(max_col=2, values_only=True)
        return next((str(value) for name, value in rows if name == VERSION), None)
    except KeyError:
        return None
    finally:
        book.close()


@check("templates")
def templates(case: Case) -> Iterator[Look]:
    """The person's own where there are some, measured by the tags of those that are shipped."""
    pairs = {
        path: case.folder / TEMPLATES / path.name
        for path in sorted(shared(TEMPLATES).glob("*.docx"))
    }
    found = [look for known, own in pairs.items() for look in _faults(known, own)]
    yield from found or [fine(messages.LOOK_TEMPLATES, count=len(pairs))]


def _faults(known: Path, own: Path) -> Iterator[Look]:
    """A tag that the shipped template does not use may still be one of the product's."""
    from xl_dialogue.press.faults import faults
    from xl_dialogue.press.template import Template, names

    path, advice = own if own.exists() else known, messages.LOOK_TEMPLATE_ADVICE
    doubtful = (messages.TAG_NAME_UNKNOWN, messages.TAG_NAME_LIKELY)
    try:
        for fault in faults(path, names(Template(known))):
            grave = attention if fault.reason in doubtful else wrong
            yield grave(messages.LOOK_TEMPLATE_FAULT, advice, fault=fault)
    except DialogueError as error:
        yield wrong(messages.LOOK_TEMPLATE_FAULT, advice, fault=error)


@check("font")
def font(case: Case) -> Iterator[Look]:
    found = font_of(case.pc)
    if found:
        yield fine(messages.LOOK_FONT, name=found)
    else:
        yield attention(messages.LOOK_FONT_MISSING, messages.LOOK_FONT_ADVICE)


def font_of(pc: PC) -> str | None:
    """The first of the fonts that documents may be set in."""
    if pc.is_windows:
        there = pc.lookup(_FONT_LIST, f"{_FONTS[0]} (TrueType)")
        return _FONTS[0] if there else None
    if pc.platform == "darwin" and Path(_MAC_FONT).exists():
        return _FONTS[0]
    listing = shutil.which("fc-list", path=pc.environment.get("PATH"))
    if listing is None:
        return None
    try:
        families = said([listing, ":", "family"], _SECONDS)
    except ProgramError:
        return None
    return next((name for name in _FONTS if name in families), None)
