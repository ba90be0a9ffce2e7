"""``python -m xl_dialogue.press TEMPLATE.docx RECORDS.json FOLDER``: letters without a plan."""

from __future__ import annotations

import gc

if __name__ == "__main__":
    gc.disable()  # hardly a circle among modules, records and letters: to look costs a tenth

import json
import os
import sys
from typing import TYPE_CHECKING

from xl_dialogue.messages import DialogueError
from xl_dialogue.messages.files import FILE_MISSING
from xl_dialogue.messages.press import LETTERS_BOUND, LETTERS_PRINTED, RECORDS_UNREADABLE
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.template import Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xl_dialogue.press.values import Refusal


class _Asked:
    """What the command line says."""

    name = "name"
    one_file = False
    workers = 1
    cluster: str | None = None

    def __init__(self, template: str = "", records: str = "", folder: str = "") -> None:
        self.template = template
        self.records = records
        self.folder = folder


def main(arguments: Sequence[str]) -> int:
    """Print one letter for each record of a JSON list; 1 when any is refused."""
    asked = _asked(arguments)
    try:
        letters = _letters(asked.records, asked.name)
        said, refusals = (_bound if asked.one_file else _printed)(asked, letters)
    except DialogueError as error:
        sys.stderr.write(error.say("vi") + "\n")
        return 1
    for refusal in refusals:
        sys.stderr.write(refusal.say("vi") + "\n")
    sys.stdout.write(said + "\n")
    return 1 if refusals else 0


def _asked(arguments: Sequence[str]) -> _Asked:
    """Three places alone need no parser: to import it takes as long as fifty letters."""
    if len(arguments) == 3 and not any(argument.startswith("-") for argument in arguments):
        return _Asked(*arguments)
    import argparse

    parser = argparse.ArgumentParser(prog="python -m xl_dialogue.press", description=__doc__)
    parser.add_argument("template")
    parser.add_argument("records", help="a JSON list of objects")
    parser.add_argument("folder", help="where the letters go; with --one-file: a .docx")
    parser.add_argument("--name", help="the field that names the files")
    parser.add_argument("--one-file", action="store_true", help="all letters in one .docx")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, help="processes that make letters")
    where.add_argument("--cluster", help="a Dask scheduler whose workers do: tcp://HOST:8786")
    return parser.parse_args(arguments, _Asked())


def _printed(asked: _Asked, letters: list[Letter]) -> tuple[str, list[Refusal]]:
    template = Template(asked.template)
    if asked.workers < 2 and not asked.cluster:
        printed = print_letters(template, letters, asked.folder)
    else:
        from xl_dialogue.press.cluster import cluster, workers

        with cluster(asked.cluster) if asked.cluster else workers(asked.workers) as executor:
            printed = print_letters(template, letters, asked.folder, executor=executor)
    done, kept = len(printed.done), len(printed.unchanged)
    said = LETTERS_PRINTED.say("vi", done=done, total=len(letters), kept=kept)
    return said, printed.refusals


def _bound(asked: _Asked, letters: list[Letter]) -> tuple[str, list[Refusal]]:
    from pathlib import Path

    from xl_dialogue.press.onefile import one_file

    bound = one_file(Template(asked.template), letters, Path(asked.folder))
    done, total = len(bound.names), len(letters)
    return LETTERS_BOUND.say("vi", done=done, total=total, path=bound.path), bound.refusals


def _letters(path: str, name: str) -> list[Letter]:
    try:
        with open(path, "rb") as file:
            records = json.loads(file.read())
        return [Letter(str(record[name]), record) for record in records]
    except FileNotFoundError as error:
        raise DialogueError(FILE_MISSING, path=path) from error
    except (ValueError, TypeError, KeyError) as error:
        raise DialogueError(RECORDS_UNREADABLE, path=path, name=name) from error


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)  # all is written: to give back memory bit by bit costs as long as fifty letters
