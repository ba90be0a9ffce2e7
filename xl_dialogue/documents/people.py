"""Who is there: lists, attendance, cards, name plates."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from xl_dialogue.documents.registry import Context, Wanted, document, some
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.checks import check_sheet
from xl_dialogue.plan.findings import Finding
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import DELEGATES
from xl_dialogue.vietnamese.text import folded

Person = dict[str, str]
_PRINTED = ("full_name", "title", "unit", "group", "seat")


def groups_in_order(plan: Plan) -> pd.DataFrame:
    """The groups from which somebody is invited, by rank; those without a rank come last."""
    present = plan.groups[plan.groups["code"].isin(set(bodies.invited(plan)["group"]))]
    return present.sort_values("rank", kind="stable", na_position="last")


def in_order(delegates: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """The delegates by the rank of their group, then as the sheet has them."""
    place = {code: at for at, code in enumerate(groups_in_order(plan)["code"])}
    ranks = delegates["group"].map(place)
    return delegates.loc[ranks.sort_values(kind="stable", na_position="last").index]


def with_a_place(plan: Plan) -> pd.DataFrame:
    """Who sits at a place of their own; where no seats are given, all who are invited."""
    guests = bodies.invited(plan)
    seated = guests[guests["seat"] != ""]
    return guests if seated.empty else seated


def unit_of(delegate: pd.Series) -> str:
    """The unit, unless the title names it already."""
    said = folded(delegate["unit"]) in folded(delegate["title"])
    return "" if said else on_one_line(delegate["unit"])


def _person(delegate: pd.Series, number: int = 0) -> Person:
    return {
        "number": str(number),
        "name": on_one_line(delegate["full_name"]),
        "title": on_one_line(delegate["title"]),
        "unit": on_one_line(delegate["unit"]),
        "apart": unit_of(delegate),
        "seat": delegate["seat"],
        "note": on_one_line(delegate["note"]),
    }


def by_group(delegates: pd.DataFrame, plan: Plan) -> list[dict[str, object]]:
    """The groups in order of rank, each with its people, numbered through."""
    found: list[dict[str, object]] = []
    number = 0
    for code, name in groups_in_order(plan)[["code", "name"]].itertuples(index=False):
        members = delegates[delegates["group"] == code]
        people = [
            _person(delegate, number + at)
            for at, (_, delegate) in enumerate(members.iterrows(), start=1)
        ]
        number += len(people)
        if people:
            found.append({"name": on_one_line(name), "size": len(people), "people": people})
    return found


def _listed(delegates: pd.DataFrame, plan: Plan) -> Context:
    groups = by_group(delegates, plan)
    return {
        "subject": f"Đại biểu dự {plan.conference.name}",
        "groups": groups,
        "total": len(delegates),
    }


def _unreadable_status(plan: Plan) -> Iterator[Finding]:
    """Delegates of whom the status does not say whether they are asked."""
    for finding in check_sheet(plan, DELEGATES):
        if finding.is_error and finding.column == "status":
            yield finding


INVITED = Wanted(bodies.perhaps_invited, _unreadable_status)


@document(
    Text("Danh sách đại biểu", "List of delegates"),
    Text("Theo nhóm, đúng thứ tự, không có số điện thoại", "By group and rank, without phones"),
    "danh-sach-dai-bieu.docx",
    draws_on=("delegates", "groups", "conference"),
    rows=some(bodies.invited),
    uses=("full_name", "title", "unit", "group", "note"),
    wanted=INVITED,
)
def delegate_list(delegates: pd.DataFrame, plan: Plan) -> Context:
    """Everyone who is invited."""
    return _listed(delegates, plan)


@document(
    Text("Phiếu điểm danh", "Attendance sheet"),
    Text("Danh sách để đại biểu ký tên khi đến", "A list for the delegates to sign"),
    "phieu-diem-danh.docx",
    draws_on=("delegates", "groups", "conference"),
    rows=some(bodies.invited),
    uses=("full_name", "unit", "group", "seat"),
    wanted=INVITED,
)
def attendance(delegates: pd.DataFrame, plan: Plan) -> Context:
    """Everyone who is invited, with room to sign."""
    return _listed(delegates, plan)


@document(
    Text("Thẻ đại biểu", "Delegate cards"),
    Text("Tám thẻ trên một trang A4, cắt theo nét kẻ", "Eight on a page, to be cut out"),
    "the-dai-bieu.docx",
    draws_on=("delegates", "groups", "conference"),
    rows=some(bodies.invited),
    uses=_PRINTED,
    wanted=INVITED,
)
def delegate_card(delegates: pd.DataFrame, plan: Plan) -> Context:
    """A card for each, two side by side; the last may stand alone."""
    cards = [_person(delegate) for _, delegate in in_order(delegates, plan).iterrows()]
    pairs = [cards[at : at + 2] for at in range(0, len(cards), 2)]
    return {"pairs": [{"left": pair[0], "right": (*pair[1:], {})[0]} for pair in pairs]}


@document(
    Text("Biển tên", "Name plates"),
    Text(
        "Để bàn, hai biển một trang; chỉ người có số ghế, chưa xếp ghế thì mọi người được mời",
        "For the table, two a page; those with a seat, or all where no seats are given",
    ),
    "bien-ten.docx",
    draws_on=("delegates", "groups", "conference"),
    rows=some(with_a_place),
    uses=_PRINTED,
    wanted=INVITED,
)
def name_plate(delegates: pd.DataFrame, plan: Plan) -> Context:
    """A plate for each, in the order in which they sit."""
    plates = [_person(delegate) for _, delegate in in_order(delegates, plan).iterrows()]
    return {"plates": [plate | {"name": plate["name"].upper()} for plate in plates]}


def awarded(plan: Plan) -> pd.DataFrame:
    """Every award of the sheet."""
    return plan.awards


@document(
    Text("Danh sách khen thưởng", "Award list"),
    Text("Tập thể, cá nhân, hình thức, thành tích", "Who is honoured, how and for what"),
    "danh-sach-khen-thuong.docx",
    draws_on=("awards", "conference"),
    rows=some(awarded),
    uses=("name", "unit", "form", "achievement"),
)
def award_list(awards: pd.DataFrame, plan: Plan) -> Context:
    """Who is honoured at the conference, by the form of it."""
    conference = plan.conference
    programme = conference.award_programme
    merit = f"có thành tích trong Chương trình “{programme}” " if programme else ""
    columns = ("name", "unit", "achievement")
    forms = [
        {
            "name": on_one_line(form) or "Khen thưởng",
            "size": len(honoured),
            "awards": [
                {"number": str(number)} | {column: on_one_line(award[column]) for column in columns}
                for number, (_, award) in enumerate(honoured.iterrows(), start=1)
            ],
        }
        for form in dict.fromkeys(awards["form"])
        for honoured in (awards[awards["form"] == form],)
    ]
    return {
        "subject": f"Tập thể, cá nhân {merit}được khen thưởng tại {conference.name}",
        "forms": forms,
        "total": len(awards),
    }
