"""Killed at every write, a job leaves the old state or the new one, and can be run again."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from editing import confirm
from killing import deaths
from tables import Alter

from xl_dialogue import book as workbook
from xl_dialogue import cli, messages
from xl_dialogue.engines import closed
from xl_dialogue.exchange import audit
from xl_dialogue.exchange.forgetting.deciding import Forgetting
from xl_dialogue.exchange.forgetting.seeking import Seeker, holds, parts_that_say
from xl_dialogue.opc import Package
from xl_dialogue.plan.journal import next_run
from xl_dialogue.plan.plan import Plan
from xl_dialogue.recording import disagreements

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")


def few_of_each(book: openpyxl.Workbook) -> None:
    book["Đại biểu"].delete_rows(5, 450)
    book["Câu hỏi"].delete_rows(12, 150)
    content = book["Câu hỏi"]["E2"]
    content.value = f"{content.value}  "  # for `fix` to mend
    confirm(book)


@pytest.fixture
def source(altered: Callable[[Alter], Path], tmp_path: Path) -> Path:
    """A folder with a small plan in it, and a log that knows of one run."""
    folder = tmp_path / "source"
    folder.mkdir()
    plan = altered(few_of_each).rename(folder / "plan.xlsm")
    assert cli.main(["fix", str(plan)]) == cli.FINE
    assert audit.verify(audit.log_of(plan).read_bytes()).lines
    (folder / "plan.bak.xlsm").unlink()
    return folder


def plan_in(folder: Path) -> Plan:
    book = closed.open(folder / "plan.xlsm")
    try:
        return workbook.read(book)
    finally:
        book.close()


def hold(folder: Path, source: Path) -> Plan:
    """What is true after any death: workbook and backup are whole, the log tells no lie.

    It lacks no run but the last, where death came between the workbook and the log.
    """
    plan = plan_in(folder)
    backup, before = folder / "plan.bak.xlsm", (source / "plan.xlsm").read_bytes()
    if backup.exists():
        assert Package(backup.read_bytes()).names
    log = audit.log_of(folder / "plan.xlsm")
    verdict = audit.verify(log.read_bytes() if log.exists() else b"")
    assert verdict.faults == []
    unlogged = list(disagreements(verdict.lines, plan))
    assert [(said.text, said.facts["run"]) for said in unlogged] in (
        [], [(messages.AUDIT_NOT_IN_LOG, next_run(plan) - 1)],
    )  # fmt: skip
    is_old = (folder / "plan.xlsm").read_bytes() == before
    assert is_old or backup.exists()
    return plan


def test_assign_killed_at_every_write(source: Path, tmp_path: Path) -> None:
    old = (source / "plan.xlsm").read_bytes()
    *killed, finished = deaths(
        source, tmp_path / "work", ["assign", "plan.xlsm"], sizes=(1, 40, 5_000, 60_000)
    )
    assert len(killed) > 10
    new = hold(finished, source)
    states: Counter[str] = Counter()
    for folder in killed:
        plan = hold(folder, source)
        is_old = (folder / "plan.xlsm").read_bytes() == old
        states["old" if is_old else "new"] += 1
        if not is_old:
            assert plan.questions.equals(new.questions)
            assert len(plan.journal) == len(new.journal)
    assert min(states["old"], states["new"]) >= 2, states
    for folder in killed[::6]:
        assert cli.main(["assign", str(folder / "plan.xlsm")]) == cli.FINE
        assert plan_in(folder).questions.equals(new.questions)


def test_forget_killed_at_every_write_and_done_again_leaves_no_name(
    source: Path, tmp_path: Path
) -> None:
    cli.main(["send", str(source / "plan.xlsm"), "--to", "unions", "--out", str(source / "ra")])
    shutil.rmtree(source / "ra")
    old, names = (source / "plan.xlsm").read_bytes(), Forgetting(plan_in(source)).values
    arguments = ["forget", "plan.xlsm", "--before", "1/1/2023"]
    *killed, finished = deaths(source, tmp_path / "work", arguments, (1, 5_000, 60_000), every=2)
    new, says = plan_in(finished), Seeker(names)
    states: Counter[str] = Counter()
    for folder in killed:
        plan, content = plan_in(folder), (folder / "plan.xlsm").read_bytes()
        states["old" if content == old else "new"] += 1
        if content != old:
            assert plan.delegates.equals(new.delegates)
            assert [*parts_that_say(content, says)] == []
    assert min(states["old"], states["new"]) >= 2, states
    for folder in (*killed[::4], killed[-1], finished):
        again = ["forget", str(folder / "plan.xlsm"), "--before", "1/1/2023"]
        assert cli.main(again) == cli.FINE
        held = [path for path in folder.rglob("*") if path.is_file()]
        assert [path.name for path in held if holds(path.read_bytes(), says)] == []
        assert cli.main(["audit", str(folder / "plan.xlsm")]) == cli.FINE


def test_letters_killed_at_every_write(source: Path, tmp_path: Path) -> None:
    arguments = ["merge", "plan.xlsm", "invitation", "--out", "ra"]
    *killed, finished = deaths(source, tmp_path / "work", arguments, (1, 5_000), every=2)
    wanted = {path.name for path in (finished / "ra").rglob("*.docx")}
    assert wanted
    assert len(killed) > 10
    for folder in killed:
        for path in folder.rglob("*.docx"):
            assert Package(path.read_bytes()).names
    for folder in killed[::4]:
        hold(folder, source)
        again = ["merge", str(folder / "plan.xlsm"), "invitation", "--out", str(folder / "ra")]
        assert cli.main(again) == cli.FINE
        assert {path.name for path in (folder / "ra").rglob("*.docx")} == wanted


@pytest.mark.soak
def test_numbers_killed_at_every_write_are_never_given_twice(source: Path, tmp_path: Path) -> None:
    arguments = ["issue", "plan.xlsm", "invitation", "--out", "ra"]
    *killed, _ = deaths(source, tmp_path / "work", arguments, (5_000,), every=5)
    for folder in killed:
        hold(folder, source)
        again = ["issue", str(folder / "plan.xlsm"), "invitation", "--out", str(folder / "ra")]
        assert cli.main(again) == cli.FINE
        given = [entry for entry in plan_in(folder).register["number"] if entry]
        assert len(given) == len(set(given)) > 0
