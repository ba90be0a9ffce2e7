"""The catalogue of bodies: who is meant by a name, who is invited, who is in force on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Set

import pandas as pd

from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import AGENCY, DELEGATES, INVITED_STATUSES
from xl_dialogue.vietnamese.text import folded


def spellings(plan: Plan) -> dict[str, str]:
    """Every folded code, name and other name of a body -> its code."""
    bodies = plan.departments
    known: dict[str, str] = {}
    for code, name, aliases in zip(bodies["code"], bodies["name"], bodies["aliases"], strict=True):
        known |= {folded(said): code for said in (*parts(aliases), name, code) if said}
    return known


def names(plan: Plan) -> dict[str, str]:
    """Code -> the body's name."""
    return dict(zip(plan.departments["code"], plan.departments["name"], strict=True))


def invited(plan: Plan) -> pd.DataFrame:
    """The delegates who get an invitation."""
    return plan.delegates[plan.delegates["status"].isin(INVITED_STATUSES)]


def perhaps_invited(plan: Plan) -> pd.DataFrame:
    """Those, and the delegates whose status is none: nobody knows whether they are asked."""
    status = plan.delegates["status"]
    known = status.isin(DELEGATES["status"].choices)
    return plan.delegates[status.isin(INVITED_STATUSES) | ~known]


def represented(plan: Plan) -> frozenset[str]:
    """Codes of the bodies from which somebody is invited."""
    return spoken_for(plan, invited(plan))


def spoken_for(plan: Plan, guests: pd.DataFrame) -> frozenset[str]:
    """Codes of the bodies from which these delegates come.

    A unit stands for a body when it, or a part of it between commas, is one of its names:
    the union of a department is not the department. So does an agency asked by its name.
    """
    known = spellings(plan)
    units = {*guests["unit"], *guests.loc[guests["honorific"] == AGENCY, "full_name"]}
    return frozenset(
        known[key]
        for unit in units
        for said in (unit, *unit.split(","))
        if (key := folded(said)) in known
    )


def without_guests(plan: Plan) -> frozenset[str]:
    """Codes of the single bodies from which nobody is invited, also of those dissolved by then."""
    collective = set(plan.departments["block"])
    return frozenset(plan.departments["code"]) - represented(plan) - collective


def unrepresented(plan: Plan) -> frozenset[str]:
    """The same of the bodies of the conference's day."""
    return in_force(plan, plan.conference.date) & without_guests(plan)


def in_force(plan: Plan, day: dt.date | None) -> frozenset[str]:
    """Codes of the bodies that exist on the day; all of them when no day is set."""
    bodies = plan.departments
    return frozenset(
        code
        for code, start, end in zip(
            bodies["code"], bodies["valid_from"], bodies["valid_to"], strict=True
        )
        if day is None or ((start is None or start <= day) and (end is None or day <= end))
    )


def successors(plan: Plan) -> dict[str, str]:
    """Code -> the code of the body that chiefly took over."""
    bodies = plan.departments
    return {
        code: heirs[0]
        for code, heir in zip(bodies["code"], bodies["successor"], strict=True)
        if (heirs := parts(heir))
    }


def heirs(code: str, after: dict[str, str]) -> Iterator[str]:
    """The body and those that took over from it, one after the other, each once."""
    seen: set[str] = set()
    while code and code not in seen:
        yield code
        seen.add(code)
        code = after.get(code, "")


def heir_in_force(code: str, after: dict[str, str], living: Set[str]) -> str:
    """The first of the body and those that took over from it that is in force; ``""`` for none."""
    return next((heir for heir in heirs(code, after) if heir in living), "")
