"""Putting the product on a PC: first a list of steps, then each is taken in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError
from xl_dialogue.office.pc import libreoffice, receipt, settings
from xl_dialogue.office.pc.doing import Errand, Say, carry_out, keep
from xl_dialogue.office.pc.environment import Installer, ask, install
from xl_dialogue.office.pc.libreoffice import LibreOffice
from xl_dialogue.office.pc.places import PC, Places, places_here, this_pc, unsafe_in
from xl_dialogue.office.pc.receipt import Receipt, digest, digest_of
from xl_dialogue.office.pc.steps import Extend, Furnish, Put, Retire, Step, Write, line, refusal
from xl_dialogue.share import ADDIN, EXTENSION, PRODUCT, TEMPLATES, shared

FindOffice = Callable[[PC, bool], LibreOffice | None]
"""The PC, and whether for everyone."""


@dataclass(frozen=True)
class SetupRequest:
    """What the person asks for."""

    folder: Path | None = None
    """For the workbook, the guide and the templates."""
    everyone: bool = False
    """For all who use the PC, which wants the rights of an administrator."""
    source: Path | None = None
    """Wheel, sdist, checkout or folder of wheels; else the packages at work now."""
    calc: bool = True
    dry_run: bool = False


@dataclass(frozen=True)
class Site:
    """Where setup works and what it finds there."""

    pc: PC
    places: Places[Path]
    folder: Path
    interpreter: Path
    """The one that buttons are to start."""
    uses_common: bool
    """A person's setup from everyone's environment: none is made, none is put into Excel."""
    office: LibreOffice | None
    shipped: Mapping[str, bytes]
    """Path below the chosen folder -> content."""
    extension: Path


def setup(
    request: SetupRequest,
    say: Say,
    *,
    pc: PC | None = None,
    install: Installer = install,
    find_office: FindOffice = libreoffice.installed,
) -> bool:
    """Take every step that is still to be taken; whether none failed.

    Errors: ``DialogueError`` and ``OSError`` when a chosen place cannot be used at all.
    """
    site = survey(request, pc or this_pc(), find_office)
    made = receipt.load(site.places.receipt)
    made.folder = str(site.folder)
    if not request.dry_run:
        keep(made, site.places)
    errand = Errand(site.pc, site.places, made, install)
    farewell = line(messages.SETUP_DONE, folder=site.folder)
    taken = steps(site, request, made)
    is_done = carry_out(taken, errand, say, farewell, dry_run=request.dry_run)
    if request.everyone and is_done and not request.dry_run:
        say(line(messages.SETUP_EVERYONE, command=site.interpreter.parent / PRODUCT))
    return is_done


def survey(request: SetupRequest, pc: PC, find_office: FindOffice) -> Site:
    """Look before anything is done. Errors: ``DialogueError`` for a path xlwings breaks on."""
    own, common = (places_here(pc, everyone=everyone) for everyone in (request.everyone, True))
    folder = (request.folder or own.folder).absolute()
    refusals = {folder: messages.PATH_REFUSED, own.product: messages.PRODUCT_REFUSED}
    for path, text in refusals.items():
        if signs := unsafe_in(path):
            raise DialogueError(text, path=path, signs=signs)
    uses_common = not request.everyone and pc.at_work.parent == common.interpreter.parent
    return Site(
        pc=pc,
        places=own,
        folder=folder,
        interpreter=(common if uses_common else own).interpreter,
        uses_common=uses_common,
        office=find_office(pc, request.everyone) if request.calc else None,
        shipped=shipped(),
        extension=shared("workbook") / EXTENSION,
    )


def shipped() -> dict[str, bytes]:
    """Path below the chosen folder -> content: workbook, add-in, guide, pictures, templates."""
    found = {}
    for top, place in ((shared("workbook"), ""), (shared(TEMPLATES), f"{TEMPLATES}/")):
        for path in sorted(top.rglob("*")):
            if path.is_file() and path.name != EXTENSION and path.name[0] not in "~.":
                found[place + path.relative_to(top).as_posix()] = path.read_bytes()
    return found


# --- the steps ------------------------------------------------------------------------------


def steps(site: Site, request: SetupRequest, made: Receipt) -> Iterator[Step]:
    """Everything that setup sees to, in order; each is decided when it is its turn."""
    if not site.uses_common:
        yield _furnish(site, request.source)
    for name, content in site.shipped.items():
        yield put(site.folder / name, content, made)
    if site.places.startup and not site.uses_common:
        yield put_addin(site.places.startup / ADDIN, site.shipped.get(ADDIN), made)
    yield write(site, site.places.settings)
    if request.calc:
        yield _extend(site)
    for old in list(made.environments):
        if Path(old) != site.places.environment:
            yield Step(line(messages.STEP_DELETE, path=old), Retire(Path(old)))


def _furnish(site: Site, source: Path | None) -> Step:
    environment = site.places.environment
    said = line(messages.STEP_ENVIRONMENT, path=environment)
    if site.pc.at_work.is_relative_to(environment):
        return Step(said)
    there = None if source else ask(site.interpreter)
    is_sound = there and there.version == __version__ and all(there.packages.values())
    if is_sound:
        return Step(said)
    if site.pc.is_from_store:
        return Step(said, why=line(messages.PYTHON_FROM_STORE), is_refusal=True)
    return Step(said, Furnish(environment, site.interpreter, source))


def put(target: Path, content: bytes, made: Receipt) -> Step:
    """A file of the person's own folder: what differs there is left, the new one goes beside."""
    said = line(messages.STEP_FILE, path=target)
    if not target.exists():
        return Step(said, Put(target, content))
    there, was = digest_of(target), made.files.get(str(target), "")
    if there == digest(content):
        return Step(said)
    if there == was:
        return Step(said, Put(target, content))
    if was == digest(content):
        return Step(said, why=line(messages.STEP_CHANGED_BY_PERSON))
    beside = _beside(target, content)
    said = line(messages.STEP_FILE_BESIDE, path=target, beside=beside.name)
    return Step(said, None if beside.exists() else Put(beside, content))


