"""The register of documents: which number each got, and what was made already."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import REGISTER
from xl_dialogue.vietnamese.text import folded

_FIGURES = re.compile("[0-9]+")
_NUMBERS = (
    "number", "date_line", "plan_cited", "attached_line", "subject_lines", "subject_rule",
)  # fmt: skip
"""What a document says of numbers and days, which come with time, the data being the same; and
how its title is set."""


class Entry(NamedTuple):
    """One document, a row of the sheet `Văn bản`; a draft has no number."""

    number: str = ""
    symbol: str = ""
    date: dt.date | None = None
    kind: str = ""
    recipient: str = ""
    file: str = ""
    sha256: str = ""
    content: str = ""
    """What it says, number and day apart: the same from unchanged data."""
    made_by: str = ""
    made_at: str = ""
    mailed: str = ""
    """When it went by e-mail; nobody gets the same document twice."""

    @property
    def who(self) -> str:
        """The permanent code of the recipient, whose name may be corrected."""
        return self.recipient.partition(" ")[0]


def entries(plan: Plan) -> list[Entry]:
    """The rows as they stand, blank ones left out."""
    frame = plan.register
    rows = [Entry(*values) for values in frame[list(Entry._fields)].itertuples(index=False)]
    return [_dated(row) for row in rows if row.kind]


def _dated(row: Entry) -> Entry:
    return row if isinstance(row.date, dt.date) else row._replace(date=None)


def known_to(plan: Plan, known: Sequence[Entry]) -> Plan:
    """The plan with this register, so that what is printed next cites what was numbered before."""
    frame = pd.DataFrame(known, columns=list(Entry._fields), dtype="object")
    return replace(plan, frames={**plan.frames, REGISTER.name: frame})


def said(context: Mapping[str, object]) -> str:
    """What a document says, whatever its own number and those it cites: 16 hexadecimal figures."""
    kept = {key: value for key, value in context.items() if key not in _NUMBERS}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def issued(known: Iterable[Entry], kind: str, recipient: str) -> Entry | None:
    """The last document of the kind for this recipient that has a number."""
    who = recipient.partition(" ")[0]
    held = [e for e in known if e.number and (e.kind, e.who) == (kind, who)]
    return held[-1] if held else None


def next_number(known: Iterable[Entry], symbol: str, first: int) -> int:
    """One more than the highest under the symbol: kinds that share it share the numbers."""
    given = (_FIGURES.match(e.number) for e in known if folded(e.symbol) == folded(symbol))
    return max([first, *(int(found[0]) + 1 for found in given if found)])


def spelled(number: int) -> str:
    """ "05": a zero before numbers below 10. Source: Decree 30, Appendix I, II.3."""
    return f"{number:02d}"


def entered(known: Sequence[Entry], new: Iterable[Entry]) -> list[Entry]:
    """The register with the new entries: a draft takes its draft's place, nothing else goes."""
    rows = list(known)
    places = {_place(row): at for at, row in enumerate(rows)}
    for entry in new:
        draft = _place(entry._replace(number=""))
        at = places.get(_place(entry), places.get(draft))
        if at is None:
            places[_place(entry)] = len(rows)
            rows.append(entry)
        elif _differs(rows[at], entry := entry._replace(mailed=entry.mailed or rows[at].mailed)):
            places.pop(_place(rows[at]))
            places[_place(entry)] = at
            rows[at] = entry
    return rows


def mail_key(kind: str, who: str) -> str:
    """What a letter to somebody is called among those sent."""
    return f"{kind} {who}"


def mailed(rows: Iterable[Entry], keys: Collection[str], when: dt.datetime) -> list[Entry]:
    """The register once these letters went."""
    return [
        row._replace(mailed=f"{when:%d/%m/%Y %H:%M}")
        if not row.mailed and mail_key(row.kind, row.who) in keys
        else row
        for row in rows
    ]


def settled(
    rows: Iterable[Entry], kind: str, whose: Collection[str], moved: Mapping[str, str]
) -> list[Entry]:
    """The register once the kind was printed for these codes: drafts for others are left out.

    Files that were moved are found where they are now.
    """
    kept = (row for row in rows if row.kind != kind or row.number or row.who in whose)
    return [row._replace(file=moved.get(row.file, row.file)) for row in kept]


def _place(entry: Entry) -> tuple[str, str, str, str]:
    return entry.kind, entry.who, entry.symbol if entry.number else "", entry.number


def _differs(old: Entry, new: Entry) -> bool:
    """Another person or another hour alone is no other document."""
    return old._replace(made_by="", made_at="") != new._replace(made_by="", made_at="")
