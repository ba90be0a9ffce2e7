"""The subcommands that put the product on a PC; they want no package but their own."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from xl_dialogue.cli.ends import FINE, WRONG, Command


def add_to(command: Command) -> None:
    setup = command("setup", "put buttons, workbook and guide on this PC", _setup)
    setup.add_argument("--folder", metavar="DIR", type=Path, help="for workbook and templates")
    setup.add_argument("--for-everyone", action="store_true", help="for all who use this PC")
    setup.add_argument(
        "--from", metavar="PATH", type=Path, dest="source",
        help="wheel, sdist, checkout or folder of wheels, for a PC without network",
    )  # fmt: skip
    setup.add_argument("--no-calc", action="store_true", help="leave LibreOffice alone")
    setup.add_argument("--dry-run", action="store_true", help="only say what would be done")
    setup.add_argument("--remove", action="store_true", help="take away what setup has put there")
    doctor = command("doctor", "look this PC over: what is missing, what to do", _doctor)
    doctor.add_argument("--json", action="store_true", help="print JSON instead of sentences")


def _setup(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.pc.removal import remove
    from xl_dialogue.office.pc.setup import SetupRequest, setup

    request = SetupRequest(
        folder=asked.folder,
        everyone=asked.for_everyone,
        source=asked.source,
        calc=not asked.no_calc,
        dry_run=asked.dry_run,
    )
    act = remove if asked.remove else setup
    return FINE if act(request, lambda line: print(line.say(asked.lang))) else WRONG


def _doctor(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.pc.doctor import doctor

    found = doctor()
    if asked.json:
        listed = [check.as_json(asked.lang) for check in found]
        print(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        for check in found:
            print(check.say(asked.lang))
    return WRONG if any(check.is_wrong for check in found) else FINE