def _beside(target: Path, content: bytes) -> Path:
    """The first name with the version that is free, or that holds just this."""
    number = 1
    while True:
        mark = f" {__version__}" if number == 1 else f" {__version__} ({number})"
        path = target.with_name(f"{target.stem}{mark}{target.suffix}")
        if not path.exists() or digest_of(path) == digest(content):
            return path
        number += 1


def put_addin(target: Path, content: bytes | None, made: Receipt) -> Step:
    """Two add-ins would show two ribbons: a strange one is not joined by ours."""
    said = line(messages.STEP_ADDIN, path=target)
    if content is None:
        return Step(said, why=line(messages.STEP_NOT_SHIPPED))
    there = digest_of(target)
    if there == digest(content):
        return Step(said)
    if not target.exists() or there == made.files.get(str(target), ""):
        return Step(said, Put(target, content))
    return Step(said, why=line(messages.STEP_ADDIN_STRANGE), is_refusal=True)


def write(site: Site, path: Path) -> Step:
    """Buttons start the interpreter that this file names."""
    said = line(messages.STEP_SETTINGS, path=path)
    pairs = settings.wanted(site.pc.platform, str(site.interpreter))
    try:
        there = settings.entries(path.read_bytes()) if path.exists() else {}
    except OSError as error:
        return Step(said, why=refusal(error), is_refusal=True)
    if pairs.items() <= there.items():
        return Step(said)
    return Step(said, Write(path, pairs, site.interpreter))


def _extend(site: Site) -> Step:
    said = line(messages.STEP_EXTENSION)
    if site.office is None:
        return Step(said, why=line(messages.STEP_NO_LIBREOFFICE))
    if not site.extension.exists():
        return Step(said, why=line(messages.STEP_NOT_SHIPPED))
    try:
        identifier, version = libreoffice.identity(site.extension)
        there = libreoffice.deployed(site.office).get(identifier)
    except DialogueError as error:
        return Step(said, why=refusal(error), is_refusal=True)
    if there == version:
        return Step(said)
    return Step(said, Extend(site.office, site.extension, identifier))
