"""Which number each document gets, and which was made already: decided before it is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xl_dialogue.documents.drafts import Draft
from xl_dialogue.documents.issuing import Issue, numbered
from xl_dialogue.documents.registry import Kind
from xl_dialogue.plan import numbers, register
from xl_dialogue.plan.register import Entry


class Paper(NamedTuple):
    """A document with its place in the register."""

    draft: Draft
    entry: Entry
    superseded: Entry | None = None
    """It was issued before, and says something else now."""


def papers(
    known: Sequence[Entry],
    drafts: Sequence[Draft],
    kind: Kind,
    issue: Issue,
    *,
    issuing: dt.date | None = None,
) -> list[Paper]:
    """The drafts under the numbers they have; ``issuing`` gives the others numbers of this day.

    The same from unchanged data keeps its number; what was changed since gets another.
    """
    following = numbers.next_number(known, issue.symbol, issue.first_number)
    held = register.issued(known)
    found = []
    for draft in drafts:
        paper = _paper(held, draft, kind, issue)
        if issuing and kind.numbered and not paper.entry.number:
            day = issue.date or issuing
            entry = paper.entry._replace(number=numbers.spelled(following), date=day)
            paper = paper._replace(entry=entry)
            following += 1
        found.append(_written(paper))
    return found


def _paper(
    issued: Mapping[tuple[str, str], Entry], draft: Draft, kind: Kind, issue: Issue
) -> Paper:
    recipient = f"{draft.code} {draft.recipient}".strip()
    content = register.said(draft.context)
    symbol = issue.symbol if kind.numbered else ""
    fresh = Entry(
        symbol=symbol, kind=kind.label.vi, recipient=recipient, content=content, code=draft.code
    )
    held = issued.get(fresh.whose)
    if held is None:
        return Paper(draft, fresh)
    if held.content == content or (not held.content and numbers.alike(held.symbol, symbol)):
        return Paper(draft, held._replace(content=content))
    return Paper(draft, fresh, held)


def _written(paper: Paper) -> Paper:
    """The number and the day as the document says them; without a day, the pen writes it."""
    number, day = paper.entry.number, paper.entry.date
    if not number:
        return paper
    context = numbered(paper.draft.context, number, day)
    return paper._replace(draft=paper.draft._replace(context=context))
