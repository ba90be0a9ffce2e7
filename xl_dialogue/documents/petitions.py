"""Questions as reports and requests list them: each once, with all who asked it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from xl_dialogue.documents.registry import Each, Subject
from xl_dialogue.documents.words import on_one_line
from xl_dialogue.messages import Text
from xl_dialogue.plan import bodies
from xl_dialogue.plan.counted import roots
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.schema import parts
from xl_dialogue.plan.sheets import ANSWERED, ANSWERING, AUTHORITIES, RETURNED


def called(plan: Plan) -> dict[str, str]:
    """Code -> the body's name as it stands in a sentence, its code where it has none."""
    return {code: on_one_line(name) or code for code, name in bodies.names(plan).items()}


def petitions(listed: pd.DataFrame, among: pd.DataFrame, plan: Plan) -> list[dict[str, str]]:
    """What a table says of each question; ``among`` are those that were merged into it."""
    names, asked = called(plan), _asked(among)
    return [
        {
            "code": row["code"],
            "content": on_one_line(row["content"]),
            "unit": "; ".join(dict.fromkeys(unit for _, unit in asked[row["code"]] if unit)),
            "merged": ", ".join(code for code, _ in asked[row["code"]] if code != row["code"]),
            "count": str(len(asked[row["code"]])),
            "lead": names.get(row["lead"], row["lead"]),
            "coordinators": named(parts(row["coordinators"]), names),
            "authority": row["authority"],
        }
        for _, row in listed.iterrows()
    ]


def _asked(questions: pd.DataFrame) -> dict[str, list[tuple[str, str]]]:
    """Code of a question that stands for others -> code and unit of all that it stands for."""
    found: dict[str, list[tuple[str, str]]] = {}
    for root, code, unit in zip(
        roots(questions), questions["code"], questions["unit"], strict=True
    ):
        found.setdefault(root, []).append((code, on_one_line(unit)))
    return found


def named(codes: Iterable[str], names: dict[str, str]) -> str:
    """Bodies in a sentence, each once."""
    return ", ".join(names.get(code, code) for code in dict.fromkeys(codes))


def by_authority(questions: pd.DataFrame) -> str:
    """How many are for each level to decide."""
    counts = Counter(questions["authority"])
    known = [(name, counts[name]) for name in AUTHORITIES if counts[name]]
    unknown = [("chưa xác định", counts[""])] if counts[""] else []
    return "; ".join(f"{name}: {count}" for name, count in (*known, *unknown))


def standing(led: pd.DataFrame) -> dict[str, str]:
    """How many were given to somebody, are answered, are being answered, are not."""
    answered, answering = (int((led["status"] == said).sum()) for said in (ANSWERED, ANSWERING))
    return {
        "given": str(len(led)),
        "answered": str(answered),
        "answering": str(answering),
        "unanswered": str(len(led) - answered - answering),
    }


def progress(status: str) -> str:
    """The status as a report says it."""
    return status if status in (ANSWERED, ANSWERING, RETURNED) else "Chưa trả lời"


def days_late(day: dt.date | None, due: dt.date | None) -> int:
    """Days of the calendar, as anybody counts them; none where one of the two is not known."""
    return max(0, (day - due).days) if day and due else 0


def delay(days: int) -> str:
    """What is put behind a status."""
    return f" (chậm {days} ngày)" if days else ""


def _each_lead(questions: pd.DataFrame, plan: Plan) -> Iterator[Subject]:
    """A document for every body that leads, in the order of the catalogue."""
    for code, name in bodies.names(plan).items():
        led = questions[questions["lead"] == code]
        if not led.empty:
            yield Subject(code, name, led)


EACH_LEAD = Each(Text("mỗi cơ quan chủ trì", "each body that leads"), _each_lead)
