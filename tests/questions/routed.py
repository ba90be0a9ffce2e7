"""How well questions are routed, on the labelled ones: in tests/, python -m questions.routed [--locked]

Of the part locked away only totals are told, never a row: nobody is to tune on it.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from tables import conference_cells

from xl_dialogue.office.sheets.data import rows_of
from xl_dialogue.plan.plan import Cells, Plan, plan_from
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import DEPARTMENTS, SYNONYMS, TOPICS
from xl_dialogue.questions.catalogue import catalogue
from xl_dialogue.questions.routing import Proposal, route

LABELLED = Path(__file__).parent / "labelled"
DAY = "2022-05-24"


class Case(NamedTuple):
    """A labelled question and what the program proposes; no leads: it must be left alone."""

    row: dict[str, str]
    proposal: Proposal

    @property
    def leads(self) -> list[str]:
        return parts(self.row["leads"])

    @property
    def right(self) -> bool:
        return self.proposal.lead in self.leads

    @property
    def assigned(self) -> bool:
        return not self.proposal.needs_review

    @property
    def coordinators(self) -> set[str]:
        """Those that the label asks for."""
        return set(parts(self.row["coordinators"])) - {self.proposal.lead}


class Figures(NamedTuple):
    """Shares between 0 and 1; ``vague`` counts what was assigned and must not be."""

    questions: int
    coverage: float
    lead: float
    coordinators: float
    authority: float
    vague: int

    def say(self, name: str) -> str:
        return (
            f"{name:18} {self.questions:4}  coverage {self.coverage:.3f}  lead {self.lead:.3f}  "
            f"coordinators {self.coordinators:.3f}  authority {self.authority:.3f}  "
            f"vague assigned {self.vague}"
        )


def shipped_plan(day: str = DAY) -> Plan:
    """The catalogue as it is shipped, without questions."""
    cells = {"conference": conference_cells({"date": day})}
    for sheet in (DEPARTMENTS, TOPICS, SYNONYMS):
        rows = rows_of(sheet, sample=False)
        columns = [column.name for column in sheet.columns]
        frame = pd.DataFrame(rows, range(2, len(rows) + 2), columns, dtype="object")
        cells[sheet.name] = Cells(frame, dict.fromkeys(columns, "A"))
    return plan_from(cells)


def labelled(part: str) -> list[dict[str, str]]:
    """The rows of ``open`` or ``locked``, or of ``learning`` or ``checking``, halves of practice.

    The half is told by the hash of the id: even to learn from, odd to check by.
    """
    halves = ("learning", "checking")
    file_name = "practice" if part in halves else part
    with (LABELLED / f"{file_name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if part in halves:
        side = halves.index(part)
        return [r for r in rows if hashlib.sha256(r["id"].encode()).digest()[0] % 2 == side]
    return rows


def cases(part: str) -> list[Case]:
    """The questions of a part, routed."""
    known = catalogue(shipped_plan())
    return [Case(row, route(row["text"], known)) for row in labelled(part)]


def figures(those: Iterable[Case]) -> Figures:
    """What the goals ask for; lead, coordinators and authority of what is assigned."""
    those = list(those)
    real = [case for case in those if case.leads]
    assigned = [case for case in real if case.assigned]
    asked = sum(len(case.coordinators) for case in assigned)
    met = sum(len(case.coordinators & set(case.proposal.coordinators)) for case in assigned)
    return Figures(
        len(those),
        len(assigned) / max(len(real), 1),
        sum(case.right for case in assigned) / max(len(assigned), 1),
        met / max(asked, 1),
        sum(case.row["authority"] == case.proposal.authority for case in assigned)
        / max(len(assigned), 1),
        sum(case.assigned for case in those if not case.leads),
    )


def _by(those: list[Case], column: str) -> Iterator[tuple[str, Figures]]:
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in those:
        groups[case.row[column]].append(case)
    for name in sorted(groups):
        yield name, figures(groups[name])


def main(arguments: list[str]) -> None:
    if "--locked" in arguments:
        print(figures(cases("locked")).say("locked"))
        return
    those = cases("open")
    print(figures(those).say("open"))
    for half in ("learning", "checking"):
        print(figures(cases(half)).say(half))
    for column in ("style", "group"):
        for name, group in _by(those, column):
            print(group.say(name))


if __name__ == "__main__":
    main(sys.argv[1:])
