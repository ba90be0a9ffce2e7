"""Looking a PC over: every check says in one line what it found and what to do."""

from __future__ import annotations

from pathlib import Path

from xl_dialogue.office.pc import checks_everywhere, checks_windows, libreoffice, receipt, settings
from xl_dialogue.office.pc.checkup import CHECKS, WINDOWS_ONLY, Case, Check
from xl_dialogue.office.pc.environment import ask
from xl_dialogue.office.pc.places import PC, places, this_pc
from xl_dialogue.office.pc.setup import EXTENSION, FindOffice, shipped
from xl_dialogue.share import shared

REGISTERED = (checks_everywhere, checks_windows)
"""Imported so that their checks are entered."""


def doctor(*, pc: PC | None = None, find_office: FindOffice = libreoffice.installed) -> list[Check]:
    """All checks of this PC; those of Windows are left out elsewhere.

    Errors: ``DialogueError`` when the receipt of the setup cannot be read.
    """
    case = admit(pc or this_pc(), find_office)
    return [
        Check(name, *look)
        for name, examine in CHECKS.items()
        if case.pc.is_windows or name not in WINDOWS_ONLY
        for look in examine(case)
    ]


def admit(pc: PC, find_office: FindOffice) -> Case:
    """Ask the slow ones once: the interpreters."""
    own = places(pc)
    common = places(pc, everyone=True)
    where = own if Path(own.receipt).exists() or not Path(common.receipt).exists() else common
    conf = Path(own.settings)
    pairs = settings.entries(conf.read_bytes()) if conf.is_file() else {}
    named = settings.interpreter_of(pairs, pc.platform)
    interpreter = Path(named) if named else None
    contents = ask(interpreter) if interpreter and interpreter.exists() else None
    at_work = Path(str(pc.python))
    return Case(
        pc=pc,
        places=where,
        made=receipt.load(Path(where.receipt)),
        settings=pairs,
        interpreter=interpreter,
        contents=contents,
        own=contents if interpreter == at_work else ask(at_work),
        office=find_office(pc, where.is_common),
        startups=tuple(Path(each.startup) for each in (own, common) if each.startup),
        shipped=shipped(),
        extension=shared("workbook") / EXTENSION,
    )
