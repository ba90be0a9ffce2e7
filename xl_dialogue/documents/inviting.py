"""From questions to people: who has how much to answer, and who must still be invited for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from xl_dialogue import messages
from xl_dialogue.documents.invitations import unrepresented
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Said
from xl_dialogue.plan import bodies
from xl_dialogue.plan.appending import appended
from xl_dialogue.plan.changes import Change
from xl_dialogue.plan.codes import new_codes
from xl_dialogue.plan.counted import single, to_deal_with
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import AGENCY, ANSWERED, PLANNED
from xl_dialogue.vietnamese.text import folded

_LISTED = 15
"""Bodies whose load is told one by one."""


class Load(NamedTuple):
    """What a body has to answer, each question once, those that were returned left out."""

    code: str
    name: str
    leads: int
    coordinates: int
    answered: int
    is_invited: bool


def loads(plan: Plan) -> list[Load]:
    """The bodies that lead or coordinate anything, those that lead most first."""
    asked = to_deal_with(plan)
    leads, answered = (
        Counter(asked["lead"]),
        Counter(asked.loc[asked["status"] == ANSWERED, "lead"]),
    )
    helping = Counter(
        code
        for lead, cell in zip(asked["lead"], asked["coordinators"], strict=True)
        for code in dict.fromkeys(parts(cell))
        if code != lead
    )
    absent = bodies.unrepresented(plan)
    found = [
        Load(
            code, on_one_line(name), leads[code], helping[code], answered[code], code not in absent
        )
        for code, name in bodies.names(plan).items()
        if leads[code] or helping[code]
    ]
    return sorted(found, key=lambda load: (-load.leads, -load.coordinates))


# --- who must still be invited --------------------------------------------------------------


def uninvited(plan: Plan) -> list[str]:
    """Codes of the bodies that lead a question and for which nobody stands on the list yet."""
    leads = set(unrepresented(plan)["lead"])
    planned = plan.delegates[plan.delegates["status"] == PLANNED]
    waiting = leads - bodies.spoken_for(plan, planned)
    return [code for code in bodies.names(plan) if code in waiting]


def proposed(plan: Plan) -> list[Change]:
    """A row of `Đại biểu` for each of them: the agency itself, planned, for a person to confirm."""
    catalogue = plan.departments.drop_duplicates("code").set_index("code")
    group, codes = usual_group(plan), new_codes(plan, "delegates")
    rows = [
        {
            "code": next(codes),
            "honorific": AGENCY,
            "full_name": on_one_line(str(catalogue.at[code, "name"])),
            "group": group,
            "email": catalogue.at[code, "email"],
            "status": PLANNED,
        }
        for code in uninvited(plan)
    ]
    return appended(plan, "delegates", rows)


def usual_group(plan: Plan) -> str:
    """The group from which most of the bodies that lead come; blank where nobody is to tell."""
    known, leads = bodies.spellings(plan), set(single(plan.questions)["lead"])
    guests = bodies.invited(plan)
    pairs = {
        (group, code)
        for group, unit in zip(guests["group"], guests["unit"], strict=True)
        for said in (unit, *unit.split(","))
        if (code := known.get(folded(said), "")) in leads
    }
    counted = Counter(group for group, _ in sorted(pairs))
    return counted.most_common(1)[0][0] if counted else ""


# --- in sentences ---------------------------------------------------------------------------


def told_of_loads(plan: Plan) -> Iterator[Said]:
    """How many questions there are, then the bodies with the most, one by one."""
    found, asked = loads(plan), single(plan.questions)
    unassigned = int(((asked["lead"] == "") & (asked["content"] != "")).sum())
    led = sum(load.leads for load in found)
    facts = {"questions": led, "bodies": len(found), "unassigned": unassigned}
    yield Said(messages.LOADS, {**facts})
    for load in found[:_LISTED]:
        is_alone = load.leads and not load.is_invited
        invited = messages.LOAD_NOT_INVITED if is_alone else ""
        yield Said(messages.LOAD, load._asdict() | {"invited": invited})
    if len(found) > _LISTED:
        yield Said(messages.MORE_BODIES, {"count": len(found) - _LISTED})


def told_of_uninvited(plan: Plan) -> Said:
    """Who would be put on the list, and in which group."""
    names, codes = bodies.names(plan), uninvited(plan)
    if not codes:
        waiting = set(unrepresented(plan)["lead"])
        return Said(messages.NOBODY_MORE, {"planned": len(waiting)})
    named = ", ".join(on_one_line(names[code]) for code in codes)
    group = usual_group(plan) or messages.GROUP_TO_BE_CHOSEN
    return Said(messages.INVITE_MORE, {"count": len(codes), "names": named, "group": group})
