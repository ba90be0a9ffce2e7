"""A VBA project made from its modules' text: source only, Office compiles it at the first opening.

Source: MS-OVBA 2.2 (storages), 2.3.1 (PROJECT), 2.3.3 (PROJECTwm), 2.3.4.1 (_VBA_PROJECT),
2.3.4.2 (dir), 2.3.4.3 (modules).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from xl_dialogue.office.buttons.compoundfile import compound_file
from xl_dialogue.office.buttons.vbacompression import compressed, concealed

Kind = Literal["module", "class", "workbook", "sheet"]


class Module(NamedTuple):
    """One module: its name, its text as a .bas or .cls file holds it, and what it is."""

    name: str
    source: str
    kind: Kind = "module"


class Reference(NamedTuple):
    """A type library the project speaks of."""

    name: str
    library: str


REFERENCES = (
    Reference(
        "stdole",
        r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb"
        "#OLE Automation",
    ),
    Reference(
        "Office",
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\Program Files\Common Files"
        r"\Microsoft Shared\OFFICE16\MSO.DLL#Microsoft Office 16.0 Object Library",
    ),
)
"""`VBA` and `Excel` come with the host."""

_CODE_PAGE, _LANGUAGE, _WIN64 = 1252, 0x409, 3
_VERSION = (0x68FBFAC5, 4)
_BASES = {
    "workbook": "0{00020819-0000-0000-C000-000000000046}",
    "sheet": "0{00020820-0000-0000-C000-000000000046}",
    "class": "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}",
}
_LINES = {
    "module": "Module={}",
    "class": "Class={}",
    "workbook": "Document={}/&H00000000",
    "sheet": "Document={}/&H00000000",
}
_GIVEN = tuple(
    f"Attribute VB_{name} "
    for name in ("Name", "Base", "GlobalNameSpace", "Creatable", "PredeclaredId", "Exposed",
                 "TemplateDerived", "Customizable")
)  # fmt: skip
"""Attributes written anew from the module's name and kind."""
_EDITOR = "{3832D640-CF90-11CF-8E43-00A0C911005A}"


def vba_project(
    modules: Sequence[Module],
    *,
    name: str = "VBAProject",
    project_id: str = "{5A1C7C5E-6B1D-5D0B-9E57-0E5B3A1D9C21}",
) -> bytes:
    """The part ``vbaProject.bin``: the same bytes for the same modules.

    Errors: ``ValueError`` naming module and line where a source is not ASCII.
    """
    streams = {module.name: compressed(stored_source(module).encode()) for module in modules}
    return compound_file(
        {
            "VBA": {
                **streams,
                "_VBA_PROJECT": bytes.fromhex("cc61ffff000100"),
                "dir": compressed(_directory(modules, name)),
            },
            "PROJECT": _project(modules, name, project_id).encode(),
            "PROJECTwm": b"".join(_both(module.name) for module in modules) + b"\0\0",
        }
    )


# --- a module -------------------------------------------------------------------------------


def stored_source(module: Module) -> str:
    """The module's text as it is stored: its attributes first, lines ended by CR LF."""
    lines = module.source.splitlines()
    while module.kind == "class" and lines and not lines[0].startswith("Attribute"):
        lines.pop(0)  # VERSION 1.0 CLASS ... END: how an exported file begins
    exposed = module.kind != "class" or "Attribute VB_Exposed = True" in lines
    body = [line for line in lines if not line.startswith(_GIVEN)]
    text = "\r\n".join([*_attributes(module, exposed), *body]).rstrip("\r\n") + "\r\n"
    for number, line in enumerate(text.split("\r\n"), start=1):
        if not line.isascii():
            raise ValueError(f"{module.name}, line {number}, is not ASCII: {line!a}")
    return text


def _attributes(module: Module, exposed: bool) -> Iterator[str]:
    """What Office writes above the code, in its order."""
    yield f'Attribute VB_Name = "{module.name}"'
    if module.kind == "module":
        return
    document = module.kind != "class"
    yield f'Attribute VB_Base = "{_BASES[module.kind]}"'
    yield "Attribute VB_GlobalNameSpace = False"
    yield "Attribute VB_Creatable = False"
    yield f"Attribute VB_PredeclaredId = {document}"
    yield f"Attribute VB_Exposed = {exposed}"
    yield "Attribute VB_TemplateDerived = False"
    yield f"Attribute VB_Customizable = {document}"


def _both(name: str) -> bytes:
    """A name in both encodings. Source: MS-OVBA 2.3.3.1."""
    return name.encode() + b"\0" + name.encode("utf-16-le") + b"\0\0"


# --- the stream `dir` -----------------------------------------------------------------------


def _directory(modules: Sequence[Module], name: str) -> bytes:
    """Source: MS-OVBA 2.3.4.2."""
    records = [*_information(name)]
    for reference in REFERENCES:
        records += _reference(reference)
    records += [_record(0x0F, struct.pack("<H", len(modules))), _record(0x13, b"\xff\xff")]
    for module in modules:
        records += _module(module)
    return b"".join([*records, _record(0x10, b"")])


def _record(number: int, content: bytes) -> bytes:
    return struct.pack("<HI", number, len(content)) + content


def _information(name: str) -> Iterator[bytes]:
    """Source: MS-OVBA 2.3.4.2.1."""
    yield _record(0x01, struct.pack("<I", _WIN64))
    yield _record(0x02, struct.pack("<I", _LANGUAGE))
    yield _record(0x14, struct.pack("<I", _LANGUAGE))
    yield _record(0x03, struct.pack("<H", _CODE_PAGE))
    yield _record(0x04, name.encode())
    for empty in (0x05, 0x40, 0x06, 0x3D):
        yield _record(empty, b"")
    yield _record(0x07, bytes(4)) + _record(0x08, bytes(4))
    yield struct.pack("<HIIH", 0x09, 4, *_VERSION)
    yield _record(0x0C, b"") + _record(0x3C, b"")


def _reference(reference: Reference) -> Iterator[bytes]:
    """Source: MS-OVBA 2.3.4.2.2.5."""
    library = reference.library.encode()
    yield _record(0x16, reference.name.encode())
    yield _record(0x3E, reference.name.encode("utf-16-le"))
    yield _record(0x0D, struct.pack("<I", len(library)) + library + bytes(6))


def _module(module: Module) -> Iterator[bytes]:
    """Source: MS-OVBA 2.3.4.2.3.2."""
    name, wide = module.name.encode(), module.name.encode("utf-16-le")
    yield _record(0x19, name) + _record(0x47, wide)
    yield _record(0x1A, name) + _record(0x32, wide)
    yield _record(0x1C, b"") + _record(0x48, b"")
    yield _record(0x31, bytes(4)) + _record(0x1E, bytes(4)) + _record(0x2C, b"\xff\xff")
    yield _record(0x21 if module.kind == "module" else 0x22, b"") + _record(0x2B, b"")


# --- the stream `PROJECT` -------------------------------------------------------------------


def _project(modules: Iterable[Module], name: str, project_id: str) -> str:
    """Source: MS-OVBA 2.3.1."""
    names = list(modules)
    lines = [
        f'ID="{project_id}"',
        *(_LINES[module.kind].format(module.name) for module in names),
        f'Name="{name}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{concealed(bytes(4), project_id, seed=0x5C)}"',
        f'DPB="{concealed(bytes(1), project_id, seed=0x5D)}"',
        f'GC="{concealed(bytes([0xFF]), project_id, seed=0x5E)}"',
        "",
        "[Host Extender Info]",
        f"&H00000001={_EDITOR};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in names),
    ]
    return "\r\n".join(lines) + "\r\n"
