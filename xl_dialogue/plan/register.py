"""The register of documents: which number each got, and what was made already."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import REGISTER
from xl_dialogue.vietnamese.text import folded

_NUMBERS = (
    "number", "date_line", "plan_cited", "attached_line", "subject_lines", "subject_rule",
)  # fmt: skip
"""What a document says of numbers and days, which come with time, the data being the same; and
how its title is set."""
Gone = Collection[tuple[str, str]]
"""Letters that went by mail: key and mark of each."""


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
    code: str = ""
    """The permanent code of the recipient, whose name may be corrected."""
    row: int = 0
    """The Excel row in which it stands; 0 for one that is not entered yet."""

    @property
    def whose(self) -> tuple[str, str]:
        """Kind and recipient: of each draft there is one, and one number that holds."""
        return folded(self.kind), self.code

    @property
    def is_ours(self) -> bool:
        """The program has written the row; what somebody typed stays as it is."""
        return bool(self.content)

    @property
    def mail_key(self) -> str:
        """What a letter of the kind to this recipient is called."""
        return f"{self.kind} {self.code}"

    @property
    def mark(self) -> str:
        """Which of several letters to the same recipient it is: its number, and what it says."""
        return f"{self.number} {self.content}".strip()

    def cells(self) -> dict[str, object]:
        """By column; the row is no cell."""
        return {name: getattr(self, name) for name in _COLUMNS}


_COLUMNS = tuple(column.name for column in REGISTER.columns)


def entries(plan: Plan) -> list[Entry]:
    """The rows as they stand, those too that somebody else has written; blank ones left out."""
    frame = plan.register
    codes = {*plan.delegates["code"], *plan.departments["code"]} - {""}
    columns = list(Entry._fields[:-1])
    rows = frame[columns].itertuples(index=False)
    read = [
        Entry(*values)._replace(row=int(at)) for at, values in zip(frame.index, rows, strict=True)
    ]
    return [_with_code(_dated(row), codes) for row in read if any(row[:-1])]


def _dated(row: Entry) -> Entry:
    return row if isinstance(row.date, dt.date) else row._replace(date=None)


def _with_code(row: Entry, codes: Collection[str]) -> Entry:
    """The row with its recipient's code; blank where two cells, or two codes, contradict."""
    found = [code for code in _beginnings(row.recipient) if code in codes]
    if row.code:
        return row if not found or row.code in found else row._replace(code="")
    return row._replace(code=found[0]) if len(found) == 1 else row


def _beginnings(recipient: str) -> Iterator[str]:
    """ "D 1 An": "D", "D 1", "D 1 An"."""
    words = recipient.split(" ")
    return (" ".join(words[: at + 1]) for at in range(len(words)))


def known_to(plan: Plan, known: Sequence[Entry]) -> Plan:
    """The plan with this register, so that what is printed next cites what was numbered before."""
    frame = pd.DataFrame([row.cells() for row in known], columns=list(_COLUMNS), dtype="object")
    return replace(plan, frames={**plan.frames, REGISTER.name: frame})


def said(context: Mapping[str, object]) -> str:
    """What a document says, whatever its own number and those it cites: 16 hexadecimal figures."""
    kept = {key: value for key, value in context.items() if key not in _NUMBERS}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def issued(known: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    """By kind and recipient, the last document that has a number."""
    return {entry.whose: entry for entry in known if entry.number}


# --- what is entered ------------------------------------------------------------------------


def entered(known: Sequence[Entry], new: Iterable[Entry]) -> list[Entry]:
    """The register with the new entries: a draft takes its draft's place, nothing else goes."""
    rows = list(known)
    places = {_place(row): at for at, row in enumerate(rows) if row.number or row.is_ours}
    for entry in new:
        draft = _place(entry._replace(number=""))
        at = places.get(_place(entry), places.get(draft))
        if at is None:
            places[_place(entry)] = len(rows)
            rows.append(entry)
        elif _differs(rows[at], entry := _over(rows[at], entry)):
            places.pop(_place(rows[at]))
            places[_place(entry)] = at
            rows[at] = entry
    return rows


def _over(old: Entry, new: Entry) -> Entry:
    """The new entry in the old one's row; what was mailed is known only of what it said."""
    same = old.content in ("", new.content)
    return new._replace(row=old.row, mailed=new.mailed or (old.mailed if same else ""))


def _place(entry: Entry) -> tuple[str, str, str, str]:
    return *entry.whose, folded(entry.symbol) if entry.number else "", entry.number


def _differs(old: Entry, new: Entry) -> bool:
    """Another person or another hour alone is no other document."""
    return old._replace(made_by="", made_at="") != new._replace(made_by="", made_at="")


def mailed(rows: Iterable[Entry], gone: Gone, when: dt.datetime) -> list[Entry]:
    """The register once these letters went."""
    return [
        row._replace(mailed=f"{when:%d/%m/%Y %H:%M}")
        if not row.mailed and (row.mail_key, row.mark) in gone
        else row
        for row in rows
    ]


def settled(
    rows: Iterable[Entry], kind: str, whose: Collection[str], moved: Mapping[str, str]
) -> list[Entry]:
    """The register before the kind is entered for these codes: drafts for others are left out.

    Files that were moved are found where they are now.
    """
    kept = (
        row
        for row in rows
        if row.kind != kind or row.number or row.code in whose or not row.is_ours
    )
    return [
        row._replace(file=moved.get(row.file, row.file)) if row.kind == kind else row
        for row in kept
    ]


def placed(rows: Iterable[Entry], free: int) -> list[Entry]:
    """The new ones below the last row: nothing that stands in the sheet moves."""
    found = []
    for entry in rows:
        found.append(entry if entry.row else entry._replace(row=free))
        free += not entry.row
    return found


def revised(before: Iterable[Entry], after: Iterable[Entry]) -> dict[int, dict[str, object]]:
    """By Excel row the cells that are other than before; a row that has gone is blanked."""
    was, now = ({entry.row: entry.cells() for entry in rows} for rows in (before, after))
    blank = dict.fromkeys(_COLUMNS)
    changed = {
        row: {
            name: value
            for name, value in now.get(row, blank).items()
            if (value or None) != (was.get(row, blank)[name] or None)
        }
        for row in was | now
    }
    return {row: cells for row, cells in changed.items() if cells}
