"""Killed at every write, send and collect leave the old state or the new one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from killing import deaths
from mailed import ANSWER, few_questions, filled, packets, put
from tables import Alter
from test_killed_jobs import hold, plan_in

from xl_dialogue import cli
from xl_dialogue.exchange.packets import base
from xl_dialogue.exchange.packets.reply import label_of
from xl_dialogue.exchange.reading.guarded import opened

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")


@pytest.fixture
def source(altered: Callable[[Alter], Path], tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return altered(few_questions).rename(folder / "plan.xlsm").parent


def test_send_killed_at_every_write_never_leaves_a_packet_that_is_not_kept(
    source: Path, tmp_path: Path
) -> None:
    arguments = ["send", "plan.xlsm", "--out", "ra"]
    *killed, finished = deaths(source, tmp_path / "work", arguments, (20, 5_000), every=2)
    assert len(killed) > 10
    for folder in (*killed, finished):
        shelf = base.Shelf(folder / "plan.xlsm")
        for packet in (folder / "ra").glob("*.xlsx"):
            label = label_of(opened(packet).tables)
            assert label is not None
            assert shelf.find(label.id) is not None
    for folder in killed[::6]:
        again = ["send", str(folder / "plan.xlsm"), "--out", str(folder / "ra")]
        assert cli.main(again) == cli.FINE


def test_collect_killed_at_every_write(source: Path, tmp_path: Path) -> None:
    file = filled(
        packets(source / "plan.xlsm")["Sở Xây dựng"], put("Câu hỏi", "CH001", ANSWER, "Có")
    )
    file.rename(source / "tra-loi.xlsx")
    old = (source / "plan.xlsm").read_bytes()
    arguments = ["collect", "plan.xlsm", "tra-loi.xlsx"]
    *killed, finished = deaths(source, tmp_path / "work", arguments, (40, 60_000), every=2)
    new = hold(finished, source)
    for folder in killed:
        plan = hold(folder, source)
        if (folder / "plan.xlsm").read_bytes() == old:
            assert not (folder / "Biên nhận").exists()
        else:
            assert plan.questions.equals(new.questions)
    for folder in killed[::6]:
        assert cli.main(["collect", str(folder / "plan.xlsm"), str(folder / "tra-loi.xlsx")]) == 0
        assert plan_in(folder).questions.equals(new.questions)
