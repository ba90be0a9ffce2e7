"""Damaged files by the hundred, and with ``-m soak`` by the ten thousand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import fuzz
import pytest

HERE = Path(__file__).parent


def came_of(count: int, first: int) -> dict[str, Any]:
    """What a process of its own, of bounded memory, makes of so many files."""
    command = [sys.executable, str(HERE / "fuzz.py"), str(count), str(first)]
    path = {"PYTHONPATH": str(HERE.parents[2]), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, text=True, env=path, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def hold(answer: dict[str, Any]) -> None:
    assert answer["faults"] == []
    assert answer["peak_mib"] < fuzz.MEMORY >> 20


def test_some_hundred_damaged_files_are_read_or_refused() -> None:
    answer = came_of(400, 1_000_000)
    hold(answer)
    assert 20 < answer["ends"]["read"] < 380, "the damage is neither nothing nor everything"


@pytest.mark.soak
def test_fifty_thousand_damaged_files_are_read_or_refused() -> None:
    for first in range(0, 50_000, 5_000):
        answer = came_of(5_000, first)
        hold(answer)
        assert answer["slowest"][0] < fuzz.SECONDS  # what is promised, of the processor's time
