"""Every kind of document: a template and a function that says what stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from xl_dialogue import messages
from xl_dialogue.messages import DialogueError, Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.checks import check_sheet
from xl_dialogue.plan.conference import ITEMS
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED, BY_NAME, CONFERENCE
from xl_dialogue.vietnamese.dates import blank_date, clock, long_date, short_date, weekday

Context = Mapping[str, object]


class Draft(NamedTuple):
    """One document to be printed: a name for its file, what stands in it, its row if it has one."""

    name: str
    context: Context
    row: int | None


@dataclass(frozen=True)
class Kind:
    """A kind of document, as the registry knows it."""

    name: str
    label: Text
    about: Text
    template: str
    write: Callable[..., Context]
    draws_on: str
    """The sheet whose rows are printed."""
    uses: tuple[str, ...]
    """Columns of that sheet in which an error keeps a row from being printed."""
    each: bool
    """A document for every row, not one for all."""
    picture: str
    """The name of its button's built-in Office picture; a kind without one is in the menu only."""


KINDS: dict[str, Kind] = {}


def document(
    label: Text,
    about: Text,
    template: str,
    *,
    draws_on: str,
    uses: tuple[str, ...],
    each: bool = False,
    picture: str = "",
) -> Callable[[Callable[..., Context]], Callable[..., Context]]:
    """Enter the decorated function in the registry under its own name."""

    def register(write: Callable[..., Context]) -> Callable[..., Context]:
        name = str(write.__name__)
        KINDS[name] = Kind(name, label, about, template, write, draws_on, uses, each, picture)
        return write

    return register


def drafts(plan: Plan, kind: Kind) -> tuple[list[Draft], list[Finding]]:
    """The documents of a kind, and the findings for rows that get none.

    Errors: ``DialogueError`` when the sheet `Hội nghị` leaves an indispensable item blank.
    """
    _refuse_incomplete(plan)
    refused = unprintable(plan, kind)
    wrong = {finding.row for finding in refused}
    sound = _rows(plan, kind).drop(index=list(wrong))
    if not kind.each:
        return [Draft(kind.label.vi, kind.write(sound, plan), None)], refused
    places = {row: at for at, row in enumerate(_rows(plan, kind).index, start=1)}
    ready = [
        Draft(_file_name(places[row], record), kind.write(record, plan), int(str(row)))
        for row, record in sound.iterrows()
    ]
    return ready, refused


def _file_name(place: int, record: pd.Series) -> str:
    return f"{place:03d} {record['code']} {record['full_name']}"


def _rows(plan: Plan, kind: Kind) -> pd.DataFrame:
    """The rows that are to be printed if nothing is wrong with them."""
    return ROWS[kind.draws_on](plan)


def _refuse_incomplete(plan: Plan) -> None:
    for item in ITEMS:
        if item.required and getattr(plan.conference, item.name) in ("", None):
            row = plan.item_rows.get(item.name)
            value = plan.read(CONFERENCE.name, row, "value") if row else None
            text = messages.ITEM_MISSING if value is None else messages.ITEM_UNREADABLE
            cell = f"{plan.cells[CONFERENCE.name].letters['value']}{row}"
            facts = {"title": CONFERENCE.title, "label": item.header, "cell": cell}
            raise DialogueError(text, **facts, value=value)


def unprintable(plan: Plan, kind: Kind) -> list[Finding]:
    """Why rows must not be printed: an error, or a number for words, in a column that is used."""
    rows = set(_rows(plan, kind).index)
    sheet = BY_NAME[kind.draws_on]
    wrong = [
        finding
        for finding in check_sheet(plan, sheet)
        if finding.is_error and finding.row in rows and finding.column in kind.uses
    ]
    told = {(finding.row, finding.column) for finding in wrong}
    for column in (sheet[name] for name in kind.uses if sheet[name].kind == "text"):
        values = plan.cells[sheet.name].values[column.name]
        wrong += [
            Finding(Rule.NOT_WORDS, sheet.name, row, column.name, {"header": column.header}, value)
            for row, value in zip(map(int, values.index), values, strict=True)
            if row in rows and isinstance(value, float) and (row, column.name) not in told
        ]
    return sorted(wrong, key=lambda finding: finding.row or 0)


def _line(value: str) -> str:
    """The text on one line, as it stands within a sentence."""
    return " ".join(value.split())


# --- what several kinds share ---------------------------------------------------------------


def _letterhead(plan: Plan, symbol: str, day: dt.date) -> dict[str, object]:
    """The top of an official document; a draft leaves number and day to the pen."""
    conference = plan.conference
    return {
        "issuer_lines": _issuer_lines(conference.issuer),
        "number": "",
        "symbol": symbol,
        "place": conference.locality,
        "date_line": blank_date(day),
    }


def _issuer_lines(issuer: str) -> list[str]:
    """The issuer in capitals, broken before the name of its place."""
    body, of, place = issuer.rpartition(" tỉnh ")
    lines = [body, f"tỉnh {place}"] if of else [issuer]
    return [line.upper() for line in lines]


