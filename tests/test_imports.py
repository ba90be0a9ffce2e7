"""Imports run one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "xl_dialogue"
OFFICE = {"xlwings", "openpyxl", "docx", "docxtpl"}
MAY_IMPORT = {
    "addresses": set(),
    "formulas": set(),
    "digest": set(),
    "opc": set(),
    "messages": set(),
    "share": set(),
    "log": {"share"},
    "locks": set(),
    "looks": {"plan"},
    "vietnamese": set(),
    "plan": {"messages", "vietnamese"},
    "questions": {"messages", "vietnamese", "plan"},
    "documents": {"decree", "messages", "vietnamese", "plan"},
    "press": {"__version__", "digest", "lookup", "messages", "opc", "share", "soffice"},
    "decree": {"messages", "opc", "vietnamese"},
    "mailing": {"locks", "messages", "opc", "vietnamese"},
    "exchange": {
        "addresses",
        "engines",
        "formulas",
        "locks",
        "looks",
        "messages",
        "office/word",
        "opc",
        "plan",
        "vietnamese",
    },
    "recording": {"__version__", "digest", "exchange", "messages", "outcome", "plan"},
    "lookup": set(),
    "soffice": {"lookup"},
    "engines": {"addresses", "messages", "opc", "soffice"},
    "book": {"addresses", "formulas", "messages", "vietnamese", "plan"},
    "outcome": {"messages", "plan"},
    "registry": {"documents", "messages", "outcome"},
    "printing": {
        "digest",
        "documents",
        "messages",
        "outcome",
        "plan",
        "press",
        "share",
        "vietnamese",
    },
    "posting": {
        "documents",
        "mailing",
        "messages",
        "opc",
        "outcome",
        "plan",
        "printing",
        "vietnamese",
    },
    "telling": {"book", "messages", "outcome", "plan"},
    "jobs": {
        "vietnamese",
        "__version__",
        "book",
        "documents",
        "exchange",
        "log",
        "mailing",
        "messages",
        "outcome",
        "plan",
        "posting",
        "printing",
        "questions",
        "recording",
        "registry",
    },
    "macros": {
        "exchange",
        "jobs",
        "log",
        "messages",
        "outcome",
        "recording",
        "registry",
        "share",
        "telling",
    },
    "office/parts": {"opc"},
    "office/sheets": {
        "looks",
        "messages",
        "opc",
        "office/buttons",
        "office/parts",
        "plan",
        "vietnamese",
    },
    "office/word": {"messages", "opc"},
    "office/buttons": {
        "__version__",
        "jobs",
        "messages",
        "office/parts",
        "office/pc",
        "opc",
        "registry",
        "share",
    },
    "office/pc": {
        "__version__",
        "engines",
        "lookup",
        "messages",
        "office/buttons",
        "opc",
        "press",
        "share",
        "soffice",
        "vietnamese",
    },
    "office/listings": {"jobs", "registry"},
    "office/build": {
        "office/buttons",
        "office/listings",
        "office/sheets",
        "office/word",
        "opc",
        "share",
    },
    "office/buttons/oxt": {"engines", "macros", "office/pc"},
}
"""Room -> the rooms it knows; what runs inside Calc stands above all, as the command line does."""
INSIDE_CALC = PACKAGE / "office" / "buttons" / "oxt"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "xl_dialogue":
            yield from (f"xl_dialogue.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "xl_dialogue.office":
            yield from (f"xl_dialogue.office.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def names_of(room: str) -> set[str]:
    place = PACKAGE / room
    files = [*place.rglob("*.py")] if place.is_dir() else [place.with_suffix(".py")]
    above = place != INSIDE_CALC
    return {
        name for file in files if not (above and INSIDE_CALC in file.parents)
        for name in imported(file)
    }  # fmt: skip


def room_of(name: str) -> str:
    """The room of a module; each room of `office` counts for itself."""
    _, top, *rest = name.split(".")
    return f"office/{rest[0]}" if top == "office" and rest else top


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_knows_only_the_rooms_below_it(room: str) -> None:
    ours = {room_of(name) for name in names_of(room) if name.startswith("xl_dialogue.")}
    assert ours <= MAY_IMPORT[room] | {room}


def test_every_room_is_spoken_of() -> None:
    places = [*PACKAGE.iterdir(), *(PACKAGE / "office").iterdir()]
    rooms = {
        path.relative_to(PACKAGE).with_suffix("").as_posix()
        for path in places
        if (path.suffix == ".py" or path.is_dir()) and not path.name.startswith("__")
    }
    assert rooms - set(MAY_IMPORT) == {"cli", "office"}


@pytest.mark.parametrize("room", ["plan", "questions", "documents", "vietnamese"])
def test_what_decides_needs_no_office_package(room: str) -> None:
    assert not {name.split(".")[0] for name in names_of(room)} & OFFICE


def test_nothing_of_the_paid_part_of_xlwings_is_used() -> None:
    names = {name for file in PACKAGE.rglob("*.py") for name in imported(file)}
    assert not [name for name in names if name.startswith(("xlwings.pro", "xlwings.reports"))]
