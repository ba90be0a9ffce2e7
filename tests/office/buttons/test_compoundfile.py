"""Compound files: another reader finds every stream, whatever its size."""

from __future__ import annotations

import io
import struct
from typing import Any

import olefile
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dialogue.office.buttons.compoundfile import CUTOFF, SECTOR, Tree, compound_file

NAMES = st.text("ABCdef_0123456789ơ", min_size=1, max_size=31)
STREAMS = st.binary(max_size=300) | st.integers(CUTOFF - 2, 3 * CUTOFF).map(bytes)


def unlike(names: dict[str, Any]) -> bool:
    """A storage tells names apart without regard to case."""
    return len({name.upper() for name in names}) == len(names)


TREES = st.dictionaries(NAMES, STREAMS, max_size=12).filter(unlike)


def read(content: bytes) -> dict[str, Any]:
    """The tree, as olefile reads it; its every complaint is an error."""
    tree: dict[str, Any] = {}
    with olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_POTENTIAL) as file:
        for path in file.listdir(streams=True, storages=True):
            place = tree
            for name in path[:-1]:
                place = place.setdefault(name, {})
            if file.get_type(path) == olefile.STGTY_STREAM:
                place[path[-1]] = file.openstream(path).read()
            else:
                place.setdefault(path[-1], {})
    return tree


@settings(max_examples=60)
@given(TREES, TREES)
def test_every_stream_is_read_back(top: dict[str, bytes], inner: dict[str, bytes]) -> None:
    tree: Tree = {**top, "~inner": inner}
    assert read(compound_file(tree)) == tree


def test_the_same_tree_gives_the_same_bytes() -> None:
    tree: Tree = {"dir": b"x" * 5000, "VBA": {"a": b"1", "b": b""}}
    assert compound_file(tree) == compound_file(tree)


def test_a_file_is_whole_sectors() -> None:
    assert len(compound_file({"a": b"1"})) % SECTOR == 0


def test_a_stream_as_long_as_the_cutoff_has_sectors_of_its_own() -> None:
    content = compound_file({"a": b"\1" * CUTOFF})
    assert content.count(b"\1" * CUTOFF) == 1
    assert read(content) == {"a": b"\1" * CUTOFF}


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 20])
def test_the_directory_is_a_red_black_tree(count: int) -> None:
    """Both sides are ordered, no red entry has a red child, every way down has as many black ones."""
    names = [f"stream{number}" * (1 + number % 2) for number in range(count)]
    content = compound_file(dict.fromkeys(names, b""))
    start = SECTOR * (1 + struct.unpack_from("<I", content, 48)[0])
    entries = [content[start + 128 * number :][:128] for number in range(count + 1)]

    def walk(number: int) -> tuple[int, list[str]]:
        if number == 0xFFFFFFFF:
            return 1, []
        size, red = struct.unpack_from("<H", entries[number], 64)[0], entries[number][67] == 0
        left, right = struct.unpack_from("<II", entries[number], 68)
        for child in (left, right):
            assert not (red and child != 0xFFFFFFFF and entries[child][67] == 0)
        (black, before), (other, after) = walk(left), walk(right)
        assert black == other
        name = entries[number][: size - 2].decode("utf-16-le")
        return black + (not red), [*before, name, *after]

    top = struct.unpack_from("<I", entries[0], 76)[0]
    assert entries[top][67] == 1
    assert walk(top)[1] == sorted(names, key=lambda name: (len(name), name.upper()))


def test_a_name_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="31 letters"):
        compound_file({"x" * 32: b""})


def test_a_tree_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match=r"6\.8 MB"):
        compound_file({"a": bytes(7_200_000)})
