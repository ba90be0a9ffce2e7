"""The ribbon, made from the registry: a tab, its groups in the order of the work, their buttons.

Source: MS-CUSTOMUI (the 2006 namespace, which openpyxl keeps and every Excel since 2007 reads).
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from xl_dialogue import messages
from xl_dialogue.jobs import jobs_of
from xl_dialogue.registry import GROUPS, Button, Group, buttons, menu

NAMESPACE = "http://schemas.microsoft.com/office/2006/01/customui"
MODULE = "Dialogue"
"""The VBA module whose Subs the ribbon calls."""
CLICK, LOAD, VISIBLE = f"{MODULE}.OnClick", f"{MODULE}.OnLoad", f"{MODULE}.GetVisible"


def ribbon() -> bytes:
    """The customUI part; every button calls one Sub, which passes the button's id on."""
    custom = ET.Element("customUI", xmlns=NAMESPACE, onLoad=LOAD)
    tabs = ET.SubElement(ET.SubElement(custom, "ribbon"), "tabs")
    facts = {"id": "dialogue", "label": messages.RIBBON_TAB.vi, "getVisible": VISIBLE}
    tab = ET.SubElement(tabs, "tab", facts)
    for group in GROUPS:
        _add_group(tab, group)
    ET.indent(custom)
    written: bytes = ET.tostring(custom, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + written


def _add_group(tab: ET.Element, group: Group) -> None:
    shown = ET.SubElement(tab, "group", id=f"group.{group.name}", label=group.label.vi)
    for job in jobs_of(group):
        for button in buttons(job):
            ET.SubElement(shown, "button", _sized(button), onAction=CLICK)
        listed = list(menu(job))
        if listed:
            opener = Button(f"menu.{job.name}", job.label, job.about, job.picture, job.large)
            opened = ET.SubElement(shown, "menu", _sized(opener))
            for button in listed:
                ET.SubElement(opened, "button", _facts(button), onAction=CLICK)


def _sized(button: Button) -> dict[str, str]:
    return _facts(button) | {"size": "large" if button.large else "normal"}


def _facts(button: Button) -> dict[str, str]:
    label, about = button.label.vi, button.about.vi
    facts = {"id": button.id, "label": label, "screentip": label, "supertip": about}
    return facts | ({"imageMso": button.picture} if button.picture else {})
