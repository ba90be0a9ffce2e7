"""Looking a PC over: every check says in one line what it found and what to do."""

from __future__ import annotations

from pathlib import Path

from xl_dialogue.office.pc import (
    checks_calc,
    checks_everywhere,
    checks_windows,
    libreoffice,
    receipt,
    settings,
)
from xl_dialogue.office.pc.checkup import CHECKS, Case, Check
from xl_dialogue.office.pc.environment import ask
from xl_dialogue.office.pc.places import PC, places_here, this_pc
from xl_dialogue.office.pc.setup import FindOffice
from xl_dialogue.share import ADDIN, EXTENSION, shared

REGISTERED = (checks_everywhere, checks_calc, checks_windows)
"""Imported so that their checks are entered."""


def doctor(*, pc: PC | None = None, find_office: FindOffice = libreoffice.installed) -> list[Check]:
    """All checks of this PC; those of Windows are left out elsewhere.

    Errors: ``DialogueError`` when the receipt of the setup cannot be read.
    """
    case = admit(pc or this_pc(), find_office)
    return [
        check
        for examination in CHECKS.values()
        if case.pc.is_windows or not examination.windows_only
        for check in examination.checks(case)
    ]


def admit(pc: PC, find_office: FindOffice) -> Case:
    """Ask the slow ones once: the interpreters."""
    own, common = places_here(pc), places_here(pc, everyone=True)
    where = own if own.receipt.exists() or not common.receipt.exists() else common
    pairs = settings.entries(own.settings.read_bytes()) if own.settings.is_file() else {}
    named = settings.interpreter_of(pairs, pc.platform)
    interpreter = Path(named) if named else None
    contents = ask(interpreter) if interpreter and interpreter.exists() else None
    return Case(
        pc=pc,
        places=where,
        made=receipt.load(where.receipt),
        settings=pairs,
        interpreter=interpreter,
        contents=contents,
        own=contents if interpreter == pc.at_work else ask(pc.at_work),
        office=find_office(pc, where.is_common),
        startups=tuple(each.startup for each in (own, common) if each.startup),
        addin=shared("workbook") / ADDIN,
        extension=shared("workbook") / EXTENSION,
    )
