"""What neither the Open XML SDK nor LibreOffice sees in a macro workbook, one function a check.

A check takes the package and gives its complaints; none for a sound file.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import olefile
from lxml import etree
from openpyxl.utils import range_boundaries
from vbareader import modules_of, unpacked

from xl_dialogue.office.buttons.macrobook import SENTENCES, SENTENCES_SHEET
from xl_dialogue.opc import Package

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
UI_2006 = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
TYPES = "[Content_Types].xml"
PICTURES = {
    line
    for line in (Path(__file__).parent / "imagemso.txt").read_text("ascii").splitlines()
    if not line.startswith("#")
}
SIGNATURES = {
    "onLoad": r"ribbon As IRibbonUI",
    "onAction": r"control As IRibbonControl",
    "getVisible": r"control As IRibbonControl, ByRef \w+ As Variant",
}
"""Callback -> its parameters in VBA. Source: MS-CUSTOMUI and Office's ribbon reference."""


class Relation(NamedTuple):
    source: str
    kind: str
    target: str


class File(NamedTuple):
    """A package with what must be in it."""

    content: bytes
    kind: str
    """The workbook part's content type."""
    modules: dict[str, str]
    """Module -> its source."""

    @property
    def package(self) -> Package:
        return Package(self.content)

    def xml(self, part: str) -> Any:
        return etree.fromstring(self.package.read(part))


Check = Callable[[File], Iterator[str]]


# --- the package ----------------------------------------------------------------------------


def relations(file: File) -> Iterator[Relation]:
    for part in file.package.names:
        if part.endswith(".rels"):
            base = posixpath.dirname(posixpath.dirname(part))
            for node in file.xml(part):
                if node.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", base, node.get("Target")))
                    yield Relation(part, node.get("Type"), target.lstrip("/"))


def dangling_relations(file: File) -> Iterator[str]:
    names = set(file.package.names)
    for relation in relations(file):
        if relation.target not in names:
            yield f"{relation.source} points to {relation.target}, which is not there"


def parts_nobody_reaches(file: File) -> Iterator[str]:
    """A part without a relationship is ignored: so vanish ribbon and VBA."""
    reached = {relation.target for relation in relations(file)}
    for name in file.package.names:
        if name not in reached and name != TYPES and not name.endswith(".rels"):
            yield f"nothing points to {name}"


def ribbon_relation(file: File) -> Iterator[str]:
    kinds = [relation.kind for relation in relations(file) if "customUI/" in relation.target]
    if kinds != [UI_2006]:
        yield f"the ribbon's relationships are {kinds}; openpyxl keeps that of 2006 alone"


def content_types(file: File) -> Iterator[str]:
    names = set(file.package.names)
    listed = {n.get("PartName"): n.get("ContentType") for n in file.xml(TYPES).iter("{*}Override")}
    defaults = {node.get("Extension") for node in file.xml(TYPES).iter("{*}Default")}
    if listed.get("/xl/workbook.xml") != file.kind:
        yield f"the workbook is typed {listed.get('/xl/workbook.xml')}"
    if listed.get("/xl/vbaProject.bin") != "application/vnd.ms-office.vbaProject":
        yield "the VBA project is not typed"
    yield from (f"{part} is typed but not there" for part in listed if part[1:] not in names)
    for name in names - {TYPES}:
        if "/" + name not in listed and name.rpartition(".")[2] not in defaults:
            yield f"{name} has no type"


# --- the ribbon -----------------------------------------------------------------------------


def ribbon_nodes(file: File) -> list[Any]:
    return list(file.xml("customUI/customUI.xml").iter())


def ribbon_ids(file: File) -> Iterator[str]:
    counts = Counter(node.get("id") for node in ribbon_nodes(file) if node.get("id"))
    yield from (
        f"the id {name} is there {count} times" for name, count in counts.items() if count > 1
    )
    for node in ribbon_nodes(file):
        if etree.QName(node).localname == "button" and not re.fullmatch(r"[\w.-]+", node.get("id")):
            yield f"the button {node.get('id')} has letters that VBA refuses"


def ribbon_pictures(file: File) -> Iterator[str]:
    for node in ribbon_nodes(file):
        if node.get("imageMso") and node.get("imageMso") not in PICTURES:
            yield f"Office may have no picture {node.get('imageMso')}"


def ribbon_callbacks(file: File) -> Iterator[str]:
    modules = modules_of(file.content)
    for node in ribbon_nodes(file):
        for name, callback in node.attrib.items():
            if name not in SIGNATURES and not name.startswith(("on", "get")):
                continue
            module, _, sub = callback.partition(".")
            signature = rf"(?m)^Public Sub {sub}\({SIGNATURES[name]}\)\r?$"
            if not re.search(signature, modules.get(module, "")):
                yield f"{name} calls {callback}, which is no Sub with its signature"


# --- VBA ------------------------------------------------------------------------------------


def sources(file: File) -> Iterator[str]:
    found = modules_of(file.content)
    for name in found.keys() ^ file.modules.keys():
        yield f"the module {name} is in one of project and sources only"
    for name in found.keys() & file.modules.keys():
        if found[name] != file.modules[name]:
            yield f"the module {name} differs from its source"


