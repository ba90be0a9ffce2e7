"""How the conference is held: programme, script, speeches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from xl_dialogue.documents import petitions
from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.people import groups_in_order
from xl_dialogue.documents.registry import NUMBERED, Context, document, some
from xl_dialogue.documents.words import lines, on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.conclusions import concluded
from xl_dialogue.plan.counted import received, to_deal_with
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED
from xl_dialogue.vietnamese.dates import clock, long_date, weekday

_USED = ("number", "part", "content", "performer", "bodies", "start", "minutes")
_TO = "\N{NO-BREAK SPACE}- "
_WHOLE_DAY = 24 * 60
_UNNAMED_PART = "NỘI DUNG HỘI NGHỊ"
_UNASSIGNED = "Chưa phân công cơ quan trả lời"


# --- the agenda -----------------------------------------------------------------------------


def agenda(plan: Plan) -> pd.DataFrame:
    """Every item of the agenda."""
    return plan.agenda


class Span(NamedTuple):
    """When an item is on, in minutes of the day; what the plan does not tell is ``None``."""

    start: int | None
    end: int | None

    def __str__(self) -> str:
        told = [_figures(minute) for minute in self if minute is not None]
        return _TO.join(told)


def _figures(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def spans(items: pd.DataFrame, opening: dt.time | None) -> list[Span]:
    """When each item is on: one without a start follows at the end of the one before."""
    found: list[Span] = []
    end = _minute(opening)
    for start, minutes in zip(items["start"], items["minutes"], strict=True):
        begins = _minute(start) if start else end
        lasts = minutes > 0 and begins is not None
        end = begins + round(minutes) if lasts and begins is not None else None
        found.append(Span(begins, end))
    return found


def _minute(time: dt.time | None) -> int | None:
    return time.hour * 60 + time.minute if time else None


def programme_parts(items: pd.DataFrame, plan: Plan) -> list[dict[str, object]]:
    """The items under the part they belong to; one that names no part belongs to that above."""
    named = items["part"].where(items["part"] != "").ffill().fillna(_UNNAMED_PART)
    entries = [
        {**_entry(item, plan), "time": str(span)}
        for (_, item), span in zip(
            items.iterrows(), spans(items, plan.conference.start_time), strict=True
        )
    ]
    return [
        {"name": on_one_line(part), "entries": [entry for _, entry in group]}
        for part, group in groupby(zip(named, entries, strict=True), key=lambda pair: pair[0])
    ]


def _entry(item: pd.Series, plan: Plan) -> dict[str, object]:
    names = bodies.names(plan)
    minutes = item["minutes"]
    return {
        "number": f"{item['number']:.0f}",
        "minutes": f"{minutes:.0f}" if minutes > 0 else "",
        "content": on_one_line(item["content"]),
        "performer": on_one_line(item["performer"])
        or petitions.named(parts(item["bodies"]), names),
        "speech": _speech(item["speech_task"], plan),
        "cue": lines(item["cue"]),
        "fallback": lines(item["fallback"]),
    }


def _speech(code: str, plan: Plan) -> str:
    """The task of whoever prepares the speech."""
    for _, task in plan.tasks[plan.tasks["code"] == code].iterrows():
        leads = petitions.named(parts(task["lead"]), bodies.names(plan))
        prepared = f" ({leads})" if leads else ""
        return f"{on_one_line(task['content'])}{prepared}" if code else ""
    return ""


@document(
    Text("Chương trình", "Programme"),
    Text("Giờ, nội dung, người thực hiện", "When, what, who"),
    "chuong-trinh.docx",
    draws_on=("agenda", "departments", "conference"),
    rows=some(agenda),
    uses=_USED,
    needs=NUMBERED,
    for_a_fixed_day=True,
)
def programme(items: pd.DataFrame, plan: Plan) -> Context:
    """What is on when, and who does it."""
    return {
        "subject": plan.conference.name,
        "hours": _hours(plan),
        "parts": programme_parts(items, plan),
    }


def _hours(plan: Plan) -> str:
    """From when to when, on which day."""
    conference = plan.conference
    assert conference.date is not None
    times = filter(None, (conference.start_time, conference.end_time))
    told = " đến ".join(clock(time.hour, time.minute) for time in times)
    between = f"từ {told}" if " đến " in told else told
    day = f"{weekday(conference.date)}, {long_date(conference.date)}"
    return ", ".join(filter(None, (between, day)))


@document(
    Text("Kịch bản điều hành", "Script"),
    Text("Lời dẫn, dự phòng, câu hỏi được gọi", "Cues, fallbacks, the questions to be called"),
    "kich-ban.docx",
    draws_on=("agenda", "tasks", "questions", "groups", "delegates", "departments", "conference"),
    rows=some(agenda),
    uses=(*_USED, "speech_task", "cue", "fallback"),
)
def script(items: pd.DataFrame, plan: Plan) -> Context:
    """What whoever leads through the conference says and does, item by item."""
    return {
        "subject": plan.conference.name,
        "hours": _hours(plan),
        "greetings": list(greetings(groups_in_order(plan))),
        "parts": programme_parts(items, plan),
        "leads": list(to_be_called(plan)),
    }


def to_be_called(plan: Plan) -> Iterator[dict[str, object]]:
    """The questions to be called, under who answers them; each once, none that was returned."""
    questions = to_deal_with(plan)
    asked = questions[questions["content"] != ""]
    names = bodies.names(plan)
    leads = [*names, *(lead for lead in dict.fromkeys(asked["lead"]) if lead not in names)]
    for lead in sorted(leads, key=lambda code: code == ""):
        led = asked[asked["lead"] == lead]
        if not led.empty:
            yield {
                "name": names.get(lead, lead) or _UNASSIGNED,
                "size": len(led),
                "questions": [_question(question) for _, question in led.iterrows()],
            }


def _question(question: pd.Series) -> dict[str, str]:
    asker = ", ".join(filter(None, (question["asker"], question["unit"])))
    return {
        "code": question["code"],
        "asker": on_one_line(asker),
        "content": on_one_line(question["content"]),
    }


# --- speeches -------------------------------------------------------------------------------


def greetings(groups: pd.DataFrame) -> dict[str, None]:
    """Whom a speech greets, in order of rank, each once; a group without words by its name."""
    said = zip(groups["greeting"], groups["name"], strict=True)
    return dict.fromkeys(on_one_line(greeting or name).rstrip(" ,;.!") for greeting, name in said)


@document(
    Text("Phát biểu khai mạc", "Opening speech"),
    Text("Dự thảo lời khai mạc từ số liệu của kế hoạch", "A draft, from what the plan says"),
    "phat-bieu-khai-mac.docx",
    draws_on=("groups", "delegates", "questions", "conference"),
    rows=groups_in_order,
    uses=("code", "name", "rank", "greeting"),
)
def opening_speech(groups: pd.DataFrame, plan: Plan) -> Context:
    """Who is greeted, why they are here, what has come in, what is on."""
    conference, questions = plan.conference, received(plan)
    led = questions[questions["lead"] != ""]
    return {
        **_spoken("Phát biểu khai mạc", groups, plan),
        "purposes": lines(conference.purposes),
        "contents": lines(conference.contents),
        "received": int((questions["content"] != "").sum()),
        "assigned": len(led),
        "leads": led["lead"].nunique(),
    }


@document(
    Text("Phát biểu bế mạc", "Closing speech"),
    Text("Dự thảo lời bế mạc từ số liệu của kế hoạch", "A draft, from what the plan says"),
    "phat-bieu-be-mac.docx",
    draws_on=("groups", "delegates", "questions", "conference"),
    rows=groups_in_order,
    uses=("code", "name", "rank", "greeting"),
)
def closing_speech(groups: pd.DataFrame, plan: Plan) -> Context:
    """What was answered and concluded, who is thanked."""
    questions, conclusions = received(plan), concluded(plan)
    return {
        **_spoken("Phát biểu bế mạc", groups, plan),
        "received": int((questions["content"] != "").sum()),
        "answered": int((questions["status"] == ANSWERED).sum()),
        "concluded": len(conclusions),
        "leads": conclusions["lead"].nunique(),
        "general_conclusions": parts(plan.conference.general_conclusions),
    }


def _spoken(label: str, groups: pd.DataFrame, plan: Plan) -> dict[str, object]:
    """Who speaks, of what, to whom: the sheet `Ban hành` may name another than the chair."""
    conference, issue = plan.conference, issue_of(plan, label)
    name = issue.signer or conference.chairman_name
    return {
        "subject": f"Tại {conference.name}",
        "speaker": ", ".join(filter(None, (name, issue.title or conference.chair))),
        "greetings": list(greetings(groups)),
    }
