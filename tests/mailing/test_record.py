from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from xl_dialogue import messages
from xl_dialogue.mailing.record import Record, mask_addresses, states
from xl_dialogue.messages import DialogueError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.jsonl"


def words(path: Path) -> dict[str, str]:
    """How it stands with every key, in a word."""
    return {key: standing.state for key, standing in states(path).items()}


def test_no_file_is_nothing_sent(path: Path) -> None:
    assert states(path) == {}


def test_the_last_word_about_a_key_counts(path: Path) -> None:
    with Record(path) as record:
        record.sending("Thư 1", ["a@x.vn"], "<1@x.vn>")
        record.sent("Thư 1")
        record.sending("Thư 2", ["a@x.vn"], "<2@x.vn>")
        record.failed("Thư 2", "554")
        record.sending("Thư 3", ["a@x.vn"], "<3@x.vn>")
    assert words(path) == {"Thư 1": "sent", "Thư 2": "failed", "Thư 3": "sending"}
    assert states(path) == record.states


def test_a_line_is_on_the_disk_when_it_is_written(path: Path) -> None:
    with Record(path) as record:
        record.sending("Thư 1", ["a@x.vn"], "<1@x.vn>")
        assert words(path) == {"Thư 1": "sending"}


def test_lines_are_only_added(path: Path) -> None:
    with Record(path) as record:
        record.sent("Thư 1")
    before = path.read_bytes()
    with Record(path) as record:
        record.sent("Thư 2")
    assert path.read_bytes().startswith(before)
    assert all(json.loads(line) for line in path.read_bytes().splitlines())


@pytest.mark.parametrize("cut", [1, 10, 40])
def test_a_last_line_cut_short_by_a_crash_is_let_go(path: Path, cut: int) -> None:
    with Record(path) as record:
        record.sending("Thư 1", ["a@x.vn"], "<1@x.vn>")
        record.sent("Thư 1")
        record.sending("Thư 2", ["a@x.vn"], "<2@x.vn>")
    path.write_bytes(path.read_bytes()[: -cut - 1])
    assert words(path) == {"Thư 1": "sent"}
    with Record(path) as record:
        record.sent("Thư 3")
    assert words(path) == {"Thư 1": "sent", "Thư 3": "sent"}


def test_a_last_line_without_its_end_is_kept(path: Path) -> None:
    with Record(path) as record:
        record.sent("Thư 1")
    path.write_bytes(path.read_bytes().rstrip())
    with Record(path) as record:
        record.sent("Thư 2")
    assert words(path) == {"Thư 1": "sent", "Thư 2": "sent"}


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[]",
        b"null",
        b'{"key": "x"}',
        b'{"key": 1, "state": "sent"}',
        b'{"key": "x", "state": "y"}',
        b"\xff",
    ],
)
def test_a_line_that_is_none_of_ours_stops_the_job(path: Path, line: bytes) -> None:
    path.write_bytes(b'{"key": "x", "state": "sent"}\n' + line + b"\n")
    with pytest.raises(DialogueError) as error:
        Record(path)
    assert error.value.text == messages.RECORD_DAMAGED
    assert error.value.facts["line"] == 2


def test_a_second_run_is_told_who_has_the_record(path: Path) -> None:
    with Record(path), pytest.raises(DialogueError) as error:
        Record(path)
    assert error.value.text == messages.RECORD_BUSY
    assert error.value.facts["since"] != "?"


def test_a_run_that_ended_anyhow_lets_go(path: Path) -> None:
    code = (
        "import os, pathlib, sys; from xl_dialogue.mailing.record import Record; "
        "r = Record(pathlib.Path(sys.argv[1])); r.sending('Thư 1', [], ''); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    with Record(path) as record:
        assert record.states["Thư 1"].state == "sending"


def test_a_record_that_cannot_be_written_stops_the_job(tmp_path: Path) -> None:
    with pytest.raises(DialogueError) as error:
        Record(tmp_path)
    assert error.value.text == messages.RECORD_REFUSED


def test_addresses_are_masked_but_those_of_agencies_and_letters_are_known_as_before(
    path: Path,
) -> None:
    with Record(path) as record:
        record.sending("Giấy mời D1", ["an@vidu.vn", "So@vidu.vn"], "<1@vidu.vn>", "1 a")
        record.sent("Giấy mời D1")
        record.sending("Giấy mời D2", ["ba@vidu.vn"], "<2@vidu.vn>")
        record.failed("Giấy mời D2", "550 <ba@vidu.vn>: unknown")
    before = states(path)
    assert mask_addresses(path, {"so@vidu.vn"}, "(x)", dry_run=True)
    assert states(path) == before
    assert mask_addresses(path, {"so@vidu.vn"}, "(x)", dry_run=False)
    masked = ("(x)", "So@vidu.vn")
    assert states(path)["Giấy mời D1"] == before["Giấy mời D1"]._replace(to=masked, got=masked)
    assert states(path)["Giấy mời D2"] == before["Giấy mời D2"]
    content = path.read_text(encoding="utf-8")
    assert ("an@vidu.vn" in content, "ba@vidu.vn" in content) == (False, False)
    assert "<1@vidu.vn>" in content
    assert not mask_addresses(path, {"so@vidu.vn"}, "(x)", dry_run=False)


def test_nothing_is_masked_where_there_is_no_record_or_somebody_holds_it(path: Path) -> None:
    assert not mask_addresses(path, (), "(x)", dry_run=False)
    with Record(path), pytest.raises(DialogueError) as error:
        mask_addresses(path, (), "(x)", dry_run=False)
    assert error.value.text == messages.RECORD_REFUSED
