"""What the plan says: its grounds, its guests, who does what."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import pandas as pd

from xl_dialogue.documents.petitions import called
from xl_dialogue.documents.words import lines, on_one_line
from xl_dialogue.plan.conference import TENTATIVE, Conference
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.vietnamese.dates import long_date, short_date
from xl_dialogue.vietnamese.text import folded

_MARK = re.compile(r"(?:[-–+•]|\d{1,2}[.)])\s+")
_CITES = ("căn cứ", "thực hiện", "theo ", "xét ")
_NUMERALS = ("I", "II", "III", "IV", "V")


def numerals(sections: Mapping[str, object]) -> dict[str, str]:
    """The number of each section that has something to say."""
    said = [name for name, has in sections.items() if has]
    return dict.fromkeys(sections, "") | dict(zip(said, _NUMERALS, strict=False))


def grounds(conference: Conference) -> list[str]:
    """What the plan rests on; one that does not say how begins “Thực hiện”."""
    said = (conference.basis_1, conference.basis_2, conference.basis_3)
    given = [on_one_line(basis) for basis in said if basis]
    return [basis if basis.lower().startswith(_CITES) else f"Thực hiện {basis}" for basis in given]


def points(cell: str) -> list[str]:
    """The paragraphs of a cell without the dash or number that somebody typed before them."""
    return [_MARK.sub("", line, count=1) if _MARK.match(line) else line for line in lines(cell)]


def tentative_day(conference: Conference) -> str:
    """The day, as long as it is not settled."""
    if conference.date is None or conference.date_status != TENTATIVE:
        return ""
    return f"Dự kiến {long_date(conference.date)} (sẽ có Giấy mời sau)"


def guests(plan: Plan) -> list[str]:
    """The groups by rank, with their bodies where the name does not say them."""
    ranked = plan.groups.sort_values("rank", kind="stable")
    return [
        _with_units(on_one_line(name), [on_one_line(unit) for unit in parts(units)])
        for name, units in zip(ranked["name"], ranked["units"], strict=True)
    ]


def _with_units(name: str, units: list[str]) -> str:
    told = all(folded(unit) in folded(name) for unit in units)
    return name if told else f"{name}: {', '.join(units)}"


def assignments(tasks: pd.DataFrame, plan: Plan) -> list[dict[str, object]]:
    """Bodies that share their tasks, in the order of appearance, and what they do.

    A task without a lead stands under coordinators that lead others, and so does the first of
    two rows on one product of the same lead; nothing is said twice under the same bodies.
    """
    names = called(plan)
    leading = list(dict.fromkeys(tuple(parts(lead)) for lead in tasks["lead"] if lead))
    told_again = _told_again(tasks)
    grouped: dict[tuple[str, ...], list[str]] = {}
    seen: dict[tuple[str, ...], set[str]] = {}
    for _, task in tasks.iterrows():
        leads, helping = tuple(parts(task["lead"])), tuple(parts(task["coordinators"]))
        helps = not leads or task["code"] in told_again
        under = _standing_in(helping, leading, leads or helping) if helps else leads
        twins = {task["code"], task["same_product"]} - {""}
        if not twins & seen.setdefault(under, set()):
            seen[under] |= twins
            others = [names.get(code, code) for code in (*leads, *helping) if code not in under]
            grouped.setdefault(under, []).append(_task(task, under == leads, others))
    return [
        {"bodies": _together([names.get(code, code) for code in under]), "tasks": said}
        for under, said in grouped.items()
    ]


def _told_again(tasks: pd.DataFrame) -> set[str]:
    """Codes of tasks whose product a later row of the same lead names too."""
    place = {code: at for at, code in enumerate(tasks["code"])}
    lead = dict(zip(tasks["code"], tasks["lead"], strict=True))
    linked = [
        pair
        for one, other in zip(tasks["code"], tasks["same_product"], strict=True)
        if other in place and lead[one] and lead[one] == lead[other]
        for pair in ((one, other), (other, one))
    ]
    return {one for one, other in linked if place[one] < place[other]}


def _standing_in(
    helping: tuple[str, ...], leading: list[tuple[str, ...]], otherwise: tuple[str, ...]
) -> tuple[str, ...]:
    """The largest group of leads that are all among the coordinators."""
    among = (leads for leads in leading if set(leads) <= set(helping))
    return max(among, key=len, default=otherwise)


def _together(names: list[str]) -> str:
    return ", ".join(names) or "Các cơ quan, đơn vị liên quan"


def _task(task: pd.Series, led: bool, others: list[str]) -> str:
    content = on_one_line(task["content"]).rstrip(" .;")
    share = "Chủ trì, phối hợp với" if led else "Phối hợp với"
    before = f"{share} {', '.join(others)}: " if others else ""
    return f"{before}{content}{_by(content, task['deadline'])}"


def _by(content: str, last: object) -> str:
    """The last day, unless the words name it already, or the day that it must be done before."""
    if not isinstance(last, dt.date) or any(
        written in content
        for day in (last, last + dt.timedelta(days=1))
        for written in (short_date(day), f"{day.day}/{day.month}/{day.year}", long_date(day))
    ):
        return ""
    return f" (chậm nhất ngày {short_date(last)})"
