"""The staff's guide keeps up with the program."""

from __future__ import annotations

import re
from pathlib import Path

from xl_dialogue.jobs import JOBS
from xl_dialogue.macros import DOCUMENTS, INBOX
from xl_dialogue.plan.sheets import DASHBOARD_TITLE, SHEETS, TO_DO_TITLE
from xl_dialogue.registry import buttons
from xl_dialogue.share import TEMPLATES

FOLDER = Path(__file__).parents[1] / "workbook"
GUIDE = (FOLDER / "HUONG-DAN.md").read_text(encoding="utf-8")
STEPS = GUIDE[GUIDE.index("## 3.") : GUIDE.index("## 4.")]


def test_every_picture_is_there_and_none_lies_about() -> None:
    named = set(re.findall(r"!\[[^]]*]\(pictures/([^)]+)\)", GUIDE))
    there = {path.name for path in (FOLDER / "pictures").iterdir()}
    assert named | {"overview.png"} == there


def test_the_buttons_of_the_work_are_explained_in_the_order_of_the_ribbon() -> None:
    labels = [button.label.vi for job in JOBS.values() if job.large for button in buttons(job)]
    places = [STEPS.find(f"**{label}**") for label in labels if f"**{label}**" in STEPS]
    named = [label for label in labels if label in STEPS]
    assert named == labels
    assert places == sorted(places)


def test_every_sheet_it_names_is_one_of_the_workbooks() -> None:
    known = {sheet.title for sheet in SHEETS} | {DASHBOARD_TITLE, TO_DO_TITLE}
    named = re.findall(r"[Tt]rang \*\*([^*]+)\*\*", GUIDE)
    assert named
    assert set(named) <= known


def test_the_folders_it_names_are_those_the_buttons_use() -> None:
    assert f"`{DOCUMENTS}`" in GUIDE
    assert f"`{TEMPLATES}`" in GUIDE
    assert f"`{INBOX}`" in GUIDE
