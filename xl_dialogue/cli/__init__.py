"""The command line: one subcommand per job, and those that make workbooks."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from xl_dialogue import __version__, messages
from xl_dialogue.cli import jobs, making, pc
from xl_dialogue.cli.ends import APPS, CLOSED, FINE, STOPPED, WRONG
from xl_dialogue.messages import DialogueError, Language
from xl_dialogue.share import PRODUCT

__all__ = ["FINE", "STOPPED", "WRONG", "main"]

NEED_NO_JOBS = frozenset(("setup", "doctor", "--version"))
"""They must run, and at once, where the packages that jobs want are missing."""


def main(arguments: Sequence[str] | None = None) -> int:
    _speak_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    language: Language = "vi"
    try:
        asked = _parser(with_jobs=not NEED_NO_JOBS.intersection(given)).parse_args(given)
        language = asked.lang
        return int(asked.do(asked))
    except DialogueError as stop:
        print(stop.say(language), file=sys.stderr)
    except ModuleNotFoundError as missing:
        print(messages.PACKAGE_MISSING.say(language, name=missing.name), file=sys.stderr)
    except BrokenPipeError:  # whoever read the lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        from xl_dialogue.outcome import files_refused

        print(files_refused(error).say(language), file=sys.stderr)
    except KeyboardInterrupt:
        print(messages.INTERRUPTED.say(language), file=sys.stderr)
    return STOPPED


def _speak_utf8() -> None:
    """Vietnamese on any console, also where Windows would use an old code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _parser(*, with_jobs: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PRODUCT, description=messages.PRODUCT.en)
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--app", choices=APPS, default=CLOSED,
        help="where PLAN is: a closed file (the default), open in Excel, open in LibreOffice Calc",
    )  # fmt: skip
    parser.add_argument("--port", type=int, help="where Calc listens, as its --accept says")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, help_: str, do: Callable[[Any], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_)
        made.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of messages")
        made.set_defaults(do=do)
        return made

    if with_jobs:
        jobs.add_to(command)
    making.add_to(command)
    pc.add_to(command)
    return parser
