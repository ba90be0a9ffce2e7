"""What the doctor looks at for LibreOffice Calc: its buttons, and what drives it from outside."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.office.pc import libreoffice
from xl_dialogue.office.pc.checkup import Case, Look, attention, check, fine, unknown, wrong
from xl_dialogue.office.pc.environment import ask, runs
from xl_dialogue.office.pc.places import excel_program

_UNO = "from xl_dialogue.engines.calcbridge import uno; uno()"


@check("libreoffice")
def office(case: Case) -> Iterator[Look]:
    if case.office:
        yield fine(messages.LOOK_LIBREOFFICE, path=case.office.program)
    else:
        yield attention(messages.LOOK_NO_LIBREOFFICE)


@check("uno")
def uno(case: Case) -> Iterator[Look]:
    """What drives Calc from outside, by ``--app calc``; with Excel at hand nobody needs it."""
    if case.office is None:
        return
    asked = case.interpreter if case.contents and case.interpreter else case.pc.at_work
    if runs(asked, _UNO):
        yield fine(messages.LOOK_UNO)
    elif not excel_program(case.pc):
        yield attention(messages.LOOK_NO_UNO, messages.LOOK_NO_UNO_ADVICE)


@check("calc-python")
def calc_python(case: Case) -> Iterator[Look]:
    """Buttons in Calc run in LibreOffice's Python with the packages of the other."""
    if case.office is None or case.contents is None:
        return
    found = ask(case.office.python)
    if found is None:
        yield unknown(messages.LOOK_CALC_PYTHON_UNKNOWN, path=case.office.python)
        return
    facts = {"ours": minor(found.python), "found": minor(case.contents.python)}
    if facts["ours"] == facts["found"]:
        yield fine(messages.LOOK_CALC_PYTHON, **facts)
    else:
        yield attention(messages.LOOK_CALC_PYTHON_OTHER, messages.LOOK_CALC_PYTHON_ADVICE, **facts)


def minor(version: str) -> str:
    """``3.11`` of ``3.11.9``: packages of one such version fit no other."""
    return ".".join(version.split(".")[:2])


@check("extension")
def extension(case: Case) -> Iterator[Look]:
    if case.office is None or not case.extension.exists():
        return
    try:
        identifier, version = libreoffice.identity(case.extension)
        found = libreoffice.deployed(case.office).get(identifier)
    except DialogueError as error:
        yield unknown(messages.LOOK_EXTENSION_UNKNOWN, detail=error)
        return
    if found is None:
        yield attention(messages.LOOK_EXTENSION_MISSING, messages.RUN_SETUP)
    elif found != version:
        facts = {"found": found, "version": version}
        yield wrong(messages.LOOK_EXTENSION_OTHER, messages.RUN_SETUP, **facts)
    else:
        yield fine(messages.LOOK_EXTENSION, version=found)
