"""``python -m xl_dialogue.press TEMPLATE.docx RECORDS.json FOLDER``: letters without a plan."""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue.messages import (
    FILE_MISSING,
    LETTERS_BOUND,
    LETTERS_PRINTED,
    RECORDS_UNREADABLE,
    DialogueError,
)
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.template import Template

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from xl_dialogue.press.values import Refusal


def main(arguments: list[str] | None = None) -> int:
    """Print one letter for each record of a JSON list; 1 when any is refused."""
    asked = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m xl_dialogue.press", description=__doc__, formatter_class=_Help
    )
    parser.add_argument("template", type=Path)
    parser.add_argument("records", type=Path, help="a JSON list of objects")
    parser.add_argument("folder", type=Path, help="where the letters go; with --one-file: a .docx")
    parser.add_argument("--name", default="name", help="the field that names the files")
    parser.add_argument("--one-file", action="store_true", help="all letters in one .docx")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, default=1, help="processes that make letters")
    where.add_argument("--cluster", help="a Dask scheduler whose workers do: tcp://HOST:8786")
    return parser


class _Help(argparse.HelpFormatter):
    """Of a known width: to ask the terminal would import what no letter needs."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=98)


def _printed(asked: argparse.Namespace, letters: list[Letter]) -> tuple[str, list[Refusal]]:
    with _executor(asked) as executor:
        printed = print_letters(Template(asked.template), letters, asked.folder, executor=executor)
    done, kept = len(printed.files), len(printed.kept)
    said = LETTERS_PRINTED.say("vi", done=done, total=len(letters), kept=kept)
    return said, printed.refusals


def _bound(asked: argparse.Namespace, letters: list[Letter]) -> tuple[str, list[Refusal]]:
    from xl_dialogue.press.onefile import one_file

    bound = one_file(Template(asked.template), letters, asked.folder)
    done, total = len(bound.names), len(letters)
    return LETTERS_BOUND.say("vi", done=done, total=total, path=bound.path), bound.refusals


def _executor(asked: argparse.Namespace) -> contextlib.AbstractContextManager[Executor | None]:
    if asked.workers < 2 and not asked.cluster:
        return contextlib.nullcontext()
    from xl_dialogue.press.cluster import cluster, workers

    return cluster(asked.cluster) if asked.cluster else workers(asked.workers)


def _letters(path: Path, name: str) -> list[Letter]:
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
        return [Letter(str(record[name]), record) for record in records]
    except FileNotFoundError as error:
        raise DialogueError(FILE_MISSING, path=path) from error
    except (ValueError, TypeError, KeyError) as error:
        raise DialogueError(RECORDS_UNREADABLE, path=path, name=name) from error


if __name__ == "__main__":
    gc.disable()  # records and letters hold no circles; looking for them costs a tenth of the run
    sys.exit(main())
