"""``python -m xl_dialogue.press TEMPLATE.docx RECORDS.json FOLDER``: letters without a plan."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from pathlib import Path

from xl_dialogue.messages import FILE_MISSING, LETTERS_PRINTED, RECORDS_UNREADABLE, DialogueError
from xl_dialogue.press.letters import Letter, print_letters
from xl_dialogue.press.template import Template


def main(arguments: list[str] | None = None) -> int:
    """Print one letter for each record of a JSON list; 1 when any is refused."""
    asked = _parser().parse_args(arguments)
    try:
        letters = _letters(asked.records, asked.name)
        printed = print_letters(Template(asked.template), letters, asked.folder)
    except DialogueError as error:
        sys.stderr.write(error.say("vi") + "\n")
        return 1
    for refusal in printed.refusals:
        sys.stderr.write(refusal.say("vi") + "\n")
    done, kept = len(printed.files), len(printed.kept)
    sys.stdout.write(LETTERS_PRINTED.say("vi", done=done, total=len(letters), kept=kept) + "\n")
    return 1 if printed.refusals else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m xl_dialogue.press", description=__doc__)
    parser.add_argument("template", type=Path)
    parser.add_argument("records", type=Path, help="a JSON list of objects")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--name", default="name", help="the field that names the files")
    return parser


def _letters(path: Path, name: str) -> list[Letter]:
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
        return [Letter(str(record[name]), record) for record in records]
    except FileNotFoundError as error:
        raise DialogueError(FILE_MISSING, path=path) from error
    except (ValueError, TypeError, KeyError) as error:
        raise DialogueError(RECORDS_UNREADABLE, path=path, name=name) from error


if __name__ == "__main__":
    gc.freeze()  # what was imported stays; searching it again and again costs a tenth of the run
    sys.exit(main())