def project(file: File) -> Iterator[str]:
    """The compound file is sound, and its list of modules is that of its streams."""
    content = io.BytesIO(file.package.read("xl/vbaProject.bin"))
    try:
        with olefile.OleFileIO(content, raise_defects=olefile.DEFECT_POTENTIAL) as inner:
            listed = inner.openstream("PROJECT").read().decode("ascii")
            streams = {path[1] for path in inner.listdir() if path[0] == "VBA"}
            for name in streams:
                if name != "_VBA_PROJECT":
                    unpacked(inner.openstream(["VBA", name]).read())
    except (OSError, ValueError, KeyError) as error:
        yield f"the VBA project cannot be read: {error}"
        return
    names = set(re.findall(r"(?m)^(?:Module|Class|Document)=(\w+)", listed))
    if names != streams - {"dir", "_VBA_PROJECT"}:
        yield f"listed and stored modules differ: {names ^ (streams - {'dir', '_VBA_PROJECT'})}"


def code_names(file: File) -> Iterator[str]:
    """Excel binds a sheet to its module by the code name."""
    book = file.xml("xl/workbook.xml").find("{*}workbookPr")
    named = [book.get("codeName") if book is not None else None]
    for part in sheets(file).values():
        properties = file.xml(part).find("{*}sheetPr")
        named.append(properties.get("codeName") if properties is not None else None)
    documents = {
        name
        for name, code in modules_of(file.content).items()
        if "VB_Base" in code and "{00020" in code
    }
    yield from (
        f"{count} sheets are called {name}" for name, count in Counter(named).items() if count > 1
    )
    yield from (f"code names and modules differ: {name}" for name in documents ^ set(named))


def sentences(file: File) -> Iterator[str]:
    """What VBA says is there, and nobody sees the sheet."""
    state = {n.get("name"): n.get("state") for n in file.xml("xl/workbook.xml").iter("{*}sheet")}
    if state.get(SENTENCES_SHEET) != "veryHidden":
        yield f"the sheet {SENTENCES_SHEET} is {state.get(SENTENCES_SHEET, 'not there')}"
        return
    cells = file.xml(sheets(file)[SENTENCES_SHEET]).iter("{*}t")
    said = {cell.text for cell in cells}
    used = re.findall(r'(?:Sentence|Filled)\("(\w+)"', modules_of(file.content)["Dialogue"])
    yield from (f"nothing is said for {code}" for code in {*used, *SENTENCES} - said)


# --- sheets and tables ----------------------------------------------------------------------


def sheets(file: File) -> dict[str, str]:
    """Title -> part."""
    targets = {
        node.get("Id"): posixpath.normpath(posixpath.join("/xl", node.get("Target")))[1:]
        for node in file.xml("xl/_rels/workbook.xml.rels")
    }
    nodes = file.xml("xl/workbook.xml").iter("{*}sheet")
    return {node.get("name"): targets[node.get(f"{{{RELATION}}}id")] for node in nodes}


def tables(file: File) -> Iterator[tuple[str, Any]]:
    """The part of the sheet and the table on it."""
    for part in sheets(file).values():
        folder, name = posixpath.split(part)
        for relation in relations(file):
            if relation.source == f"{folder}/_rels/{name}.rels" and relation.kind.endswith(
                "/table"
            ):
                yield part, file.xml(relation.target)


def table_headers(file: File) -> Iterator[str]:
    names = Counter(table.get("displayName").lower() for _, table in tables(file))
    yield from (f"{count} tables are called {name}" for name, count in names.items() if count > 1)
    for part, table in tables(file):
        left, top, right, _ = range_boundaries(table.get("ref"))
        row = file.xml(part).find(f"{{*}}sheetData/{{*}}row[@r='{top}']")
        texts = {cell.get("r"): "".join(cell.itertext()) for cell in row}
        shown = [text for at, text in texts.items() if left <= range_boundaries(at)[0] <= right]
        columns = [column.get("name") for column in table.iter("{*}tableColumn")]
        if shown != columns:
            yield f"{table.get('displayName')}: cells say {shown}, the table says {columns}"


def defined_names(file: File) -> Iterator[str]:
    known = set(sheets(file))
    for node in file.xml("xl/workbook.xml").iter("{*}definedName"):
        for title in re.findall(r"'([^']+)'!|(?<![\w'])(\w+)!", node.text or ""):
            if "".join(title) not in known:
                yield f"{node.get('name')} speaks of the sheet {''.join(title)}"


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        dangling_relations, parts_nobody_reaches, ribbon_relation, content_types, ribbon_ids,
        ribbon_pictures, ribbon_callbacks, sources, project, code_names, sentences, table_headers,
        defined_names,
    )
}  # fmt: skip


def complaints(file: File, check: str) -> list[str]:
    """A part that cannot be read is a complaint too, of every check that wants it."""
    try:
        return list(CHECKS[check](file))
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
        return [f"{type(error).__name__}: {error}"]
