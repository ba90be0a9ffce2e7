from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from xl_dialogue import __version__
from xl_dialogue.jobs import JOBS
from xl_dialogue.office.buttons.extension import extension
from xl_dialogue.opc import Package
from xl_dialogue.registry import buttons, menu

OOR = "{http://openoffice.org/2001/registry}"
PARTS = Package(extension())
ADDONS = ET.fromstring(PARTS.read("Addons.xcu"))


def values(top: str, prop: str) -> list[str]:
    return [
        str(each.findtext("value"))
        for node in ADDONS.iter("node")
        if node.get(f"{OOR}name") == top
        for each in node.iter("prop")
        if each.get(f"{OOR}name") == prop
    ]


def pressed(top: str) -> set[str]:
    return {url.partition("?")[2] for url in values(top, "URL") if url.startswith("service:")}


def test_the_toolbar_has_the_ribbons_buttons() -> None:
    assert pressed("OfficeToolBar") == {each.id for job in JOBS.values() for each in buttons(job)}


def test_the_menu_has_every_kind_of_document_too() -> None:
    expected = {each.id for job in JOBS.values() for each in (list(menu(job)) or buttons(job))}
    assert pressed("OfficeMenuBar") == expected


def test_it_says_its_version_and_its_sentences_are_the_products() -> None:
    assert f'<version value="{__version__}"'.encode() in PARTS.read("description.xml")
    texts = json.loads(PARTS.read("texts.json"))
    assert "xl-dialogue setup" in texts["not_set_up"]


def test_every_part_that_the_manifest_names_is_there() -> None:
    manifest = ET.fromstring(PARTS.read("META-INF/manifest.xml"))
    named = [
        value for entry in manifest for key, value in entry.items() if key.endswith("full-path")
    ]
    assert set(named) <= set(PARTS.names)
    assert extension() == extension()
