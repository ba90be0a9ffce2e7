"""Macro workbooks: VBA and ribbon put into a package, and the add-in, all from the same text.

Source: MS-OFFMACRO2 (the VBA project's part), MS-CUSTOMUI (the ribbon's part).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from xl_dialogue import __version__, messages
from xl_dialogue.office.buttons.ribbon import ribbon
from xl_dialogue.office.buttons.vbaproject import Module, vba_project
from xl_dialogue.office.parts import RELATIONS, TYPES, Parts, package_of, settled, with_line
from xl_dialogue.share import ADDIN

Host = Literal["workbook", "addin"]

SENTENCES_SHEET = "_ui"
VERSION = "version"
"""What stands there before the version of the release."""
SENTENCES = {
    "title": messages.CLICK_TITLE,
    "busy": messages.CLICK_BUSY,
    "protected": messages.CLICK_PROTECTED,
    "no_book": messages.CLICK_NO_BOOK,
    "bad_button": messages.CLICK_BAD_BUTTON,
    "bad_name": messages.CLICK_BAD_NAME,
    "no_setup": messages.CLICK_NO_SETUP,
    "no_python": messages.CLICK_NO_PYTHON,
    "foreign": messages.CLICK_FOREIGN,
    "failed": messages.CLICK_FAILED,
}
"""Code in VBA -> what it says; their marks are filled in there."""

_SOURCES = Path(__file__).parent / "vba"
_PROJECT, _RIBBON = "xl/vbaProject.bin", "customUI/customUI.xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_CONTENT_TYPES = {
    "workbook": b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "addin": b"application/vnd.ms-excel.addin.macroEnabled.main+xml",
}
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
_CODE_NAME = re.compile(rb'<sheetPr[^>]* codeName="(\w+)"')
_XLWINGS = {"workbook": "xlwings.bas", "addin": "xlwings_custom_addin.bas"}
_ADDINS_OWN_CONFIGURATION = 'PROJECT_NAME As String = "myaddin"'


def with_macros(parts: Parts, host: Host) -> Parts:
    """The package with its VBA project and ribbon, marked for what it is.

    A sheet without a code name has no module: every sheet must bring one.
    """
    project = vba_project(list(modules(parts, host)))
    override = (
        f'<Override PartName="/{_PROJECT}" ContentType="application/vnd.ms-office.vbaProject"/>'
    )
    types = parts[TYPES].replace(_PLAIN, _CONTENT_TYPES[host])
    book = "xl/_rels/workbook.xml.rels"
    return parts | {
        TYPES: with_line(types, override),
        RELATIONS: with_line(parts[RELATIONS], _relation("ui/extensibility", _RIBBON)),
        book: with_line(parts[book], _relation("vbaProject", "vbaProject.bin")),
        _PROJECT: project,
        _RIBBON: ribbon(),
    }


def _relation(kind: str, target: str) -> str:
    identity = "rId" + kind.partition("/")[0].capitalize()
    return f'<Relationship Id="{identity}" Type="{_MICROSOFT}/{kind}" Target="{target}"/>'


# --- the modules ----------------------------------------------------------------------------


def modules(parts: Parts, host: Host) -> Iterator[Module]:
    """One module for each sheet, our own, and xlwings' from the installed package."""
    yield Module("ThisWorkbook", _own("ThisWorkbook.cls"), "workbook")
    for name, content in parts.items():
        found = _CODE_NAME.search(content) if name.startswith("xl/worksheets/sheet") else None
        if found:
            yield Module(found[1].decode(), "Option Explicit\n", "sheet")
    yield Module("Dialogue", _own("Dialogue.bas"))
    yield Module("Host", _own("Host.bas"))
    yield Module("Watcher", _own("Watcher.cls"), "class")
    yield Module("xlwings", _xlwings(host))
    yield Module("Dictionary", _installed("addin/Dictionary.cls"), "class")


def _own(name: str) -> str:
    return (_SOURCES / name).read_text(encoding="ascii")


def _xlwings(host: Host) -> str:
    """xlwings' module; the add-in's reads the same user's file as the workbook's.

    Errors: ``ValueError`` when the installed xlwings names its configuration otherwise.
    """
    source = _installed(_XLWINGS[host])
    if host == "workbook":
        return source
    if source.count(_ADDINS_OWN_CONFIGURATION) != 1:
        raise ValueError("the installed xlwings names its add-in's configuration otherwise")
    return source.replace(_ADDINS_OWN_CONFIGURATION, 'PROJECT_NAME As String = "xlwings"')


def _installed(name: str) -> str:
    """A module of the installed xlwings, which is not imported for it: that would take long."""
    found = find_spec("xlwings")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / name).read_text(encoding="ascii")


# --- sheets ---------------------------------------------------------------------------------


def add_sentences(made: Workbook) -> None:
    """The sheet of what VBA itself says, which nobody sees; last, so that no place changes."""
    page: Worksheet = made.create_sheet(SENTENCES_SHEET)
    page.sheet_properties.codeName = "shUi"
    page.sheet_state = "veryHidden"
    for code, text in SENTENCES.items():
        page.append([code, text.vi])
    page.append([VERSION, __version__])


def addin() -> bytes:
    """The add-in: the same buttons for any open plan, whatever its file is called."""
    made = Workbook()
    made.code_name = "ThisWorkbook"
    made.views[0].visibility = "hidden"
    made.worksheets[0].title = Path(ADDIN).stem
    made.worksheets[0].sheet_properties.codeName = "shBlank"
    add_sentences(made)
    draft = io.BytesIO()
    made.save(draft)
    return package_of(with_macros(settled(draft.getvalue()), "addin"))
