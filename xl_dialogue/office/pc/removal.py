"""Taking away what setup made, as its receipt has it, and nothing that a person has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.office.pc import environment, libreoffice, receipt, settings
from xl_dialogue.office.pc.doing import Errand, Say, carry_out, forget
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import PC, Places, places_here, this_pc
from xl_dialogue.office.pc.receipt import Receipt, digest_of
from xl_dialogue.office.pc.setup import FindOffice, SetupRequest
from xl_dialogue.office.pc.steps import Delete, Restore, Retire, Step, Withdraw, line, refusal


def remove(
    request: SetupRequest,
    say: Say,
    *,
    pc: PC | None = None,
    find_office: FindOffice = libreoffice.installed,
) -> bool:
    """Take it away; whether nothing is left that should go.

    Errors: ``DialogueError`` when nothing was set up or the receipt cannot be read.
    """
    pc = pc or this_pc()
    where = places_here(pc, everyone=request.everyone)
    if not where.receipt.exists():
        raise DialogueError(messages.NOTHING_TO_REMOVE, path=where.receipt)
    made = receipt.load(where.receipt)
    office = find_office(pc, request.everyone) if made.extension else None
    steps = partings(made, pc, where, office)
    errand = Errand(pc, where, made, environment.install)
    is_done = carry_out(steps, errand, say, line(messages.REMOVED), dry_run=request.dry_run)
    if is_done and not request.dry_run:
        forget(made, where)
    return is_done


def partings(
    made: Receipt, pc: PC, where: Places[Path], office: LibreOffice | None
) -> Iterator[Step]:
    """Everything on the receipt, the environment last: this program may be running in it."""
    yield from (_delete(Path(name), was) for name, was in list(made.files.items()))
    for name, noted in list(made.settings.items()):
        if Path(name).exists():
            yield _restore(Path(name), noted)
    if made.extension:
        yield _withdraw(office, made.extension)
    for name in list(made.environments):
        yield _retire(Path(name), pc, where)


def _delete(path: Path, was: str) -> Step:
    said = line(messages.STEP_DELETE, path=path)
    if path.exists() and digest_of(path) != was:
        return Step(said, why=line(messages.STEP_CHANGED_BY_PERSON))
    return Step(said, Delete(path))


def _restore(path: Path, noted: dict[str, list[str | None]]) -> Step:
    """Pairs that have another value by now are somebody else's."""
    said = line(messages.STEP_RESTORE, path=path)
    try:
        there = settings.entries(path.read_bytes())
    except OSError as error:
        return Step(said, why=refusal(error), is_refusal=True)
    pairs = {name: was for name, (ours, was) in noted.items() if there.get(name) == ours}
    return Step(said, Restore(path, pairs))


def _withdraw(office: LibreOffice | None, identifier: str) -> Step:
    said = line(messages.STEP_WITHDRAW)
    if office is None:
        return Step(said, why=line(messages.STEP_NO_LIBREOFFICE))
    try:
        is_there = identifier in libreoffice.deployed(office)
    except DialogueError as error:
        return Step(said, why=refusal(error), is_refusal=True)
    return Step(said, Withdraw(office, identifier) if is_there else None)


def _retire(path: Path, pc: PC, where: Places[Path]) -> Step:
    """Only what setup itself can have made, whatever the receipt has come to say."""
    said = line(messages.STEP_DELETE, path=path)
    if path.parent != where.product or not path.name.startswith("venv-"):
        return Step(said, why=line(messages.STEP_CHANGED_BY_PERSON))
    if pc.is_windows and pc.at_work.is_relative_to(path):
        return Step(said, why=line(messages.STEP_AT_WORK), is_refusal=True)
    return Step(said, Retire(path))
