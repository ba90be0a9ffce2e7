"""The command line: one subcommand per job, and those that make workbooks."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from xl_dialogue import __version__, messages
from xl_dialogue.messages import DialogueError, Language
from xl_dialogue.share import PRODUCT, WORKBOOK, shared

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.outcome import Outcome, Request
    from xl_dialogue.plan.plan import Plan

    _Command = Callable[[str, str, Callable[[Any], int]], argparse.ArgumentParser]

FINE, WRONG, STOPPED = 0, 1, 2
"""Exit codes: nothing wrong; errors found; the job could not be done."""
NEED_NO_JOBS = frozenset(("setup", "doctor", "--version"))
"""They must run, and at once, where the packages that jobs want are missing."""
CLOSED = "file"
APPS = (CLOSED, "excel", "calc")
_SHOWN = 40
"""Findings and changes listed on the screen before the rest is only counted."""


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
        print(messages.FILES_REFUSED.say(language, detail=_place(error)), file=sys.stderr)
    except KeyboardInterrupt:
        print(messages.INTERRUPTED.say(language), file=sys.stderr)
    return STOPPED


def _place(error: OSError) -> str:
    """Where it went wrong, without the passing names under which files are written."""
    if not error.filename:
        return error.strerror or type(error).__name__
    path = Path(os.fsdecode(error.filename))
    return f"“{path.parent if path.name.startswith('.') else path}”"


def _speak_utf8() -> None:
    """Vietnamese on any console, also where Windows would use an old code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


# --- the commands ---------------------------------------------------------------------------


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
        _add_jobs(command)
    _add_makers(command)
    _add_pc(command)
    return parser


def _add_jobs(command: _Command) -> None:
    """A subcommand for every job of the registry."""
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import JOBS

    for job in JOBS.values():
        made = command(job.command, job.about.en, _job)
        made.add_argument("plan", metavar="PLAN", type=Path, help="the workbook")
        made.add_argument("--json", action="store_true", help="print JSON instead of sentences")
        made.set_defaults(job=job.name)
        for option in job.takes:
            made.add_argument(*OPTIONS[option].names, **OPTIONS[option].about)
        if "kinds" in job.takes:
            made.epilog = "KIND: " + ", ".join(
                kind.name for kind in KINDS.values() if job.suits(kind)
            )
            made.add_argument("--all", action="store_true", help="every kind of document")
        if job.name == "assign":
            made.set_defaults(do=_assign)
            made.add_argument(
                "--questions", metavar="FILE.csv", type=Path,
                help="route these texts (columns id, text) instead; one JSON object a line",
            )  # fmt: skip


def _add_makers(command: _Command) -> None:
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


def _add_pc(command: _Command) -> None:
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


def _day(said: str) -> dt.date:
    """Errors: ``ValueError`` for what is no day, which the parser tells."""
    from xl_dialogue.vietnamese.dates import date_from_text

    day = date_from_text(said)
    if day is None:
        raise ValueError(said)
    return day


def _count(said: str) -> int:
    """Errors: ``ValueError`` for none or fewer."""
    count = int(said)
    if count < 1:
        raise ValueError(said)
    return count


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
"""Every field of a request that a job may take, as the command line asks for it."""


def _job(asked: argparse.Namespace) -> int:
    from xl_dialogue import recording
    from xl_dialogue.jobs import JOBS

    with _opened(asked) as book, recording.trail(book, asked.job) as trail:
        outcome = JOBS[asked.job].run(book, _request(asked))
        if outcome.written and asked.app == CLOSED:
            _save(book, outcome)
        if not vars(asked).get("dry_run"):
            trail.note(outcome)
    _show(outcome, asked)
    if outcome.stopped:
        print(outcome.stopped.say(asked.lang), file=sys.stderr)
        return STOPPED
    return WRONG if outcome.errors or outcome.failures else FINE


def _save(book: xw.Book, outcome: Outcome) -> None:
    """Errors: ``DialogueError``, unless files were made, which are there all the same."""
    if not outcome.files:
        book.save()
        return
    with outcome.going_on():
        book.save()


@contextmanager
def _opened(asked: argparse.Namespace) -> Iterator[xw.Book]:
    """The workbook: a closed file, or in a running program, where the person sees and saves it."""
    if asked.app != CLOSED:
        from xl_dialogue.engines import running

        yield running.book(asked.app, asked.plan, asked.port)
        return
    from xl_dialogue.engines import closed

    book = closed.open(asked.plan)
    try:
        yield book
    finally:
        book.close()