def _signature(authority: str, title: str, name: str) -> dict[str, object]:
    return {"signer_authority": authority, "signer_title": title, "signer_name": name}


def _file_copy(plan: Plan) -> list[str]:
    """The distribution list's last line, "Lưu: …"."""
    return [name for name in plan.recipients["name"] if name.startswith("Lưu")][-1:]


def _sentence_start(said: str) -> str:
    return said[:1].upper() + said[1:]


def _time_line(start: dt.time | None, day: dt.date) -> str:
    when = f"{weekday(day)}, {long_date(day)}"
    return f"{clock(start.hour, start.minute)}, {when}" if start else when


def _concluded(plan: Plan) -> pd.DataFrame:
    """Questions whose conclusion can be announced: answered, led and dated."""
    frame = plan.questions
    finished = (frame["conclusion"] != "") & (frame["status"] == ANSWERED)
    return frame[finished & (frame["lead"] != "") & frame["due"].notna()]


ROWS: dict[str, Callable[[Plan], pd.DataFrame]] = {
    "delegates": bodies.invited,
    "questions": _concluded,
}
"""Which rows of a sheet are printed."""


# --- the kinds ------------------------------------------------------------------------------


@document(
    Text("Giấy mời", "Invitation"),
    Text("Mỗi đại biểu được mời một giấy mời", "A letter for each delegate to be invited"),
    "giay-moi.docx",
    draws_on="delegates",
    uses=("honorific", "full_name", "sex", "title", "unit", "group"),
    each=True,
    picture="MailMergeStartLetters",
)
def invitation(delegate: pd.Series, plan: Plan) -> Context:
    """One delegate, asked to the dialogue in the words of its group."""
    conference = plan.conference
    assert conference.date is not None
    group = _group(plan, delegate["group"])
    person = f"{_honorific(delegate, group['honorific'])} {delegate['full_name']}"
    named = filter(None, (person, delegate["title"], delegate["unit"]))
    requests = [*parts(group["request"]), *parts(conference.delegate_notes)]
    return {
        **_letterhead(
            plan, conference.symbol_invitation, conference.invitation_date or conference.date
        ),
        "subject": f"Dự {conference.name}",
        "inviter": conference.issuer,
        "invitee": _line(", ".join(named)),
        "role": group["role"] or "dự",
        "conference": conference.name,
        "chair": conference.chair,
        "time_line": _time_line(conference.start_time, conference.date),
        "venue": conference.venue,
        "requests": requests,
        "contact": conference.contact,
        "recipients": ["Như trên;", *_file_copy(plan)],
        **_signature(
            conference.invitation_authority,
            conference.invitation_title,
            conference.invitation_signer,
        ),
    }


def _group(plan: Plan, code: str) -> dict[str, str]:
    found = plan.groups[plan.groups["code"] == code]
    if found.empty:
        return {"honorific": "", "role": "", "request": ""}
    return {str(key): str(value) for key, value in found.iloc[0].items()}


def _honorific(delegate: pd.Series, of_group: str) -> str:
    """The delegate's own, else the group's; "Ông/Bà" gives way to what the sex tells."""
    honorific = str(delegate["honorific"] or of_group or "Ông/Bà")
    if honorific == "Ông/Bà":
        return {"Nam": "Ông", "Nữ": "Bà"}.get(delegate["sex"], honorific)
    return honorific


@document(
    Text("Thông báo kết luận", "Conclusion notice"),
    Text("Kết luận, đơn vị thực hiện, thời hạn", "Conclusions, units, deadlines"),
    "thong-bao-ket-luan.docx",
    draws_on="questions",
    uses=("lead", "coordinators", "conclusion", "due", "product"),
    picture="FileSaveAsWordDocx",
)
def conclusion_notice(concluded: pd.DataFrame, plan: Plan) -> Context:
    """The chairman's conclusions: what, who, by when."""
    conference = plan.conference
    assert conference.date is not None
    names = bodies.names(plan)
    questions = plan.questions
    items = [
        {
            "number": str(number),
            "conclusion": _line(row["conclusion"]),
            "lead": names.get(row["lead"], row["lead"]),
            "coordinators": ", ".join(names.get(code, code) for code in parts(row["coordinators"])),
            "deadline": short_date(row["due"]),
            "product": _line(row["product"]),
        }
        for number, (_, row) in enumerate(concluded.iterrows(), start=1)
    ]
    return {
        **_letterhead(plan, conference.symbol_notice, conference.date),
        "subject": f"Kết luận của {conference.chair} tại {conference.name}",
        "day": _sentence_start(long_date(conference.date)),
        "venue": conference.venue,
        "chair": conference.chair,
        "conference": conference.name,
        "received": str(int((questions["content"] != "").sum())),
        "answered": str(int((questions["status"] == ANSWERED).sum())),
        "general_conclusions": parts(conference.general_conclusions),
        "items": items,
        "host": conference.host,
        "recipients": list(plan.recipients["name"]),
        **_signature(
            conference.notice_authority, conference.notice_title, conference.notice_signer
        ),
    }
