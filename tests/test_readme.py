"""What the README promises."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import offices
import pytest
from editing import confirm, edited

from xl_dialogue import cli
from xl_dialogue.jobs import JOBS
from xl_dialogue.office import listings
from xl_dialogue.office.build import LISTED
from xl_dialogue.share import shared

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^xl-dialogue (.+?)(?:\s+#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    shipped = shared("workbook") / "DialoguePlan.xlsm"
    Path("PLAN").with_suffix(".xlsm").write_bytes(shipped.read_bytes())
    Path("LETTER.docx").write_bytes((shared("templates") / "ke-hoach.docx").read_bytes())
    offices.tidy(tmp_path).rename("LIST.xlsx")
    offices.our_form(tmp_path).rename("FORM.docx")
    if "PACKET" in command:
        cli.main(["send", "PLAN.xlsm", "--out", "sent"])
        min(Path("sent").glob("*.xlsx")).rename("PACKET.xlsx")
    if "forget" in command:  # of a conference that was held
        with edited(Path("PLAN.xlsm")) as book:
            confirm(book)
    given = [
        word.replace("PLAN", "PLAN.xlsm") if word == "PLAN" else word
        for word in shlex.split(command)
    ]
    assert cli.main(given) in (cli.FINE, cli.WRONG)


def test_every_job_that_needs_no_window_is_shown_at_work() -> None:
    shown = {command.split()[0] for command in COMMANDS}
    assert shown >= {job.command for job in JOBS.values() if not job.moves}


def test_the_tables_of_jobs_are_the_registrys() -> None:
    for name, listed in LISTED.items():
        text = (TOP / name).read_text(encoding="utf-8")
        assert text.count(listings.BEGIN) == 1
        assert listed(text) == text, f"xl-dialogue build makes {name} anew"


def test_every_picture_and_path_of_the_readme_is_there() -> None:
    for picture in re.findall(r"!\[[^]]*]\(([^)]+)\)", README):
        assert (TOP / picture).exists(), picture


def test_the_house_is_drawn_as_it_stands() -> None:
    drawn = set(re.findall(r"^  (\w+(?:\.py|/))  +\S", README, re.MULTILINE))
    standing = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (TOP / "xl_dialogue").iterdir()
        if not path.name.startswith("__") and path.suffix in ("", ".py")
    }
    assert drawn == standing
