"""What the README promises."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from xl_dialogue import cli
from xl_dialogue.jobs import JOBS
from xl_dialogue.share import shared

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^xl-dialogue (.+?)(?:\s+#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shipped = shared("workbook") / "DialoguePlan.xlsm"
    Path("PLAN").with_suffix(".xlsm").write_bytes(shipped.read_bytes())
    given = [
        word.replace("PLAN", "PLAN.xlsm") if word == "PLAN" else word
        for word in shlex.split(command)
    ]
    assert cli.main(given) in (cli.FINE, cli.WRONG)


def test_every_job_is_in_the_readme() -> None:
    assert {command.split()[0] for command in COMMANDS} >= set(JOBS)


def test_every_picture_and_path_of_the_readme_is_there() -> None:
    for picture in re.findall(r"!\[[^]]*]\(([^)]+)\)", README):
        assert (TOP / picture).exists(), picture
    for path in re.findall(r"^  (\w+(?:\.py|/))  +\S", README, re.MULTILINE):
        assert (TOP / "xl_dialogue" / path).exists(), path
