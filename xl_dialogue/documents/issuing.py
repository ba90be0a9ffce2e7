"""What the sheet `Ban hành` says of a kind: who issues and signs it; and what all documents say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import Any

import pandas as pd

from xl_dialogue.documents.registry import ENTERED, Context, Kind
from xl_dialogue.documents.words import on_one_line, sentence_start
from xl_dialogue.plan import numbers
from xl_dialogue.plan.conference import Conference
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.vietnamese.dates import blank_date, clock, long_date, weekday
from xl_dialogue.vietnamese.text import folded

AS_ABOVE = "Như trên;"
_ROOM = "\N{NO-BREAK SPACE}" * 6
_LETTER = "Công văn"
"""What is cited of a letter, which has no name of a kind."""


@dataclass(frozen=True)
class Issue:
    """One kind's row of the sheet `Ban hành`; whatever it leaves blank is ``""`` or ``None``."""

    kind: str = ""
    row: int | None = None
    issuer: str = ""
    parent: str = ""
    symbol: str = ""
    first_number: int = 1
    date: dt.date | None = None
    authority: str = ""
    title: str = ""
    signer: str = ""
    addressees: str = ""
    recipients: str = ""
    attached_to: str = ""


_LINED = frozenset(("issuer", "parent", "authority", "addressees", "recipients"))
"""Of a kind's row, what is printed in lines of its own."""
_PARAGRAPHS = frozenset((
    "issuer", "purposes", "requirements", "contents", "funding", "partner_authority",
    "delegate_notes", "general_conclusions",
))  # fmt: skip
"""The same of the conference."""
_TEXTS = [field.name for field in fields(Issue) if field.type == "str"]


def issue_of(plan: Plan, label: str) -> Issue:
    """What the sheet says of the kind with this label; a blank issue if it says nothing."""
    for row, said in plan.issuing.iterrows():
        if folded(said["kind"]) == folded(label):
            first, day = said["first_number"], said["date"]
            texts = {name: said[name] for name in _TEXTS}
            return Issue(
                **{name: _told(name, text) for name, text in texts.items()},
                row=int(str(row)),
                first_number=int(first) if first >= 1 else 1,
                date=day if isinstance(day, dt.date) else None,
            )
    return Issue()


def _told(name: str, text: str) -> str:
    return text if name in _LINED else on_one_line(text)


def unbroken(conference: Conference) -> Conference:
    """The conference without the line breaks that somebody typed within a sentence."""
    texts: dict[str, Any] = {
        field.name: on_one_line(getattr(conference, field.name))
        for field in fields(Conference)
        if field.type == "str" and field.name not in _PARAGRAPHS
    }
    return replace(conference, **texts)


def common(plan: Plan, kind: Kind) -> Context:
    """What every template may say: letterhead, signature, distribution list, the conference.

    A draft leaves number and day to the pen.
    """
    conference = plan.conference
    issue = issue_of(plan, kind.label.vi)
    issuer = issue.issuer or conference.issuer
    assert conference.date is not None
    return {
        "parent_lines": in_capitals(issue.parent),
        "issuer": on_one_line(issuer),
        "issuer_lines": in_capitals(issuer),
        "number": "",
        "symbol": issue.symbol,
        "place": conference.locality,
        "date_line": blank_date(issue.date or conference.date),
        "subject": "",
        "addressees": parts(issue.addressees),
        "attached_line": _attached_line(plan, issue.attached_to),
        "authority_lines": parts(issue.authority),
        "signer_title": issue.title,
        "signer_name": issue.signer,
        "recipients": distribution(plan, issue),
        "conference": conference.name,
        "chair": conference.chair,
        "chairman_name": conference.chairman_name,
        "host": conference.host,
        "venue": conference.venue,
        "time_line": _time_line(conference.start_time, conference.date),
        "day": sentence_start(long_date(conference.date)),
        "contact": conference.contact,
    }


def numbered(context: Context, number: str, day: dt.date | None) -> Context:
    """The document once it has its number; without a day, the pen still writes that."""
    dated = {"date_line": long_date(day)} if day else {}
    return {**context, "number": number, **dated}


def in_capitals(body: str) -> list[str]:
    """A body's name as it stands above a document, broken before the name of its place."""
    name, of, place = body.rpartition(" tỉnh ")
    lines = [name, f"tỉnh {place}"] if of and "\n" not in body else parts(body)
    return [on_one_line(line).upper() for line in lines]


def distribution(plan: Plan, issue: Issue) -> list[str]:
    """The kind's own distribution list, else the plan's, each line with its mark."""
    own = parts(issue.recipients)
    if not own:
        return [on_one_line(name) for name in plan.recipients["name"]]
    lines = [line.rstrip(" .;") for line in own]
    return [*(f"{line};" for line in lines[:-1]), f"{lines[-1]}."]


def _attached_line(plan: Plan, label: str) -> str:
    """Which document this one goes with: its number and day, or room for them.

    Source: Decree 30/2020/NĐ-CP, Appendix I, III.1.
    """
    return f"(Kèm theo {cited(plan, label)})" if label else ""


def cited(plan: Plan, label: str) -> str:
    """A kind's last document as others name it: number, day and issuer, or room for them.

    Of a kind with a document for each recipient all of them, from the first number to the last.
    """
    other = issue_of(plan, label)
    day = other.date or plan.conference.date
    assert day is not None
    kind = next((each for each in ENTERED.values() if each.label.vi == label), None)
    issued = _issued(plan, label)
    number, dated = _all_of(issued, other.symbol) if kind and kind.each else _last_of(issued)
    issuer = on_one_line(other.issuer or plan.conference.issuer)
    named = _LETTER if kind and kind.is_letter else label
    named = f"các {named}" if kind and kind.each else named
    symbol = f" số {number or _ROOM}/{other.symbol}" if other.symbol else ""
    return f"{named}{symbol} {dated or blank_date(day)} của {issuer}"


def _issued(plan: Plan, label: str) -> pd.DataFrame:
    frame = plan.register
    return frame[(frame["kind"] == label) & (frame["number"] != "") & frame["date"].notna()]


def _last_of(issued: pd.DataFrame) -> tuple[str, str]:
    """Number and day of the last document of the kind that was issued."""
    if issued.empty:
        return "", ""
    last = issued.iloc[-1]
    return str(last["number"]), long_date(last["date"])


def _all_of(issued: pd.DataFrame, symbol: str) -> tuple[str, str]:
    """The first number to the last, where none is lacking between them; their day, if it is one."""
    given = sorted({n for said in issued["number"] if (n := numbers.value(said)) is not None})
    days = {*issued["date"]}
    is_whole = given and len(given) == given[-1] - given[0] + 1
    first, last = (numbers.spelled(given[at]) for at in (0, -1)) if is_whole else ("", "")
    said = f"{first}/{symbol} đến số {last}" if first != last else first
    return said, long_date(*days) if len(days) == 1 else ""


def _time_line(start: dt.time | None, day: dt.date) -> str:
    when = f"{weekday(day)}, {long_date(day)}"
    return f"{clock(start.hour, start.minute)}, {when}" if start else when
