"""One registry: what is entered there is a subcommand, a button and a row of the README."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from xl_dialogue import cli, messages
from xl_dialogue.cli.options import OPTIONS
from xl_dialogue.documents.kinds import KINDS
from xl_dialogue.jobs import JOBS, asked
from xl_dialogue.messages import DialogueError
from xl_dialogue.registry import GROUPS, buttons, menu

ALL = [each for job in JOBS.values() for each in (*buttons(job), *menu(job))]


def test_every_button_has_an_id_of_its_own_that_leads_to_its_job() -> None:
    ids = [button.id for button in ALL]
    assert len(ids) == len(set(ids))
    assert {asked(id_)[0].name for id_ in ids} == set(JOBS) - {"run"}


@pytest.mark.parametrize(
    ("button", "job", "kinds"),
    [
        ("validate", "validate", ()),
        ("merge.invitation", "merge", ("invitation",)),
        ("merge.invitation.listed", "merge", ("invitation",)),
        ("merge", "merge", tuple(KINDS)),
    ],
)
def test_a_buttons_id_tells_the_job_and_the_kinds(
    button: str, job: str, kinds: tuple[str, ...]
) -> None:
    found, pressed = asked(button)
    assert (found.name, pressed.id, pressed.kinds) == (job, button, kinds)


@pytest.mark.parametrize(
    "button",
    ["", "valid", "run", "merge.giay_moi", "merge..listed", "merge.invitation.x", "fix.invitation"],
)
def test_an_id_that_no_button_has_is_refused(button: str) -> None:
    with pytest.raises(DialogueError):
        asked(button)


def test_groups_stand_in_the_order_of_the_work() -> None:
    assert [group.label.vi[0] for group in GROUPS] == ["1", "2", "3", "4", "5"]
    assert {job.group for job in JOBS.values()} == set(GROUPS)


NEW_JOB = """
from xl_dialogue.messages import Text
from xl_dialogue.registry import FOLLOW_UP, job
import xl_dialogue.jobs

@job(Text("Vẫy tay", "Wave"), Text("Vẫy", "Wave at them"), group=FOLLOW_UP, picture="Info",
     takes=("dry_run",))
def wave(book, request): ...

from xl_dialogue import cli, messages
from xl_dialogue.office.buttons.extension import extension
from xl_dialogue.office.buttons.ribbon import ribbon
from xl_dialogue.opc import Package
assert b'id="wave" label="V\\xe1\\xba\\xaby tay"' in ribbon()
assert b"vn.xl_dialogue.Click?wave" in Package(extension()).read("Addons.xcu")
cli.main(["wave", "--help"])
"""


def test_a_job_entered_is_a_button_in_excel_and_calc_and_a_subcommand_at_once() -> None:
    done = subprocess.run([sys.executable, "-c", NEW_JOB], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"usage: xl-dialogue wave" in done.stdout


def test_every_option_a_job_takes_is_one_that_the_command_line_knows() -> None:
    assert {option for job in JOBS.values() for option in job.takes} == set(OPTIONS)


@pytest.mark.parametrize("name", [job.name for job in JOBS.values() if job.moves])
def test_what_only_takes_somebody_somewhere_needs_a_window(
    name: str, plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["validate", str(plan_file), "--write"])
    assert cli.main([JOBS[name].command, str(plan_file)]) == cli.STOPPED
    assert messages.NEEDS_A_WINDOW.vi in capsys.readouterr().err
