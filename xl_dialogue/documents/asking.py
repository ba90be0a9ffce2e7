"""The plan, and the questions on their way from the unions to those who answer."""

from __future__ import annotations

import pandas as pd

from xl_dialogue import messages
from xl_dialogue.documents.issuing import cited
from xl_dialogue.documents.petitions import (
    EACH_LEAD,
    by_authority,
    called,
    days_late,
    delay,
    named,
    petitions,
    progress,
    standing,
)
from xl_dialogue.documents.planning import (
    assignments,
    grounds,
    guests,
    numerals,
    points,
    tentative_day,
)
from xl_dialogue.documents.registry import NUMBERED, Context, document, some
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan.calendar import last_day_before
from xl_dialogue.plan.conference import Conference
from xl_dialogue.plan.counted import received, single
from xl_dialogue.plan.deadlines import answers_due
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED, CENTRE, CONFERENCE, DELEGATES, QUESTIONS, RETURNED
from xl_dialogue.vietnamese.dates import long_date
from xl_dialogue.vietnamese.text import folded

PLAN = "Kế hoạch"
_FORM_ROWS = 6


@document(
    Text(PLAN, "Plan"),
    Text("Mục đích, thành phần, nội dung, phân công", "Purpose, guests, contents, who does what"),
    "ke-hoach.docx",
    draws_on=("tasks", "groups", "departments", "agenda", "conference"),
    rows=lambda plan: plan.tasks,
    uses=("content", "lead", "coordinators", "deadline"),
    needs=NUMBERED,
)
def plan(tasks: pd.DataFrame, plan: Plan) -> Context:
    """The plan of the conference, from its grounds to who does what."""
    conference = plan.conference
    purposes, requirements = points(conference.purposes), points(conference.requirements)
    contents, funding = points(conference.contents), points(conference.funding)
    assigned = assignments(tasks, plan)
    sections = {
        "aims": purposes or requirements,
        "setting": [conference.venue],
        "contents": contents,
        "funding": funding,
        "tasks": assigned,
    }
    return {
        "subject": f"Tổ chức {conference.name}",
        "grounds": grounds(conference),
        "numeral": numerals(sections),
        "purposes": purposes,
        "requirements": requirements,
        "tentative_day": tentative_day(conference),
        "expected": str(int(conference.expected_delegates or 0)),
        "guests": guests(plan),
        "contents": contents,
        "has_programme": not plan.agenda.empty,
        "funding": funding,
        "assignments": assigned,
    }


@document(
    Text("Công văn đề nghị tổng hợp câu hỏi", "Call for questions"),
    Text("Gửi các cấp công đoàn: nội dung, hạn, nơi nhận", "To the unions: what, when, where to"),
    "cv-tong-hop-cau-hoi.docx",
    draws_on=("conference",),
    rows=lambda plan: plan.frames[CONFERENCE.name],
    uses=(),
    needs=NUMBERED,
    is_letter=True,
)
def question_call(_: pd.DataFrame, plan: Plan) -> Context:
    """The unions are asked to gather what their members want to ask."""
    return {
        "subject": f"tổng hợp câu hỏi, ý kiến, kiến nghị gửi {in_short(plan.conference)}",
        "plan_cited": cited(plan, PLAN),
        **_sending(plan.conference),
    }


@document(
    Text("Phiếu câu hỏi", "Question form"),
    Text("Để điền tay hoặc điền trong Word", "To fill in by hand or in Word"),
    "phieu-cau-hoi.docx",
    draws_on=("conference",),
    rows=lambda plan: plan.frames[CONFERENCE.name],
    uses=(),
)
def question_form(_: pd.DataFrame, plan: Plan) -> Context:
    """A form whose heads are those of the sheet that what it brings goes to."""
    return {
        "subject": f"Gửi {plan.conference.name}",
        "header": {name: QUESTIONS[name].header for name in ("asker", "unit", "topic", "content")}
        | {name: DELEGATES[name].header for name in ("title", "phone")},
        "numbers": [str(number) for number in range(1, _FORM_ROWS + 1)],
        **_sending(plan.conference),
    }


def _sending(conference: Conference) -> dict[str, str]:
    """Until when, and where to."""
    assert conference.question_deadline is not None
    return {
        "before": long_date(conference.question_deadline),
        "last_day": long_date(last_day_before(conference.question_deadline)),
        "sent_to": conference.question_contact or conference.contact,
    }


def in_short(conference: Conference) -> str:
    """The conference where its full name has no room."""
    year = f" năm {conference.year:.0f}" if conference.year else ""
    return f"Hội nghị đối thoại{year}"


