"""Imports run one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "xl_dialogue"
OFFICE = {"xlwings", "openpyxl", "docx", "docxtpl"}
MAY_IMPORT = {
    "opc": set(),
    "messages": set(),
    "share": set(),
    "vietnamese": set(),
    "plan": {"messages", "vietnamese"},
    "questions": {"messages", "vietnamese", "plan"},
    "documents": {"messages", "vietnamese", "plan"},
    "press": {"messages", "opc"},
    "engines": {"messages", "opc"},
    "office": {"messages", "opc", "plan", "vietnamese"},
    "book": {"messages", "vietnamese", "plan"},
    "jobs": {"book", "documents", "messages", "plan", "press", "questions", "share"},
}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "xl_dialogue":
            yield from (f"xl_dialogue.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def names_of(room: str) -> set[str]:
    place = PACKAGE / room
    files = place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")]
    return {name for file in files for name in imported(file)}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_knows_only_the_rooms_below_it(room: str) -> None:
    ours = {name.split(".")[1] for name in names_of(room) if name.startswith("xl_dialogue.")}
    assert ours <= MAY_IMPORT[room] | {room}


@pytest.mark.parametrize("room", ["plan", "questions", "documents", "vietnamese"])
def test_what_decides_needs_no_office_package(room: str) -> None:
    assert not {name.split(".")[0] for name in names_of(room)} & OFFICE


def test_nothing_of_the_paid_part_of_xlwings_is_used() -> None:
    names = {name for file in PACKAGE.rglob("*.py") for name in imported(file)}
    assert not [name for name in names if name.startswith(("xlwings.pro", "xlwings.reports"))]
