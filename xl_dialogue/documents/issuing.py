"""What the sheet `Ban hành` says of a kind: who issues and signs it; and what all documents say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields

from xl_dialogue.documents.registry import ENTERED, Context, Kind
from xl_dialogue.documents.words import on_one_line, sentence_start
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.vietnamese.dates import blank_date, clock, long_date, weekday
from xl_dialogue.vietnamese.text import folded

AS_ABOVE = "Như trên;"
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


_TEXTS = [field.name for field in fields(Issue) if field.type == "str"]


def issue_of(plan: Plan, label: str) -> Issue:
    """What the sheet says of the kind with this label; a blank issue if it says nothing."""
    for row, said in plan.issuing.iterrows():
        if folded(said["kind"]) == folded(label):
            first, day = said["first_number"], said["date"]
            texts = {name: said[name] for name in _TEXTS}
            return Issue(
                **texts,
                row=int(str(row)),
                first_number=int(first) if first >= 1 else 1,
                date=day if isinstance(day, dt.date) else None,
            )
    return Issue()


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
        "issuer": issuer,
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
        "recipients": _recipients(plan, issue),
        "conference": conference.name,
        "chair": conference.chair,
        "chairman_name": on_one_line(conference.chairman_name),
        "host": on_one_line(conference.host),
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
    lines = [name, f"tỉnh {place}"] if of else parts(body)
    return [line.upper() for line in lines]


def _recipients(plan: Plan, issue: Issue) -> list[str]:
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
    """A kind's last document as others name it: number, day and issuer, or room for them."""
    other = issue_of(plan, label)
    day = other.date or plan.conference.date
    assert day is not None
    number, dated = _registered(plan, label) or ("\N{NO-BREAK SPACE}" * 6, blank_date(day))
    issuer = other.issuer or plan.conference.issuer
    symbol = f" số {number}/{other.symbol}" if other.symbol else ""
    letters = (kind.label.vi for kind in ENTERED.values() if kind.is_letter)
    named = _LETTER if label in letters else label
    return f"{named}{symbol} {dated} của {issuer}"


def _registered(plan: Plan, label: str) -> tuple[str, str] | None:
    """Number and day of the last document of the kind that was issued."""
    frame = plan.register
    issued = frame[(frame["kind"] == label) & (frame["number"] != "") & frame["date"].notna()]
    if issued.empty:
        return None
    last = issued.iloc[-1]
    return str(last["number"]), long_date(last["date"])


def _time_line(start: dt.time | None, day: dt.date) -> str:
    when = f"{weekday(day)}, {long_date(day)}"
    return f"{clock(start.hour, start.minute)}, {when}" if start else when
