"""The subcommands that are no jobs: workbooks made, documents and logs looked at."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from xl_dialogue import messages
from xl_dialogue.cli.ends import FINE, STOPPED, WRONG, Command
from xl_dialogue.cli.jobs import opened, plan_of, progress, stopped
from xl_dialogue.messages import DialogueError
from xl_dialogue.share import WORKBOOK, shared


def add_to(command: Command) -> None:
    demo = command("demo", "the main job on the shipped workbook", _demo)
    demo.add_argument("--out", metavar="DIR", type=Path, default=Path("dialogue-demo"))
    new = command("new", "a plan with the catalogue, without sample people and questions", _new)
    new.add_argument("plan", metavar="PLAN", type=Path)
    kinds = command(
        "kinds", "every kind of document: who signs, for whom, from which sheets", _kinds
    )
    kinds.add_argument("plan", metavar="PLAN", type=Path, nargs="?", help="the shipped one if none")
    kinds.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    lint = command("lint", "check documents against Decree 30", _lint)
    lint.add_argument("files", metavar="FILE.docx", type=Path, nargs="+")
    lint.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    audit = command("audit", "whether the log beside the workbook is as it was written", _audit)
    audit.add_argument("plan", metavar="PLAN", type=Path)
    audit.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    share = command("share", "a copy for others, without personal data", _share)
    share.add_argument("plan", metavar="PLAN", type=Path)
    share.add_argument("--out", metavar="FILE.xlsx", type=Path, required=True)
    share.add_argument(
        "--for", dest="audience", choices=("public", "offices"), default="public",
        help="who will read it: anybody (the default), or the offices that take part",
    )  # fmt: skip
    build = command("build", "make all that is made from text and declarations", _build)
    build.add_argument("--out", metavar="DIR", type=Path, help="the checkout to build into")


def _demo(asked: argparse.Namespace) -> int:
    import shutil

    from xl_dialogue import telling
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.engines import closed
    from xl_dialogue.jobs import JOBS
    from xl_dialogue.outcome import Request

    asked.out.mkdir(parents=True, exist_ok=True)
    plan = asked.out / WORKBOOK
    shutil.copyfile(shared("workbook") / WORKBOOK, plan)
    book = closed.open(plan)
    request = Request(record=True, kinds=tuple(KINDS), out=asked.out, progress=progress)
    outcome = JOBS["run"].run(book, request)
    book.save()
    book.close()
    for line in telling.summary(outcome, asked.lang):
        print(line)
    if stopped(outcome, asked):
        return STOPPED
    print(messages.DEMO_OPEN.say(asked.lang, plan=plan, folder=asked.out))
    return FINE


def _new(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.sheets.workbook import workbook
    from xl_dialogue.opc import write_atomically

    if asked.plan.exists():
        raise DialogueError(messages.FILE_EXISTS, path=asked.plan)
    asked.plan.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(asked.plan, workbook(sample=False))
    print(messages.PLAN_MADE.say(asked.lang, path=asked.plan))
    return FINE


def _kinds(asked: argparse.Namespace) -> int:
    from xl_dialogue.documents.listing import listed

    kinds = listed(plan_of(asked.plan or shared("workbook") / WORKBOOK))
    if asked.json:
        print(
            json.dumps([kind.as_json(asked.lang) for kind in kinds], ensure_ascii=False, indent=1)
        )
    else:
        for kind in kinds:
            print(kind.say(asked.lang))
    return FINE


def _lint(asked: argparse.Namespace) -> int:
    """Each file for itself: one that cannot be read does not keep the others from being checked."""
    from xl_dialogue.decree.lint import as_json, fails, lint

    worst, listed = FINE, list[dict[str, object]]()
    for path in asked.files:
        try:
            lapses = lint(path)
        except DialogueError as stop:
            print(stop.say(asked.lang), file=sys.stderr)
            worst = STOPPED
            continue
        worst = max(worst, WRONG if fails(lapses) else FINE)
        listed += [{"file": str(path), **lapse} for lapse in as_json(lapses, asked.lang)]
        for lapse in () if asked.json else lapses:
            print(f"{path}: {lapse.say(asked.lang)}")
    if asked.json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
    elif worst == FINE:
        text = messages.DECREE_NO_ERROR if listed else messages.DECREE_KEPT
        print(text.say(asked.lang, count=len(asked.files), remarks=len(listed)))
    return worst


def _audit(asked: argparse.Namespace) -> int:
    """The log by itself, then against the workbook's own journal."""
    from xl_dialogue import recording
    from xl_dialogue.exchange import audit

    plan = plan_of(asked.plan)
    log = audit.log_of(asked.plan)
    content = log.read_bytes() if log.exists() else b""
    verdict = audit.verify(content)
    faults = [
        *verdict.faults,
        *recording.disagreements(verdict.lines, plan),
        *recording.unlogged(verdict.lines, plan),
    ]
    notes = [*verdict.notes, *recording.saved_since(verdict.lines, asked.plan)]
    if asked.json:
        told = {
            "lines": [line.facts for line in verdict.lines],
            "faults": [said.say(asked.lang) for said in faults],
            "notes": [said.say(asked.lang) for said in notes],
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return WRONG if faults else FINE
    for said in (*faults, *notes):
        print(said.say(asked.lang))
    if not faults:
        text = messages.AUDIT_KEPT if content else messages.AUDIT_MISSING
        print(text.say(asked.lang, log=log.name, count=len(verdict.lines)))
    return WRONG if faults else FINE


def _share(asked: argparse.Namespace) -> int:
    from xl_dialogue import book as workbook
    from xl_dialogue import recording
    from xl_dialogue.exchange.sharing import copy_for
    from xl_dialogue.opc import write_atomically
    from xl_dialogue.outcome import Outcome

    if asked.out.exists():
        raise DialogueError(messages.FILE_EXISTS, path=asked.out)
    with opened(asked) as book, recording.trail(book, "share") as trail:
        plan = workbook.read(book)
        made = copy_for(plan, asked.audience)
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(asked.out, made.content)
        trail.note(Outcome(plan, files=[asked.out]))
    for said in made.said:
        print(said.say(asked.lang))
    print(messages.SHARE_MADE.say(asked.lang, path=asked.out))
    return FINE


def _build(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.build import build

    for path in build(asked.out):
        print(path)
    return FINE
