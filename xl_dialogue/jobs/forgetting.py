"""Of the fifth group: nobody's data stay when their time is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from xl_dialogue import book as workbook
from xl_dialogue import messages, posting
from xl_dialogue.jobs.applying import may_write
from xl_dialogue.messages import Said, Text
from xl_dialogue.outcome import Outcome, Request
from xl_dialogue.plan import journal
from xl_dialogue.plan.sheets import (
    ANSWERED,
    BY_NAME,
    FINDINGS,
    FORGOTTEN,
    JOURNAL,
    RETURNED,
    SPLIT,
)
from xl_dialogue.recording import saved_place
from xl_dialogue.registry import JOBS, TOOLS, job
from xl_dialogue.vietnamese.dates import short_date

if TYPE_CHECKING:
    import datetime as dt

    import xlwings as xw

    from xl_dialogue.exchange.forgetting.beside import Others
    from xl_dialogue.exchange.forgetting.deciding import Forgetting
    from xl_dialogue.exchange.forgetting.seeking import Seeker
    from xl_dialogue.plan.plan import Plan

_NAMED = 3
"""Files and cells of a place that are named; the others are counted."""


@job(
    Text("Xóa dữ liệu cá nhân", "Forget"),
    Text(
        "Xóa họ tên, điện thoại, email khi hết hạn lưu",
        "Remove personal data whose time is over",
    ),
    group=TOOLS,
    picture="ClearAll",
    takes=("before", "dry_run"),
)
def forget(book: xw.Book, request: Request) -> Outcome:
    from xl_dialogue.exchange.forgetting import due
    from xl_dialogue.exchange.forgetting.deciding import Forgetting
    from xl_dialogue.exchange.forgetting.seeking import Seeker

    plan = workbook.read(book)
    before = due.limit(plan, request.before, request.now.date())
    gone = Forgetting(plan)
    says = Seeker(gone.values)
    lying = _lying(saved_place(book), plan, says)
    if gone.is_nothing and lying.is_nothing:
        outcome = Outcome(plan)
        outcome.say(messages.FORGOT_NOTHING)
        return outcome
    preview = Outcome(plan, changes=gone.changes, details={"forgotten": lying.as_json()})
    preview.summary += [*_told(gone, before), *lying.told(), *_staying(_left(book, gone, says))]
    preview.summary.insert(1, Said(messages.FORGET_FOR_GOOD, {}))
    preview.say(messages.WOULD_CHANGE, job=JOBS["forget"].label, count=len(gone.changes))
    if request.dry_run:
        return preview
    own = [JOURNAL, *gone.noted, *([FINDINGS] if gone.findings else [])]
    if not may_write(book, preview, request, *own):
        return Outcome(plan, declined=True)
    outcome = Outcome(plan, changes=gone.changes, details=preview.details)
    if not gone.is_nothing:
        _write(book, gone, request, says)
        outcome.written = True
        outcome.run = journal.next_run(plan) if gone.changes else 0
    outcome.summary += _told(gone, before)
    cells = sum(len(row) for rows in gone.noted.values() for row in rows.values())
    outcome.noted = {"forgotten_before": before.isoformat(), "noted_cells": cells}
    with outcome.going_on():  # the workbook is saved by now: whatever stops the rest, that is told
        lying, deleted = lying.go(says)
        outcome.noted["deleted"] = len(deleted)
        outcome.summary += [*lying.told(deleted), *_checked(book, says)]
        outcome.say(messages.FORGOT, count=len(gone.changes) + cells, files=len(deleted))
    return outcome


def _write(book: xw.Book, gone: Forgetting, request: Request, says: Seeker) -> None:
    """All in one save: the file is the old one or the new one."""
    label = JOBS["forget"].label.vi
    with workbook.quietly(book):
        for sheet, rows in gone.noted.items():
            workbook.update(book, sheet, rows)
        if gone.findings:
            workbook.replace(book, FINDINGS, [])
        workbook.append(book, JOURNAL, journal.entries(gone.plan, gone.changes, label, request.now))
        workbook.write(book, gone.plan, gone.changes)
    workbook.save_without(book, says)


# --- what is said of the workbook -----------------------------------------------------------


def _told(gone: Forgetting, before: dt.date) -> Iterator[Said]:
    plan, mark = gone.plan, FORGOTTEN
    assert plan.conference.date is not None
    day = short_date(plan.conference.date)
    yield Said(messages.FORGET_DUE, {"day": day, "before": short_date(before)})
    emptied, spoken = gone.counted()
    for name in dict.fromkeys(name for name, _ in emptied):
        columns = ", ".join(
            f"{BY_NAME[name][column].header} {count}"
            for (sheet, column), count in emptied.items()
            if sheet == name
        )
        yield Said(messages.FORGET_COLUMNS, {"title": BY_NAME[name].title, "columns": columns})
    if spoken:
        titles = ", ".join(dict.fromkeys(BY_NAME[name].title for name, _ in spoken))
        facts = {"count": spoken.total(), "titles": titles, "mark": mark}
        yield Said(messages.FORGET_IN_TEXT, facts)
    for sheet, rows in gone.noted.items():
        yield Said(messages.FORGET_NOTED, {"title": sheet.title, "count": len(rows)})
    if gone.findings:
        yield Said(messages.FORGET_FINDINGS, {"title": FINDINGS.title, "count": gone.findings})
    waiting = (~plan.questions["status"].isin((ANSWERED, RETURNED, SPLIT))).sum()
    if waiting and not gone.is_nothing:
        yield Said(messages.FORGET_UNANSWERED, {"count": int(waiting)})
    yield Said(messages.FORGET_KEPT, {})


def _left(book: xw.Book, gone: Forgetting, says: Seeker) -> list[tuple[str, str]]:
    """The cells that say a name and stay."""
    plan = gone.plan
    going = {
        (BY_NAME[each.sheet].title, workbook.cell_of(plan, each.sheet, each.row, each.column))
        for each in gone.changes
    }
    going |= {
        (sheet.title, workbook.cell_of(plan, sheet.name, row, column))
        for sheet, rows in gone.noted.items()
        for row, cells in rows.items()
        for column in cells
    }
    found = workbook.cells_saying(book, says) if says else ()
    return [at for at in found if at not in going and at[0] != FINDINGS.title]


def _staying(cells: Iterable[tuple[str, str]]) -> Iterator[Said]:
    for title, group in groupby(cells, key=lambda at: at[0]):
        found = [cell for _, cell in group]
        facts = {"title": title, "count": len(found), "cells": _some(found)}
        yield Said(messages.FORGET_STAYS, facts)


def _checked(book: xw.Book, says: Seeker) -> Iterator[Said]:
    """The saved file searched, every part of it."""
    from xl_dialogue.exchange.forgetting.seeking import parts_that_say

    cells = [*workbook.cells_saying(book, says)] if says else []
    parts = [*parts_that_say(saved_place(book).read_bytes(), says)] if says else []
    yield from _staying(cells)
    others = [part for part in parts if not (cells and _is_of_cells(part))]
    for part in others:
        yield Said(messages.FORGET_PART, {"part": part})
    if says and not cells and not others:
        yield Said(messages.FORGOT_CHECKED, {})


def _is_of_cells(part: str) -> bool:
    return "worksheets/sheet" in part or "sharedStrings" in part


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")


# --- what lies beside it --------------------------------------------------------------------


@dataclass(frozen=True)
class _Lying:
    """The files beside the workbook."""

    place: Path
    """The workbook."""
    record: Path
    kept: frozenset[str]
    """The addresses of agencies, which are nobody's."""
    own: list[Path]
    is_record_open: bool
    """The record of letters sent names somebody's address."""
    others: Others

    @property
    def is_nothing(self) -> bool:
        return not (self.own or self.is_record_open)

    def go(self, says: Seeker) -> tuple[_Lying, list[Path]]:
        """Delete and clean, the backup too that the save has made; and those that are gone."""
        from xl_dialogue.exchange.forgetting import beside
        from xl_dialogue.mailing.record import mask_addresses

        mask_addresses(self.record, self.kept, FORGOTTEN, dry_run=False)
        own = beside.own(self.place, says)
        return replace(self, own=own), beside.remove(own)

    def told(self, deleted: list[Path] | None = None) -> Iterator[Said]:
        """What is done with them; with what was deleted, which of them would not go."""
        from xl_dialogue.exchange.forgetting.beside import MOST

        gone = self.own if deleted is None else deleted
        yield from self._by_folder(messages.FORGET_FILES, gone)
        for path in self.own if deleted is not None else ():
            if path not in gone:
                yield Said(messages.FORGOT_LEFT, {"path": path})
        if self.is_record_open:
            yield Said(messages.FORGET_RECORD, {"path": self.record})
        yield from self._by_folder(messages.FORGET_OTHERS, self.others.named)
        if self.others.named:
            yield Said(messages.FORGET_OTHERS_LEFT, {})
        yield from self._by_folder(messages.FORGET_UNREAD, self.others.unread)
        if self.others.is_cut:
            yield Said(messages.FORGET_CUT, {"most": MOST})
        yield Said(messages.FORGET_ELSEWHERE, {})

    def _by_folder(self, text: Text, paths: Iterable[Path]) -> Iterator[Said]:
        """Folders as seen from the workbook's, which is told whole."""
        home = self.place.parent
        ordered = sorted(paths, key=lambda path: (path.parent, path.name))
        for folder, group in groupby(ordered, key=lambda path: path.parent):
            names = [path.name for path in group]
            place = home if folder == home else folder.relative_to(home)
            facts = {"folder": place, "count": len(names), "names": _some(names)}
            yield Said(text, facts)

    def as_json(self) -> Mapping[str, object]:
        return {
            "deleted": [*map(str, self.own)],
            "cleaned": [str(self.record)] if self.is_record_open else [],
            "named": [*map(str, self.others.named)],
            "unread": [*map(str, self.others.unread)],
        }


def _lying(place: Path, plan: Plan, says: Seeker) -> _Lying:
    from xl_dialogue.exchange.forgetting import beside
    from xl_dialogue.mailing.record import mask_addresses

    record = posting.record_of(place)
    kept = frozenset(part for cell in plan.departments["email"] for part in cell.split(";"))
    own = beside.own(place, says)
    is_open = mask_addresses(record, kept, FORGOTTEN, dry_run=True)
    others = beside.others(place, says, {*own, record})
    return _Lying(place, record, kept, own, is_open, others)
