"""The command line: one subcommand per job, and those that make workbooks."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError, Language

if TYPE_CHECKING:
    from xl_dialogue.jobs import Outcome, Request
    from xl_dialogue.plan.changes import Change
    from xl_dialogue.plan.findings import Finding
    from xl_dialogue.plan.plan import Plan

FINE, WRONG, STOPPED = 0, 1, 2
"""Exit codes: nothing wrong; errors found; the job could not be done."""
_SHOWN = 40
"""Findings and changes listed on the screen before the rest is only counted."""


def main(arguments: Sequence[str] | None = None) -> int:
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.do(asked))
    except DialogueError as stop:
        print(stop.say(asked.lang), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # whoever read the lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except OSError as error:
        print(messages.FILES_REFUSED.say(asked.lang, detail=error), file=sys.stderr)
        return STOPPED
    except KeyboardInterrupt:
        print(messages.INTERRUPTED.say(asked.lang), file=sys.stderr)
        return STOPPED


def _speak_utf8() -> None:
    """Vietnamese on any console, also where Windows would use an old code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


# --- the commands ---------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import JOBS

    parser = argparse.ArgumentParser(prog="xl-dialogue", description=messages.PRODUCT.en)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, help_: str, do: Callable[[Any], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_, description=help_)
        made.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of messages")
        made.set_defaults(do=do)
        return made

    def on_plan(name: str, *, preview: bool = False) -> argparse.ArgumentParser:
        made = command(name, JOBS[name].about.en, _job)
        made.add_argument("plan", metavar="PLAN", type=Path, help="the workbook")
        made.add_argument("--json", action="store_true", help="print JSON instead of sentences")
        if preview:
            made.add_argument("--dry-run", action="store_true", help="only say what would be done")
        made.set_defaults(job=name)
        return made

    on_plan("validate").add_argument(
        "--write", action="store_true", help="also into the sheet Kiểm tra"
    )
    on_plan("fix", preview=True)
    on_plan("undo", preview=True)
    assign = on_plan("assign", preview=True)
    assign.set_defaults(do=_assign)
    assign.add_argument(
        "--questions", metavar="FILE.csv", type=Path,
        help="route these texts (columns id, text) instead; one JSON object a line",
    )  # fmt: skip
    merge = on_plan("merge", preview=True)
    merge.add_argument("kinds", metavar="KIND", nargs="+", help=", ".join(KINDS))
    run = on_plan("run")
    for made in (merge, run):
        made.add_argument("--out", metavar="DIR", type=Path, required=True, help="where to")
        made.add_argument(
            "--templates", metavar="DIR", type=Path, help="the office's own templates"
        )

    demo = command("demo", "the main job on the shipped workbook", _demo)
    demo.add_argument("--out", metavar="DIR", type=Path, default=Path("dialogue-demo"))
    new = command("new", "a plan with the catalogue, without sample people and questions", _new)
    new.add_argument("plan", metavar="PLAN", type=Path)
    build = command("build", "make the workbook and the templates from their declarations", _build)
    build.add_argument("--out", metavar="DIR", type=Path, help="the checkout to build into")
    return parser


def _job(asked: argparse.Namespace) -> int:
    outcome = do(asked.job, asked.plan, _request(asked))
    if asked.json:
        _print_json(outcome, asked.lang)
    else:
        _print(outcome, asked.lang)
    return WRONG if outcome.errors else FINE


def do(name: str, path: Path, request: Request) -> Outcome:
    """Do a job on a closed workbook, saving it when something was written."""
    from xl_dialogue.engines import closed
    from xl_dialogue.jobs import JOBS

    book = closed.open(path)
    try:
        outcome = JOBS[name].run(book, request)
        if outcome.written:
            book.save()
    finally:
        book.close()
    return outcome


def _request(asked: argparse.Namespace) -> Request:
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import Request

    kinds = tuple(dict.fromkeys(getattr(asked, "kinds", None) or KINDS))
    for kind in kinds:
        if kind not in KINDS:
            raise DialogueError(messages.KIND_UNKNOWN, kind=kind, known=", ".join(KINDS))
    return Request(
        dry_run=getattr(asked, "dry_run", False),
        record=getattr(asked, "write", False),
        kinds=kinds,
        out=getattr(asked, "out", None) or Path(),
        templates=getattr(asked, "templates", None),
        progress=_progress,
    )


