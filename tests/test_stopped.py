"""Whole commands that are killed, or run out of room: what is there is whole, nothing is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from jobs_done import registered

resource = pytest.importorskip("resource")
ROOT = Path(__file__).parents[1]
DELEGATES = 450


def started(*arguments: object, room: int | None = None) -> subprocess.Popen[str]:
    """The command line at work; with ``room``, no file of its may be larger, as on a full disk."""

    def confine() -> None:
        if room:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.Popen(
        [sys.executable, "-m", "xl_dialogue.cli", *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=confine,
    )  # fmt: skip


def issue(plan: Path, out: Path) -> subprocess.Popen[str]:
    return started("issue", plan, "invitation", "--out", out)


def test_numbering_killed_at_any_moment_goes_on_where_it_stood(
    confirmed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    moments = random.Random(2022)
    for _ in range(3):
        run = issue(confirmed, out)
        time.sleep(moments.uniform(0.3, 1.6))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        openpyxl.load_workbook(confirmed, keep_vba=True)  # whole, before or after
        for path in out.rglob("*.docx"):
            Document(str(path))
    run = issue(confirmed, out)
    _, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    rows = registered(confirmed)
    assert [row[0] for row in rows] == [f"{n:02d}" for n in range(1, DELEGATES + 1)]
    assert sorted(str(row[4]) for row in rows) == sorted(
        path.relative_to(out).as_posix() for path in out.rglob("*.docx")
    )
    assert len({row[3] for row in rows}) == DELEGATES


@pytest.mark.parametrize("options", [(), ("--one-file",)])
def test_a_full_disk_is_said_and_leaves_nothing_half(
    confirmed: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    out, before = tmp_path / "out", confirmed.read_bytes()
    run = started("merge", confirmed, "invitation", "--out", out, *options, room=4_000)
    _, errors = run.communicate()
    assert run.returncode == 2
    assert "đầy" in errors
    assert "Traceback" not in errors
    assert [path for path in out.rglob("*") if path.suffix in (".docx", ".tmp")] == []
    assert confirmed.read_bytes() == before


def test_a_full_disk_while_the_workbook_is_saved_gives_no_number_away(
    confirmed: Path, tmp_path: Path
) -> None:
    before = confirmed.read_bytes()
    run = started("issue", confirmed, "conclusion_notice", "--out", tmp_path, room=60_000)
    _, errors = run.communicate()
    assert run.returncode == 2
    assert "kiểm tra ổ đĩa" in errors
    assert "Traceback" not in errors
    assert confirmed.read_bytes() == before
    assert list(tmp_path.glob("*.docx")) == []
