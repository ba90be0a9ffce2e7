"""What was said and signed, what was concluded, and what became of it."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from xl_dialogue.documents.issuing import issue_of
from xl_dialogue.documents.petitions import called, days_late, delay
from xl_dialogue.documents.registry import NUMBERED, Context, Wanted, document, some
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.conclusions import concluded, given
from xl_dialogue.plan.counted import received
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.rules.questions import unfinished_conclusions
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED, CONFERENCE, DONE, TO_DO
from xl_dialogue.vietnamese.dates import clock, long_date, short_date

SIGNING = "Biên bản ký kết"


def answered(plan: Plan) -> pd.DataFrame:
    """Questions that were dealt with: an answer or a conclusion is there to be told."""
    frame = plan.questions
    told = (frame["answer"] != "") | (frame["conclusion"] != "")
    return frame[told & (frame["status"] == ANSWERED)]


def _with_conclusion(plan: Plan) -> pd.DataFrame:
    """Every question on which the chair concluded something."""
    return plan.questions[plan.questions["conclusion"] != ""]


_CONCLUSIONS = Wanted(_with_conclusion, unfinished_conclusions)


@document(
    Text("Biên bản", "Minutes"),
    Text("Thành phần, diễn biến, trả lời, kết luận", "Who came, what was said and concluded"),
    "bien-ban.docx",
    draws_on=("questions", "agenda", "delegates", "groups", "departments", "conference"),
    rows=answered,
    uses=("unit", "content", "lead", "answer", "conclusion", "due"),
    wanted=_CONCLUSIONS,
    needs=NUMBERED,
)
def minutes(answered: pd.DataFrame, plan: Plan) -> Context:
    """Who came, what was said in which order, what was concluded."""
    conference = plan.conference
    assert conference.date is not None
    groups, end = present(plan), conference.end_time
    day = long_date(conference.date)
    general = [on_one_line(said) for said in parts(conference.general_conclusions)]
    return {
        "subject": conference.name,
        "groups": groups,
        "present": total(groups),
        "absent": _figures(int((plan.delegates["status"] == "Vắng").sum())),
        "secretary": conference.secretary,
        "agenda": agenda(plan),
        "answers": answers(answered, plan),
        "conclusions": [*general, *_concluded(answered)],
        "end": f"{clock(end.hour, end.minute)}, {day}" if end else "",
    }


def present(plan: Plan) -> list[dict[str, str]]:
    """The groups by rank of which somebody was invited and is not said to be absent."""
    counts = bodies.invited(plan)["group"].value_counts()
    ranked = plan.groups.sort_values("rank", kind="stable")
    return [
        {"name": on_one_line(name), "count": _figures(int(counts[code]))}
        for code, name in zip(ranked["code"], ranked["name"], strict=True)
        if code in counts
    ]


def total(groups: list[dict[str, str]]) -> str:
    return _figures(sum(int(group["count"]) for group in groups))


def _figures(count: int) -> str:
    """Two figures at least, as offices count people; nothing for none."""
    return f"{count:02}" if count else ""


def agenda(plan: Plan) -> list[str]:
    """The items in their order, with who did them."""
    ordered = plan.agenda.sort_values("number", kind="stable")
    return [
        f"{on_one_line(content).rstrip(' .;')}{_by(performer)}"
        for content, performer in zip(ordered["content"], ordered["performer"], strict=True)
        if content
    ]


def _by(performer: str) -> str:
    return f". Thực hiện: {', '.join(map(on_one_line, parts(performer)))}" if performer else ""


def answers(answered: pd.DataFrame, plan: Plan) -> list[dict[str, str]]:
    """What was asked and answered, without the askers' names."""
    names = called(plan)
    return [
        {
            "asker": on_one_line(row["unit"]) or "Đại biểu",
            "question": on_one_line(row["content"]),
            "lead": names.get(row["lead"], row["lead"]) or "Cơ quan có thẩm quyền",
            "answer": on_one_line(row["answer"]),
        }
        for _, row in answered.iterrows()
        if row["answer"]
    ]


def _concluded(answered: pd.DataFrame) -> list[str]:
    said = zip(answered["conclusion"], answered["due"], strict=True)
    return [f"{on_one_line(text).rstrip(' .;')}{_until(due)}" for text, due in said if text]


def _until(due: object) -> str:
    return f" (thời hạn: {short_date(due)})" if isinstance(due, dt.date) else ""


def _agreed(plan: Plan) -> pd.DataFrame | None:
    """Nothing, where nothing is to be signed with anybody."""
    conference = plan.conference
    signed = conference.signing_agreement and conference.partner
    return plan.frames[CONFERENCE.name] if signed else None


