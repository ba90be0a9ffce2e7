"""What a job has written, told to the log beside the workbook; and the log held against both.

The log names rows by their codes and says how many cells changed, never what stands in them: the
values are in the workbook's own journal.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import platform
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dialogue import __version__, messages
from xl_dialogue.digest import sha256_of
from xl_dialogue.exchange import audit
from xl_dialogue.messages import DialogueError, Said
from xl_dialogue.outcome import Outcome
from xl_dialogue.plan import journal
from xl_dialogue.plan.plan import NO_PLAN

if TYPE_CHECKING:
    import xlwings as xw

    from xl_dialogue.plan.plan import Plan

_MOST_CODES = 1_000


class Trail:
    """One job on one workbook, from before it began."""

    def __init__(self, plan: Path | None, job: str) -> None:
        self._plan, self._job = plan, job
        self._before = digest_of(plan) if plan else ""

    def note(self, outcome: Outcome) -> None:
        """Add a line, if the job wrote anything; what keeps the log from it is told."""
        if outcome.written or outcome.files or outcome.numbers or outcome.noted:
            self._add(outcome, written_by(outcome))

    def broke(self, error: BaseException) -> None:
        """The job was stopped; whatever it had saved until then must not go unsaid."""
        if self._plan and digest_of(self._plan) != self._before:
            self._add(Outcome(NO_PLAN), {"broke": type(error).__name__})

    def _add(self, outcome: Outcome, facts: dict[str, Any]) -> None:
        if self._plan is None:
            return
        log = audit.log_of(self._plan)
        named = {"file": self._plan.name, "before": self._before, "after": digest_of(self._plan)}
        try:
            audit.append(log, {**_who(), "job": self._job, **named, **facts})
        except OSError as error:
            detail = error.strerror or type(error).__name__
            outcome.say(messages.AUDIT_NOT_WRITTEN, log=log.name, detail=detail)


@contextlib.contextmanager
def trail(book: xw.Book, job: str) -> Iterator[Trail]:
    """Around a job: the caller notes its outcome once all is saved."""
    made = Trail(place_of(book), job)
    try:
        yield made
    except BaseException as error:
        made.broke(error)
        raise


def numbers_given(book: xw.Book) -> dict[str, int]:
    """By symbol the highest number that the log beside the workbook knows of."""
    plan = place_of(book)
    given: dict[str, int] = {}
    log = audit.log_of(plan) if plan else None
    if log is None or not log.exists():
        return given
    for line in audit.verify(log.read_bytes()).lines:
        numbers = line.facts.get("numbers")
        for symbol, number in numbers.items() if isinstance(numbers, dict) else ():
            if (said := audit.whole(number)) is not None:
                given[symbol] = max(said, given.get(symbol, 0))
    return given


def written_by(outcome: Outcome) -> dict[str, Any]:
    """What changed: by sheet how many cells of which columns, and the codes of the rows."""
    facts: dict[str, Any] = {**outcome.noted}
    if outcome.run:
        facts["run"] = outcome.run
    if outcome.changes:
        facts["cells"] = len(outcome.changes)
        facts["changes"] = _changes(outcome)
    if outcome.numbers:
        facts["numbers"] = outcome.numbers
    if outcome.files:
        facts["made"] = dict(Counter(path.suffix.lower() for path in outcome.files))
    if outcome.sources:
        facts["sources"] = [source._asdict() for source in outcome.sources]
    return facts


def _changes(outcome: Outcome) -> dict[str, Any]:
    rows = journal.entries(outcome.plan, outcome.changes, "", dt.datetime.min)
    changed: dict[str, Any] = {}
    for row in rows:
        sheet = changed.setdefault(str(row["sheet"]), {"columns": Counter(), "codes": {}})
        sheet["columns"][str(row["column"])] += 1
        sheet["codes"][str(row["code"])] = None
    for sheet in changed.values():
        sheet["codes"] = list(sheet["codes"])[:_MOST_CODES]
    return changed


def digest_of(path: Path) -> str:
    """SHA-256 of the file; blank where it cannot be read, as while Excel holds it."""
    try:
        return sha256_of(path)
    except OSError:
        return ""


def user() -> str:
    """Who is at the PC; blank where the system does not say."""
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _who() -> dict[str, str]:
    at = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    return {"at": at, "who": user(), "host": platform.node(), "version": __version__}


def place_of(book: xw.Book) -> Path | None:
    """Where the workbook lies on this PC's disk; ``None`` for one that was never saved."""
    import xlwings as xw

    try:
        path = Path(book.fullname)
    except xw.XlwingsError:
        return None
    return path if path.is_absolute() and path.exists() else None


def saved_place(book: xw.Book) -> Path:
    """As ``place_of``. Errors: ``DialogueError`` for a workbook that is not on this PC's disk."""
    place = place_of(book)
    if place is None:
        raise DialogueError(messages.SAVE_FIRST)
    return place


# --- holding it against the workbook --------------------------------------------------------


def disagreements(lines: list[audit.Line], plan: Plan) -> Iterator[Said]:
    """Runs that only the workbook's journal knows, only the log, or that they count otherwise."""
    logged = _logged(lines)
    runs = plan.journal["run"].dropna().astype(int)
    counted = Counter(int(run) for run in runs)
    for run in sorted(counted):
        if logged and run >= min(logged) and run not in logged:
            yield Said(messages.AUDIT_NOT_IN_LOG, {"run": run})
    for run, cells in sorted(logged.items()):
        if run not in counted:
            yield Said(messages.AUDIT_NOT_IN_BOOK, {"run": run})
        elif cells is not None and cells != counted[run]:
            facts: dict[str, object] = {"run": run, "book": counted[run], "log": cells}
            yield Said(messages.AUDIT_COUNTS_DIFFER, facts)


def _logged(lines: list[audit.Line]) -> dict[int, int | None]:
    """Of each run of the log how many cells it changed; ``None`` where the line does not say."""
    runs = ((audit.whole(line.facts.get("run")), line.facts.get("cells")) for line in lines)
    return {run: audit.whole(cells) for run, cells in runs if run is not None}


def unlogged(lines: list[audit.Line], plan: Plan) -> Iterator[Said]:
    """Whether the workbook knows of runs, and the log of none at all."""
    runs = plan.journal["run"].nunique()
    if runs and not _logged(lines):
        yield Said(messages.AUDIT_NO_RUNS, {"count": runs})


def saved_since(lines: list[audit.Line], plan: Path) -> Iterator[Said]:
    """Whether the workbook is another than the last line left."""
    said = (line.facts.get("after") for line in reversed(lines))
    after = next((digest for digest in said if digest and isinstance(digest, str)), "")
    if after and after != digest_of(plan):
        yield Said(messages.AUDIT_SAVED_SINCE, {})
