"""Which questions count: of one that was taken apart its parts, of several alike one."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from xl_dialogue.plan import bodies
from xl_dialogue.plan.plan import Plan
from xl_dialogue.plan.sheets import RETURNED, SPLIT


def received(plan: Plan) -> pd.DataFrame:
    """The questions that came in; of one that was taken apart its parts."""
    return plan.questions[plan.questions["status"] != SPLIT]


def single(questions: pd.DataFrame) -> pd.DataFrame:
    """Each question once: those that were neither merged into another nor taken apart."""
    once = roots(questions) == questions["code"]
    return questions[once & (questions["status"] != SPLIT)]


def to_deal_with(plan: Plan) -> pd.DataFrame:
    """Each question once, those left out that were sent back to whoever asked."""
    once = single(plan.questions)
    return once[once["status"] != RETURNED]


def roots(questions: pd.DataFrame) -> pd.Series:
    """The code into which each question was merged, its own if into none, labelled by row."""
    known = set(questions["code"])
    pairs = zip(questions["code"], questions["duplicate_of"], strict=True)
    after = {code: other for code, other in pairs if other in known and other != code}
    return questions["code"].map(lambda code: _root([*bodies.heirs(code, after)], after) or code)


def _root(chain: list[str], after: Collection[str]) -> str:
    """The last of the chain; the first in the alphabet of those that go round in a circle."""
    goes_round = bool(chain) and chain[-1] in after
    return min(chain) if goes_round else "".join(chain[-1:])
