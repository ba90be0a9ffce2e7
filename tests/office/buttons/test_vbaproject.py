"""The VBA project: another reader unpacks it to the same text."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path

import olefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vbareader import modules_of, unpacked

from xl_dialogue.office.buttons.vbacompression import CHUNK, compressed, concealed
from xl_dialogue.office.buttons.vbaproject import Kind, Module, stored_source, vba_project

SOURCE = 'Attribute VB_Name = "Old"\nOption Explicit\nPublic Sub Go()\n    Beep\nEnd Sub\n'
CLASS = """VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "Thing"
Attribute VB_Exposed = True
Attribute VB_Description = "of use"
Public Size As Long
"""
MODULES = [
    Module("ThisWorkbook", "Option Explicit\n", "workbook"),
    Module("shPlan", "", "sheet"),
    Module("Go", SOURCE),
    Module("Thing", CLASS, "class"),
]


# --- compression ----------------------------------------------------------------------------


@settings(max_examples=150)
@given(st.lists(st.sampled_from(["Sub ", "End Sub", "\r\n", "x", "    ", "'"])).map("".join))
def test_text_is_unpacked_to_the_same_text(text: str) -> None:
    assert unpacked(compressed(text.encode())) == text.encode()


@settings(max_examples=60)
@given(st.binary(max_size=3000) | st.binary(min_size=CHUNK, max_size=CHUNK))
def test_bytes_that_hardly_pack_are_unpacked_to_the_same(content: bytes) -> None:
    assert unpacked(compressed(content)) == content


@given(st.integers(1, 3 * CHUNK), st.integers(1, 40))
def test_what_repeats_is_packed_small(size: int, period: int) -> None:
    content = (bytes(range(period)) * (size // period + 1))[:size]
    assert unpacked(compressed(content)) == content
    assert len(compressed(content)) < 2 * period + size // 8 + 10


def test_a_whole_module_of_xlwings_comes_back() -> None:
    source = installed("xlwings.bas").read_bytes()
    assert unpacked(compressed(source)) == source
    assert len(compressed(source)) < len(source) / 2


def installed(name: str) -> Path:
    found = find_spec("xlwings")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / name


# --- concealment ----------------------------------------------------------------------------


def revealed(concealed_as: str, project_id: str) -> bytes:
    """Source: MS-OVBA 2.4.3.3, written from the specification's decryption."""
    hidden = bytes.fromhex(concealed_as)
    seed, version, key = hidden[0], hidden[1] ^ hidden[0], hidden[2] ^ hidden[0]
    assert (version, key) == (2, sum(project_id.encode()) & 0xFF)
    before, last, plain, out = hidden[1], hidden[2], key, bytearray()
    for byte in hidden[3:]:
        shown = byte ^ ((before + plain) & 0xFF)
        before, last, plain = last, byte, shown
        out.append(shown)
    ignored = (seed & 6) // 2
    size = int.from_bytes(out[ignored : ignored + 4], "little")
    assert size == len(out) - ignored - 4
    return bytes(out[ignored + 4 :])


@given(st.binary(max_size=20), st.integers(0, 255))
def test_what_is_concealed_is_revealed_again(content: bytes, seed: int) -> None:
    assert revealed(concealed(content, "{ABC}", seed=seed), "{ABC}") == content


# --- the project ----------------------------------------------------------------------------


def lines_of(project: bytes) -> list[str]:
    with olefile.OleFileIO(io.BytesIO(project)) as file:
        return str(file.openstream("PROJECT").read().decode()).split("\r\n")


def test_every_module_is_read_back_by_another_reader() -> None:
    read = modules_of(vba_project(MODULES))
    assert read == {module.name: stored_source(module) for module in MODULES}


def test_every_module_is_listed_as_what_it_is() -> None:
    listed = lines_of(vba_project(MODULES))
    assert listed[1:5] == [
        "Document=ThisWorkbook/&H00000000", "Document=shPlan/&H00000000", "Module=Go", "Class=Thing",
    ]  # fmt: skip


def test_the_project_is_not_protected() -> None:
    facts = dict(line.split("=", 1) for line in lines_of(vba_project(MODULES)) if "=" in line)
    identity = facts["ID"].strip('"')
    kept = {name: revealed(facts[name].strip('"'), identity) for name in ("CMG", "DPB", "GC")}
    assert kept == {"CMG": bytes(4), "DPB": b"\0", "GC": b"\xff"}


def test_every_build_gives_the_same_bytes() -> None:
    assert vba_project(MODULES) == vba_project(MODULES)


def test_a_module_bears_its_own_name_whatever_its_file_said() -> None:
    assert stored_source(Module("Go", SOURCE)).startswith('Attribute VB_Name = "Go"\r\nOption')


def test_a_class_keeps_what_only_it_knows() -> None:
    stored = stored_source(Module("Thing", CLASS, "class"))
    assert "VERSION" not in stored
    assert stored.count("VB_Exposed") == 1
    assert "Attribute VB_Exposed = True\r\n" in stored
    assert 'Attribute VB_Description = "of use"\r\n' in stored


def test_a_document_is_what_excel_expects_of_one() -> None:
    stored = stored_source(Module("shPlan", "", "sheet"))
    assert 'VB_Base = "0{00020820-0000-0000-C000-000000000046}"' in stored
    assert "VB_PredeclaredId = True" in stored


@pytest.mark.parametrize("kind", ["module", "class", "sheet"])
def test_a_letter_that_is_not_ascii_is_refused_with_its_line(kind: Kind) -> None:
    source = 'Attribute VB_Exposed = False\nx = 1\nMsgBox "Đối thoại"\n'
    with pytest.raises(ValueError, match=r"Go, line \d+, is not ASCII"):
        vba_project([Module("Go", source, kind)])
