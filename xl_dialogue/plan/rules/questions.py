"""Questions: in time, assigned, answered, concluded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_dialogue.plan import bodies
from xl_dialogue.plan.counted import received, single
from xl_dialogue.plan.deadlines import closing_of
from xl_dialogue.plan.findings import Finding, Rule
from xl_dialogue.plan.plan import Plan, down
from xl_dialogue.plan.rules.registry import rule
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED, ANSWERING, ASSIGNED, NEW, QUESTIONS, RETURNED
from xl_dialogue.vietnamese.dates import short_date


@rule
def late_questions(plan: Plan) -> Iterator[Finding]:
    deadline, last = plan.conference.question_deadline, closing_of(plan)
    if deadline is None or last is None:
        return
    for row, day in down(plan.questions, "received"):
        if day is not None and day > last:
            facts = {
                "received": short_date(day),
                "deadline": short_date(deadline),
                "last": short_date(last),
            }
            yield Finding(Rule.QUESTION_LATE, "questions", row, "received", facts, day)


@rule
def assignments(plan: Plan) -> Iterator[Finding]:
    frame, once = received(plan), single(plan.questions)
    unassigned = once.index[(once["lead"] == "") & (once["content"] != "")]
    if len(unassigned):
        facts = {"count": len(unassigned)}
        yield Finding(Rule.QUESTIONS_UNASSIGNED, "questions", int(unassigned[0]), "lead", facts)
    for row, (lead, coordinators, authority) in down(frame, "lead", "coordinators", "authority"):
        if lead and lead in parts(coordinators):
            yield Finding(
                Rule.COORDINATOR_IS_LEAD,
                "questions",
                row,
                "coordinators",
                {"part": lead},
                coordinators,
            )
        if lead and not authority:
            yield Finding(Rule.AUTHORITY_MISSING, "questions", row, "authority")


@rule
def leads_not_invited(plan: Plan) -> Iterator[Finding]:
    names, absent = bodies.names(plan), bodies.without_guests(plan)
    for sheet, frame, said in (
        ("questions", single(plan.questions), Rule.LEAD_NOT_INVITED),
        ("tasks", plan.tasks, Rule.TASK_LEAD_NOT_INVITED),
    ):
        rows = defaultdict(list)
        for row, cell in down(frame, "lead"):
            for lead in parts(cell):
                if lead in absent:
                    rows[lead].append(row)
        for lead, led in rows.items():
            facts = {"name": names[lead], "count": len(led)}
            yield Finding(said, sheet, led[0], "lead", facts, lead)


@rule
def merged_in_a_circle(plan: Plan) -> Iterator[Finding]:
    frame = plan.questions
    after = dict(zip(frame["code"], frame["duplicate_of"], strict=True))
    for row, (code, other) in down(frame, "code", "duplicate_of"):
        if code and code in bodies.heirs(other, after):
            header = QUESTIONS["duplicate_of"].header
            facts = {"header": header, "code": code}
            yield Finding(Rule.MERGED_IN_A_CIRCLE, "questions", row, "duplicate_of", facts, other)


@rule
def answers(plan: Plan) -> Iterator[Finding]:
    for row, (status, answer) in down(plan.questions, "status", "answer"):
        if status == ANSWERED and not answer:
            yield Finding(Rule.ANSWER_MISSING, "questions", row, "answer")


@rule
def unfinished_conclusions(plan: Plan) -> Iterator[Finding]:
    """Conclusions that cannot be announced."""
    columns = ("status", "conclusion", "lead", "due")
    for row, (status, conclusion, lead, due) in down(plan.questions, *columns):
        if conclusion and status != ANSWERED:
            yield Finding(Rule.CONCLUSION_NOT_ANSWERED, "questions", row, "status", {}, status)
        missing = [
            QUESTIONS[name].header for name, value in (("lead", lead), ("due", due)) if not value
        ]
        if conclusion and missing:
            facts = {"missing": ", ".join(f"“{header}”" for header in missing)}
            yield Finding(Rule.CONCLUSION_INCOMPLETE, "questions", row, "due", facts)


_NEEDS_A_LEAD = (ASSIGNED, ANSWERING, ANSWERED)
_UNANSWERED = ("", NEW, ASSIGNED)


@rule
def states_of_an_answer(plan: Plan) -> Iterator[Finding]:
    """What a status says must show in the row, and the other way round."""
    for row, (status, lead, answer) in down(plan.questions, "status", "lead", "answer"):
        if status in _NEEDS_A_LEAD and not lead:
            facts = {"status": status}
            yield Finding(Rule.STATUS_WITHOUT_LEAD, "questions", row, "status", facts, status)
        if status == RETURNED and not answer:
            facts = {"header": QUESTIONS["answer"].header}
            yield Finding(Rule.RETURN_WITHOUT_REASON, "questions", row, "answer", facts)
        if answer and status in _UNANSWERED:
            facts = {"status": status or NEW}
            yield Finding(Rule.ANSWER_NOT_MARKED, "questions", row, "status", facts, status)


@rule
def days_of_answers(plan: Plan) -> Iterator[Finding]:
    columns = ("status", "received", "answered_on")
    for row, (status, asked, answered) in down(plan.questions, *columns):
        if answered and status not in (ANSWERED, RETURNED):
            yield Finding(Rule.ANSWER_DATE_NOT_MARKED, "questions", row, "status", {}, status)
        if answered and asked and answered < asked:
            facts = {"answered": short_date(answered), "received": short_date(asked)}
            yield Finding(
                Rule.ANSWERED_BEFORE_RECEIVED, "questions", row, "answered_on", facts, answered
            )


@rule
def conclusions_due_too_early(plan: Plan) -> Iterator[Finding]:
    day = plan.conference.date
    for row, due in down(plan.questions, "due"):
        if day and due is not None and due <= day:
            facts = {"due": short_date(due), "date": short_date(day)}
            yield Finding(Rule.DUE_BEFORE_CONFERENCE, "questions", row, "due", facts, due)