@document(
    Text(SIGNING, "Record of signing"),
    Text("Hai bên ký gì, ở đâu, ai chứng kiến", "Who signed what, where, before whom"),
    "bien-ban-ky-ket.docx",
    draws_on=("conference", "groups", "delegates"),
    rows=_agreed,
    uses=(),
    needs=NUMBERED,
)
def signing_record(_: pd.DataFrame, plan: Plan) -> Context:
    """Two parties signed an agreement before witnesses."""
    conference = plan.conference
    assert conference.date is not None
    return {
        "subject": f"Ký kết {conference.signing_agreement}",
        "signed_on": long_date(conference.date),
        "secretary": conference.secretary,
        "agreement": conference.signing_agreement,
        "partner": conference.partner,
        "partner_lines": [on_one_line(line) for line in parts(conference.partner_authority)],
        "partner_title": conference.partner_title,
        "partner_signer": conference.partner_signer,
        "partner_position": position(conference.partner_title),
        "signer_position": position(issue_of(plan, SIGNING).title),
        "witnesses": [group["name"] for group in present(plan)],
    }


def position(title: str) -> str:
    """A title in capitals as it stands within a sentence: "Phó Chủ tịch", "Giám đốc".

    Source: Decree 30/2020/NĐ-CP, Appendix II, V.2.
    """
    deputy, _, of = title.partition(" ") if title.upper().startswith("PHÓ ") else ("", "", title)
    return f"{deputy.capitalize()} {of.capitalize()}".strip()


def _to_announce(plan: Plan) -> pd.DataFrame | None:
    """Nothing, where the chair concluded nothing, in general or on any question."""
    found = concluded(plan)
    return None if found.empty and not parts(plan.conference.general_conclusions) else found


@document(
    Text("Thông báo kết luận", "Conclusion notice"),
    Text("Kết luận, đơn vị thực hiện, thời hạn", "Conclusions, units, deadlines"),
    "thong-bao-ket-luan.docx",
    draws_on=("questions", "departments", "conference"),
    rows=_to_announce,
    uses=("lead", "coordinators", "conclusion", "due", "product"),
    wanted=_CONCLUSIONS,
    needs=NUMBERED,
    picture="FileSaveAsWordDocx",
)
def conclusion_notice(announced: pd.DataFrame, plan: Plan) -> Context:
    """The chairman's conclusions: what, who, by when."""
    conference, questions = plan.conference, received(plan)
    return {
        "subject": f"Kết luận của {conference.chair} tại {conference.name}",
        "received": _counted(questions["content"] != ""),
        "answered": _counted(questions["status"] == ANSWERED),
        "general_conclusions": [
            on_one_line(said) for said in parts(conference.general_conclusions)
        ],
        "items": conclusions(announced, plan),
    }


def _counted(told: pd.Series) -> str:
    """How many; nothing is said of none."""
    return str(int(told.sum()) or "")


def conclusions(announced: pd.DataFrame, plan: Plan) -> list[dict[str, str]]:
    """What a table of conclusions says of each."""
    names = called(plan)
    return [
        {
            "number": str(number),
            "conclusion": on_one_line(row["conclusion"]),
            "lead": names.get(row["lead"], row["lead"]),
            "coordinators": ", ".join(names.get(code, code) for code in parts(row["coordinators"])),
            "deadline": short_date(row["due"]),
            "product": on_one_line(row["product"]),
        }
        for number, (_, row) in enumerate(announced.iterrows(), start=1)
    ]


@document(
    Text("Bảng theo dõi thực hiện kết luận", "Follow-up of the conclusions"),
    Text("Kết luận, đơn vị, thời hạn, kết quả, chậm mấy ngày", "Conclusions, results, days late"),
    "bang-theo-doi.docx",
    draws_on=("questions", "tasks", "departments", "conference"),
    rows=some(concluded),
    uses=("lead", "coordinators", "conclusion", "due", "product"),
    wanted=_CONCLUSIONS,
)
def follow_up(announced: pd.DataFrame, plan: Plan) -> Context:
    """The announced conclusions, the earliest due first, with what became of them.

    The tasks tell it; where there is none yet, room is left to write.
    """
    conference, ordered = plan.conference, announced.sort_values("due", kind="stable")
    tasks = given(plan)
    became = [
        became_of(tasks.get(code), due, plan)
        for code, due in zip(ordered["code"], ordered["due"], strict=True)
    ]
    return {
        "subject": f"Kết luận của {conference.chair} tại {conference.name}",
        "reckoned": long_date(plan.day) if any(each["standing"] for each in became) else "",
        "items": [
            item | each for item, each in zip(conclusions(ordered, plan), became, strict=True)
        ],
    }


def became_of(row: int | None, due: dt.date, plan: Plan) -> dict[str, str]:
    """The result and the standing of the task in the row, late by its own deadline."""
    if row is None:
        return {"result": "", "standing": ""}
    task = plan.tasks.loc[row]
    late = 0 if task["status"] == DONE else days_late(plan.day, task["deadline"] or due)
    return {
        "result": on_one_line(str(task["result"])),
        "standing": (task["status"] or TO_DO) + delay(late),
    }
