"""The agenda: times, performers, speeches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from xl_dialogue.plan import bodies
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.plan.schema import parts


def _minutes(clock: dt.time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minutes: float) -> str:
    return f"{int(minutes) // 60:02d}:{int(minutes) % 60:02d}"


@rule
def agenda_times(plan: Plan) -> Iterator[Finding]:
    frame, opening = plan.agenda, plan.conference.start_time
    closing = plan.conference.end_time
    end, before = 0.0, ""
    for row, (number, start, minutes) in down(frame, "number", "start", "minutes"):
        if start is None or minutes != minutes:
            yield Finding(Rule.AGENDA_WITHOUT_TIME, "agenda", row, "start")
            continue
        begins = _minutes(start)
        if before and begins < end:
            facts = {"start": _clock(begins), "other": before, "end": _clock(end)}
            yield Finding(Rule.AGENDA_OVERLAP, "agenda", row, "start", facts, _clock(begins))
        if opening and begins < _minutes(opening):
            facts = {"start": _clock(begins), "limit": _clock(_minutes(opening))}
            yield Finding(Rule.AGENDA_BEFORE_START, "agenda", row, "start", facts, _clock(begins))
        end, before = max(end, begins + minutes), f"{number:.0f}" if number == number else "?"
    if closing and end > _minutes(closing):
        facts = {"end": _clock(end), "limit": _clock(_minutes(closing))}
        yield Finding(Rule.AGENDA_OVERRUN, "agenda", int(frame.index[-1]), "minutes", facts)


@rule
def performers(plan: Plan) -> Iterator[Finding]:
    names, absent = bodies.names(plan), bodies.without_guests(plan)
    for row, named in down(plan.agenda, "bodies"):
        codes = parts(named)
        if not codes:
            yield Finding(Rule.PERFORMER_UNKNOWN, "agenda", row, "bodies")
        for code in codes:
            if code in absent:
                facts = {"name": names[code]}
                yield Finding(Rule.PERFORMER_NOT_INVITED, "agenda", row, "bodies", facts, code)


_SPEECHES = ("khai mạc", "bế mạc", "kết luận", "phát biểu")


@rule
def speeches(plan: Plan) -> Iterator[Finding]:
    frame = plan.agenda
    for row, (content, task) in down(frame, "content", "speech_task"):
        if not task and any(speech in content.lower() for speech in _SPEECHES):
            yield Finding(Rule.SPEECH_UNPREPARED, "agenda", row, "speech_task", {}, content)
    spoken = " ".join(frame["content"]).lower()
    for row, content in down(plan.tasks, "content"):
        for speech in _SPEECHES[:2]:
            if speech in content.lower() and speech not in spoken and len(frame):
                yield Finding(
                    Rule.SPEECH_WITHOUT_ITEM, "tasks", row, "content", {"speech": speech}, content
                )
