"""The log beside the workbook: every line bound to the one before."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import plan_of

from xl_dialogue import cli, messages, recording
from xl_dialogue.exchange import audit
from xl_dialogue.messages import Text

FIVE = b""
for number in range(5):
    FIVE += audit.addition(FIVE, {"job": f"việc {number}"})
LINES = FIVE.splitlines(keepends=True)


def faults(content: bytes) -> list[tuple[Text, int]]:
    return [(said.text, int(str(said.facts["line"]))) for said in audit.verify(content).faults]


def notes(content: bytes) -> list[tuple[Text, int]]:
    return [(said.text, int(str(said.facts["line"]))) for said in audit.verify(content).notes]


def test_what_was_only_added_to_is_kept() -> None:
    assert faults(FIVE) == notes(FIVE) == []
    assert [line.facts["job"] for line in audit.verify(FIVE).lines] == [
        f"việc {n}" for n in range(5)
    ]


@pytest.mark.parametrize("at", range(5))
def test_a_line_that_was_changed_is_pointed_at(at: int) -> None:
    changed = [*LINES]
    changed[at] = LINES[at].replace("việc".encode(), "Việc".encode())
    assert faults(b"".join(changed)) == [(messages.AUDIT_CHANGED, at + 1)]


@pytest.mark.parametrize("at", range(4))
def test_a_line_changed_together_with_its_hash_is_pointed_at_by_the_next(at: int) -> None:
    forged = audit.addition(b"".join(LINES[:at]), {"job": "khác"})
    assert faults(b"".join((*LINES[:at], forged, *LINES[at + 1 :]))) == [
        (messages.AUDIT_CHANGED, at + 1)
    ]


@pytest.mark.parametrize("at", range(4))
def test_lines_that_were_cut_out_are_missed(at: int) -> None:
    cut = b"".join((*LINES[:at], *LINES[at + 1 :]))
    assert faults(cut) == [(messages.AUDIT_CUT, at + 1)]


def test_lines_that_changed_places_and_copies_are_pointed_at() -> None:
    one, two, three, *rest = LINES
    assert faults(b"".join((one, three, two, *rest))) == [(messages.AUDIT_REORDERED, 3)]
    assert faults(b"".join((*LINES, two))) == [(messages.AUDIT_REORDERED, 6)]


def test_a_line_of_somebody_elses_is_pointed_at() -> None:
    assert faults(LINES[0] + b"xin chao\n" + b"".join(LINES[1:])) == [
        (messages.AUDIT_UNREADABLE, 2)
    ]


@pytest.mark.parametrize("size", [1, 30, len(LINES[4]) - 2])
def test_a_last_line_cut_short_is_no_ones_fault_and_the_next_line_says_so(size: int) -> None:
    torn = b"".join(LINES[:4]) + LINES[4][:size]
    assert (faults(torn), notes(torn)) == ([], [(messages.AUDIT_TORN, 5)])
    mended = torn + audit.addition(torn, {"job": "sau"})
    assert (faults(mended), notes(mended)) == ([], [(messages.AUDIT_MENDED, 5)])
    assert mended.startswith(torn), "nothing is taken back"


def test_a_last_line_without_its_end_is_whole() -> None:
    content = FIVE[:-1]
    longer = content + audit.addition(content, {"job": "sau"})
    assert faults(content) == notes(content) == faults(longer) == notes(longer) == []


@given(st.integers(0, len(FIVE) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed_unnoticed(at: int, change: int) -> None:
    changed = bytearray(FIVE)
    changed[at] ^= change
    assert faults(bytes(changed)) or notes(bytes(changed)) or at == len(FIVE) - 1


@given(st.binary(max_size=200))
def test_any_rubbish_is_judged_and_added_to(content: bytes) -> None:
    audit.verify(content)
    assert audit.verify(content + audit.addition(content, {})).lines


def test_a_forged_number_of_any_size_is_counted_and_not_gone_through() -> None:
    far = FIVE + forged({"n": 10**30})
    [said] = audit.verify(far).faults
    assert (said.text, said.facts["count"]) == (messages.AUDIT_CUT, 10**30 - 6)


def forged(facts: dict[str, object]) -> bytes:
    """A line of somebody who knows how lines are written."""
    body = json.dumps(facts).encode()
    return body[:-1] + b', "hash": "%s"}\n' % hashlib.sha256(body).hexdigest().encode()


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside),
    max_leaves=5,
)
WRITTEN = ("mended", "prev", "run", "cells", "after", "before", "numbers", "changes")


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(WRITTEN), anything), st.integers(1, 9))
def test_whatever_a_forged_line_says_the_log_is_judged_and_told(
    facts: dict[str, object], number: int
) -> None:
    content = FIVE + forged({"n": number, **facts})
    plan = plan_of(journal="run | sheet\n1 | Câu hỏi\n3 | Câu hỏi")
    verdict = audit.verify(content)
    judged = recording.disagreements, recording.unlogged
    said = [*verdict.faults, *(each for judge in judged for each in judge(verdict.lines, plan))]
    said += recording.saved_since(verdict.lines, Path("không có.xlsm"))
    json.dumps([each.say() for each in said], ensure_ascii=False).encode()
    json.dumps([line.facts for line in verdict.lines], ensure_ascii=False).encode()


# --- beside a workbook ----------------------------------------------------------------------


def log_beside(plan: Path) -> list[dict[str, Any]]:
    log = audit.log_of(plan)
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_a_job_that_writes_leaves_a_line_without_anybodys_name(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan_file.read_bytes()
    cli.main(["fix", str(plan_file), "--dry-run"])
    assert not audit.log_of(plan_file).exists()
    cli.main(["assign", str(plan_file)])
    cli.main(["undo", str(plan_file)])
    assign, undo = log_beside(plan_file)
    assert (assign["job"], assign["run"], undo["job"], undo["run"]) == ("assign", 1, "undo", 2)
    assert assign["before"] == hashlib.sha256(before).hexdigest()
    assert (assign["after"], undo["prev"]) == (undo["before"], assign["hash"])
    questions = assign["changes"]["Câu hỏi"]
    assert sum(questions["columns"].values()) == assign["cells"]
    assert set(questions) == {"columns", "codes"}
    capsys.readouterr()
    assert cli.main(["audit", str(plan_file)]) == cli.FINE
    assert "2 dòng, không dòng nào bị sửa" in capsys.readouterr().out


def test_a_log_whose_end_was_cut_off_is_given_away_by_the_journal(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["assign", str(plan_file)])
    cli.main(["undo", str(plan_file)])
    log = audit.log_of(plan_file)
    log.write_bytes(log.read_bytes().splitlines(keepends=True)[0])
    capsys.readouterr()
    assert cli.main(["audit", str(plan_file)]) == cli.WRONG
    assert "Lượt 2 có trong trang Nhật ký" in capsys.readouterr().out


def test_a_log_that_is_gone_is_told_where_the_journal_has_runs(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["assign", str(plan_file)])
    audit.log_of(plan_file).unlink()
    capsys.readouterr()
    assert cli.main(["audit", str(plan_file)]) == cli.WRONG
    said = capsys.readouterr().out
    assert "Trang Nhật ký có 1 lượt mà tệp nhật ký không có lượt nào" in said
    assert "Chưa có nhật ký" not in said
    cli.main(["validate", str(plan_file), "--write"])
    assert cli.main(["audit", str(plan_file)]) == cli.WRONG


def test_a_changed_line_is_told_by_the_command(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["assign", str(plan_file)])
    log = audit.log_of(plan_file)
    log.write_bytes(log.read_bytes().replace(b'"job": "assign"', b'"job": "assigm"'))
    capsys.readouterr()
    assert cli.main(["audit", str(plan_file), "--json"]) == cli.WRONG
    assert "Dòng 1" in json.loads(capsys.readouterr().out)["faults"][0]


def test_a_log_that_cannot_be_written_is_told_and_the_job_is_done(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit.log_of(plan_file).mkdir()
    assert cli.main(["assign", str(plan_file)]) == cli.FINE
    assert "Không ghi được nhật ký" in capsys.readouterr().out
