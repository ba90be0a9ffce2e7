"""Calc's extension: the ribbon's buttons as a menu and a toolbar, made from the same registry.

Source: LibreOffice Developer's Guide, Extensions and Add-ons; XJobExecutor behind ``service:``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from xl_dialogue import __version__, messages
from xl_dialogue.jobs import jobs_of
from xl_dialogue.office.pc import settings
from xl_dialogue.opc import deflated, packed
from xl_dialogue.registry import GROUPS, Button, Group, buttons, menu

IDENTIFIER = "vn.xl_dialogue"
SERVICE = f"{IDENTIFIER}.Click"
TOOLBAR = f"{IDENTIFIER}.toolbar"
_OOR = "http://openoffice.org/2001/registry"
_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_SCRIPT = Path(__file__).parent / "oxt" / "dialogue.py"
_SETTINGS = "pythonpath/xl_dialogue_settings.py"
"""LibreOffice looks for modules in a folder of that name beside a component."""
_TEXTS = {
    "title": messages.RIBBON_TAB,
    "not_set_up": messages.CALC_NOT_SET_UP,
    "other_python": messages.CALC_OTHER_PYTHON,
    "broken": messages.CALC_BUTTON_BROKEN,
}
_PARTS = {
    "Addons.xcu": "application/vnd.sun.star.configuration-data",
    "CalcWindowState.xcu": "application/vnd.sun.star.configuration-data",
    "dialogue.py": "application/vnd.sun.star.uno-component;type=Python",
}


def extension() -> bytes:
    """The .oxt file: the same bytes at every build."""
    parts = {
        "META-INF/manifest.xml": _manifest(),
        "description.xml": _description(),
        "Addons.xcu": _addons(),
        "CalcWindowState.xcu": _window(),
        "dialogue.py": _SCRIPT.read_bytes(),
        _SETTINGS: Path(settings.__file__).read_bytes(),
        "texts.json": _texts(),
    }
    return packed(deflated(name, content) for name, content in parts.items())


def _texts() -> bytes:
    said = {name: text.vi for name, text in _TEXTS.items()}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


# --- the menu and the toolbar ---------------------------------------------------------------


def _addons() -> bytes:
    root, ui = _component("Addons", "org.openoffice.Office", "AddonUI")
    shown = _node(_node(ui, "OfficeMenuBar"), f"{IDENTIFIER}.menu", replace=True)
    _prop(shown, "Title", messages.RIBBON_TAB.vi)
    _prop(shown, "Context", _CALC)
    under = _node(shown, "Submenu")
    for number, group in enumerate(GROUPS):
        _add_group(under, number, group)
    bar = _node(_node(ui, "OfficeToolBar"), TOOLBAR, replace=True)
    for number, button in enumerate(_on_toolbar()):
        if button is None:
            _prop(_node(bar, f"b{number:02d}", replace=True), "URL", "private:separator")
        else:
            _add_button(bar, number, button)
    return _written(root)


def _add_group(under: ET.Element, number: int, group: Group) -> None:
    """A group of the ribbon is a submenu; every kind of document stands in it once."""
    shown = _node(under, f"g{number}", replace=True)
    _prop(shown, "Title", group.label.vi)
    _prop(shown, "Context", _CALC)
    listed = _node(shown, "Submenu")
    jobs = jobs_of(group)
    items = [each for job in jobs for each in (list(menu(job)) or buttons(job))]
    for place, button in enumerate(items):
        _add_button(listed, place, button)


def _on_toolbar() -> Iterator[Button | None]:
    """The ribbon's buttons, ``None`` between two groups."""
    for number, group in enumerate(GROUPS):
        if number:
            yield None
        yield from (each for job in jobs_of(group) for each in buttons(job))


def _add_button(parent: ET.Element, number: int, button: Button) -> None:
    shown = _node(parent, f"b{number:02d}", replace=True)
    _prop(shown, "URL", f"service:{SERVICE}?{button.id}")
    _prop(shown, "Title", button.label.vi)
    _prop(shown, "Target", "_self")
    _prop(shown, "Context", _CALC)


def _window() -> bytes:
    """The toolbar is there, docked below the others, and shows words."""
    root, ui = _component("CalcWindowState", "org.openoffice.Office.UI", "UIElements")
    name = f"private:resource/toolbar/addon_{TOOLBAR}"
    state = _node(_node(ui, "States"), name, replace=True)
    _prop(state, "UIName", messages.RIBBON_TAB.vi)
    settings = {
        "Visible": "true",
        "Docked": "true",
        "DockingArea": "0",
        "DockPos": "0,3",
        "Style": "1",
    }
    for key, value in settings.items():
        kind = "boolean" if value in ("true", "false") else "int" if value.isdigit() else "string"
        prop = ET.SubElement(state, "prop", {"oor:name": key, "oor:type": f"xs:{kind}"})
        ET.SubElement(prop, "value").text = value
    return _written(root)


# --- registry XML ---------------------------------------------------------------------------


def _component(name: str, package: str, top: str) -> tuple[ET.Element, ET.Element]:
    facts = {
        "xmlns:oor": _OOR,
        "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
        "oor:name": name,
        "oor:package": package,
    }
    root = ET.Element("oor:component-data", facts)
    return root, _node(root, top)


def _node(parent: ET.Element, name: str, *, replace: bool = False) -> ET.Element:
    facts = {"oor:name": name} | ({"oor:op": "replace"} if replace else {})
    return ET.SubElement(parent, "node", facts)


def _prop(parent: ET.Element, name: str, value: str) -> None:
    prop = ET.SubElement(parent, "prop", {"oor:name": name, "oor:type": "xs:string"})
    ET.SubElement(prop, "value").text = value


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


# --- the package ----------------------------------------------------------------------------


def _manifest() -> bytes:
    name = "http://openoffice.org/2001/manifest"
    root = ET.Element("manifest:manifest", {"xmlns:manifest": name})
    for path, kind in _PARTS.items():
        facts = {"manifest:full-path": path, "manifest:media-type": kind}
        ET.SubElement(root, "manifest:file-entry", facts)
    return _written(root)


def _description() -> bytes:
    facts = {"xmlns": "http://openoffice.org/extensions/description/2006"}
    root = ET.Element("description", facts)
    ET.SubElement(root, "identifier", value=IDENTIFIER)
    ET.SubElement(root, "version", value=__version__)
    shown = ET.SubElement(root, "display-name")
    ET.SubElement(shown, "name", lang="en").text = f"xl_dialogue: {messages.RIBBON_TAB.vi}"
    return _written(root)
