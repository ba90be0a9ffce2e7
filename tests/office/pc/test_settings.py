"""xlwings.conf as we write it, read by VBA's rules and by xlwings itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings
from hypothesis import given
from hypothesis import strategies as st
from xlwings.utils import read_user_config

from xl_dialogue.office.pc.settings import entries, interpreter_of, wanted, with_entries

PYTHON = r"C:\ProgramData\xl-dialogue\venv-0.1.0\Scripts\python.exe"
OURS = wanted("win32", PYTHON)


def read_by_vba(content: bytes, name: str) -> str | None:
    """``GetConfigFromFile``: ``Input #`` takes two items at a time, whatever the lines."""
    items = input_items(content.decode("latin-1"))
    pairs = zip(items[::2], items[1::2], strict=False)
    return next((value for key, value in pairs if key.lower() == name.lower()), None)


def input_items(text: str) -> list[str]:
    """Items as VBA's ``Input #`` parts them: at commas and line ends, quotes taken off."""
    items, at = [], 0
    while at < len(text):
        while text[at : at + 1] == " ":
            at += 1
        if text[at : at + 1] == '"':
            end = text.index('"', at + 1)
            items.append(text[at + 1 : end])
            at = end + 1
            while text[at : at + 1] not in ("", ",", "\r", "\n"):
                at += 1
        else:
            end = at
            while text[end : end + 1] not in ("", ",", "\r", "\n"):
                end += 1
            items.append(text[at:end].rstrip())
            at = end
        at += 2 if text[at : at + 2] == "\r\n" else 1
    return items


def test_excel_and_xlwings_find_the_interpreter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = with_entries(b"", OURS, "\r\n")
    assert read_by_vba(content, "INTERPRETER_WIN") == PYTHON
    assert read_by_vba(content, "ADD_WORKBOOK_TO_PYTHONPATH") == "False"
    path = tmp_path / "xlwings.conf"
    path.write_bytes(content)
    monkeypatch.setattr(xlwings, "USER_CONFIG_FILE", str(path))
    assert read_user_config() == {name.lower(): value for name, value in OURS.items()}


def test_a_second_interpreter_never_goes_before_ours() -> None:
    old = b'"Interpreter_Win","C:\\old\\python.exe"\r\nINTERPRETER_WIN , D:\\x.exe\r\n'
    content = with_entries(old, OURS, "\r\n")
    assert content.lower().count(b"interpreter_win") == 1
    assert read_by_vba(content, "interpreter_win") == PYTHON


def test_a_blank_line_that_throws_vba_out_of_step_goes() -> None:
    old = b'"LICENSE_KEY","k"\r\n\r\n"PYTHONPATH","C:\\mine"\r\n'
    assert read_by_vba(old, "PYTHONPATH") is None
    content = with_entries(old, OURS, "\r\n")
    assert read_by_vba(content, "PYTHONPATH") == r"C:\mine"


def test_what_others_wrote_keeps_its_bytes_in_any_encoding() -> None:
    old = '"PYTHONPATH","D:\\Tài liệu"\n'.encode("cp1258", "replace") + b'"X","\xff"'
    content = with_entries(old, OURS, "\n")
    assert content.startswith(old + b"\n")
    gone: dict[str, str | None] = dict.fromkeys(OURS)
    assert with_entries(content, gone, "\n") == old + b"\n"


_WORDS = st.text(st.characters(codec="cp1252", exclude_characters='",\r\n\x85'), min_size=1)
_NAMES = _WORDS.map(str.strip).filter(bool)


@given(st.dictionaries(_NAMES, st.one_of(_NAMES, st.just("")), max_size=5))
def test_other_pairs_read_as_before(pairs: dict[str, str]) -> None:
    others = {name: value for name, value in pairs.items() if name.upper() not in OURS}
    old = "".join(f'"{name}","{value}"\r\n' for name, value in others.items()).encode()
    content = with_entries(old, OURS, "\r\n")
    assert input_items(content.decode())[: 2 * len(others)] == input_items(old.decode())
    assert {name: read_by_vba(content, name) for name in OURS} == OURS
    assert with_entries(content, OURS, "\r\n") == content


@pytest.mark.parametrize(
    ("platform", "content", "found"),
    [
        ("win32", b'"INTERPRETER_WIN","a"\n"INTERPRETER","b"', "a"),
        ("win32", b'"INTERPRETER","b"', "b"),
        ("darwin", b'"INTERPRETER_MAC","m"', "m"),
        ("linux", b'"INTERPRETER_WIN","a"\n"INTERPRETER","b"', "b"),
        ("linux", b'"INTERPRETER",""', None),
        ("linux", b"", None),
    ],
)
def test_each_platform_has_its_interpreter(
    platform: str, content: bytes, found: str | None
) -> None:
    assert interpreter_of(entries(content), platform) == found
