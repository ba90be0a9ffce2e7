"""Who is asked to the conference, in the words of their group."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pandas as pd

from xl_dialogue import messages
from xl_dialogue.documents.people import INVITED, unit_of
from xl_dialogue.documents.petitions import EACH_LEAD
from xl_dialogue.documents.registry import NUMBERED, Context, Each, Subject, document
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.counted import to_deal_with
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import AGENCY
from xl_dialogue.vietnamese.dates import blank_date


def _each_delegate(delegates: pd.DataFrame, _: Plan) -> Iterator[Subject]:
    """A document for every row."""
    for row, delegate in delegates.iterrows():
        yield Subject(delegate["code"], delegate["full_name"], delegate, int(str(row)))


EACH_DELEGATE = Each(Text("mỗi đại biểu được mời", "each delegate to be invited"), _each_delegate)


@document(
    messages.INVITATION,
    Text("Mỗi đại biểu được mời một giấy mời", "A letter for each delegate to be invited"),
    "giay-moi.docx",
    draws_on=("delegates", "groups", "conference"),
    rows=bodies.invited,
    uses=("code", "honorific", "full_name", "sex", "title", "unit", "group"),
    wanted=INVITED,
    each=EACH_DELEGATE,
    needs=NUMBERED,
    for_a_fixed_day=True,
    picture="MailMergeStartLetters",
)
def invitation(delegate: pd.Series, plan: Plan) -> Context:
    """One delegate, asked to the dialogue in the words of its group."""
    conference = plan.conference
    assert conference.date is not None
    group = group_of(plan, delegate["group"])
    return {
        "date_line": blank_date(conference.invitation_date or conference.date),
        "subject": f"Dự {conference.name}",
        "code": delegate["code"],
        "invitee": invitee(delegate, group["honorific"]),
        "role": on_one_line(group["role"]) or "dự",
        "requests": [*parts(group["request"]), *parts(conference.delegate_notes)],
    }


def group_of(plan: Plan, code: str) -> dict[str, str]:
    """How a group is called and asked; blanks for one that is not listed."""
    found = plan.groups[plan.groups["code"] == code]
    if found.empty:
        return {"honorific": "", "role": "", "request": ""}
    return {str(key): str(value) for key, value in found.iloc[0].items()}


def invitee(delegate: pd.Series, of_group: str) -> str:
    """A person by honorific, name, title and unit; an agency by its name alone."""
    called = honorific(delegate, of_group)
    if called == AGENCY:
        return on_one_line(delegate["full_name"])
    named = (f"{called} {delegate['full_name']}", delegate["title"], unit_of(delegate))
    return on_one_line(", ".join(filter(None, named)))


def honorific(delegate: pd.Series, of_group: str) -> str:
    """The delegate's own, else the group's; "Ông/Bà" gives way to what the sex tells."""
    said = str(delegate["honorific"] or of_group or "Ông/Bà")
    if said == "Ông/Bà":
        return {"Nam": "Ông", "Nữ": "Bà"}.get(delegate["sex"], said)
    return said


def unrepresented(plan: Plan) -> pd.DataFrame:
    """Questions, each once, whose lead is an agency of the day from which nobody is invited."""
    return _led_by(bodies.unrepresented(plan), plan)


def _led_by_absent(plan: Plan) -> pd.DataFrame:
    """The same with those of agencies dissolved by then, which get no letter and are told."""
    return _led_by(bodies.without_guests(plan), plan)


def _led_by(leads: Collection[str], plan: Plan) -> pd.DataFrame:
    questions = to_deal_with(plan)
    return questions[questions["lead"].isin(leads)]


@document(
    Text("Giấy mời bổ sung", "Supplementary invitation"),
    Text(
        "Mỗi cơ quan phải trả lời mà chưa có ai được mời một giấy mời",
        "A letter for each agency that must answer and has nobody invited",
    ),
    "giay-moi-bo-sung.docx",
    draws_on=("questions", "departments", "delegates", "conference"),
    rows=_led_by_absent,
    uses=("code", "lead"),
    each=EACH_LEAD,
    needs=NUMBERED,
    for_a_fixed_day=True,
)
def supplementary_invitation(led: pd.DataFrame, plan: Plan) -> Context:
    """An agency, asked to come and answer its questions."""
    conference = plan.conference
    assert conference.date is not None
    return {
        "date_line": blank_date(conference.invitation_date or conference.date),
        "subject": f"Dự {conference.name}",
        "invitee": on_one_line(bodies.names(plan)[led["lead"].iloc[0]]),
        "count": f"{len(led):02}",
        "codes": ", ".join(led["code"]),
        "requests": parts(conference.delegate_notes),
    }
