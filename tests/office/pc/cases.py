"""A Windows PC drawn for the doctor, and what one check says of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pcs import drawn, marked_workbook, windows

from xl_dialogue import __version__
from xl_dialogue.office.pc import environment, settings
from xl_dialogue.office.pc.checkup import CHECKS, Case, Examination
from xl_dialogue.office.pc.doctor import REGISTERED
from xl_dialogue.office.pc.places import Places
from xl_dialogue.office.pc.receipt import Receipt

EXCEL = r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE"
HAS_EXCEL = {r"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\excel.exe|": EXCEL}
SOUND = environment.Contents(
    "3.11.9", __version__, dict.fromkeys(environment.packages(), "1"), True
)


def a_case(tmp_path: Path, said: Mapping[str, object] | None = None) -> Case:
    """A Windows PC on which all is well, its folders below the given one."""
    where = Places(
        product=tmp_path / "product", documents=tmp_path, settings=tmp_path / "xlwings.conf",
        startup=tmp_path / "XLSTART", programs="Scripts", suffix=".exe", is_common=False,
    )  # fmt: skip
    python = next(drawn(tmp_path, {"python.exe": "Python"}))
    list(drawn(tmp_path, {"XLSTART/DialoguePlan.xlam": "add-in"}))
    (tmp_path / "Doi thoai").mkdir()
    marked_workbook(tmp_path / "Doi thoai" / "DialoguePlan.xlsm")
    return Case(
        pc=windows(said=HAS_EXCEL | dict(said or {})), places=where,
        made=Receipt(folder=str(tmp_path / "Doi thoai")),
        settings=settings.wanted("win32", str(python)), interpreter=python,
        contents=SOUND, own=SOUND, office=None, startups=(tmp_path / "XLSTART",),
        addin=next(drawn(tmp_path, {"release/DialoguePlan.xlam": "add-in"})),
        extension=tmp_path / "none.oxt",
    )  # fmt: skip


def examination(name: str) -> Examination:
    assert REGISTERED  # every check is entered
    return CHECKS[name]


def found(case: Case, name: str) -> list[str]:
    """The states that a check gives."""
    return [look.state.name.lower() for look in examination(name).look(case)]


def sentence(case: Case, name: str) -> str:
    """What a check says, with its advice."""
    return "\n".join(check.say("en") for check in examination(name).checks(case))