def _assign(asked: argparse.Namespace) -> int:
    if not asked.questions:
        return _job(asked)
    from xl_dialogue import book as workbook
    from xl_dialogue.engines import closed
    from xl_dialogue.questions.routing import route_all

    book = closed.open(asked.plan)
    plan = workbook.read(book)
    book.close()
    for answer in route_all(_texts(asked.questions), plan, asked.lang):
        print(json.dumps(answer, ensure_ascii=False))
    return FINE


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The rows of a CSV with the columns id and text."""
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"id", "text"} <= set(rows.fieldnames or ()):
                raise DialogueError(messages.CSV_COLUMNS, path=path)
            for row in rows:
                yield row["id"] or "", row["text"] or ""
    except FileNotFoundError:
        raise DialogueError(messages.FILE_MISSING, path=path) from None
    except (OSError, UnicodeDecodeError, csv.Error):
        raise DialogueError(messages.CSV_UNREADABLE, path=path) from None


def _demo(asked: argparse.Namespace) -> int:
    import shutil

    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import Request
    from xl_dialogue.share import shared

    shipped = shared("workbook") / "DialoguePlan.xlsm"
    asked.out.mkdir(parents=True, exist_ok=True)
    plan = asked.out / shipped.name
    shutil.copyfile(shipped, plan)
    request = Request(record=True, kinds=tuple(KINDS), out=asked.out, progress=_progress)
    outcome = do("run", plan, request)
    _say_summary(outcome, asked.lang)
    print(messages.DEMO_OPEN.say(asked.lang, plan=plan, folder=asked.out))
    return FINE


def _new(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.workbook import workbook
    from xl_dialogue.opc import write_atomically

    if asked.plan.exists():
        raise DialogueError(messages.FILE_EXISTS, path=asked.plan)
    asked.plan.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(asked.plan, workbook(sample=False))
    print(messages.PLAN_MADE.say(asked.lang, path=asked.plan))
    return FINE


def _build(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.build import build

    for path in build(asked.out):
        print(path)
    return FINE


# --- what is printed ------------------------------------------------------------------------


def _print(outcome: Outcome, language: Language) -> None:
    from xl_dialogue.plan.sheets import BY_NAME

    for finding in outcome.findings[:_SHOWN]:
        severity = finding.rule.severity.value.say(language)
        print(f"{severity:8} {_place(outcome.plan, finding)}: {finding.say(language)}")
    _print_rest(len(outcome.findings) - _SHOWN, language)
    for change in outcome.changes[:_SHOWN]:
        header = BY_NAME[change.sheet][change.column].header
        was, becomes = _shown(change.old), _shown(change.new)
        print(f"{_place(outcome.plan, change)} {header}: {was} → {becomes}")
    _print_rest(len(outcome.changes) - _SHOWN, language)
    _say_summary(outcome, language)


def _print_rest(count: int, language: Language) -> None:
    if count > 0:
        print(messages.AND_MORE.say(language, count=count))


def _say_summary(outcome: Outcome, language: Language) -> None:
    for text, facts in outcome.summary:
        print(text.say(language, **facts))


def _place(plan: Plan, at: Finding | Change) -> str:
    from xl_dialogue.book import cell_of
    from xl_dialogue.plan.sheets import BY_NAME

    return f"{BY_NAME[at.sheet].title}!{cell_of(plan, at.sheet, at.row, at.column)}"


def _shown(value: object) -> str:
    from xl_dialogue.plan.journal import as_text

    return f"“{as_text(value)}”"


def _print_json(outcome: Outcome, language: Language) -> None:
    from xl_dialogue.book import cell_of
    from xl_dialogue.plan.journal import as_text
    from xl_dialogue.plan.sheets import BY_NAME

    def header(sheet: str, column: str | None) -> str | None:
        return BY_NAME[sheet][column].header if column else None

    answer = {
        "findings": [
            {
                "rule": each.rule.code,
                "severity": each.rule.severity.name.lower(),
                "sheet": BY_NAME[each.sheet].title,
                "row": each.row,
                "column": header(each.sheet, each.column),
                "cell": cell_of(outcome.plan, each.sheet, each.row, each.column),
                "value": as_text(each.value),
                "message": each.say(language),
                "fix": None if each.fix is None else as_text(each.fix),
            }
            for each in outcome.findings
        ],
        "changes": [
            {
                "sheet": BY_NAME[each.sheet].title,
                "row": each.row,
                "column": header(each.sheet, each.column),
                "old": as_text(each.old),
                "new": as_text(each.new),
            }
            for each in outcome.changes
        ],
        "files": [str(path) for path in outcome.files],
        "errors": outcome.errors,
        "warnings": len(outcome.findings) - outcome.errors,
    }
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def _progress(done: int, total: int) -> None:
    """A line that counts, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == total else "\r"
        print(f"{done}/{total}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