@document(
    Text("Báo cáo tổng hợp kiến nghị", "Report of petitions"),
    Text("Số liệu và bảng kiến nghị theo lĩnh vực", "Figures and petitions by topic"),
    "bc-tong-hop-kien-nghi.docx",
    draws_on=("questions", "topics", "departments", "conference"),
    rows=some(received),
    uses=("code", "unit", "content", "topic", "lead", "authority", "duplicate_of"),
    needs=NUMBERED,
)
def petition_report(questions: pd.DataFrame, plan: Plan) -> Context:
    """What the unions received: how much, on which topics, who is proposed to answer."""
    once = single(questions)
    topics = dict(zip(plan.topics["code"], plan.topics["name"], strict=True)) | {"": ""}
    by_topic: dict[str, list[dict[str, str]]] = {topic: [] for topic in topics}
    for topic, petition in zip(once["topic"], petitions(once, questions, plan), strict=True):
        by_topic[topic if topic in topics else ""].append(petition)
    return {
        "subject": f"Tổng hợp ý kiến, kiến nghị gửi {plan.conference.name}",
        "plan_cited": cited(plan, PLAN),
        "received": str(len(questions)),
        "units": str(len({folded(unit) for unit in questions["unit"] if unit})),
        "merged": str(len(questions) - len(once)),
        "single": str(len(once)),
        "by_authority": by_authority(once),
        "groups": [
            {
                "name": on_one_line(topics[topic]) or "Chưa xếp lĩnh vực",
                "petitions": asked,
            }
            for topic, asked in by_topic.items()
            if asked
        ],
    }


def to_be_answered(plan: Plan) -> pd.DataFrame:
    """Questions that somebody leads and that are still open, each once."""
    once = single(plan.questions)
    return once[(once["lead"] != "") & ~once["status"].isin((ANSWERED, RETURNED))]


@document(
    Text("Công văn giao trả lời", "Request for answers"),
    Text("Mỗi cơ quan chủ trì một công văn, kèm phụ lục", "A letter and annex for each lead"),
    "cv-giao-tra-loi.docx",
    draws_on=("questions", "departments", "conference"),
    rows=to_be_answered,
    uses=("code", "unit", "content", "lead", "coordinators", "authority"),
    each=EACH_LEAD,
    needs=NUMBERED,
    is_letter=True,
)
def answer_request(led: pd.DataFrame, plan: Plan) -> Context:
    """One body is given what it has to answer, with whom and until when."""
    names, lead, due = called(plan), led["lead"].iloc[0], answers_due(plan)
    assert due is not None
    helping = (code for cell in led["coordinators"] for code in parts(cell) if code != lead)
    return {
        "subject": f"trả lời ý kiến, kiến nghị gửi {in_short(plan.conference)}",
        "plan_cited": cited(plan, PLAN),
        "addressees": [names[lead]],
        "department": names[lead],
        "count": f"{len(led):02}",
        "deadline": long_date(due),
        "coordinators": named(helping, names),
        "petitions": petitions(led, plan.questions, plan),
    }


@document(
    messages.ANSWER_REPORT,
    Text("Tình hình trả lời theo cơ quan, bảng trả lời", "Answers by body, and what they say"),
    "bc-tong-hop-tra-loi.docx",
    draws_on=("questions", "departments", "conference"),
    rows=some(lambda plan: single(plan.questions)),
    uses=("code", "content", "lead", "status", "answer", "authority"),
    needs=NUMBERED,
)
def answer_report(questions: pd.DataFrame, plan: Plan) -> Context:
    """How far the answers have come, body by body, and what was answered."""
    led = questions[questions["lead"] != ""]
    names, due = called(plan), answers_due(plan)
    late = pd.Series([days_late(day, due) for day in led["answered_on"]], led.index, dtype=int)
    return {
        "subject": f"Tổng hợp trả lời ý kiến, kiến nghị gửi {plan.conference.name}",
        "plan_cited": cited(plan, PLAN),
        "received": str(len(questions)),
        "central": str(int((questions["authority"] == CENTRE).sum())),
        "unassigned": str(len(questions) - len(led)),
        **standing(led),
        "late": str(int((late > 0).sum())),
        "leads": [
            {
                "name": each.name,
                **standing(each.records),
                "late": str(int((late[each.records.index] > 0).sum())),
            }
            for each in EACH_LEAD.divide(led, plan)
        ],
        "answers": [
            {
                "code": row["code"],
                "content": on_one_line(row["content"]),
                "lead": names.get(row["lead"], row["lead"]),
                "answer": on_one_line(row["answer"]),
                "status": progress(row["status"]) + delay(days),
            }
            for (_, row), days in zip(led.iterrows(), late, strict=True)
        ],
    }
