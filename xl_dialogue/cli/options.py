"""Every field of a request that a job may take, as the command line asks for it."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

from xl_dialogue import messages


def _day(said: str) -> dt.date:
    """Errors: ``ArgumentTypeError`` for what is no day, which the parser tells."""
    from xl_dialogue.vietnamese.dates import date_from_text

    day = date_from_text(said)
    if day is None:
        raise argparse.ArgumentTypeError(messages.DAY_UNREADABLE.say(said=said))
    return day


def _count(said: str) -> int:
    """Errors: ``ArgumentTypeError`` for none or fewer."""
    if not said.isdecimal() or int(said) < 1:
        raise argparse.ArgumentTypeError(messages.COUNT_UNREADABLE.say(said=said))
    return int(said)


class _Option(NamedTuple):
    """How a field of a request is asked for."""

    names: tuple[str, ...]
    about: dict[str, Any]


OPTIONS: dict[str, _Option] = {
    "files": _Option(
        ("files",),
        {"metavar": "FILE", "type": Path, "nargs": "+", "help": "lists and forms of offices"},
    ),
    "replies": _Option(
        ("files",),
        {"metavar": "FILE", "type": Path, "nargs": "*", "help": "packets that came back"},
    ),
    "settle": _Option(
        ("--settle",),
        {"action": "store_true", "help": "do what was chosen on the sheet Xung đột"},
    ),
    "to": _Option(
        ("--to",),
        {
            "choices": ("departments", "unions", "press"),
            "help": "who is sent what is theirs (the departments, unless said)",
        },
    ),
    "sheet": _Option(
        ("--sheet",),
        {"choices": ("delegates", "questions"), "help": "what the files hold, if not as it looks"},
    ),
    "dry_run": _Option(
        ("--dry-run",), {"action": "store_true", "help": "only say what would be done"}
    ),
    "record": _Option(
        ("--write",),
        {"action": "store_true", "dest": "record", "help": "also into the sheet Kiểm tra"},
    ),
    "kinds": _Option(("kinds",), {"metavar": "KIND", "nargs": "*", "help": "kinds of document"}),
    "out": _Option(
        ("--out",), {"metavar": "DIR", "type": Path, "required": True, "help": "where to"}
    ),
    "templates": _Option(
        ("--templates",), {"metavar": "DIR", "type": Path, "help": "the office's own templates"}
    ),
    "one_file": _Option(
        ("--one-file",),
        {"action": "store_true", "help": "one print-ready file a kind, in place of single ones"},
    ),
    "pdf": _Option(("--pdf",), {"action": "store_true", "help": "as PDF too, whole and apart"}),
    "mail": _Option(
        ("--mail",),
        {
            "nargs": "?",
            "const": "drafts",
            "choices": ("drafts", "send"),
            "help": "a draft mail for each recipient (the default), or send through the server",
        },
    ),
    "again": _Option(
        ("--again",),
        {"action": "store_true", "help": "send what may have gone before, too"},
    ),
    "calendar": _Option(
        ("--ics",),
        {"action": "store_true", "dest": "calendar", "help": "the conference for calendars"},
    ),
    "workers": _Option(
        ("--workers",), {"metavar": "N", "type": _count, "help": "processes that make letters"}
    ),
    "cluster": _Option(
        ("--cluster",),
        {"metavar": "ADDRESS", "help": "a Dask scheduler whose workers make letters"},
    ),
    "before": _Option(
        ("--before",),
        {
            "metavar": "DATE",
            "type": _day,
            "help": "if the conference was before this day (1/1/2026), by which nobody's data are "
            "kept any more; else the day named in the sheet Hội nghị",
        },
    ),
    "day": _Option(
        ("--day",),
        {"metavar": "DAY", "type": _day, "help": "reckon from this day (20/5/2022), not today"},
    ),
    "earlier": _Option(
        ("--earlier",),
        {
            "metavar": "PLAN",
            "nargs": "+",
            "type": Path,
            "help": "workbooks of former years: like questions go where staff sent them then",
        },
    ),
}
