"""The one place where setup acts; every deed is noted in the receipt as it is done."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import NamedTuple, assert_never

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.office.pc import libreoffice, settings
from xl_dialogue.office.pc.environment import Installer
from xl_dialogue.office.pc.places import PC, Places
from xl_dialogue.office.pc.programs import ProgramError, said
from xl_dialogue.office.pc.receipt import Receipt, digest
from xl_dialogue.office.pc.steps import (
    Deed,
    Delete,
    Extend,
    Furnish,
    Put,
    Restore,
    Retire,
    Step,
    Undoing,
    Withdraw,
    Write,
    line,
    refusal,
)
from xl_dialogue.opc import write_atomically

_SYSTEM, _ADMINISTRATORS, _USERS = "*S-1-5-18", "*S-1-5-32-544", "*S-1-5-32-545"
"""Windows' own groups by number: their names are translated."""
Say = Callable[[Said], None]


class Errand(NamedTuple):
    """Where setup acts, what it notes, and how it fills an environment."""

    pc: PC
    places: Places[Path]
    made: Receipt
    install: Installer


def carry_out(
    steps: Iterable[Step], errand: Errand, say: Say, farewell: Said, *, dry_run: bool
) -> bool:
    """Take every step, or only say it, and what has come of it all; whether none failed."""
    refused = walk(steps, None if dry_run else lambda deed: take(deed, errand), say)
    if dry_run:
        farewell = line(messages.SETUP_PLANNED)
    elif refused:
        farewell = line(messages.SETUP_INCOMPLETE, count=refused)
    say(farewell)
    return not refused


def walk(steps: Iterable[Step], act: Callable[[Deed], None] | None, say: Say) -> int:
    """Take the steps one by one, or only say them; how many need a person first.

    A step that fails does not keep the others from being taken.
    """
    refused = 0
    for step in steps:
        if step.deed is None or act is None:
            refused += step.is_refusal
            say(step.say_plan())
            continue
        try:
            act(step.deed)
            say(line(messages.STEP_DONE, step=step.line))
        except (DialogueError, OSError) as error:
            refused += 1
            say(line(messages.STEP_FAILED, step=step.line, why=refusal(error)))
    return refused


def take(deed: Deed, errand: Errand) -> None:
    """Do it, note it and keep the receipt. Errors: ``DialogueError`` and ``OSError``."""
    pc, where, made, install = errand
    try:
        match deed:
            case Furnish(environment, interpreter, source):
                _make_folder(environment.parent, made)
                _keep_others_out(pc, where)
                _note(made.environments, environment)
                install(environment, interpreter, source)
            case Put(path, content):
                _make_folder(path.parent, made)
                write_atomically(path, content)
                made.files[str(path)] = digest(content)
            case Write():
                _write(deed, made, pc)
            case Extend(office, extension, identifier):
                libreoffice.add(office, extension)
                made.extension = identifier
            case Retire() | Delete() | Restore() | Withdraw():
                _undo(deed, made, pc)
            case _:
                assert_never(deed)
    finally:
        keep(made, where)


def _undo(deed: Undoing, made: Receipt, pc: PC) -> None:
    match deed:
        case Retire(environment):
            if environment.exists():
                shutil.rmtree(environment)
            made.environments.remove(str(environment))
        case Delete(path):
            path.unlink(missing_ok=True)
            del made.files[str(path)]
        case Restore(path, pairs):
            content = settings.with_entries(path.read_bytes(), pairs, _newline(pc))
            if content:
                write_atomically(path, content)
            else:
                path.unlink()
            del made.settings[str(path)]
        case Withdraw(office, identifier):
            libreoffice.remove(office, identifier)
            made.extension = ""
        case _:
            assert_never(deed)


def keep(made: Receipt, where: Places[Path]) -> None:
    """Save the receipt."""
    _make_folder(where.receipt.parent, made)
    made.version = __version__
    made.save(where.receipt)


def forget(made: Receipt, where: Places[Path]) -> None:
    """Take the receipt away, and the folders that setup made and that are empty now."""
    where.receipt.unlink(missing_ok=True)
    for folder in reversed(made.folders):
        with suppress(OSError):  # a person keeps something in it
            Path(folder).rmdir()


def _write(deed: Write, made: Receipt, pc: PC) -> None:
    """Errors: ``DialogueError`` rather than name an interpreter that is not there."""
    if not deed.interpreter.exists():
        raise DialogueError(messages.INTERPRETER_MISSING, path=deed.interpreter)
    _make_folder(deed.path.parent, made)
    content = deed.path.read_bytes() if deed.path.exists() else b""
    there, noted = settings.entries(content), made.settings.setdefault(str(deed.path), {})
    for name, value in deed.pairs.items():
        was = there.get(name)
        if was != value:
            is_ours = name in noted and noted[name][0] == was
            noted[name] = [value, noted[name][1] if is_ours else was]
    write_atomically(deed.path, settings.with_entries(content, deed.pairs, _newline(pc)))


def _newline(pc: PC) -> str:
    return "\r\n" if pc.is_windows else "\n"


def _make_folder(folder: Path, made: Receipt) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in reversed(missing):
        _note(made.folders, each)


def _note(noted: list[str], path: Path) -> None:
    if str(path) not in noted:
        noted.append(str(path))


def _keep_others_out(pc: PC, where: Places[Path]) -> None:
    command = access_command(pc, where)
    try:
        if command:
            said(command)
    except ProgramError as error:
        raise DialogueError(messages.ACCESS_REFUSED, path=where.product) from error


def access_command(pc: PC, where: Places[PurePath]) -> list[str] | None:
    """Below %ProgramData% everyone may add files, a module too: so it is closed to them.

    None where the product lies in the person's own folders.
    """
    common = pc.environment.get("PROGRAMDATA", "")
    if not pc.is_windows or not common or not where.product.is_relative_to(common):
        return None
    user = f"{pc.environment.get('USERDOMAIN', '.')}\\{pc.environment.get('USERNAME', '')}"
    person = f"{_USERS}:(OI)(CI)RX" if where.is_common else f"{user}:(OI)(CI)F"
    full = [f"{group}:(OI)(CI)F" for group in (_SYSTEM, _ADMINISTRATORS)]
    return ["icacls", str(where.product), "/inheritance:r", "/grant:r", *full, person]