def _request(asked: argparse.Namespace) -> Request:
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.jobs import JOBS
    from xl_dialogue.outcome import Request

    given = vars(asked)
    suiting = [kind.name for kind in KINDS.values() if JOBS[asked.job].suits(kind)]
    kinds = tuple(dict.fromkeys(given.get("kinds") or suiting))
    if "all" in given and not (asked.kinds or asked.all):
        raise DialogueError(messages.NO_KIND_ASKED, known=", ".join(suiting))
    for kind in kinds:
        if kind not in KINDS:
            raise DialogueError(messages.KIND_UNKNOWN, kind=kind, known=", ".join(KINDS))
    options = {name: given[name] for name in OPTIONS if given.get(name) is not None}
    if options.get("one_file"):
        options["separate"] = False
    if "files" in options:
        options["files"] = tuple(options["files"])
    if "earlier" in options:
        options["earlier"] = tuple(map(_plan_of, options["earlier"]))
    fixed = {"kinds": kinds, "progress": _progress, "password": _password}
    return Request(**options | fixed)


def _plan_of(path: Path) -> Plan:
    """What a workbook says that is only looked into."""
    from xl_dialogue import book as workbook
    from xl_dialogue.engines import closed

    book = closed.open(path)
    try:
        return workbook.read(book)
    finally:
        book.close()


def _password(user: str) -> str | None:
    """Typed where a person sits; None where nobody does."""
    import getpass

    if not sys.stdin.isatty():
        return None
    return getpass.getpass(messages.PASSWORD_ASKED.say(user=user))


def _assign(asked: argparse.Namespace) -> int:
    if not asked.questions:
        return _job(asked)
    from xl_dialogue import book as workbook
    from xl_dialogue.questions.answering import answer_all
    from xl_dialogue.questions.precedents import decided_by_staff

    with _opened(asked) as book:
        plan = workbook.read(book)
    earlier = [each for path in asked.earlier or () for each in decided_by_staff(_plan_of(path))]
    for answer in answer_all(_texts(asked.questions), plan, asked.lang, earlier):
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

    from xl_dialogue import telling
    from xl_dialogue.documents.kinds import KINDS
    from xl_dialogue.engines import closed
    from xl_dialogue.jobs import JOBS
    from xl_dialogue.outcome import Request

    asked.out.mkdir(parents=True, exist_ok=True)
    plan = asked.out / WORKBOOK
    shutil.copyfile(shared("workbook") / WORKBOOK, plan)
    book = closed.open(plan)
    request = Request(record=True, kinds=tuple(KINDS), out=asked.out, progress=_progress)
    outcome = JOBS["run"].run(book, request)
    book.save()
    book.close()
    for line in telling.summary(outcome, asked.lang):
        print(line)
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
    from xl_dialogue import book as workbook
    from xl_dialogue.documents.listing import listed
    from xl_dialogue.engines import closed

    book = closed.open(asked.plan or shared("workbook") / WORKBOOK)
    try:
        kinds = listed(workbook.read(book))
    finally:
        book.close()
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
    from xl_dialogue import book as workbook
    from xl_dialogue import recording
    from xl_dialogue.engines import closed
    from xl_dialogue.exchange import audit

    book = closed.open(asked.plan)
    try:
        plan = workbook.read(book)
    finally:
        book.close()
    log = audit.log_of(asked.plan)
    content = log.read_bytes() if log.exists() else b""
    verdict = audit.verify(content)
    faults = [*verdict.faults, *recording.disagreements(verdict.lines, plan)]
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
    with _opened(asked) as book, recording.trail(book, "share") as trail:
        plan = workbook.read(book)
        made = copy_for(plan, asked.audience)
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(asked.out, made.content)
        trail.note(Outcome(plan, files=[asked.out]))
    for said in made.said:
        print(said.say(asked.lang))
    print(messages.SHARE_MADE.say(asked.lang, path=asked.out))
    return FINE


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


def _build(asked: argparse.Namespace) -> int:
    from xl_dialogue.office.build import build

    for path in build(asked.out):
        print(path)
    return FINE


# --- what is printed ------------------------------------------------------------------------


def _show(outcome: Outcome, asked: argparse.Namespace) -> None:
    from xl_dialogue import telling

    if asked.json:
        print(json.dumps(telling.as_json(outcome, asked.lang), ensure_ascii=False, indent=1))
        return
    for line in telling.details(outcome, asked.lang, _SHOWN):
        print(line)
    for line in telling.summary(outcome, asked.lang):
        print(line)


def _progress(done: int, total: int) -> None:
    """A line that counts, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == total else "\r"
        print(f"{done}/{total}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
